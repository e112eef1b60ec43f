"""The line of notes that a melody becomes, as far as it has been played."""

from typing import NamedTuple

from stages.jazzgrammar.settings import Settings

WORN = 9                          # the freshness of a pitch is 2**-WORN when it is played, and doubles before every terminal


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
        self._joins, self._terminals, self._played = settings.avoid_repeats, 0, dict[int, int]()

    def begin(self) -> None:
        """Go on to the next terminal, or to an approach tone and the note behind it, which are one."""
        self._terminals += 1

    def rest(self, slots: int) -> None:
        """Play nothing for so long."""
        self.clock += slots

    def sound(self, pitch: int, slots: int) -> None:
        """Play a pitch for so long; where repeated notes are avoided it may lengthen the note before, which does not wear it further."""
        before = self.notes[-1] if self.notes else None
        if self._joins and before and before.pitch == pitch and before.onset + before.slots == self.clock:
            self.notes[-1] = before._replace(slots=before.slots + slots)
        else:
            self.notes.append(Placed(self.clock, slots, pitch))
            self._played[pitch] = self._terminals
        self.clock += slots
        self.old = pitch

    def freshness(self, pitch: int) -> float:
        """From 1 for a pitch that was not played lately down to 1/256 for one of the terminal before (Impro-Visor, ``LickGen.fillMelodyHelper``)."""
        ago = self._terminals - self._played.get(pitch, self._terminals - WORN)
        return 1.0 if ago >= WORN else 2.0 ** (ago - WORN)
