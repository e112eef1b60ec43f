"""Fetch the file of a corpus that is not ours to pass on.   python -m stages.corpora.fetch metheny

The entry of the corpus in params.yaml (``corpora``) has its address, its sha256, its name below ``data/`` and its licence. The licence is
shown before anything is fetched. Another file than the expected one is refused, and a file is there whole or not at all.
"""

import hashlib
import http.client
import os
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from stages.corpora.catalogue import entry
from stages.corpora.errors import CorpusError

PARAMS = Path("params.yaml")
DATA = Path("data")
TIMEOUT = 30                    # seconds without an answer
LARGEST = 100 * 2**20           # bytes; nothing in the catalogue comes near
KEYS = ("url", "sha256", "file", "licence")


def main(arguments: list[str]) -> None:
    """Fetch the corpus named on the command line; where its file is already there, look no further."""
    if len(arguments) != 1:
        raise CorpusError("expected the name of one corpus, e.g. make corpus NAME=metheny")
    name = arguments[0]
    found = _entry(name)
    destination = DATA / name / found["file"]
    print(f"{name}: licence: {found['licence']}", flush=True)
    if destination.is_file() and hashlib.sha256(destination.read_bytes()).hexdigest() == found["sha256"]:
        print(f"{destination}: already there")
        return
    fetch(found["url"], found["sha256"], destination)
    print(f"{destination}: fetched from {found['url']}")


def fetch(url: str, sha256: str, destination: Path) -> None:
    """Download a file, check it, and only then put it in its place.

    Args:
        url: http or https.
        sha256: of the content, in hexadecimal digits.

    Raises:
        CorpusError: no connection, no such file, the transfer broke off, another content, or the destination cannot be written.
    """
    content = _download(url)
    found = hashlib.sha256(content).hexdigest()
    if found != sha256.lower():
        raise CorpusError(f"{url}: expected a file with sha256 {sha256}, found {found}; it has changed, so {destination} was not written")
    try:
        _write(content, destination)
    except OSError as error:
        raise CorpusError(f"{destination}: could not be written ({error.strerror}); nothing was kept") from None


def _entry(name: str) -> dict:
    """The entry of a corpus with a file to fetch."""
    try:
        catalogue = YAML(typ="safe", pure=True).load(PARAMS.read_text(encoding="utf-8"))["corpora"]
    except (OSError, YAMLError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise CorpusError(f"{PARAMS}: expected a section 'corpora', found none ({' '.join(str(error).split())}); run from the top folder of the project") from None
    found = entry(name, catalogue)
    missing = [key for key in KEYS if not found.get(key)]
    if missing:
        raise CorpusError(f"{PARAMS}: corpora.{name}: expected {', '.join(missing)}, found none; only a corpus with an address can be fetched")
    return found


def _download(url: str) -> bytes:
    if not url.startswith(("http://", "https://")):
        raise CorpusError(f"{url}: expected an address that starts with http:// or https://")
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:
            content = answer.read(LARGEST + 1)
            expected = answer.headers.get("Content-Length")
    except urllib.error.HTTPError as error:
        raise CorpusError(f"{url}: expected the file, found HTTP {error.code} {error.reason}; correct the url in params.yaml") from None
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        raise CorpusError(f"{url}: could not be fetched ({reason}); check the network and try again") from None
    if len(content) > LARGEST:
        raise CorpusError(f"{url}: expected at most {LARGEST} bytes, found more; correct the url in params.yaml")
    if expected and len(content) < int(expected):
        raise CorpusError(f"{url}: expected {expected} bytes, found {len(content)}; the transfer broke off, try again")
    return content


def _write(content: bytes, destination: Path) -> None:
    """All of the content or nothing, also where the process is killed half-way."""
    destination.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=destination.parent, prefix=f".{destination.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        os.chmod(name, 0o644)
        os.replace(name, destination)
    except BaseException:
        os.unlink(name)
        raise


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except CorpusError as error:
        sys.exit(f"fetch: {error}")
