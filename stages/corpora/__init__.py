"""Reading corpora: one reader a format, all yielding Solos; the ending of a file's name picks the reader.

A reader is a module with ``read(path, grid, **options)``. It may also have ``parts(path)``, the pieces of work that a file with many solos falls into;
``companions(path)``, other files that it reads along with one; ``is_music(path)``, where an ending alone does not tell.
"""

import glob
import importlib
import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from types import ModuleType
from typing import Any

from stages.corpora.errors import CorpusError, shown
from stages.melody.quantize import Grid
from stages.melody.solo import Solo

# The ending of a file name -> its reader, imported when the first such file turns up.
READERS = {
    ".ls": "leadsheet",
    ".mid": "midi", ".midi": "midi",
    ".musicxml": "musicxml", ".xml": "musicxml", ".mxl": "musicxml",
    ".db": "wjazzd", ".sqlite": "wjazzd", ".sqlite3": "wjazzd",
    ".csv": "wjazzd.release",
}
DATABASES = (".db", ".sqlite", ".sqlite3")      # come first, since they know more of a solo than another file with the same notes
ABOUT = ("README", "LICENSE", "COPYING")
GRID = Grid(24, Fraction(1, 4))         # as params.yaml has it

Options = Mapping[str, Mapping[str, Any]]


class CorpusWarning(UserWarning):
    """One file of several cannot be read; the message is that of the CorpusError."""


@dataclass(frozen=True)
class Piece:
    """What is read at once: a file, or (``part`` is not "") a part of a file with many solos."""

    path: Path
    part: str = ""


def read(path: str | Path, options: Options | None = None, grid: Grid = GRID) -> Iterator[Solo]:
    """The solos of a file, of a folder and all folders in it, or of the files that a pattern such as ``solos/*.mid`` names; in sorted order.

    Args:
        options: for each reader what it must be told (which part is the melody, ...); see ``corpora/catalogue.py``.
        grid: the slots that onsets and durations are moved to.

    Raises:
        CorpusError: no such file, no reader for it, or it cannot be read. Of several files an unreadable one is a CorpusWarning instead.
    """
    found = Path(path)
    if os.path.isfile(found):
        for piece in pieces(found):
            yield from read_piece(piece, options or {}, grid, _refuse)
        return
    skip = _warn
    for file in files(found) if os.path.isdir(found) else _matching(str(path)):
        try:
            for piece in pieces(file):
                yield from read_piece(piece, options or {}, grid, skip)
        except CorpusError as error:
            skip(error)


def read_piece(piece: Piece, options: Options, grid: Grid, skip: Callable[[CorpusError], None]) -> Iterator[Solo]:
    """The solos of a piece; ``skip`` is told of those among several that cannot be read. Raises CorpusError as ``read`` does."""
    name = READERS[_ending(piece.path)]
    told = options.get(name, {})
    part = {"part": piece.part, "skip": skip} if piece.part else {}
    yield from map(_labelled, _module(name).read(piece.path, grid, **part, **told))


def pieces(path: Path) -> list[Piece]:
    """What is to be read of a file, in order. Raises CorpusError where no reader knows its ending, or it cannot be divided."""
    parts = getattr(_reader(path), "parts", None)
    return [Piece(path, part) for part in parts(path)] if parts else [Piece(path)]


def companions(path: Path) -> list[Path]:
    """The other files that the reader of this one looks into."""
    listed = getattr(_reader(path), "companions", None)
    return listed(path) if listed else []


@dataclass(frozen=True)
class Listing:
    """What lies below a folder and is not hidden: the ``music`` files, sorted by their path, databases first, without those that another one is read with; and what no
    reader looks at, though somebody may have meant it to, with what it is in words."""

    music: list[Path]
    strangers: list[tuple[Path, str]]


