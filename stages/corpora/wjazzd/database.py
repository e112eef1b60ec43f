"""The tables of the Weimar Jazz Database: opened to be read only, in pieces of bounded size.

What cannot be a real one (views in place of tables, computed columns, queries that do not end) is refused. Numbers come as arrays, which takes a third of the
time of Python's numbers. SQLite comes with apsw: the one in Python gives rows half as fast, and knows no limits before Python 3.11. Version 1 and 2 agree in all that is read here; a table or column of labels that is missing is done without.

A *part* is the name of a piece of work: "1-26", a range of melids, and for speed the rows of the three large tables in which they stand: "1-26/1-9000/1-8000/1-400".
"""

import math
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from stat import S_ISREG
from typing import Any

import apsw
import numpy as np

from stages.corpora.errors import CorpusError

COLUMNS = {                                   # the first ones must be there, "?" marks those that need not
    "melody": ("onset", "duration", "pitch", "bar", "beat", "tatum", "division", "denom?"),
    "beats": ("onset", "bar", "beat", "chord", "signature?"),
    "sections": ("start?", "type?"),
    "solo_info": ("performer?", "title?", "style?", "rhythmfeel?", "avgtempo?", "key?"),
}
NUMBERED = ("melody", "beats", "sections")    # tables of which a part names the rows
RANGE = r"(-?\d{1,19})-(-?\d{1,19})"
PART = re.compile(RANGE + rf"(?:/{RANGE}/{RANGE}/{RANGE})?")
PARTS = 16
ROWS, FULL = 150_000, 50_000                  # rows of a table in one part: the most there may be, and where the next part begins
LARGEST = 2**28                               # bytes of the file; the official one has some 40 million
LONGEST, SHOWN = 10**6, 80                    # bytes of a value in it, and how many are looked at
STEPS, OPERATIONS = 100_000, 5_000_000        # SQLite's operations between two looks at what was used up, and how many there may be beside one for every 4 bytes
SCHEMA, STATEMENT, TABLE = 20_000, 20_000, 200      # operations for the list of tables, signs of the statement that made one, its columns

# Every stretch of rows with the same melid: its first and last row, and how many it has. No GROUP BY, which would sort in memory; and row by row in Python takes longer.
STRETCHES = """
    WITH RECURSIVE stretch (melid, first, beyond) AS (
        SELECT NULL, NULL, (SELECT min(rowid) FROM {0})
        UNION ALL
        SELECT here.melid, here.rowid, (SELECT rowid FROM {0} AS other WHERE other.rowid > here.rowid AND other.melid IS NOT here.melid ORDER BY rowid LIMIT 1)
        FROM stretch JOIN {0} AS here ON here.rowid = stretch.beyond),
    closed (melid, first, last) AS (SELECT melid, first, ifnull(beyond - 1, (SELECT max(rowid) FROM {0})) FROM stretch WHERE first NOT NULL)
    SELECT melid, first, last, (SELECT count(*) FROM {0} WHERE rowid BETWEEN first AND last) FROM closed"""

Rows = dict[int, list[tuple]]                 # by melid
Numbers = dict[int, np.ndarray]               # by melid, a row a row


@dataclass(frozen=True)
class Fetched:
    """What the tables hold of some solos, by melid, rows in the order of the file.

    Args:
        notes: COLUMNS of melody.
        beats: rowid, onset, bar, beat.
        texts: melid, and rowid, chord, signature of the beats that have one.
        sections: melid, start, type. infos: melid, and COLUMNS of solo_info.
    """

    notes: Numbers
    beats: Numbers
    texts: Rows
    sections: Rows
    infos: Rows


def parts(path: Path) -> list[str]:
    """The solos of the file in some 16 pieces of work of about the same size.

    Raises:
        CorpusError: the file cannot be read, is no such database, or has no solo.
    """
    with _database(path) as connection:
        tables = {name: _Table(connection, name, path) for name in COLUMNS}
        spans = {name: tables[name].spans() for name in NUMBERED}
        solos = sorted({*spans["melody"], *tables["solo_info"].rows([], "typeof(melid) = 'integer'")})
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


