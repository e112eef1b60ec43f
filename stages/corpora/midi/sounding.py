"""What sounds beat by beat: how long every pitch class is heard in each beat of a solo, what the bass is, and how much of it changes explain."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import groupby
from math import lcm

import numpy as np

from stages.corpora.midi.score import Part
from stages.harmony.changes import Changes
from stages.harmony.chords import NO_CHORD, Chord
from stages.harmony.recognition import Heard, recognize

HEARD = 0.12                                            # share of a beat that the lowest note must sound to be its bass
BASS = 48                                               # MIDI pitch, C3; below it is the bass register
LOOKED_AT = 1024                                        # beats that changes are compared with


@dataclass(frozen=True)
class Frame:
    """The bars of a solo, as changes without chords, and where in the file they begin: quarter notes from its first tick, ticks a quarter note."""

    bars: Changes
    start: Fraction
    quarter: int

    def with_chords(self, chords: list[tuple[Fraction, Chord]]) -> Changes:
        """The bars with these chords, ascending; those before the start count from it, those behind the end not at all."""
        inside = {max(onset, Fraction(0)): chord for onset, chord in chords if onset < self.bars.length}
        every = sorted(({Fraction(0): NO_CHORD} | inside).items())
        merged = tuple(next(group) for _, group in groupby(every, key=lambda pair: pair[1]))
        return Changes(merged, self.bars.length, self.bars.metre, self.bars.metre_changes)


@dataclass(frozen=True)
class Sounds:
    """What parts play.

    Args:
        beats: the onset of each beat, in quarter notes from the start of the frame.
        places: whether it is on a bar line (0), at half a bar (1) or elsewhere (2).
        weights: (B, 12), the share of each beat for which a pitch class sounds.
        bass: (B,), the pitch class of the lowest note, -1 where nothing sounds.
        deep: the share of the sounding beats that have a note in the bass register.
    """

    beats: list[Fraction]
    places: list[int]
    weights: np.ndarray
    bass: np.ndarray
    deep: float

    @cached_property
    def heard(self) -> Heard:
        """The chords that are played, by beat."""
        return recognize(self.weights, self.bass, np.array(self.places))

    @property
    def sounding(self) -> int:
        """In how many beats something sounds."""
        return int(self.weights.any(axis=1).sum())

    def explained(self, changes: Changes, first: Fraction = Fraction(0)) -> float:
        """The share of what sounds from an onset on that is a tone or a colour of its chord, 0 to 1; of the first ``LOOKED_AT`` beats there."""
        start = next((number for number, beat in enumerate(self.beats) if beat >= first), len(self.beats))
        stretch = slice(start, start + LOOKED_AT)
        weights = self.weights[stretch]
        within = np.array([_within(changes.at(beat)) for beat in self.beats[stretch]]).reshape(-1, 12)
        return float((weights * within).sum() / max(weights.sum(), 1e-9))


def listen(parts: list[Part], frame: Frame) -> Sounds | None:
    """What parts play in the bars of a frame; None where nothing sounds."""
    beats, places = beats_of(frame.bars)
    edges = np.array([float(beat) for beat in [*beats, frame.bars.length]])
    sounding = _sounding(parts, (edges + float(frame.start)) * frame.quarter)
    if not sounding.any():
        return None
    weights = np.minimum(sum(sounding[:, octave:octave + 12] for octave in range(0, 120, 12)) + np.pad(sounding[:, 120:], ((0, 0), (0, 4))), 1)
    audible = sounding >= HEARD
    some = audible.any(axis=1)
    bass = np.where(some, audible.argmax(axis=1) % 12, -1)
    deep = float(audible[some, :BASS].any(axis=1).mean()) if some.any() else 0.0
    return Sounds(beats, places, weights, bass, deep)


@lru_cache(maxsize=4096)
def _within(chord: Chord) -> tuple[float, ...]:
    """(12,), whether each pitch class is a tone or a colour of a chord."""
    return tuple(float(pitch_class in chord.tones or pitch_class in chord.colour) for pitch_class in range(12))


def _sounding(parts: list[Part], edges: np.ndarray) -> np.ndarray:
    """(B, 128), the share of each stretch between two edges (ticks) for which each pitch sounds; of the same pitch in two parts the sum."""
    onsets, ends, pitches = (np.concatenate([getattr(part, column) for part in parts] or [np.zeros(0)]) for column in ("onsets", "ends", "pitches"))
    sounding = np.zeros((len(edges) - 1, 128), np.float32)
    order = np.argsort(pitches, kind="stable")
    onsets, ends, bounds = onsets[order], ends[order], np.searchsorted(pitches[order], np.arange(129))
    for pitch in np.flatnonzero(np.diff(bounds)):
        here = slice(bounds[pitch], bounds[pitch + 1])
        sounding[:, pitch] = overlap(onsets[here], ends[here], edges) / np.diff(edges)
    return sounding


def overlap(onsets: np.ndarray, ends: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """How long notes sound between each two edges, together: what has sounded by the later one less what had by the earlier one."""
    return np.diff(_since(onsets, edges) - _since(ends, edges))


def _since(moments: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """The sum, at each edge, of the time that has passed since each moment before it."""
    moments = np.sort(moments)
    passed = np.searchsorted(moments, edges)
    return passed * edges - np.r_[0.0, np.cumsum(moments)][passed]


def beats_of(bars: Changes) -> tuple[list[Fraction], list[int]]:
    """The onset of every beat, and whether it is on a bar line (0), at half a bar (1) or elsewhere (2)."""
    return _divided(bars, beat_of)


def halves(bars: Changes) -> tuple[list[Fraction], list[bool]]:
    """The onset of every half bar, of every bar where it has no half, and whether it is on a bar line."""
    onsets, places = _divided(bars, lambda metre: Fraction(4 * metre[0], metre[1]) / (2 if metre[0] % 2 == 0 and metre[0] > 3 else 1))
    return onsets, [place == 0 for place in places]


def _divided(bars: Changes, step: Callable[[tuple[int, int]], Fraction]) -> tuple[list[Fraction], list[int]]:
    """The bars in steps, whose length a function of the metre tells."""
    onsets, places = [], []
    edges = [Fraction(0), *(onset for onset, _ in bars.metre_changes), bars.length]
    for start, end in zip(edges, edges[1:]):
        beats, unit = bars.metre_at(start)
        length, beat = Fraction(4 * beats, unit), step((beats, unit))
        in_bar, in_all = -int(-length // beat), -int(-(end - start) // length)
        marks = [0 if number == 0 else 1 if 2 * number * beat == length else 2 for number in range(in_bar)]
        finest = lcm(start.denominator, length.denominator, beat.denominator)              # counted in whole numbers: adding Fractions is slow
        first, bar, apart = (int(place * finest) for place in (start, length, beat))
        onsets += [Fraction(line + number * apart, finest) for line in range(first, first + in_all * bar, bar) for number in range(in_bar)]
        places += marks * in_all
    return onsets, places


def beat_of(metre: tuple[int, int]) -> Fraction:
    """Quarter notes of the beat of a metre: a dotted one in 6/8, 9/8 and 12/8, a quarter in 2/2."""
    beats, unit = metre
    return Fraction(12, unit) if beats % 3 == 0 and beats > 3 and unit >= 8 else min(Fraction(4, unit), Fraction(1))
