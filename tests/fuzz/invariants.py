"""What must hold whenever a reader is given a file, whatever is in it: sound Solos or a CorpusError, and nothing touched.

For the fuzzer (``tests.fuzz.target``) and for ``tests/corpora/test_hostile.py``.
"""

import importlib
import json
import os
import sys
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from math import isfinite
from pathlib import Path

from stages.corpora import GRID, READERS, Options, read
from stages.corpora.errors import CorpusError
from stages.grammar.abstract import abstract
from stages.grammar.realize import realize
from stages.harmony.chords import parse_chord
from stages.melody.solo import Solo

LABEL = 1000            # signs of a title or a name, a message
REALIZED = 3000         # notes; longer solos are not put through the grammar, which is not what is tested
FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate",
             "os.chmod", "os.utime", "shutil.", "tempfile.", "urllib.", "ftplib.", "http.", "pickle.")

for reader in set(READERS.values()):              # so that no import, which may write a .pyc file, happens while a file is read
    importlib.import_module(f"stages.corpora.{reader}")

_watching: list[list[str]] = []


def _hook(event: str, told: tuple) -> None:
    if not _watching:
        return
    writes = event == "open" and (isinstance(told[1], str) and set(told[1]) & set("wax+") or isinstance(told[2], int) and told[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC))
    opens = event == "sqlite3.connect" and "mode=ro&immutable=1" not in str(told[0])
    if writes or opens or event.startswith(FORBIDDEN):
        _watching[-1].append(f"{event} {told}"[:300])


sys.addaudithook(_hook)


@contextmanager
def untouched() -> Iterator[None]:
    """Nothing inside opens a file to write, a connection or a process, and a database only to read."""
    _watching.append([])
    try:
        yield
    finally:
        done = _watching.pop()
    assert not done, done


def outcome(path: Path, options: Options | None = None) -> list[Solo] | str:
    """The solos of a file, found sound, or what the CorpusError says. Raises AssertionError, or whatever else comes out of a reader."""
    try:
        with untouched():
            solos = list(read(path, options))
    except CorpusError as error:
        said = str(error)
        assert said.startswith((f"{path}:", f"{path},", f"{path.parent.parent}/beats/{path.name}:")) and len(said) < LABEL + len(str(path)) and plain([said]), said
        return said
    assert solos
    for solo in solos:
        check(solo, (options or {}).get("midi", {}))
    return solos


def check(solo: Solo, told: Container[str] = ()) -> None:
    """A Solo is what ``stages/melody/solo.py`` says; its last note may ring beyond a span that is told, and as the seed quantises notes may overlap and the last bar be cut."""
    changes, notes, one_voice = solo.changes, solo.notes, "quantisation" not in told
    assert notes and all(type(note.pitch) is int and 0 <= note.pitch <= 127 for note in notes)
    assert notes[0].onset >= 0 and all(note.duration > 0 for note in notes) and all(note.onset <= after.onset for note, after in pairwise(notes))
    assert all((place * GRID.divisions).denominator == 1 for note in notes for place in (note.onset, note.duration))
    assert changes.chords[0][0] == 0 and notes[-1].onset < changes.length
    if one_voice:
        assert all(note.end <= after.onset for note, after in pairwise(notes)) and changes.bar_line(changes.bars) == changes.length
        assert notes[-1].end <= changes.length or "span" in told
    assert all(chord.voicing or parse_chord(chord.symbol) == chord for _, chord in changes.chords)
    assert plain([solo.tune, solo.performer, solo.source, solo.style]) and solo.tune and solo.source
    assert solo.tempo is None or 4 <= solo.tempo <= 1000
    assert solo.key is None or -7 <= solo.key <= 7
    assert len(solo.seconds) in (0, len(notes)) and all(map(isfinite, sum(solo.seconds, ())))
    assert list(solo.phrases) == sorted(set(solo.phrases)) and all(0 <= number < len(notes) for number in solo.phrases)
    text = json.dumps(solo.to_json(), allow_nan=False, ensure_ascii=False)
    text.encode()
    again = Solo.from_json(json.loads(text))
    assert again == solo and again.to_json() == json.loads(text)
    if one_voice and len(notes) <= REALIZED:
        assert realize(abstract(solo), changes) == solo


def plain(texts: Iterable[str]) -> bool:
    """Whether they are one line each that any file can hold."""
    return all(len(text) < 2 * LABEL and len(text.splitlines()) <= 1 and "\0" not in text and text.encode() is not None for text in texts)
