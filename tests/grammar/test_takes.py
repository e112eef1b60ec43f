"""How far a take may reach."""

from fractions import Fraction

from stages.grammar.takes import compass
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.melody.solo import Note, Solo

CHANGES = Changes(((Fraction(0), parse_chord("C")),), Fraction(4))


def solo(*pitches: int) -> Solo:
    return Solo(tuple(Note(Fraction(place), Fraction(1), pitch) for place, pitch in enumerate(pitches)), CHANGES)


def test_a_take_goes_as_low_and_as_high_as_half_of_the_solos():
    assert compass([solo(58, 80), solo(56, 78), solo(60, 82)]) == (58, 80)


def test_one_bass_among_horns_does_not_send_a_take_into_the_cellar():
    assert compass([solo(58, 80), solo(56, 78), solo(28, 70)]) == (56, 78)


def test_it_is_an_octave_at_least():
    assert compass([solo(60)]) == (60, 72) and compass([solo(127)]) == (115, 127)
