"""Solos cut into pieces of equal length, so that takes and human solos of any length can be held side by side.

Conventions: a chunk is a Solo of so many whole bars that starts at 0. Bars are counted from the first bar of the changes, a bar with a pickup included, and chunks do not
overlap; what remains at the end is dropped. A note belongs to the chunk that it starts in and ends with it at the latest: what sounds on behind the
edge is cut off and is no new note, so that no onset is counted that nobody played. The chord that holds at the edge holds from the start of the chunk.

Entropies, note counts and the length of copied runs grow with the length of what they are measured on; published values for eight bars are therefore
to be compared with eight bars.

Reference: Yang & Lerch, "On the evaluation of generative models in music" (Neural Computing and Applications 2020), section 4 (melodies cut into eight bars).
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from stages.harmony.changes import Changes
from stages.melody.solo import Note, Solo

BARS = 8
FEWEST = 8                          # notes, the least of which a chunk has a run of 8


@dataclass(frozen=True)
class Chunks:
    """What was cut from several solos.

    Args:
        solos: the chunks, in order. owners: for each the number of the solo that it comes from.
        dropped: how many had fewer notes than was asked for.
    """

    solos: tuple[Solo, ...]
    owners: tuple[int, ...]
    dropped: int


def chunks(solos: Iterable[Solo], bars: int = BARS, fewest: int = FEWEST) -> Chunks:
    """All solos cut into ``bars`` bars; chunks with fewer than ``fewest`` notes are left out and counted. Raises ValueError for less than one bar."""
    found = [(piece, number) for number, solo in enumerate(solos) for piece in cut(solo, bars)]
    kept = [(piece, number) for piece, number in found if len(piece.notes) >= fewest]
    return Chunks(tuple(piece for piece, _ in kept), tuple(number for _, number in kept), len(found) - len(kept))


def cut(solo: Solo, bars: int = BARS) -> list[Solo]:
    """One solo cut into ``bars`` whole bars, however few notes they have; labels are kept. Raises ValueError for less than one bar."""
    if bars < 1:
        raise ValueError(f"expected chunks of at least one bar, got {bars}")
    changes = solo.changes
    lines = [changes.bar_line(bar) for bar in range(0, changes.bars + 1, bars)]
    notes, chords = ([bisect_left(onsets, line) for line in lines] for onsets in ([note.onset for note in solo.notes], [onset for onset, _ in changes.chords]))
    return [_piece(solo, start, end, slice(first, after), slice(begin, behind))
            for start, end, first, after, begin, behind in zip(lines, lines[1:], notes, notes[1:], chords, chords[1:]) if end <= changes.length]


def _piece(solo: Solo, start: Fraction, end: Fraction, kept: slice, chords: slice) -> Solo:
    """Args: kept: the notes that start there. chords: those of the changes that start there."""
    notes = [Note(onset - start, duration, pitch) for onset, duration, pitch in solo.notes[kept]]
    if notes and notes[-1].end > end - start:               # one voice: no other note can reach so far
        notes[-1] = notes[-1]._replace(duration=end - start - notes[-1].onset)
    phrases = tuple(number - kept.start for number in solo.phrases if kept.start <= number < kept.stop)
    return replace(solo, notes=tuple(notes), changes=_between(solo.changes, start, end, chords), phrases=phrases, seconds=solo.seconds[kept])


def _between(changes: Changes, start: Fraction, end: Fraction, kept: slice) -> Changes:
    """The changes from one bar line to another."""
    chords = [(onset - start, chord) for onset, chord in changes.chords[kept]]
    if not chords or chords[0][0] > 0:
        chords.insert(0, (Fraction(0), changes.at(start)))
    metres = tuple((onset - start, metre) for onset, metre in changes.metre_changes if start < onset < end)
    return Changes(tuple(chords), end - start, changes.metre_at(start), metres)
