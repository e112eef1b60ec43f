"""Files that a stage leaves behind: whole or not at all, and with the same bytes for the same content.

A file is written beside its place and then moved there, so that a full disk or a kill leaves the old file or none. JSON has sorted keys and
numbers of six decimals at most; lines end in LF; an ``.npz`` archive carries no time.
"""

import contextlib
import csv
import io
import json
import os
import zipfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np

DECIMALS = 6


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises OSError, with the path in its message."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.write_bytes(content)
        os.replace(draft, path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8."""
    write_bytes(path, text.encode())


def write_json(path: Path, value) -> None:
    """Write a JSON file, indented, with sorted keys and rounded numbers."""
    write_text(path, json.dumps(rounded(value), indent=1, sort_keys=True, ensure_ascii=False) + "\n")


def write_lines(path: Path, records: Iterable) -> None:
    """Write JSON lines, a record a line."""
    write_text(path, "".join(json.dumps(rounded(record), sort_keys=True, ensure_ascii=False) + "\n" for record in records))


def write_table(path: Path, rows: list[dict]) -> None:
    """Write a CSV file; the columns are the keys of the first row."""
    text = io.StringIO()
    table = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    table.writeheader()
    table.writerows(rounded(rows))
    write_text(path, text.getvalue())


def write_arrays(path: Path, **arrays: np.ndarray) -> None:
    """Write an ``.npz`` archive. Not with ``numpy.savez``: what it writes around the arrays differs from one Python to the next."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, array in arrays.items():
            member = io.BytesIO()
            np.lib.format.write_array(member, np.asanyarray(array), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), member.getvalue())        # dated 1980
    write_bytes(path, content.getvalue())


def read_lines(path: Path) -> list:
    """The records of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_json(path: Path):
    """The value in a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def rounded(value):
    """The value with every float in it rounded to six decimals; numbers that differ in the last bits only are then the same text."""
    if isinstance(value, (float, np.floating)):
        return round(float(value), DECIMALS) + 0.0      # no -0.0
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(item) for item in value]
    return value
