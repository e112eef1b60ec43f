"""From a grammar to an abstract melody of a given length: rules are applied, leftmost nonterminal first, until it is filled.

A nonterminal or call such as (P 480) takes one of the rules of its name whose arguments fit, in proportion to their weights at this place of the melody; where a base rule fits,
only base rules. Without a rule it is dropped. A call of the start symbol with 0 or less left to fill is left out of a right side. When nothing is left to apply and the
melody is not full, it goes on with the start symbol. The last terminal is cut to fit.

``faithful``: as Impro-Visor of 2019 does it. Base rules are never taken; the start symbol is called again with what there was to fill in the beginning; a last
terminal that is too long, a whole slope at times, is left out, so that the melody ends early.

Weights know ``(builtin chord-family (major minor7 ...))``, 1 where the chord is of such a family, else 0, and ``(builtin brick ...)``, 0.1: there is no road map. Wrappers:
``(fill BEATS X)`` applies X again and again until so many beats are filled and then forgets what was shared; ``(share N)`` takes the right side that N got when it
was shared before, ``(unshare N)`` for the last time; ``(unshareall)`` forgets all; ``(muse-switch N ((default X) ...))`` is X, for want of the sensor.

Source: Keller & Morrison (2007); the order of the steps, and what is wrong with them, from Impro-Visor.
"""

import operator
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

import numpy as np

from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.durations import BEAT
from stages.jazzgrammar.grammar import JazzGrammar, Rule
from stages.jazzgrammar.sexpr import Atom, Expression
from stages.jazzgrammar.terminals import REST, Flat, Terminal, parse_terminal

BARREN = 1000                     # rules in a row that bring no terminal; a grammar does not need 50
WAITING = 100_000                 # items that wait to be applied
LARGEST = 10**15                  # of an argument
STUMP = 30                        # a flat terminal that the end leaves less than a sixteenth of is a rest
BRICK = 0.1                       # the weight of a brick of a road map, when none says that it is there
T = TypeVar("T")
OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


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
        self._random = generator.random
        self._clock = 0
        self._frames = [_Frame(slots, (grammar.start, slots), [])]
        self._shared: dict[Expression, tuple[Expression, ...]] = {}
        self._plain: dict[Expression, bool] = {}             # whether no rule of a nonterminal has arguments
        self._tables: dict[tuple[str, str], list[float]] = {}

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
                melody.append(terminal if self._faithful else _fitted(terminal, frame.end - self._clock))
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
                self._frames.append(_Frame(min(self._clock + int(self._number(beats) * BEAT), self._frames[-1].end), again, []))
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
        """The right side of the rule that a nonterminal or a call takes; empty without one."""
        name, *given = item if isinstance(item, tuple) and item else (item,)
        rules = self._grammar.by_name.get(name, ()) if isinstance(name, str) else ()
        if name not in self._plain:
            self._plain[name] = bool(rules) and not any(rule.args or rule.base for rule in rules)
        if self._plain[name]:
            weights = self._weights(name, rules)
            return self._drawn(weights, rules).rhs if weights[-1] > 0 else ()
        args = [self._number(arg) if isinstance(arg, tuple) else arg for arg in given]
        fitting = [(rule, bound) for rule in rules if not (rule.base and self._faithful) and (bound := _bound(rule.args, args)) is not None]
        bases = [(rule, bound) for rule, bound in fitting if rule.base and len(rule.args) == len(args)]
        fitting = bases or [(rule, bound) for rule, bound in fitting if not rule.base]
        weights = list(accumulate(max(self._number(rule.weight, bound), 0) for rule, bound in fitting))
        if not weights or weights[-1] <= 0:
            return ()
        rule, bound = self._drawn(weights, fitting)
        return tuple(made for made in (_substituted(item, bound) for item in rule.rhs) if not self._is_over(made))

    def _weights(self, name: str, rules: tuple[Rule, ...]) -> list[float]:
        """The accumulated weights of rules without arguments, which depend on the family of the chord alone."""
        key = name, self._family_at(self._clock)
        if key not in self._tables:
            self._tables[key] = list(accumulate(max(self._number(rule.weight), 0) for rule in rules))
        return self._tables[key]

    def _drawn(self, weights: list[float], options: Sequence[T]) -> T:
        """One of the options, in proportion to their weights, which are accumulated."""
        return options[min(bisect_right(weights, self._random() * weights[-1]), bisect_left(weights, weights[-1]))]

    def _is_over(self, item: Expression) -> bool:
        """Whether an item is a call of the start symbol with nothing left to fill."""
        return isinstance(item, tuple) and len(item) == 2 and item[0] == self._grammar.start and not isinstance(item[1], str) and self._number(item[1]) <= 0

    def _number(self, expression: Expression, bound: Mapping[str, Atom] = {}) -> float:
        """What an expression is worth at this place."""
        match expression:
            case int() | float():
                return expression
            case str() if expression in bound:
                return self._number(bound[expression])
            case ("builtin", "chord-family", tuple(families)):
                return int(self._family_at(self._clock) in families)
            case ("builtin", "brick", _):
                return BRICK
            case (str(sign), left, right) if sign in OPERATORS:
                return _result(sign, self._number(left, bound), self._number(right, bound))
        raise JazzGrammarError(f"expected a number, (+ - * / A B), (builtin chord-family (...)) or (builtin brick NAME), found {expression!r:.80}")


def _fitted(terminal: Terminal, slots: int) -> Terminal:
    """A terminal cut to so many slots at most."""
    fitted = terminal.cut(slots)
    return Flat(REST, slots) if slots < min(STUMP, terminal.slots) and isinstance(terminal, Flat) else fitted


def _bound(wanted: tuple[Expression, ...], given: list[Atom]) -> dict[str, Atom] | None:
    """What the arguments of a left side stand for in a call; None if it does not fit. Arguments that one of them has more are not looked at."""
    bound: dict[str, Atom] = {}
    for one, other in zip(wanted, given):
        if isinstance(one, str) and not isinstance(other, str):
            if bound.setdefault(one, other) != other:
                return None
        elif one != other:
            return None
    return bound


def _substituted(item: Expression, bound: Mapping[str, Atom]) -> Expression:
    if isinstance(item, tuple):
        return tuple(_substituted(part, bound) for part in item)
    return bound.get(item, item) if isinstance(item, str) else item


def _result(sign: str, left: float, right: float) -> float:
    if sign == "/" and right == 0:
        raise JazzGrammarError(f"expected a divisor other than 0, found (/ {left} 0)")
    value = OPERATORS[sign](left, right)
    if abs(value) > LARGEST:
        raise JazzGrammarError(f"expected numbers up to {LARGEST}, found ({sign} {left} {right})")
    return int(value) if isinstance(value, float) and value.is_integer() else value
