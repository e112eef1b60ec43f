"""How symbols are chosen from an improviser's distributions, and how takes grow symbol by symbol, many at once.

Temperature, then top-k (Fan et al., "Hierarchical Neural Story Generation", ACL 2018), then top-p or nucleus sampling (Holtzman et al., "The Curious Case of Neural
Text Degeneration", ICLR 2020), over the allowed symbols only. A symbol is drawn by inverting the cumulative distribution, in float64, with one
uniform number each: the same numbers on every machine.

Legend: B takes, V symbols, F context columns (``grammar/contexts.py``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

DONE = 0.2                 # share of the takes that are complete from which on the others go on without them


@dataclass(frozen=True)
class Choice:
    """How to choose.

    Args:
        greedy: always the most likely symbol; the other three are then idle.
        temperature: above 0; below 1 sharpens the distribution, above 1 flattens it.
        top_k: only so many of the most likely symbols are drawn from; 0: of all.
        top_p: in (0, 1]; only the most likely symbols that together reach this share (of what top_k left) are drawn from.
    """

    greedy: bool
    temperature: float
    top_k: int
    top_p: float


class Constraint(Protocol):
    """What takes must obey: see ``grammar/filling.py``."""

    @property
    def full(self) -> np.ndarray: ...

    @property
    def only_heard(self) -> np.ndarray | bool: ...

    def contexts(self) -> np.ndarray: ...

    def allowed(self) -> np.ndarray: ...

    def push(self, symbols: np.ndarray) -> None: ...


class Improviser(Protocol):
    """What every improviser can do; it sees integers, never notes."""

    def start(self, takes: int): ...

    def step(self, state, symbols: np.ndarray, contexts: np.ndarray) -> tuple[np.ndarray, object]: ...

    def keep(self, state, takes: np.ndarray): ...

    def log_probabilities(self, solos: Sequence[np.ndarray], contexts: Sequence[np.ndarray]) -> Iterator[np.ndarray]: ...


def improvise(improviser: Improviser, constraint: Constraint, generators: list[np.random.Generator], choice: Choice) -> tuple[list[list[int]], np.ndarray]:
    """Takes, one for each of B generators: symbols until the constraint is full. Each is a function of its own generator and chart, whatever is played beside it (but for the last bits of log-probabilities).

    Returns:
        The takes, and (B,) how surprising the improviser itself finds each: nats a symbol, minus the mean logarithm of the probability that it gave to the
        symbols, at temperature 1, among those that were allowed. What the constraint leaves no choice in costs nothing.
    """
    state, symbols, rows = improviser.start(len(generators)), np.full(len(generators), -1), []
    full, nats, played = constraint.full, np.zeros(len(generators)), np.arange(len(generators))
    while not full.all():
        if np.count_nonzero(full[played]) > DONE * len(played):
            state, played = improviser.keep(state, ~full[played]), played[~full[played]]
        log_probabilities, state = improviser.step(state, symbols[played], constraint.contexts()[played])
        columns, scores = _scores(log_probabilities, constraint.allowed()[played])
        chosen = _choose(scores, [generators[take] for take in played], choice)
        symbols[played] = columns[chosen]
        nats[played] -= np.where(full[played], 0, _log_share(scores, chosen))
        rows.append(np.where(full | constraint.only_heard, -1, symbols))
        constraint.push(symbols)
        full = constraint.full
    takes = [column[column >= 0].tolist() for column in np.array(rows).T]
    return takes, nats / np.maximum([len(take) for take in takes], 1)


def choose(log_probabilities: np.ndarray, allowed: np.ndarray, generators: list[np.random.Generator], choice: Choice) -> np.ndarray:
    """One allowed symbol for each take: integers (B,).

    Args:
        log_probabilities: float64 (B, V), in nats.
        allowed: booleans (B, V), at least one True in each row.
    """
    columns, scores = _scores(log_probabilities, allowed)
    return columns[_choose(scores, generators, choice)]


def _scores(log_probabilities: np.ndarray, allowed: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The symbols that any take may choose, and their log-probabilities, the highest of a row being 0 and a forbidden one -inf. Most symbols are in none of the rows."""
    columns = np.flatnonzero(allowed.any(axis=0))
    scores = np.where(allowed[:, columns], log_probabilities[:, columns], -np.inf)
    return columns, scores - scores.max(axis=1, keepdims=True)


def _choose(scores: np.ndarray, generators: list[np.random.Generator], choice: Choice) -> np.ndarray:
    if choice.greedy:
        return np.argmax(scores, axis=1)
    weights = np.exp(scores / choice.temperature)
    if choice.top_k or choice.top_p < 1:
        weights = _likeliest(weights, choice)
    cumulative = np.cumsum(weights, axis=1)
    drawn = np.array([generator.random() for generator in generators]) * cumulative[:, -1]
    return (cumulative <= drawn[:, None]).sum(axis=1)


def _likeliest(weights: np.ndarray, choice: Choice) -> np.ndarray:
    """The weights with the unlikely tail of each row set to 0; the most likely symbol always stays."""
    order = np.argsort(-weights, axis=1, kind="stable")
    ranked = np.take_along_axis(weights, order, axis=1)
    if choice.top_k:
        ranked[:, choice.top_k:] = 0
    before = np.cumsum(ranked, axis=1) - ranked
    ranked[before >= choice.top_p * ranked.sum(axis=1, keepdims=True)] = 0
    kept = np.empty_like(weights)
    np.put_along_axis(kept, order, ranked, axis=1)
    return kept


def _log_share(scores: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """The logarithm of the share that each row's chosen one has (B,)."""
    return scores[np.arange(len(scores)), chosen] - np.log(np.exp(scores).sum(axis=1))
