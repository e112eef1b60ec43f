"""Metrics of pitch, by hand and against scipy."""

import math

import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from stages.evaluation import pitch

ROOTS = ("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
PITCHES = st.lists(st.integers(40, 90), min_size=2, max_size=60)


def test_two_of_four_notes_are_chord_tones(sheet):
    solo = sheet("CM7 |", "c4 d4 e4 f4")
    assert pitch.chord_tone_share(solo) == 2 / 4
    assert pitch.chord_tone_chance(solo) == 4 / 12


def test_a_named_tension_is_a_chord_tone(sheet):
    assert pitch.chord_tone_share(sheet("C7b9 |", "db4 d4 r2")) == 1 / 2


def test_the_chord_at_the_onset_counts(sheet):
    assert pitch.chord_tone_share(sheet("C / / Db |", "e4 e4 e4 f4")) == 1.0


def test_colour_and_scale_are_inside(sheet):
    solo = sheet("CM7 |", "f#4 f4 g4 db4")
    assert pitch.inside_share(solo) == 3 / 4
    assert pitch.inside_chance(solo) == pytest.approx(8 / 12)  # C major and F sharp


def test_notes_without_a_chord_are_left_out(sheet):
    solo = sheet("NC | C7 |", "c#2 c#2 e2 f2")
    assert pitch.chord_tone_share(solo) == 1 / 2
    assert pitch.chord_tone_chance(solo) == 4 / 12


def test_without_any_chord_there_is_no_share(sheet):
    solo = sheet("NC |", "c2 d2")
    assert math.isnan(pitch.chord_tone_share(solo)) and math.isnan(pitch.inside_share(solo))


def test_one_of_two_outside_notes_resolves(sheet):
    assert pitch.approach_resolution(sheet("C7 |", "d#4 e4 c#4 g4")) == 1 / 2


def test_a_semitone_into_a_colour_tone_resolves(sheet):
    assert pitch.approach_resolution(sheet("Cm7 |", "e4 f4 r2")) == 1.0


def test_a_semitone_into_an_avoid_note_does_not(sheet):
    assert pitch.approach_resolution(sheet("Cm7b5 |", "d4 db4 r2")) == 0.0


def test_the_target_is_judged_by_its_own_chord(sheet):
    assert pitch.approach_resolution(sheet("C7 F#7 |", "eb4 r4 e2")) == 1.0
    assert pitch.approach_resolution(sheet("C7 Ebm7 |", "eb4 r4 e2")) == 0.0


def test_a_semitone_to_where_no_chord_sounds_does_not_resolve(sheet):
    assert pitch.approach_resolution(sheet("C7 NC |", "eb4 r4 e2")) == 0.0


def test_inside_solos_have_nothing_to_resolve(sheet):
    assert math.isnan(pitch.approach_resolution(sheet("C7 |", "c4 e4 g4 bb4")))


def test_entropy_of_a_bar_by_hand(sheet):
    assert pitch.pitch_class_entropy(sheet("C |", "c4 c+4 e8 g4."), 1) == 1.5


def test_entropy_skips_empty_bars(sheet):
    assert pitch.pitch_class_entropy(sheet("C | / | / |", "c4 c4 e4 g4 r1 c1"), 1) == 0.75


def test_windows_start_on_every_bar(sheet):
    solo = sheet("C | / | / |", "c2 d2 e2 f2 c2 d2")
    assert pitch.pitch_class_entropy(solo, 2) == 2.0
    assert pitch.pitch_class_entropy(solo, 3) == pytest.approx(-4 / 6 * math.log2(1 / 3) - 2 / 6 * math.log2(1 / 6))


def test_a_solo_shorter_than_the_window_has_no_entropy(sheet):
    assert math.isnan(pitch.pitch_class_entropy(sheet("C |", "c1"), 4))


def test_interval_shares_by_hand(sheet):
    scores = pitch.evaluate(sheet("C | / |", "c4 c4 d4 f#4 c#4 a4 r2"))
    found = [scores[f"interval_{size}"] for size in ("repeats", "steps", "thirds", "leaps", "wide_leaps")]
    assert found == [1 / 5, 1 / 5, 1 / 5, 1 / 5, 1 / 5]


def test_pitches_by_hand(sheet):
    """C D C C an octave above, B below: 4 pitches, 3 pitch classes, from B up to the high C."""
    solo = sheet("C | / |", "c4 d4 c4 c+4 b-4 r2.")
    assert (pitch.pitch_range(solo), pitch.pitches_used(solo), pitch.pitch_classes_used(solo)) == (13, 4, 3)


def test_silence_has_no_range(line):
    assert math.isnan(pitch.pitch_range(line([]))) and pitch.pitches_used(line([])) == pitch.pitch_classes_used(line([])) == 0


def test_evaluate_leaves_nothing_out_and_adds_nothing(sheet):
    scores = pitch.evaluate(sheet("C7 | F7 |", "c4 d4 e4 f4 g1"))
    assert scores["chord_tone_share"] == 2 / 5 and len(scores) == 15


@given(PITCHES)
def test_entropy_agrees_with_scipy(line, pitches):
    bars = [pitches[start:start + 8] for start in range(0, len(pitches), 8)]
    expected = [scipy.stats.entropy([sum(p % 12 == pc for p in bar) for pc in range(12)], base=2) for bar in bars]
    assert pitch.pitch_class_entropy(line(pitches), 1) == pytest.approx(sum(expected) / len(bars))


@given(PITCHES)
def test_entropy_stays_between_one_and_twelve_pitch_classes(line, pitches):
    assert 0 <= pitch.pitch_class_entropy(line(pitches), 1) <= math.log2(12) + 1e-12


@given(PITCHES)
def test_every_interval_has_one_size(line, pitches):
    scores = pitch.evaluate(line(pitches))
    assert math.fsum(scores[f"interval_{size}"] for size in pitch.SIZES) == pytest.approx(1)


@given(PITCHES, st.integers(0, 11))
def test_all_is_the_same_in_every_key(line, pitches, key):
    moved = line([number + key for number in pitches], f"{ROOTS[key]}m7b5")
    assert pitch.evaluate(moved) == pytest.approx(pitch.evaluate(line(pitches, "Cm7b5")), nan_ok=True)
