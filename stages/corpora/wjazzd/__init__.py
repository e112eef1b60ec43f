"""The Weimar Jazz Database as one SQLite file (`wjazzd.db`): improvised solos, transcribed note by note, with beats, chords and phrases.

Source: the Jazzomat Research Project, Hochschule für Musik Franz Liszt Weimar (Pfleiderer, Frieler, Abesser, Zaddach, Burkhart: Inside the Jazzomat,
Schott 2017). Licence: Open Database License 1.0, contents Database Contents License 1.0.

Tables: ``melody`` (a row a note), ``beats`` (a row a beat; chord and signature only where they change), ``sections`` (PHRASE: first and last note of each,
counted from 0) and ``solo_info`` (a row a solo), joined by ``melid``, the number of the solo. Version 1 and 2 agree in all that is read here; a table or
column of labels that is missing is done without.

Quirks: pitches are stored as floats; bars before the first chorus are numbered 0, -1, ...; "1/4" is free playing, in which every beat is a bar; a last bar
often consists of the beat on which the solo stops. Chord symbols put accidentals behind tensions ("79b"). ``transcription.py`` makes the Solos.

The file is opened to be read only, and what cannot be a real one (views in place of tables, computed columns, queries that do not end) is refused.
A *part* is the name of a piece of work: "1-26", a range of melids, and for speed the rows of the three large tables in which they stand: "1-26/1-9000/1-8000/1-400".
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from stat import S_ISREG
from typing import Any

from stages.corpora.errors import CorpusError
from stages.corpora.wjazzd.beats import Beats
from stages.corpora.wjazzd.names import key_signature
from stages.corpora.wjazzd.transcription import Labels, Played, solo_of
from stages.melody.quantize import Grid
from stages.melody.solo import Solo

COLUMNS = {                                   # the first ones must be there, "?" marks those that need not
    "melody": ("onset", "duration", "pitch", "bar", "beat", "tatum", "division", "denom?"),
    "beats": ("onset", "bar", "beat", "signature?", "chord"),
    "sections": ("start?", "type?"),
    "solo_info": ("performer?", "title?", "style?", "rhythmfeel?", "avgtempo?", "key?"),
}
NUMBERED = ("melody", "beats", "sections")    # tables of which a part names the rows
RANGE = r"(-?\d{1,18})-(-?\d{1,18})"
PART = re.compile(RANGE + rf"(?:/{RANGE}/{RANGE}/{RANGE})?")
PARTS = 32
ROWS, FULL = 150_000, 50_000                  # rows of a table in one part: the most there may be, and where the next part begins
LARGEST = 2**28                               # bytes of the file; the official one has some 40 million
LONGEST, SHOWN = 10**6, 80                    # bytes of a value in it, and how many are looked at
STEPS, OPERATIONS = 100_000, 5_000_000        # SQLite's operations between two looks at what was used up, and how many there may be beside one for every 4 bytes
SCHEMA, STATEMENT, TABLE = 20_000, 20_000, 200      # operations for the list of tables, signs of the statement that made one, its columns
UNITS = (1, 2, 4, 8, 16, 32, 64)

# Every stretch of rows with the same melid: its first and last row, and how many it has. No GROUP BY, which would sort in memory; and row by row in Python takes longer.
STRETCHES = """
    WITH RECURSIVE stretch (melid, first, beyond) AS (
        SELECT NULL, NULL, (SELECT min(rowid) FROM {0})
        UNION ALL
        SELECT here.melid, here.rowid, (SELECT rowid FROM {0} AS other WHERE other.rowid > here.rowid AND other.melid IS NOT here.melid ORDER BY rowid LIMIT 1)
        FROM stretch JOIN {0} AS here ON here.rowid = stretch.beyond),
    closed (melid, first, last) AS (SELECT melid, first, ifnull(beyond - 1, (SELECT max(rowid) FROM {0})) FROM stretch WHERE first NOT NULL)
    SELECT melid, first, last, (SELECT count(*) FROM {0} WHERE rowid BETWEEN first AND last) FROM closed"""

NOTHING = (None,) * (1 + len(COLUMNS["solo_info"]))

Rows = dict[int, list[tuple]]                 # by melid


def _refuse(reason: CorpusError) -> None:
    raise reason


def parts(path: Path) -> list[str]:
    """The solos of the file in some 32 pieces of work of about the same size.

    Raises:
        CorpusError: the file cannot be read, is no such database, or has no solo.
    """
    with _database(path) as connection:
        spans = {name: _spans(connection, name, path) for name in NUMBERED}
        solos = sorted({*spans["melody"], *(row[0] for row in _select(connection, "solo_info", "", path) if type(row[0]) is int)})
    if not solos:
        raise CorpusError(f"{path}: expected solos in its tables melody and solo_info, found none")
    total, pieces, many = sum(count for _, _, count in spans["melody"].values()), [[]], 0
    for melid in solos:
        if many > min(total / PARTS, FULL):
            pieces.append([])
            many = 0
        pieces[-1].append(melid)
        many += spans["melody"].get(melid, (0, 0, 0))[2]
    return [_part(piece, spans) for piece in pieces]


def read(path: Path, grid: Grid, part: str = "", *, skip: Callable[[CorpusError], None] = _refuse) -> Iterator[Solo]:
    """The solos of a part, ascending by melid; of the whole file for "".

    Args:
        part: one of ``parts``.
        skip: told why a solo is left out; by default the error is raised.

    Raises:
        CorpusError: the file cannot be read, or is no such database.
    """
    for piece in [part] if part else parts(path):
        notes, beats, sections, infos = _fetch(path, piece)
        if not notes and not infos:
            raise CorpusError(f"{path}: expected solos in its part {piece}, found none; the file may be damaged, fetch it again")
        for melid in sorted({*notes, *infos}):
            try:
                solo = _solo(melid, notes.get(melid, []), beats.get(melid, []), sections.get(melid, []), infos.get(melid, [NOTHING])[0], grid, path)
            except CorpusError as error:
                skip(error)
            else:
                yield solo


def _solo(melid: int, notes: list[tuple], beats: list[tuple], sections: list[tuple], info: tuple, grid: Grid, path: Path) -> Solo:
    performer, title, style, feel = map(_text, info[1:5])
    where = f"{path}, solo {melid}" + (f" ({performer}: {title})"[:80] if title else "")
    if not notes or not beats:
        raise CorpusError(f"{where}: expected notes and beats, found {len(notes)} notes and {len(beats)} beats")
    _, *columns, units = zip(*notes)
    _, *places, signatures, chords = zip(*beats)
    phrases = {start for _, start, kind in sections if type(start) is int and _text(kind) == "PHRASE"}
    tempo = float(info[5]) if type(info[5]) in (int, float) else None
    labels = Labels(title or f"{path.stem} {melid}", performer, f"{path.name}#{melid}", tempo, key_signature(_text(info[6])), style or feel, phrases)
    return solo_of(Played(*columns), Beats(*places, _texts(signatures), _texts(chords)), int(units[0]) if units[0] in UNITS else 4, labels, grid, where)


def _text(value: Any) -> str:
    """What a cell says, in one line."""
    return "" if value is None else " ".join((value.decode("utf-8", "replace") if type(value) is bytes else str(value)).split())


def _texts(values: tuple) -> list[str]:
    return [_text(value) if value else "" for value in values]


@contextmanager
def _database(path: Path) -> Iterator[sqlite3.Connection]:
    """The open file, and CorpusError for whatever SQLite has to say."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode) or not 0 < status.st_size <= LARGEST:
            raise CorpusError(f"{path}: expected a file of at most {LARGEST} bytes, found {'something else' if not S_ISREG(status.st_mode) else f'{status.st_size} bytes'}")
        with closing(sqlite3.connect(path.resolve().as_uri() + "?mode=ro&immutable=1", uri=True, isolation_level=None)) as connection:
            _restrain(connection, status.st_size)
            yield connection
    except (OSError, ValueError) as error:
        if isinstance(error, CorpusError):
            raise
        raise CorpusError(f"{path}: expected a readable file, found none ({getattr(error, 'strerror', None) or error})") from None
    except (sqlite3.Error, sqlite3.Warning, OverflowError, MemoryError) as error:
        reason = "its tables take too long to read" if str(error) == "interrupted" else " ".join(str(error).split())[:200] or type(error).__name__
        raise CorpusError(f"{path}: expected the Weimar Jazz Database, found a file that SQLite cannot read ({reason}); fetch it again") from None


