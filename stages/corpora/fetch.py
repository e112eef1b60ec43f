"""Get a corpus that is not ours to pass on.   python -m stages.corpora.fetch wjazzd [/where/it/lies]

Its entry in params.yaml (``corpora``, see ``corpora/catalogue.py``) has the address, the sha256 and the licence. The licence is shown before
anything is fetched or linked. What is fetched is checked beside its place and then moved there: it is there whole or not at all. What lies in the
place already is left as it is. With a second argument nothing is fetched: ``data/<name>`` becomes a link to that folder, or gets a link to that file.
"""

import http.client
import os
import signal
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from stages.corpora.archive import digest, sha256, unpack
from stages.corpora.catalogue import entry, occupants, what_is
from stages.corpora.errors import CorpusError

PARAMS = Path("params.yaml")
DATA = Path("data")
TIMEOUT = 30                    # seconds without an answer
LARGEST = 2**30                 # bytes; a repository may hold much that is not wanted


def main(arguments: list[str]) -> None:
    """Fetch the corpus named on the command line, or link it; where it is already there, look no further."""
    if len(arguments) not in (1, 2) or not arguments[0]:
        raise CorpusError("expected the name of one corpus, e.g. make corpus NAME=wjazzd, or make corpus NAME=wjazzd FROM=/where/it/lies")
    name, *source = arguments
    found = _entry(name)
    _ask_for(found, ["licence"], name)
    print(f"{name}: licence: {found['licence']}", flush=True)
    folder = DATA / name
    try:
        if source:
            said = link(found, folder, source[0])
        elif "url" not in found:
            raise CorpusError(f"{PARAMS}: corpora.{name}: expected a url, found none; only a corpus with an address can be fetched: put your files into {folder}")
        elif "archive" in found:
            said = fetch_archive(found, folder)
        else:
            _ask_for(found, ["file"], name)
            said = fetch_file(found, folder)
    except OSError as error:
        raise CorpusError(f"{error.filename or folder}: could not be written or read ({error.strerror or error}); nothing was kept") from None
    print(said)


def fetch_file(found: dict, folder: Path) -> str:
    """Download the file of an entry into a folder, unless it is there; what was done, in words.

    Raises:
        CorpusError: no connection, no such file, the transfer broke off, or another content than expected.
        OSError: the file cannot be written.
    """
    place, expected = folder / found["file"], found.get("sha256")
    if place.is_file() and sha256(place) == expected:
        return f"{place}: already there"
    for path in (folder, place):
        if path.is_symlink():
            raise CorpusError(f"{path}: expected a place to write to, found {what_is(path)}; remove the link, then fetch again")
    with _workshop(folder) as workshop:
        download(found["url"], workshop / "download")
        _compare(sha256(workshop / "download"), expected, found["url"], folder)
        folder.mkdir(exist_ok=True)
        os.replace(workshop / "download", place)
    return f"{place}: fetched from {found['url']}"


def fetch_archive(found: dict, folder: Path) -> str:
    """Download the archive of an entry and make the wanted part of it a folder, unless it is there; what was done, in words. Raises as ``fetch_file`` does."""
    expected, keep = found.get("sha256"), found["keep"]
    if folder.is_dir() and occupants(folder) and digest(folder, keep) == expected:
        return f"{folder}: already there{f', as {what_is(folder)}' if folder.is_symlink() else ''}"
    _expect_nothing(folder, "move it away, then fetch again")
    with _workshop(folder) as workshop:
        print(f"{folder}: fetching {found['url']} ...", flush=True)
        download(found["url"], workshop / "download")
        try:
            unpack(workshop / "download", found["archive"], found.get("folder", ""), keep, workshop / "folder")
        except CorpusError as error:
            raise CorpusError(f"{found['url']}: {error}; nothing was kept") from None
        _compare(digest(workshop / "folder", keep), expected, found["url"], folder)
        os.replace(workshop / "folder", folder)
    return f"{folder}: {sum(path.is_file() for path in folder.rglob('*'))} files, fetched from {found['url']}"


