"""How close a take is to the solos of people: by hand."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.evaluation.closeness import MEASURES, distance, span, usual
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.melody.solo import Note, Solo


def solo(*pitches: int, chord: str = "C") -> Solo:
    """A bar of quarter notes."""
    return Solo(tuple(Note(Fraction(place), Fraction(1), pitch) for place, pitch in enumerate(pitches)), Changes(((Fraction(0), parse_chord(chord)),), Fraction(4)))


def test_the_usual_values_are_the_quartiles():
    # Spans of 4, 5, 6, 7 and 12 semitones; three or four notes in four quarters.
    found = usual([solo(60, 64, 64), solo(60, 65, 60), solo(60, 66, 60, 60), solo(60, 67, 60, 60), solo(60, 72, 60, 60)])
    assert found["span"] == (5, 7) and found["notes_per_quarter"] == (0.75, 1) and found["rest_share"] == (0, 0.25)


def test_a_take_in_the_middle_half_is_as_good_as_any():
    people = {"span": (5.0, 7.0), "notes_per_quarter": (0.75, 1.0)}
    assert distance(solo(60, 66, 60), people) == distance(solo(60, 67, 60, 60), people) == 0


def test_outside_it_counts_how_many_of_its_widths_away():
    people = {"span": (5.0, 7.0), "notes_per_quarter": (0.75, 1.0)}
    assert distance(solo(60, 72, 60), people) == pytest.approx(math.sqrt((5 / 2) ** 2 / 2))             # 12 semitones are 5 above 7
    assert distance(solo(60, 64), people) == pytest.approx(math.sqrt(((1 / 2) ** 2 + 1 ** 2) / 2))      # 4 are 1 below 5; half a note a quarter is .25 below .75


def test_where_all_solos_agree_the_unit_is_what_they_agree_on():
    assert distance(solo(60, 72), {"span": (8.0, 8.0)}) == 0.5 and distance(solo(60, 72), {"span": (0.0, 0.0)}) == 12


def test_a_take_with_nothing_to_count_is_the_farthest():
    people = usual([solo(60, 64), solo(60, 65, 67)])
    assert distance(solo(), people) == math.inf and math.isnan(span(solo()))


def test_a_measure_that_no_solo_has_is_left_out():
    people = usual([solo(60, 64, chord="NC"), solo(62, 65, chord="NC")])
    assert "chord_tone_share" not in people and distance(solo(60, 64), people) < math.inf


@given(st.lists(st.lists(st.integers(40, 80), min_size=2, max_size=4), min_size=1, max_size=6))
def test_every_measure_has_its_quartiles_and_a_solo_is_at_no_distance_from_itself(pitches):
    solos = [solo(*row) for row in pitches]
    people = usual(solos)
    assert set(people) == set(MEASURES) and all(low <= high for low, high in people.values())
    assert distance(solos[0], usual([solos[0]])) == pytest.approx(0) and all(distance(one, people) >= 0 for one in solos)
