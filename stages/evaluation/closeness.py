"""How close one take comes to what the human solos of a corpus usually are, in a few measures that are quickly taken.

The usual values of a measure are the middle half of the solos, from the first quartile to the third. A take that lies there is as good as any; one that lies
outside is as far away as the nearer quartile, in units of the distance between the two. The distance of a take is the root mean square over the measures:

    d_m = max(q1_m - x_m, x_m - q3_m, 0) / (q3_m - q1_m),   d = sqrt(mean_m d_m^2).

It is a band and not the median, so that takes which are chosen by it are not drawn to one and the same average. Where all solos agree (q1 = q3) the unit is
that value itself, or 1 if it is 0. A measure that has nothing to count in a take (no note under a chord) makes the distance infinite; one that
has nothing to count in any solo is left out.

Whoever chooses takes by these measures cannot judge the improviser by them any more.
"""

import math
from collections.abc import Callable

import numpy as np

from stages.evaluation import pitch, rhythm
from stages.melody.solo import Solo

Usual = dict[str, tuple[float, float]]          # {measure: (first quartile, third quartile)}


def span(solo: Solo) -> float:
    """From the lowest to the highest note, in semitones; nan without notes."""
    pitches = [note.pitch for note in solo.notes]
    return float(max(pitches) - min(pitches)) if pitches else math.nan


MEASURES: dict[str, Callable[[Solo], float]] = {
    "chord_tone_share": pitch.chord_tone_share,
    "entropy_1_bar": lambda solo: pitch.pitch_class_entropy(solo, 1),
    "interval_repeats": lambda solo: pitch.interval_share(solo, 0, 0),
    "notes_per_quarter": rhythm.notes_per_quarter,
    "rest_share": rhythm.rest_share,
    "span": span,
}


def usual(solos: list[Solo]) -> Usual:
    """The quartiles (linear between neighbours) of each measure over some solos."""
    values = {name: [value for value in map(measure, solos) if not math.isnan(value)] for name, measure in MEASURES.items()}
    return {name: tuple(map(float, np.quantile(found, (0.25, 0.75)))) for name, found in values.items() if found}


def distance(solo: Solo, usual: Usual) -> float:
    """How far the solo lies from the usual values, 0 or more; the formula stands above."""
    squares = [_outside(MEASURES[name](solo), *quartiles) ** 2 for name, quartiles in usual.items()]
    return math.sqrt(math.fsum(squares) / len(squares)) if squares else 0.0


def _outside(value: float, low: float, high: float) -> float:
    """The distance from low..high in units of its width."""
    return math.inf if math.isnan(value) else max(low - value, value - high, 0.0) / (high - low or abs(high) or 1.0)
