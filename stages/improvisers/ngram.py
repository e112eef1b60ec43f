"""N-grams with Witten-Bell smoothing: the baselines that every other improviser must beat.

The probability of a symbol is interpolated over contexts of 0 to ``context`` symbols. Behind a context h that was seen c(h) times with T(h)
different continuations,

    P(w | h) = (c(h, w) + T(h) P(w | h')) / (c(h) + T(h)),

where h' is h without its oldest symbol; below the empty context lies the uniform distribution over the V symbols, and a context never
seen is skipped. Source: Witten & Bell (1991), interpolated as in Chen & Goodman, "An Empirical Study of Smoothing Techniques" (1998), 2.6.

A unigram has no context, a trigram the two tokens before. NOTHING (-1) stands before the first symbol.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
from annotated_types import Ge, Le

from stages.experiment import artifacts
from stages.grammar.windows import Lessons


@dataclass(frozen=True)
class Params:
    """context: how many symbols before it a symbol depends on, 0 to 32."""

    context: Annotated[int, Ge(0), Le(32)]


class NGram:
    """Counts of what followed what.

    Args:
        counts: for each context (a tuple of integers, the newest last): the symbols seen behind it and how often.
        n_values: V, the size of the alphabet.
    """

    def __init__(self, counts: dict[tuple[int, ...], dict[int, int]], n_values: int, context: int):
        self.n_values, self.context = n_values, context
        self._counts = {key: (np.array(sorted(seen)), np.array([seen[symbol] for symbol in sorted(seen)], dtype=float)) for key, seen in counts.items()}

    def start(self, takes: int) -> list[tuple[int, ...]]:
        """The states before the first symbols of some takes: the context of each."""
        return [()] * takes

    def step(self, state: list[tuple[int, ...]], symbols: np.ndarray, contexts: np.ndarray) -> tuple[np.ndarray, list[tuple[int, ...]]]:
        """Log-probabilities (B, V) in nats of what follows the symbols (B,) (-1: nothing yet), and the next state."""
        state = [(*before, int(symbol))[max(0, len(before) + 1 - self.context):] for before, symbol in zip(state, symbols)]
        return np.log(np.array([self._distribution(context) for context in state]).reshape(len(state), self.n_values)), state

    def log_probabilities(self, symbols: np.ndarray, contexts: np.ndarray) -> np.ndarray:
        """Log-probabilities in nats of what stands at each of T places, given the symbols before it: float64 (T, V)."""
        padded = [-1, *map(int, symbols)]
        rows = [self._distribution(tuple(padded[max(0, place + 1 - self.context):place + 1])) for place in range(len(symbols))]
        return np.log(np.array(rows).reshape(len(symbols), self.n_values))

    def _distribution(self, context: tuple[int, ...]) -> np.ndarray:
        probabilities = np.full(self.n_values, 1 / self.n_values)
        for length in range(len(context) + 1):
            seen = self._counts.get(context[len(context) - length:])
            if seen is not None:
                symbols, counts = seen
                probabilities *= len(symbols)
                probabilities[symbols] += counts
                probabilities /= len(symbols) + counts.sum()
        return probabilities

    def write(self, folder: Path) -> None:
        """``counts.npz``: rows (padding -2, context, symbol) and how often, in sorted order."""
        rows = sorted(((-2,) * (self.context - len(key)) + key + (int(symbol),), int(count))
                      for key, (symbols, counts) in self._counts.items() for symbol, count in zip(symbols, counts))
        arrays = {"rows": np.array([row for row, _ in rows], dtype=np.int32), "counts": np.array([number for _, number in rows]), "n_values": np.array(self.n_values)}
        artifacts.write_arrays(folder / "counts.npz", **arrays)

    @classmethod
    def read(cls, folder: Path) -> "NGram":
        """The inverse of ``write``."""
        with np.load(folder / "counts.npz") as file:
            rows, counts, n_values = file["rows"], file["counts"], int(file["n_values"])
        table: dict[tuple[int, ...], dict[int, int]] = {}
        for row, count in zip(rows.tolist(), counts.tolist()):
            table.setdefault(tuple(place for place in row[:-1] if place != -2), {})[row[-1]] = count
        return cls(table, n_values, rows.shape[1] - 1)


def fit(lessons: Lessons, params: Params, report: Callable[[dict], None]) -> tuple[NGram, list[dict]]:
    """Count the training solos, in one epoch; the losses are nats a symbol, the validation loss None where no tune is kept for it."""
    model = count(lessons.train, len(lessons.alphabet), params)
    losses = {"epoch": 1, "loss": _loss(model, lessons.train), "validation_loss": _loss(model, lessons.validation)}
    report(losses)
    return model, [losses]


def _loss(model: NGram, solos: tuple[np.ndarray, ...]) -> float | None:
    found = [model.log_probabilities(solo, None)[np.arange(len(solo)), solo] for solo in solos]
    return -float(np.concatenate(found).mean()) if solos else None


def count(solos: tuple[np.ndarray, ...], n_values: int, params: Params) -> NGram:
    """The n-grams of some solos, each an integer array (T,)."""
    table: dict[tuple[int, ...], Counter] = {}
    for solo in solos:
        padded = [-1, *solo.tolist()]
        for place in range(1, len(padded)):
            for length in range(min(params.context, place) + 1):
                table.setdefault(tuple(padded[place - length:place]), Counter())[padded[place]] += 1
    return NGram(table, n_values, params.context)
