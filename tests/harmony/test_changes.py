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
    changes = Changes(TWO_FIVE.chords, Fraction(6), (6, 8))
    assert changes.bars == 2 and changes.bar_line(1) == 3


def test_an_incomplete_last_bar_counts():
    assert Changes(TWO_FIVE.chords, Fraction(5)).bars == 2


# Bars 1-2 in 4/4, bar 3 in 5/4, bars 4-6 in 3/4: bar lines at 0, 4, 8, 13, 16, 19.
MIXED = Changes(TWO_FIVE.chords, Fraction(22), (4, 4), ((Fraction(8), (5, 4)), (Fraction(13), (3, 4))))


def test_bar_lines_of_mixed_metres():
    assert MIXED.bars == 6 and [MIXED.bar_line(bar) for bar in range(6)] == [0, 4, 8, 13, 16, 19]
    assert [MIXED.bar_at(Fraction(onset)) for onset in (0, 7, 8, 12, 13, 21, 22)] == [0, 1, 2, 2, 3, 5, 6]
    assert MIXED.bar_at(Fraction(-1, 2)) == -1 and MIXED.bar_line(-1) == -4


def test_all_bar_lines_at_once_are_those_asked_for_one_by_one():
    assert MIXED.lines(12, 12 * 22)[:7] == [12 * MIXED.bar_line(bar) for bar in range(7)]
    assert MIXED.denominators() == {1} and Changes(TWO_FIVE.chords, Fraction(21, 2), (7, 8)).denominators() == {1, 2}


def test_a_place_in_words_counts_beats_of_its_own_metre():
    assert MIXED.place(Fraction(25, 2)) == "bar 3 beat 5.5" and MIXED.place(Fraction(14)) == "bar 4 beat 2"
    assert Changes(TWO_FIVE.chords, Fraction(6), (6, 8)).place(Fraction(5)) == "bar 2 beat 5"


def test_each_chorus_of_mixed_metres_begins_as_the_first():
    twice = MIXED.times(2)
    assert twice.bars == 12 and [twice.bar_line(bar) for bar in (5, 6, 7, 8, 9)] == [19, 22, 26, 30, 35]


@pytest.mark.parametrize("onset", [0, 22])
def test_a_metre_changes_between_the_ends(onset):
    with pytest.raises(ValueError, match="metre changes must ascend"):
        Changes(TWO_FIVE.chords, Fraction(22), (4, 4), ((Fraction(onset), (3, 4)),))


@pytest.mark.parametrize("onsets", [(), (1,), (0, 0), (0, 5), (0, 2, 1)])
def test_onsets_must_ascend_from_zero(onsets):
    chords = tuple((Fraction(onset), parse_chord("C")) for onset in onsets)
    with pytest.raises(ValueError, match="must start at 0, ascend"):
        Changes(chords, Fraction(4))


def test_json_keeps_symbols_and_voicings():
    changes = Changes(((Fraction(0), parse_chord("C7/E")), (Fraction(1, 3), chord_of_pitches((48, 52)))), Fraction(4), (3, 4))
    assert Changes.from_json(changes.to_json()) == changes


def test_json_keeps_the_metres():
    assert Changes.from_json(MIXED.to_json()) == MIXED
