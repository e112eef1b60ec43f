"""The notes of a solo as columns of numbers, for the metrics that count them by the thousand.

Conventions: positions and durations are quarter notes as float64, bars are counted from 0. Fractions are divided once, where they are read, and never added
up: equal ones stay equal, and since bar lines and sixteenths of a quarter note are dyadic, a note on one of these is found on it exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from stages.melody.solo import Solo


@dataclass(frozen=True)
class Columns:
    """N notes over B bars.

    Args:
        onsets, durations: (N,) quarter notes.
        pitches: (N,) MIDI numbers.
        bars: (N,) the bar that each note starts in; those behind the changes go on counting.
        places: (N,) quarter notes from its bar line to the onset.
        n_bars: B, those of the changes or as many as the notes reach.
    """

    onsets: np.ndarray
    durations: np.ndarray
    pitches: np.ndarray
    bars: np.ndarray
    places: np.ndarray
    n_bars: int

    @property
    def ends(self) -> np.ndarray:
        """(N,) where each note ends, in quarter notes; rounded, so compare with care."""
        return self.onsets + self.durations


def columns(solo: Solo) -> Columns:
    """The columns of a solo."""
    changes, notes = solo.changes, solo.notes
    onsets, durations = quarters([note.onset for note in notes]), quarters([note.duration for note in notes])
    reached = max(changes.bars, changes.bar_at(notes[-1].onset) + 1 if notes else 0)
    if changes.metre_changes:
        lines = np.array([float(changes.bar_line(bar)) for bar in range(reached)])
    else:
        lines = np.arange(reached) * (4 * changes.metre[0] / changes.metre[1])
    bars = np.searchsorted(lines, onsets, side="right") - 1
    return Columns(onsets, durations, np.array([note.pitch for note in notes], np.int64), bars, onsets - lines[bars], reached)


def quarters(times: Sequence[Fraction]) -> np.ndarray:
    """Fractions as float64, each rounded once."""
    ratios = [time.as_integer_ratio() for time in times]
    return np.array([over / under for over, under in ratios], float)
