"""Reading corpora: one reader a format, all yielding Solos; ``read_corpus`` picks the reader by the ending of each file's name."""

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from stages.corpora.errors import CorpusError
from stages.melody.solo import Solo

# The ending of a file name -> its reader, imported when the first such file turns up.
READERS = {".ls": "leadsheet", ".mid": "midi", ".midi": "midi"}

Options = Mapping[str, Mapping[str, Any]]


def read(path: Path, options: Options) -> Iterator[Solo]:
    """The solos in one file.

    Args:
        path: a file whose ending one of the readers knows.
        options: for each reader what it must be told (which part is the melody, ...); see ``corpora/catalogue.py``.

    Raises:
        CorpusError: no reader for such a file, or the reader cannot read it.
    """
    ending = path.suffix.lower()
    if ending not in READERS:
        raise CorpusError(f"{path}: expected a file ending in {', '.join(READERS)}, found {ending or 'no ending'!r}")
    reader = READERS[ending]
    return importlib.import_module(f"stages.corpora.{reader}").read(path, **options.get(reader, {}))


def files(folder: Path) -> list[Path]:
    """All files below a folder that some reader knows, sorted by their path. Raises CorpusError where there are none."""
    if not folder.is_dir():
        raise CorpusError(f"{folder}: expected a folder with music files, found {'a file' if folder.exists() else 'nothing there'}; see 'corpora' in params.yaml")
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in READERS and path.is_file())
    if not found:
        raise CorpusError(f"{folder}: expected files ending in {', '.join(READERS)}, found none")
    return found


def read_corpus(folder: Path, options: Options) -> tuple[list[Solo], list[dict[str, str]]]:
    """All solos of a folder, and what was skipped: for each unreadable file its name and the reason.

    Raises:
        CorpusError: the folder is missing or empty, or not one of its files can be read.
    """
    solos, skipped = [], []
    for path in files(folder):
        try:
            solos += [replace(solo, source=path.relative_to(folder).as_posix()) for solo in read(path, options)]
        except CorpusError as error:
            skipped.append({"file": str(path.relative_to(folder)), "reason": str(error)})
    if not solos:
        raise CorpusError(f"{folder}: expected at least one readable file, found {len(skipped)} unreadable; the first: {skipped[0]['reason']}")
    return solos, skipped