def fetch(path: Path, part: str) -> Fetched:
    """The rows of a part. Raises CorpusError where the file cannot be read, is no such database, or the part is none."""
    match = PART.fullmatch(part)
    if match is None:
        raise CorpusError(f"{path}: expected a part such as '1-26', found {part!r:.60}")
    low, high, *spans = [None if number is None else int(number) for number in match.groups()]
    within = dict(zip(NUMBERED, zip(spans[::2], spans[1::2])))
    with _database(path) as connection:
        melody, beats, sections, infos = (_Table(connection, name, path, (low, high), within.get(name)) for name in COLUMNS)
        places, texts = ["rowid", *beats.columns[:3]], ["rowid", *beats.columns[3:]]
        return Fetched(melody.numbers(melody.columns), beats.numbers(places), beats.rows(texts, " OR ".join(f"{text} > ''" for text in texts[1:])),
                       sections.rows(sections.columns), infos.rows(infos.columns))


class _Table:
    """A table, or the rows of it that belong to some solos.

    Args:
        melids: the first and the last solo. rowids: the first and the last row in which they stand, if known.

    Raises:
        CorpusError: it is missing, or lacks a column that must be there.
    """

    def __init__(self, connection: apsw.Connection, name: str, path: Path, melids: tuple | None = None, rowids: tuple | None = None):
        self._connection, self._name, self._path = connection, name, path
        self._bounds = {column: bounds for column, bounds in (("melid", melids), ("rowid", rowids)) if bounds and None not in bounds}
        self.columns = self._expressions()

    def rows(self, columns: list[str], condition: str = "") -> Rows:
        """The rows of each solo, melid before the columns, without those whose melid is no whole number. Raises CorpusError for too many."""
        rows: Rows = defaultdict(list)
        for melid, group in groupby(self._few(self._select(columns, condition).fetchall()) if self.columns else (), key=itemgetter(0)):
            if type(melid) is int:
                rows[melid] += group
        return rows

    def numbers(self, columns: list[str]) -> Numbers:
        """The same of columns of numbers, (n, columns); nan for a cell that holds none."""
        try:
            cells = np.fromiter(chain.from_iterable(self._select(columns)), float)
        except ValueError:
            cells = np.array([_number(cell) for row in self._select(columns) for cell in row])
        rows = self._few(cells.reshape(-1, len(columns) + 1))
        rows = rows[np.argsort(rows[:, 0], kind="stable")]
        solos = np.split(rows, 1 + np.flatnonzero(np.diff(rows[:, 0])))
        return {int(solo[0, 0]): solo[:, 1:] for solo in solos if len(solo) and solo[0, 0].is_integer()}

    def spans(self) -> dict[int, tuple[int, int, int]]:
        """The first and last row of each solo, and how many it has."""
        spans: dict[int, tuple[int, int, int]] = {}
        for melid, first, last, many in self._connection.execute(STRETCHES.format(self._name)) if self.columns else ():
            if type(melid) is not int:
                continue
            low, high, count = spans.get(melid, (first, last, 0))
            spans[melid] = (min(low, first), max(high, last), count + many)
            if len(spans) > ROWS or spans[melid][2] > ROWS:
                raise CorpusError(f"{self._path}: expected at most {ROWS} solos and {ROWS} rows of each in the table {self._name}, found more")
        return spans

    def _select(self, columns: list[str], condition: str = "") -> apsw.Cursor:
        conditions = [f"{column} BETWEEN ? AND ?" for column in self._bounds] + [f"({condition})"] * bool(condition)
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        return self._connection.execute(f"SELECT {', '.join(['melid', *columns])} FROM {self._name} {where} LIMIT {ROWS + 1}", [*chain(*self._bounds.values())])

    def _few(self, rows: Any) -> Any:
        if len(rows) > ROWS:
            raise CorpusError(f"{self._path}: expected at most {ROWS} rows of the table {self._name} in one piece, found more; is a solo larger than any music?")
        return rows

    def _expressions(self) -> list[str]:
        """What to select for COLUMNS, NULL for what is missing; nothing where the whole table is missing and may be."""
        wanted = COLUMNS[self._name]
        plain = self._connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = ? AND rootpage > 0", (self._name,)).fetchone()
        listed = self._connection.execute(f"PRAGMA table_xinfo({self._name})") if plain else ()
        found = {row[1].lower() for row in listed if row[6] == 0}
        missing = [name for name in ("melid", *wanted) if name not in found and not name.endswith("?")]
        if missing and not (found == set() and self._name in ("sections", "solo_info")):
            absent = "no such columns" if found else "no such table"
            raise CorpusError(f"{self._path}: expected a table {self._name} with {', '.join(missing)}, found {absent}; this is not the Weimar Jazz Database")
        # Numbers are less than any text, and of what is no number no more than its beginning is of interest, as bytes, since it may be no UTF-8.
        shown = "CASE WHEN {0} > '' THEN CAST(substr({0}, 1, {1}) AS BLOB) ELSE {0} END"
        return [shown.format(name, SHOWN) if name in found else "NULL" for name in (name.rstrip("?") for name in wanted)] if found else []


