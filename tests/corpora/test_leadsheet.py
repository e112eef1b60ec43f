"""The lead sheet reader, on small sheets written here; durations are the vectors of Impro-Visor's own rule."""

from fractions import Fraction
from pathlib import Path

import pytest

from stages.corpora.errors import CorpusError
from stages.corpora.leadsheet import read, read_sheet
from stages.corpora.leadsheet.words import duration
from stages.harmony.chords import parse_chord
from stages.melody.quantize import Grid

GRID = Grid(24, Fraction(1, 4))
ROOT = Path(__file__).parents[2]

SLOTS = {
    "1": 480, "2": 240, "4": 120, "8": 60, "16": 30, "32": 15, "4.": 180, "2.": 360, "4..": 210, "2/3": 160, "4/3": 80, "8/3": 40, "16/3": 20, "8/5": 48, "16/5": 24,
    "4+8": 180, "2+8": 300, "2.+8/3+32": 415, "1+1+1": 1440, "480": 1, "": 60,
    "8/1": 60, "4u8": 180, "4+": 180, "16/7": 25, "960": 60, "0": 0,
}


def sheet(tmp_path: Path, chords: str, *melodies: str, head: str = "") -> Path:
    path = tmp_path / "sheet.ls"
    path.write_text(f"{head}\n(part (type chords))\n{chords}\n" + "".join(f"(part (type melody))\n{melody}\n" for melody in melodies))
    return path


def solo(*arguments, **options):
    return next(read(sheet(*arguments, **options), GRID))


def pitches(found) -> list[int]:
    return [note.pitch for note in found.notes]


def symbols(found) -> list[tuple[Fraction, str]]:
    return [(onset, chord.symbol) for onset, chord in found.changes.chords]


def test_the_tiny_sheet_is_as_it_sounds():
    found = next(read(ROOT / "tests/tiny/tiny.ls", GRID))
    assert symbols(found) == [(0, "Dm7"), (4, "G7"), (8, "CM7"), (10, "A7"), (12, "Dm7"), (14, "G7/B")]
    assert pitches(found) == [62, 65, 69, 72, 76, 74, 72, 71, 69, 67, 64, 69, 73, 64, 65, 69, 74]
    assert [str(note.onset) for note in found.notes[:9]] == ["0", "1", "3/2", "2", "3", "10/3", "11/3", "4", "11/2"]
    assert (found.tune, found.performer, found.tempo, found.key, found.changes.length) == ("Tiny Two Five", "Woodshed", 120.0, 0, 16)


@pytest.mark.parametrize("path", sorted((ROOT / "data/woodshed").glob("*.ls")), ids=lambda path: path.stem)
def test_the_corpus_of_the_project_is_on_the_grid(path):
    assert next(read(path, GRID)).reading["grid"]["moved"] == 0


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


def test_a_bar_line_before_the_first_chord_opens_its_bar(tmp_path):
    changes = read_sheet(sheet(tmp_path, "| C | F")).changes
    assert (changes.at(Fraction(0)).symbol, changes.length) == ("C", 8)


def test_a_slash_before_the_first_chord_is_silence(tmp_path):
    assert symbols(solo(tmp_path, "/ C |", "c4")) == [(0, "NC"), (2, "C")]


def test_chords_that_do_not_divide_the_slots_share_the_bar_all_the_same(tmp_path):
    found = solo(tmp_path, "C7 | D E F G A B D |", "c4")
    assert symbols(found)[2] == (4 + Fraction(4, 7), "E")
    assert found.reading["notes"] == ["bar 2: 7 chords share 4 quarter notes, which Impro-Visor refuses"]


def test_a_chord_that_nobody_knows_is_read_as_its_nearest_relative_and_counted(tmp_path):
    found = solo(tmp_path, "C7 | Qx Qx |", "c4")
    assert found.reading["respelt"] == {"Qx": ["NC", 2]}
    assert all(parse_chord(chord.symbol) == chord for _, chord in found.changes.chords)


def test_a_flat_c_and_a_sharp_b_stay_in_their_octave(tmp_path):
    assert pitches(solo(tmp_path, "C7 |", "bb8 cb8 c+8 b#+8 c#+8 fs8 cu8")) == [70, 71, 72, 72, 73, 66, 72]


def test_volumes_are_no_notes(tmp_path):
    assert [(note.onset, note.pitch) for note in solo(tmp_path, "C7 |", "v90 c4 v d4").notes] == [(0, 60), (1, 62)]


def test_what_is_finer_than_the_grid_is_moved_and_counted(tmp_path):
    found = solo(tmp_path, "C7 |", "c16/5 d16/5 e16/5 f16/5 g16/5 a4")            # fifths of a quarter note, to the nearest 24th
    assert [note.onset * 24 for note in found.notes] == [0, 5, 10, 14, 19, 24]
    assert found.reading["grid"] == {"divisions": 24, "onsets": 6, "moved": 4, "mean": round((1 + 2 + 2 + 1) / 5 / 24 / 6, 6), "largest": round(2 / 5 / 24, 6)}


def test_labels_come_from_the_head(tmp_path):
    found = solo(tmp_path, "C | C |", "c4", head="(title My (Own) Tune, 2) (composer Ann) (meter 3 4) (key -2) (tempo 140.0) (style swing (x 1))")
    assert (found.tune, found.performer, found.key, found.tempo, found.style) == ("My (Own) Tune, 2", "Ann", -2, 140.0, "swing")
    assert found.changes.metre == (3, 4) and found.changes.length == 6


def test_the_composer_of_the_melody_is_the_performer_and_its_key_stands_in(tmp_path):
    path = tmp_path / "a.ls"
    path.write_text("(composer Ann) C | (part (type melody) (composer ) (key -3)) c1 (part (type melody) (composer Bob) (key 2)) d1")
    found = next(read(path, GRID))
    assert (found.performer, found.key) == ("Bob", -3)


