"""Witten-Bell and modified Kneser-Ney smoothing: worked out by hand, and beside the formulas of Chen & Goodman written down literally."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stages.improvisers.backoff import FALLBACK, SMOOTHINGS, Backoff, discounts

A, B, C, D, R = range(5)
ABRACADABRA = np.array([A, B, R, A, C, A, D, A, B, R, A])
BEFORE, AFTER = ABRACADABRA[:-1, None], ABRACADABRA[1:]

ROWS = st.lists(st.tuples(st.integers(-1, 2), st.integers(0, 3), st.integers(0, 4)), min_size=1, max_size=60)


def behind(smoothing: str, *conditions: int) -> np.ndarray:
    """What follows a letter in ABRACADABRA, or any letter."""
    return Backoff.count(BEFORE, AFTER, 5, smoothing).probabilities(np.array([conditions]))[0]


def test_witten_bell_by_hand():
    # Of the ten letters behind another: a 4, b 2, r 2, c 1, d 1, so P(b) = (2 + 5 / 5) / (10 + 5). Behind a: b twice, c, d; P(b | a) = (2 + 3 P(b)) / (4 + 3).
    found = behind("witten_bell", A)
    assert found[B] == pytest.approx((2 + 3 * 3 / 15) / 7) and found[R] == pytest.approx(3 * 3 / 15 / 7)


def test_kneser_ney_by_hand():
    # a stands behind three different letters, b, c, d and r behind one. No pair occurs three times, so the discounts are 0.5, 1, 1.5:
    # P(a) = (3 - 1.5) / 7 + (1.5 + 4 * 0.5) / 7 / 5, P(b) = (1 - 0.5) / 7 + 0.5 / 5.
    found = behind("kneser_ney", B)                     # b has r behind it, twice
    assert found[R] == pytest.approx(1 / 2 + 1 / 2 * (0.5 / 7 + 0.1)) and found[A] == pytest.approx(1 / 2 * (1.5 / 7 + 0.1))
    # Behind a: b twice, c, d. P(b | a) = (2 - 1) / 4 + (1 + 2 * 0.5) / 4 P(b).
    assert behind("kneser_ney", A)[B] == pytest.approx(1 / 4 + 1 / 2 * (0.5 / 7 + 0.1))


@pytest.mark.parametrize("smoothing", SMOOTHINGS)
def test_a_history_never_seen_says_what_the_shorter_one_says(smoothing):
    model = Backoff.count(np.column_stack([BEFORE, np.arange(10)]), AFTER, 5, smoothing)
    one, other = model.probabilities(np.array([[A, 77], [A, -5]]))
    assert one.tolist() == other.tolist()
    assert model.probabilities(np.array([[99, 0]]))[0] == pytest.approx(model.marginal) and model.marginal.sum() == pytest.approx(1)


def test_discounts_by_hand():
    # n_1..n_4 = 6, 4, 2, 1: Y = 6 / 14, D1 = 1 - 2 Y 4/6, D2 = 2 - 3 Y 2/4, D3 = 3 - 4 Y 1/2.
    assert discounts(np.array([1] * 6 + [2] * 4 + [3] * 2 + [4] + [9])) == pytest.approx([3 / 7, 19 / 14, 15 / 7])


@pytest.mark.parametrize("counts", [[1, 1, 2, 3], [2, 2, 3, 4], [1] * 10 + [2] + [3] * 10 + [4]], ids=["no fours", "no ones", "D2 below 0"])
def test_of_too_few_counts_the_discounts_are_those_of_kenlm(counts):
    assert discounts(np.array(counts)).tolist() == list(FALLBACK)


def textbook(rows: list[tuple[int, ...]], n_outcomes: int, history: tuple[int, ...], outcome: int) -> float:
    """Chen & Goodman 1998: the interpolated form of equation (4.1.6), continuation counts in the place of counts below the highest order (3.2); rows are (*history, outcome)."""
    highest = len(rows[0]) - 1

    def c(length: int) -> Counter:
        return Counter(rows) if length == highest else Counter((*longer[:length], longer[-1]) for longer in c(length + 1))

    def probability(history: tuple[int, ...]) -> float:
        counts = c(len(history))
        below = probability(history[:-1]) if history else 1 / n_outcomes
        total = sum(count for row, count in counts.items() if row[:-1] == history)
        if total == 0:
            return below
        n = [sum(count == k for count in counts.values()) for k in range(5)]
        d = [0, 0.5, 1, 1.5]
        if all(n[1:]):
            y = n[1] / (n[1] + 2 * n[2])
            estimated = [0, 1 - 2 * y * n[2] / n[1], 2 - 3 * y * n[3] / n[2], 3 - 4 * y * n[4] / n[3]]
            d = estimated if min(estimated[1:]) > 0 else d
        taken = sum(d[min(count, 3)] for row, count in counts.items() if row[:-1] == history)
        own = counts[(*history, outcome)]
        return (own - d[min(own, 3)]) / total + taken / total * below

    return probability(history)


@settings(deadline=None)
@given(ROWS, st.tuples(st.integers(-1, 3), st.integers(-1, 4)), st.integers(0, 5))
def test_kneser_ney_is_the_formula_of_the_paper(rows, history, outcome):
    data = np.array(rows)
    found = Backoff.count(data[:, :-1], data[:, -1], 6, "kneser_ney").probabilities(np.array([history]))[0, outcome]
    assert found == pytest.approx(textbook(rows, 6, history, outcome))


def test_kneser_ney_is_the_formula_of_the_paper_with_discounts_from_counts():
    data = np.random.default_rng(1).zipf(1.7, (300, 3)) % 5
    model, rows = Backoff.count(data[:, :-1], data[:, -1], 5, "kneser_ney"), [tuple(row) for row in data.tolist()]
    assert not np.allclose(discounts(model.counts), FALLBACK)
    for history in ((1, 1), (1, 4), (3, 2), (0, 0)):
        assert model.probabilities(np.array([history]))[0] == pytest.approx([textbook(rows, 5, history, outcome) for outcome in range(5)])


@settings(deadline=None)
@given(ROWS, ROWS, st.sampled_from(SMOOTHINGS), st.lists(st.booleans(), min_size=6, max_size=6))
def test_probabilities_add_up_to_one_and_none_of_what_is_possible_is_zero(rows, asked, smoothing, possible):
    data, places = np.array(rows), np.array(asked)[:, :2]
    model, possible = Backoff.count(data[:, :-1], data[:, -1], 6, smoothing), np.array([*possible[:5], True])
    for found in (model.probabilities(places), model.probabilities(places, np.tile(possible, (len(places), 1)))):
        assert found.sum(axis=1) == pytest.approx(np.ones(len(places)))
    assert (found[:, possible] > 0).all() and (found[:, ~possible] == 0).all() and (model.probabilities(places) > 0).all()


@pytest.mark.parametrize("smoothing", SMOOTHINGS)
def test_what_is_not_possible_is_no_evidence(smoothing):
    # Behind a only b and c were possible, so its d says nothing. Witten-Bell: P(b) = (2 + 2 / 2) / (3 + 2), P(b | a) = (2 + 2 P(b)) / (3 + 2).
    only = np.array([[False, True, True, False, False]])
    found = Backoff.count(BEFORE, AFTER, 5, smoothing).probabilities(np.array([[A]]), only)[0]
    # Kneser-Ney: P(b) = 1 / 2, for b and c stand behind one letter each; P(b | a) = (2 - 1 + (1 + 0.5) P(b)) / 3.
    assert found[B] == pytest.approx({"witten_bell": (2 + 2 * 3 / 5) / 5, "kneser_ney": (1 + 1.5 / 2) / 3}[smoothing])
    assert found[B] + found[C] == pytest.approx(1)


def test_without_conditions_it_is_how_often_each_occurs():
    # 11 letters, 5 kinds: P(a) = (5 + 5 / 5) / (11 + 5).
    found = Backoff.count(np.zeros((11, 0)), ABRACADABRA, 5, "witten_bell").probabilities(np.zeros((3, 0)))
    assert found == pytest.approx(np.tile(np.array([6, 3, 2, 2, 3]) / 16, (3, 1)))
