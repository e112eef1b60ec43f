"""How large a file may be before it is taken for broken or hostile, and the one way in which a reader opens one."""

import os
from pathlib import Path
from stat import S_ISREG

from stages.corpora.errors import CorpusError

LARGEST = 16 * 2**20        # bytes of one piece of music, unpacked; the longest real ones have 1 or 2
NOTES = 50_000              # of one solo; the longest real ones have some thousands
BARS = 10_000               # of one solo; five and a half hours of 4/4 at 120
CHORDS = 25_000             # of one solo


def content(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a file. Raises CorpusError where it cannot be read, is no regular file, or is too large."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            if not S_ISREG(os.fstat(file.fileno()).st_mode):
                raise CorpusError(f"{path}: expected a file, found something else")
            found = file.read(largest + 1)
    except (OSError, ValueError) as error:
        raise CorpusError(f"{path}: expected a readable file, found none ({getattr(error, 'strerror', None) or error})") from None
    if len(found) > largest:
        raise CorpusError(f"{path}: expected at most {largest} bytes, found more; this is no single piece of music")
    return found


def _without_waiting(path: str, flags: int) -> int:
    """Opens a named pipe without waiting for a writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
