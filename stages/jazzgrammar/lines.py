"""What the productions of a grammar can have written: for given notes, how likely they are as a line of each cluster.

Productions of one rhythm stand in a tree, a step for each note (or an approach tone and the note that it leads to), so that what many begin with is looked at once. The chances of each step are
those of the player (``slopes.py``) in a compass of all pitches; so they are exact for what it plays before repeated notes are joined and rectified.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from stages.jazzgrammar.chains import PRODUCTION
from stages.jazzgrammar.flats import Choices
from stages.jazzgrammar.grammar import JazzGrammar
from stages.jazzgrammar.realization import first_choices
from stages.jazzgrammar.settings import settings_of
from stages.jazzgrammar.slopes import begun, leading_tone, slope_choices, window_of
from stages.jazzgrammar.sounding import Sounding, Timeline
from stages.jazzgrammar.terminals import REST, Flat, Slope, parse_terminal
from stages.jazzgrammar.windowing import Window
from stages.melody.categories import APPROACH, SCALE

ALL_PITCHES = (0, 127)
REACH = 6                          # semitones that rules 1, 2 and 4 of ``slopes.py`` together can add to a slope

Rhythm: TypeAlias = tuple[tuple[int, bool], ...]            # slots, and whether something sounds


class Step(NamedTuple):
    """A note: its slope, its letter, whether an approach tone precedes it, and, for the first of a slope, how many notes the slope has (else 0)."""

    low: int
    high: int
    letter: str
    led: bool
    begins: int


class Made(NamedTuple):
    """A production: its cluster, its share of it, and the right side of its rule."""

    label: int
    share: float
    rhs: tuple


class _Node:
    def __init__(self):
        self.after: dict[Step, _Node] = {}
        self.made: list[Made] = []


class Lines:
    """All productions of a learnt grammar."""

    def __init__(self, grammar: JazzGrammar):
        self.settings = settings_of(grammar.parameters, ALL_PITCHES)
        rules = [rule for rule in grammar.rules if rule.name.startswith(PRODUCTION)]
        sizes = Counter()
        for rule in rules:
            sizes[rule.name] += rule.weight
        self._trees: dict[Rhythm, _Node] = defaultdict(_Node)
        self._shares: dict[Rhythm, Counter] = defaultdict(Counter)
        for rule in rules:
            slopes = [parse_terminal(item) for item in rule.rhs]
            made = Made(int(rule.name.removeprefix(PRODUCTION)), rule.weight / sizes[rule.name], rule.rhs)
            rhythm = tuple((part.slots, part.letter != REST) for slope in slopes for part in slope.parts)
            node = self._trees[rhythm]
            for step in _steps(slopes):
                node = node.after.setdefault(step, _Node())
            node.made.append(made)
            self._shares[rhythm][made.label] += made.share
        self._odds: dict[tuple, dict[int, float]] = {}

    def shares(self, window: Window) -> dict[int, float]:
        """Of each cluster that has the rhythm of a window: the share of its windows that have it."""
        return self._shares.get(rhythm_of(window), {})

    def makers(self, window: Window, start: int, timeline: Timeline) -> Iterator[tuple[float, list[Made]]]:
        """The productions that can have made a window, with how likely they make its pitches; ``start``: its slot in the timeline."""
        tree = self._trees.get(rhythm_of(window))
        if tree is None:
            return
        notes, clock = [], start
        for event in window.events:
            if event.pitch is not None:
                notes.append((event.pitch, timeline.at(clock)))
            clock += event.slots
        waiting = [(tree, 0, old, chance) for old, chance in ([(window.before, 1.0)] if window.before is not None else self._first(timeline))]
        while waiting:
            node, place, old, likely = waiting.pop()
            if place == len(notes):
                yield likely, node.made
                continue
            for step, after in node.after.items():
                end = place + 1 + step.led
                if chance := self._chance(step, notes[place:end], old):
                    waiting.append((after, end, notes[end - 1][0], likely * chance))

    def _first(self, timeline: Timeline) -> Choices:
        """What the first note of a solo may be measured from."""
        choices = first_choices(timeline, self.settings)
        whole = sum(weight for _, weight in choices)
        return [(pitch, weight / whole) for pitch, weight in choices]

    def _chance(self, step: Step, notes: list[tuple[int, Sounding]], old: int) -> float:
        """How likely a step is these notes, after the pitch ``old``."""
        slope = Slope(step.low, step.high, (Flat(step.letter, 1),) * step.begins)
        if step.begins:
            old = begun(old, slope, self.settings)
        pitch, sounding = notes[-1]
        bottom, top = old + step.low - REACH, old + step.high + REACH
        if not bottom <= pitch <= top and bottom >= 0 and top < 128:
            return 0.0
        if step.led and notes[0][0] != leading_tone(pitch, slope, old, self.settings):
            return 0.0
        key = (step.letter, old, step.low, step.high, sounding.labels, sounding.sounds)
        if key not in self._odds:
            self._odds[key] = dict(slope_choices(step.letter, old, window_of(old, step.low, step.high), sounding, self.settings))
        return self._odds[key].get(pitch, 0.0)


def rhythm_of(window: Window) -> Rhythm:
    """The rhythm of a window."""
    return tuple((event.slots, event.pitch is not None) for event in window.events)


def _steps(slopes: list[Slope]) -> Iterator[Step]:
    for slope in slopes:
        begins, parts = sum(part.letter != REST for part in slope.parts), list(slope.parts)
        while parts:
            part = parts.pop(0)
            if part.letter == REST:
                continue
            led = part.letter == APPROACH and bool(parts) and parts[0].letter != REST
            letter = parts.pop(0).letter if led else part.letter
            yield Step(slope.low, slope.high, SCALE if letter == APPROACH else letter, led, begins)
            begins = 0
