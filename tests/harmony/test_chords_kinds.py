"""Chords as MusicXML names them."""

import warnings

import pytest

from stages.harmony.chords import NO_CHORD, ChordSymbolError, chord_of_kind, parse_chord
from stages.harmony.kinds import KINDS

# kind and degrees, and the usual symbol; the first fourteen as OpenEWLD has them.
SYMBOLS = [
    ("dominant", ((9, -1, "add"),), "C7b9"), ("dominant", ((5, -1, "alter"),), "C7b5"), ("suspended-fourth", ((7, 0, "add"),), "C7sus"), ("dominant", ((9, 1, "add"),), "C7#9"),
    ("augmented-ninth", (), "C9+"), ("minor-sixth", ((9, 0, "add"),), "Cm69"), ("dominant-ninth", ((11, 1, "add"),), "C9#11"), ("dominant-ninth", ((5, 1, "alter"),), "C9#5"),
    ("minor-seventh", ((5, -1, "alter"),), "Cm7b5"), ("minor", ((5, 1, "alter"),), "Cm#5"), ("dominant-13th", ((9, -1, "alter"),), "C13b9"), ("minor-major", (), "CmMaj7"),
    ("major", ((9, 0, "add"),), "Cadd2"), ("major-minor", (), "Cm(maj7)"), ("half-diminished", (), "Cø"), ("power", (), "C5"), ("dominant", ((3, 0, "subtract"),
    (4, 0, "add")), "C7sus4"),
    ("major", ((7, 1, "add"),), "CM7"), ("dominant", ((5, 0, "subtract"),), "C7no5"), ("dominant-ninth", ((9, 1, "alter"),), "C7#9"), ("dominant", ((13, -1, "alter"),), "C7b13"),
    ("other", ((3, 0, "add"), (5, 0, "add")), "C"), ("major", ((1, 0, "subtract"),), "C"), ("major-sixth", ((2, 0, "add"),), "C69"), ("dominant", ((16, -1, "add"),), "C7b9"),
    ("major", ((1, 1, "alter"),), "Caddb9"),
]


@pytest.mark.parametrize(("kind", "degrees", "symbol"), SYMBOLS)
def test_a_kind_is_the_chord_of_the_usual_symbol(kind, degrees, symbol):
    assert chord_of_kind(0, kind, degrees) == parse_chord(symbol)


# music21 builds the same chords; it sounds the eleventh of a thirteenth, and its Neapolitan is not a major triad.
OTHERWISE = {"dominant-13th": "C13", "major-13th": "CM13", "minor-13th": "Cm13", "Neapolitan": "C/E"}
NOT_IN_MUSIC21 = {"other", "minor-major", "augmented-ninth"}


@pytest.mark.parametrize("kind", sorted(set(KINDS) - NOT_IN_MUSIC21))
def test_music21_builds_the_same_chord(kind):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from music21.harmony import ChordSymbol
    theirs = tuple(sorted({pitch.pitchClass for pitch in ChordSymbol(root="C", kind=kind).pitches}))
    ours = chord_of_kind(0, kind)
    assert (ours.tones == theirs) == (kind not in OTHERWISE)
    assert kind not in OTHERWISE or ours == parse_chord(OTHERWISE[kind])


def test_the_standard_has_no_other_kinds():
    standard = """major minor augmented diminished dominant major-seventh minor-seventh diminished-seventh augmented-seventh half-diminished major-minor major-sixth
    minor-sixth dominant-ninth major-ninth minor-ninth dominant-11th major-11th minor-11th dominant-13th major-13th minor-13th suspended-second suspended-fourth
    Neapolitan Italian French German pedal power Tristan other none"""
    assert set(KINDS) | {"none"} == set(standard.split()) | {"minor-major", "augmented-ninth", "dominant-seventh"}


def test_no_chord_is_none():
    assert chord_of_kind(5, "none") is NO_CHORD


def test_root_bass_and_symbol():
    chord = chord_of_kind(10, "minor-seventh", bass=3, written="B♭m7/E♭")
    assert chord == parse_chord("Bbm7/Eb") and chord.symbol == "B♭m7/E♭"
    assert chord_of_kind(10, "minor-seventh", written="B-7").symbol == chord_of_kind(10, "minor-seventh").symbol == "Bbm7"


@pytest.mark.parametrize(("kind", "degrees"), [("dominant-seventh-ish", ()), ("", ()), ("major", ((0, 0, "add"),)), ("major", ((9, 0, "remove"),))])
def test_what_the_standard_does_not_have_is_named(kind, degrees):
    with pytest.raises(ChordSymbolError, match="expected a (kind|degree)"):
        chord_of_kind(0, kind, degrees)
