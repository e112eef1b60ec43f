"""From a grammar to an abstract melody of a given length: rules are applied, leftmost item first, until it is filled.

A nonterminal or call such as (P 480) takes one of the rules that ``rules.py`` has for it; without one it is dropped. When nothing is left to apply and the
melody is not full, it goes on with the start symbol. The last terminal is cut to fit.

``faithful``: as Impro-Visor of 2019 does it. Base rules are never taken; the start symbol is called again with what there was to fill in the beginning; a last
terminal that is too long, a whole slope at times, is left out, so that the melody ends early.

Wrappers: ``(fill BEATS X)`` applies X again and again until so many beats are filled and then forgets what was shared; ``(share N)`` takes the right side that N
got when it was shared before, ``(unshare N)`` for the last time; ``(unshareall)`` forgets all; ``(muse-switch N ((default X) ...))`` is X, for want of the sensor.

Source: Keller & Morrison (2007); the order of the steps, and what is wrong with them, from Impro-Visor.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.durations import BEAT
from stages.jazzgrammar.grammar import JazzGrammar
from stages.jazzgrammar.rules import Rules
from stages.jazzgrammar.sexpr import Expression
from stages.jazzgrammar.terminals import REST, Flat, Terminal, parse_terminal

BARREN = 1000                     # rules in a row that bring no terminal; a grammar does not need 50
WAITING = 100_000                 # items that wait to be applied
STUMP = 30                        # a flat terminal that the end leaves less than a sixteenth of is a rest


def expand(grammar: JazzGrammar, slots: int, family_at: Callable[[int], str], generator: np.random.Generator, faithful: bool = False) -> list[Terminal]:
    """An abstract melody.

    Args:
        slots: how long, 120 a quarter note.
        family_at: the family of the chord that sounds at a slot, by Impro-Visor's name ("minor7").
        faithful: as the original; the melody may be shorter than ``slots``, else it never is.

    Raises:
        JazzGrammarError: rules lead to no terminal, or an item or weight that means nothing.
    """
    return _Expansion(grammar, slots, family_at, generator, faithful).run()


@dataclass(slots=True)
class _Frame:
    """A stretch to fill, up to the slot ``end``: items that wait, the next one last; when there are none, ``again``."""

    end: int
    again: Expression
    waiting: list[Expression]


class _Expansion:
    def __init__(self, grammar: JazzGrammar, slots: int, family_at: Callable[[int], str], generator: np.random.Generator, faithful: bool):
        self._grammar, self._slots, self._family_at, self._faithful = grammar, slots, family_at, faithful
        self._rules, self._random = Rules(grammar, faithful), generator.random
        self._clock = 0
        self._frames = [_Frame(slots, (grammar.start, slots), [])]
        self._shared: dict[Expression, tuple[Expression, ...]] = {}

    def run(self) -> list[Terminal]:
        melody: list[Terminal] = []
        barren = 0
        while self._frames:
            frame = self._frames[-1]
            if self._clock >= frame.end:
                self._frames.pop()
                self._shared.clear()
                continue
            if not frame.waiting:
                frame.waiting.append(frame.again if self._faithful or len(self._frames) > 1 else (self._grammar.start, frame.end - self._clock))
            item = frame.waiting.pop()
            if terminal := parse_terminal(item):
                melody.append(terminal if self._faithful else fitted(terminal, frame.end - self._clock))
                self._clock += melody[-1].slots
                barren = 0
                continue
            barren += 1
            frame.waiting.extend(reversed(self._applied(item)))
            if barren > BARREN or len(frame.waiting) > WAITING:
                raise JazzGrammarError(f"expected the start symbol {self._grammar.start!r:.40} to lead to a note or rest within {BARREN} rules, found none, the last at "
                                       f"{item!r:.60}; do its rules end in terminals, with weights above 0?")
        return melody[:-1] if self._clock > self._slots else melody

    def _applied(self, item: Expression) -> tuple[Expression, ...]:
        """What an item that is no terminal becomes."""
        match item:
            case ("fill", beats, again):
                self._frames.append(_Frame(min(self._clock + int(self._rules.number(beats, self._family_at(self._clock)) * BEAT), self._frames[-1].end), again, []))
                return ()
            case ("share", target):
                return self._shared.setdefault(target, self._shared.get(target) or self._chosen(target))
            case ("unshare", target):
                return self._shared.pop(target, None) or self._chosen(target)
            case ("unshareall",):
                self._shared.clear()
                return ()
            case ("muse-switch", _, tuple(cases)):
                return tuple(case[1] for case in cases if isinstance(case, tuple) and len(case) == 2 and case[0] == "default")[:1]
            case ("fill" | "share" | "unshare" | "muse-switch" as wrapper, *_):
                raise JazzGrammarError(f"expected (fill BEATS X), (share X), (unshare X) or (muse-switch N ((default X) ...)), found {wrapper} in {item!r:.80}")
        return self._chosen(item)

    def _chosen(self, item: Expression) -> tuple[Expression, ...]:
        """The right side of the rule that an item takes; empty without one."""
        family = self._family_at(self._clock)
        weights, options = self._rules.options(item, family)
        if not options:
            return ()
        return self._rules.right_side(options[min(bisect_right(weights, self._random() * weights[-1]), len(options) - 1)], family)


def fitted(terminal: Terminal, slots: int) -> Terminal:
    """A terminal cut to so many slots at most."""
    return Flat(REST, slots) if slots < min(STUMP, terminal.slots) and isinstance(terminal, Flat) else terminal.cut(slots)
