"""What is written in one part of a score, measure by measure.

Conventions: positions and durations are ticks (``values.py``) from the start of their measure.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from stages.harmony.chords import Chord

REST = -1


class Tone(NamedTuple):
    """A note or rest as written: pitch is a MIDI number, or REST; ``stops`` and ``starts``: it ends and begins a tie."""

    onset: int
    duration: int
    pitch: int
    voice: str
    staff: str
    stops: bool
    starts: bool


@dataclass
class Measure:
    """One measure: metre None where none is given; length of what stands in it; chords by position."""

    metre: tuple[int, int] | None
    length: int = 0
    tones: list[Tone] = field(default_factory=list)
    chords: dict[int, Chord] = field(default_factory=dict)


@dataclass
class Part:
    """One part: its names, measures, first key (sounding; sharps) and what was left out of it."""

    names: tuple[str, ...]
    measures: list[Measure] = field(default_factory=list)
    key: int | None = None
    left_out: Counter = field(default_factory=Counter)
    rounded: int = 0            # quarter tones
    typed: int = 0              # chords that were written as words
    shared: int = 0             # places with several chords
