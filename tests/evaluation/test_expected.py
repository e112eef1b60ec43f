"""Perplexities and guesses where rhythms and pitches take turns, by hand."""

import math

import numpy as np
import pytest

from stages.evaluation.expected import accuracies, judge

RHYTHMS = np.array([True, True, False, False, False])


def test_only_the_kind_that_is_due_shares_the_probability():
    given = np.log([[0.1, 0.3, 0.2, 0.2, 0.2], [0.4, 0.2, 0.2, 0.1, 0.1]])
    tunes, guessed = judge([("Blues", np.array([0, 2]), given), ("Waltz", np.array([0, 2, 0, 2]), np.tile(given, (2, 1)))], RHYTHMS)
    assert tunes == {"Blues": (pytest.approx(math.log(4)), pytest.approx(math.log(2)), 1), "Waltz": (pytest.approx(2 * math.log(4)), pytest.approx(2 * math.log(2)), 2)}
    assert (guessed["rhythm_accuracy"], guessed["pitch_accuracy"]) == (0, 1)                    # the first rhythm was not the likelier; of the pitches it was


def test_padding_counted_as_wrong_as_the_program_of_mingus_does():
    half_right = np.array([[True, False]] * 7)                        # 7 of 35 places filled, all rhythms right, no pitch
    assert accuracies([half_right]) == {"rhythm_accuracy": 1.0, "pitch_accuracy": 0.0, "rhythm_accuracy_mingus": 0.2, "pitch_accuracy_mingus": 0.0}


def test_what_is_longer_than_its_segments_has_no_padding_to_count():
    assert accuracies([np.array([[True, False]] * 36)]) == {"rhythm_accuracy": 1.0, "pitch_accuracy": 0.0}
