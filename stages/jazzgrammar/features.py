"""Seven numbers that say what kind of line a window has, by which windows are compared.

| feature | what | weight |
|---|---|---|
| start | slots of rest before the first note | 1.0 |
| consonance | slots of each letter times C .8, A .6, L .4, X .1 | 0.5 |
| notes | how many | 1.2 |
| rest | slots of rest | 1.0 |
| slope | the mean over the slopes of their larger bound: of a slope that falls, minus its lower one | 1.0 |
| on beat | 0 if the window opens with a rest that is no multiple of a quarter note, else 1 | 1.3 |
| slopes | how many | 1.1 |

The distance of two windows is sqrt(sum of weight * (a - b)^2), after each feature was divided by its mean over the corpus. Source: Gillick, Tang & Keller (2010), weights as in
the authors' program, which does not guard the division: a feature that is the same everywhere says nothing and is left out here. It also cuts the consonance of each note to whole slots, and so does
what is ``faithful``.
"""

from math import fsum

import numpy as np

from stages.jazzgrammar.abstraction import Production
from stages.jazzgrammar.durations import BEAT
from stages.jazzgrammar.terminals import REST

WEIGHTS = np.array([1.0, 0.5, 1.2, 1.0, 1.0, 1.3, 1.1])
TENTHS = {"C": 8, "A": 6, "L": 4, "X": 1, REST: 0}      # of a slot


def features(production: Production, faithful: bool = False) -> np.ndarray:
    """The seven features of a production: float64 (7,), in the order of the table."""
    terminals = [terminal for slope in production for terminal in slope.parts]
    sounding = [place for place, terminal in enumerate(terminals) if terminal.letter != REST]
    opening = sum(slots for _, slots in terminals[:sounding[0] if sounding else len(terminals)])
    steps = [-slope.low if slope.low < 0 else slope.high for slope in production]
    return np.array([
        opening,
        sum(TENTHS[letter] * slots // 10 for letter, slots in terminals) if faithful else sum(TENTHS[letter] * slots for letter, slots in terminals) / 10,
        len(sounding),
        sum(slots for letter, slots in terminals if letter == REST),
        sum(steps) / len(steps),
        opening % BEAT == 0,
        len(production),
    ], dtype=float)


def scaled(rows: np.ndarray) -> np.ndarray:
    """Features (N, 7) so scaled that the distance of two windows is the Euclidean distance of their rows; constant features are left out: float64 (N, 7 or fewer)."""
    telling = np.ptp(rows, axis=0) > 0
    means = np.array([fsum(column) / len(rows) for column in rows.T])          # of an exact sum, which is the same on every machine
    return rows[:, telling] / means[telling] * np.sqrt(WEIGHTS[telling])
