"""Compressed MusicXML (`.mxl`): a zip archive with one score in it.

Source: the container of MusicXML 4.0 (W3C Community Group report, 2021): ``META-INF/container.xml`` names the score as the first ``rootfile``. Quirks: some
programs (OpenEWLD's, for one) write a container that is no XML where a title has an apostrophe; some name a picture first, or write paths with backslashes.
Where the container is missing or names what is not there, the first ``.musicxml`` or ``.xml`` file outside of ``META-INF`` is the score.

An archive is not trusted: nothing is written, one entry is read, in memory, up to a bound, whatever size it claims to have.
"""

import io
import re
import zipfile
import zlib
from html import unescape
from pathlib import Path, PurePosixPath

from stages.corpora.errors import CorpusError
from stages.corpora.limits import LARGEST

CONTAINER = "META-INF/container.xml"
LARGEST_CONTAINER = 2**16                  # bytes
MOST_ENTRIES = 10_000                      # scores come with pictures, sounds and parts, but not with more than that
ROOTFILE = re.compile(r"""<(?:\w{1,20}:)?rootfile\s[^<>]*?full-path\s*=\s*(?:"([^"]*)"|'([^']*)')""")
ENDINGS = (".musicxml", ".xml")
ASIDE = ("META-INF/", "__MACOSX/")
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, OverflowError)


def score(content: bytes, path: Path) -> bytes:
    """The score in an archive.

    Args:
        content: the archive.
        path: of its file, for messages.

    Raises:
        CorpusError: no zip archive, a broken or encrypted one, no score in it, or too large a score.
    """
    if content.count(b"PK\1\2") > MOST_ENTRIES:                     # before zipfile makes a list of them
        raise CorpusError(f"{path}: expected at most {MOST_ENTRIES} entries in the archive, found more")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read(archive, _name(archive, path), LARGEST, path)
    except BROKEN as error:
        if isinstance(error, CorpusError):
            raise
        raise CorpusError(f"{path}: expected a compressed MusicXML file, a zip archive, found a broken one ({_line(error)})") from None


def _name(archive: zipfile.ZipFile, path: Path) -> str:
    """The name of the score."""
    names = {_tidy(name): name for name in archive.namelist()}
    if CONTAINER in names:
        container = _read(archive, names[CONTAINER], LARGEST_CONTAINER, path).decode("utf-8", "replace")
        named = [name for match in ROOTFILE.finditer(container) if (name := _tidy(unescape(match[1] or match[2] or ""))) in names]
        if named:
            return names[min(named, key=lambda name: not name.lower().endswith(ENDINGS))]
    scores = [names[name] for ending in ENDINGS for name in names if name.lower().endswith(ending) and not name.startswith(ASIDE) and not PurePosixPath(name).name.startswith(".")]
    if not scores:
        raise CorpusError(f"{path}: expected a score in the archive, a .musicxml or .xml file, found {len(names)} other entries")
    return scores[0]


def _tidy(name: str) -> str:
    """A path in an archive as it should be written."""
    return name.replace("\\", "/").removeprefix("./").lstrip("/")


def _read(archive: zipfile.ZipFile, name: str, largest: int, path: Path) -> bytes:
    entry = archive.getinfo(name)
    if entry.flag_bits & 1:
        raise CorpusError(f"{path}: {name[:60]!r}: expected a readable entry, found an encrypted one; save the score without a password")
    if entry.compress_type not in METHODS:
        raise CorpusError(f"{path}: {name[:60]!r}: expected the compression methods 0 or 8 (deflate), found {entry.compress_type}; export the score again")
    with archive.open(entry) as file:
        found = file.read(largest + 1)
    if len(found) > largest:
        raise CorpusError(f"{path}: {name[:60]!r}: expected at most {largest} bytes, found more; this is no single piece of music")
    return found


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
