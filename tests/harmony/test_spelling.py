"""Names and arithmetic of music21, which must be installed for these tests only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from music21.interval import Interval
from music21.pitch import Pitch

from stages.harmony.spelling import NAMES, Spelled, best_scale, interval, interval_name, is_major, root, spell, steps_between, transpose

WRITTEN = st.builds(Spelled, st.sampled_from([*NAMES, "D-", "A-", "D#", "A#", "E#", "C-"]), st.integers(2, 6))
NAMED = st.sampled_from("P1 m2 M2 m3 M3 P4 A4 d5 P5 m6 M6 m7 M7 P8 m-2 M-3 P-4 d-5 A-4 m-7 P-8 m9 d-8".split())


@given(st.integers(24, 108))
def test_midi_numbers_are_spelled_as_music21_spells_them(midi):
    assert "".join(map(str, spell(midi))) == Pitch(midi).nameWithOctave


@given(WRITTEN, WRITTEN)
def test_intervals_have_the_names_of_music21(start, end):
    expected = Interval(Pitch(f"{start.name}{start.octave}"), Pitch(f"{end.name}{end.octave}"))
    assert interval_name(steps_between(start, end), end.midi - start.midi) == expected.directedName


@given(WRITTEN, NAMED)
def test_transposed_pitches_are_written_as_in_music21(start, name):
    moved = transpose(start, interval(name))
    assert f"{moved.name}{moved.octave}" == Pitch(f"{start.name}{start.octave}").transpose(Interval(name)).nameWithOctave


@pytest.mark.parametrize("name", "P1 d1 A1 m2 dd5 M-2 P-4 d-8 P11 A-11 m7 d6".split())
def test_a_name_goes_to_steps_and_semitones_and_back(name):
    assert interval_name(*interval(name)) == name


@pytest.mark.parametrize("name", ["", "X5", "P3", "M5", "m", "P0"])
def test_what_is_no_interval_is_refused(name):
    with pytest.raises(ValueError, match="expected an interval such as 'P5'"):
        interval(name)


@pytest.mark.parametrize("midi, name, octave", [(59, "C-", 4), (72, "B#", 4), (61, "D-", 4)])
def test_a_name_keeps_its_octave(midi, name, octave):
    assert Spelled(name, octave).midi == midi


def test_too_many_accidentals_give_the_usual_spelling():
    assert transpose(Spelled("F#", 4), interval("A1")).name == "F##"
    assert transpose(Spelled("F#", 4), interval("A1"), accidentals=1).name == "G"


@pytest.mark.parametrize("voicing, low, major", [((60, 64, 67), 60, True), ((52, 55, 60), 60, True), ((60, 63, 67), 60, False), ((60, 64), 60, True), ((60, 64, 68), 60, False)])
def test_roots_and_major_chords(voicing, low, major):
    assert (root(voicing), is_major(voicing)) == (low, major)


def test_the_scale_with_most_tones_wins_then_the_highest():
    assert [pitch.name for pitch in best_scale("major", frozenset({0, 4, 7, 11}))] == "G A B C D E F# G".split()