def _restrain(connection: sqlite3.Connection, size: int) -> None:
    """No file is written, no long value is built, no query goes on for ever."""
    connection.text_factory = bytes
    if hasattr(connection, "setlimit"):                   # Python 3.11
        for limit, most in ((sqlite3.SQLITE_LIMIT_LENGTH, LONGEST), (sqlite3.SQLITE_LIMIT_SQL_LENGTH, STATEMENT), (sqlite3.SQLITE_LIMIT_COLUMN, TABLE)):
            connection.setlimit(limit, most)
    for setting in ("temp_store = MEMORY", "trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
        connection.execute(f"PRAGMA {setting}")
    _bound(connection, 100, SCHEMA)
    connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()      # reads what tables there are
    _bound(connection, STEPS, size // 4 + OPERATIONS)


def _bound(connection: sqlite3.Connection, step: int, most: int) -> None:
    """Queries are interrupted after so many operations of SQLite."""
    budget = iter(range(most // step))
    connection.set_progress_handler(lambda: next(budget, None) is None, step)


def _columns(connection: sqlite3.Connection, table: str, path: Path) -> list[str]:
    """What to select of a table for COLUMNS, NULL for what is missing; nothing where the whole table is missing and may be."""
    wanted = COLUMNS[table]
    plain = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = ? AND rootpage > 0", (table,)).fetchone()
    found = {_text(row[1]).lower() for row in connection.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0} if plain else set()
    missing = [name for name in ("melid", *wanted) if name not in found and not name.endswith("?")]
    if missing and not (found == set() and table in ("sections", "solo_info")):
        absent = "no such columns" if found else "no such table"
        raise CorpusError(f"{path}: expected a table {table} with {', '.join(missing)}, found {absent}; this is not the Weimar Jazz Database")
    # Numbers are less than any text, and of what is no number no more than its beginning is of interest. Most cells are numbers, empty or NULL.
    shown = "CASE WHEN {0} > '' THEN substr({0}, 1, {1}) ELSE {0} END"
    return [shown.format(name, SHOWN) if name in found else "NULL" for name in (name.rstrip("?") for name in wanted)] if found else []


def _select(connection: sqlite3.Connection, table: str, condition: str, path: Path, values: tuple = ()) -> list[tuple]:
    """The rows of a table: melid and COLUMNS. Raises CorpusError where there are too many."""
    columns = _columns(connection, table, path)
    if not columns:
        return []
    rows = connection.execute(f"SELECT melid, {', '.join(columns)} FROM {table} {condition} LIMIT {ROWS + 1}", values).fetchall()
    if len(rows) > ROWS:
        raise CorpusError(f"{path}: expected at most {ROWS} rows of the table {table} in one piece, found more; is a solo larger than any music?")
    return rows


def _spans(connection: sqlite3.Connection, table: str, path: Path) -> dict[int, tuple[int, int, int]]:
    """The first and last row of each solo in a table, and how many it has."""
    if not _columns(connection, table, path):
        return {}
    spans: dict[int, tuple[int, int, int]] = {}
    for melid, first, last, many in connection.execute(STRETCHES.format(table)):
        if type(melid) is not int:
            continue
        low, high, count = spans.get(melid, (first, last, 0))
        spans[melid] = (min(low, first), max(high, last), count + many)
        if len(spans) > ROWS or spans[melid][2] > ROWS:
            raise CorpusError(f"{path}: expected at most {ROWS} solos and {ROWS} rows of each in the table {table}, found more")
    return spans


def _part(melids: list[int], spans: dict[str, dict[int, tuple[int, int, int]]]) -> str:
    ranges = [f"{melids[0]}-{melids[-1]}"]
    for name in NUMBERED:
        found = [spans[name][melid] for melid in melids if melid in spans[name]]
        ranges.append(f"{min((low for low, _, _ in found), default=1)}-{max((high for _, high, _ in found), default=0)}")
    return "/".join(ranges)


def _fetch(path: Path, part: str) -> list[Rows]:
    """The rows of all four tables, by solo and in the order of the file."""
    match = PART.fullmatch(part)
    if match is None:
        raise CorpusError(f"{path}: expected a part such as '1-26', found {part!r:.60}")
    low, high, *spans = [None if number is None else int(number) for number in match.groups()]
    tables = []
    with _database(path) as connection:
        for table, first, last in zip(COLUMNS, [*spans[::2], None], [*spans[1::2], None]):
            condition, values = "WHERE melid BETWEEN ? AND ?", (low, high)
            if first is not None:
                condition, values = condition + " AND rowid BETWEEN ? AND ?", (low, high, first, last)
            rows: Rows = defaultdict(list)
            for melid, group in groupby(_select(connection, table, condition, path, values), key=itemgetter(0)):
                if type(melid) is int:
                    rows[melid] += group
            tables.append(rows)
    return tables
