"""What may be told of a MIDI file under ``midi`` in the entry of its corpus, and whether it can be."""

import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from stages.corpora.errors import CorpusError
from stages.corpora.midi.score import QUARTERS

SOURCES = ("text", "beside", "heard", "estimated")      # of chords, where ``chords`` names no part


@dataclass(frozen=True)
class Options:
    """What may be told of a file: the melody part, the chord part or one of SOURCES, the span of the solo in quarter notes (start, end).

    Also how many quarter notes stand before the first bar line, and the metre of the whole file, such as 3/4.
    """

    melody: str | int | None = None
    chords: str | int | None = None
    span: tuple[float, float] | None = None
    pickup: float | None = None
    metre: str | None = None


def options_of(path: Path, declared: dict[str, Any]) -> Options:
    """The options that are declared for a file; raises CorpusError where one is unknown or cannot be."""
    place = "midi in the entry of its corpus (corpora in params.yaml)"
    unknown = declared.keys() - {field.name for field in fields(Options)}
    if unknown:
        raise CorpusError(f"{path}: expected melody, chords, span, pickup, metre, or all of melody_part, chord_part, span, quantisation under {place}, found {', '.join(sorted(map(str, unknown)))}")
    for name, value in declared.items():
        expected, holds = DECLARED[name]
        if value is not None and not holds(value):
            raise CorpusError(f"{path}: expected {name} to be {expected} under {place}, found {value!r}")
    return Options(**declared)


def _name(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) or type(value) is int and value >= 0


def _span(value: Any) -> bool:
    numbers = isinstance(value, (list, tuple)) and len(value) == 2 and all(type(place) in (int, float) for place in value)
    return numbers and 0 <= value[0] < value[1] <= QUARTERS


def _pickup(value: Any) -> bool:
    return type(value) in (int, float) and 0 <= value < QUARTERS


def _metre(value: Any) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[1-9][0-9]?/(1|2|4|8|16|32|64)", value, re.ASCII))


DECLARED = {
    "melody": ("the name or the number of a part, from 0 on", _name),
    "chords": (f"the name or the number of a part, from 0 on, or one of {', '.join(SOURCES)}", _name),
    "span": ("[start, end] in quarter notes, 0 <= start < end", _span),
    "pickup": ("the quarter notes before the first bar line, from 0 to less than a bar", _pickup),
    "metre": ("a metre such as 3/4", _metre),
}
