"""Solos cut into windows of some beats: what the learner of jazz grammars looks at.

Conventions: times are slots, 120 a quarter note, to which onsets and ends are rounded; a beat is a quarter note. The windows of a pass follow each other without a gap
from a bar line on; a pass through a solo is what the original calls a chorus. Within a window notes and rests follow each other without a gap, and a note that
crosses an edge is split: each part stands in its own window, and the later one says that it is tied.

Source: Gillick, Tang & Keller, "Machine Learning of Jazz Grammars" (Computer Music Journal 34:3, 2010), and the authors' program Impro-Visor.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from stages.harmony.chords import Chord
from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.durations import BEAT, nearest_slot
from stages.melody.solo import Solo


class Event(NamedTuple):
    """A note or rest: its length in slots, its MIDI pitch (None: a rest), the chord at its onset, and whether it is tied to the note before."""

    slots: int
    pitch: int | None
    chord: Chord
    tied: bool = False


class Window(NamedTuple):
    """A stretch of a solo.

    Args:
        events: in order; their lengths add up to that of the window.
        before: the pitch that sounded last before the window, None at the beginning of the solo.
        after: the note that begins where the window ends, None where none does.
    """

    events: tuple[Event, ...]
    before: int | None
    after: Event | None

    @property
    def rests(self) -> bool:
        """Whether nothing sounds."""
        return all(event.pitch is None for event in self.events)


def passes(solo: Solo, beats: int, slide: int) -> Iterator[list[Window]]:
    """The passes through a solo, the first from bar 1 on, each ``slide`` beats later than the one before and cut into windows of ``beats``.

    Of a silence up to the end of the solo one window is kept, since it says how a solo stops and the rest says nothing.

    Raises:
        JazzGrammarError: two notes sound at once.
    """
    timeline = _timeline(solo)
    for offset in range(0, beats, slide):
        windows = _tiles(solo, timeline, offset * BEAT, beats * BEAT)
        while len(windows) > 1 and windows[-1].rests and windows[-2].rests:
            windows.pop()
        if windows:
            yield windows


def whole(solo: Solo, beats: int) -> list[Window]:
    """A solo in windows from bar 1 to its end, all of them; the last is filled up with a rest, which belongs to its events. Raises JazzGrammarError as ``passes`` does."""
    size = beats * BEAT
    timeline = _timeline(solo)
    end = max(nearest_slot(solo.changes.length), timeline[-1][1] if timeline else 0)
    return _tiles(solo, timeline, 0, size, -(-end // size) * size)


Sounding = tuple[int, int, int]          # onset and end in slots, pitch


def _timeline(solo: Solo) -> list[Sounding]:
    """The notes in slots; one that is too short for a slot is left out."""
    notes = [(nearest_slot(note.onset), nearest_slot(note.end), note.pitch) for note in solo.notes]
    for (_, end, _), (onset, _, _) in pairwise(notes):
        if onset < end:
            raise JazzGrammarError(f"{solo.source or solo.tune}: {solo.changes.place(Fraction(onset, BEAT))}: expected one note at a time, found a note that starts before the last one has ended")
    return [note for note in notes if note[0] < note[1]]


def _tiles(solo: Solo, timeline: list[Sounding], start: int, size: int, end: int | None = None) -> list[Window]:
    """The windows that fit between two slots (None: the end of the changes)."""
    windows, place, before = [], 0, None
    for left in range(start, (nearest_slot(solo.changes.length) if end is None else end) - size + 1, size):
        while place < len(timeline) and timeline[place][1] <= left:
            before = timeline[place][2]
            place += 1
        if place < len(timeline) and timeline[place][0] < left:
            before = timeline[place][2]                  # it is held into the window
        events, following = _events(solo, timeline, place, left, left + size)
        windows.append(Window(tuple(events), before, following))
    return windows


def _events(solo: Solo, timeline: list[Sounding], place: int, left: int, right: int) -> tuple[list[Event], Event | None]:
    """What stands between two slots, and the note that begins at the later one; ``place`` is the first note that ends behind the earlier."""
    events, clock = [], left
    while clock < right:
        onset, end, pitch = timeline[place] if place < len(timeline) else (right, right, None)
        if onset > clock:
            events.append(Event(min(onset, right) - clock, None, _chord(solo, clock)))
            clock = min(onset, right)
        if clock < right:
            events.append(Event(min(end, right) - clock, pitch, _chord(solo, clock), onset < clock))
            clock = min(end, right)
            place += end <= right
    onset, end, pitch = timeline[place] if place < len(timeline) else (-1, -1, None)
    begins = onset <= right < end
    return events, Event(end - right, pitch, _chord(solo, right), onset < right) if begins else None


def _chord(solo: Solo, slot: int) -> Chord:
    return solo.changes.at(Fraction(slot, BEAT))
