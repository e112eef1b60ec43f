"""How far a take may reach."""

from fractions import Fraction

import pytest

from stages.grammar import GrammarError, woodshed
from stages.grammar.takes import compass, name_of, perform, pitch_of, reach
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


@pytest.mark.parametrize("name, pitch", [(60, 60), ("C4", 60), ("Bb3", 58), ("F#5", 78), ("Cb4", 59), ("B#3", 60), ("C-1", 0), ("G9", 127), ("60", None), ("H3", None), ("bb3", None), ("C10", None), (128, None), (-1, None), ("", None)])
def test_a_pitch_by_name_or_number(name, pitch):
    if pitch is None:
        with pytest.raises(GrammarError, match="lowest: expected a MIDI number from 0 to 127, or a name such as Bb3 or F#5"):
            pitch_of(name, "lowest")
    else:
        assert pitch_of(name, "lowest") == pitch


def test_every_pitch_has_a_name_that_is_read():
    assert [pitch_of(name_of(pitch), "") for pitch in range(128)] == list(range(128))


def test_the_range_asked_for():
    assert reach(None, None, (57, 79), None) == (57, 79)
    assert reach("G3", None, (57, 79), None) == (55, 79) and reach(None, "F#6", (57, 79), None) == (57, 90) and reach(40, 52, (57, 79), None) == (40, 52)
    assert reach(None, None, (57, 79), solo(50, 60, 84)) == (50, 84) and reach(48, None, (57, 79), solo(50, 60)) == (48, 79)


@pytest.mark.parametrize("lowest, highest, opening, expected", [
    ("C5", "C4", None, r"expected lowest below highest, found C5 \(72\) and C4 \(60\)"),
    (60, 71, None, r"at least an octave \(12 semitones\) apart, so that every pitch class has a place; found C4 \(60\) and B4 \(71\)"),
    ("C5", None, None, r"found C5 \(72\) and G5 \(79, that of the corpus\)"),
    ("G3", "G5", solo(60, 52), r"opening: : expected notes from lowest to highest, G3 to G5, found E3 \(52\)"),
    (None, "G5", solo(60, 80), r"expected notes from lowest to highest, A3 to G5, found G#5 \(80\)"),
])
def test_a_range_that_cannot_be_is_refused(lowest, highest, opening, expected):
    with pytest.raises(GrammarError, match=expected):
        reach(lowest, highest, (57, 79), opening)


def test_a_take_sounds_in_its_own_compass():
    take = {"chart": solo().to_json(), "take": 1, "seed": [1], "tokens": ["C,2,+0", "C,2,-8"]}
    assert [[note.pitch for note in perform({**take, "compass": low_high}, woodshed).notes] for low_high in ([48, 72], [55, 79])] == [[60, 52], [60, 64]]
