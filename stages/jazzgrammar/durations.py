"""Durations as text <-> slots, 120 a quarter note.

``n`` is an n-th of a whole note and ``n/t`` one of t notes in the time of t - 1, so ``8/3`` is a triplet eighth; each dot adds half of what was added before,
``+`` (or ``u``) ties: ``8=60 4.=180 8/3=40 16/5=24 2.+8/3+32=415``. Nothing at all is an eighth. Every division is one of whole numbers, as in Impro-Visor, whose format this is.
"""

import re
from fractions import Fraction
from functools import lru_cache

from stages.jazzgrammar import JazzGrammarError

BEAT, WHOLE = 120, 480
DEFAULT = 60
DURATION = r"[0-9]{1,6}(?:/[0-9]{1,3})?\.{0,8}(?:[+u][0-9]{1,6}(?:/[0-9]{1,3})?\.{0,8})*"
TERM = re.compile(r"([0-9]+)(?:/([0-9]+))?(\.*)")
# The writer takes as many of each as fit, in two orders; what is marked is taken only where nothing is left over. The last ones are single slots.
SINGLE = ("60", "120", "240", "480")
ORDERS = (("1", "2", "4", "4/5=", "8", "8/5=", "16", "16/5=", "32", "32/5=", "2/3", "4/3", "8/3", "16/3", "32/3", *SINGLE),
          ("2/3", "4/3", "8/3", "16/3", "32/3", "1", "2", "4", "8", "16", "32", *SINGLE))


def nearest_slot(quarters: Fraction) -> int:
    """The slot nearest to a position in quarter notes, of two equally near ones the later."""
    over, under = quarters.as_integer_ratio()
    return (2 * over * BEAT + under) // (2 * under)


@lru_cache(maxsize=4096)
def parse_duration(text: str) -> int:
    """The slots of a duration, 0 or more.

    Raises:
        JazzGrammarError: it is not written as above.
    """
    if not text:
        return DEFAULT
    if not re.fullmatch(DURATION, text):
        raise JazzGrammarError(f"expected a duration such as 8, 4., 8/3 or 2+8, found {text[:60]!r}")
    return sum(_slots(*match) for match in TERM.findall(text))


@lru_cache(maxsize=4096)
def write_duration(slots: int) -> str:
    """The text of a duration of 1 slot or more, the shorter one of two; ``parse_duration`` reads the same slots from it.

    Raises:
        JazzGrammarError: less than one slot.
    """
    if slots < 1:
        raise JazzGrammarError(f"expected a duration of at least 1 slot, found {slots}")
    return min((_greedy(slots, order) for order in ORDERS), key=len)


def _slots(number: str, tuplet: str, dots: str) -> int:
    notes, parts = int(number), int(tuplet or 0)
    if notes == 0 or tuplet and parts == 0:
        return 0
    increment = WHOLE * (parts - 1) // (notes * parts) if tuplet else WHOLE // notes
    total = increment
    for _ in dots:
        increment //= 2
        total += increment
    return total


def _greedy(slots: int, order: tuple[str, ...]) -> str:
    terms = []
    for name in order:
        unit = parse_duration(name.rstrip("="))
        if not name.endswith("="):
            times, slots = divmod(slots, unit)
            terms += [name] * times
        elif slots == unit:
            terms.append(name[:-1])
            slots = 0
    return "+".join(terms)
