"""Written with mido, read back with symusic."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
import symusic

from stages.harmony.changes import Changes
from stages.harmony.chords import chord_of_pitches, parse_chord
from stages.melody.solo import Note
from stages.rendering import midi

PARAMS = midi.Params(tempo=100.0, solo_program=66, chord_program=0, solo_velocity=96, chord_velocity=64)
C2, C3, E3, F3, G3, A3, B3, C4, D4, E4, F4, G4 = 36, 48, 52, 53, 55, 57, 59, 60, 62, 64, 65, 67
D2, G2 = 38, 43


def read(solo) -> symusic.Score:
    return symusic.Score.from_midi(midi.to_bytes(solo, PARAMS))


def notes(track) -> list[tuple[int, int, int]]:
    return [(note.time, note.duration, note.pitch) for note in track.notes]


def changes(*symbols: str) -> Changes:
    """A bar each."""
    return Changes(tuple((F(4 * bar), parse_chord(symbol)) for bar, symbol in enumerate(symbols)), F(4 * len(symbols)))


def test_notes_stand_on_exact_ticks(two_bars):
    assert notes(read(two_bars).tracks[0]) == [(0, 240, F4), (240, 240, E4), (640, 160, D4), (1920, 1920, B3)]


def test_tracks_have_names_programs_and_loudness(two_bars):
    solo, chords = read(two_bars).tracks
    assert (solo.name, solo.program, solo.notes[0].velocity) == ("Solo", 66, 96)
    assert (chords.name, chords.program, chords.notes[0].velocity) == ("Chords", 0, 64)


def test_tempo_metre_and_key(two_bars):
    score = read(replace(two_bars, changes=replace(two_bars.changes, metre=(6, 8))))
    assert round(score.tempos[0].qpm, 3) == 120
    assert (score.time_signatures[0].numerator, score.time_signatures[0].denominator) == (6, 8)
    assert score.key_signatures[0].key == -1


def test_a_solo_without_tempo_and_key(two_bars):
    score = read(replace(two_bars, tempo=None, key=None))
    assert round(score.tempos[0].qpm, 3) == 100
    assert not score.key_signatures


def test_the_same_bytes_every_time(two_bars):
    assert midi.to_bytes(two_bars, PARAMS) == midi.to_bytes(two_bars, PARAMS)


def test_a_title_in_any_script(two_bars):
    assert "Über 枯葉".encode() in midi.to_bytes(replace(two_bars, tune="Über 枯葉"), PARAMS)


def test_chords_are_a_bass_and_guide_tones_close_to_each_other():
    assert midi.comping(changes("Dm7", "G7", "CM7")) == [
        (0, 4, (D2, A3, C4, F4)), (4, 8, (G2, B3, D4, F4)), (8, 12, (C2, B3, E4, G4))]


@pytest.mark.parametrize("symbol", ["C", "F#m7b5", "Bb13", "A7alt", "Ebdim7", "C5", "G7sus4", "F/G", "Bbm7b5/E", "B69", "C7\\Eb"])
def test_every_chord_is_playable(symbol):
    (_, _, (bass, *hand)), = midi.comping(changes(symbol))
    assert 36 <= bass <= 47 and bass % 12 == parse_chord(symbol).bass
    assert 2 <= len(hand) <= 4 and 52 <= min(hand) and max(hand) <= 67
    assert {pitch % 12 for pitch in hand} <= set(parse_chord(symbol).tones)


def test_no_chord_is_silent():
    assert [onset for onset, _, _ in midi.comping(changes("C", "NC", "C"))] == [0, 8]


def test_a_long_chord_symbol_is_struck_at_every_bar_line():
    held = Changes(((F(0), parse_chord("C")), (F(3), parse_chord("F"))), F(12))
    assert [(onset, end) for onset, end, _ in midi.comping(held)] == [(0, 3), (3, 4), (4, 8), (8, 12)]


def test_a_chord_known_by_its_pitches_is_played_as_it_was():
    played = Changes(((F(0), chord_of_pitches((C3, E3, G3))),), F(8))
    assert midi.comping(played) == [(0, 8, (C3, E3, G3))]


def test_a_pickup_moves_everything_back_by_whole_bars(two_bars):
    score = read(replace(two_bars, notes=(Note(F(-1), F(1), G4), Note(F(0), F(1), F4))))
    assert notes(score.tracks[0]) == [(1440, 480, G4), (1920, 480, F4)]
    assert score.tracks[1].notes[0].time == 1920


def test_a_pitch_struck_again_ends_the_note_before(two_bars):
    solo = replace(two_bars, notes=(Note(F(0), F(2), C4), Note(F(0), F(3), C4), Note(F(1), F(1), C4), Note(F(1), F(4), E4)))
    assert notes(read(solo).tracks[0]) == [(0, 480, C4), (480, 480, C4), (480, 1920, E4)]


def test_the_shortest_note_lasts_a_tick(two_bars):
    assert notes(read(replace(two_bars, notes=(Note(F(0), F(1, 5000), C4),))).tracks[0]) == [(0, 1, C4)]


def test_a_pitch_that_midi_does_not_know(two_bars):
    with pytest.raises(ValueError, match="0..127"):
        midi.to_bytes(replace(two_bars, notes=(Note(F(0), F(1), 128),)), PARAMS)


def test_no_notes_at_all(two_bars):
    assert [len(track.notes) for track in read(replace(two_bars, notes=())).tracks if track.name == "Chords"] == [8]


def test_metres_that_change_stand_where_they_do_and_chords_are_struck_at_their_bar_lines(two_bars):
    mixed = Changes(((F(0), parse_chord("C7")),), F(12), (4, 4), ((F(4), (5, 4)), (F(9), (3, 4))))
    score = read(replace(two_bars, changes=mixed))
    assert [(sign.time, sign.numerator, sign.denominator) for sign in score.time_signatures] == [(0, 4, 4), (4 * 480, 5, 4), (9 * 480, 3, 4)]
    assert [onset for onset, _, _ in midi.comping(mixed)] == [0, 4, 9]
