"""The rhythm of a part of a MIDI file: its notes in quarter notes from the first bar line, on the grid, even where they were swung.

A file that was written down lies on the grid to the tick with both onsets and ends, and keeps its rests; one that was played does not: its onsets
are read as the nearest simple rhythm (``melody/swing.py``), its ends move to sixteenths and triplets, and short gaps between its notes are closed.

Many programs let every note sound for the same share of its length, or stop it the same time before its end (a gate), which is no rest: where most notes
that follow each other closely do that alike, all of them get their length back.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from stages.corpora.midi.line import Line
from stages.corpora.midi.score import Part, Ruler
from stages.harmony.changes import Changes
from stages.melody.quantize import Grid, Moves, on_grid
from stages.melody.solo import Note
from stages.melody.swing import UNITS, Feel, feel, keeps_time, straighten, unswung

FINE = 10080                            # of a quarter note: what is played is told no finer
SIMPLE = np.array([0, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 3 / 4, 1])     # where a played note may end in a beat
GATES, SAME, MANY = (0.3, 0.985), 0.02, 12     # shares of its length that a note may sound for; how far they differ that are the same; notes that tell
CLOSELY, MOSTLY = 1.5, 0.6              # quarter notes from onset to onset of notes without a rest; share of them that must have the same gate
REGULAR = 0.5                           # quarter notes from onset to onset, up to which notes of one length only may have a gate
BREATHS = 0.2                           # share of notes with a shorter gap behind them than ``legato``, from which on they were played
WRITTEN, NEAR = 0.9, 0.0125             # share of onsets and ends that must lie on the grid in a written file, and how near, in quarter notes


@dataclass(frozen=True)
class Rhythm:
    """Notes on the grid, where they were before (their swing apart), the ratio of swung eighths, None where they are even, and whether they keep to the beat."""

    notes: tuple[Note, ...]
    before: np.ndarray
    swing: float | None
    steady: bool

    def moves(self, inside: list[int], grid: Grid) -> Moves:
        """How far the notes with these numbers, at least one, were moved."""
        far = np.abs(np.array([float(self.notes[number].onset) for number in inside]) - self.before[inside])
        total, largest = (Fraction(round(float(value) * FINE), FINE) for value in (far.sum(), far.max()))
        return Moves(grid.divisions, len(inside), int((far > 1 / FINE).sum()), total, largest)


def rhythm(part: Part, voice: Line, quarter: int, ruler: Ruler, grid: Grid) -> Rhythm:
    """The rhythm of a voice of a part; ``quarter`` ticks a quarter note."""
    onsets, ends = (ticks / quarter + float(ruler.lead) for ticks in (part.onsets[voice.notes], voice.ends))
    ends = _ungated(onsets, ends, 1 / quarter)
    steady = keeps_time(onsets)
    how = feel(onsets, steady and _in_quarters(ruler.bars))
    read, leaning = straighten(onsets, how)
    even, stops = (unswung(places, _swings(places, how, leaning, onsets), how.late) for places in (onsets, ends))
    near = min(1.01 / quarter + 0.002, NEAR)
    gaps = even[1:] - stops[:-1]
    breaths = len(gaps) >= MANY and ((gaps > near) & (gaps < float(grid.legato) - near)).mean() >= BREATHS
    played = breaths or min(_on_grid(even, near), _on_grid(stops, near)) < WRITTEN
    over, under = np.array([_place(raw) if place is None else place.as_integer_ratio() for place, raw in zip(read, even.tolist())]).T
    stops = _ends(stops, over / under, float(grid.legato)) if played else stops
    slots = np.floor(stops * grid.divisions + 0.5).astype(int)
    placed, _ = on_grid(over, under, slots, part.pitches[voice.notes].tolist(), grid, played)
    return Rhythm(placed, even, how.ratio, steady or not played)


def _ungated(onsets: np.ndarray, ends: np.ndarray, tick: float) -> np.ndarray:
    """Where notes end without their gate, if they have one, at the next onset at the latest; ``tick`` is the length of one in quarter notes."""
    apart, sounds = np.diff(onsets), (ends - onsets)[:-1]
    close = (apart > 0) & (apart <= CLOSELY)
    if close.sum() < MANY:
        return ends
    gaps = apart - sounds
    share, gap = float(np.median(sounds[close] / apart[close])), float(np.median(gaps[close]))
    if not GATES[0] <= share <= GATES[1]:
        return ends
    alike = [close & (np.abs(sounds - share * apart) <= SAME * apart + tick), close & (np.abs(gaps - gap) <= SAME / 2 + tick)]
    by_share = alike[0].sum() >= alike[1].sum()
    same = alike[0] if by_share else alike[1]
    usual = np.median(apart[same]) if same.any() else 0.0
    regular = usual > REGULAR + tick and (np.abs(apart[same] - usual) <= SAME).mean() > 0.85           # a note and its rest, again and again
    if same.sum() < max(MOSTLY * close.sum(), MANY) or regular:
        return ends
    full = (ends - onsets) * (apart[same].sum() / sounds[same].sum()) if by_share else ends - onsets + gaps[same].mean()
    return np.minimum(onsets + full, np.r_[onsets[1:], np.inf])


def _in_quarters(bars: Changes) -> bool:
    """Whether every bar consists of whole quarter notes that are its beats."""
    metres = [bars.metre, *(metre for _, metre in bars.metre_changes)]
    return all(unit <= 4 for _, unit in metres)


def _swings(places: np.ndarray, how: Feel, leaning: set[int], onsets: np.ndarray) -> np.ndarray:
    """Whether each place lies in a beat that is read as swung; one without onsets is where its stretch is."""
    if how.ratio is None:
        return np.zeros(len(places), bool)
    struck = set(np.floor(onsets).astype(int).tolist())
    return np.array([beat in leaning or beat not in struck and how.swings(beat) for beat in np.floor(places).astype(int).tolist()], bool)


def _on_grid(places: np.ndarray, near: float) -> float:
    """The share of places that lie on a unit."""
    return float((np.abs(places - np.round(places * UNITS) / UNITS) <= near).mean())


def _ends(stops: np.ndarray, places: np.ndarray, legato: float) -> np.ndarray:
    """Where played notes end: at the next onset where the gap is short, else at the nearest simple place of the beat."""
    following = np.append(places[1:], np.inf)
    beats = np.floor(stops)
    simple = beats + SIMPLE[np.abs((stops - beats)[:, None] - SIMPLE).argmin(axis=1)]
    return np.where(following - stops < legato, np.minimum(following, stops.max() + 1), simple)


def _place(place: float) -> tuple[int, int]:
    return round(place * FINE), FINE
