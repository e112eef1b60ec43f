"""The Weimar Jazz Database as CSV files."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stages.corpora import leadsheet, wjazzd
from stages.corpora.errors import CorpusError
from stages.corpora.wjazzd.release import companions, is_music, read
from stages.melody.quantize import Grid

GRID = Grid(24, Fraction(1, 8))                       # the tiny solo has a rest of a sixteenth
TINY = Path(__file__).parents[1] / "tiny"
NOTES, BEATS = (TINY / folder / "Woodshed_TinyTwoFive_Solo.csv" for folder in ("melody", "beats"))
NAME = "AnnOther_MyTune-2_Solo.csv"


def files(folder: Path, notes: str | bytes, beats: str | bytes) -> Path:
    """Both files of a solo; the path of the one with the notes."""
    for name, content in (("melody", notes), ("beats", beats)):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / NAME).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / "melody" / NAME


def test_the_tiny_files_are_the_tiny_lead_sheet_and_the_tiny_database():
    solo = next(read(NOTES, GRID))
    assert solo == next(leadsheet.read(TINY / "tiny.ls", GRID)) == (twin := next(wjazzd.read(TINY / "tiny.db", GRID)))
    assert (solo.seconds, solo.tempo, solo.tune, solo.performer) == (twin.seconds, twin.tempo, twin.tune, twin.performer)
    assert (solo.source, solo.key, solo.phrases) == (NOTES.name, None, ())


def test_the_layout_with_chords_in_every_row_is_the_same_solo(tmp_path):
    """As the Jazz Transformer has it: other names of files, quoted signatures, filled columns, phrases."""
    notes, beats = ([row for row in csv.DictReader(path.read_text().splitlines())] for path in (NOTES, BEATS))
    signature = chord = ""
    for row in beats:
        chord, signature = row["chord"] or chord or "NC", "'4/4'"
        row.update(chord=chord, signature=signature)
    for number, row in enumerate(notes):
        row.update(signature='"4/4"', phrase_begin=int(number in (0, 10)), loud_max="")
    for folder, name, rows in (("mcsv_melody", "A_B_FINAL.csv", notes), ("mcsv_beat", "A_B_FINAL_beattrack.csv", beats)):
        (tmp_path / folder).mkdir()
        with open(tmp_path / folder / name, "w", newline="") as file:
            writer = csv.DictWriter(file, list(reversed(rows[0])))
            writer.writeheader()
            writer.writerows(rows)
    solo = next(read(tmp_path / "mcsv_melody/A_B_FINAL.csv", GRID))
    assert solo == next(read(NOTES, GRID)) and solo.phrases == (0, 10) and (solo.performer, solo.tune) == ("A", "B")


def test_semicolons_marks_and_windows_line_ends_do_not_matter(tmp_path):
    path = files(tmp_path, "\ufeff" + NOTES.read_text().replace(",", ";").replace("\n", "\r\n"), BEATS.read_text().replace(",", "\t"))
    assert next(read(path, GRID)) == next(read(NOTES, GRID))


@pytest.mark.parametrize("notes, beats", [("melody/x.csv", "beats/x.csv"), ("mcsv_melody/x.csv", "mcsv_beat/x_beattrack.csv"),
                                          ("a/x.csv", "a/x_beattrack.csv"), ("a/x.csv", "a/x_beats.csv"), ("a/x.csv", "beats/x.csv"), ("Melody/A_B_solo.csv", "Beats/A_B_Solo.CSV"),
                                          ("csv_melody/parker/x.csv", "csv_beats/parker/x.csv"), ("a/x_melody.csv", "a/x_beats.csv")])
def test_the_beats_are_found(tmp_path, notes, beats):
    for name in (notes, beats):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert companions(tmp_path / notes) == [tmp_path / beats] and not is_music(tmp_path / beats)


def test_decimal_commas_and_words_for_nothing_and_blank_lines_do_not_matter(tmp_path):
    """As a German spreadsheet and as R write them."""
    first, *rows = (line.split(",") for line in BEATS.read_text().splitlines())
    beats = "\n".join(",".join(cell or "NA" for cell in row) for row in (first, *rows)) + "\n \n"
    path = files(tmp_path, NOTES.read_text().replace(",", ";").replace(".", ",") + "\n\n", beats)
    assert next(read(path, GRID)) == next(read(NOTES, GRID))


def test_a_table_with_many_solos_is_not_read_as_one(tmp_path):
    first, *rows = NOTES.read_text().splitlines()
    path = files(tmp_path, "\n".join([f"melid,{first}", *(f"{1 + number % 2},{row}" for number, row in enumerate(rows))]), BEATS.read_bytes())
    with pytest.raises(CorpusError, match="expected one solo, found several in the column melid"):
        next(read(path, GRID))


def test_without_beats_the_message_says_where_they_belong(tmp_path):
    path = files(tmp_path, NOTES.read_bytes(), b"")
    (tmp_path / "beats" / NAME).unlink()
    assert companions(path) == []
    with pytest.raises(CorpusError, match=f"expected its beats in {tmp_path / 'beats' / NAME}, found no such file"):
        next(read(path, GRID))


def test_only_files_with_notes_are_music(tmp_path):
    for name, content in (("notes.csv", NOTES.read_bytes()), ("beats.csv", BEATS.read_bytes()), ("losses.csv", b"epoch,loss\n1,2\n"), ("empty.csv", b"")):
        (tmp_path / name).write_bytes(content)
    assert [name for name in ("notes.csv", "beats.csv", "losses.csv", "empty.csv", "none.csv") if is_music(tmp_path / name)] == ["notes.csv"]
    assert is_music(NOTES) and not is_music(BEATS)


@pytest.mark.parametrize("old, new, said", [
    ("2.0,4,62.0", "two,4,62.0", r"csv:2: expected a number as onset, found 'two'"),
    ("2.0,4,62.0", "nan,4,62.0", "expected a number of -1000000 to 1000000 as onset, found none in row 1 of the notes"),
    ("2.0,4,62.0", "1e999,4,62.0", "as onset, found inf in row 1 of the notes"),
    ("62.0", "62.5", "expected a whole number of 0 to 127 as pitch, found 62.5"), ("62.0", "1e300", "expected a whole number of 0 to 127 as pitch, found 1e"),
    ("62.0", "inf", "expected a whole number of 0 to 127 as pitch, found inf"), ("62.0", "", "csv:2: expected a number as pitch"),
    ("1,1,0.5,4,1,", f"{10**18},1,0.5,4,1,", "expected a whole number of -1000000 to 1000000 as bar, found"),
    ("pitch", "height", "expected a table with the columns .* found none named pitch"), ("0,1\n", "0\n", "csv:2: expected 12 values, found 11; the file may be cut off"),
])
def test_wrong_values_are_refused_with_their_place(tmp_path, old, new, said):
    path = files(tmp_path, NOTES.read_text().replace(old, new, 1), BEATS.read_bytes())
    with pytest.raises(CorpusError, match=said) as caught:
        next(read(path, GRID))
    assert "\n" not in str(caught.value) and str(caught.value).startswith(str(path))


HEADER = NOTES.read_text().partition("\n")[0] + "\n"


@pytest.mark.parametrize("notes", [
    HEADER, HEADER + "1," * 4_000_000, HEADER + "\n" * 8_000_000, HEADER + "x\n" * 4_000_000,
    HEADER + NOTES.read_text().splitlines()[1] + "\n" + (NOTES.read_text().splitlines()[2] + "\n") * 110_000,
    HEADER + '"' + "x" * 200_000, "a," * 3_000 + HEADER, "," * 8_000_000, HEADER + "\0\0\0\n", b"\xff\xfe" + HEADER.encode("utf-16-le"), "\n" * 9_000_000,
], ids=["no rows", "one row", "empty rows", "short rows", "many rows", "one cell", "many columns", "commas", "zeros", "UTF-16", "large"])
def test_monsters_are_refused(tmp_path, notes):
    with pytest.raises(CorpusError, match="expected"):
        next(read(files(tmp_path, notes, BEATS.read_bytes()), GRID))


@settings(max_examples=300, deadline=5000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([NOTES, BEATS]), st.integers(0, 2000), st.lists(st.tuples(st.integers(0, 2000), st.sampled_from(list(b"0123456789.,-e\n\"/ b\xff\0"))), max_size=4))
def test_cut_and_changed_files_are_read_or_refused(tmp_path, which, length, changes):
    damaged = bytearray(which.read_bytes())
    for place, byte in changes:
        damaged[place % len(damaged)] = byte
    content = bytes(damaged if length % 3 else damaged[:length])
    path = files(tmp_path, content if which is NOTES else NOTES.read_bytes(), content if which is BEATS else BEATS.read_bytes())
    try:
        solo = next(read(path, GRID))
        assert len(solo.notes) == len(solo.seconds) and solo.notes[-1].end <= solo.changes.length
    except CorpusError as error:
        assert "\n" not in str(error)
