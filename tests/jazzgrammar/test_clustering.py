"""Features by hand, and clusters: exact, the same however the rows stand, and as tight as scikit-learn's."""

import numpy as np
import pytest
from sklearn.cluster import KMeans

from stages.jazzgrammar.clustering import clusters
from stages.jazzgrammar.features import features, scaled
from stages.jazzgrammar.terminals import Flat, Slope

OPENING = (Slope(0, 0, (Flat("R", 60), Flat("C", 60))), Slope(3, 4, (Flat("C", 60), Flat("A", 60))), Slope(-5, -1, (Flat("L", 120), Flat("R", 60), Flat("X", 60))))
SILENCE = (Slope(0, 0, (Flat("R", 480),)),)


def test_the_features_of_a_window():
    # 60 slots of rest first; 60 * .8 * 2 + 60 * .6 + 120 * .4 + 60 * .1; 5 notes; 120 slots of rest; (0 + 4 + 5) / 3; it opens beside the beat; 3 slopes.
    assert features(OPENING).tolist() == [60, 186, 5, 120, 3, 0, 3]
    assert features(SILENCE).tolist() == [480, 0, 0, 480, 0, 1, 1]
    assert features((Slope(-3, -1, (Flat("R", 120), Flat("R", 240), Flat("C", 120))),)).tolist() == [360, 96, 1, 360, 3, 1, 1]


def test_features_are_divided_by_their_mean_and_weighed():
    rows = np.array([[1.0, 1, 1, 1, 1, 1, 1], [3, 1, 3, 3, 3, 0, 3]])
    expected = [1.0, 1.2, 1.0, 1.0, 1.3 * 4, 1.1]      # squares: weight * (2 / mean)^2 with mean 2, and on beat 1 / mean with mean 1/2; the constant one is left out
    assert (np.diff(scaled(rows), axis=0) ** 2)[0] == pytest.approx(expected)
    assert scaled(rows[:1]).shape == (1, 0)


def made(n: int, seed: int = 0) -> np.ndarray:
    """Rows as music has them: few different numbers in each column."""
    generator = np.random.default_rng(seed)
    return generator.integers(0, 6, (n, 4)) / np.array([3.0, 2.5, 3.0, 2.0])


def inertia(rows, labels) -> float:
    return sum(((rows[labels == label] - rows[labels == label].mean(axis=0)) ** 2).sum() for label in set(labels))


def test_two_heaps_are_two_clusters():
    rows = np.array([[0.0, 0], [0.1, 0], [5, 5], [5, 5.2], [0, 0.1]])
    labels, apart = clusters(rows, 2, 1)
    assert labels.tolist() == [0, 0, 1, 1, 0]
    assert apart[2:4] == pytest.approx([0.1, 0.1], abs=1e-3)


@pytest.mark.parametrize("k", [1, 7, 50])
def test_there_are_k_clusters_all_in_use(k):
    labels, _ = clusters(made(600), k, 1)
    assert sorted(set(labels.tolist())) == list(range(k))


def test_there_are_no_more_clusters_than_different_rows():
    rows = np.array([[1.0, 2], [1, 2], [3, 4]])
    assert clusters(rows, 3, 1)[0].tolist() == [0, 0, 1]


def test_the_order_of_the_rows_shows_nowhere():
    rows = made(500)
    order = np.random.default_rng(1).permutation(500)
    assert np.array_equal(clusters(rows, 40, 3)[0][order], clusters(rows[order], 40, 3)[0])


def test_a_last_bit_decides_nothing():
    rows = made(500)
    noisy = rows * (1 + 1e-15 * np.random.default_rng(2).standard_normal(rows.shape))
    assert np.array_equal(clusters(rows, 40, 3)[0], clusters(noisy, 40, 3)[0])


def test_each_row_belongs_to_the_nearest_centre():
    rows = made(500)
    labels, apart = clusters(rows, 40, 3)
    centres = np.array([rows[labels == label].mean(axis=0) for label in range(40)])
    away = np.linalg.norm(rows[:, None] - centres, axis=2)
    assert away[np.arange(500), labels] == pytest.approx(away.min(axis=1), abs=2e-3) == apart


def test_clusters_are_as_tight_as_those_of_scikit_learn():
    rows = made(1200)
    ours = np.mean([inertia(rows, clusters(rows, 100, seed)[0]) for seed in range(5)])
    peers = np.mean([KMeans(100, init="k-means++", n_init=1, random_state=seed).fit(rows).inertia_ for seed in range(5)])
    assert ours < 1.08 * peers