@pytest.mark.parametrize("head", ["", "(title)", "(title Untitled Leadsheet)", "(title untitled)"])
def test_a_sheet_without_a_title_is_called_like_its_file(tmp_path, head):
    assert solo(tmp_path, "C |", "c1", head=head).tune == "sheet"


def test_the_first_section_gives_the_style(tmp_path):
    found = solo(tmp_path, "(section (style)) (section (style latin)) C | (phrase (style swing)) C | (phrase (style latin)) C |", "c1 c1 c1", head="(style ballad)")
    assert (found.style, found.phrases, found.changes.bars) == ("latin", (), 3)
    assert found.reading["notes"] == ["sections in further styles: swing"]


COMMENTS = [
    """(comments it's a "quote [and (brackets) | C7, c4 (:) 42 ]""" + ")",
    "(comments a smile :) and more)\n(title T)",
    "(comments open (brackets)\n(title T)",
    "(comments\nD7 (d4\n) e4)",
    "// (comments hidden",
    "/* (meter 5 4) D7 d4\n */ // 42",
]


@pytest.mark.parametrize("head", COMMENTS)
def test_comments_may_hold_anything(tmp_path, head):
    found = solo(tmp_path, "C7 |", "c4", head=head)
    assert (pitches(found), symbols(found), found.changes.metre) == ([60], [(0, "C7")], (4, 4))


def test_a_comment_may_follow_a_bar_line_or_a_list_at_once(tmp_path):
    found = solo(tmp_path, "C7 |// the tonic\nF7 |/* and */ G7 |", "c4", head="(key 1)// one sharp")
    assert symbols(found) == [(0, "C7"), (4, "F7"), (8, "G7")] and found.changes.bars == 3


@pytest.mark.parametrize("title", ["My (Own Tune", "My Own) Tune", "Mine :)"])
def test_a_title_keeps_its_parentheses_matched_or_not(tmp_path, title):
    assert solo(tmp_path, "C7 |", "c4", head=f"(title {title})\n(composer A)").tune == title


@pytest.mark.parametrize("head, dropped", [("42 [ 7.5 ]", {"loose numbers and brackets": 4}), (")", {"')' without '('": 1})])
def test_what_stands_loose_is_counted(tmp_path, head, dropped):
    assert solo(tmp_path, "C7 |", "c4", head=head).reading["left out"] == dropped


@pytest.mark.parametrize("encoding, notes", [("utf-8", None), ("utf-8-sig", None), ("cp1252", ["no UTF-8 (byte 0xe9 at position 10): read as Windows-1252"])])
def test_old_files_are_read_in_the_old_encoding(tmp_path, encoding, notes):
    path = tmp_path / "a.ls"
    path.write_bytes("(title Café “C”)\r\nC |\rc4 d4 e4 f4".encode(encoding))
    found = next(read(path, GRID))
    assert (found.tune, found.reading.get("notes")) == ("Café “C”", notes)


def test_a_melody_without_chords_stands_over_silence(tmp_path):
    found = solo(tmp_path, "", "c1 d4")
    assert (symbols(found), found.changes.length, found.reading["chords"]["how"]) == ([(0, "NC")], 8, "none")


def test_a_sparse_melody_is_noted(tmp_path):
    assert solo(tmp_path, "C | / | / | / | / |", "c4").reading["notes"] == ["1 notes in 5 bars: the beginning of a melody, no solo"]
    assert "notes" not in solo(tmp_path, "C | / | / | / |", "c4").reading


def test_each_melody_part_is_another_chorus(tmp_path):
    found = solo(tmp_path, "C7 |", "c1", "e1")
    assert [(note.onset, note.pitch) for note in found.notes] == [(0, 60), (4, 64)] and found.changes.length == 8


def test_an_empty_melody_part_is_no_chorus_and_a_silent_one_is(tmp_path):
    assert [note.onset for note in solo(tmp_path, "C7 |", "", "r1", "e1").notes] == [4]


def test_a_melody_longer_than_its_chords_goes_round_again(tmp_path):
    found = solo(tmp_path, "C7 |", "c1 d1")
    assert found.changes.length == 8
    assert found.reading["notes"] == ["1 blocks of melody are longer than the chords, which go round 2 times"]


def test_a_block_takes_as_many_choruses_as_its_notes_need(tmp_path):
    found = solo(tmp_path, "C7 |", "c1 d1", "e1")
    assert [(note.onset, note.pitch) for note in found.notes] == [(0, 60), (4, 62), (8, 64)] and found.changes.length == 12


def test_a_note_rings_over_into_the_next_block_up_to_its_first_note(tmp_path):
    found = solo(tmp_path, "C7 |", "c1+4", "r8 e8")
    assert [(note.onset, note.duration) for note in found.notes] == [(0, Fraction(9, 2)), (Fraction(9, 2), Fraction(1, 2))] and found.changes.length == 8


@pytest.mark.parametrize("chords, melody, said", [
    ("C7 |", "c4 z8", r"sheet.ls:5: note 'z8' not understood"),
    ("C7 |", "c4 d4x", "note 'd4x' not understood"),
    ("C7 |", "c4 d8/0", "note 'd8/0' not understood"),
    ("C7 |", "c4 (open", r"sheet.ls:5: expected '\)' for every '\('"),
    ("C7 |", "r1", "expected a melody part with notes"),
    ("", "r4", "expected chords with bar lines"),
])
def test_what_goes_wrong_is_named_with_its_place(tmp_path, chords, melody, said):
    with pytest.raises(CorpusError, match=said):
        solo(tmp_path, chords, melody)


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
