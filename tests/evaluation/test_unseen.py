"""What an improviser expects of each part of a split, with numbers made by hand."""

from fractions import Fraction
from math import log
from types import SimpleNamespace

import numpy as np
import pytest

from stages.evaluation import likelihood
from stages.evaluation.unseen import expectations
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.melody.solo import Note, Solo

CHANGES = Changes(((Fraction(0), parse_chord("C7")),), Fraction(4))


def solo(title: str, notes: int) -> Solo:
    return Solo(tuple(Note(Fraction(place, 4), Fraction(1, 4), 60) for place in range(notes)), CHANGES, tune=title)


def told(nats: dict[int, tuple[float, float | None] | None]) -> SimpleNamespace:
    """An improviser that works by whole solos, and says of each what is given for its number of notes."""
    return SimpleNamespace(nats=lambda solo: nats[len(solo.notes)])


def test_the_solos_of_one_tune_are_added_up():
    parts = {"train": [], "test": [solo("Waltz", 1), solo("Waltz", 2), solo("Blues", 3)]}
    found = expectations(told({1: (1.0, 2.0), 2: (3.0, 4.0), 3: (2.0, 6.0)}), None, None, parts)
    assert found == {"test": {"waltz": (4.0, 6.0, 3), "blues": (2.0, 6.0, 3)}}                          # a part without tunes says nothing
    scores = likelihood.evaluate([*found["test"].values()])
    assert scores["nats_per_note"] == pytest.approx(18 / 6) and scores["rhythm_nats_per_note"] == pytest.approx(6 / 6)
    # Residuals of 10 - 3 x 3 and 8 - 3 x 3: a standard error of sqrt(2 / 1 / 2) / 3, times Student's 12.706 of one degree of freedom.
    assert scores["nats_per_note_high"] == pytest.approx(3 + 12.706 / 3, rel=1e-4)


def test_who_tells_the_whole_only_has_no_parts_and_who_cannot_tell_has_nothing():
    whole = expectations(told({2: (3.0, None)}), None, None, {"test": [solo("Waltz", 2)]})
    assert whole == {"test": {"waltz": (3.0, None, 2)}} and "pitch_nats_per_note" not in likelihood.evaluate([*whole["test"].values()])
    assert expectations(told({1: (1.0, 1.0), 2: None}), None, None, {"test": [solo("Waltz", 1), solo("Blues", 2)]}) == {}


def test_rhythm_and_pitch_of_symbols():
    """Two rhythms, then three pitches and a rest, each as likely as the others of its kind; one of the pitches is not consistent."""
    pitched = np.array([False, False, True, True, True, False])
    kinds = np.array([[True, True, False, False, False, False], [False, False, True, True, True, True]])
    given = np.log(kinds / kinds.sum(axis=1, keepdims=True), where=kinds, out=np.full((2, 6), -np.inf))
    consistent = kinds & ~(np.arange(6) == 4)
    grammar = SimpleNamespace(consistent=lambda symbols, contexts, alphabet: consistent, pitched=lambda alphabet: pitched)
    improviser = SimpleNamespace(log_probabilities=lambda solos, contexts: (given for _ in solos))
    lessons = SimpleNamespace(test=(np.array([0, 2]),), test_contexts=(None,), alphabet=None)
    rhythm, pitch, notes = expectations(improviser, grammar, lessons, {"test": [solo("Waltz", 1)]})["test"]["waltz"]
    assert rhythm == pytest.approx(log(2) + log(3 / 2)) and notes == 1                       # one of two rhythms; two of the three that may stand there sound
    assert pitch == pytest.approx(log(2))                                                    # one of two pitches
