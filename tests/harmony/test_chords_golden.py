"""Chord symbols against the tables of others: the Weimar Jazz Database, Impro-Visor's vocabulary, the MusicXML standard, a reader of iReal Pro, music21."""

import json
import warnings
from pathlib import Path

import pytest

from stages.harmony.chords import chord_of_kind, parse_chord, pitch_class, write_chord

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
    "Blues": ("0 4 7 10", "a dominant chord, as its family says; theirs are the notes of the blues scale"),
    "quartal": ("0 5 10", "two fourths; theirs has a third one, a minor third above the root"),
    "4": ("0 5 7", "quartal there; a suspended fourth elsewhere, and in the two tunes that have it"),
}
IREAL = {
    "7alt": ("0 3 4 8 10", "the common voicing #5 #9; theirs is the whole altered scale"), "11": ("0 2 4 5 7 10", WITH_THIRD), "7b13": ("0 4 7 8 10", PERFECT_FIFTH),
    "7b13sus": ("0 5 7 8 10", PERFECT_FIFTH), "7b9b13": ("0 1 4 7 8 10", PERFECT_FIFTH),
}
# music21 sounds the eleventh of a thirteenth; the seventh of "ob9" is not named; its Neapolitan sixth "N6" is no chord that others know.
MUSIC21 = {"13", "dom13", "M13", "Maj13", "m13", "min13", "mM13", "minmaj13", "+13", "aug13", "+M13", "augmaj13", "ø13", "ob9", "N6"}
MUSICXML = {"dominant-13th": ("0 2 4 7 9 10", NO_ELEVENTH), "major-13th": ("0 2 4 7 9 11", NO_ELEVENTH), "minor-13th": ("0 2 3 7 9 10", NO_ELEVENTH)}

# The categories: which of our families a family of the vocabulary comprises. "bass" and "note" have no third.
FAMILIES = {
    "major": {"major", "lydian"}, "minor": {"minor", "aeolian", "harmonic minor"}, "minor7": {"minor seventh", "aeolian"},
    "dominant": {"dominant", "lydian dominant", "mixolydian b6", "half-whole", "altered", "whole tone"}, "sus4": {"suspended", "suspended b9", "suspended major"},
    "half-diminished": {"half-diminished", "locrian natural 2"}, "diminished": {"diminished"}, "augmented": {"augmented", "augmented major"},
    "bass": {"major"}, "note": {"major"},
}
OTHER_FAMILIES = {
    "M7#5sus4": "a suspension counts more than the fifth", "M9#5sus4": "a suspension counts more than the fifth", "11b9": WITH_THIRD,
    "Msus2": "a suspended second counts as a suspension", "sus24": "a suspended fourth counts as a suspension",
}
TRIAD = "a suspended triad has the scale of a suspended seventh chord"
WHOLE = "an augmented triad has the whole tone scale; theirs has a major seventh"
ADDED = "the tension is added to the scale of the family; theirs is one without its natural neighbour"
WITH_FIFTH = "the altered scale and the perfect fifth of the chord"
NINTH = "the ninth is named, but not in theirs"
SCALES = {
    "Msus2": TRIAD, "sus24": TRIAD, "Msus4": TRIAD, "M#5": WHOLE, "M#5add9": WHOLE, "+add#9": WHOLE, "M7b6": ADDED, "Mb6": ADDED, "M7b9": ADDED, "addb9": ADDED,
    "mb6b9": ADDED, "M7#5sus4": ADDED, "M9#5sus4": ADDED, "7#5sus4": ADDED, "11b9": WITH_THIRD, "7#9b13": WITH_FIFTH, "7#9#11b13": WITH_FIFTH, "7b9b13": WITH_FIFTH,
    "7b9b13#11": WITH_FIFTH, "9b13": NINTH, "9#11b13": NINTH, "7#11b13": "the natural ninth, as over C7b13; theirs has the altered ones",
    "9no5": "mixolydian, as over C9; theirs is lydian dominant", "madd4": "melodic minor, as over Cm; theirs is dorian", "m10": "melodic minor, as over Cm", "m8": "melodic minor, as over Cm",
    "Blues": "mixolydian; theirs is the blues scale", "quartal": "mixolydian; theirs has a minor third",
}
LESS = "they name fewer"
COLOURS = dict.fromkeys(["Madd9", "M7add13", "M7b6", "M7#5", "M7sus4", "M7#5sus4", "7#5sus4", "9no5", "13no5", "13#9", "7b9#11", "7b9b13"], LESS) | {
    "M#5": WHOLE, "M#5add9": WHOLE, "madd4": "melodic minor, as over Cm; theirs is dorian", "mM7b6": "they leave the ninth out", "mb6b9": ADDED,
    "m13": NO_ELEVENTH, "o": "flat sixth as over Co7, where they have it, too",
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


VOCABULARY = resolved()
TYPES = GOLDEN["improvisor_types"]


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


@pytest.mark.parametrize("suffix", GOLDEN["ireal"])
def test_tones_of_the_qualities_of_ireal(suffix):
    expected, reason = IREAL.get(suffix, (GOLDEN["ireal"][suffix], ""))
    chord = parse_chord("C" + suffix)
    assert written(chord.tones) == expected and parse_chord(write_chord(chord)) == chord, reason
    assert bool(reason) == (expected != GOLDEN["ireal"][suffix])


@pytest.mark.parametrize("root", ["C", "F#", "B-"])
def test_every_abbreviation_of_music21_is_the_chord_that_music21_builds(root):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from music21.harmony import CHORD_TYPES, ChordSymbol
    for suffix in {suffix for _, suffixes in CHORD_TYPES.values() for suffix in suffixes if root + suffix != "F#-"} - MUSIC21:
        theirs = tuple(sorted({pitch.pitchClass for pitch in ChordSymbol(root + suffix).pitches}))
        chord = parse_chord(root + suffix, "music21")
        assert (chord.tones, chord.root) == (theirs, pitch_class("B-" if root + suffix == "B-" else ChordSymbol(root + suffix).root().name)), root + suffix


@pytest.mark.parametrize("suffix", TYPES)
def test_the_families_divide_the_vocabulary_as_it_does_itself(suffix):
    assert (parse_chord("C" + suffix).family in FAMILIES[TYPES[suffix]["family"]]) == (suffix not in OTHER_FAMILIES)


@pytest.mark.parametrize("suffix", [suffix for suffix in TYPES if TYPES[suffix]["scales"]])
def test_the_scale_is_one_that_impro_visor_gives_the_chord(suffix):
    assert (written(parse_chord("C" + suffix).scale) in TYPES[suffix]["scales"]) == (suffix not in SCALES)


@pytest.mark.parametrize("suffix", [suffix for suffix in TYPES if TYPES[suffix]["colour"]])
def test_the_colour_is_colour_in_impro_visor(suffix):
    assert (set(written(parse_chord("C" + suffix).colour).split()) <= set(TYPES[suffix]["colour"].split())) == (suffix not in COLOURS)
