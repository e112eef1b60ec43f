"""Where the chords of a MIDI file come from: written in its texts, beside it in a lead sheet, heard in the accompaniment, or guessed from the melody.

All of them are changes over the bars of the solo; what sounds is told beat by beat (``harmony/recognition.py``), a melody alone by half bars.
"""

import importlib
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from stages.corpora.errors import CorpusError
from stages.corpora.leadsheet import read_sheet
from stages.corpora.midi.score import Part
from stages.corpora.reading import Glossary
from stages.harmony.changes import Changes
from stages.harmony.chords import NO_CHORD, Chord
from stages.harmony.key import Key, harmonize
from stages.harmony.recognition import recognize
from stages.melody.solo import Note

BESIDE = (".ls", ".musicxml", ".mxl", ".xml")           # in the order of preference
HEARD = 0.12                                            # share of a beat that the lowest note must sound to be its bass
NEAREST = 8                                             # chord texts stand on eighths of a quarter note


@dataclass(frozen=True)
class Found:
    """Chords with where they come from, as ``Solo.reading`` tells it ("written", "beside", "heard", "estimated"), and how sure they are, 0 to 1."""

    changes: Changes
    how: str
    sure: float


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


def companions(path: Path) -> list[Path]:
    """The lead sheets beside a file, with its name and another ending, that exist; the first is the one that is read."""
    return [beside for ending in BESIDE if (beside := path.with_suffix(ending)).is_file()]


def written(symbols: list[tuple[int, str]], frame: Frame, glossary: Glossary) -> Found:
    """The chords of text events: (tick, symbol)."""
    ticks = [(Fraction(round(Fraction(tick * NEAREST, frame.quarter)), NEAREST) - frame.start, symbol) for tick, symbol in symbols]
    first = max((onset for onset, _ in ticks if onset <= 0), default=Fraction(0))
    return Found(frame.with_chords([(onset, glossary.chord(symbol)) for onset, symbol in ticks if onset >= first]), "written", 1.0)


def beside(path: Path, frame: Frame, first: Fraction, remarks: list[str]) -> Found | None:
    """The chords of the first lead sheet that can be read, repeated; ``first`` is the onset of the melody; what cannot be read is remarked on."""
    for companion in companions(path):
        try:
            changes = _changes_of(companion)
        except CorpusError as error:
            remarks.append(f"lead sheet left aside: {error}")
            continue
        if changes.metre == frame.bars.metre:
            return Found(frame.with_chords(_repeated(changes, frame.bars, first)), "beside", 1.0)
        remarks.append(f"lead sheet left aside: {companion.name} is in {changes.metre[0]}/{changes.metre[1]}, the file in {frame.bars.metre[0]}/{frame.bars.metre[1]}")
    return None


def heard(parts: list[Part], frame: Frame) -> Found | None:
    """The chords that parts play; None where nothing sounds."""
    beats, places = _beats(frame.bars)
    edges = np.array([float(beat) for beat in [*beats, frame.bars.length]])
    sounding = _sounding(parts, (edges + float(frame.start)) * frame.quarter)
    if not sounding.any():
        return None
    weights = np.minimum(sum(sounding[:, octave:octave + 12] for octave in range(0, 120, 12)) + np.pad(sounding[:, 120:], ((0, 0), (0, 4))), 1)
    audible = sounding >= HEARD
    bass = np.where(audible.any(axis=1), audible.argmax(axis=1) % 12, -1)
    found = recognize(weights, bass, np.array(places))
    # What is heard is a reading even where every tone fits it, and less than three tones fit many chords.
    full = float(np.minimum(weights.sum(axis=1)[weights.any(axis=1)] / 3, 1).mean())
    return Found(frame.with_chords([(beats[beat], chord) for beat, chord in found.chords]), "heard", round(0.95 * found.sure * full, 3))


def estimated(notes: list[Note], frame: Frame, key: Key) -> Found:
    """Simple changes for a melody (quarter notes from the start of the frame); none beneath a pickup."""
    halves, on_bar = _halves(frame.bars)
    edges = np.array([float(half) for half in [*halves, frame.bars.length]])
    onsets, ends = (np.array([float(getattr(note, side)) for note in notes]) for side in ("onset", "end"))
    weights = np.zeros((len(halves), 12))
    for pitch_class in range(12):
        here = np.array([note.pitch % 12 == pitch_class for note in notes], dtype=bool)
        weights[:, pitch_class] = _overlap(onsets[here], ends[here], edges)
    chords, explained = harmonize(weights, np.array(on_bar), key)
    second = frame.bars.bar_line(1)
    pickup = bool(notes) and 2 * notes[0].onset >= second and second < frame.bars.length
    placed = [(half, NO_CHORD if pickup and half < second else chord) for half, chord in zip(halves, chords)]
    return Found(frame.with_chords(placed), "estimated", round(0.5 * explained * key.sure, 3))


