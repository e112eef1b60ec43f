"""The woodshed grammar as the stages use it; ``grammar/seed.py`` offers the same names.

Solo -> measures of written tokens -> symbols -> windows, and back: symbols -> Solo. See ``tokens.py``, ``abstract.py``, ``realize.py``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from annotated_types import Ge

from stages.grammar import GrammarError
from stages.grammar import contexts as places
from stages.grammar.abstract import bars
from stages.grammar.alphabet import alphabet, consistent, pitched
from stages.grammar.filling import Filling, Placement, placements
from stages.grammar.limits import NONE, Limited, Limits
from stages.grammar.realize import realize
from stages.grammar.tokens import Token, spell, unspell
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import Windows, cut
from stages.harmony.changes import Changes
from stages.melody.solo import Solo

__all__ = ["Params", "alphabet", "consistent", "constraint", "contexts", "habits", "measures", "perform", "pitched", "symbols", "tokens", "windows"]


@dataclass(frozen=True)
class Params:
    """window: symbols a training window (two a token); hop: symbols from one window to the next."""

    window: Annotated[int, Ge(2)]
    hop: Annotated[int, Ge(1)]


def measures(solo: Solo) -> list[list[str]]:
    """The tokens of a solo as text, by bar. Raises GrammarError where two notes sound at once."""
    return [[token.text for token in bar] for bar in bars(solo)]


def symbols(tokens: list[str]) -> list[str]:
    """What an improviser learns for these tokens: two symbols a token."""
    return spell(map(Token.parse, tokens))


def tokens(symbols: list[str], params: Params) -> list[str]:
    """The inverse of ``symbols``, whatever the params."""
    return [str(token) for token in unspell(symbols)]


def windows(sequences: Iterable[np.ndarray], params: Params) -> Iterator[Windows]:
    """Training windows of encoded solos, some at a time. Raises GrammarError for a hop beyond the window, or solos shorter than one window."""
    if params.hop > params.window:
        raise GrammarError(f"expected grammar.woodshed.hop to be at most the window of {params.window} symbols, found {params.hop}; symbols between two windows would not be learnt")
    total = 0
    for found in cut(sequences, params.window, params.hop):
        total += np.count_nonzero(found.targets >= 0)
        yield found
    if total < params.window:
        raise GrammarError(f"expected at least one window of {params.window} symbols (grammar.woodshed.window), found {total} in the tunes to train on; add solos or shorten it")


def habits(solos: list[list[str]]) -> frozenset[Placement]:
    """What the constraint must know of the solos learnt from, each a row of symbols: where in the beat they begin which duration."""
    return placements([unspell(symbols) for symbols in solos])


def contexts(tokens: list[str], solo: Solo) -> np.ndarray:
    """What is known of the place of each symbol of a solo, given as its tokens: int16 (2 tokens, F), see ``contexts.py``."""
    return np.repeat(places.contexts([Token.parse(token) for token in tokens], solo.changes, solo.tempo), 2, axis=0)


def constraint(charts: list[Solo], vocabulary: Vocabulary, habits: frozenset[Placement], compass: tuple[int, int], params: Params, limits: Limits = NONE,
               generators: Sequence[np.random.Generator] = ()) -> Filling:
    """What keeps takes, each over its chart, in harmony, in time, in the compass and within limits; it leaves nothing to the generators. Raises GrammarError where the durations of the corpus cannot fill one."""
    return Filling(charts, vocabulary, habits, compass) if limits == NONE else Limited(charts, vocabulary, habits, compass, limits)


def perform(tokens: list[str], changes: Changes, compass: tuple[int, int], generator: np.random.Generator) -> Solo:
    """The solo of a take; nothing is left to chance, so the generator is not used."""
    return realize([Token.parse(token) for token in tokens], changes, compass)
