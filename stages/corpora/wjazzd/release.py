"""The Weimar Jazz Database as two CSV files a solo: its notes (``melody/<name>.csv``) and its beats (``beats/<name>.csv``).

Source: the database of ``wjazzd.py``, exported for MINGUS (Madaghiele, Lisena, Troncy, "MINGUS: Melodic Improvisation Neural Generator Using Seq2Seq",
ISMIR 2021), and in the wider layout of the Jazz Transformer (Wu & Yang, ISMIR 2020: ``mcsv_melody/<name>_FINAL.csv`` and
``mcsv_beat/<name>_FINAL_beattrack.csv``). Licence of the data: Open Database License 1.0.

Quirks: columns are found by their names, so their order and others beside them do not matter. Chord and signature stand where they change, or in every row,
then in quotation marks of their own. Some names end in ``_solo``. Spreadsheets write semicolons and decimal commas, R and pandas
NA and nan for nothing. Performer and title are those of the file name, ``ArtPepper_Stardust-1_Solo.csv``. ``transcription.py`` makes the Solos.
"""

import csv
import os
from collections.abc import Iterator
from functools import lru_cache
from io import StringIO
from itertools import islice
from operator import itemgetter
from pathlib import Path
from stat import S_ISREG

import numpy as np

from stages.corpora.errors import CorpusError
from stages.corpora.limits import CHORDS, NOTES, content
from stages.corpora.wjazzd.names import performer_and_title
from stages.corpora.wjazzd.transcription import Labels, Transcription, solo_of
from stages.melody.quantize import Grid
from stages.melody.solo import Solo

NOTE_COLUMNS = ("onset", "duration", "pitch", "bar", "beat", "tatum", "division")
BEAT_COLUMNS = ("onset", "bar", "beat")
COLUMNS_READ = (*NOTE_COLUMNS, "denom", "signature", "chord", "phrase_begin", "melid")
LARGEST = 8 * 2**20                           # bytes; the longest real file has half a million
COLUMNS = 64                                  # of a table, at most
HEADER = 4096                                 # bytes of a file in which its header must end
BLANK = ("", "na", "nan", "none", "null")     # what programs write into a cell that is empty
UNITS = {"1": 1, "2": 2, "4": 4, "8": 8, "16": 16, "32": 32, "64": 64}

Table = dict[str, tuple[str, ...]]            # by the names of the columns


def read(path: Path, grid: Grid) -> Iterator[Solo]:
    """The solo of a file of notes and the file of beats that belongs to it.

    Raises:
        CorpusError: one of them cannot be read or is not there, lacks a column, or has a value that cannot be.
    """
    notes = _table(path, NOTE_COLUMNS, NOTES)
    beside = companions(path)
    if not beside:
        raise CorpusError(f"{path}: expected its beats in {path.parent.parent / 'beats' / path.name}, found no such file; put them there")
    beats = _table(beside[0], BEAT_COLUMNS, CHORDS)
    stored = Transcription(_numbers(notes, NOTE_COLUMNS, path), _numbers(beats, BEAT_COLUMNS, beside[0]), _texts(beats, "signature"), _texts(beats, "chord"))
    performer, title = performer_and_title(path.stem)
    phrases = {number for number, begins in enumerate(notes.get("phrase_begin", ())) if begins.strip() in ("1", "True")}
    unit = UNITS.get(notes.get("denom", ("4",))[0].strip(), 4)
    yield solo_of(stored, unit, Labels(title, performer, path.name, phrases=phrases), grid, str(path))


def companions(path: Path) -> list[Path]:
    """The file with the beats of a file of notes, if it is there: beside it, or in a folder of beats beside that of the notes; small letters are as good as capitals."""
    names = [path.name, *(path.stem + ending + path.suffix for ending in ("_beattrack", "_beats")), *_twins(path.name)]
    for folder in _folders(path):
        found = _find(folder, names[1:] if folder == path.parent else names)
        if found and os.path.isfile(found):
            return [found]
    return []


def _folders(path: Path) -> Iterator[Path]:
    """Where the beats may be: the folder of the notes is <above>/melody/<below>, theirs <above>/beats/<below>, or it is the same."""
    above = [folder for folder in path.parents if "melody" in folder.name.lower()][:1] + [path.parent]
    for folder in dict.fromkeys(above):
        beside = _find(folder.parent, [*_twins(folder.name), "beats"])
        if beside:
            yield beside / path.parent.relative_to(folder)
    yield path.parent


