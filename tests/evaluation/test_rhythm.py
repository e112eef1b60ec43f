"""Metrics of rhythm, by hand and against the definition of GS written out pair by pair."""

import math
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stages.evaluation import rhythm
from stages.melody.solo import Note

PLACES = st.lists(st.integers(0, 16 * 4 * 3 - 1), min_size=2, max_size=30, unique=True)  # sixteenths of a quarter note in three bars


def test_equal_bars_groove_alike(sheet):
    assert rhythm.grooving_similarity(sheet("C | / |", "c4 d4 e2 g4 a4 b2")) == 1.0


def test_two_slots_of_64_differ(sheet):
    assert rhythm.grooving_similarity(sheet("C | / |", "c4 d4 e4 f4 c2 d2")) == 1 - 2 / 64


def test_a_bar_of_three_quarters_has_48_slots(sheet):
    assert rhythm.grooving_similarity(sheet("C | / |", "c4 d4 e4 c2.", metre="3 4")) == 1 - 2 / 48


def test_all_pairs_of_bars_count(sheet):
    solo = sheet("C | / | / |", "c1 c1 d2 e2")
    assert rhythm.grooving_similarity(solo) == pytest.approx((1 + 63 / 64 + 63 / 64) / 3)


def test_empty_bars_are_alike_and_can_be_left_out(sheet):
    solo = sheet("C | / | / | / |", "r1 c2 d2 r1 c1")
    assert rhythm.grooving_similarity(solo) == pytest.approx(1 - (2 + 1 + 2 + 1 + 1) / 64 / 6)
    assert rhythm.grooving_similarity(solo, empty_bars=False) == 1 - 1 / 64


def test_one_bar_has_no_pair(sheet):
    assert math.isnan(rhythm.grooving_similarity(sheet("C |", "c1")))


def test_a_note_just_before_the_bar_line_stays_in_its_bar(sheet):
    notes = (Note(Fraction(0), Fraction(1), 60), Note(Fraction(8) - Fraction(1, 120), Fraction(1, 120), 60))
    assert rhythm.grooving_similarity(replace(sheet("C | / |", "c1"), notes=notes)) == 1 - 2 / 64


def test_a_note_behind_the_changes_opens_a_bar_of_its_own(sheet):
    solo = sheet("C |", "c1")
    late = replace(solo, notes=(*solo.notes, Note(Fraction(4), Fraction(1), 60)))
    assert rhythm.grooving_similarity(late) == 1.0


@given(PLACES)
def test_grooving_similarity_is_its_definition(sheet, places):
    notes = tuple(Note(Fraction(place, 16), Fraction(1, 16), 60) for place in sorted(places))
    solo = replace(sheet("C | / | / |", "c1"), notes=notes)
    bars = [{place % 64 for place in places if place // 64 == bar} for bar in range(3)]
    pairs = [1 - len(first ^ second) / 64 for first, second in combinations(bars, 2)]
    assert rhythm.grooving_similarity(solo) == pytest.approx(sum(pairs) / 3)


def test_durations_by_hand(sheet):
    solo = sheet("C | / |", "c8 d8 e4 f2 g1")
    assert rhythm.note_duration(solo, 0.5) == 1.0
    assert rhythm.note_duration(solo, 0.1) == 0.5
    assert rhythm.note_duration(solo, 0.9) == pytest.approx(2 + 0.6 * 2)


def test_notes_a_quarter_and_a_bar(sheet):
    waltz = sheet("C | / |", "c4 d4 e4 f2.", metre="3 4")
    assert rhythm.notes_per_quarter(waltz) == 4 / 6
    assert rhythm.notes_per_bar(waltz) == 2.0


def test_rests_before_between_and_behind(sheet):
    solo = sheet("C | / |", "r4 c4 d8 r8 e4 r1")
    assert rhythm.rests(solo) == [Fraction(1), Fraction(1, 2), Fraction(4)]
    assert rhythm.rest_share(solo) == 5.5 / 8
    assert rhythm.rest_duration(solo, 0.5) == 1.0


def test_a_solo_without_a_gap_has_no_rest(sheet):
    solo = sheet("C |", "c2 d2")
    assert rhythm.rests(solo) == [] and rhythm.rest_share(solo) == 0
    assert math.isnan(rhythm.rest_duration(solo, 0.5))


def test_a_quarter_rest_ends_a_phrase_an_eighth_does_not(sheet):
    assert rhythm.notes_per_phrase(sheet("C | / |", "c4 r4 d4 e8 r8 f4 r2 g4")) == 5 / 3


def test_a_phrase_lasts_from_its_first_note_to_its_last(sheet):
    """One of c alone, one of d, e, an eighth rest and f, one of g."""
    solo = sheet("C | / | / |", "c4 r4 d4 e8 r8 f4 r2 g2 r4 r1")
    assert rhythm.phrases(solo) == [(1, 1), (3, 3), (1, 2)]
    assert rhythm.phrase_duration(solo, 0.5) == 2.0 and rhythm.phrase_duration(solo, 0.9) == pytest.approx(2.8)


def test_triplets_leave_no_rest(sheet):
    third = Fraction(1, 3)
    notes = tuple(Note(place * third, third, 60) for place in range(12))
    solo = replace(sheet("C |", "c1"), notes=notes)
    assert rhythm.rests(solo) == [] and rhythm.phrases(solo) == [(12, 4)]


@settings(deadline=None)
@given(st.lists(st.integers(1, 96), min_size=1, max_size=40), st.floats(0, 1))
def test_quantiles_are_those_of_numpy(sheet, durations, quantile):
    onsets = np.cumsum([0, *durations])
    notes = tuple(Note(Fraction(int(onset), 24), Fraction(duration, 24), 60) for onset, duration in zip(onsets, durations))
    solo = replace(sheet("C |", "c1"), notes=notes)
    assert rhythm.note_duration(solo, quantile) == pytest.approx(np.quantile(np.array(durations) / 24, quantile), abs=1e-12)


@settings(deadline=None)
@given(PLACES)
def test_rests_and_notes_fill_the_changes(sheet, places):
    notes = tuple(Note(Fraction(place, 16), Fraction(1, 48), 60) for place in sorted(places))
    solo = replace(sheet("C | / | / |", "c1"), notes=notes)
    assert sum(rhythm.rests(solo)) + sum(note.duration for note in notes) == 12
    assert sum(notes for notes, _ in rhythm.phrases(solo)) == len(notes)


def test_a_silent_take_has_only_rests(sheet):
    silent = replace(sheet("C | / |", "c1"), notes=())
    scores = rhythm.evaluate(silent)
    assert scores["rest_share"] == 1 and scores["notes_per_bar"] == 0 and scores["grooving_similarity"] == 1
    assert math.isnan(scores["note_duration_median"]) and math.isnan(scores["notes_per_phrase"])


@given(PLACES, st.integers(-20, 20))
def test_rhythm_does_not_hear_pitch(sheet, places, interval):
    notes = tuple(Note(Fraction(place, 16), Fraction(1, 16), 60) for place in sorted(places))
    solo = replace(sheet("C | / | / |", "c1"), notes=notes)
    moved = replace(solo, notes=tuple(note._replace(pitch=60 + interval) for note in notes))
    assert rhythm.evaluate(moved) == pytest.approx(rhythm.evaluate(solo), nan_ok=True)
