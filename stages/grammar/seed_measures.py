"""Takes as deepjazz lets them grow: measure by measure, each with values of its own.

Before each measure the improviser hears a random window of its corpus, 20 values in a row; one that looks back no further, such as deepjazz, knows nothing of the measure before. The first value must be a note without bracket, and the
measure ends with the value that makes it longer than 4.1 quarter notes; nothing is cut off. (A first value that is none is drawn again in the original, a thousand times, and then taken from a
measure of the corpus; this is the same in proportion, without an end to the draws.)

Source: deepjazz (Ji-Sung Kim, 2016; generator.py).
"""

import numpy as np

from stages.grammar import GrammarError
from stages.grammar.vocabulary import Vocabulary

BAR = "|"                       # stands before each measure of a take
HEARD = 20                      # values before a measure
LONGEST = 4100                  # thousandths of a quarter note that a measure lasts before its last value


def thousandths(value: str) -> int:
    """How long a value lasts."""
    return round(1000 * float(value.split(",")[1]))


def barred(values: list[str]) -> list[str]:
    """The values of a take with BAR before each measure."""
    found, length = [], LONGEST + 1
    for value in values:
        if length > LONGEST:
            found.append(BAR)
            length = 0
        found.append(value)
        length += thousandths(value)
    return found


def measures_of(barred: list[str]) -> list[list[str]]:
    """The values of each measure, without the bars."""
    places = [place for place, value in enumerate(barred) if value == BAR]
    return [barred[first + 1:end] for first, end in zip(places, [*places[1:], len(barred)])]


class Measures:
    """Takes of so many measures (``improvisers/choosing.py``: Constraint).

    Args:
        measures: of each take, (B,). corpus: the values learnt from, in a row. generators: one a take; it draws the windows that are heard.

    Raises:
        GrammarError: a corpus of no more than one window.
    """

    def __init__(self, measures: list[int], vocabulary: Vocabulary, corpus: list[str], generators: list[np.random.Generator]):
        if len(corpus) <= HEARD:
            raise GrammarError(f"grammar.seed.program: deepjazz expects more than {HEARD} values to learn from, found {len(corpus)}; add solos")
        self._left, self._corpus, self._generators = np.array(measures), vocabulary.encode(corpus), generators
        self._lengths = np.array([thousandths(value) for value in vocabulary.symbols])
        self._first = np.array([value.count(",") == 1 and not value.startswith("R") for value in vocabulary.symbols])
        self._heard, self._length = np.zeros((2, len(measures)), int)
        self._windows = np.stack([self._window(generator) for generator in generators])

    @property
    def full(self) -> np.ndarray:
        """Which takes are complete: booleans (B,)."""
        return self._left == 0

    @property
    def only_heard(self) -> np.ndarray:
        """Whether the next symbol belongs to no take, but is only heard: booleans (B,)."""
        return self._heard < HEARD

    def contexts(self) -> np.ndarray:
        """The seed knows nothing of the place where its next value stands: int16 (B, 0)."""
        return np.zeros((len(self._left), 0), np.int16)

    def allowed(self) -> np.ndarray:
        """Booleans (B, V): the symbols that may come next."""
        given = self._windows[np.arange(len(self._left)), np.minimum(self._heard, HEARD - 1)]
        heard = np.arange(len(self._lengths)) == given[:, None]
        return np.where(self.only_heard[:, None], heard, self._first | (self._length > 0)[:, None])

    def push(self, symbols: np.ndarray) -> None:
        """Take the next symbols (B,)."""
        playing = ~self.only_heard & ~self.full
        self._length = np.where(playing, self._length + self._lengths[symbols], self._length)
        ended = playing & (self._length > LONGEST)
        self._left, self._length = self._left - ended, np.where(ended, 0, self._length)
        self._heard = np.where(ended, 0, np.minimum(self._heard + 1, HEARD))
        for take in np.flatnonzero(ended):
            self._windows[take] = self._window(self._generators[take])

    def _window(self, generator: np.random.Generator) -> np.ndarray:
        start = int(generator.integers(len(self._corpus) - HEARD))
        return self._corpus[start:start + HEARD]
