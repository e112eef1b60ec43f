"""The human row: what human improvisers score, how far sets of them scatter, and where a set of takes falls.

A metric is a number for each chunk, a set's value the mean of its chunks. The *band* of a metric is where that mean falls for human sets of the same size:

    draw tunes of the human corpus with replacement, each with all its chunks, until there are as many chunks as the takes have (the last tune is cut
    short); take the mean; do so DRAWS times; the band runs from the 2.5th to the 97.5th percentile.

Whole tunes, because chunks of one tune, and of one solo, are alike, and takes come from a few charts, too: single chunks drawn one by one would scatter less than any
real set and mark human playing as strange. With replacement, because the corpus stands for human playing at large. A bootstrap and no formula, because shares and
lengths of a few tunes are skewed and tunes differ in size; it was compared with the analytic band of means of clusters in the tests. The band
tells where a *set of human chunks* falls, not where single chunks do (that is wider), nor how well the human mean is known (narrower, for a large corpus).
Of 20 metrics one lies outside by chance even for human sets.

Overlap and divergence (``mgeval.py``) compare sets, so their human row compares two human sets: the tunes are split at random into two halves, A and B, each cut down to
the number of chunks that takes have, at most MOST. A against B is the noise floor, A against the takes the value, both as the mean over SPLITS splits; the band
is that of the floor. A value lies in it more often than 19 times in 20 for human takes, since it is averaged over A: the mark is cautious.

Conventions: nan is a chunk in which a metric has nothing to count, and is left out of means. With one human tune there is no scatter between
tunes, hence neither band nor floor.

References: Efron & Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 8 and 13;
Davison & Hinkley, "Bootstrap Methods and their Application" (1997), 3.8 (hierarchical data).
"""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

import numpy as np

from stages.evaluation import mgeval

DRAWS = 2000                        # sets, so that the percentiles have a standard error of 1.5 % of the width of the band
SPLITS = 100                        # into halves
MOST = 300                          # chunks of a half; overlaps hardly depend on the number beyond that
PERCENTILES = (2.5, 97.5)
BELOW, INSIDE, ABOVE = "-", "", "+"


class Band(NamedTuple):
    """low, high: of the 95 % of human sets, in the metric's unit; nan where it cannot be told."""

    low: float
    high: float

    def mark(self, value: float) -> str:
        """"-" for a value below the band, "+" above, "" inside, and where either is not known."""
        return BELOW if value < self.low else ABOVE if value > self.high else INSIDE


class Comparison(NamedTuple):
    """Of one feature and one measure: the takes against human sets, human sets against others (the floor), and the band of that."""

    value: float
    floor: float
    band: Band


def bands(values: np.ndarray, tunes: Sequence[Hashable], size: int, generator: np.random.Generator) -> list[Band]:
    """The band of each metric.

    Args:
        values: (N, M) M metrics of N human chunks, nan where there is nothing to count. tunes: the tune of each chunk.
        size: how many chunks the compared set has.
        generator: decides which tunes are drawn.

    Raises:
        ValueError: a size below 1.
    """
    if size < 1:
        raise ValueError(f"expected a set of at least one chunk to compare, got {size}")
    groups = _groups(tunes)
    if len(groups) < 2:
        return [Band(np.nan, np.nan)] * values.shape[1]
    weights = np.zeros((DRAWS, len(values)))
    for row in weights:
        np.add.at(row, _drawn(groups, size, generator), 1)
    counted = ~np.isnan(values)
    with np.errstate(invalid="ignore"):                     # a set may have nothing to count in any chunk: 0 / 0
        means = weights @ np.where(counted, values, 0) / (weights @ counted)
    return [_band(column) for column in means.T]


def comparisons(takes: mgeval.Points, human: mgeval.Points, tunes: Sequence[Hashable], generator: np.random.Generator) -> dict[str, tuple[Comparison, Comparison]]:
    """For each feature of mgeval its overlap and its divergence, of takes and of human halves against human halves.

    Args:
        takes, human: what ``mgeval.features`` gives. tunes: the tune of each human chunk.
        generator: decides who is in which half.

    Returns:
        nothing where a half would have fewer chunks than ``mgeval.compare`` needs.
    """
    groups = _groups(tunes)
    n_takes = len(takes[mgeval.FEATURES[0]])
    found = []
    for _ in range(SPLITS if len(groups) > 1 else 0):
        halves = _halves(groups, generator)
        size = min(n_takes, MOST, *map(len, halves))
        first, second = (_rows(human, half[:size]) for half in halves)
        if size < mgeval.FEWEST:
            return {}
        some = _rows(takes, generator.choice(n_takes, size, replace=False))
        found.append((mgeval.compare(first, some), mgeval.compare(first, second)))
    return {name: tuple(_comparison([[pair[name][part] for pair in split] for split in found]) for part in (0, 1)) for name in mgeval.FEATURES} if found else {}


def _comparison(splits: list[list[float]]) -> Comparison:
    """Args: splits: (value, floor) of each."""
    values, floors = np.array(splits).T
    return Comparison(float(values.mean()), float(floors.mean()), _band(floors))


def _band(values: np.ndarray) -> Band:
    kept = values[~np.isnan(values)]
    return Band(*map(float, np.percentile(kept, PERCENTILES))) if len(kept) else Band(np.nan, np.nan)


def _groups(tunes: Sequence[Hashable]) -> list[np.ndarray]:
    """The numbers of the chunks of each tune."""
    groups: dict[Hashable, list[int]] = {}
    for number, tune in enumerate(tunes):
        groups.setdefault(tune, []).append(number)
    return [np.array(group) for group in groups.values()]


def _drawn(groups: list[np.ndarray], size: int, generator: np.random.Generator) -> np.ndarray:
    """The numbers of ``size`` chunks, whole tunes drawn with replacement; of the last one a stretch."""
    order = generator.integers(len(groups), size=size)      # enough, since each has at least one chunk
    ends = np.cumsum([len(groups[place]) for place in order])
    chosen = [groups[place] for place in order[:np.searchsorted(ends, size) + 1]]
    spare = ends[len(chosen) - 1] - size                    # chunks of the last one that are too many
    start = generator.integers(spare + 1)
    chosen[-1] = chosen[-1][start:len(chosen[-1]) - spare + start]
    return np.concatenate(chosen)


def _halves(groups: list[np.ndarray], generator: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """The chunks of one half of the tunes and of the other, tune by tune in random order."""
    order = generator.permutation(len(groups))
    half = len(groups) // 2
    return tuple(np.concatenate([groups[place] for place in part]) for part in (order[:half], order[half:]))


def _rows(points: mgeval.Points, numbers: np.ndarray) -> mgeval.Points:
    return {name: rows[numbers] for name, rows in points.items()}
