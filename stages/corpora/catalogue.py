"""The catalogue of corpora: what params.yaml says of each, under ``corpora``.

An entry has a licence note, the address of a public file if there is one (see ``corpora/fetch.py``), and the options of the readers whose files
cannot tell everything themselves, under the reader's name.
"""

from pathlib import Path

from stages.corpora.errors import CorpusError

KEYS = {"licence": str, "file": str, "url": str, "sha256": str, "midi": dict}


def entry(name: str, catalogue: dict) -> dict:
    """The entry of a corpus. Raises CorpusError for a corpus or a key that is not known."""
    if name not in catalogue:
        raise CorpusError(f"params.yaml: corpora: expected a corpus named {name!r}, found {', '.join(sorted(map(str, catalogue)))}")
    found = {} if catalogue[name] is None else catalogue[name]
    if not isinstance(found, dict):
        raise CorpusError(f"params.yaml: corpora.{name}: expected keys and values, found {found!r}")
    for key, value in found.items():
        if key not in KEYS:
            raise CorpusError(f"params.yaml: corpora.{name}.{key}: unknown key; expected {', '.join(KEYS)}")
        if not isinstance(value, KEYS[key]):
            raise CorpusError(f"params.yaml: corpora.{name}.{key}: expected {'keys and values' if KEYS[key] is dict else 'a text'}, found {value!r}")
        if key == "file" and value != Path(value).name:
            raise CorpusError(f"params.yaml: corpora.{name}.file: expected a file name without a folder, found {value!r}")
    return found


def reader_options(name: str, catalogue: dict) -> dict[str, dict]:
    """The options by reader, for ``read_corpus``. Raises CorpusError as ``entry`` does."""
    found = entry(name, catalogue)
    return {"midi": found["midi"]} if "midi" in found else {}


def require(name: str, catalogue: dict, folder: Path) -> None:
    """Raises CorpusError where the public file of a corpus has not been fetched into its folder yet."""
    file = entry(name, catalogue).get("file")
    if file and not (folder / file).is_file():
        raise CorpusError(f"{folder / file}: not here yet; `make corpus NAME={name}` fetches it")
