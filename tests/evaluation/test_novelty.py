"""Shared runs, by hand and against difflib."""

import math
from difflib import SequenceMatcher
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stages.evaluation import novelty

SCALE = "c4 d4 e4 f4 g4 a4 b4 c+4"
PITCHES = st.lists(st.integers(60, 64), min_size=8, max_size=40)


def test_a_verbatim_copy_is_found_whole(sheet):
    solo, copy = sheet("C | / |", SCALE), sheet("C | / |", SCALE)
    assert novelty.evaluate(solo, [copy]) == {"longest_shared_run": 7.0, "copy_rate_8_notes": 1.0}


def test_key_and_rhythm_do_not_hide_a_copy(sheet):
    solo, other = sheet("C | / |", SCALE), sheet("G | / |", "g8 a2 b8 c+4 d+4 e+4 f#+4 g+4")
    assert novelty.copy_rate(solo, [other]) == 1.0


def test_the_longest_run_is_counted_in_intervals(sheet):
    solo, other = sheet("C |", "c4 d4 e4 c4"), sheet("C |", "a4 f4 g4 a4")
    assert novelty.longest_shared_run(solo, [other]) == 2  # c d e = f g a


def test_the_same_steps_downwards_are_another_run(sheet):
    assert novelty.longest_shared_run(sheet("C |", "c4 d4 e4 f4"), [sheet("C |", "f4 e4 d4 c4")]) == 0


def test_nothing_is_shared_with_nobody(sheet):
    assert novelty.evaluate(sheet("C | / |", SCALE), []) == {"longest_shared_run": 0.0, "copy_rate_8_notes": 0.0}


def test_no_run_reaches_across_two_solos(sheet):
    halves = [sheet("C |", "c4 d4 e4 f4"), sheet("C |", "f4 g4 a4 b4")]
    assert novelty.longest_shared_run(sheet("C | / |", SCALE), halves) == 3


def test_every_position_of_a_repeated_run_counts(sheet):
    solo = sheet("C | / |", "c4 d4 c4 d4 c4 d4 g4 r4")
    assert novelty.copy_rate(solo, [sheet("C |", "e4 f#4 e4 r4")], notes=3) == 2 / 5


def test_a_solo_of_seven_notes_has_no_run_of_eight(sheet):
    assert math.isnan(novelty.copy_rate(sheet("C | / |", "c4 d4 e4 f4 g4 a4 b2"), []))


def test_a_solo_is_never_held_against_its_own_tune(line):
    corpus = [line([60], tune="Lamp"), line([62], tune="Lamp"), line([64], tune="Porch"), line([65]), line([67])]
    assert novelty.of_other_tunes(corpus[0], corpus) == corpus[2:]
    assert novelty.of_other_tunes(corpus[3], corpus) == [*corpus[:3], corpus[4]]


@given(PITCHES, st.integers(-30, 30))
def test_a_transposed_copy_is_a_copy(line, pitches, interval):
    copy = line([pitch + interval for pitch in pitches])
    expected = {"longest_shared_run": len(pitches) - 1, "copy_rate_8_notes": 1.0}
    assert novelty.evaluate(line(pitches), [copy]) == expected


@given(PITCHES, PITCHES)
def test_the_longest_run_agrees_with_difflib(line, first, second):
    own, other = ([after - pitch for pitch, after in pairwise(pitches)] for pitches in (first, second))
    expected = SequenceMatcher(None, own, other, autojunk=False).find_longest_match(0, len(own), 0, len(other)).size
    assert novelty.longest_shared_run(line(first), [line(second)]) == expected


@given(PITCHES, PITCHES)
def test_runs_of_n_notes_are_found_up_to_the_longest_run_only(line, first, second):
    longest = novelty.longest_shared_run(line(first), [line(second)])
    rates = [novelty.copy_rate(line(first), [line(second)], notes) for notes in range(2, len(first) + 1)]
    assert [rate > 0 for rate in rates] == [notes - 1 <= longest for notes in range(2, len(first) + 1)]
