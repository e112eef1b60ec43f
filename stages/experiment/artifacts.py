"""Files that a stage leaves behind: whole or not at all, and with the same bytes for the same content.

A file is written beside its place and then moved there, so that a full disk or a kill leaves the old file or none. JSON has sorted keys and
numbers of six decimals at most; lines end in LF; an ``.npz`` archive carries no time.
"""

import contextlib
import csv
import io
import json
import math
import os
import zipfile
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import numpy as np

from stages.experiment.spool import Spool

DECIMALS = 6
PLAIN = {str, int, bool, type(None)}                # written as they are
ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False, check_circular=False)


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises OSError, with the path in its message."""
    with growing(path) as file:
        file.write(content)


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8."""
    write_bytes(path, text.encode())


def write_json(path: Path, value) -> None:
    """Write a JSON file, indented, with sorted keys and rounded numbers."""
    write_text(path, json.dumps(rounded(value), indent=1, sort_keys=True, ensure_ascii=False) + "\n")


def write_lines(path: Path, records: Iterable) -> None:
    """Write JSON lines, a record a line."""
    write_text(path, "".join(map(line, records)))


def line(record) -> str:
    """A record as a line of a JSON lines file, its end included."""
    return text(record) + "\n"


def text(value) -> str:
    """A value as JSON in one line."""
    return ENCODER.encode(rounded(value))


@contextlib.contextmanager
def growing(path: Path) -> Iterator[BinaryIO]:
    """A file that is written bit by bit and takes its place when the block ends well. Raises OSError, with the path in its message."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.draft")
    try:
        with open(draft, "wb") as file:
            yield file
        os.replace(draft, path)
    except OSError as error:
        if error.filename not in (None, str(draft)):
            raise
        raise OSError(error.errno, error.strerror, str(path)) from None
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
            path.parent.rmdir()         # a stage that failed leaves not even an empty folder


def write_table(path: Path, rows: list[dict]) -> None:
    """Write a CSV file; the columns are the keys of the first row."""
    text = io.StringIO()
    table = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    table.writeheader()
    table.writerows(rounded(rows))
    write_text(path, text.getvalue())


def write_arrays(path: Path, **arrays: np.ndarray | Spool) -> None:
    """Write an ``.npz`` archive, stored so that its arrays can be mapped. Not with ``numpy.savez``: what it writes around the arrays differs from one Python to the next."""
    with growing(path) as file, zipfile.ZipFile(file, "w") as archive:
        for name, array in arrays.items():
            size = math.prod(array.shape) * array.dtype.itemsize
            member = zipfile.ZipInfo(f"{name}.npy")                     # dated 1980
            member.file_size = size + 4096                              # tells zipfile whether the archive must be a large one
            with archive.open(member, "w") as content:
                header = {"descr": np.lib.format.dtype_to_descr(array.dtype), "fortran_order": False, "shape": array.shape}
                np.lib.format.write_array_header_1_0(content, header)
                for block in array.blocks() if isinstance(array, Spool) else [np.ascontiguousarray(array)]:
                    content.write(block.tobytes())


def read_lines(path: Path) -> list:
    """The records of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_json(path: Path):
    """The value in a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def rounded(value):
    """The value with every float in it rounded to six decimals; numbers that differ in the last bits only are then the same text."""
    if type(value) in PLAIN:
        return value
    if isinstance(value, (float, np.floating)):
        return round(float(value), DECIMALS) + 0.0      # no -0.0
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return value if _as_it_is(value) else list(map(rounded, value))
    return value


def _as_it_is(values: list | tuple) -> bool:
    """Whether a list, or a list of lists, holds nothing to round; most do, and that is seen faster at once than item by item."""
    kinds = set(map(type, values))
    if kinds == {list}:
        values = list(chain.from_iterable(values))
        kinds = set(map(type, values))
    if kinds != {float}:
        return kinds <= PLAIN
    # What is nearest to so many millionths is what ``round`` would give.
    numbers, scale = np.array(values), 10.0**DECIMALS
    return not np.signbit(numbers).any() and np.array_equal(np.rint(numbers * scale) / scale, numbers)
