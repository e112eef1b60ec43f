"""The catalogue of corpora: what params.yaml says of each, under ``corpora``. A corpus is the folder ``data/<name>``, or a link to one.

    key       what it says
    licence   what one may do with the corpus, shown before it is fetched or linked
    url       the public address, where there is one (see ``corpora/fetch.py``)
    sha256    of the file at the address; of an archive, the digest of the files kept (see ``corpora/archive.py``)
    file      at the address is one file, which gets this name in ``data/<name>``
    archive   at the address is an archive of this kind, tar.gz or zip
    folder    the folder of the archive that becomes ``data/<name>``, ``*`` for a part of the path that may have any name; without it, the whole
    keep      the files to keep, as patterns of their path below that folder; ``*`` is any text, over several folders, too
    midi      what the MIDI reader is told of all its files (see ``corpora/midi/``), musicxml likewise
    files     what is told of single files: their path below ``data/<name>``, and what the reader of such a file is told
"""

import os
import re
from pathlib import Path, PurePosixPath

from stages.corpora import READERS
from stages.corpora.errors import CorpusError

KEYS = {"licence": str, "url": str, "sha256": str, "file": str, "archive": str, "folder": str, "keep": list, "midi": dict, "musicxml": dict, "files": dict}
OPTIONS = {
    "midi": ("melody", "chords", "span", "pickup", "metre", "melody_part", "chord_part", "quantisation"),
    "musicxml": ("part",),
}
KINDS = {str: "a text", list: "a list of texts", dict: "keys and values"}
ARCHIVES = ("tar.gz", "zip")


def entry(name: str, catalogue: dict) -> dict:
    """The entry of a corpus. Raises CorpusError for a corpus or a key that is not known, and for keys that do not go together."""
    if name not in catalogue:
        raise CorpusError(f"params.yaml: corpora: expected a corpus named {name!r}, found {', '.join(sorted(map(str, catalogue)))}")
    found = {} if catalogue[name] is None else catalogue[name]
    if not isinstance(found, dict):
        raise CorpusError(f"params.yaml: corpora.{name}: expected keys and values, found {found!r}")
    for key, value in found.items():
        if key not in KEYS:
            raise CorpusError(f"params.yaml: corpora.{name}.{key}: unknown key; expected {', '.join(KEYS)}")
        expected = _expected(key, value)
        if expected:
            raise CorpusError(f"params.yaml: corpora.{name}.{key}: expected {expected}, found {value!r}")
    for reader, known in OPTIONS.items():
        _check_options(f"{name}.{reader}", found.get(reader, {}), known)
    clash = _clash(found)
    if clash:
        raise CorpusError(f"params.yaml: corpora.{name}: {clash}")
    return found


def reader_options(name: str, catalogue: dict, file: str = "") -> dict[str, dict]:
    """What each reader is told, of all its files or of the one with this path below the folder of the corpus. Raises CorpusError as ``entry`` does."""
    found = entry(name, catalogue)
    single = found.get("files", {}).get(file, {})
    if not isinstance(single, dict):
        raise CorpusError(f"params.yaml: corpora.{name}.files.{file}: expected keys and values, found {single!r}")
    reader = READERS.get(PurePosixPath(file).suffix.lower())
    _check_options(f"{name}.files.{file}", single, OPTIONS.get(reader, ()))
    return {option: {**found.get(option, {}), **(single if option == reader else {})} for option in ("midi", "musicxml") if option in found or option == reader and single}


def require(name: str, catalogue: dict, folder: Path) -> None:
    """Raises CorpusError where the folder of a corpus is missing or empty, or the file of its entry is not in it; the message says how to get it."""
    found = entry(name, catalogue)
    fetches = f"`make corpus NAME={name}` fetches it, `make corpus NAME={name} FROM=/path` links a copy that you have"
    if "file" in found:
        if not (folder / found["file"]).is_file():
            raise CorpusError(f"{folder / found['file']}: not here yet; {fetches}")
        return
    remedy = fetches if "url" in found else f"put your files into {folder}"
    if not folder.is_dir():
        raise CorpusError(f"{folder}: expected a folder with music files, found {what_is(folder)}; {remedy}")
    if not occupants(folder):
        raise CorpusError(f"{folder}: expected files ending in {', '.join(READERS)}, found none; {remedy}")
    absent = [file for file in found.get("files", {}) if not _lies_in(folder, file)]
    if absent:
        raise CorpusError(f"params.yaml: corpora.{name}.files: expected files in {folder}, found no {absent[0]!r}; a file is named by its path below that folder, as in late/take-2.mid")


def _lies_in(folder: Path, file: object) -> bool:
    """Whether a file is there under this very name: by another one, such as ``./blues.mid``, nobody will look for it."""
    path = PurePosixPath(str(file))
    return path.as_posix() == file and not path.is_absolute() and ".." not in path.parts and (folder / path).is_file()


def occupants(folder: Path) -> list[str]:
    """The names in a folder, sorted, without the README.md and the hidden files that may lie in a folder without music."""
    return sorted(path.name for path in folder.iterdir() if path.name != "README.md" and not path.name.startswith("."))


def what_is(path: Path) -> str:
    """What lies at a path, in words, for a message."""
    if path.is_symlink():
        return f"a link to {path.readlink()}{'' if path.exists() else ', which is not there'}"
    if path.is_dir():
        names = sorted(os.listdir(path))
        return f"a folder with {names[0]}{f' and {len(names) - 1} more' if len(names) > 1 else ''}" if names else "an empty folder"
    return "a file" if path.exists() else "nothing there"


def _expected(key: str, value: object) -> str:
    """What the value of a key should have been; empty where it is right."""
    kind = KEYS[key]
    if not isinstance(value, kind) or kind is list and not (value and all(isinstance(item, str) and item for item in value)):
        return KINDS[kind]
    if key == "url" and not value.startswith(("http://", "https://")):
        return "an address that starts with http:// or https://"
    if key == "sha256" and not re.fullmatch("[0-9a-f]{64}", value):
        return "64 hexadecimal digits in lower case"
    if key == "file" and (value != Path(value).name or value in ("", ".", "..")):
        return "a file name without a folder"
    if key == "archive" and value not in ARCHIVES:
        return f"one of {', '.join(ARCHIVES)}"
    if key == "folder" and (not PurePosixPath(value).parts or value.startswith("/") or ".." in PurePosixPath(value).parts):
        return "a folder in the archive"
    return ""


def _check_options(place: str, told: dict, known: tuple[str, ...]) -> None:
    """Raises CorpusError for an option that the reader does not have; its value is checked by the reader."""
    for option in told:
        if option not in known:
            raise CorpusError(f"params.yaml: corpora.{place}: expected {', '.join(known) or 'nothing, this format needs no options'}; found {option!r}")


def _clash(found: dict) -> str:
    """What is wrong with the keys of an entry together; empty where nothing is."""
    if "archive" in found:
        if "file" in found:
            return "expected 'file' or 'archive', found both"
        return "" if "keep" in found else "expected 'keep' beside 'archive', found none; it says which files of the archive are kept"
    extra = [key for key in ("folder", "keep") if key in found]
    return f"expected 'archive' beside '{extra[0]}', found none" if extra else ""
