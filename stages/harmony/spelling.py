"""Spelled pitches and named intervals: that G# and A flat are one key of the piano but two notes on paper.

Conventions: a name is a letter with ``#`` for each sharp and ``-`` for each flat (``E-`` is E flat), octave 4 starts at middle C (MIDI 60).
An interval is (steps, semitones): steps along the letters, negative downwards; ``M3`` is (2, 4), ``m-6`` (a minor sixth down) is (-5, -8), ``d1`` is
(0, -1). A MIDI number has no spelling; it gets the one that needs the fewest accidentals in common keys: C# E- F# G# B-.

Source: the names and their arithmetic are those of music21 5.7.2 (``pitch``, ``interval``), whose intervals also say "down" behind
the quality: ``P-4``.
"""

import re
from functools import lru_cache
from typing import NamedTuple

LETTERS = "CDEFGAB"
NATURALS = (0, 2, 4, 5, 7, 9, 11)                                   # semitones above C of each letter
NAMES = ("C", "C#", "D", "E-", "E", "F", "F#", "G", "G#", "A", "B-", "B")
INTERVAL = re.compile(r"(?P<quality>d+|m|P|M|A+)(?P<down>-?)(?P<number>[1-9]\d*)")
PERFECT = (0, 3, 4)                                                 # unison, fourth, fifth and their octaves, in steps


class Spelled(NamedTuple):
    """A note as written: its name and its octave."""

    name: str
    octave: int

    @property
    def midi(self) -> int:
        """MIDI number; B#4 is 72, C-4 is 59."""
        return semitones_of(self.name) + 12 * (self.octave + 1)


@lru_cache(maxsize=None)
def semitones_of(name: str) -> int:
    """Semitones from the C of the same octave; -1 for ``C-``, 12 for ``B#``."""
    return NATURALS[LETTERS.index(name[0])] + name.count("#") - name.count("-")


def spell(midi: int) -> Spelled:
    """The usual spelling of a MIDI number."""
    return Spelled(NAMES[midi % 12], midi // 12 - 1)


def transpose(pitch: Spelled, interval: tuple[int, int], accidentals: int | None = None) -> Spelled:
    """The pitch that lies (steps, semitones) away.

    Args:
        accidentals: a spelling that needs more of them is given up for the usual one.
    """
    steps, semitones = interval
    octave, letter = divmod(LETTERS.index(pitch.name[0]) + 7 * pitch.octave + steps, 7)
    target = pitch.midi + semitones
    alteration = target - NATURALS[letter] - 12 * (octave + 1)
    if accidentals is not None and abs(alteration) > accidentals:
        return spell(target)
    return Spelled(LETTERS[letter] + "#" * alteration + "-" * -alteration, octave)


@lru_cache(maxsize=None)
def interval_name(steps: int, semitones: int) -> str:
    """``P5``, ``m-3``, ``dd5``: quality, ``-`` if downwards, number."""
    size = abs(steps)
    outward = -semitones if steps < 0 else semitones
    excess = outward - NATURALS[size % 7] - 12 * (size // 7)
    if size % 7 in PERFECT:
        quality = "P" if excess == 0 else ""
    else:
        quality = {0: "M", -1: "m"}.get(excess, "")
        excess += excess < -1
    return f"{quality or ('A' * excess if excess > 0 else 'd' * -excess)}{'-' if steps < 0 else ''}{size + 1}"


@lru_cache(maxsize=None)
def interval(name: str) -> tuple[int, int]:
    """The inverse of ``interval_name``: (steps, semitones).

    Raises:
        ValueError: not the name of an interval.
    """
    match = INTERVAL.fullmatch(name)
    size = int(match["number"]) - 1 if match else 0
    perfect = size % 7 in PERFECT
    if match is None or (match["quality"] in ("m", "M") if perfect else match["quality"] == "P"):
        raise ValueError(f"expected an interval such as 'P5', 'm-3' or 'dd5', found {name!r}")
    quality = match["quality"]
    excess = {"d": -len(quality) - (not perfect), "A": len(quality), "m": -1}.get(quality[0], 0)
    outward = NATURALS[size % 7] + 12 * (size // 7) + excess
    return (-size, -outward) if match["down"] else (size, outward)
