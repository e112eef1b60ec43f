"""Nats a note and their interval, by hand and against scipy."""

import math

import numpy as np
import pytest
import scipy.stats

from stages.evaluation import likelihood


def test_long_tunes_weigh_more():
    found = likelihood.nats_per_note([(10.0, 10), (90.0, 30)])
    assert found.nats == 2.5 and found.tunes == 2 and found.notes == 40


def test_perplexity_is_the_number_of_equally_likely_notes():
    assert likelihood.nats_per_note([(20 * math.log(12), 20)]).perplexity == pytest.approx(12)


def test_one_tune_has_no_interval():
    assert likelihood.nats_per_note([(30.0, 10)]).interval is None
    assert likelihood.evaluate([(10.0, 20.0, 10)]) == {
        "nats_per_note": 3.0, "perplexity": pytest.approx(math.e**3), "rhythm_nats_per_note": 1.0, "rhythm_perplexity": pytest.approx(math.e),
        "pitch_nats_per_note": 2.0, "pitch_perplexity": pytest.approx(math.e**2), "tunes": 1}


def test_tunes_that_agree_leave_no_doubt():
    assert likelihood.nats_per_note([(10.0, 5), (30.0, 15), (2.0, 1)]).interval == (2.0, 2.0)


def test_tunes_of_equal_length_have_the_interval_of_student():
    means = np.array([2.1, 2.9, 2.4, 3.3])
    expected = scipy.stats.t.interval(0.95, 3, loc=means.mean(), scale=scipy.stats.sem(means))
    assert likelihood.nats_per_note([(mean * 50, 50) for mean in means]).interval == pytest.approx(expected)


def test_the_interval_by_hand():
    low, high = likelihood.nats_per_note([(10.0, 10), (90.0, 30)]).interval
    error = math.sqrt((15**2 + 15**2) / 1 / 2) / 20  # residuals 10 - 25 and 90 - 75
    assert (high - low) / 2 == pytest.approx(12.706204736 * error)


def test_the_interval_holds_the_truth_19_times_in_20():
    generator = np.random.Generator(np.random.PCG64(1))
    notes = generator.integers(100, 200, size=(2000, 6))
    nats = notes * (2.5 + generator.normal(0, 0.3, size=notes.shape))
    intervals = [likelihood.nats_per_note(tunes).interval for tunes in np.stack([nats, notes], axis=-1).tolist()]
    assert 0.92 < np.mean([low <= 2.5 <= high for low, high in intervals]) < 0.98


def test_evaluate_names_the_ends_of_the_interval():
    scores = likelihood.evaluate([(5.0, 15.0, 10), (10.0, 20.0, 10)])
    assert scores["nats_per_note_low"] < scores["nats_per_note"] == 2.5 < scores["nats_per_note_high"]
    assert scores["rhythm_nats_per_note_low"] < scores["rhythm_nats_per_note"] == 0.75 < scores["rhythm_nats_per_note_high"]


def test_rhythm_and_pitch_share_the_nats_of_the_consistent_symbols():
    # Symbols: two durations, two pitches, a rest. The first place is a duration; at the second the second pitch is not consistent with the chord.
    given = np.log([[0.1, 0.3, 0.2, 0.2, 0.2], [0.25, 0.25, 0.2, 0.2, 0.1]])
    consistent = np.array([[True, True, False, False, False], [False, False, True, False, True]])
    pitched = np.array([False, False, True, True, False])
    rhythm, pitch = likelihood.nats(given, np.array([0, 2]), consistent, pitched)
    assert rhythm == pytest.approx(-math.log(0.1 / 0.4) - math.log(0.2 / 0.3)) and pitch == pytest.approx(0)      # the only consistent pitch costs nothing, that it is no rest does
    rhythm, pitch = likelihood.nats(given, np.array([1, 4]), consistent, pitched)
    assert rhythm == pytest.approx(-math.log(0.3 / 0.4) - math.log(0.1 / 0.3)) and pitch == 0


@pytest.mark.parametrize("tunes", [[], [(3.0, 0)], [(3.0, 2), (0.0, -1)]])
def test_tunes_without_notes_are_refused(tunes):
    with pytest.raises(ValueError, match="at least one note each"):
        likelihood.nats_per_note(tunes)
