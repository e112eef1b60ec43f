"""One voice out of what a player played: the melody of a part.

Of notes struck together the highest is the melody, and a note that begins and ends under a higher one is none of it (the skyline; Uitdenbogerd & Zobel,
"Melodic Matching Techniques for Large Music Databases", 1999). A note that is still held when the next one begins ends there: legato.
Where a part is a whole piano, its left hand is left out by its pitch as well, so that it does not speak up in the rests of the right one: the lower one of
two ranges far apart (Otsu, "A Threshold Selection Method from Gray-Level Histograms", 1979) that sounds beneath the other, such as a walking bass.
"""

from dataclasses import dataclass

import numpy as np

from stages.corpora.midi.melody import TOGETHER, alone
from stages.corpora.midi.score import Part

PIANO = 0.5                          # a part of which fewer notes are struck alone has accompaniment in it
HANDS = 17                           # semitones below its usual height at which a piano's melody ends
BETWEEN = range(40, 65)              # MIDI pitches between which the lowest of a right hand lies
APART, SPLIT = 14, 0.75              # semitones from the middle of a left hand to that of the right; share of the variance that this explains
BENEATH, SOME = 0.4, 8               # share of the notes of a left hand that sound together with the right one; notes that each has at least


@dataclass(frozen=True)
class Line:
    """The numbers of the notes of a part that are its melody, ascending; those of the others; where each melody note ends, in ticks; notes of a left hand."""

    notes: np.ndarray
    others: np.ndarray
    ends: np.ndarray
    left: int


def line(part: Part, quarter: int) -> Line:
    """The melody of a part; ``quarter`` ticks a quarter note."""
    onsets, ends, pitches = part.onsets.tolist(), part.ends.tolist(), part.pitches.tolist()
    near, kept, lowest = quarter / TOGETHER, [], _lowest(part)
    for number, (onset, end, pitch) in enumerate(zip(onsets, ends, pitches)):
        if pitch < lowest:
            continue
        while kept and _struck_with(onsets[kept[-1]], ends[kept[-1]], onset, end, near) and pitch > pitches[kept[-1]]:
            kept.pop()
        if kept and pitch <= pitches[kept[-1]] and (_struck_with(onsets[kept[-1]], ends[kept[-1]], onset, end, near) or end <= ends[kept[-1]]):
            continue
        kept.append(number)
    chosen = _right_hand(part, np.array(kept), quarter)
    following = np.r_[part.onsets[chosen][1:], part.ends[chosen[-1]]]
    others = np.setdiff1d(np.arange(len(onsets)), chosen, assume_unique=True)
    return Line(chosen, others, np.minimum(part.ends[chosen], following), int((part.pitches < lowest).sum()) + len(kept) - len(chosen))


def _lowest(part: Part) -> int:
    """The lowest pitch of the right hand of a part that has two; 0 where it has not."""
    counts, pitches = np.bincount(part.pitches, minlength=128), np.arange(128)
    below, total = np.cumsum(counts)[BETWEEN.start - 1:BETWEEN.stop - 1], len(part.pitches)
    lower = np.cumsum(counts * pitches)[BETWEEN.start - 1:BETWEEN.stop - 1]
    above = total - below
    apart = (counts @ pitches - lower) / np.maximum(above, 1) - lower / np.maximum(below, 1)
    split = np.where((below >= SOME) & (above >= SOME), below * above * apart**2, 0.0) / total**2 / max(float(part.pitches.var()), 1e-9)
    best = int(split.argmax())
    if split[best] < SPLIT or apart[best] < APART:
        return 0
    low = part.pitches < BETWEEN[best]
    return BETWEEN[best] if _beneath(part, low) >= BENEATH else 0


def _beneath(part: Part, low: np.ndarray) -> float:
    """The share of low notes during which a high one sounds."""
    before = np.searchsorted(part.onsets[~low], part.ends[low], "left")                   # high notes that begin before a low one ends
    over = np.searchsorted(np.sort(part.ends[~low]), part.onsets[low], "right")           # of which so many end before it begins
    return float((before > over).mean())


def _struck_with(onset: int, end: int, later: int, its_end: int, near: float) -> bool:
    """Whether two notes are struck together: at one tick, or nearly and sounding on together."""
    return later == onset or later - onset <= near and 2 * (min(end, its_end) - later) >= min(end - onset, its_end - later)


def _right_hand(part: Part, chosen: np.ndarray, quarter: int) -> np.ndarray:
    if alone(part, quarter) >= PIANO:
        return chosen
    pitches = part.pitches[chosen]
    usual = np.percentile(pitches, 75)
    high = chosen[pitches > usual - HANDS]
    return high if len(high) else chosen
