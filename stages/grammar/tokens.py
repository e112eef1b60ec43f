"""The words of the woodshed grammar: one token a note or rest.

A token has a category against the chord (``melody/categories.py``; R is a rest), an exact duration in quarter notes and, unless
it rests, the signed interval in semitones from the note before: ``C,1/2,+3`` is a chord tone, an eighth, three semitones up; ``R,1`` a
quarter rest. To an improviser a token is two symbols, rhythm first: ``1/2`` then ``C+3``, or ``1`` then ``R``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from stages.melody.quantize import position

REST = "R"
WRITTEN = re.compile(r"(?P<category>[CLSAX]),(?P<duration>\d+(?:/\d+)?),(?P<interval>[+-]\d+)|R,(?P<rest>\d+(?:/\d+)?)")


@dataclass(frozen=True)
class Token:
    """Category (C L S A X, or R), duration in quarter notes, interval in semitones (0 for a rest)."""

    category: str
    duration: Fraction
    interval: int = 0

    def __str__(self) -> str:
        return self.text

    @property
    def rests(self) -> bool:
        """Whether nothing sounds."""
        return self.category == REST

    @cached_property
    def text(self) -> str:
        """The token as it is written; what ``str`` gives."""
        return f"{self.category},{self.duration}" + ("" if self.rests else f",{self.interval:+d}")

    @cached_property
    def symbols(self) -> tuple[str, str]:
        """The token as rhythm and pitch: ``("1/2", "C+3")`` or ``("1", "R")``."""
        return str(self.duration), REST if self.rests else f"{self.category}{self.interval:+d}"

    @classmethod
    @lru_cache(maxsize=1 << 16)
    def parse(cls, text: str) -> "Token":
        """The inverse of ``str``. Raises ValueError for anything that ``str`` does not write."""
        match = WRITTEN.fullmatch(text)
        if match is None:
            raise ValueError(f"token {text!r} not understood; expected CATEGORY,DURATION,INTERVAL such as 'C,1/2,+3', or 'R,1'")
        if match["rest"]:
            return cls(REST, Fraction(match["rest"]))
        return cls(match["category"], Fraction(match["duration"]), int(match["interval"]))


@lru_cache(maxsize=1 << 16)
def token(category: str, slots: int, divisions: int, interval: int) -> Token:
    """The token that lasts so many slots, ``divisions`` a quarter note. The same few thousand come again and again, and each is spelt only once."""
    return Token(category, position(slots, divisions), interval)


def spell(tokens: Iterable[Token]) -> list[str]:
    """Tokens as a row of symbols, two a token."""
    return [symbol for token in tokens for symbol in token.symbols]


def unspell(symbols: list[str]) -> list[Token]:
    """The inverse of ``spell``. Raises ValueError where a rhythm is not followed by a pitch."""
    if len(symbols) % 2:
        raise ValueError(f"expected pairs of rhythm and pitch, found {len(symbols)} symbols")
    return [Token.parse(f"R,{rhythm}" if pitch == REST else f"{pitch[:1]},{rhythm},{pitch[1:]}") for rhythm, pitch in zip(symbols[::2], symbols[1::2])]