def link(found: dict, folder: Path, source: str) -> str:
    """Make a folder a link to the folder that the user has, or put a link to a file into it; what was done, in words.

    Raises:
        CorpusError: nothing lies at the source, or something else in the place of the link.
        OSError: the link cannot be made.
    """
    target = Path(source).expanduser().resolve()
    if not target.is_dir() and not target.is_file():
        raise CorpusError(f"FROM={source}: expected a folder or a file, found {what_is(target)}; correct the path")
    place = folder if target.is_dir() else folder / found.get("file", target.name)
    if place.is_symlink() and place.resolve() == target:
        return f"{place}: already a link to {target}"
    _expect_nothing(folder, "move it away, then link again", readme=target.is_file())
    if target.is_dir() and folder.is_dir():
        folder.rmdir()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target, target_is_directory=target.is_dir())
    return f"{place}: a link to {target}"


def download(url: str, destination: Path) -> None:
    """Write what lies at an http or https address into a new file. Raises CorpusError, and OSError where the file cannot be written."""
    with destination.open("xb") as file:
        for chunk in _chunks(url):
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _entry(name: str) -> dict:
    """The entry of a corpus in params.yaml."""
    try:
        catalogue = YAML(typ="safe", pure=True).load(PARAMS.read_text(encoding="utf-8"))["corpora"]
    except (OSError, YAMLError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise CorpusError(f"{PARAMS}: expected a section 'corpora', found none ({' '.join(str(error).split())}); run from the top folder of the project") from None
    return entry(name, catalogue)


def _ask_for(found: dict, keys: list[str], name: str) -> None:
    missing = [key for key in keys if not found.get(key)]
    if missing:
        raise CorpusError(f"{PARAMS}: corpora.{name}: expected {', '.join(missing)}, found none; add it there")


def _expect_nothing(folder: Path, remedy: str, readme: bool = False) -> None:
    """Raises CorpusError where something lies at the place of a folder; an empty one is nothing, with ``readme`` also one that holds but a README.md."""
    if folder.is_dir() and not folder.is_symlink():
        free = not (occupants(folder) if readme else os.listdir(folder))
    else:
        free = not os.path.lexists(folder)
    if not free:
        raise CorpusError(f"{folder}: expected nothing there, found {what_is(folder)}; {remedy}")


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """A folder beside the place of a corpus, for what is not yet checked; it is removed at the end."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as name:
        yield Path(name)


def _compare(found: str, expected: str | None, url: str, folder: Path) -> None:
    """Raises CorpusError where what was fetched is not what params.yaml expects."""
    if expected is None:
        raise CorpusError(f"{PARAMS}: corpora.{folder.name}.sha256: expected the sha256 of what {url} gives, found none; this time it gave {found}: "
                          f"compare that with what others found, put it into {PARAMS} and fetch again; nothing was kept")
    if found != expected:
        raise CorpusError(f"{url}: expected contents with sha256 {expected}, found {found}; they have changed, so nothing was kept and {folder} is as it was")


def _chunks(url: str) -> Iterator[bytes]:
    """What lies at an address, a piece at a time."""
    received, wanted = 0, None
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:
            wanted = answer.headers.get("Content-Length")
            while chunk := answer.read(2**20):
                received += len(chunk)
                if received > LARGEST:
                    raise CorpusError(f"{url}: expected at most {LARGEST} bytes, found more; correct the url in params.yaml")
                yield chunk
    except CorpusError:
        raise
    except urllib.error.HTTPError as error:
        error.close()
        raise CorpusError(f"{url}: expected the file, found HTTP {error.code} {' '.join(str(error.reason).split())}; correct the url in params.yaml") from None
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise CorpusError(f"{url}: could not be fetched ({getattr(error, 'reason', None) or error}); check the network and try again") from None
    if wanted and wanted.isdigit() and received < int(wanted):
        raise CorpusError(f"{url}: expected {wanted} bytes, found {received}; the transfer broke off, try again")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("fetch: stopped; nothing was kept"))     # so that the folder beside the corpus goes
    try:
        main(sys.argv[1:])
    except CorpusError as error:
        sys.exit(f"fetch: {error}")
    except KeyboardInterrupt:
        sys.exit("fetch: stopped; nothing was kept")
