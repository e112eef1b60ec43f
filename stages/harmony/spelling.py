"""Pitches as they are written and what follows from it: intervals with names, the root of a chord, the scale that fits it.

G# and A flat are one key of the piano but two notes on paper.

Conventions: a name is a letter with ``#`` for each sharp and ``-`` for each flat (``E-`` is E flat), octave 4 starts at middle C (MIDI 60).
An interval is (steps, semitones): steps along the letters, negative downwards; ``M3`` is (2, 4), ``m-6`` (a minor sixth down) is (-5, -8), ``d1`` is
(0, -1). A MIDI number has no spelling; it gets the one that needs the fewest accidentals in common keys: C# E- F# G# B-.

Source: names, arithmetic, roots and scales are those of music21 5.7.2 (``pitch``, ``interval``, ``chord``, ``scale``), where a direction
stands behind the quality (``P-4``), and where a chord finds its scale among fifteen tonics.
"""

import re
from functools import cache
from typing import NamedTuple

import numpy as np

LETTERS = "CDEFGAB"
NATURALS = (0, 2, 4, 5, 7, 9, 11)                                   # semitones above C of each letter
NAMES = ("C", "C#", "D", "E-", "E", "F", "F#", "G", "G#", "A", "B-", "B")
INTERVAL = re.compile(r"(?P<quality>d+|m|P|M|A+)(?P<down>-?)(?P<number>[1-9]\d*)")
PERFECT = (0, 3, 4)                                                 # unison, fourth, fifth and their octaves, in steps
STACK = (2, 4, 6, 1, 3, 5)                                          # steps of the thirds above a root: 3rd, 5th, 7th, 9th, ...

Voicing = tuple[int, ...]                                           # MIDI pitches, ascending


class Spelled(NamedTuple):
    """A note as written: its name and its octave."""

    name: str
    octave: int

    @property
    def midi(self) -> int:
        """MIDI number; B#4 is 72, C-4 is 59."""
        return semitones_of(self.name) + 12 * (self.octave + 1)


@cache
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


@cache
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


@cache
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


def steps_between(start: Spelled, end: Spelled) -> int:
    """Steps from one written pitch to another, negative downwards."""
    return LETTERS.index(end.name[0]) - LETTERS.index(start.name[0]) + 7 * (end.octave - start.octave)


def root(voicing: Voicing) -> int:
    """The pitch of a chord above which most thirds are stacked; the lowest of equals."""
    distinct = {_letter(pitch): pitch for pitch in reversed(voicing)}
    stacks = {distinct[letter]: [(letter + step) % 7 in distinct for step in STACK] for letter in sorted(distinct, key=distinct.get)}
    whole = [pitch for pitch, stack in stacks.items() if all(stack[:len(stacks) - 1])]
    if len(whole) == 1:
        return whole[0]
    if len(whole) == len(stacks):
        return voicing[0]
    return max(stacks, key=lambda pitch: sum(1 / (place + 6) for place, there in enumerate(stacks[pitch]) if there))


@cache
def is_major(voicing: Voicing) -> bool:
    """Whether there is one third above the root, a major one, and no fifth or one, a perfect one. Minor ninths and the like do not matter."""
    low = root(voicing)
    above = {step: {(pitch - low) % 12 for pitch in voicing if (_letter(pitch) - _letter(low)) % 7 == step} for step in (2, 4)}
    return above[2] == {4} and above[4] <= {7}


def best_scale(mode: str, tones: frozenset[int]) -> tuple[Spelled, ...]:
    """The scale with most of the tones (pitch classes), one octave with both ends; of equals the highest tonic of TONICS, then the last."""
    return max(_scales(mode), key=lambda scale: (len(tones & scale[1]), scale[2]))[0]


@cache
def _scales(mode: str) -> tuple[tuple[tuple[Spelled, ...], frozenset[int], tuple[int, int]], ...]:
    """The scale on each tonic: as written, its pitch classes, its rank."""
    scales = []
    for place, tonic in enumerate(TONICS):
        spelled = [tonic]
        for step in MODES[mode]:
            spelled.append(transpose(spelled[-1], step))
        scales.append((tuple(spelled), frozenset(pitch.midi % 12 for pitch in spelled), (tonic.midi, place)))
    return tuple(scales)


def best_blues(voicing: Voicing, generator: np.random.Generator) -> list[Spelled]:
    """The blues scale with most of a chord's tones, as ``best_scale``; whether an octave has its blue note is chance, each time it is looked at."""
    distinct = {pitch % 12: pitch for pitch in reversed(voicing)}
    low, high = min(distinct.values()), max(distinct.values())
    ranks = []
    for place, tonic in enumerate(TONICS):
        tones = {pitch.midi % 12 for pitch in _climb(tonic, low, high, generator)}
        ranks.append((len(tones & set(distinct)), tonic.midi, place))
    tonic = TONICS[max(ranks)[2]]
    return _climb(tonic, tonic.midi, tonic.midi + 12, generator)


def _climb(tonic: Spelled, low: int, high: int, generator: np.random.Generator) -> list[Spelled]:
    """The blues scale between two MIDI numbers, with at most one accidental a note."""
    pitch = Spelled(tonic.name, tonic.octave + (low - tonic.midi) // 12)
    climbed, ahead = [], []
    while True:
        if pitch.midi >= low:
            climbed.append(pitch)
        if pitch.midi >= high:
            return climbed if pitch.midi == high else climbed[:-1]
        ahead = ahead or list(BLUES)
        if ahead == list(BLUES[2:]) and generator.integers(2):
            ahead[:1] = BLUE_NOTE
        pitch = transpose(pitch, ahead.pop(0), accidentals=1)


def _letter(pitch: int) -> int:
    return LETTERS.index(NAMES[pitch % 12][0])


TONICS = tuple(Spelled(name, 4) for name in "C C# D- D D# E- E F F# G G# A B- B C-".split())
MODES = {"major": tuple(map(interval, "M2 M2 m2 M2 M2 M2 m2".split())), "dorian": tuple(map(interval, "M2 m2 M2 M2 M2 m2 M2".split()))}
BLUES = tuple(map(interval, "m3 M2 M2 m3 M2".split()))
BLUE_NOTE = (interval("A1"), interval("m2"))                        # instead of the third interval
