"""Windows of a kind: k-means, with one result on every machine.

Lloyd's algorithm from k-means++ centres (Arthur & Vassilvitskii, "k-means++: The Advantages of Careful Seeding", SODA 2007). Features of music lie on a lattice, so that windows
as near to one centre as to another are common and the last bit of a sum decides. Hence all is done in whole numbers, in which sums are exact: coordinates are
``STEPS`` to the unit, a tie goes to the earlier centre, and centres are rounded. (scikit-learn, whose sums depend on processor and threads, finds clusters as tight: the
tests compare.) The authors' program puts its first centres on the diagonal of the bounding box and stops after N / 5 sweeps; papers and program agree on k = N / 12.
"""

import numpy as np
from scipy.spatial import cKDTree

STEPS = 1024                   # of a coordinate, in one unit; squares of distances are exact in float64 up to 2 ** 53
FARTHEST = 1 << 21             # steps; a coordinate beyond 2048 times the mean is brought back to it
SWEEPS = 100                   # at most; half as many are usual
TIED = 8                       # centres that are looked at for a tie


def clusters(rows: np.ndarray, k: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Which cluster each row belongs to, and how far it is from the middle of it.

    Args:
        rows: (N, D), N and D at least 1, scaled so that distance is Euclidean.
        k: how many clusters to make; fewer come out where fewer rows differ.

    Returns:
        Labels int64 (N,), 0 to K - 1, each in use, ascending as their centres are; and distances float64 (N,), in units of the rows.
    """
    points, where, counts = np.unique(np.clip(np.rint(rows * STEPS), -FARTHEST, FARTHEST).astype(np.int64), axis=0, return_inverse=True, return_counts=True)
    centres = _seeds(points, counts, k, np.random.Generator(np.random.PCG64(seed)))
    labels = _nearest(points, centres)
    for _ in range(SWEEPS):
        centres = _means(points, counts, labels)
        before, labels = labels, _nearest(points, centres)
        if len(centres) == before.max() + 1 and np.array_equal(before, labels):
            break
    used, labels = np.unique(labels, return_inverse=True)
    apart = np.sqrt(((points - centres[used][labels]) ** 2).sum(axis=1)) / STEPS
    return labels[where.reshape(-1)], apart[where.reshape(-1)]


def _seeds(points: np.ndarray, counts: np.ndarray, k: int, generator: np.random.Generator) -> np.ndarray:
    """k-means++: each centre a point, drawn in proportion to the square of its distance to the centres before. Points (M, D), counts (M,) of how often each is there."""
    chosen = [_draw(counts, generator)]
    apart = ((points - points[chosen[0]]) ** 2).sum(axis=1)
    while len(chosen) < k and apart.any():
        chosen.append(_draw(apart // STEPS * counts if (apart >= STEPS).any() else apart * counts, generator))      # in coarser steps, so that their sum is below 2 ** 63
        np.minimum(apart, ((points - points[chosen[-1]]) ** 2).sum(axis=1), out=apart)
    return points[chosen]


def _draw(weights: np.ndarray, generator: np.random.Generator) -> int:
    ends = np.cumsum(weights)
    return int(np.searchsorted(ends, generator.integers(ends[-1]), side="right"))


def _nearest(points: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """The first of the nearest centres of each point: int64 (M,)."""
    apart, found = cKDTree(centres.astype(float)).query(points.astype(float), k=range(1, min(TIED, len(centres)) + 1))
    return np.where(apart == apart[:, :1], found, len(centres)).min(axis=1)


def _means(points: np.ndarray, counts: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The centres of the clusters that have a point, rounded, in lexicographic order."""
    used, labels = np.unique(labels, return_inverse=True)
    sums, sizes = np.zeros((len(used), points.shape[1]), dtype=np.int64), np.zeros(len(used), dtype=np.int64)
    np.add.at(sums, labels, points * counts[:, None])
    np.add.at(sizes, labels, counts)
    means = (2 * sums + sizes[:, None]) // (2 * sizes[:, None])
    return np.unique(means, axis=0)
