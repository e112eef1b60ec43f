"""How a symbol is chosen from an improviser's distribution, and how a take grows symbol by symbol.

Temperature, then top-p (nucleus) sampling: Holtzman et al., "The Curious Case of Neural Text Degeneration" (ICLR 2020), over the allowed symbols only. A
symbol is drawn by inverting the cumulative distribution, in float64, with one uniform number each: the same numbers on every machine.
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
    """What a take must obey: see ``grammar/filling.py``."""

    @property
    def full(self) -> bool: ...

    def allowed(self) -> np.ndarray: ...

    def push(self, symbol: int) -> None: ...


class Improviser(Protocol):
    """What every improviser can do; it sees integers, never notes."""

    def start(self): ...

    def step(self, state, symbol: int) -> tuple[np.ndarray, object]: ...


def improvise(improviser: Improviser, constraint: Constraint, generator: np.random.Generator, choice: Choice) -> list[int]:
    """A take: symbols until the constraint is full. A function of its arguments and nothing else."""
    state, symbol, take = improviser.start(), -1, []
    while not constraint.full:
        log_probabilities, state = improviser.step(state, symbol)
        symbol = choose(log_probabilities, constraint.allowed(), generator, choice)
        constraint.push(symbol)
        take.append(symbol)
    return take


def choose(log_probabilities: np.ndarray, allowed: np.ndarray, generator: np.random.Generator, choice: Choice) -> int:
    """One allowed symbol.

    Args:
        log_probabilities: float64 (V,), in nats.
        allowed: booleans (V,), at least one True.
    """
    symbols = np.flatnonzero(allowed)
    scores = log_probabilities[symbols]
    if choice.greedy:
        return int(symbols[np.argmax(scores)])
    weights = np.exp((scores - scores.max()) / choice.temperature)
    weights = _nucleus(weights / weights.sum(), choice.top_p)
    cumulative = np.cumsum(weights)
    return int(symbols[np.searchsorted(cumulative, generator.random() * cumulative[-1], side="right")])


def _nucleus(probabilities: np.ndarray, top_p: float) -> np.ndarray:
    """The probabilities with the unlikely tail set to 0; the most likely symbol always stays."""
    order = np.argsort(-probabilities, kind="stable")
    before = np.cumsum(probabilities[order]) - probabilities[order]
    kept = np.zeros_like(probabilities)
    chosen = order[before < top_p]
    kept[chosen] = probabilities[chosen]
    return kept
