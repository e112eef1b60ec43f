"""Notes onto a grid: played or finely written positions become so many slots a quarter note, and what was moved is counted.

Every onset goes to the nearest slot (halves upwards), every end likewise; a note has at least one slot and ends where the next one begins. No two
notes share a slot and their order stays: where more notes stand in a stretch than it has slots, they are spread so that the sum of the squared
moves is smallest (isotonic regression by pooling adjacent violators; Barlow et al., "Statistical Inference under Order Restrictions", 1972).

``legato`` is for what was played: a player leaves a note a little before the next one, which a score does not write. A shorter gap is closed.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import repeat
from math import ceil

import numpy as np

from stages.melody.solo import Note

TABLE = 1 << 16             # slots, 2731 quarter notes on a grid of 24


@dataclass(frozen=True)
class Grid:
    """divisions: slots a quarter note; legato: a gap between two played notes shorter than this, in quarter notes, is closed."""

    divisions: int
    legato: Fraction


@dataclass(frozen=True)
class Moves:
    """What a grid did to the onsets: how many there are, how many moved, the sum of the moves and the largest, in quarter notes."""

    divisions: int
    onsets: int
    moved: int
    total: Fraction
    largest: Fraction

    def to_json(self) -> dict:
        """A dictionary of plain values; the sum as its mean over all onsets."""
        mean = float(self.total / self.onsets) if self.onsets else 0.0
        return {"divisions": self.divisions, "onsets": self.onsets, "moved": self.moved, "mean": round(mean, 6), "largest": round(float(self.largest), 6)}


def quantize(notes: Sequence[Note], grid: Grid, played: bool) -> tuple[tuple[Note, ...], Moves]:
    """The notes on the grid, and what was moved.

    Args:
        notes: one voice, ascending by onset; no two on the same onset. A note may last into the next one, it is cut there.
        played: whether gaps shorter than ``grid.legato`` are closed.
    """
    onsets, ends = [note.onset for note in notes], [note.end for note in notes]
    over, under = (np.array([getattr(onset, part) for onset in onsets], object) for part in ("numerator", "denominator"))
    slots = np.array([_nearest(end.numerator, end.denominator, grid.divisions) for end in ends], object)
    return on_grid(over, under, slots, [note.pitch for note in notes], grid, played)


def on_grid(over: np.ndarray, under: np.ndarray, ends: np.ndarray, pitches: Sequence[int], grid: Grid, played: bool) -> tuple[tuple[Note, ...], Moves]:
    """The same of notes that need not be Notes yet, which is several times as fast.

    Args:
        over, under: numerators and denominators of the onsets in quarter notes, (N,) whole numbers; onsets that do not ascend are spread like those that share a slot.
        ends: the slots at which the notes end, (N,) whole numbers.
    """
    divisions = grid.divisions
    slots = _apart(_nearest(over, under, divisions), over, under, divisions)
    legato = ceil(grid.legato * divisions) if played else 0
    following = np.append(slots[1:], max(ends.max(initial=0), slots.max(initial=0)) + legato + 2)[:len(slots)]            # nothing follows the last note
    last = np.maximum(ends, slots + 1)
    lengths = np.where(last > following - legato, following, last) - slots
    onsets, durations = (_positions(counts.tolist(), divisions) for counts in (slots, lengths))
    return tuple(map(Note, onsets, durations, pitches)), _moves(over, under, slots, divisions)


@lru_cache(maxsize=1 << 16)
def position(slots: int, divisions: int) -> Fraction:
    """So many slots in quarter notes. The same few thousand values come again and again, and making a Fraction is slow."""
    return Fraction(slots, divisions)


def _positions(slots: list[int], divisions: int) -> Iterator[Fraction]:
    """``position`` of many: from a table, which lies in memory in the order in which it is asked."""
    beyond = max(slots, default=0) + 1
    if beyond > TABLE or min(slots, default=0) < 0:                 # a note may stand before the first bar line until its bar is known
        return map(position, slots, repeat(divisions))
    table = _table(divisions)
    table += (Fraction(slot, divisions) for slot in range(len(table), beyond))
    return map(table.__getitem__, slots)


@lru_cache(maxsize=16)
def _table(divisions: int) -> list[Fraction]:
    """The positions of the first slots; it grows up to TABLE of them."""
    return []


def _nearest(over, under, divisions: int):
    """The slot nearest to over / under quarter notes, halves upwards."""
    return (2 * over * divisions + under) // (2 * under)


def _apart(slots: np.ndarray, over: np.ndarray, under: np.ndarray, divisions: int) -> np.ndarray:
    """The slots, strictly ascending."""
    if (slots[1:] > slots[:-1]).all():
        return slots
    # Strictly ascending slots s_n are slots s_n - n that do not descend.
    pools: list[tuple[float, int]] = []                   # (mean, how many) of neighbours that go together
    for number, place in enumerate((over * divisions / under).tolist()):
        mean, count = place - number, 1
        while pools and pools[-1][0] >= mean:
            before, many = pools.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        pools.append((mean, count))
    level = [round(mean) for mean, count in pools for _ in range(count)]
    return np.array([max(slot, 0) + number for number, slot in enumerate(level)], slots.dtype)


def _moves(over: np.ndarray, under: np.ndarray, slots: np.ndarray, divisions: int) -> Moves:
    """The moves, added up in whole numbers for each denominator: adding Fractions is slow."""
    away = abs(over * divisions - slots * under)
    totals, largest = Counter(), Counter()
    for part, far in zip(under[away > 0].tolist(), away[away > 0].tolist()):
        totals[part] += far
        largest[part] = max(largest[part], far)
    total = sum((Fraction(far, part * divisions) for part, far in totals.items()), Fraction(0))
    return Moves(divisions, len(slots), int((away > 0).sum()), total, max((Fraction(far, part * divisions) for part, far in largest.items()), default=Fraction(0)))
