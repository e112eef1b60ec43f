"""The human band, the noise floor and the marks."""

import math

import numpy as np
import pytest
from scipy.stats import norm

from stages.evaluation import band, mgeval


@pytest.fixture
def few_splits(monkeypatch):
    """A fifth of the halves, for speed."""
    monkeypatch.setattr(band, "SPLITS", 20)


def chance(seed=1):
    return np.random.Generator(np.random.PCG64(seed))


def clusters(n_tunes, chunks, between, within, seed=1):
    """Chunks whose tunes differ by one deviation and that differ within a tune by another, and their tunes."""
    generator = chance(seed)
    values = generator.normal(0, between, (n_tunes, 1)) + generator.normal(0, within, (n_tunes, chunks))
    return values.reshape(-1, 1), np.repeat(np.arange(n_tunes), chunks).tolist()


@pytest.mark.parametrize("value, mark", [(0.9, "-"), (1.0, ""), (1.5, ""), (2.0, ""), (2.1, "+"), (math.nan, "")])
def test_marks(value, mark):
    assert band.Band(1.0, 2.0).mark(value) == mark


def test_without_a_band_there_is_no_mark():
    assert band.Band(math.nan, math.nan).mark(3.0) == ""


def test_the_band_is_that_of_means_of_whole_tunes():
    """400 tunes of 5 chunks: sets of 50 chunks are ten tunes, whose means scatter by sqrt((between^2 + within^2 / 5) / 10)."""
    values, tunes = clusters(400, 5, between=2, within=1)
    found, = band.bands(values, tunes, 50, chance())
    deviation = values.reshape(400, 5).mean(axis=1).std() / math.sqrt(10)
    assert found.low == pytest.approx(values.mean() - norm.ppf(0.975) * deviation, abs=0.1 * deviation)
    assert found.high == pytest.approx(values.mean() + norm.ppf(0.975) * deviation, abs=0.1 * deviation)


def test_single_chunks_would_scatter_less():
    values, tunes = clusters(400, 5, between=2, within=1)
    (whole,), (single,) = band.bands(values, tunes, 50, chance()), band.bands(values, list(range(2000)), 50, chance())
    assert whole.high - whole.low > 1.8 * (single.high - single.low)


def test_larger_sets_scatter_less():
    values, tunes = clusters(200, 4, between=1, within=1)
    (small,), (large,) = (band.bands(values, tunes, size, chance()) for size in (20, 80))
    assert (small.high - small.low) / (large.high - large.low) == pytest.approx(2, rel=0.1)


def test_nineteen_of_twenty_human_sets_lie_inside():
    """New sets of ten tunes from the same people, tunes that the band never saw."""
    values, tunes = clusters(300, 6, between=1, within=1)
    found, = band.bands(values, tunes, 60, chance())
    means = [clusters(10, 6, between=1, within=1, seed=seed)[0].mean() for seed in range(1000, 2000)]
    assert 0.92 < np.mean([found.mark(mean) == "" for mean in means]) < 0.98


def test_a_set_smaller_than_a_tune_is_a_stretch_of_it():
    """Two tunes of ten chunks, all 0 and all 1: three chunks in a row have the mean 0 or 1, never one between."""
    values = np.repeat([0.0, 1.0], 10)[:, None]
    assert band.bands(values, ["a"] * 10 + ["b"] * 10, 3, chance()) == [(0.0, 1.0)]
    assert {float(values[band._drawn([np.arange(10), np.arange(10, 20)], 3, chance(seed))].mean()) for seed in range(20)} == {0.0, 1.0}


def test_what_cannot_be_counted_is_left_out():
    values = np.array([[1.0, math.nan], [math.nan, math.nan], [3.0, math.nan], [1.0, math.nan]])
    first, second = band.bands(values, ["a", "a", "b", "c"], 4, chance())
    assert 1.0 <= first.low < first.high <= 3.0 and math.isnan(second.low) and math.isnan(second.high)


def test_one_tune_has_no_band():
    assert all(math.isnan(end) for end in band.bands(np.ones((5, 1)), ["Lamp"] * 5, 3, chance())[0])


def test_the_order_of_tunes_is_chance_and_only_that():
    values, tunes = clusters(20, 3, between=1, within=1)
    assert band.bands(values, tunes, 10, chance(4)) == band.bands(values, tunes, 10, chance(4)) != band.bands(values, tunes, 10, chance(5))


def test_an_empty_set_has_no_band():
    with pytest.raises(ValueError, match="at least one chunk to compare, got 0"):
        band.bands(np.ones((5, 1)), list("abcde"), 0, chance())


def gaussians(n, centre=0.0, deviation=1.0, seed=1):
    """One number a solo for every feature."""
    values = chance(seed).normal(centre, deviation, (n, 1))
    return {name: values for name in mgeval.FEATURES}


def test_people_overlap_with_people_as_much_as_the_floor(few_splits):
    found = band.comparisons(gaussians(40, seed=2), gaussians(120), list(range(120)), chance())
    overlap, divergence = found["pitch_range"]
    assert len(found) == 9
    assert 0.85 < overlap.floor < 1 and abs(overlap.value - overlap.floor) < 0.05
    assert overlap.band.low < overlap.floor < overlap.band.high and overlap.band.mark(overlap.value) == ""
    assert 0 < divergence.floor < 0.1 and divergence.band.mark(divergence.value) == ""


def test_strangers_overlap_less_and_diverge_more(few_splits):
    overlap, divergence = band.comparisons(gaussians(40, centre=8, seed=2), gaussians(120), list(range(120)), chance())["note_count"]
    assert overlap.value < 0.2 and overlap.band.mark(overlap.value) == "-"
    assert divergence.value > 1 and divergence.band.mark(divergence.value) == "+"


def test_halves_share_no_tune():
    tunes = list("aabbbccccd")
    groups = band._groups(tunes)
    for seed in range(20):
        first, second = band._halves(groups, chance(seed))
        assert sorted([*first, *second]) == list(range(10))
        assert not {tunes[place] for place in first} & {tunes[place] for place in second}


@pytest.mark.parametrize("n_takes, n_human, tunes", [(2, 40, list(range(40))), (40, 5, list(range(5))), (40, 40, ["Lamp"] * 40)])
def test_too_few_have_no_floor(n_takes, n_human, tunes):
    assert band.comparisons(gaussians(n_takes), gaussians(n_human), tunes, chance()) == {}
