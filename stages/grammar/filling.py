"""What may come next, so that a take fills its chart exactly, to the beat.

An improviser proposes symbols; a filling says at each step which ones are allowed. It never leaves a rest of the chart that the durations
of the vocabulary cannot fill: which lengths they can fill is known in advance (the coin change problem, by dynamic programming).
"""

from fractions import Fraction
from math import lcm

import numpy as np

from stages.grammar import GrammarError
from stages.grammar.tokens import REST
from stages.grammar.vocabulary import Vocabulary
from stages.harmony.changes import Changes
from stages.melody.categories import APPROACH, CHORD, COLOUR


class Count:
    """A take of so many symbols, each of them allowed anywhere (the notebook's 50 values)."""

    def __init__(self, symbols: int, n_values: int):
        self.left, self._all = symbols, np.ones(n_values, dtype=bool)

    @property
    def full(self) -> bool:
        """Whether the take is complete."""
        return self.left == 0

    def allowed(self) -> np.ndarray:
        """Booleans (V,): the symbols that may come next."""
        return self._all

    def push(self, symbol: int) -> None:
        """Take the next symbol."""
        self.left -= 1


class Filling:
    """A take of the woodshed grammar over one chart.

    Rhythm and pitch alternate; durations end with the chart; a rest does not cross a bar line; an approach tone is followed at once by
    a chord or colour tone a semitone away.

    Raises:
        GrammarError: the durations of the vocabulary cannot fill the chart.
    """

    def __init__(self, changes: Changes, vocabulary: Vocabulary):
        self._durations = {index: Fraction(symbol) for index, symbol in enumerate(vocabulary.symbols) if symbol[0].isdigit()}
        # Everything in whole units, the longest that all durations and the chart are multiples of.
        self._unit = lcm(*(length.denominator for length in [*self._durations.values(), changes.length, changes.bar_length]))
        self._ticks = np.array([int(self._durations.get(index, 0) * self._unit) for index in range(len(vocabulary))])
        self._bar = int(changes.bar_length * self._unit)
        self._end, self._clock, self._chosen = int(changes.length * self._unit), 0, None
        self._fillable = _fillable(sorted({int(ticks) for ticks in self._ticks if ticks}), self._end)
        self._rest = np.array([symbol == REST for symbol in vocabulary.symbols])
        self._pitch = self._ticks == 0
        self._approach = np.array([symbol[0] == APPROACH for symbol in vocabulary.symbols])
        self._resolution = np.array([symbol[0] in (CHORD, COLOUR) and symbol[1:] in ("+1", "-1") for symbol in vocabulary.symbols])
        self._after_approach = False
        if not self._fillable[self._end]:
            raise GrammarError(f"the durations of the corpus cannot fill a chart of {changes.length} quarter notes")

    @property
    def full(self) -> bool:
        """Whether the take is complete."""
        return self._clock == self._end

    def allowed(self) -> np.ndarray:
        """Booleans (V,): the symbols that may come next."""
        if self._chosen is None:
            left = self._end - self._clock - self._ticks
            return (self._ticks > 0) & (left >= 0) & self._fillable[np.maximum(left, 0)]
        if self._after_approach and self._resolution.any():
            return self._resolution
        end = self._clock + self._chosen
        crosses = self._clock // self._bar != (end - 1) // self._bar
        allowed = self._pitch & ~self._rest if crosses else self._pitch
        return allowed & ~self._approach if end == self._end else allowed

    def push(self, symbol: int) -> None:
        """Take the next symbol, one of the allowed ones."""
        if self._chosen is None:
            self._chosen = int(self._ticks[symbol])
        else:
            self._clock, self._chosen = self._clock + self._chosen, None
            self._after_approach = bool(self._approach[symbol])


def _fillable(coins: list[int], total: int) -> np.ndarray:
    """Booleans (total + 1,): whether a length is a sum of coins."""
    fillable = [True] + [False] * total
    for length in range(1, total + 1):
        fillable[length] = any(coin <= length and fillable[length - coin] for coin in coins)
    return np.array(fillable)