def _number(cell: Any) -> float:
    try:
        return float(cell)
    except (TypeError, ValueError):
        return math.nan


@contextmanager
def _database(path: Path) -> Iterator[apsw.Connection]:
    """The open file, and CorpusError for whatever SQLite has to say."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode) or not 0 < status.st_size <= LARGEST:
            raise CorpusError(f"{path}: expected a file of at most {LARGEST} bytes, found {'something else' if not S_ISREG(status.st_mode) else f'{status.st_size} bytes'}")
        unsaved = next((beside for beside in (f"{path}-wal", f"{path}-journal") if os.path.isfile(beside) and os.path.getsize(beside)), None)
        if unsaved:
            raise CorpusError(f"{path}: expected a database that no program is writing, found changes beside it in {unsaved}; open and close it once with the program that wrote it")
        address, flags = path.resolve().as_uri() + "?immutable=1", apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        with closing(apsw.Connection(address, flags)) as connection:
            _restrain(connection, status.st_size)
            yield connection
    except (OSError, ValueError) as error:
        if isinstance(error, CorpusError):
            raise
        raise CorpusError(f"{path}: expected a readable file, found none ({getattr(error, 'strerror', None) or error})") from None
    except (apsw.Error, OverflowError, MemoryError) as error:
        reason = "its tables take too long to read" if isinstance(error, apsw.InterruptError) else " ".join(str(error).split())[:200] or type(error).__name__
        raise CorpusError(f"{path}: expected the Weimar Jazz Database, found a file that SQLite cannot read ({reason}); fetch it again") from None


def _restrain(connection: apsw.Connection, size: int) -> None:
    """No file is written, no long value is built, no query goes on for ever."""
    for limit, most in ((apsw.SQLITE_LIMIT_LENGTH, LONGEST), (apsw.SQLITE_LIMIT_SQL_LENGTH, STATEMENT), (apsw.SQLITE_LIMIT_COLUMN, TABLE)):
        connection.limit(limit, most)
    for setting in ("temp_store = MEMORY", "trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
        connection.execute(f"PRAGMA {setting}")
    _bound(connection, 100, SCHEMA)
    connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()      # reads what tables there are
    _bound(connection, STEPS, size // 4 + OPERATIONS)


def _bound(connection: apsw.Connection, step: int, most: int) -> None:
    """Queries are interrupted after so many operations of SQLite."""
    budget = iter(range(most // step))
    connection.set_progress_handler(lambda: next(budget, None) is None, step)


def _part(melids: list[int], spans: dict[str, dict[int, tuple[int, int, int]]]) -> str:
    ranges = [f"{melids[0]}-{melids[-1]}"]
    for name in NUMBERED:
        found = [spans[name][melid] for melid in melids if melid in spans[name]]
        ranges.append(f"{min((low for low, _, _ in found), default=1)}-{max((high for _, high, _ in found), default=0)}")
    return "/".join(ranges)
