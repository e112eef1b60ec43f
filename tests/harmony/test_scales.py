"""Chord scales and the families of chords."""

import pytest

from stages.harmony.chords import parse_chord
from stages.harmony.scales import FAMILIES, SCALES, family_of

EXAMPLES = {
    "CM7": "major", "CM7#11": "lydian", "CM7#5": "augmented major", "C+": "augmented", "CmM7": "minor", "Cm7": "minor seventh", "Cm7#5": "aeolian", "CmM7b6": "harmonic minor", "Cm7b9": "phrygian",
    "C7": "dominant", "C7#11": "lydian dominant", "C7b13": "mixolydian b6", "C7b9": "half-whole", "C7alt": "altered", "C7#5": "whole tone", "C7sus4": "suspended",
    "Cphryg": "suspended b9", "CM7sus4": "suspended major", "Cm7b5": "half-diminished", "Cm9b5": "locrian natural 2", "Co7": "diminished",
    "C11": "suspended", "C5": "major", "Csus2": "suspended", "CMb6": "major", "CM7b6": "major",
}


@pytest.mark.parametrize("symbol", EXAMPLES)
def test_family(symbol):
    assert parse_chord(symbol).family == EXAMPLES[symbol]


def test_every_family_has_an_example_and_a_scale():
    assert set(EXAMPLES.values()) == set(FAMILIES) and {scale for scale, _ in FAMILIES.values()} == set(SCALES)


@pytest.mark.parametrize("family", FAMILIES)
def test_colour_tones_are_notes_of_the_scale_or_the_sharp_eleventh(family):
    scale, colour = FAMILIES[family]
    assert set(colour) <= set(SCALES[scale]) | {6} and 0 not in colour


@pytest.mark.parametrize("tones", [{0}, {0, 7}, {0, 2}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}])
def test_any_set_of_tones_has_a_family(tones):
    assert family_of(frozenset(tones)) in FAMILIES
