"""An array that grows on disk: for results that are larger than memory, written once from front to back and then copied into an archive."""

import contextlib
import tempfile
import weakref
from collections.abc import Iterator
from math import prod
from pathlib import Path
from typing import BinaryIO

import numpy as np

BLOCK = 2**20               # numbers that are in memory at a time


class Spool:
    """Rows of one shape, appended one block after the other; the file has no name and goes with the process.

    Args:
        folder: on the disk with room for it. dtype: of the numbers. row: the shape of a row, () for single numbers.
    """

    def __init__(self, folder: Path, dtype: type, row: tuple[int, ...] = ()):
        self.dtype, self.row, self.rows = np.dtype(dtype), row, 0
        self._file = tempfile.TemporaryFile(dir=folder)
        weakref.finalize(self, _close, self._file)

    @property
    def shape(self) -> tuple[int, ...]:
        """Of the whole array."""
        return (self.rows, *self.row)

    def append(self, block: np.ndarray) -> None:
        """Add rows, an array (n, *row)."""
        self._file.write(np.ascontiguousarray(block, self.dtype).tobytes())
        self.rows += len(block)

    def __getitem__(self, rows: slice) -> np.ndarray:
        """Rows ``start`` to ``stop``."""
        size = prod(self.row) * self.dtype.itemsize
        self._file.flush()
        self._file.seek(rows.start * size)
        found = np.frombuffer(self._file.read((rows.stop - rows.start) * size), self.dtype)
        self._file.seek(0, 2)
        return found.reshape(rows.stop - rows.start, *self.row)          # not -1: a row may have no columns

    def blocks(self) -> Iterator[np.ndarray]:
        """All rows, some at a time."""
        step = max(1, BLOCK // max(1, prod(self.row)))
        for start in range(0, self.rows, step):
            yield self[start:min(start + step, self.rows)]


def _close(file: BinaryIO) -> None:
    """Closes what is thrown away, even where the rest of it finds no room on the disk."""
    with contextlib.suppress(OSError):
        file.close()
