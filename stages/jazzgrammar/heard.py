"""A solo as it is heard, slot by slot, and how likely it is that a terminal sounds so."""

from bisect import bisect_left
from collections.abc import Callable

from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.degrees import semitones_of
from stages.jazzgrammar.durations import nearest_slot
from stages.jazzgrammar.flats import OUTSIDE, Choices, approach_to, flat_choices, leapt, outside
from stages.jazzgrammar.realization import MIDDLE_C, first_choices, nearest_octave
from stages.jazzgrammar.settings import Settings
from stages.jazzgrammar.slopes import begun, leading_tone, slope_choices, window_of
from stages.jazzgrammar.sounding import Sounding, Timeline
from stages.jazzgrammar.terminals import REST, Degree, Flat, Slope, Terminal
from stages.melody.categories import APPROACH, OTHER, SCALE
from stages.melody.solo import Solo


class Heard:
    """The notes of a solo, on slots: those of a 120th of a quarter note, nearest to where they are; what sounds on behind the changes ends with them.

    Args:
        slots: the length.

    Raises:
        JazzGrammarError: notes over each other.
    """

    def __init__(self, solo: Solo, timeline: Timeline):
        self.slots, self._timeline = timeline.slots, timeline
        self._notes: dict[int, tuple[int, int]] = {}           # by onset: slots, pitch
        clock = 0
        for note in solo.notes:
            onset, end = nearest_slot(note.onset), timeline.slots if note.end >= solo.changes.length else nearest_slot(note.end)
            if onset < clock:
                raise JazzGrammarError(f"expected notes one after the other, found one at {solo.changes.place(note.onset)} that begins before the last one has ended")
            if onset < end:
                self._notes[onset], clock = (end - onset, note.pitch), end
        self._onsets = sorted(self._notes)

    def note(self, slot: int, slots: int) -> int | None:
        """The pitch of the note that has this onset and length, None without one."""
        length, pitch = self._notes.get(slot, (0, 0))
        return pitch if length == slots else None

    def sounding(self, slot: int) -> tuple[int, int] | None:
        """Length and pitch of the note that begins here, None without one."""
        return self._notes.get(slot)

    def following(self, slot: int) -> int:
        """The next onset from a slot on, or the end."""
        place = bisect_left(self._onsets, slot)
        return self._onsets[place] if place < len(self._onsets) else self.slots

    def before(self, slot: int) -> int | None:
        """The pitch of the last note that begins before a slot."""
        place = bisect_left(self._onsets, slot)
        return self._notes[self._onsets[place - 1]][1] if place else None

    def rests(self, slot: int, slots: int) -> bool:
        """Whether nothing sounds for so long."""
        place = bisect_left(self._onsets, slot + slots)
        return not place or self._onsets[place - 1] + self._notes[self._onsets[place - 1]][0] <= slot


class Hearing:
    """How likely it is that terminals sound like a solo, where they begin at a slot of it and the note before is that of the solo; without one, any that a line
    may begin from."""

    def __init__(self, heard: Heard, timeline: Timeline, settings: Settings):
        self._heard, self._timeline, self._settings = heard, timeline, settings
        choices = first_choices(timeline, settings)
        total = sum(share for _, share in choices)
        self._first = [(pitch, share / total) for pitch, share in choices]

    def terminal(self, terminal: Terminal, slot: int) -> float:
        """The probability of one terminal; an approach tone leads nowhere.

        Raises:
            JazzGrammarError: triads.
        """
        match terminal:
            case Flat(letter, slots):
                if letter == REST:
                    return float(self._heard.rests(slot, slots))
                pitch = self._heard.note(slot, slots)
                return 0.0 if pitch is None else self._expected(slot, lambda old: self._flat(letter, pitch, old, self._timeline.at(slot)))
            case Slope():
                return self._expected(slot, lambda old: self._slope(terminal, slot, old))
            case Degree():
                sounding, pitch = self._timeline.at(slot), self._heard.note(slot, terminal.slots)
                wanted = MIDDLE_C + sounding.root + semitones_of(terminal, sounding.family)
                return 0.0 if pitch is None else self._expected(slot, lambda old: float(nearest_octave(wanted, old, self._settings) == pitch))
        raise JazzGrammarError("expected flat terminals, slopes and degrees, of which a likelihood is known, found (triadic ...)")

    def approach(self, start: int, slot: int, target: Flat) -> float:
        """The probability of a flat approach tone from ``start`` to ``slot`` and the note that it leads to."""
        leading, pitch = self._heard.note(start, slot - start), self._heard.note(slot, target.slots)
        return 0.0 if leading is None or pitch is None else self._expected(start, lambda old: self._pair(leading, target.letter, pitch, old, self._timeline.at(slot)))

    def _expected(self, slot: int, probability: Callable[[int], float]) -> float:
        old = self._heard.before(slot)
        return probability(old) if old is not None else sum(share * probability(first) for first, share in self._first)

    def _flat(self, letter: str, pitch: int, old: int, sounding: Sounding) -> float:
        drawn = self._drawn(letter, pitch, old, sounding)
        if letter in (OTHER, APPROACH):
            return drawn
        return (1 - self._settings.leap) * drawn + self._settings.leap * self._drawn(letter, pitch, leapt(old, self._settings), sounding)

    def _drawn(self, letter: str, pitch: int, old: int, sounding: Sounding) -> float:
        choices = flat_choices(letter, old, sounding, self._settings, _never_worn)
        if letter != OUTSIDE:
            return _chance(choices, pitch)
        return sum(_chance(choices, inside) for inside in (pitch - 1, pitch + 1) if inside + outside(inside, self._settings) == pitch)

    def _pair(self, leading: int, letter: str, pitch: int, old: int, sounding: Sounding) -> float:
        sides = sum(approach_to(pitch, side, old, self._settings) == leading for side in (-1, 1)) / 2
        return sides and sides * self._drawn(letter, pitch, old, sounding)

    def _slope(self, slope: Slope, slot: int, old: int) -> float:
        old, parts, probability = begun(old, slope, self._settings), list(slope.parts), 1.0
        while parts and probability:
            part = parts.pop(0)
            if part.letter == REST:
                probability *= self._heard.rests(slot, part.slots)
                slot += part.slots
                continue
            leads = part.letter == APPROACH and parts and parts[0].letter != REST
            target = parts.pop(0) if leads else part
            when = slot + (part.slots if leads else 0)
            pitch = self._heard.note(when, target.slots)
            if pitch is None or leads and self._heard.note(slot, part.slots) != leading_tone(pitch, slope, old, self._settings):
                return 0.0
            letter = SCALE if target.letter == APPROACH else target.letter
            probability *= _chance(slope_choices(letter, old, window_of(old, slope.low, slope.high), self._timeline.at(when), self._settings), pitch)
            slot, old = when + target.slots, pitch
        return probability


def _chance(choices: Choices, pitch: int) -> float:
    return sum(share for other, share in choices if other == pitch) / sum(share for _, share in choices)


def _never_worn(pitch: int) -> float:
    return 1.0
