"""Rectification: notes that are neither chord or colour tones nor lead to one are moved.

A note is kept if it is a chord or colour tone, or if the next one is a semitone away and a chord or colour tone of its own chord; else it goes to the nearest
chord or colour tone, the upper of two. Then equal neighbours become one note, if the grammar avoids repeats. Without a chord (NC) nothing is moved. What S, X
and Y have outside does not survive this.
"""

from itertools import zip_longest

from stages.jazzgrammar.line import Placed
from stages.jazzgrammar.settings import OCTAVE, Settings
from stages.jazzgrammar.sounding import Sounding, Timeline
from stages.melody.categories import OTHER


def rectified(notes: list[Placed], timeline: Timeline, settings: Settings, faithful: bool = False) -> list[Placed]:
    """The notes, moved as above; within the compass, or, as in the original, without looking at it."""
    compass = (0, 127) if faithful else (settings.lowest, settings.highest)
    moved: list[Placed] = []
    for note, after in zip_longest(notes, notes[1:]):
        sounding = timeline.at(note.onset)
        leads = after is not None and abs(after.pitch - note.pitch) == 1 and _allowed(after.pitch, timeline.at(after.onset))
        placed = note if leads else note._replace(pitch=_nearest(note.pitch, sounding, compass))
        before = moved[-1] if moved else None
        if settings.avoid_repeats and before and before.pitch == placed.pitch and before.onset + before.slots == placed.onset:
            moved[-1] = before._replace(slots=before.slots + placed.slots)
        else:
            moved.append(placed)
    return moved


def _allowed(pitch: int, sounding: Sounding) -> bool:
    return sounding.labels[pitch % OCTAVE] != OTHER


def _nearest(pitch: int, sounding: Sounding, compass: tuple[int, int]) -> int:
    candidates = (pitch + side * step for step in range(OCTAVE) for side in (1, -1))
    return next((other for other in candidates if compass[0] <= other <= compass[1] and _allowed(other, sounding)), pitch)
