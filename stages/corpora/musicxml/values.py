"""Numbers, note values and metres of MusicXML, out of texts of any kind.

Conventions: time is counted in ticks, TICKS a quarter note, so many that every note value down to a 1024th and every tuplet of up to 16 notes is a whole
number of them; others are rounded, and ``quarters`` finds the fraction that was meant.
"""

import re
from fractions import Fraction
from functools import lru_cache
from xml.etree.ElementTree import Element

from stages.corpora.errors import CorpusError

TICKS = 2**12 * 3**3 * 5 * 7 * 11 * 13
PLAIN = 4096                    # a denominator beyond this is rounding
DECIMAL = re.compile(r"[+-]?\d{1,12}(?:\.\d{0,9})?", re.ASCII)
NAMES = ("1024th", "512th", "256th", "128th", "64th", "32nd", "16th", "eighth", "quarter", "half", "whole", "breve", "long", "maxima")
VALUES = {name: TICKS * 2**power // 256 for power, name in enumerate(NAMES)}
UNITS = ("1", "2", "4", "8", "16", "32", "64")             # of a metre
MOST_BEATS = 256                # of one measure
MOST_DOTS = 4
LARGEST_TUPLET = 1000


@lru_cache(maxsize=1 << 16)
def quarters(ticks: int) -> Fraction:
    """So many ticks in quarter notes."""
    found = Fraction(ticks, TICKS)
    return found if found.denominator <= PLAIN else found.limit_denominator(PLAIN)


def rounded(over: int, under: int) -> int:
    """The integer nearest to over / under, halves upwards."""
    return (2 * over + under) // (2 * under)


@lru_cache(maxsize=4096)
def number(text: str | None) -> int | Fraction | None:
    """An integer where it is one, else a fraction; None for what is neither or has more than twelve digits."""
    match = DECIMAL.fullmatch(text.strip()) if text is not None and len(text) < 60 else None
    if match is None:
        return None
    found = Fraction(match[0].rstrip("."))
    return found.numerator if found.denominator == 1 else found


def nominal(element: Element) -> int | None:
    """What a ``note`` element lasts by its note value, dots and tuplet, in ticks; None without a value."""
    value = VALUES.get((element.findtext("type") or "").strip())
    if value is None:
        return None
    dots = 2 ** min(len(element.findall("dot")), MOST_DOTS)
    value = value * (2 * dots - 1) // dots
    tuplet = element.find("time-modification")
    if tuplet is None:
        return value
    actual, normal = number(tuplet.findtext("actual-notes")), number(tuplet.findtext("normal-notes"))
    if not all(isinstance(count, int) and 0 < count <= LARGEST_TUPLET for count in (actual, normal)):
        return value
    return rounded(value * normal, actual)


def metre_of(element: Element) -> tuple[int, int] | None:
    """Beats and unit of a ``time`` element; 3+2/8 and pairs such as 2/4 + 3/8 are added up. None for a time without metre.

    Raises:
        CorpusError: no such metre.
    """
    counts, units = [(child.text or "").strip() for child in element.iterfind("beats")], [(child.text or "").strip() for child in element.iterfind("beat-type")]
    if not counts and element.find("senza-misura") is not None:
        return None
    beats = [[number(term) for term in count.split("+", 20)] for count in counts]
    if not counts or len(counts) != len(units) or any(unit not in UNITS for unit in units) or any(not isinstance(term, int) for terms in beats for term in terms):
        raise CorpusError(f"expected a metre such as 3 beats of type 4, found {' '.join(counts)[:30]!r} and {' '.join(units)[:30]!r}")
    unit = max(map(int, units))
    total = sum(sum(terms) * unit // int(name) for terms, name in zip(beats, units))
    if not 1 <= total <= MOST_BEATS:
        raise CorpusError(f"expected a metre of 1 to {MOST_BEATS} beats, found {total}")
    return total, unit


def ties(element: Element) -> tuple[bool, bool]:
    """Whether a tie stops, starts at a ``note`` element. The tie that sounds counts; where there is none, the one that is drawn."""
    kinds = {tie.get("type") for tie in element.iterfind("tie")} or {tie.get("type") for tie in element.iterfind("notations/tied")}
    return "stop" in kinds or "continue" in kinds, "start" in kinds or "continue" in kinds
