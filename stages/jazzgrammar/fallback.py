"""Windows that no production can have made: how likely they are, so that a learned grammar gives every solo a likelihood.

A note or rest is drawn with its length, given the one before it in the window; what is longer than the rest of the window ends with the window; no rest follows a
rest. Then the pitches are drawn, each as a step from the one before, given the step before that, among the 128 of MIDI; the very first one is any of them. Both successions
are counted and smoothed as in Witten & Bell (1991). All windows of D slots together so have a probability of 1.

A first note of the same pitch as the note that the window before ends with may be tied to it or struck again: how often it was, plus a half each (Jeffreys).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from stages.jazzgrammar.windowing import Window

PITCHES = 128
BEGIN = -1                        # what stands before a window's first note or rest


class Succession:
    """Which of n things follows another. Counts: {thing before (BEGIN: none): {thing: how often}}."""

    def __init__(self, counts: Mapping[int, Mapping[int, int]], n: int):
        self.n, self.counts = n, {before: dict(sorted(after.items())) for before, after in sorted(counts.items())}
        alone = Counter()
        for after in self.counts.values():
            alone.update(after)
        self._alone = _smoothed(alone, np.full(n, 1 / n))
        self._rows: dict[int, np.ndarray] = {}

    def row(self, before: int) -> np.ndarray:
        """Probabilities (n,) of what follows; not to be written to."""
        if before not in self._rows:
            self._rows[before] = _smoothed(self.counts.get(before, {}), self._alone)
        return self._rows[before]


def _smoothed(counts: Mapping[int, int], below: np.ndarray) -> np.ndarray:
    """Witten-Bell: (c + T below) / (C + T), or ``below`` where nothing was counted."""
    if not counts:
        return below
    row = len(counts) * below
    row[list(counts)] += list(counts.values())
    return row / (sum(counts.values()) + len(counts))


class Fallback:
    """Args:
        durations: things are 0 to D - 1 for notes of 1 to D slots, D to 2 D - 1 for rests. steps: things are steps in semitones, plus PITCHES - 1.
        ties: how often a pitch that went on was (struck, tied). escapes: how many windows no production can have made, of how many.
    """

    def __init__(self, durations: Succession, steps: Succession, ties: tuple[int, int], escapes: tuple[int, int]):
        self.durations, self.steps, self.ties, self.escapes = durations, steps, ties, escapes
        self.slots = durations.n // 2

    @property
    def escape(self) -> float:
        """How likely a window comes from here: the share that did, counted with a half more of either (Jeffreys)."""
        return (self.escapes[0] + 0.5) / (self.escapes[1] + 1)

    @classmethod
    def fit(cls, passes: Iterable[list[Window]], slots: int, escapes: tuple[int, int]) -> "Fallback":
        """Counts of some passes in windows of so many slots."""
        durations, steps, ties = {}, {}, [0, 0]
        for windows in passes:
            for place, window in enumerate(windows):
                before = BEGIN
                for thing in _things(window, slots):
                    durations.setdefault(before, Counter())[thing] += 1
                    before = thing
                for step, previous in _steps(window):
                    steps.setdefault(previous, Counter())[step] += 1
                if place and may_tie(windows[place - 1], window):
                    ties[window.events[0].tied] += 1
        return cls(Succession(durations, 2 * slots), Succession(steps, 2 * PITCHES - 1), (ties[0], ties[1]), escapes)

    def rhythm(self, window: Window) -> float:
        """The probability of the notes and rests of a window, whatever their pitches."""
        found, left, before = 1.0, self.slots, BEGIN
        for thing in _things(window, self.slots):
            row = self.durations.row(before)
            rests = thing >= self.slots
            sounding = row[:self.slots].sum() if before >= self.slots else 1.0       # no rest behind a rest
            first, end = (self.slots, 2 * self.slots) if rests else (0, self.slots)
            length = thing - first + 1
            found *= float(row[thing] if length < left else row[thing:end].sum()) / float(sounding)
            left, before = left - length, thing
        return found

    def pitch(self, window: Window) -> float:
        """The probability of the pitches of a window, given its notes."""
        found, old = 1.0, window.before
        if old is None and not window.rests:
            found, old = 1 / PITCHES, next(event.pitch for event in window.events if event.pitch is not None)
        for step, previous in _steps(window):
            row = self.steps.row(previous)
            found *= float(row[step] / row[PITCHES - 1 - old:2 * PITCHES - 1 - old].sum())
            old += step - PITCHES + 1
        return found

    def tie(self, previous: Window | None, window: Window) -> float:
        """The probability that the first note is tied to the note before it, or is not, given both pitches."""
        if previous is None or not may_tie(previous, window):
            return 1.0
        return (self.ties[window.events[0].tied] + 0.5) / (sum(self.ties) + 1)

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        written = [[[before, list(after.items())] for before, after in table.counts.items()] for table in (self.durations, self.steps)]
        return {"slots": self.slots, "durations": written[0], "steps": written[1], "ties": list(self.ties), "escapes": list(self.escapes)}

    @classmethod
    def from_json(cls, record: dict[str, Any]) -> "Fallback":
        """The inverse of ``to_json``."""
        durations, steps = ({before: dict(map(tuple, after)) for before, after in record[key]} for key in ("durations", "steps"))
        return cls(Succession(durations, 2 * record["slots"]), Succession(steps, 2 * PITCHES - 1), tuple(record["ties"]), tuple(record["escapes"]))


def may_tie(previous: Window, window: Window) -> bool:
    """Whether a window begins with the pitch that the one before it ends with."""
    return window.events[0].pitch is not None and previous.events[-1].pitch == window.events[0].pitch


def _things(window: Window, slots: int) -> list[int]:
    return [event.slots - 1 + (slots if event.pitch is None else 0) for event in window.events]


def _steps(window: Window) -> list[tuple[int, int]]:
    """Of each note but the first of the solo: its step and the one before (BEGIN: none in this window), as things."""
    pitches = [window.before, *(event.pitch for event in window.events if event.pitch is not None)]
    if pitches[0] is None:
        pitches.pop(0)
    steps = [after - pitch + PITCHES - 1 for pitch, after in zip(pitches, pitches[1:])]
    return list(zip(steps, [BEGIN, *steps]))
