"""The terminals of a jazz grammar: what an abstract melody is made of.

A flat terminal is a letter and a duration, ``C8``; its letter says which notes may stand there:

| C | L | S | H | A | X | Y | R |
|---|---|---|---|---|---|---|---|
| chord tone | colour tone | scale tone | any of these | a semitone from the next note | any note | a semitone above one of these | rest |

Structured ones: ``(slope MIN MAX C8 A8 ...)``, flat terminals of which each lies MIN to MAX semitones above the note before; ``(X b3 8)``, a degree of the chord
(1 is its root) and a duration; ``(triadic 2 8)``, so long, in eighths, triad after triad; ``(C8)``, the same as ``C8``. All else is a nonterminal.
"""

import re
from typing import NamedTuple, TypeAlias

from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.durations import DURATION, parse_duration
from stages.jazzgrammar.sexpr import Expression

REST = "R"
FLAT = re.compile(f"([ACHLRSXY])({DURATION})")
DEGREE = re.compile(r"([b#]{0,4})(-?[0-9]{1,2})")
TRIAD_UNITS = (30, 20, 60, 40)                 # the durations that triads come in: 16, 16/3, 8, 8/3
WIDEST = 48                                    # semitones of a slope


class Flat(NamedTuple):
    """A letter and slots."""

    letter: str
    slots: int

    def cut(self, slots: int) -> "Flat":
        """The first so many slots of it."""
        return self._replace(slots=min(slots, self.slots))


class Slope(NamedTuple):
    """Flat terminals, each low to high semitones above the note before."""

    low: int
    high: int
    parts: tuple[Flat, ...]

    @property
    def slots(self) -> int:
        """Of all parts."""
        return sum(part.slots for part in self.parts)

    def cut(self, slots: int) -> "Slope":
        """The first so many slots of it."""
        parts = []
        for part in self.parts:
            parts.append(part.cut(slots))
            slots -= parts[-1].slots
        return self._replace(parts=tuple(part for part in parts if part.slots))


class Degree(NamedTuple):
    """A degree of the chord: 1 to 7 and on into the octaves above, -1 for the seventh below; with semitones up (sharps) or down."""

    number: int
    accidentals: int
    slots: int

    def cut(self, slots: int) -> "Degree":
        """The first so many slots of it."""
        return self._replace(slots=min(slots, self.slots))


class Triadic(NamedTuple):
    """Triads in notes of ``unit`` slots."""

    slots: int
    unit: int

    def cut(self, slots: int) -> "Triadic":
        """The first so many slots of it."""
        return self._replace(slots=min(slots, self.slots))


Terminal: TypeAlias = Flat | Slope | Degree | Triadic


def parse_terminal(item: Expression) -> Terminal | None:
    """What an item of a right side is; None for a nonterminal or a wrapper.

    Raises:
        JazzGrammarError: a structured terminal that is not written as above, or a duration without slots.
    """
    match item:
        case str():
            return _flat(item)
        case ("slope", *_):
            return _slope(item)
        case (str(only),):
            return _flat(only)
        case ("X", degree, duration):
            return Degree(*_degree(degree, item), _duration(duration, item))
        case ("triadic", total, unit):
            if (slots := _duration(unit, item)) not in TRIAD_UNITS:
                raise JazzGrammarError(f"expected (triadic TOTAL UNIT) with a unit of 16, 16/3, 8 or 8/3, found {item!r:.80}")
            return Triadic(_duration(total, item), slots)
    return None


def _flat(text: str) -> Flat | None:
    match = FLAT.fullmatch(text)
    if match is None:
        return None
    slots = parse_duration(match[2])
    if slots == 0:
        raise JazzGrammarError(f"expected a duration of at least one slot (a 480th of a whole note), found {text[:60]!r}")
    return Flat(match[1], slots)


def _slope(item: tuple[Expression, ...]) -> Slope:
    parts = tuple(_flat(part) if isinstance(part, str) else None for part in item[3:])
    low, high = item[1:3] if len(item) > 3 else (None, None)
    if None in parts or type(low) is not int or type(high) is not int or max(abs(low), abs(high)) > WIDEST:
        raise JazzGrammarError(f"expected (slope MIN MAX C8 ...) with whole numbers of at most {WIDEST} semitones and flat terminals, found {item!r:.80}")
    return Slope(min(low, high), max(low, high), parts)


def _degree(degree: Expression, item: Expression) -> tuple[int, int]:
    match = DEGREE.fullmatch(str(degree)) if not isinstance(degree, tuple | float) else None
    if match is None or int(match[2]) == 0:
        raise JazzGrammarError(f"expected (X DEGREE DURATION) with a degree such as 5, b3 or #11, found {item!r:.80}")
    return int(match[2]), match[1].count("#") - match[1].count("b")


def _duration(duration: Expression, item: Expression) -> int:
    # "4." is read as the number 4.0: a number with a point is a dotted duration. The original takes such an item for a nonterminal without a rule.
    text = f"{duration:g}." if isinstance(duration, float) else "" if isinstance(duration, tuple) else str(duration)
    slots = parse_duration(text) if re.fullmatch(DURATION, text) else 0
    if slots == 0:
        raise JazzGrammarError(f"expected a duration such as 8, 8/3 or 2+8 of at least one slot in {item!r:.80}")
    return slots