def _changes_of(companion: Path) -> Changes:
    if companion.suffix.lower() == ".ls":
        return read_sheet(companion).changes
    return importlib.import_module("stages.corpora.musicxml").changes_of(companion)


def _repeated(changes: Changes, bars: Changes, first: Fraction) -> list[tuple[Fraction, Chord]]:
    """The chords, again and again until the bars are full. They start in the second bar where the first one, a pickup, is one too many."""
    pickup = bars.bars % changes.bars == 1 and bars.bars > 1 and first > 0
    start = bars.bar_line(1) if pickup and not changes.chords[0][1] == NO_CHORD else Fraction(0)
    times = int((bars.length - start) // changes.length) + 1
    return [(start + time * changes.length + onset, chord) for time in range(times) for onset, chord in changes.chords if start + time * changes.length < bars.length]


def _sounding(parts: list[Part], edges: np.ndarray) -> np.ndarray:
    """(B, 128), the share of each stretch between two edges (ticks) for which each pitch sounds; of the same pitch in two parts the sum."""
    onsets, ends, pitches = (np.concatenate([getattr(part, column) for part in parts] or [np.zeros(0)]) for column in ("onsets", "ends", "pitches"))
    sounding = np.zeros((len(edges) - 1, 128), np.float32)
    order = np.argsort(pitches, kind="stable")
    onsets, ends, bounds = onsets[order], ends[order], np.searchsorted(pitches[order], np.arange(129))
    for pitch in np.flatnonzero(np.diff(bounds)):
        here = slice(bounds[pitch], bounds[pitch + 1])
        sounding[:, pitch] = _overlap(onsets[here], ends[here], edges) / np.diff(edges)
    return sounding


def _overlap(onsets: np.ndarray, ends: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """How long notes sound between each two edges, together: what has sounded by the later one less what had by the earlier one."""
    return np.diff(_since(onsets, edges) - _since(ends, edges))


def _since(moments: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """The sum, at each edge, of the time that has passed since each moment before it."""
    moments = np.sort(moments)
    passed = np.searchsorted(moments, edges)
    return passed * edges - np.r_[0.0, np.cumsum(moments)][passed]


def _beats(bars: Changes) -> tuple[list[Fraction], list[int]]:
    """The onset of every beat, and whether it is on a bar line (0), at half a bar (1) or elsewhere (2)."""
    return _divided(bars, _beat_of)


def _halves(bars: Changes) -> tuple[list[Fraction], list[bool]]:
    """The onset of every half bar, of every bar where it has no half, and whether it is on a bar line."""
    onsets, places = _divided(bars, lambda metre: Fraction(4 * metre[0], metre[1]) / (2 if metre[0] % 2 == 0 and metre[0] > 3 else 1))
    return onsets, [place == 0 for place in places]


def _divided(bars: Changes, step: Any) -> tuple[list[Fraction], list[int]]:
    """The bars in steps, whose length a function of the metre tells."""
    onsets, places = [], []
    edges = [Fraction(0), *(onset for onset, _ in bars.metre_changes), bars.length]
    for start, end in zip(edges, edges[1:]):
        beats, unit = bars.metre_at(start)
        length, beat = Fraction(4 * beats, unit), step((beats, unit))
        in_bar = -int(-length // beat)
        marks = [0 if number == 0 else 1 if 2 * number * beat == length else 2 for number in range(in_bar)]
        for bar in range(-int(-(end - start) // length)):
            onsets += [start + bar * length + number * beat for number in range(in_bar)]
            places += marks
    return onsets, places


def _beat_of(metre: tuple[int, int]) -> Fraction:
    """Quarter notes of the beat of a metre: a dotted one in 6/8, 9/8 and 12/8, a quarter in 2/2."""
    beats, unit = metre
    return Fraction(12, unit) if beats % 3 == 0 and beats > 3 and unit >= 8 else min(Fraction(4, unit), Fraction(1))
