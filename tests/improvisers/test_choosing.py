"""Choosing symbols: greedy, by temperature, from the nucleus, and never a forbidden one."""

import numpy as np
import pytest

from stages.grammar.filling import Count
from stages.improvisers.choosing import Choice, choose, improvise
from stages.improvisers.plain import count

LOG_P = np.log([0.1, 0.2, 0.3, 0.4])
ALL = np.ones(4, dtype=bool)


def shares(choice: Choice, allowed=ALL, draws: int = 20_000) -> np.ndarray:
    generators = [np.random.default_rng(1)] * draws
    return np.bincount(choose(np.tile(LOG_P, (draws, 1)), np.tile(allowed, (draws, 1)), generators, choice), minlength=4) / draws


def test_greedy_takes_the_most_likely_allowed_symbol():
    choice = Choice(True, 1.0, 0, 1.0)
    assert choose(np.array([LOG_P, LOG_P]), np.array([ALL, [True, True, False, False]]), [], choice).tolist() == [3, 1]


def test_temperature_one_draws_the_distribution_itself():
    assert shares(Choice(False, 1.0, 0, 1.0)) == pytest.approx([0.1, 0.2, 0.3, 0.4], abs=0.015)


def test_temperature_one_half_squares_the_odds():
    assert shares(Choice(False, 0.5, 0, 1.0)) == pytest.approx(np.array([1, 4, 9, 16]) / 30, abs=0.015)


def test_the_nucleus_leaves_the_tail_out():
    # .4 + .3 reach .6 already, so .2 and .1 are never drawn.
    assert shares(Choice(False, 1.0, 0, 0.6)) == pytest.approx([0, 0, 3 / 7, 4 / 7], abs=0.015)


def test_a_tiny_nucleus_keeps_the_most_likely_symbol():
    assert shares(Choice(False, 1.0, 0, 1e-9), draws=100).tolist() == [0, 0, 0, 1]


def test_forbidden_symbols_are_never_drawn():
    assert shares(Choice(False, 1.0, 0, 1.0), np.array([True, False, True, False])) == pytest.approx([0.25, 0, 0.75, 0], abs=0.015)


def play(*seeds: int) -> list[list[int]]:
    model = count((np.arange(20) % 7,), 7, 1, "witten_bell")
    return improvise(model, Count(len(seeds), 40, 7), [np.random.Generator(np.random.PCG64(seed)) for seed in seeds], Choice(False, 1.0, 0, 1.0))[0]


def test_a_take_is_a_function_of_its_seed_whatever_is_played_beside_it():
    one, same, other = play(1, 1, 2)
    assert one == same != other and len(one) == 40
    assert [one] == play(1) and [other] == play(2)
