"""What may come next, so that a take fills its chart exactly, to the beat, and stays in time.

An improviser proposes symbols; a filling says at each step which ones are allowed. A duration is allowed where in a beat the soloists of the corpus
have begun it, so that a line never slips beside the beat and a triplet is never left half. And no rest of the chart remains that such durations cannot
fill: from where the end can be reached is known in advance (the coin change problem, by dynamic programming).
"""

from collections import Counter
from fractions import Fraction
from math import lcm

import numpy as np

from stages.grammar import GrammarError
from stages.grammar.tokens import REST, Token
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


RARE = 0.02                                # a place in the beat is rare where less than this share of all notes and rests begins
Placement = tuple[Fraction, Fraction]      # where in a quarter note a note or rest begins, and its duration


def placements(solos: list[list[Token]]) -> frozenset[Placement]:
    """Where in the beat each duration begins in some solos, each a list of tokens from its first bar on.

    A place that is rare in the corpus (a played note a little beside the beat) is passed through: what begins there must end in a usual
    place, or a take that has once come beside the beat would stay there.
    """
    found, places = set(), Counter()
    for tokens in solos:
        clock = Fraction(0)
        for token in tokens:
            found.add((clock % 1, token.duration))
            places[clock % 1] += 1
            clock += token.duration
    usual = RARE * places.total()
    return frozenset((place, duration) for place, duration in found if max(places[place], places[(place + duration) % 1]) >= usual)


class Filling:
    """A take of the woodshed grammar over one chart.

    Rhythm and pitch alternate; durations are placed as in the corpus and end with the chart; a rest does not cross a bar line; an approach tone
    is followed at once by a chord or colour tone a semitone away.

    Raises:
        GrammarError: durations so placed cannot fill the chart.
    """

    def __init__(self, changes: Changes, vocabulary: Vocabulary, placed: frozenset[Placement]):
        durations = [Fraction(symbol) if symbol[0].isdigit() else Fraction(0) for symbol in vocabulary.symbols]
        bar_lines = [changes.bar_line(bar) for bar in range(changes.bars)]
        # Everything in whole ticks, the longest that all durations and the chart are multiples of.
        self._beat = lcm(*(length.denominator for length in [*durations, changes.length, *bar_lines]))
        self._ticks = np.array([int(duration * self._beat) for duration in durations])
        self._end = int(changes.length * self._beat)
        self._bar = np.searchsorted([int(line * self._beat) for line in bar_lines], np.arange(self._end), side="right")     # of every tick
        self._placed = np.array([[(Fraction(tick, self._beat), duration) in placed for duration in durations] for tick in range(self._beat)])
        self._open = self._reachable()
        self._clock, self._chosen, self._after_approach = 0, None, False
        self._rest = np.array([symbol == REST for symbol in vocabulary.symbols])
        self._approach = np.array([symbol[0] == APPROACH for symbol in vocabulary.symbols])
        self._resolution = np.array([symbol[0] in (CHORD, COLOUR) and symbol[1:] in ("+1", "-1") for symbol in vocabulary.symbols])
        if not self._open[0]:
            raise GrammarError(f"the durations of the corpus cannot fill a chart of {changes.length} quarter notes")

    @property
    def full(self) -> bool:
        """Whether the take is complete."""
        return self._clock == self._end

    def allowed(self) -> np.ndarray:
        """Booleans (V,): the symbols that may come next."""
        if self._chosen is None:
            return self._onward(self._clock, self._open)
        if self._after_approach and self._resolution.any():
            return self._resolution
        end = self._clock + self._chosen
        crosses = self._bar[self._clock] != self._bar[end - 1]
        allowed = (self._ticks == 0) & ~self._rest if crosses else self._ticks == 0
        return allowed & ~self._approach if end == self._end else allowed

    def push(self, symbol: int) -> None:
        """Take the next symbol, one of the allowed ones."""
        if self._chosen is None:
            self._chosen = int(self._ticks[symbol])
        else:
            self._clock, self._chosen = self._clock + self._chosen, None
            self._after_approach = bool(self._approach[symbol])

    def _onward(self, clock: int, reachable: np.ndarray) -> np.ndarray:
        """Booleans (V,): the durations that may begin here and lead to somewhere open."""
        after = clock + self._ticks
        return self._placed[clock % self._beat] & (after <= self._end) & reachable[np.minimum(after, self._end)]

    def _reachable(self) -> np.ndarray:
        """Booleans (end + 1,): from which ticks the end can be reached."""
        reachable = np.zeros(self._end + 1, dtype=bool)
        reachable[self._end] = True
        for clock in reversed(range(self._end)):
            reachable[clock] = self._onward(clock, reachable).any()
        return reachable
