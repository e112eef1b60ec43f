"""Swing: made by hand at known ratios."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.melody.swing import feel, straighten, unswung

EIGHTHS, TRIPLET, SIXTEENTHS = (Fraction(0), Fraction(1, 2)), (Fraction(0), Fraction(1, 3), Fraction(2, 3)), tuple(Fraction(n, 4) for n in range(4))
LINE = [EIGHTHS, EIGHTHS, TRIPLET, EIGHTHS, (Fraction(1, 2),), EIGHTHS, (Fraction(0),), EIGHTHS, EIGHTHS, SIXTEENTHS, EIGHTHS, EIGHTHS] * 4


def written(beats=LINE) -> list[Fraction]:
    return [number + place for number, beat in enumerate(beats) for place in beat]


def swung(ratio: float, beats=LINE) -> np.ndarray:
    """Eighths at this ratio, triplets and sixteenths as they are."""
    late = {Fraction(1, 2): ratio / (1 + ratio)}
    return np.array([number + float(place if len(beat) > 2 else late.get(place, place)) for number, beat in enumerate(beats) for place in beat])


def human(onsets: np.ndarray, seed: int, quarters: float) -> np.ndarray:
    return np.sort(onsets + np.random.default_rng(seed).uniform(-quarters, quarters, len(onsets)))


@pytest.mark.parametrize("ratio", [1.3, 1.6, 2.0, 2.5, 2.8])
def test_swung_eighths_are_even_and_their_ratio_is_told(ratio):
    how = feel(swung(ratio))
    assert how.ratio == pytest.approx(ratio, abs=0.01)
    assert straighten(swung(ratio), how)[0] == written()


def test_even_eighths_do_not_swing():
    assert feel(swung(1.0)).ratio is None
    assert straighten(swung(1.0), feel(swung(1.0)))[0] == written()


@pytest.mark.parametrize("ratio", [1.0, 1.6, 2.0])
@pytest.mark.parametrize("seed", range(5))
def test_thirty_milliseconds_at_120_do_not_matter(ratio, seed):
    onsets = human(swung(ratio), seed, 0.06)
    how = feel(onsets)
    assert sum(read != meant for read, meant in zip(straighten(onsets, how)[0], written())) <= 1         # of 100
    assert (how.ratio is None) == (ratio == 1.0)


def test_a_straight_stretch_stays_straight():
    beats = [EIGHTHS] * 32
    onsets = np.r_[swung(1.0, beats), 32 + swung(2.0, beats)]
    how = feel(onsets)
    assert how.ratio == pytest.approx(2, abs=0.01)
    assert straighten(onsets, how)[0] == written(beats * 2)
    assert not how.swings(8) and how.swings(56)


def test_dotted_eighths_among_even_ones_are_no_swing():
    beats = [EIGHTHS, EIGHTHS, (Fraction(0), Fraction(3, 4))] * 16
    assert feel(swung(1.0, beats)).ratio is None
    assert straighten(swung(1.0, beats), feel(swung(1.0, beats)))[0] == written(beats)


def test_dotted_eighths_among_sixteenths_are_no_swing():
    beats = [(Fraction(0), Fraction(3, 4)), (Fraction(1, 4), Fraction(1, 2)), (Fraction(1, 4), Fraction(3, 4))] * 16
    assert feel(swung(1.0, beats)).ratio is None
    assert straighten(swung(1.0, beats), feel(swung(1.0, beats)))[0] == written(beats)


@pytest.mark.parametrize("ratio", [1.0, 1.6, 2.0])
@pytest.mark.parametrize("late", [-0.08, 0.05, 0.1])
def test_who_is_late_everywhere_does_not_swing_more_for_it(ratio, late):
    how = feel(swung(ratio) + late)
    assert how.ratio == (None if ratio == 1 else pytest.approx(ratio, abs=0.01))
    assert straighten(swung(ratio) + late, how)[0] == written()


def test_dotted_eighths_that_are_written_stay_but_played_ones_swing():
    """A foxtrot as it is printed, to the tick, and as a band plays it."""
    beats = [(Fraction(0), Fraction(3, 4)), (Fraction(0),)] * 24
    onsets = swung(1.0, beats)
    assert feel(onsets).ratio is None and straighten(onsets, feel(onsets))[0] == written(beats)
    assert feel(human(onsets, 1, 0.05)).ratio == pytest.approx(3, abs=0.3)


def test_few_pairs_are_too_few():
    assert feel(swung(2.0, [EIGHTHS] * 3)).ratio is None
    assert feel(swung(2.0, [EIGHTHS] * 5 + [(Fraction(0),)] * 200)).ratio is None


def test_a_metre_without_quarter_beats_does_not_swing():
    assert feel(swung(2.0), may_swing=False).ratio is None


def test_what_fits_no_division_is_left_as_played():
    fifths = np.concatenate([np.arange(8.0), 8 + np.arange(5) / 5])
    assert straighten(fifths, feel(fifths))[0][8:] == [None] * 5


def test_places_between_are_stretched_with_their_beat():
    assert unswung(np.array([1 / 3, 2 / 3, 5 / 6, 1.5]), np.array([True, True, True, False]), 2 / 3).tolist() == pytest.approx([0.25, 0.5, 0.75, 1.5])


@given(st.lists(st.integers(0, 4000), min_size=1, max_size=60, unique=True))
def test_anything_can_be_read_and_nothing_is_moved_far(ticks):
    onsets = np.array(sorted(ticks)) / 120
    how = feel(onsets)
    for onset, read in zip(onsets.tolist(), straighten(onsets, how)[0]):
        assert read is None or abs(float(read) - onset) < 0.5
