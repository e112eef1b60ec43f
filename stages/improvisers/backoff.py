"""How often each outcome followed which conditions, smoothed: interpolated back-off over conditions of any kind.

The conditions 1..K of an outcome stand in a fixed order, and are given up from the last one on: the distribution given the first j of them is interpolated with
that given the first j - 1, down to none, below which lies the uniform one. So h below are the first j conditions, h' the first j - 1; a history h never
seen says what h' says. Over the symbols before, the nearest first, this is an n-gram; over anything else a factored language model (Bilmes & Kirchhoff,
"Factored Language Models and Generalized Parallel Backoff", HLT-NAACL 2003, whose back-off graph is here one path).

*Witten-Bell* (Witten & Bell 1991; interpolated as in Chen & Goodman, "An Empirical Study of Smoothing Techniques for Language Modeling", TR-10-98, 1998, 2.6):
with c(h w) how often w came with h and T(h) how many different w came with h,

    P(w | h) = (c(h w) + T(h) P(w | h')) / (c(h) + T(h)).

*Modified Kneser-Ney* (Chen & Goodman, 3.2 and 4.1.6): with all K conditions c is the count as above, with fewer it is the number of different values that the
condition given up had before the same outcome; N1, N2, N3 are how many outcomes have 1, 2, at least 3 of them,

    P(w | h) = (c(h w) - D(c(h w))) / c(h) + (D1 N1(h) + D2 N2(h) + D3 N3(h)) / c(h) P(w | h'),

with three discounts for each number of conditions, from how many n_k of its c are k: Y = n_1 / (n_1 + 2 n_2), D_k = k - (k + 1) Y n_(k+1) / n_k. Where a
tiny corpus leaves n_k = 0 or a discount outside (0, k], they are 0.5, 1 and 1.5, as in KenLM (Heafield et al. 2013, its option discount_fallback).

Conventions: n places, K conditions (integers), V outcomes 0..V-1, N different rows.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

import numpy as np

Smoothing = Literal["witten_bell", "kneser_ney"]
SMOOTHINGS = get_args(Smoothing)
FALLBACK = (0.5, 1.0, 1.5)
TABLE = 2**20                                       # numbers; a level with no more is kept as a table, which is read faster


@dataclass(frozen=True, eq=False)
class Level:
    """What is known given the first j conditions, in M different histories.

    Args:
        keys: of each history, sorted int64 (M,): its shorter history and the value of its last condition in one number, see ``low`` and ``span``.
        low, span: the least value of that condition, and how many values lie from it to the largest.
        starts: where the entries of each history begin in the next three, (M + 1,).
        outcomes, kept, taken: of each entry its outcome, what it weighs, and what it leaves to the shorter history, (N_j,).
        n_outcomes: V.
    """

    keys: np.ndarray
    low: int
    span: int
    starts: np.ndarray
    outcomes: np.ndarray
    kept: np.ndarray
    taken: np.ndarray
    n_outcomes: int

    def find(self, shorter: np.ndarray, values: np.ndarray) -> np.ndarray:
        """The numbers of n histories, (n,), or -1 where one was never seen, from those of the shorter histories and the values of the last condition."""
        keys = shorter.astype(np.int64) * self.span + values - self.low
        found = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where((shorter >= 0) & (values >= self.low) & (values < self.low + self.span) & (self.keys[found] == keys), found, -1)

    def weights(self, known: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What each outcome weighs, and leaves to the shorter history, in n histories: (n, V) both."""
        if self._table is not None:
            return self._table[0][known], self._table[1][known]
        return self._spread(known)

    @cached_property
    def _table(self) -> tuple[np.ndarray, np.ndarray] | None:
        """The weights in all histories, where there are few."""
        return self._spread(np.arange(len(self.keys))) if len(self.keys) * self.n_outcomes <= TABLE else None

    def _spread(self, known: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        number, (kept, taken) = np.diff(self.starts)[known], np.zeros((2, len(known), self.n_outcomes))
        entries = np.repeat(self.starts[known] - np.cumsum(number) + number, number) + np.arange(number.sum())
        places = np.repeat(np.arange(len(known)), number), self.outcomes[entries]
        kept[places], taken[places] = self.kept[entries], self.taken[entries]
        return kept, taken


@dataclass(frozen=True, eq=False)
class Backoff:
    """The smoothed distributions.

    Args:
        rows: the different rows of K conditions and an outcome, sorted, int32 (N, K + 1). counts: how often each was seen, (N,).
        n_outcomes: V.
    """

    rows: np.ndarray
    counts: np.ndarray
    n_outcomes: int
    smoothing: Smoothing

    @classmethod
    def count(cls, conditions: np.ndarray, outcomes: np.ndarray, n_outcomes: int, smoothing: Smoothing) -> "Backoff":
        """From conditions (n, K) and the outcomes (n,) that came with them."""
        rows, counts = np.unique(np.column_stack([conditions, outcomes]).astype(np.int32), axis=0, return_counts=True)
        return cls(rows, counts, n_outcomes, smoothing)

    def probabilities(self, conditions: np.ndarray, possible: np.ndarray | None = None) -> np.ndarray:
        """The distribution at n places, float64 (n, V), from conditions (n, K).

        Args:
            possible: which outcomes are possible at each place, booleans (n, V), at least one in each row; None for all. What is not has no part in the counts.
        """
        possible = np.ones((len(conditions), self.n_outcomes)) if possible is None else possible.astype(float)
        found, known = possible / possible.sum(axis=1, keepdims=True), np.zeros(len(conditions), int)
        for place, level in enumerate(self._levels):
            known = level.find(known, conditions[:, place - 1] if place else known)
            at = np.flatnonzero(known >= 0)
            kept, taken = level.weights(known[at])
            kept, taken = kept * possible[at], np.einsum("nv,nv->n", taken, possible[at])
            total = kept.sum(axis=1) + taken
            seen = total > 0                            # with an outcome that is possible
            at, kept, taken, total = at[seen], kept[seen], taken[seen, None], total[seen, None]
            if not len(at):
                break
            found[at] = (kept + taken * found[at]) / total
        return found

    @cached_property
    def marginal(self) -> np.ndarray:
        """The distribution given nothing, (V,)."""
        (kept,), (taken,) = self._levels[0].weights(np.zeros(1, int))
        return (kept + taken.sum() / self.n_outcomes) / (kept + taken).sum()

    @cached_property
    def _levels(self) -> list[Level]:
        """The levels from no condition to all of them."""
        conditions, levels = self.rows.shape[1] - 1, []
        changed = np.zeros(len(self.rows), bool)
        numbers = [np.zeros(len(self.rows), np.int64)]                # of the history of each row, level by level
        for place in range(conditions):
            changed[1:] |= np.diff(self.rows[:, place]) != 0
            numbers.append(np.cumsum(changed))
        entries, counts = numbers[-1] * self.n_outcomes + self.rows[:, -1], self.counts
        for place in reversed(range(conditions + 1)):
            firsts = np.flatnonzero(np.diff(numbers[place], prepend=-1))
            shorter, values = (numbers[place - 1][firsts], self.rows[firsts, place - 1]) if place else (np.zeros(1, int), np.zeros(1, int))
            levels.append(self._level(shorter, values, entries, counts))
            if place:
                entries = shorter[entries // self.n_outcomes] * self.n_outcomes + entries % self.n_outcomes
                entries, where = np.unique(entries, return_inverse=True)
                counts = np.bincount(where, None if self.smoothing == "kneser_ney" else counts).astype(np.int64)
        return levels[::-1]

    def _level(self, shorter: np.ndarray, values: np.ndarray, entries: np.ndarray, counts: np.ndarray) -> Level:
        histories, outcomes = np.divmod(entries, self.n_outcomes)
        starts = np.append(0, np.cumsum(np.bincount(histories, minlength=len(shorter))))
        low, span = int(values.min()), int(values.max()) - int(values.min()) + 1
        taken = np.ones(len(counts)) if self.smoothing == "witten_bell" else discounts(counts)[np.minimum(counts, 3) - 1]
        kept = counts if self.smoothing == "witten_bell" else counts - taken
        return Level(shorter * span + values - low, low, span, starts, outcomes, kept, taken, self.n_outcomes)


def discounts(counts: np.ndarray) -> np.ndarray:
    """D1, D2 and D3 of modified Kneser-Ney, (3,), from all counts of one order."""
    n = np.bincount(np.minimum(counts, 5), minlength=6)[1:5].astype(float)
    if not n.all():
        return np.array(FALLBACK)
    k = np.arange(1, 4)
    found = k - (k + 1) * n[0] / (n[0] + 2 * n[1]) * n[1:] / n[:3]
    return found if (found > 0).all() else np.array(FALLBACK)
