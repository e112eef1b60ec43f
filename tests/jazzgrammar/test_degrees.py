"""Degrees of the scale, in both directions."""

import re

import pytest

from stages.harmony.scales import FAMILIES as OUR_FAMILIES
from stages.jazzgrammar.degrees import FAMILIES, FAMILY_OF, semitones_of, write_degree
from stages.jazzgrammar.terminals import Degree, parse_terminal


def degree(text: str) -> Degree:
    return parse_terminal(("X", text, 8))


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("semitones", range(12))
def test_every_note_comes_back_from_its_degree(family, semitones):
    assert semitones_of(degree(write_degree(semitones, family)), family) == semitones


@pytest.mark.parametrize("family, text, semitones", [
    ("major", "7", 11), ("dominant", "7", 10), ("dominant", "b7", 9), ("minor", "3", 3), ("minor7", "#3", 4), ("minor7", "b10", 14), ("major", "8", 12), ("major", "9", 14), ("major", "#11", 18),
    ("dominant", "13", 21), ("major", "15", 24), ("major", "-1", -1), ("dominant", "-1", -2), ("major", "-7", -12), ("major", "-8", -13), ("half-diminished", "5", 6), ("half-diminished", "2", 1),
    ("diminished", "5", 6), ("diminished", "7", 9), ("augmented", "5", 8), ("sus4", "7", 10), ("other", "7", 11),
])
def test_degrees_by_hand(family, text, semitones):
    assert semitones_of(degree(text), family) == semitones


# As the original writes them; where it reads another note, how far beside.
ORIGINAL = {
    "half-diminished": ("1 2 #2 3 #3 4 5 #5 6 #6 7 #7", {1: 1, 2: 1, 6: 1, 7: 1, 8: 1, 9: 1}), "diminished": ("1 b2 2 3 #3 4 b5 5 6 7 #7 b8", {6: -1, 7: -1}),
    "augmented": ("1 b2 2 b3 3 4 #4 b5 5 6 b7 7", {10: -1, 11: -1}), "sus4": ("1 b2 2 b3 3 4 #4 5 #5 6 7 #7", {10: 1, 11: 1}),
    "major": ("1 b2 2 b3 3 4 #4 5 #5 6 b7 7", {}), "minor": ("1 b2 2 3 #3 4 b5 5 b6 6 b7 7", {}), "minor7": ("1 b2 2 3 #3 4 b5 5 b6 6 7 #7", {}),
    "dominant": ("1 b2 2 b3 3 4 #4 5 #5 6 7 #7", {}),
}


@pytest.mark.parametrize("family", ORIGINAL)
def test_faithful_reads_what_the_original_wrote_as_the_original_does(family):
    written, beside = ORIGINAL[family]
    read = [semitones_of(degree(text), family, faithful=True) for text in written.split()]
    assert {note: other - note for note, other in enumerate(read) if other != note} == beside


def test_every_family_of_ours_has_one_of_theirs():
    assert set(FAMILY_OF) == {*OUR_FAMILIES, ""} and set(FAMILY_OF.values()) == set(FAMILIES)
    assert all(re.fullmatch("[a-z0-9-]+", family) for family in FAMILIES)
