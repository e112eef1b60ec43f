"""One format under Atheris: writes the bytes it is given to a file and reads that.   python -m tests.fuzz.target FORMAT (SEEDS | FILE) [libFuzzer options]

A format is the ending of a file name, or one of those that make a file out of the bytes: ``zipped`` packs XML into an .mxl, ``sql`` makes a database of the
statements. What else a reader can be told follows from the length of the file, so that a kept file runs again as it ran.
"""

import sqlite3
import sys
import tempfile
import zipfile
from itertools import chain
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["stages.corpora", "stages.melody", "stages.harmony"]):
    from tests.fuzz.invariants import outcome

FORMAT = sys.argv.pop(1)
FOLDER = Path(tempfile.mkdtemp(prefix="woodshed-fuzz-"))
TINY = Path(__file__).parent.parent / "tiny"
CONTAINER = '<container><rootfiles><rootfile full-path="a.xml"/></rootfiles></container>'
MIDI = ({}, {}, {"chords": "heard"}, {"chords": "estimated"}, {"melody": 0, "span": [1, 9]}, {"chords": "beside"}, {"melody_part": 0, "chord_part": 1, "span": [0, 8], "quantisation": "seed"})
OPERATIONS = 10**6          # of SQLite, for the statements of ``sql``
OPTIONS = {"mid": [{"midi": told} for told in MIDI], "musicxml": [{}, {"musicxml": {"part": 0}}]}


def write(content: bytes) -> Path:
    """The file that is to be read."""
    path = FOLDER / f"music.{ {'zipped': 'mxl', 'sql': 'db'}.get(FORMAT, FORMAT) }"
    if FORMAT == "csv":                     # up to a zero byte the melody, behind it the beats
        path, (notes, _, beats) = FOLDER / "melody/music.csv", content.partition(b"\0")
        (FOLDER / "beats/music.csv").write_bytes(beats)
        path.write_bytes(notes)
    elif FORMAT == "zipped":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("META-INF/container.xml", CONTAINER)
            archive.writestr("a.xml", content)
    else:
        path.write_bytes(database(content) if FORMAT == "sql" else content)
    return path


def database(statements: bytes) -> bytes:
    """The database that the statements make, as far as they are SQL; they reach no file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.set_authorizer(lambda action, *told: sqlite3.SQLITE_DENY if action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_PRAGMA, sqlite3.SQLITE_FUNCTION) else sqlite3.SQLITE_OK)
    connection.set_progress_handler(lambda: 1, OPERATIONS)
    for statement in chain(["CREATE TABLE other (a)"], statements.decode("utf-8", "replace").split(";\n"), ["COMMIT"]):
        try:
            connection.execute(statement)
        except (sqlite3.Error, sqlite3.Warning, ValueError):
            pass
    connection.set_authorizer(None)
    return connection.serialize()


def try_bytes(content: bytes) -> None:
    """Read them as a file; sound Solos or a CorpusError must come out."""
    told = OPTIONS.get(FORMAT, [{}])
    outcome(write(content), told[len(content) % len(told)])


for folder in ("melody", "beats"):
    (FOLDER / folder).mkdir()
if FORMAT == "mid":
    (FOLDER / "music.ls").write_bytes((TINY / "tiny.ls").read_bytes())
atheris.Setup(sys.argv, try_bytes)
atheris.Fuzz()
