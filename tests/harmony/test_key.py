"""Keys and simple changes; the tunes are scales and songs that anyone knows."""

import numpy as np
import pytest

from stages.harmony.chords import LETTERS
from stages.harmony.key import estimate_key, harmonize, in_signature, key_of_signature


def weights(notes: str) -> np.ndarray:
    """How often each pitch class occurs in a row of note names."""
    counts = np.zeros(12)
    for name in notes.split():
        counts[(LETTERS[name[0]] + name.count("#") - name[1:].count("b")) % 12] += 1
    return counts


ODE_TO_JOY = "E E F G G F E D C C D E E D D E E F G G F E D C C D E D C C"
GREENSLEEVES = "A C C D E E F E D D B G G A B C C A A A G# A B B G# E E A C C D E E F E D D B G G A B C B A G# F# G# A A A"


@pytest.mark.parametrize("notes, sharps, minor", [("C C D E E F G G A B C C", 0, False), (ODE_TO_JOY, 0, False), (GREENSLEEVES, 0, True)])
def test_the_key_of_a_tune(notes, sharps, minor):
    key = estimate_key(weights(notes))
    assert (key.sharps, key.minor) == (sharps, minor)


@pytest.mark.parametrize("up, sharps", [(0, 0), (1, -5), (2, 2), (3, -3), (4, 4), (5, -1), (6, 6), (7, 1), (8, -4), (9, 3), (10, -2), (11, 5)])
def test_a_tune_in_every_key(up, sharps):
    key = estimate_key(np.roll(weights(ODE_TO_JOY), up))
    assert (key.tonic, key.sharps) == (up, sharps)


def test_a_chromatic_scale_is_in_no_key_and_silence_neither():
    assert estimate_key(np.ones(12)).sure < 0.6 < estimate_key(weights(ODE_TO_JOY)).sure
    assert estimate_key(np.zeros(12)).sure == 0


@pytest.mark.parametrize("sharps, notes, tonic, minor", [(0, ODE_TO_JOY, 0, False), (0, GREENSLEEVES, 9, True), (-7, "", 11, False), (7, "", 1, False), (-3, "C D Eb G G C C", 0, True)])
def test_a_signature_is_major_or_minor(sharps, notes, tonic, minor):
    key = key_of_signature(sharps, weights(notes))
    assert (key.tonic, key.minor if notes else False) == (tonic, minor) or not notes and key.tonic == (tonic + 9) % 12


def test_broken_chords_are_named_as_they_are():
    bars = np.array([weights(notes) for notes in ("D F A C", "G B D F", "C E G B", "C E G C")])
    chords, explained = harmonize(bars, np.ones(4, bool), estimate_key(bars.sum(axis=0)))
    assert [chord.symbol for chord in chords] == ["Dm7", "G7", "CM7", "CM7"]
    assert explained == 1


def test_a_minor_tune_gets_minor_changes():
    bars = np.array([weights(notes) for notes in ("A C E A", "B D F A", "E G# B E", "A C E A")])
    chords, _ = harmonize(bars, np.ones(4, bool), estimate_key(bars.sum(axis=0)))
    assert [chord.symbol for chord in chords] == ["Am6", "Bm7b5", "E7", "Am6"]


def test_a_chord_goes_on_where_the_melody_rests():
    bars = np.array([weights(notes) for notes in ("C E G", "", "C E G")])
    chords, _ = harmonize(bars, np.ones(3, bool), estimate_key(bars.sum(axis=0)))
    assert len({chord.symbol for chord in chords}) == 1


@pytest.mark.parametrize("notes, sharps, agrees", [(ODE_TO_JOY, 0, True), (ODE_TO_JOY, -3, False), (GREENSLEEVES, 0, True), ("Bb C D Eb F G A Bb Bb F D Bb", 0, False), ("Bb C D Eb F G A Bb Bb F D Bb", -2, True)])
def test_whether_a_signature_fits_the_notes(notes, sharps, agrees):
    assert in_signature(sharps, weights(notes)) is agrees
