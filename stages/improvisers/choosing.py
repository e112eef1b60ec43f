"""How symbols are chosen from an improviser's distributions, and how takes grow symbol by symbol, many at once.

Temperature, then top-p (nucleus) sampling: Holtzman et al., "The Curious Case of Neural Text Degeneration" (ICLR 2020), over the allowed symbols only. A
symbol is drawn by inverting the cumulative distribution, in float64, with one uniform number each: the same numbers on every machine.

Legend: B takes, V symbols, F context columns (``grammar/contexts.py``).
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np


@dataclass(frozen=True)
class Choice:
    """How to choose.

    Args:
        greedy: always the most likely symbol; the other two are then idle.
        temperature: above 0; below 1 sharpens the distribution, above 1 flattens it.
        top_p: in (0, 1]; only the most likely symbols that together reach this share are drawn from.
    """

    greedy: bool
    temperature: float
    top_p: float


class Constraint(Protocol):
    """What takes must obey: see ``grammar/filling.py``."""

    @property
    def full(self) -> np.ndarray: ...

    def contexts(self) -> np.ndarray: ...

    def allowed(self) -> np.ndarray: ...

    def push(self, symbols: np.ndarray) -> None: ...


class Improviser(Protocol):
    """What every improviser can do; it sees integers, never notes."""

    def start(self, takes: int): ...

    def step(self, state, symbols: np.ndarray, contexts: np.ndarray) -> tuple[np.ndarray, object]: ...

    def log_probabilities(self, symbols: np.ndarray, contexts: np.ndarray) -> np.ndarray: ...


def improvise(improviser: Improviser, constraint: Constraint, generators: list[np.random.Generator], choice: Choice) -> list[list[int]]:
    """Takes, one for each of B generators: symbols until the constraint is full. Each is a function of its own generator and chart, whatever is played beside it."""
    state, symbols, rows = improviser.start(len(generators)), np.full(len(generators), -1), []
    full = constraint.full
    while not full.all():
        log_probabilities, state = improviser.step(state, symbols, constraint.contexts())
        symbols = choose(log_probabilities, constraint.allowed(), generators, choice)
        constraint.push(symbols)
        rows.append(np.where(full, -1, symbols))
        full = constraint.full
    return [column[column >= 0].tolist() for column in np.array(rows).T]


def choose(log_probabilities: np.ndarray, allowed: np.ndarray, generators: list[np.random.Generator], choice: Choice) -> np.ndarray:
    """One allowed symbol for each take: integers (B,).

    Args:
        log_probabilities: float64 (B, V), in nats.
        allowed: booleans (B, V), at least one True in each row.
    """
    scores = np.where(allowed, log_probabilities, -np.inf)
    if choice.greedy:
        return np.argmax(scores, axis=1)
    weights = np.exp((scores - scores.max(axis=1, keepdims=True)) / choice.temperature)
    weights = _nucleus(weights / weights.sum(axis=1, keepdims=True), choice.top_p)
    cumulative = np.cumsum(weights, axis=1)
    drawn = np.array([generator.random() for generator in generators]) * cumulative[:, -1]
    return (cumulative <= drawn[:, None]).sum(axis=1)


def _nucleus(probabilities: np.ndarray, top_p: float) -> np.ndarray:
    """The probabilities with the unlikely tail of each row set to 0; the most likely symbol always stays."""
    order = np.argsort(-probabilities, axis=1, kind="stable")
    ranked = np.take_along_axis(probabilities, order, axis=1)
    before = np.cumsum(ranked, axis=1) - ranked
    kept = np.zeros_like(probabilities)
    np.put_along_axis(kept, order, np.where(before < top_p, ranked, 0), axis=1)
    return kept
