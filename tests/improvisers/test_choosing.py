"""Choosing symbols: greedy, by temperature, from the nucleus, and never a forbidden one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

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


def test_top_k_keeps_the_k_most_likely():
    assert shares(Choice(False, 1.0, 2, 1.0)) == pytest.approx([0, 0, 3 / 7, 4 / 7], abs=0.015)
    assert shares(Choice(False, 1.0, 1, 1.0), draws=100).tolist() == [0, 0, 0, 1]
    assert shares(Choice(False, 1.0, 9, 1.0)) == pytest.approx([0.1, 0.2, 0.3, 0.4], abs=0.015)


def test_of_equals_the_first_are_the_most_likely():
    equal = choose(np.zeros((300, 4)), np.ones((300, 4), dtype=bool), [np.random.default_rng(1)] * 300, Choice(False, 1.0, 2, 1.0))
    assert set(equal.tolist()) == {0, 1}


def test_the_nucleus_is_that_of_what_top_k_left():
    # Of three, .4 has a share of 4/9 and .3 of 3/9: the two reach .7, though of all four they would not.
    assert shares(Choice(False, 1.0, 3, 0.75)) == pytest.approx([0, 0, 3 / 7, 4 / 7], abs=0.015)


def test_top_k_counts_allowed_symbols_only():
    assert shares(Choice(False, 1.0, 2, 1.0), np.array([True, True, True, False])) == pytest.approx([0, 0.4, 0.6, 0], abs=0.015)


@given(arrays(float, (3, 6), elements=st.integers(-40, 0).map(lambda half: half / 2)), arrays(bool, (3, 6)), st.booleans(), st.floats(0.05, 5), st.integers(0, 7), st.floats(0.01, 1), st.integers(0, 1000))
def test_what_is_chosen_is_allowed_and_among_the_most_likely(log_p, allowed, greedy, temperature, top_k, top_p, seed):
    allowed[:, 2] |= ~allowed.any(axis=1)
    chosen = choose(log_p, allowed, [np.random.default_rng(seed)] * 3, Choice(greedy, temperature, top_k, top_p))
    for row, may, symbol in zip(log_p, allowed, chosen):
        above = (row > row[symbol]) & may
        assert may[symbol] and (not greedy or not above.any()) and (top_k == 0 or above.sum() < top_k)


def test_forbidden_symbols_are_never_drawn():
    assert shares(Choice(False, 1.0, 0, 1.0), np.array([True, False, True, False])) == pytest.approx([0.25, 0, 0.75, 0], abs=0.015)


def play(*seeds: int) -> list[list[int]]:
    model = count((np.arange(20) % 7,), 7, 1, "witten_bell")
    return improvise(model, Count(len(seeds), 40, 7), [np.random.Generator(np.random.PCG64(seed)) for seed in seeds], Choice(False, 1.0, 0, 1.0))[0]


def test_a_take_is_a_function_of_its_seed_whatever_is_played_beside_it():
    one, same, other = play(1, 1, 2)
    assert one == same != other and len(one) == 40
    assert [one] == play(1) and [other] == play(2)


class Fixed:
    """Expects the same whatever came before."""

    def start(self, takes: int) -> None:
        return None

    def step(self, state: None, symbols: np.ndarray, contexts: np.ndarray) -> tuple[np.ndarray, None]:
        return np.tile(LOG_P, (len(symbols), 1)), None

    def keep(self, state: None, takes: np.ndarray) -> None:
        return None


class Two(Count):
    """Two symbols a take, of which the first may be 0 or 1."""

    def allowed(self) -> np.ndarray:
        return super().allowed() & (np.arange(4) < (2 if self._left == 2 else 4))


def test_surprise_is_counted_among_what_is_allowed_at_temperature_one():
    # First 1 of {0, 1}: .2 / .3; then 3 of all: .4.
    takes, nats = improvise(Fixed(), Two(1, 2, 4), [None], Choice(True, 0.1, 1, 0.1))
    assert takes == [[1, 3]] and nats == pytest.approx([-(np.log(2 / 3) + np.log(0.4)) / 2])


class Short(Count):
    """The second take is complete after one symbol."""

    @property
    def full(self) -> np.ndarray:
        return np.array([self._left == 0, self._left < 2])


def test_a_take_that_is_complete_surprises_no_more():
    takes, nats = improvise(Fixed(), Short(2, 2, 4), [None] * 2, Choice(True, 1.0, 0, 1.0))
    assert takes == [[3, 3], [3]] and nats == pytest.approx([-np.log(0.4)] * 2)
