"""Categories of notes, by ear: what is this note over that chord?"""

from fractions import Fraction

import pytest

from stages.harmony.changes import Changes
from stages.harmony.chords import NO_CHORD, parse_chord
from stages.melody.categories import categories, static_category
from stages.melody.solo import Note, Solo


def solo(pitches: list[int], symbol: str) -> Solo:
    changes = Changes(((Fraction(0), parse_chord(symbol)),), Fraction(4))
    return Solo(tuple(Note(Fraction(place, 2), Fraction(1, 2), pitch) for place, pitch in enumerate(pitches)), changes)


@pytest.mark.parametrize("pitch, category", [(64, "C"), (70, "C"), (62, "L"), (65, "S"), (66, "L"), (61, "X")])
def test_single_notes_over_c7(pitch, category):
    assert static_category(pitch, parse_chord("C7")) == category


def test_a_chromatic_note_that_moves_a_semitone_into_the_third_approaches():
    assert categories(solo([63, 64], "C7")) == ["A", "C"]       # Eb E over C7


def test_a_chromatic_note_that_leaps_or_ends_does_not():
    assert categories(solo([63, 67, 61], "C7")) == ["X", "C", "X"]


def test_moving_into_an_avoid_note_is_no_approach():
    assert categories(solo([66, 65], "CM7"))[0] == "L"
    assert categories(solo([61, 60], "FM7")) == ["A", "C"] and categories(solo([63, 62, 61], "Cm7b5"))[2] == "S"


def test_everything_fits_where_there_is_no_chord():
    assert [static_category(pitch, NO_CHORD) for pitch in range(60, 72)] == ["C"] * 12
