"""params.yaml, read strictly: the one place where numbers live.

A section fills a frozen dataclass without defaults that stands beside the code it steers. An unknown, missing, mistyped or out-of-range
key stops the stage. Types and ranges are checked by pydantic (fields say their range with ``annotated_types``), the file is read as YAML 1.2, as DVC does.
"""

import difflib
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

PARAMS = Path("params.yaml")
Section = TypeVar("Section")


class ParamsError(ValueError):
    """A key of params.yaml that cannot be used; the message names it, what was expected and what was found."""


@lru_cache(maxsize=1)
def load(path: Path = PARAMS) -> dict:
    """The whole file. Raises ParamsError where it is missing or not YAML."""
    try:
        content = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ParamsError(f"{path}: not found; run from the top folder of the project") from None
    except (YAMLError, UnicodeDecodeError) as error:
        raise ParamsError(f"{path}: not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(content, dict):
        raise ParamsError(f"{path}: expected sections with keys, found {type(content).__name__}")
    return content


def section(name: str) -> dict:
    """The plain dictionary of a section, such as ``parse`` or ``djmodel.woodshed``. Raises ParamsError where it is missing."""
    found, walked = load(), []
    for key in name.split("."):
        if not isinstance(found, dict) or key not in found:
            known = ", ".join(map(str, found)) if isinstance(found, dict) else "no keys"
            raise ParamsError(f"{PARAMS}: {name}: expected a key {key!r} {'in ' + '.'.join(walked) if walked else 'at the top'}, found {known}")
        found = found[key]
        walked.append(key)
    if not isinstance(found, dict):
        raise ParamsError(f"{PARAMS}: {name}: expected keys and values, found {found!r}")
    return found


def read_params(name: str, kind: type[Section]) -> Section:
    """A section as the dataclass that its code asks for. Raises ParamsError."""
    return fill(name, section(name), kind)


def fill(name: str, found: dict, kind: type[Section]) -> Section:
    """The dataclass with the values found under ``name``. Raises ParamsError."""
    wanted = [field.name for field in fields(kind)]
    for key in found:
        if key not in wanted:
            close = difflib.get_close_matches(str(key), wanted, n=1)
            hint = f"; did you mean {close[0]!r}?" if close else f"; expected {', '.join(wanted)}"
            raise ParamsError(f"{PARAMS}: {name}.{key}: unknown key{hint}")
    values = {key: _value(f"{name}.{key}", found, key, hint) for key, hint in get_type_hints(kind, include_extras=True).items()}
    return kind(**values)


def _value(place: str, found: dict, key: str, hint):
    if key not in found:
        raise ParamsError(f"{PARAMS}: {place}: missing")
    try:
        return TypeAdapter(hint, config=ConfigDict(strict=True)).validate_python(found[key])
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, (place, *first["loc"])))
        message = first["msg"].replace("Input should be", "expected")
        raise ParamsError(f"{PARAMS}: {where}: {message}, found {first['input']!r}") from None
