"""Solos from transcribed notes over two bars of 4/4, a beat every half second from 0 on."""

import math
import re
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stages.corpora.errors import CorpusError
from stages.corpora.wjazzd.transcription import Labels, Transcription, solo_of
from stages.melody.quantize import Grid

GRID = Grid(24, Fraction(1, 8))
LABELS = Labels("T", "P", "t#1")
C4, D4, E4 = 60, 62, 64
TWO_BARS = np.array([(beat / 2, 1 + beat // 4, 1 + beat % 4) for beat in range(8)])


def solo(*notes: tuple, beats: np.ndarray = TWO_BARS, labels: Labels = LABELS, unit: int = 4, metre: str = "4/4", chord: str = "C7"):
    """(onset, duration, pitch, bar, beat, tatum, division) of every note; metre and chord begin with the first beat."""
    return solo_of(Transcription(np.array(notes, float), beats, {0: metre} if metre else {}, {0: chord}), unit, labels, GRID, "t")


def shape(notes) -> list[tuple[str, str, int]]:
    return [(str(note.onset), str(note.duration), note.pitch) for note in notes]


def test_a_note_stands_where_it_is_written_and_lasts_as_it_was_played():
    found = solo((0.02, 0.25, C4, 1, 1, 1, 1), (0.34, 0.1, D4, 1, 1, 2, 2), (1.0, 1.0, E4, 1, 3, 1, 1))
    assert shape(found.notes) == [("0", "1/2", C4), ("1/2", "5/24", D4), ("2", "2", E4)]
    assert found.seconds == ((0.02, 0.25), (0.34, 0.1), (1.0, 1.0)) and "notes" not in found.reading


def test_tuplets_go_to_the_grid_and_what_moves_is_counted():
    found = solo(*((number / 10, 0.1, C4, 1, 1, number + 1, 5) for number in range(5)))
    assert [int(note.onset * 24) for note in found.notes] == [0, 5, 10, 14, 19]
    assert found.reading["grid"]["moved"] == 4


def test_a_note_over_a_ritardando_lasts_as_many_beats_as_it_was_held():
    slower = TWO_BARS.copy()
    slower[4:, 0] = [2.0, 3.0, 4.0, 5.0]
    assert shape(solo((1.5, 1.5, C4, 1, 4, 1, 1), beats=slower).notes) == [("3", "2", C4)]


def test_notes_on_one_place_keep_the_order_in_which_they_were_played():
    found = solo((0.0, 0.1, C4, 1, 1, 1, 1), (0.1, 0.1, D4, 1, 1, 1, 1), (0.2, 0.1, E4, 1, 1, 1, 2))
    assert [note.pitch for note in found.notes] == [C4, D4, E4] and found.notes[0].onset == 0 and found.notes[2].onset <= Fraction(1, 8)
    assert found.reading["notes"] == ["2 notes stand at or before the place of the note played before them; they were spread in the order in which they were played"]


def test_rows_in_another_order_are_sorted_with_their_phrases():
    found = solo((1.0, 0.1, E4, 1, 3, 1, 1), (0.0, 0.1, C4, 1, 1, 1, 1), (0.5, 0.1, D4, 1, 2, 1, 1), labels=replace(LABELS, phrases=(1, 0)))
    assert [note.pitch for note in found.notes] == [C4, D4, E4] and found.phrases == (0, 2)


def test_a_note_far_before_the_one_played_before_it_is_refused():
    with pytest.raises(CorpusError, match="t: expected notes in the order in which they are played, found one in bar 1"):
        solo((0.0, 0.1, C4, 2, 3, 1, 1), (0.5, 0.1, D4, 1, 1, 1, 1))


@pytest.mark.parametrize("second, ratio", [(0.25, 1.0), (0.3, 1.5), (1 / 3, 2.0)])
def test_swing_is_the_ratio_of_the_eighths_against_the_beats(second, ratio):
    many = np.array([(beat / 2, 1 + beat // 4, 1 + beat % 4) for beat in range(48)])
    rows = [(beat / 2 + part * second + 0.001, 0.1, C4, 1 + beat // 4, beat % 4 + 1, part + 1, 2) for beat in range(12) for part in (0, 1)]
    assert solo(*rows, beats=many).swing == pytest.approx(ratio, abs=0.05)
    assert solo(*rows[:18], beats=many).swing is None


@pytest.mark.parametrize("written, unit, tempo", [(121.0, 4, 121.0), (None, 4, 120.0), (0.0, 4, 120.0), (math.inf, 4, 120.0), (None, 8, 60.0), (100.0, 2, 200.0)])
def test_tempo_is_in_quarter_notes(written, unit, tempo):
    assert solo((0.0, 0.1, C4, 1, 1, 1, 1), labels=replace(LABELS, tempo=written), unit=unit, metre="").tempo == tempo


def test_chords_are_told_as_written_or_none():
    note = (0.0, 0.1, C4, 1, 1, 1, 1)
    assert solo(note).reading["chords"]["how"] == "written"
    assert solo(note, chord="NC").reading["chords"]["how"] == "none"
    assert solo(note, chord="C7zz").reading["respelt"]["C7zz"][1] == 1


@pytest.mark.parametrize("column, value", [
    ("onset", math.nan), ("onset", math.inf), ("onset", 1e300), ("duration", -1.0), ("duration", 1e9), ("pitch", 128), ("pitch", -1), ("pitch", 60.5),
    ("bar", 10**18), ("bar", -(10**18)), ("beat", 0), ("beat", 1.5), ("beat", 10**9), ("division", 0), ("division", 10**9), ("tatum", 0),
])
def test_values_that_cannot_be_are_refused(column, value):
    second = {"onset": 0.5, "duration": 0.1, "pitch": C4, "bar": 1, "beat": 2, "tatum": 1, "division": 1} | {column: value}
    with pytest.raises(CorpusError, match=f"t: expected a (whole )?number of .* as {column}, found {'none' if math.isnan(value) else re.escape(f'{value:.15g}')} in row 2 of the notes"):
        solo((0.0, 0.1, C4, 1, 1, 1, 1), tuple(second.values()))


def test_a_tatum_beyond_the_division_of_its_beat_is_refused():
    with pytest.raises(CorpusError, match="t: expected no tatum beyond the division of its beat"):
        solo((0.0, 0.1, C4, 1, 1, 3, 2))
