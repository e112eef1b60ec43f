"""How likely a solo is under a grammar: the sum over all derivations, exact.

What is known: which pitch sounds before each slot. So the probability of a terminal depends on the slot that it begins at alone, and the melody is one of a
context-free grammar over slots: for each item of a right side and each *state* (a slot, and where a flat approach tone began that still waits for the note it
leads to) the *ends* are computed, how likely it is that the item becomes what is heard from here and leaves off there. The end of the solo swallows: a derivation stops there, whatever still
waits. This is the inside algorithm (Baker, 1979) for derivations that are cut off at the right.

It needs repeated notes that stay two notes, and notes that stay what they were chosen to be: ``avoid-repeats`` and ``rectify`` must be false. What is shared
between places of a melody is not context-free: wrappers have no likelihood here.

A solo that the grammar cannot have written has the likelihood 0. An ``Escape`` makes the grammar one that can: wherever the start symbol is called, with a small
probability some notes are played one by one, each as a rest or none, a duration and an interval; then it goes on. That is a rule more, and still a probability:
over all solos they sum to 1.
"""

import heapq
import math
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.expansion import fitted
from stages.jazzgrammar.grammar import JazzGrammar, Rule
from stages.jazzgrammar.heard import Heard, Hearing
from stages.jazzgrammar.rules import Bound, Rules
from stages.jazzgrammar.settings import settings_of
from stages.jazzgrammar.sexpr import Expression
from stages.jazzgrammar.sounding import Timeline
from stages.jazzgrammar.terminals import REST, Flat, Terminal, parse_terminal
from stages.melody.categories import APPROACH
from stages.melody.solo import Solo

WRAPPERS = ("fill", "share", "unshare", "unshareall", "muse-switch")
USUAL = (15, 20, 30, 40, 60, 80, 90, 120, 150, 180, 240, 360, 480)
State: TypeAlias = tuple[int, int]                # a slot; the slot at which an approach tone began that waits, or -1
Ends: TypeAlias = dict[State, float]              # log probabilities


@dataclass(frozen=True)
class Escape:
    """Notes one by one.

    Args:
        probability: of an escape, at each call of the start symbol.
        stop: that it ends, after each note.
        rest: that there is a rest before a note.
        usual: the share of the durations in USUAL, all equally likely; the others are geometric with a mean of a quarter note. Intervals are geometric on both
        sides, by ``closeness``.

    Raises:
        ValueError: one of them is not between 0 and 1.
    """

    probability: float = 0.1
    stop: float = 0.1
    rest: float = 0.2
    usual: float = 0.98
    closeness: float = 0.75

    def __post_init__(self):
        if not all(0 < share < 1 for share in (self.probability, self.stop, self.rest, self.usual, self.closeness)):
            raise ValueError(f"expected numbers between 0 and 1, both excluded, found {self}")

    def duration(self, slots: int, left: int) -> float:
        """The probability that a duration is so long, or, where that is all that is left, at least so long."""
        others = 119 / 120
        if slots == left:
            return self.usual * sum(other >= slots for other in USUAL) / len(USUAL) + (1 - self.usual) * others ** (slots - 1)
        return self.usual * (slots in USUAL) / len(USUAL) + (1 - self.usual) * others ** (slots - 1) / 120

    def pitch(self, pitch: int, old: int | None) -> float:
        """The probability of a pitch after another one, of all MIDI pitches."""
        if old is None:
            return 1 / 128
        return self.closeness ** abs(pitch - old) / _spread(self.closeness, old)


def log_likelihood(grammar: JazzGrammar, solo: Solo, compass: tuple[int, int] | None = None, escape: Escape | None = None) -> float:
    """The natural logarithm of the probability that ``improvise`` with this grammar, not faithful, plays this solo over its changes; -inf where it cannot.

    Raises:
        JazzGrammarError: a grammar or solo of which the likelihood is not known, see above, or a nonterminal that can become itself without a note or rest between.
    """
    settings = settings_of(grammar.parameters, compass)
    if settings.avoid_repeats or settings.rectify:
        raise JazzGrammarError("expected a grammar with the parameters (avoid-repeats false) and (rectify false): of others the likelihood of a solo is not known")
    timeline = Timeline(solo.changes, settings)
    heard = Heard(solo, timeline)
    return _Inside(grammar, heard, timeline, Hearing(heard, timeline, settings), escape).total()


