"""Shared runs, by hand and against difflib."""

import math
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stages.evaluation import novelty

SCALE = "c4 d4 e4 f4 g4 a4 b4 c+4"
PITCHES = st.lists(st.integers(60, 64), min_size=8, max_size=40)


def against(solo, *others):
    """The runs of a solo that it shares with others."""
    return novelty.shared_runs([solo, *others], ["one", *(["other"] * len(others))])[0]


def test_a_verbatim_copy_is_found_whole(sheet):
    solo, copy = sheet("C | / |", SCALE), sheet("C | / |", SCALE)
    assert novelty.evaluate([solo], [copy]) == [{"longest_shared_run": 7.0, "copy_rate_8_notes": 1.0}]


def test_key_and_rhythm_do_not_hide_a_copy(sheet):
    solo, other = sheet("C | / |", SCALE), sheet("G | / |", "g8 a2 b8 c+4 d+4 e+4 f#+4 g+4")
    assert novelty.copy_rate(against(solo, other)) == 1.0


def test_the_longest_run_is_counted_in_intervals(sheet):
    solo, other = sheet("C |", "c4 d4 e4 c4"), sheet("C |", "a4 f4 g4 a4")
    assert against(solo, other).tolist() == [2, 1, 1]  # c d e = f g a, d e = f g, e c = a f
    assert novelty.longest_shared_run(against(solo, other)) == 2


def test_the_same_steps_downwards_are_another_run(sheet):
    assert novelty.longest_shared_run(against(sheet("C |", "c4 d4 e4 f4"), sheet("C |", "f4 e4 d4 c4"))) == 0


def test_nothing_is_shared_with_nobody(sheet):
    assert novelty.evaluate([sheet("C | / |", SCALE)], []) == [{"longest_shared_run": 0.0, "copy_rate_8_notes": 0.0}]


def test_no_run_reaches_across_two_solos(sheet):
    halves = [sheet("C |", "c4 d4 e4 f4"), sheet("C |", "f4 g4 a4 b4")]
    assert novelty.longest_shared_run(against(sheet("C | / |", SCALE), *halves)) == 3


def test_every_position_of_a_repeated_run_counts(sheet):
    solo = sheet("C | / |", "c4 d4 c4 d4 c4 d4 g4 r4")
    assert novelty.copy_rate(against(solo, sheet("C |", "e4 f#4 e4 r4")), notes=3) == 2 / 5


def test_a_solo_of_seven_notes_has_no_run_of_eight(sheet):
    assert math.isnan(novelty.copy_rate(against(sheet("C | / |", "c4 d4 e4 f4 g4 a4 b2"))))


def test_a_solo_without_notes_or_intervals_shares_nothing(line):
    assert [row["longest_shared_run"] for row in novelty.evaluate([line([]), line([60])], [line([60, 62]), line([])])] == [0.0, 0.0]


def test_takes_are_not_held_against_each_other(line):
    assert novelty.evaluate([line([60, 62, 64]), line([60, 62, 64])], [line([60, 61])]) == [{"longest_shared_run": 0.0, "copy_rate_8_notes": pytest.approx(math.nan, nan_ok=True)}] * 2


def test_a_solo_is_never_held_against_its_own_tune(line):
    """Lamp's choruses share a run of 3 with each other only, and one of 2 with Porch; the tunes without names are held against each other."""
    corpus = [line([60, 62, 65, 70], tune="Lamp"), line([50, 52, 55, 60], tune="The Lamp"), line([64, 66, 69], tune="Porch"), line([40, 51, 51, 51]), line([67, 78, 78, 78])]
    assert [row["longest_shared_run"] for row in novelty.evaluate_corpus(corpus)] == [2, 2, 2, 3, 3]


def test_pieces_of_a_solo_are_held_against_other_tunes_only(line):
    """Of the pieces of Lamp, which are in both choruses on it, Porch has one interval and two; Rain is one of them transposed, but no part of the corpus."""
    lamp, again, porch = line([60, 62, 65, 70, 71], tune="Lamp"), line([50, 52, 55, 60], tune="The Lamp"), line([64, 66, 69], tune="Porch")
    pieces = [line([62, 65, 70], tune="Lamp"), line([60, 62, 65, 70], tune="Lamp"), line([40, 42, 45, 50], tune="Rain")]
    assert [row["longest_shared_run"] for row in novelty.evaluate_human(pieces, [lamp, again, porch])] == [1, 2, 3]


def test_without_a_title_the_source_tells_tunes_apart(line):
    solo, other = (replace(line([60, 62, 65, 70]), source=source) for source in ("a.mid", "b.mid"))
    assert [row["longest_shared_run"] for row in novelty.evaluate_human([solo], [solo])] == [0]
    assert [row["longest_shared_run"] for row in novelty.evaluate_human([solo], [solo, other])] == [3]


@settings(deadline=None)
@given(st.lists(st.tuples(PITCHES, st.sampled_from("abc"), st.booleans()), min_size=1, max_size=6))
def test_shared_runs_are_their_definition(line, solos):
    """For every place the longest run that stands, too, in a known solo with another label; searched for one by one."""
    intervals = [[after - pitch for pitch, after in pairwise(pitches)] for pitches, _, _ in solos]
    found = novelty.shared_runs([line(pitches) for pitches, _, _ in solos], [label for _, label, _ in solos], [known for _, _, known in solos])
    for own, (_, label, _), runs in zip(intervals, solos, found):
        heard = {tuple(other[start:end]) for other, (_, theirs, known) in zip(intervals, solos) if known and theirs != label
                 for start in range(len(other)) for end in range(start + 1, len(other) + 1)}
        expected = [max((length for length in range(1, len(own) - start + 1) if tuple(own[start:start + length]) in heard), default=0) for start in range(len(own))]
        assert runs.tolist() == expected


@given(PITCHES, st.integers(-30, 30))
def test_a_transposed_copy_is_a_copy(line, pitches, interval):
    copy = line([pitch + interval for pitch in pitches])
    assert novelty.evaluate([line(pitches)], [copy]) == [{"longest_shared_run": len(pitches) - 1, "copy_rate_8_notes": 1.0}]


@given(st.lists(PITCHES, min_size=2, max_size=4))
def test_the_longest_run_agrees_with_difflib(line, solos):
    own, *others = [[after - pitch for pitch, after in pairwise(pitches)] for pitches in solos]
    expected = max(SequenceMatcher(None, own, other, autojunk=False).find_longest_match(0, len(own), 0, len(other)).size for other in others)
    assert novelty.longest_shared_run(against(*map(line, solos))) == expected


@given(st.lists(PITCHES, min_size=2, max_size=4), st.integers(2, 10))
def test_runs_of_n_notes_are_those_that_stand_in_another_solo(line, solos, notes):
    own, *others = [[after - pitch for pitch, after in pairwise(pitches)] for pitches in solos]
    runs = [own[start:start + notes - 1] for start in range(len(own) - notes + 2)]
    heard = [other[start:start + notes - 1] for other in others for start in range(len(other) - notes + 2)]
    rate = novelty.copy_rate(against(*map(line, solos)), notes)
    assert rate == sum(run in heard for run in runs) / len(runs) if runs else math.isnan(rate)
