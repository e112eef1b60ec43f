"""One voice out of what a player played: the melody of a part.

Of notes struck together the highest is the melody, and a note that begins and ends under a higher one is none of it (the skyline; Uitdenbogerd & Zobel,
"Melodic Matching Techniques for Large Music Databases", 1999). A note that is still held when the next one begins ends there: legato.
Where a part is a whole piano, its left hand is left out by its pitch as well, so that it does not speak up in the rests of the right one.
"""

from dataclasses import dataclass

import numpy as np

from stages.corpora.midi.melody import TOGETHER, alone
from stages.corpora.midi.score import Part

PIANO = 0.5                          # a part of which fewer notes are struck alone has accompaniment in it
HANDS = 17                           # semitones below its usual height at which a piano's melody ends


@dataclass(frozen=True)
class Line:
    """The numbers of the notes of a part that are its melody, ascending; those of the others; where each melody note ends, in ticks."""

    notes: np.ndarray
    others: np.ndarray
    ends: np.ndarray


def line(part: Part, quarter: int) -> Line:
    """The melody of a part; ``quarter`` ticks a quarter note."""
    onsets, ends, pitches = part.onsets.tolist(), part.ends.tolist(), part.pitches.tolist()
    near, kept = quarter / TOGETHER, []
    for number, (onset, end, pitch) in enumerate(zip(onsets, ends, pitches)):
        while kept and _struck_with(onsets[kept[-1]], ends[kept[-1]], onset, end, near) and pitch > pitches[kept[-1]]:
            kept.pop()
        if kept and pitch <= pitches[kept[-1]] and (_struck_with(onsets[kept[-1]], ends[kept[-1]], onset, end, near) or end <= ends[kept[-1]]):
            continue
        kept.append(number)
    chosen = _right_hand(part, np.array(kept), quarter)
    following = np.r_[part.onsets[chosen][1:], part.ends[chosen[-1]]]
    others = np.setdiff1d(np.arange(len(onsets)), chosen, assume_unique=True)
    return Line(chosen, others, np.minimum(part.ends[chosen], following))


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
