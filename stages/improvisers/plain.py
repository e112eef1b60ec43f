"""N-grams over symbols alone, whatever they mean: the next symbol given those before it, see ``backoff.py``. NOTHING (-1) stands before the first.

They hear no chords. Of the woodshed grammar they are the baselines ``unigram`` and ``trigram``, which every other improviser must beat; of the seed grammar,
whose values say nothing of themselves, ``ngram`` is one of them too.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from stages.experiment import artifacts
from stages.grammar.windows import NOTHING, Lessons
from stages.improvisers.backoff import SMOOTHINGS, Backoff, Smoothing

FILE = "counts.npz"


@dataclass(frozen=True, eq=False)
class Plain:
    """Counts of what followed what.

    Args:
        order: how many symbols before it a symbol depends on, W.
        counted: the symbols behind the W before, the newest first.
    """

    order: int
    counted: Backoff

    def start(self, takes: int) -> np.ndarray:
        """The state before the first symbols of some takes: the symbols before, the newest first (B, W)."""
        return np.full((takes, self.order), NOTHING)

    def step(self, state: np.ndarray, symbols: np.ndarray, contexts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Log-probabilities (B, V) in nats of what follows the symbols (B,) (-1: nothing yet), and the next state; contexts are not looked at."""
        state = np.column_stack([symbols, state])[:, :self.order]
        return np.log(self.counted.probabilities(state)), state

    def keep(self, state: np.ndarray, takes: np.ndarray) -> np.ndarray:
        """The state of some of the takes, booleans (B,)."""
        return state[takes]

    def log_probabilities(self, solos: Sequence[np.ndarray], contexts: Sequence[np.ndarray]) -> Iterator[np.ndarray]:
        """Of solos, each given as its T symbols and their contexts (T, F), one after the other: log-probabilities in nats of what stands at each place, given the symbols before it, float64 (T, V)."""
        return (np.log(self.counted.probabilities(before(symbols, self.order))) for symbols in solos)

    def write(self, folder: Path) -> None:
        """``counts.npz``: the rows that were counted and how often, in sorted order, and three numbers."""
        numbers = {"n_values": self.counted.n_outcomes, "order": self.order, "smoothing": SMOOTHINGS.index(self.counted.smoothing)}
        artifacts.write_arrays(folder / FILE, rows=self.counted.rows, counts=self.counted.counts, **{name: np.array(number) for name, number in numbers.items()})

    @classmethod
    def read(cls, folder: Path) -> "Plain":
        """The inverse of ``write``."""
        with np.load(folder / FILE) as file:
            return cls(int(file["order"]), Backoff(file["rows"], file["counts"], int(file["n_values"]), SMOOTHINGS[file["smoothing"]]))


def before(values: np.ndarray, order: int) -> np.ndarray:
    """The values before each of n, the newest first, NOTHING where there are none: (n, order)."""
    padded = np.concatenate([np.full(order, NOTHING), values])
    return np.column_stack([padded[order - back:len(padded) - back] for back in range(1, order + 1)]) if order else np.zeros((len(values), 0), int)


def count(solos: tuple[np.ndarray, ...], n_values: int, order: int, smoothing: Smoothing) -> Plain:
    """The n-grams of some solos, each an integer array (T,)."""
    rows = np.concatenate([before(solo, order) for solo in solos])
    return Plain(order, Backoff.count(rows, np.concatenate(solos), n_values, smoothing))


def losses(model, lessons: Lessons, report: Callable[[dict], None]) -> list[dict]:
    """The one epoch of counting, in nats a symbol; the validation loss is None where no tune is kept for it.

    Args:
        model: any improviser. report: called with it.
    """
    found = {"epoch": 1, "loss": _loss(model, lessons.train, lessons.train_contexts), "validation_loss": _loss(model, lessons.validation, lessons.validation_contexts)}
    report(found)
    return [found]


def _loss(model, solos: tuple[np.ndarray, ...], contexts: tuple[np.ndarray, ...]) -> float | None:
    found = [given[np.arange(len(solo)), solo] for solo, given in zip(solos, model.log_probabilities(solos, contexts), strict=True)]
    return -float(np.concatenate(found).mean()) if solos else None