def _twins(name: str) -> list[str]:
    """What a file or folder of beats is called, by the name of the one with the notes, in small letters."""
    return [name.lower().replace("melody", beats) for beats in ("beats", "beat") if "melody" in name.lower()]


def _find(folder: Path, names: list[str]) -> Path | None:
    """What has the first of the names that there are in a folder, in these letters or else in small or capital ones."""
    try:
        listed = _listed(folder, folder.stat().st_mtime_ns)
    except (OSError, ValueError):
        return None
    found = next((listed[spelt] for name in names for spelt in (name, name.lower()) if spelt in listed), None)
    return folder / found if found else None


@lru_cache(maxsize=8)
def _listed(folder: Path, changed: int) -> dict[str, str]:
    """The names in a folder, by themselves and in small letters; ``changed``: when, so that it is listed anew."""
    names = sorted(os.listdir(folder))
    return {name.lower(): name for name in names} | {name: name for name in names}


def is_music(path: Path) -> bool:
    """Whether a CSV file holds notes: by its folder, its name, or the names of its columns."""
    if "melody" in path.parent.name.lower():
        return True
    if "beat" in path.parent.name.lower() or path.stem.lower().endswith(("_beattrack", "_beats")):
        return False
    try:
        if not S_ISREG(path.stat().st_mode):
            return False
        with open(path, "rb") as file:
            return set(NOTE_COLUMNS) <= set(_names(file.read(HEADER).decode("utf-8-sig", "replace")))
    except (OSError, ValueError):
        return False


def _names(text: str) -> list[str]:
    """The names in the first line of a table."""
    header = text.lstrip().partition("\n")[0]
    return [name.strip().strip('"').lower() for name in header.split(_delimiter(header))]


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _table(path: Path, needed: tuple[str, ...], most: int) -> Table:
    """The columns of a CSV file. Raises CorpusError where the file is no such table or has more than so many rows."""
    text = content(path, LARGEST).decode("utf-8-sig", "replace").lstrip()
    names = _names(text[:HEADER])
    missing = [name for name in needed if name not in names]
    if missing or len(names) > COLUMNS:
        raise CorpusError(f"{path}: expected a table with the columns {', '.join(needed)}, found none named {', '.join(missing)}" if missing
                          else f"{path}: expected at most {COLUMNS} columns, found {len(names)}")
    if _delimiter(text[:HEADER].partition("\n")[0]) != ",":
        text = text.replace(",", ".")              # 0,25 for 0.25
    wanted = [name for name in COLUMNS_READ if name in names]
    rows = list(islice(_rows(path, text, names, wanted), most + 1))
    if not 1 <= len(rows) <= most:
        raise CorpusError(f"{path}: expected 1 to {most} rows, found {'more' if rows else 'none'}")
    table = dict(zip(wanted, zip(*rows)))
    if len(set(table.get("melid", ()))) > 1:
        raise CorpusError(f"{path}: expected one solo, found several in the column melid; give the database itself, or a file a solo")
    return table


def _rows(path: Path, text: str, names: list[str], wanted: list[str]) -> Iterator[tuple[str, ...]]:
    """The wanted values of every row behind the header."""
    lines, take = StringIO(text, newline=""), itemgetter(*map(names.index, wanted))
    rows = csv.reader(lines, delimiter=_delimiter(lines.readline()))
    try:
        for row in rows:
            if len(row) < 2 and not "".join(row).strip():
                continue
            if len(row) != len(names):
                raise CorpusError(f"{path}:{rows.line_num + 1}: expected {len(names)} values, found {len(row)}; the file may be cut off")
            yield take(row)
    except csv.Error as error:
        raise CorpusError(f"{path}:{rows.line_num + 1}: expected comma separated values, found something else ({error})") from None


def _numbers(table: Table, names: tuple[str, ...], path: Path) -> np.ndarray:
    """Columns of numbers, (rows, columns)."""
    try:
        return np.array([list(map(float, table[name])) for name in names]).T
    except ValueError:
        row, name = min((row, name) for name in names for row, value in enumerate(table[name]) if not _is_number(value))
        raise CorpusError(f"{path}:{row + 2}: expected a number as {name}, found {table[name][row]!r:.40}; correct it") from None


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _texts(table: Table, name: str) -> dict[int, str]:
    """What is written in a column, by row."""
    values = (value.strip("\"' ") for value in table.get(name, ()))
    return {row: value for row, value in enumerate(values) if value.lower() not in BLANK}