class _Inside:
    def __init__(self, grammar: JazzGrammar, heard: Heard, timeline: Timeline, hearing: Hearing, escape: Escape | None):
        self._grammar, self._heard, self._timeline, self._hearing, self._escape = grammar, heard, timeline, hearing, escape
        self._rules = Rules(grammar)
        self._end: State = (heard.slots, -1)
        self._known: dict[tuple[Expression, State], Ends] = {}
        self._parsed: dict[int, list[tuple[Expression, Terminal | None]]] = {}              # by the id of a rule, which the grammar holds

    def total(self) -> float:
        """From the beginning to the end, the start symbol again and again."""
        reached: Ends = {(0, -1): 0.0}
        waiting = [(0, -1)]
        while waiting and (state := heapq.heappop(waiting)) != self._end:
            ends = dict(self._ends_of((self._grammar.start, self._heard.slots - state[0]), state))
            nothing = math.exp(ends.pop(state, -math.inf))                # as often as it likes
            for after, chance in ends.items() if nothing < 1 else ():
                if after not in reached:
                    heapq.heappush(waiting, after)
                _add(reached, after, reached[state] + chance - math.log1p(-nothing))
        return reached.get(self._end, -math.inf)

    def _ends_of(self, item: Expression, state: State) -> Ends:
        """The ends of an item from a state. One waits for those of others; they are kept on a stack of our own, for a solo is long and Python's is short."""
        running: dict[tuple[Expression, State], Generator] = {(item, state): self._ends(item, state)}
        answer: Ends | None = None
        while running:
            key, generator = next(reversed(running.items()))
            try:
                asked = generator.send(answer)
            except StopIteration as done:
                answer = self._known[key] = done.value
                del running[key]
                continue
            answer = self._known.get(asked)
            if asked in running:
                raise JazzGrammarError(f"expected a note or rest between {asked[0]!r:.60} and itself, found rules that lead back to it at once: of these the likelihood "
                                       "of a solo is not known")
            if answer is None:
                running[asked] = self._ends(*asked)
        return answer

    def _ends(self, item: Expression, state: State) -> Generator[tuple[Expression, State], Ends, Ends]:
        """The ends of a nonterminal or a call; asks for those of the items of its right sides."""
        if isinstance(item, tuple) and item and item[0] in WRAPPERS:
            raise JazzGrammarError(f"expected rules without wrappers, of which the likelihood is not known, found {item!r:.60}")
        family, ends = self._timeline.family_at(state[0]), Ends()
        weights, options = self._rules.options(item, family)
        escapes = self._escape is not None and isinstance(item, tuple) and item[:1] == (self._grammar.start,)
        stays = math.log1p(-self._escape.probability) if escapes else 0.0
        if escapes:
            ends.update(self._escaped(state))
        if not options:
            _add(ends, state, stays)
        for before, weight, option in zip([0.0, *weights], weights, options):
            reached = {state: stays + math.log((weight - before) / weights[-1])}
            for part, terminal in self._parts(option, family):
                if not reached:
                    break
                reached = yield from self._further(part, terminal, reached)
            for after, chance in reached.items():
                _add(ends, after, chance)
        return ends

    def _parts(self, option: tuple[Rule, Bound], family: str) -> list[tuple[Expression, Terminal | None]]:
        """The items of a right side, each with the terminal that it is; of rules without arguments they are kept."""
        rule, bound = option
        if id(rule) in self._parsed:
            return self._parsed[id(rule)]
        parts = [(item, parse_terminal(item)) for item in self._rules.right_side(option, family)]
        return parts if bound else self._parsed.setdefault(id(rule), parts)

    def _further(self, item: Expression, terminal: Terminal | None, reached: Ends) -> Generator[tuple[Expression, State], Ends, Ends]:
        """Where one is after another item."""
        ends = Ends()
        for state, chance in reached.items():
            if state == self._end:
                _add(ends, state, chance)
                continue
            for after, step in (self._sounded(terminal, state) if terminal else (yield item, state)).items():
                _add(ends, after, chance + step)
        return ends

    def _sounded(self, terminal: Terminal, state: State) -> Mapping[State, float]:
        """Where one is after a terminal, if it sounds like what is heard."""
        slot, waits = state
        terminal = fitted(terminal, self._heard.slots - slot)
        after, flat = slot + terminal.slots, isinstance(terminal, Flat) and terminal.letter != REST
        if waits >= 0 and flat:
            return _if_possible((after, -1), self._hearing.approach(waits, slot, terminal))
        led = self._led(state)
        if flat and terminal.letter == APPROACH and after < self._heard.slots:
            return _if_possible((after, slot), led * (self._heard.note(slot, terminal.slots) is not None))
        return _if_possible((after, -1), led and led * self._hearing.terminal(terminal, slot))

    def _led(self, state: State) -> float:
        """The probability of an approach tone that waits in vain; 1 without one."""
        slot, waits = state
        return 1.0 if waits < 0 else self._hearing.terminal(Flat(APPROACH, slot - waits), waits)

    def _escaped(self, state: State) -> Ends:
        """Where notes one by one may lead."""
        escape, ends, slot, end = self._escape, Ends(), state[0], self._heard.slots
        chance = escape.probability * self._led(state)
        log = math.log(chance) if chance else -math.inf
        while log > -math.inf:
            onset = self._heard.following(slot)
            log += math.log(escape.rest * escape.duration(onset - slot, end - slot) if onset > slot else 1 - escape.rest)
            if onset == end:
                ends[self._end] = log
                break
            length, pitch = self._heard.sounding(onset)
            log += math.log(escape.duration(length, end - onset) * escape.pitch(pitch, self._heard.before(onset)))
            slot = onset + length
            if slot == end:
                ends[self._end] = log
                break
            ends[slot, -1] = log + math.log(escape.stop)
            log += math.log1p(-escape.stop)
        return ends


@lru_cache
def _spread(closeness: float, old: int) -> float:
    return sum(closeness ** abs(other - old) for other in range(128))


def _if_possible(state: State, probability: float) -> Ends:
    return {state: math.log(probability)} if probability > 0 else {}


def _add(ends: Ends, state: State, chance: float) -> None:
    """Add a log probability."""
    there = ends.get(state, -math.inf)
    high, low = max(there, chance), min(there, chance)
    ends[state] = high if low == -math.inf else high + math.log1p(math.exp(low - high))
