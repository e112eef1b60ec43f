"""Solos from transcribed notes over two bars of 4/4, a beat every half second from 0 on."""

import math
from dataclasses import replace
from fractions import Fraction

import pytest

from stages.corpora.errors import CorpusError
from stages.corpora.wjazzd.beats import Beats
from stages.corpora.wjazzd.transcription import Labels, Played, solo_of, whole
from stages.melody.quantize import Grid

GRID = Grid(24, Fraction(1, 8))
LABELS = Labels("T", "P", "t#1")
C4, D4, E4 = 60, 62, 64
TWO_BARS = Beats([number / 2 for number in range(8)], [1] * 4 + [2] * 4, [1, 2, 3, 4] * 2, ["4/4"] + [""] * 7, ["C7"] + [""] * 7)


def played(*rows: tuple) -> Played:
    """(onset, duration, pitch, bar, beat, tatum, division)"""
    return Played(*map(list, zip(*rows)))


def solo(notes: Played, beats: Beats = TWO_BARS, labels: Labels = LABELS, unit: int = 4):
    return solo_of(notes, beats, unit, labels, GRID, "t")


def shape(notes) -> list[tuple[str, str, int]]:
    return [(str(note.onset), str(note.duration), note.pitch) for note in notes]


def test_a_note_stands_where_it_is_written_and_lasts_as_it_was_played():
    notes = played((0.02, 0.25, C4, 1, 1, 1, 1), (0.34, 0.1, D4, 1, 1, 2, 2), (1.0, 1.0, E4, 1, 3, 1, 1))
    found = solo(notes)
    assert shape(found.notes) == [("0", "1/2", C4), ("1/2", "5/24", D4), ("2", "2", E4)]
    assert found.seconds == ((0.02, 0.25), (0.34, 0.1), (1.0, 1.0)) and "notes" not in found.reading


def test_tuplets_go_to_the_grid_and_what_moves_is_counted():
    found = solo(played(*((number / 10, 0.1, C4, 1, 1, number + 1, 5) for number in range(5))))
    assert [int(note.onset * 24) for note in found.notes] == [0, 5, 10, 14, 19]
    assert found.reading["grid"]["moved"] == 4


def test_a_note_over_a_ritardando_lasts_as_many_beats_as_it_was_held():
    slower = replace(TWO_BARS, onsets=[0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0])
    assert shape(solo(played((1.5, 1.5, C4, 1, 4, 1, 1)), slower).notes) == [("3", "2", C4)]


def test_notes_on_one_place_keep_the_order_in_which_they_were_played():
    found = solo(played((0.0, 0.1, C4, 1, 1, 1, 1), (0.1, 0.1, D4, 1, 1, 1, 1), (0.2, 0.1, E4, 1, 1, 1, 2)))
    assert [note.pitch for note in found.notes] == [C4, D4, E4] and found.notes[0].onset == 0 and found.notes[2].onset <= Fraction(1, 8)
    assert found.reading["notes"] == ["2 notes stand at or before the place of the note played before them; they were spread in the order in which they were played"]


def test_rows_in_another_order_are_sorted_with_their_phrases():
    found = solo(played((1.0, 0.1, E4, 1, 3, 1, 1), (0.0, 0.1, C4, 1, 1, 1, 1), (0.5, 0.1, D4, 1, 2, 1, 1)), labels=replace(LABELS, phrases=(1, 0)))
    assert [note.pitch for note in found.notes] == [C4, D4, E4] and found.phrases == (0, 2)


def test_a_note_far_before_the_one_played_before_it_is_refused():
    with pytest.raises(CorpusError, match="t: expected notes in the order in which they are played, found one in bar 1"):
        solo(played((0.0, 0.1, C4, 2, 3, 1, 1), (0.5, 0.1, D4, 1, 1, 1, 1)))


@pytest.mark.parametrize("second, ratio", [(0.25, 1.0), (0.3, 1.5), (1 / 3, 2.0)])
def test_swing_is_the_ratio_of_the_eighths_against_the_beats(second, ratio):
    many = Beats([number / 2 for number in range(48)], [1 + number // 4 for number in range(48)], [1, 2, 3, 4] * 12, [""] * 48, [""] * 48)
    rows = [(beat / 2 + part * second + 0.001, 0.1, C4, 1 + beat // 4, beat % 4 + 1, part + 1, 2) for beat in range(12) for part in (0, 1)]
    assert solo(played(*rows), many).swing == pytest.approx(ratio, abs=0.05)
    assert solo(played(*rows[:18]), many).swing is None


@pytest.mark.parametrize("written, unit, tempo", [(121.0, 4, 121.0), (None, 4, 120.0), (0.0, 4, 120.0), (math.inf, 4, 120.0), (None, 8, 60.0), (100.0, 2, 200.0)])
def test_tempo_is_in_quarter_notes(written, unit, tempo):
    plain = replace(TWO_BARS, signatures=[""] * 8)
    assert solo(played((0.0, 0.1, C4, 1, 1, 1, 1)), plain, replace(LABELS, tempo=written), unit).tempo == tempo


def test_chords_are_told_as_written_or_none():
    note = played((0.0, 0.1, C4, 1, 1, 1, 1))
    assert solo(note).reading["chords"]["how"] == "written"
    assert solo(note, replace(TWO_BARS, chords=["NC"] + [""] * 7)).reading["chords"]["how"] == "none"
    assert solo(note, replace(TWO_BARS, chords=["C7zz"] + [""] * 7)).reading["respelt"]["C7zz"][1] == 1


@pytest.mark.parametrize("column, value", [
    ("onsets", math.nan), ("onsets", math.inf), ("onsets", None), ("onsets", 10**400), ("onsets", 1e300), ("durations", -1.0), ("durations", 1e9), ("pitches", 128),
    ("pitches", -1),
    ("bars", 10**18), ("bars", -(10**18)), ("beats", 0), ("beats", 10**9), ("divisions", 0), ("divisions", 10**9), ("tatums", 0), ("tatums", 2),
])
def test_values_that_cannot_be_are_refused(column, value):
    good = played((0.0, 0.1, C4, 1, 1, 1, 1), (0.5, 0.1, C4, 1, 2, 1, 1))
    with pytest.raises(CorpusError, match="t: expected"):
        solo(replace(good, **{column: [getattr(good, column)[0], value]}))


def test_whole_numbers_may_be_stored_as_floats():
    assert whole([1.0, 2], "bar", "t") == [1, 2]
    for wrong in (1.5, math.nan, math.inf, None, b"1", "1"):
        with pytest.raises(CorpusError, match="t: expected whole numbers as bar, found"):
            whole([1.0, wrong], "bar", "t")
