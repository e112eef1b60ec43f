"""Archives with a corpus in them: the files that are wanted, unpacked into a folder, and one digest for what was unpacked.

A code host makes the archive of a commit anew at every request; its bytes may change, the files in it do not. So the digest is of the files kept:
the sha256 of the sorted lines that ``sha256sum`` prints for them ("<sha256>  <path>"). In the folder of the corpus, where nothing else lies in it, that is

    find . -type f | sed 's|^\\./||' | tr '\\n' '\\0' | xargs -0 sha256sum | LC_ALL=C sort | sha256sum

An archive is not trusted: no entry is written but the files that are wanted, none outside of the destination, none twice, and none that is a link
or a device; the number of entries and their size are bounded, also while an entry is being read.
"""

import gzip
import hashlib
import shutil
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from stages.corpora.errors import CorpusError

MOST_ENTRIES = 100_000          # of an archive; of the catalogue's, the largest has 11,000
LARGEST = 4 * 2**30             # bytes of all entries together: a repository may hold much that is not wanted
LARGEST_KEPT = 2**29            # bytes of the wanted ones together; of the catalogue's, the largest has 20 million
LARGEST_HEADER = 2**20          # bytes between two files of a tar archive
BROKEN = (tarfile.TarError, zipfile.BadZipFile, zlib.error, gzip.BadGzipFile, EOFError, RuntimeError, UnicodeDecodeError)


class Entry(NamedTuple):
    """One entry of an archive."""

    name: str
    size: int                   # bytes
    kind: str                   # file, folder, or something else
    open: Callable[[], IO[bytes]]


def unpack(archive: Path, kind: str, folder: str, keep: Sequence[str], destination: Path) -> None:
    """Write the wanted files of an archive below a new folder.

    Args:
        kind: tar.gz or zip.
        folder, keep: which files are wanted; see ``corpora/catalogue.py``.

    Raises:
        CorpusError: not such an archive, truncated, too large, an entry that is not to be trusted, or no file that is wanted.
        OSError: a file could not be written.
    """
    destination.mkdir()
    total = kept = 0
    try:
        for count, entry in enumerate({"tar.gz": _tar, "zip": _zip}[kind](archive), start=1):
            total += entry.size
            path = _wanted(entry.name, folder, keep)
            wanted = path is not None and entry.kind != "folder"
            kept += entry.size if wanted else 0
            if count > MOST_ENTRIES or total > LARGEST or kept > LARGEST_KEPT:
                raise CorpusError(f"{entry.name}: expected at most {MOST_ENTRIES} entries, {LARGEST} bytes in all and {LARGEST_KEPT} that are kept, found more")
            if not wanted:
                continue
            if entry.kind != "file":
                raise CorpusError(f"{entry.name}: expected a file, found {entry.kind}")
            _write(entry, destination / path)
    except BROKEN as error:
        raise CorpusError(f"expected a {kind} archive, found a broken one ({error or type(error).__name__})") from None
    if not kept:
        raise CorpusError(f"expected files like {', '.join(keep)}{f' in {folder}' if folder else ''}, found none")


def digest(folder: Path, keep: Sequence[str]) -> str:
    """The digest of the files below a folder that are like one of the patterns: see above."""
    lines = []
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if _like(name, keep) and path.is_file():
            lines.append(f"{sha256(path)}  {name}\n")
    return hashlib.sha256("".join(sorted(lines)).encode("utf-8", "surrogateescape")).hexdigest()


def sha256(path: Path) -> str:
    """Of the content of a file, in hexadecimal digits."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(2**20):
            found.update(chunk)
    return found.hexdigest()


def _like(name: str, keep: Sequence[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in keep)


def _wanted(name: str, folder: str, keep: Sequence[str]) -> str | None:
    """The path of an entry below the destination; None for one that is not wanted. Raises CorpusError for a name that no honest archive has."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or any(ord(character) < 32 for character in name):
        raise CorpusError(f"{name!r}: expected a path below the archive's top, found one that leads elsewhere or has odd characters")
    above = PurePosixPath(folder).parts
    below = "/".join(path.parts[len(above):])
    inside = below and all(fnmatchcase(part, pattern) for part, pattern in zip(path.parts, above))
    return below if inside and _like(below, keep) else None


def _write(entry: Entry, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with entry.open() as content, path.open("xb") as file:
            shutil.copyfileobj(content, file)
    except (FileExistsError, NotADirectoryError):
        raise CorpusError(f"{entry.name}: expected each path once, found it twice or as a file and a folder (or this disk does not tell small letters from capitals)") from None


class _Measured:
    """A stream that ends with an error after ``left`` bytes: what tarfile reads between two files is otherwise as long as the archive says."""

    def __init__(self, stream: IO[bytes]):
        self.stream, self.left = stream, LARGEST_HEADER

    def read(self, size: int) -> bytes:
        content = self.stream.read(size)
        self.left -= len(content)
        if self.left < 0:
            raise CorpusError(f"expected at most {LARGEST_HEADER} bytes between two files of the archive, found more")
        return content


def _tar(archive: Path) -> Iterator[Entry]:
    with gzip.open(archive) as unzipped:
        stream = _Measured(unzipped)
        with tarfile.open(fileobj=stream, mode="r|", encoding="utf-8") as opened:
            while member := opened.next():
                if member.size < 0:
                    raise tarfile.ReadError(f"{member.name}: {member.size} bytes")
                stream.left = member.size + LARGEST_HEADER
                kind = "file" if member.isreg() else "folder" if member.isdir() else "a link" if member.issym() or member.islnk() else "a device"
                yield Entry(member.name, member.size, kind, lambda member=member: opened.extractfile(member))


def _zip(archive: Path) -> Iterator[Entry]:
    with archive.open("rb") as file:
        listed = sum(chunk.count(b"PK\1\2") for chunk in iter(lambda: file.read(2**20), b""))
    if listed > MOST_ENTRIES:                        # before the list is read into memory
        raise CorpusError(f"expected at most {MOST_ENTRIES} entries, found {listed}")
    with zipfile.ZipFile(archive) as opened:
        for member in opened.infolist():
            mode = stat.S_IFMT(member.external_attr >> 16)
            kind = "folder" if member.is_dir() else "file" if mode in (0, stat.S_IFREG) else "a link" if mode == stat.S_IFLNK else "a device"
            yield Entry(member.filename, member.file_size, kind, lambda member=member: opened.open(member))
