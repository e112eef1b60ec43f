"""Which rules an item of a melody can be replaced by, and how likely each is.

Of the rules of its name those whose arguments fit, in proportion to their weights over the chord that sounds there; where a base rule fits, only base rules. A
call of the start symbol with 0 or less left to fill is left out of a right side. ``faithful``: base rules are never taken.

Weights are numbers, arguments, ``(+ - * / A B)``, ``(builtin chord-family (major minor7 ...))``, 1 where the chord is of such a family, else 0, and ``(builtin
brick ...)``, 0.1: there is no road map.
"""

import operator
from collections.abc import Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import TypeAlias

from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.grammar import JazzGrammar, Rule
from stages.jazzgrammar.sexpr import Atom, Expression

LARGEST = 10**15                  # of an argument
BRICK = 0.1                       # the weight of a brick of a road map, when none says that it is there
OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
Bound: TypeAlias = Mapping[str, Atom]             # what the arguments of a left side stand for
NOTHING: Bound = MappingProxyType({})


class Rules:
    """The rules of a grammar, by what they can be applied to."""

    def __init__(self, grammar: JazzGrammar, faithful: bool = False):
        self._grammar, self._faithful = grammar, faithful
        self._known: dict[tuple[Expression, str], tuple[list[float], Sequence[tuple[Rule, Bound]]]] = {}

    def options(self, item: Expression, family: str) -> tuple[list[float], Sequence[tuple[Rule, Bound]]]:
        """The weights, accumulated, of the rules that an item can take where a chord of this family sounds, and these rules with their arguments. Without one,
        both are empty.

        Raises:
            JazzGrammarError: an argument or weight that is no number.
        """
        if (item, family) not in self._known:
            self._known[item, family] = self._options(item, family)
        return self._known[item, family]

    def right_side(self, option: tuple[Rule, Bound], family: str) -> tuple[Expression, ...]:
        """What a rule makes of an item."""
        rule, bound = option
        made = (_substituted(item, bound) for item in rule.rhs) if bound else rule.rhs
        return tuple(item for item in made if not self._is_over(item, family))

    def number(self, expression: Expression, family: str, bound: Bound = NOTHING) -> float:
        """What an expression is worth where a chord of this family sounds.

        Raises:
            JazzGrammarError: it is none of the above.
        """
        match expression:
            case int() | float():
                return expression
            case str() if expression in bound:
                return self.number(bound[expression], family)
            case ("builtin", "chord-family", tuple(families)):
                return int(family in families)
            case ("builtin", "brick", _):
                return BRICK
            case (str(sign), left, right) if sign in OPERATORS:
                return _result(sign, self.number(left, family, bound), self.number(right, family, bound))
        raise JazzGrammarError(f"expected a number, (+ - * / A B), (builtin chord-family (...)) or (builtin brick NAME), found {expression!r:.80}")

    def _options(self, item: Expression, family: str) -> tuple[list[float], Sequence[tuple[Rule, Bound]]]:
        name, *given = item if isinstance(item, tuple) and item else (item,)
        rules = self._grammar.by_name.get(name, ()) if isinstance(name, str) else ()
        args = [self.number(arg, family) if isinstance(arg, tuple) and rules else arg for arg in given]
        fitting = [(rule, bound) for rule in rules if not (rule.base and self._faithful) and (bound := _bound(rule.args, args)) is not None]
        bases = [(rule, bound) for rule, bound in fitting if rule.base and len(rule.args) == len(args)]
        weighed = [(self.number(rule.weight, family, bound), (rule, bound)) for rule, bound in bases or fitting if bases or not rule.base]
        chosen = [(weight, option) for weight, option in weighed if weight > 0]
        return list(accumulate(weight for weight, _ in chosen)), [option for _, option in chosen]

    def _is_over(self, item: Expression, family: str) -> bool:
        """Whether an item is a call of the start symbol with nothing left to fill."""
        return isinstance(item, tuple) and len(item) == 2 and item[0] == self._grammar.start and not isinstance(item[1], str) and self.number(item[1], family) <= 0


def _bound(wanted: tuple[Expression, ...], given: list[Atom]) -> Bound | None:
    """What the arguments of a left side stand for in a call; None if it does not fit. Arguments that one of them has more are not looked at."""
    bound: dict[str, Atom] = {}
    for one, other in zip(wanted, given):
        if isinstance(one, str) and not isinstance(other, str):
            if bound.setdefault(one, other) != other:
                return None
        elif one != other:
            return None
    return bound


def _substituted(item: Expression, bound: Bound) -> Expression:
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
