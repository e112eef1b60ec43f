"""The line of notes that a melody becomes, as far as it has been played."""

from typing import NamedTuple

from stages.jazzgrammar.settings import Settings

WORN = 9                          # the freshness of a pitch that was just played is 2**-WORN; it doubles with each note or rest


class Placed(NamedTuple):
    """A note: onset and duration in slots (120 a quarter note), pitch as a MIDI number."""

    onset: int
    slots: int
    pitch: int


class Line:
    """What has been played, and what the next note depends on.

    Args:
        old: the pitch before, to begin with any.
        clock: the slot that the next note begins at.
    """

    def __init__(self, settings: Settings, old: int):
        self.notes: list[Placed] = []
        self.old, self.clock = old, 0
        self._joins, self._steps, self._played = settings.avoid_repeats, 0, dict[int, int]()

    def rest(self, slots: int) -> None:
        """Play nothing for so long."""
        self.clock += slots
        self._steps += 1

    def sound(self, pitch: int, slots: int) -> None:
        """Play a pitch for so long; where repeated notes are avoided it may lengthen the note before."""
        before = self.notes[-1] if self.notes else None
        if self._joins and before and before.pitch == pitch and before.onset + before.slots == self.clock:
            self.notes[-1] = before._replace(slots=before.slots + slots)
        else:
            self.notes.append(Placed(self.clock, slots, pitch))
        self.clock += slots
        self._steps += 1
        self._played[pitch] = self._steps
        self.old = pitch

    def freshness(self, pitch: int) -> float:
        """From 1 for a pitch that was not played lately down to 1/512 for the last one."""
        ago = self._steps - self._played.get(pitch, -WORN)
        return 1.0 if ago >= WORN else 2.0 ** (ago - WORN)
