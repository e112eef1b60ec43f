"""Notes against chords by time, on 1 and by scale, by hand."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stages.evaluation import fit, pitch

ROOTS = ("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
PITCHES = st.lists(st.integers(40, 90), min_size=2, max_size=60)


def test_long_chord_tones_weigh_more(sheet):
    assert fit.chord_tones_by_time(sheet("CM7 |", "c2. d4")) == (3 / 4, pytest.approx(4 / 12))
    assert pitch.chord_tone_share(sheet("CM7 |", "c2. d4")) == 1 / 2


def test_a_held_note_counts_for_every_chord_beneath_it(sheet):
    """E flat lies on C7 for one quarter, on Fm7 for two and on Bb7 for one."""
    found = fit.chord_tones_by_time(sheet("C7 Fm7 / Bb7 |", "eb1"))
    assert found == (2 / 4, pytest.approx(4 / 12))


def test_time_without_a_chord_is_left_out(sheet):
    assert fit.chord_tones_by_time(sheet("NC C7b9 |", "c2. f4")) == (1 / 2, pytest.approx(5 / 12))


def test_rests_are_no_time(sheet):
    assert fit.chord_tones_by_time(sheet("C7 | F7 |", "r2 c2 r1")).share == 1.0


def test_a_note_behind_the_changes_is_over_the_last_chord(sheet):
    assert fit.chord_tones_by_time(sheet("C7 |", "c1 e1")).share == 1.0


def test_only_notes_on_the_bar_line_count_on_1(sheet):
    """On 1 stand C on C7, D tied over is not played again, and A on F6; off it are D and the B before."""
    found = fit.chord_tones_on_1(sheet("C7 | F6 | F6 | G7#5 |", "c4 d2 b4 a4 r4 d1 r2 d1"))
    assert found == (2 / 3, pytest.approx((4 + 4 + 4) / 3 / 12))


def test_on_1_of_a_bar_of_three(sheet):
    assert fit.chord_tones_on_1(sheet("C | / |", "c4 d4 e4 d2.", metre="3 4")).share == 1 / 2


def test_without_a_note_on_1_there_is_no_share(sheet):
    assert all(map(math.isnan, fit.chord_tones_on_1(sheet("C |", "r4 c2."))))


def test_the_scale_holds_no_colour_from_outside(sheet):
    """F sharp is a colour tone of CM7, but not in C major."""
    found = fit.scale_tones(sheet("CM7 |", "f#4 f4 g4 db4"))
    assert found == (2 / 4, pytest.approx(7 / 12))


def test_a_diminished_scale_is_easier_to_hit(sheet):
    assert fit.scale_tones(sheet("C7b9 |", "c1")).chance == pytest.approx(8 / 12)


def test_without_any_chord_nothing_fits(sheet):
    assert all(math.isnan(value) for value in fit.evaluate(sheet("NC |", "c2 d2")).values())


def test_steps_into_chord_tones_resolve(sheet):
    """Over C7: D to C by a whole tone, A flat to G by a semitone; F leaps to B flat, D goes to E flat, E flat stays, the last A ends."""
    assert fit.step_resolution(sheet("C7 | / | / |", "d4 c4 ab4 g4 f4 bb4 d4 eb4 eb4 g4 a2")) == 2 / 7


def test_the_target_of_a_step_is_judged_by_its_own_chord(sheet):
    assert fit.step_resolution(sheet("C7 F7 |", "d2 eb2")) == 1.0
    assert fit.step_resolution(sheet("C7 NC |", "d2 eb2")) == 0.0


def test_a_solo_of_chord_tones_has_nothing_to_resolve(sheet):
    assert math.isnan(fit.step_resolution(sheet("C7 |", "c4 e4 g4 bb4")))


def test_a_silent_take_fits_nothing(line):
    assert len(fit.evaluate(line([]))) == 7 and all(math.isnan(value) for value in fit.evaluate(line([])).values())


@settings(deadline=None)
@given(PITCHES)
def test_for_equal_notes_under_one_chord_time_is_notes(line, pitches):
    solo = line(pitches, "Cm7b5")
    assert fit.chord_tones_by_time(solo) == pytest.approx((pitch.chord_tone_share(solo), pitch.chord_tone_chance(solo)))


@settings(deadline=None)
@given(PITCHES, st.integers(0, 11))
def test_all_is_the_same_in_every_key(line, pitches, key):
    moved = line([number + key for number in pitches], f"{ROOTS[key]}m7b5")
    assert fit.evaluate(moved) == pytest.approx(fit.evaluate(line(pitches, "Cm7b5")), nan_ok=True)


@pytest.mark.parametrize("symbol", ["C7", "C7alt", "Cm7b5", "C6"])
def test_chance_is_what_all_pitch_classes_score(line, symbol):
    """All twelve pitch classes, equally often and long."""
    for found in (fit.chord_tones_by_time, fit.scale_tones):
        share, chance = found(line(list(range(60, 72)), symbol))
        assert share == pytest.approx(chance)
