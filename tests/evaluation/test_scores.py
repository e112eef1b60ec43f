"""All metrics on a set of solos."""

import math

import pytest

from stages.evaluation import scores
from stages.evaluation.spread import Spread, mean, spread

UP, DOWN = list(range(60, 76)), list(range(76, 60, -1))


def test_a_spread_leaves_out_what_is_nan():
    assert spread([1.0, math.nan, 4.0]) == Spread(2.5, 1.0, 4.0)


def test_nothing_has_no_mean():
    assert math.isnan(mean([])) and math.isnan(spread([math.nan]).low)


def test_takes_are_held_against_the_tune_they_are_on(line):
    take, learnt = line(UP, tune="Lamp"), line(UP, tune="Lamp")
    assert scores.spread_takes([take], [learnt])["copy_rate_8_notes"].mean == 1.0


def test_the_corpus_is_held_against_its_other_tunes(line):
    corpus = [line(UP, tune="Lamp"), line(UP, tune="Lamp"), line(DOWN, tune="Porch")]
    assert scores.spread_corpus(corpus)["copy_rate_8_notes"].mean == 0.0


def test_the_score_of_a_set_is_the_mean_of_its_solos(line):
    found = scores.score(scores.spread_takes([line(UP), line([60] * 16)], [line(UP)]))
    assert found["interval_repeats"] == 0.5 and found["copy_rate_8_notes"] == 0.5
    assert found["longest_shared_run"] == 7.5 and found["longest_shared_run_max"] == 15


def test_what_cannot_be_counted_is_missing_from_the_score(line):
    found = scores.score(scores.spread_takes([line([60, 64, 67], "NC")], [line(UP)]))
    assert "chord_tone_share" not in found and not any(map(math.isnan, found.values()))


def test_an_empty_set_is_refused():
    with pytest.raises(ValueError, match="at least one solo"):
        scores.spread_takes([], [])
