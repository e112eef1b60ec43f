"""One number for many: the mean of a metric over solos, and its range.

Conventions: a metric that has nothing to count in a solo (no note under a chord, say) is nan there. Such a solo is left out of the mean and the range,
and only what is nan in every solo stays nan. Every solo weighs the same, however long it is.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """The mean of a metric over several solos and the lowest and highest value among them, in the metric's own unit."""

    mean: float
    low: float
    high: float


def mean(values: Iterable[float]) -> float:
    """Sum / count; nan of no values."""
    kept = list(values)
    return math.fsum(kept) / len(kept) if kept else math.nan


def spread(values: Iterable[float]) -> Spread:
    """Mean, minimum and maximum of the values that are not nan; three times nan if none is left."""
    kept = [value for value in values if not math.isnan(value)]
    return Spread(mean(kept), min(kept, default=math.nan), max(kept, default=math.nan))
