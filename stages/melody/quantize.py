"""Notes onto a grid: played or finely written positions become so many slots a quarter note, and what was moved is counted.

Every onset goes to the nearest slot (halves upwards), every end likewise; a note has at least one slot and ends where the next one begins. No two
notes share a slot and their order stays: where more notes stand in a stretch than it has slots, they are spread so that the sum of the squared
moves is smallest (isotonic regression by pooling adjacent violators; Barlow et al., "Statistical Inference under Order Restrictions", 1972).

``legato`` is for what was played: a player leaves a note a little before the next one, which a score does not write. A shorter gap is closed.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import repeat
from math import ceil
from operator import lt

from stages.melody.solo import Note


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
    places = [(note.onset.numerator, note.onset.denominator) for note in notes]
    ends = [_slot(end.numerator, end.denominator, grid.divisions) for end in (note.end for note in notes)]
    return on_grid(places, ends, [note.pitch for note in notes], grid, played)


def on_grid(places: Sequence[tuple[int, int]], ends: Sequence[int], pitches: Sequence[int], grid: Grid, played: bool) -> tuple[tuple[Note, ...], Moves]:
    """The same of notes that need not be Notes yet, which is several times as fast.

    Args:
        places: the onsets in quarter notes, as numerators and denominators; those that do not ascend are spread like those that share a slot.
        ends: the slots at which the notes end.
    """
    divisions = grid.divisions
    slots = _apart([(2 * over * divisions + under) // (2 * under) for over, under in places], places, divisions)
    legato = ceil(grid.legato * divisions) if played else 0
    beyond = max([0, *slots[-1:], *ends]) + legato + 2            # nothing follows the last note
    lengths = []
    for slot, following, end in zip(slots, [*slots[1:], beyond], ends):
        last = end if end > slot else slot + 1
        last = following if last > following - legato else last
        lengths.append(last - slot)
    notes = map(Note, map(position, slots, repeat(divisions)), map(position, lengths, repeat(divisions)), pitches)
    return tuple(notes), _moves(places, slots, divisions)


@lru_cache(maxsize=1 << 16)
def position(slots: int, divisions: int) -> Fraction:
    """So many slots in quarter notes. The same few thousand values come again and again, and making a Fraction is slow."""
    return Fraction(slots, divisions)


def _slot(over: int, under: int, divisions: int) -> int:
    """The slot nearest to over / under quarter notes."""
    return (2 * over * divisions + under) // (2 * under)


def _apart(slots: list[int], places: Sequence[tuple[int, int]], divisions: int) -> list[int]:
    """The slots, strictly ascending."""
    if all(map(lt, slots, slots[1:])):
        return slots
    # Strictly ascending slots s_n are slots s_n - n that do not descend.
    pools: list[tuple[float, int]] = []                   # (mean, how many) of neighbours that go together
    for number, (over, under) in enumerate(places):
        mean, count = over * divisions / under - number, 1
        while pools and pools[-1][0] >= mean:
            before, many = pools.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        pools.append((mean, count))
    level = [round(mean) for mean, count in pools for _ in range(count)]
    return [max(slot, 0) + number for number, slot in enumerate(level)]


def _moves(places: Sequence[tuple[int, int]], slots: list[int], divisions: int) -> Moves:
    """The moves, added up in whole numbers for each denominator: adding Fractions is slow."""
    moved, totals, largest = 0, Counter(), Counter()
    for (over, under), slot in zip(places, slots):
        away = abs(over * divisions - slot * under)
        if away:
            moved += 1
            totals[under] += away
            if away > largest[under]:
                largest[under] = away
    total = sum((Fraction(away, under * divisions) for under, away in totals.items()), Fraction(0))
    return Moves(divisions, len(slots), moved, total, max((Fraction(away, under * divisions) for under, away in largest.items()), default=Fraction(0)))
