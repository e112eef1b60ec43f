"""The lead sheet reader, on small sheets written here; durations are the vectors of Impro-Visor's own rule."""

from fractions import Fraction
from pathlib import Path

import pytest

from stages.corpora.errors import CorpusError
from stages.corpora.leadsheet import duration, read, read_sheet

SLOTS = {
    "1": 480, "2": 240, "4": 120, "8": 60, "16": 30, "32": 15, "4.": 180, "2.": 360, "4..": 210, "2/3": 160, "4/3": 80, "8/3": 40, "16/3": 20, "8/5": 48, "16/5": 24,
    "4+8": 180, "2+8": 300, "2.+8/3+32": 415, "1+1+1": 1440, "480": 1, "": 60,
}


def sheet(tmp_path: Path, chords: str, *melodies: str, head: str = "") -> Path:
    path = tmp_path / "sheet.ls"
    path.write_text(f"{head}\n(part (type chords))\n{chords}\n" + "".join(f"(part (type melody))\n{melody}\n" for melody in melodies))
    return path


def solo(*arguments, **options):
    return next(read(sheet(*arguments, **options)))


@pytest.mark.parametrize("text", SLOTS)
def test_duration(text):
    assert duration(text) == Fraction(SLOTS[text], 120)


def test_notes_have_pitch_onset_and_duration(tmp_path):
    notes = solo(tmp_path, "F7 |", "r8 c+8 bb-8/3 f#4. g--4+8").notes
    assert [(note.onset, note.duration, note.pitch) for note in notes] == [
        (Fraction(1, 2), Fraction(1, 2), 72), (1, Fraction(1, 3), 58), (Fraction(4, 3), Fraction(3, 2), 66), (Fraction(17, 6), Fraction(3, 2), 43)]


def test_chords_share_a_bar_and_slashes_and_empty_bars_go_on(tmp_path):
    changes = read_sheet(sheet(tmp_path, "Dm7 G7 | CM7 / / A7 | | Dm7/G , NC |")).changes
    assert [(onset, chord.symbol) for onset, chord in changes.chords] == [(0, "Dm7"), (2, "G7"), (4, "CM7"), (7, "A7"), (12, "Dm7/G"), (16, "NC")]
    assert changes.length == 20


def test_labels_come_from_the_head(tmp_path):
    found = solo(tmp_path, "C | C |", "c4", head="(title My (Own) Tune) (composer Ann) (meter 3 4) (key -2) (tempo 140.0) (style swing (x 1))")
    assert (found.tune, found.performer, found.key, found.tempo) == ("My Tune", "Ann", -2, 140.0)
    assert found.changes.metre == (3, 4) and found.changes.length == 6


def test_each_melody_part_is_another_chorus(tmp_path):
    found = solo(tmp_path, "C7 |", "c1", "e1")
    assert [(note.onset, note.pitch) for note in found.notes] == [(0, 60), (4, 64)] and found.changes.length == 8


def test_a_melody_longer_than_its_chords_goes_round_again(tmp_path):
    assert solo(tmp_path, "C7 |", "c1 d1").changes.length == 8


@pytest.mark.parametrize("chords, melody, said", [
    ("C7 | Dm7 Hx7 |", "c4", r"sheet.ls:3: bar 2: chord symbol 'Hx7' not understood"),
    ("C7 | D E F G A B D |", "c4", "bar 2: 7 chords cannot share a bar"),
    ("C7 |", "c4 z8", r"sheet.ls:5: note 'z8' not understood"),
    ("C7 |", "c4 d4x", "note 'd4x' not understood"),
    ("C7 |", "c4 (open", r"expected '\)' for every '\('"),
    ("C7 |", "r1", "expected a melody part with notes"),
    ("", "c4", "expected chords with bar lines"),
])
def test_what_goes_wrong_is_named_with_its_place(tmp_path, chords, melody, said):
    with pytest.raises(CorpusError, match=said):
        solo(tmp_path, chords, melody)


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "bad.ls").write_bytes(b"(title \xff\xfe)")
    with pytest.raises(CorpusError, match="expected a text file in UTF-8, found the byte 0xff"):
        next(read(tmp_path / "bad.ls"))


def test_only_the_last_chorus_may_be_longer_than_the_chords(tmp_path):
    with pytest.raises(CorpusError, match="chorus 1: its melody is 8 quarter notes long, its chords 4"):
        solo(tmp_path, "C7 |", "c1 d1", "e1")


@pytest.mark.parametrize("head, said", [
    ("(tempo nan)", "expected a number from 4 to 1000 in (tempo ...), found 'nan'"), ("(tempo 1e9)", "from 4 to 1000"), ("(key 9)", "expected a number from -7 to 7 in (key ...)"),
    ("(meter 4 3)", "expected (meter BEATS UNIT)"), ("(meter ² 4)", "expected (meter BEATS UNIT)"), ("(meter 0 4)", "expected (meter BEATS UNIT)"),
])
def test_a_head_that_cannot_be_is_named(tmp_path, head, said):
    with pytest.raises(CorpusError) as error:
        solo(tmp_path, "C7 |", "c1", head=head)
    assert said in str(error.value) and "sheet.ls:1" in str(error.value)


@pytest.mark.parametrize("note", ["c++++++4", "c------4"])
def test_a_note_beyond_midi_is_named(tmp_path, note):
    with pytest.raises(CorpusError, match="expected a note within MIDI's 0 to 127"):
        solo(tmp_path, "C7 |", note)
