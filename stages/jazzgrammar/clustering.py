"""Windows of a kind: scikit-learn's k-means, with one result on every machine.

Features of music lie on a lattice, so that windows as near to one centre as to another are common, and the last bit of a sum, which depends on the processor, would decide. Hence
equal windows are one point that counts for all of them, and each point is moved by a little (``NUDGE``), drawn with the seed: far more than a last bit, far less than
what tells two windows apart. The program of Gillick, Tang & Keller (2010) starts from centres on the diagonal of the bounding box and stops after N / 5 sweeps; its k is N // 12.
"""

import numpy as np
from sklearn.cluster import KMeans

NUDGE = 1e-5                   # of a unit of the rows
DIGITS = 8                     # behind the point; coordinates that differ by less are equal


def clusters(rows: np.ndarray, k: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Which cluster each row belongs to, and how far it is from the middle of it.

    Args:
        rows: (N, D), N and D at least 1, scaled so that distance is Euclidean.
        k: how many clusters to make; fewer come out where fewer rows differ.

    Returns:
        Labels int64 (N,), 0 to K - 1, each in use, in the order of their smallest rows; and distances float64 (N,), in units of the rows.
    """
    points, where, counts = np.unique(np.round(rows, DIGITS), axis=0, return_inverse=True, return_counts=True)
    generator = np.random.Generator(np.random.PCG64(seed))
    nudged = points + NUDGE * generator.uniform(-1, 1, points.shape)
    means = KMeans(min(k, len(points)), n_init=1, random_state=int(generator.integers(2**31))).fit(nudged, sample_weight=counts)
    apart = np.linalg.norm(nudged - means.cluster_centers_[means.labels_], axis=1)
    _, first, labels = np.unique(means.labels_, return_index=True, return_inverse=True)
    labels = np.argsort(np.argsort(first))[labels]
    return labels[where.reshape(-1)], apart[where.reshape(-1)]
