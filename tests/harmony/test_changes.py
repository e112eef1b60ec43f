"""Chords over time."""

from fractions import Fraction

import pytest

from stages.harmony.changes import Changes
from stages.harmony.chords import chord_of_pitches, parse_chord

TWO_FIVE = Changes(((Fraction(0), parse_chord("Dm7")), (Fraction(2), parse_chord("G7"))), Fraction(4))


def test_the_chord_at_an_onset_is_the_last_one_begun():
    assert [TWO_FIVE.at(Fraction(onset)).symbol for onset in (0, 1, 2, 3, 9)] == ["Dm7", "Dm7", "G7", "G7", "G7"]


def test_choruses_repeat_the_chords():
    twice = TWO_FIVE.times(2)
    assert [(onset, chord.symbol) for onset, chord in twice.chords] == [(0, "Dm7"), (2, "G7"), (4, "Dm7"), (6, "G7")]
    assert twice.length == 8 and twice.bars == 2


def test_a_bar_of_six_eighths_has_three_quarters():
    assert Changes(TWO_FIVE.chords, Fraction(6), (6, 8)).bar_length == 3


def test_an_incomplete_last_bar_counts():
    assert Changes(TWO_FIVE.chords, Fraction(5)).bars == 2


@pytest.mark.parametrize("onsets", [(), (1,), (0, 0), (0, 5), (0, 2, 1)])
def test_onsets_must_ascend_from_zero(onsets):
    chords = tuple((Fraction(onset), parse_chord("C")) for onset in onsets)
    with pytest.raises(ValueError, match="must start at 0, ascend"):
        Changes(chords, Fraction(4))


def test_json_keeps_symbols_and_voicings():
    changes = Changes(((Fraction(0), parse_chord("C7/E")), (Fraction(1, 3), chord_of_pitches((48, 52)))), Fraction(4), (3, 4))
    assert Changes.from_json(changes.to_json()) == changes
