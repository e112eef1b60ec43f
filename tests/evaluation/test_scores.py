"""All metrics on a set of solos."""

import math

import pytest

from stages.evaluation import novelty, scores
from stages.evaluation.spread import Spread, mean, spread

UP, DOWN = list(range(60, 76)), list(range(76, 60, -1))


def test_a_spread_leaves_out_what_is_nan():
    assert spread([1.0, math.nan, 4.0]) == Spread(2.5, 1.0, 4.0)


def test_nothing_has_no_mean():
    assert math.isnan(mean([])) and math.isnan(spread([math.nan]).low)


def test_takes_are_held_against_the_tune_they_are_on(line):
    take, learnt = line(UP, tune="Lamp"), line(UP, tune="Lamp")
    assert novelty.evaluate([take], [learnt])[0]["copy_rate_8_notes"] == 1.0


def test_the_corpus_is_held_against_its_other_tunes(line):
    corpus = [line(UP, tune="Lamp"), line(UP, tune="Lamp"), line(DOWN, tune="Porch")]
    assert scores.spread_corpus(corpus)["copy_rate_8_notes"].mean == 0.0


def test_the_value_of_a_corpus_is_the_mean_of_its_solos(line):
    found = scores.spread_corpus([line(UP, tune="Lamp"), line([60] * 16, tune="Porch"), line(UP, tune="Gate"), line([60] * 16, tune="Sill")])
    assert found["interval_repeats"].mean == 0.5 and found["copy_rate_8_notes"].mean == 1.0
    assert found["longest_shared_run"].mean == 15 and found["longest_shared_run"].high == 15


def test_what_cannot_be_counted_has_no_mean(line):
    found = scores.spread_corpus([line([60, 64, 67], "NC")])
    assert math.isnan(found["chord_tone_share"].mean) and not math.isnan(found["pitch_range"].mean)


def test_an_empty_set_is_refused():
    with pytest.raises(ValueError, match="at least one solo"):
        scores.spread_corpus([])
