"""Chord symbols against the tables of others: the chord types of the Weimar Jazz Database, Impro-Visor's vocabulary, the MusicXML standard."""

import json
from pathlib import Path

import pytest

from stages.harmony.chords import chord_of_kind, parse_chord

GOLDEN = json.loads((Path(__file__).parents[1] / "golden" / "chords" / "expected.json").read_text(encoding="utf-8"))

NO_ELEVENTH = "a thirteenth chord is played without its eleventh"
PERFECT_FIFTH = "a flat sixth or thirteenth leaves the perfect fifth in the chord"
ONE_FIFTH = "a flat fifth replaces the perfect one"
WITH_THIRD = "an eleventh chord keeps its third; its family is the suspended one"
AS_NAMED = "the symbol names no such tone"
# Where our tones differ: what ours are, and why.
WEIMAR = {
    "7alt": ("0 3 4 8 10", "the common voicing #5 #9, as in Impro-Visor; the template has b9 and b5"), "7913": ("0 2 4 7 9 10", NO_ELEVENTH),
    "-7913": ("0 2 3 7 9 10", NO_ELEVENTH), "-j7913": ("0 2 3 7 9 11", NO_ELEVENTH), "79#13": ("0 3 4 7 9 10", NO_ELEVENTH), "79b13": ("0 1 4 7 9 10", NO_ELEVENTH),
    "7913b": ("0 2 4 7 8 10", NO_ELEVENTH), "79b13b": ("0 1 4 7 8 10", NO_ELEVENTH),
}
IMPROVISOR = {
    "m13": ("0 2 3 7 9 10", NO_ELEVENTH), "-13": ("0 2 3 7 9 10", NO_ELEVENTH), "11": ("0 2 4 5 7 10", WITH_THIRD), "11b9": ("0 1 4 5 7 10", WITH_THIRD),
    "M7b6": ("0 4 7 8 11", PERFECT_FIFTH), "Mb6": ("0 4 7 8", PERFECT_FIFTH), "mb6": ("0 3 7 8", PERFECT_FIFTH), "mb6b9": ("0 1 3 7 8", PERFECT_FIFTH),
    "mb6M7": ("0 3 7 8 11", PERFECT_FIFTH), "7b13": ("0 4 7 8 10", PERFECT_FIFTH), "9b13": ("0 2 4 7 8 10", PERFECT_FIFTH), "7#9b13_": ("0 3 4 7 8 10", PERFECT_FIFTH),
    "M6b5": ("0 4 6 9", ONE_FIFTH), "6b5": ("0 4 6 9", ONE_FIFTH), "7b5#9": ("0 3 4 6 10", ONE_FIFTH), "7b5b9": ("0 1 4 6 10", ONE_FIFTH),
    "7b5b13": ("0 4 6 8 10", ONE_FIFTH), "9b5b13": ("0 2 4 6 8 10", ONE_FIFTH), "7b5b9b13": ("0 1 4 6 8 10", ONE_FIFTH),
    "m6": ("0 3 7 9", AS_NAMED), "-6": ("0 3 7 9", AS_NAMED), "M7add13": ("0 4 7 9 11", AS_NAMED), "susb9": ("0 1 5 7", AS_NAMED), "-": ("0 3 7", AS_NAMED),
    "diminished": ("0 3 6", AS_NAMED), "maj9#5": ("0 2 4 8 11", "a ninth is named; theirs is the same as maj7#5"),
    "4": ("0 5 7", "quartal there; a suspended fourth elsewhere, and in the two tunes that have it"),
}
MUSICXML = {"dominant-13th": ("0 2 4 7 9 10", NO_ELEVENTH), "major-13th": ("0 2 4 7 9 11", NO_ELEVENTH), "minor-13th": ("0 2 3 7 9 10", NO_ELEVENTH)}
NOT_READ = {"Blues", "quartal", "10", "m10", "m8"}                           # ways to play, not chords
# Families whose scale or colour is not the vocabulary's.
SCALES = {"M#5": "the whole tone scale of an augmented triad; theirs has a major seventh"}
COLOURS = {
    "M#5": "their colour is that of M7#5", "M7#5": "they leave #11 and 13 out", "7sus4b9": "they give none; ours are the notes of the phrygian scale but its avoid notes",
    "M7sus4": "they leave the 13th out",
}


def resolved() -> dict[str, str]:
    """Every spelling of the vocabulary and its tones."""
    tones = dict(GOLDEN["improvisor"])
    pending = {name: known for known, names in GOLDEN["improvisor_same"].items() for name in names.split(" ")}
    while pending:
        found = {name: tones[known] for name, known in pending.items() if known in tones}
        tones |= found
        pending = {name: known for name, known in pending.items() if name not in found}
    return tones


VOCABULARY = {name: tones for name, tones in resolved().items() if name not in NOT_READ}


def written(pitch_classes) -> str:
    return " ".join(map(str, pitch_classes))


@pytest.mark.parametrize("suffix", GOLDEN["weimar"])
def test_tones_of_the_weimar_chord_types(suffix):
    expected, reason = WEIMAR.get(suffix, (GOLDEN["weimar"][suffix], ""))
    assert written(parse_chord("C" + suffix).tones) == expected, reason
    assert bool(reason) == (expected != GOLDEN["weimar"][suffix])


@pytest.mark.parametrize("suffix", VOCABULARY)
def test_tones_of_the_vocabulary_of_impro_visor(suffix):
    expected, reason = IMPROVISOR.get(suffix, (VOCABULARY[suffix], ""))
    assert written(parse_chord("C" + suffix).tones) == expected, reason
    assert bool(reason) == (expected != VOCABULARY[suffix])


@pytest.mark.parametrize("kind", GOLDEN["musicxml"])
def test_tones_of_the_kinds_of_the_standard(kind):
    expected, reason = MUSICXML.get(kind, (GOLDEN["musicxml"][kind], ""))
    assert written(chord_of_kind(0, kind).tones) == expected, reason
    assert bool(reason) == (expected != GOLDEN["musicxml"][kind])


@pytest.mark.parametrize("suffix", GOLDEN["improvisor_families"])
def test_the_scale_of_a_family_is_one_that_impro_visor_gives_its_chord(suffix):
    assert (written(parse_chord("C" + suffix).scale) in GOLDEN["improvisor_families"][suffix]["scales"]) == (suffix not in SCALES)


@pytest.mark.parametrize("suffix", GOLDEN["improvisor_families"])
def test_the_colour_of_a_family_is_colour_in_impro_visor(suffix):
    theirs = GOLDEN["improvisor_families"][suffix]["colour"].split()
    assert set(written(parse_chord("C" + suffix).colour).split()).issubset(theirs) == (suffix not in COLOURS)
