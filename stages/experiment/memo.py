"""What was computed before: results by the content that they were computed from, so that a corpus with one new file costs that file.

The key of a result is a digest of the files read, of what the reader was told, and of the program that read them. Kept with diskcache (which DVC uses as
well), in a folder below artifacts/ that is neither a DVC output nor in git; the oldest results go when it grows beyond its size (not the least used: to write down each use would cost more than the use). Deleting the folder
costs time, nothing else.
"""

import hashlib
import json
import sqlite3
import sys
import zlib
from collections.abc import Iterable
from pathlib import Path

from diskcache import Cache, Timeout

SIZE = 4 * 2**30            # bytes
LARGE = 2**24               # bytes; only a larger result gets a file of its own
FAILURES = (sqlite3.Error, OSError, Timeout, ValueError, EOFError, zlib.error)


class Memo:
    """Results by key; without a usable folder it remembers nothing.

    Args:
        folder: where it is kept. program: files whose change makes all results stale.
    """

    def __init__(self, folder: Path, program: Iterable[Path]):
        self._digests: dict[Path, str] = {}                     # of files, computed once a run
        self._program = _digest(*(file.read_bytes() for file in sorted(program)))
        try:
            self._cache = Cache(str(folder), size_limit=SIZE, disk_min_file_size=LARGE, eviction_policy="least-recently-stored")
        except FAILURES as error:
            self._give_up(error)

    def key(self, files: Iterable[Path], told: object) -> str:
        """The digest of some files and of whatever else decides the result (plain values). Raises OSError for a file that cannot be read."""
        return _digest(self._program, json.dumps(told, sort_keys=True, default=str), *(self._file_digest(file) for file in files))

    def _file_digest(self, path: Path) -> str:
        if path not in self._digests:
            whole = hashlib.sha256()
            with open(path, "rb") as file:
                while block := file.read(2**20):
                    whole.update(block)
            self._digests[path] = whole.hexdigest()
        return self._digests[path]

    def get(self, key: str) -> dict | None:
        """The result, None where it is not known."""
        try:
            found = self._cache.get(key) if self._cache is not None else None
            return json.loads(zlib.decompress(found)) if isinstance(found, bytes) else None
        except FAILURES as error:
            self._give_up(error)
            return None

    def put(self, results: dict[str, dict]) -> None:
        """Remember results by their keys."""
        try:
            if self._cache is not None and results:
                with self._cache.transact():
                    for key, result in results.items():
                        self._cache.set(key, zlib.compress(json.dumps(result).encode(), 1))
        except FAILURES as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        print(f"parse: nothing is remembered for the next time ({error}); delete artifacts/.memo if this comes again", file=sys.stderr)
        self._cache = None


def _digest(*parts: bytes | str) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part.encode() if isinstance(part, str) else part).digest())
    return whole.hexdigest()
