"""How far a set of solos lies from another one: nine features, and the distances within a set against those between the sets.

Each solo becomes nine points, one a feature. The distances between all pairs of solos of the reference (*intra*) and from each of them to each generated solo
(*inter*) are two samples of numbers; their Gaussian kernel densities p and q (Scott's bandwidth) are compared by

    overlap = integral of min(p, q), 0 to 1, 1 if they are the same;        divergence = integral of p ln(p / q), nats, 0 if they are the same.

A generated set that is as far from the reference as its solos are from each other overlaps wholly. Two human sets do not quite: read both beside that (``band.py``).

Conventions, and where the published program differs: pitches in semitones, note lengths in quarter notes (a whole note is four, whatever the metre; the program takes
the bar for it), onsets in seconds at the solo's tempo, or at 120 quarter notes a minute where it is unknown. Both transition matrices are divided by their sum (the program
does not, so that long solos lie far from short ones) and count every successive pair of notes (the program leaves out pitch pairs with a gap). The pitch class
histogram is weighted by duration, as there. Every pair of solos counts once (there twice, which only narrows the bandwidth). Both densities are taken on *one* grid that
reaches five bandwidths beyond all values (there the divergence pairs up two different grids, and the overlap ends at the outermost values and so is below 1 for equal sets).

Sets without spread: equal distances have no density. A bandwidth is therefore at least 1/1000 of the range of both samples; and if all distances of both are the same
number, the overlap is 1 and the divergence 0. So sets of identical solos overlap wholly with themselves and hardly with others. Where q vanishes, ln(p / q) does not exist:
each cell of the grid has at least 1e-10 of the mass, which keeps the divergence below ln(1e10) = 23 nats.

Reference: Yang & Lerch, "On the evaluation of generative models in music" (Neural Computing and Applications 2020, online 2018), and its program mgeval.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.signal import fftconvolve
from scipy.spatial.distance import cdist, pdist

from stages.evaluation.columns import Columns, columns
from stages.melody.solo import Solo

FEATURES = ("pitch_count", "note_count", "pitch_class_histogram", "pitch_class_transitions", "pitch_range",
            "pitch_interval", "onset_interval", "note_length_histogram", "note_length_transitions")
TEMPO = 120.0                       # quarter notes a minute, where a solo has none
# Quarter notes: whole, half, quarter, 8th, 16th; dotted half, quarter, 8th, 16th; half, quarter and 8th of a triplet
LENGTHS = np.array([96, 48, 24, 12, 6, 72, 36, 18, 9, 32, 16, 8]) / 24
FEWEST = 3                          # solos of a set, whose distances then have a variance
ROUNDING = 1e-9                     # distances that differ by less are the same
NARROWEST = 1e-3                    # bandwidth, as a share of the range of the values
CELLS, REACH = 12, 5                # cells of the grid a bandwidth, bandwidths that it goes beyond the values
LEAST = 1e-10                       # of the mass, in a cell


Points = dict[str, np.ndarray]        # feature -> a row for each solo


class Distance(NamedTuple):
    """How two sets compare in one feature: overlap 0 to 1, divergence in nats."""

    overlap: float
    divergence: float


def features(solos: Sequence[Solo]) -> Points:
    """Each of the FEATURES of N solos: (N, 1), histograms (N, 12), transitions (N, 144). Raises ValueError for a solo with fewer than two notes, which has no interval."""
    few = [number for number, solo in enumerate(solos) if len(solo.notes) < 2]
    if few:
        raise ValueError(f"expected solos of at least two notes, found {len(few)} with fewer, the first of them number {few[0]}; leave them out (chunks.py)")
    rows = [_features(columns(solo), solo.tempo or TEMPO) for solo in solos]
    return {name: np.array([np.ravel(row[place]) for row in rows], float) for place, name in enumerate(FEATURES)}


def compare(reference: Points, generated: Points) -> dict[str, Distance]:
    """Each feature of a reference set (intra) against a generated set (inter).

    Args:
        reference, generated: what ``features`` gives.

    Raises:
        ValueError: a reference with fewer than three solos, or no generated solo.
    """
    sizes = [len(points[FEATURES[0]]) for points in (reference, generated)]
    if sizes[0] < FEWEST or sizes[1] < 1:
        raise ValueError(f"expected at least {FEWEST} solos of reference and 1 to hold against them, got {sizes[0]} and {sizes[1]}")
    return {name: distance(pdist(reference[name]), cdist(reference[name], generated[name]).ravel()) for name in FEATURES}


def distance(intra: np.ndarray, inter: np.ndarray) -> Distance:
    """Overlap and divergence of the kernel densities of two samples of numbers; see above for samples without spread."""
    low, high = min(intra.min(), inter.min()), max(intra.max(), inter.max())
    if high - low < ROUNDING:
        return Distance(1.0, 0.0)
    widths = [max(_bandwidth(sample), NARROWEST * (high - low)) for sample in (intra, inter)]
    low, high, step = low - REACH * max(widths), high + REACH * max(widths), min(widths) / CELLS
    cells = int(np.ceil((high - low) / step)) + 2
    p, q = (_masses((sample - low) / step, width / step, cells) for sample, width in zip((intra, inter), widths))
    return Distance(float(np.minimum(p, q).sum()), max(float((p * np.log(p / q)).sum()), 0.0))


def _bandwidth(sample: np.ndarray) -> float:
    """Scott's rule in one dimension: standard deviation x N^(-1/5); 0 for a single number."""
    return float(sample.std(ddof=1) * len(sample) ** -0.2) if len(sample) > 1 else 0.0


def _masses(places: np.ndarray, width: float, cells: int) -> np.ndarray:
    """The kernel density of some places as the mass of each grid cell, (cells,), sum 1.

    Each number is shared between its two neighbours on the grid and these are then smoothed: O(N + cells log cells) instead of N x cells. Sharing
    adds a variance of 1/6 of a cell squared, on average, which the kernel has the less.

    Args:
        places, width: in cells.
    """
    below = places.astype(np.int64)
    above = places - below
    counts = np.bincount(below, 1 - above, cells) + np.bincount(below + 1, above, cells)
    reach = int(np.ceil(8 * width))
    kernel = np.exp(-0.5 * np.arange(-reach, reach + 1) ** 2 / (width**2 - 1 / 6))
    smooth = fftconvolve(counts, kernel)[reach:reach + cells]
    masses = np.maximum(smooth / smooth.sum(), LEAST)
    return masses / masses.sum()


def _features(found: Columns, tempo: float) -> tuple:
    """The FEATURES of one solo, in their order."""
    classes = found.pitches % 12
    lengths = np.abs(LENGTHS - found.durations[:, None]).argmin(axis=1)         # the nearest, of two the one that stands first
    return (
        len(np.unique(found.pitches)), len(found.pitches), _shares(np.bincount(classes, found.durations, 12)), _transitions(classes),
        np.ptp(found.pitches), np.abs(np.diff(found.pitches)).mean(), np.diff(found.onsets).mean() * 60 / tempo,
        _shares(np.bincount(lengths, minlength=12)), _transitions(lengths),
    )


def _transitions(classes: np.ndarray) -> np.ndarray:
    """How often each of 12 classes follows each, as shares of all pairs, (144,); row by row the class before."""
    return _shares(np.bincount(classes[:-1] * 12 + classes[1:], minlength=144))


def _shares(counts: np.ndarray) -> np.ndarray:
    return counts / counts.sum()