def listing(folder: Path) -> Listing:
    """All that lies below a folder. Links to files are followed, links to folders (which may lead in a circle) are not. Raises CorpusError where there is no music."""
    if not folder.is_dir():
        raise CorpusError(f"{folder}: expected a folder with music files, found {'a file' if folder.exists() else 'nothing there'}; see 'corpora' in params.yaml")
    regular, others = [], []
    for path, what in _below(folder):
        others.append((path, what)) if what else regular.append(path)
    known, beside = _music(regular)
    if not known:
        raise CorpusError(f"{folder}: expected files ending in {', '.join(READERS)}, found none" + (f" among {len(regular) + len(others)} others" if regular or others else ""))
    looked_at = {*known, *beside}
    others += [(path, _no_music(path)) for path in regular if path not in looked_at and path.stem.upper() not in ABOUT]
    return Listing(known, sorted(others))


def _no_music(path: Path) -> str:
    """What a file is, in words, that no reader takes for music."""
    return "a table of other things than notes" if path.suffix.lower() in READERS else f"another kind of file; those that are read end in {', '.join(READERS)}"


def files(folder: Path) -> list[Path]:
    """The music below a folder, as ``listing`` has it. Raises CorpusError where there is none."""
    return listing(folder).music


def _below(folder: Path) -> Iterator[tuple[Path, str]]:
    """Everything but folders below a folder that is not hidden; with what it is in words, where it is no file that can be read."""
    closed: list[OSError] = []
    for home, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if os.path.islink(os.path.join(home, name))]
        for path in (Path(home, name) for name in (*names, *links) if not name.startswith(".")):
            yield path, _what_is(path)
    for error in closed:
        yield Path(error.filename), f"a folder that cannot be opened ({error.strerror})"


def _what_is(path: Path) -> str:
    """What lies at a path, if it is no file that can be read."""
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        return f"what cannot be opened ({error.strerror})"
    return "" if S_ISREG(mode) else "a link to a folder, which is not followed" if S_ISDIR(mode) else "neither a file nor a folder"


def _matching(pattern: str) -> list[Path]:
    known, _ = _music(Path(name) for name in glob.iglob(pattern, recursive=True) if os.path.isfile(name))
    if not known:
        raise CorpusError(f"{pattern}: expected a file, a folder, or a pattern of files ending in {', '.join(READERS)}; found none")
    return known


def _music(paths: Iterable[Path]) -> tuple[list[Path], set[Path]]:
    """The music among some files, and the files that one of these is read with; they are none of their own."""
    known = [path for path in paths if path.suffix.lower() in READERS and getattr(_reader(path), "is_music", _yes)(path)]
    known.sort(key=lambda path: (path.suffix.lower() not in DATABASES, path.parts))
    beside = {companion for path in known for companion in companions(path)}
    return [path for path in known if path not in beside], beside


def _yes(path: Path) -> bool:
    return True


def _ending(path: Path) -> str:
    ending = path.suffix.lower()
    if ending not in READERS:
        raise CorpusError(f"{path}: expected a file ending in {', '.join(READERS)}, found {ending or 'no ending'!r}")
    return ending


def _reader(path: Path) -> ModuleType:
    return _module(READERS[_ending(path)])


@lru_cache
def _module(name: str) -> ModuleType:
    return importlib.import_module(f"stages.corpora.{name}")


def _refuse(error: CorpusError) -> None:
    raise error


def _warn(error: CorpusError) -> None:
    warnings.warn(str(error), CorpusWarning, stacklevel=3)


def within(solo: Solo, path: Path, folder: Path) -> Solo:
    """The solo of a file with its source told from the folder of the corpus: ``bebop/blues.ls``."""
    place = path.relative_to(folder).parent
    return replace(solo, source=shown((place / solo.source).as_posix()))


def _labelled(solo: Solo) -> Solo:
    """The solo with labels of one line; a file may have any name."""
    labels = {name: shown(getattr(solo, name)) for name in ("tune", "performer", "source", "style")}
    return solo if all(getattr(solo, name) == label for name, label in labels.items()) else replace(solo, **labels)
