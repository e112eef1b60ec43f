"""One spelling out for every chord, and back."""

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.harmony.chords import LONGEST, NO_CHORD, Chord, ChordSymbolError, chord_of_pitches, nearest_chord, parse_chord, write_chord
from stages.harmony.naming import suffix_of
from stages.harmony.suffixes import read_suffix, tones_of

SPELLINGS = {
    "C": "CM Cmaj C(major) CMAJOR C10 C.", "CM7": "Cmaj7 C^ C^7 CΔ CΔ7 Cj7 C∆7 Cma7 CMaj.7 Cᵐᵃʲ⁷", "Cm": "C- Cmin Cmi CMI CMinor Cm10",
    "Cm7": "C-7 Cmin7 Cm(7) C-⁷ Cm.7", "CmM7": "C-^7 CmMaj7 Cm(maj7) CmΔ7 Cm/maj7 C-j7 Cm/ma7",
    "Cm7b5": "Cø Cø7 Ch Ch7 C½dim7 C-7b5 Cm7(♭5) Cm7-5", "Co7": "Cdim7 C°7", "C7": "Cdom7 C7_ C⁷ CBlues", "C7#11": "C7+4 C7#4", "Cadd#11": "C+4", "C7#5": "C+7 C7+ Caug7 C7+5", "C69": "C6/9 C6(9)",
    "C7b9#11": "C7(b9,#11) C7(♭9♯11) C7b9/#11 C79b11#",
    "C7alt": "Calt C7alt. C7#5#9", "C7sus4b9": "C7b9sus C7susb9 Cphryg", "Csus4": "Csus C4", "C7sus4": "C7sus C7/4 Csus7", "Bbm7b5/E": "A#-7b5/Fb B♭ø/E", "C/Bb": "C/bb C/A#",
    "C5": "Cno3 Cpower",
    "Csus2": "Cadd9no3 C(add9)(no3)", "C7#9/Eb": "C7\\Eb", "Eb": "D# E♭ Fbb", "C7#9": "C7+9", "Cm6": "C-6 Dbbm6", "CMb5": "C(b5) C(-5)", "NC": "N.C. n N n.c. nc N.c.",
    "C7add13": "C7(13) C67 C713", "C9": "C(9) C7(9) C79", "Cno3no5": "CBass",
}


@pytest.mark.parametrize("symbol", SPELLINGS)
def test_all_spellings_are_written_in_one(symbol):
    assert {write_chord(parse_chord(spelling)) for spelling in [symbol, *SPELLINGS[symbol].split()]} == {symbol}


@pytest.mark.parametrize(("spaced", "symbol"), [("C7 add b9 add #11", "C7b9#11"), ("C maj 7", "CM7"), ("C7 (b9)", "C7b9"), ("C add9 omit 3", "Csus2"), (" C7 ", "C7"),
    ("C7(9,#11)", "C9#11")])
def test_blanks_do_not_matter(spaced, symbol):
    assert write_chord(parse_chord(spaced)) == symbol


@pytest.mark.parametrize(("figure", "symbol"), [("B-7", "Bb7"), ("B-", "Bb"), ("E-m7", "Ebm7"), ("B--", "A"), ("C/B-", "C/Bb"), ("B-9", "Bb9"), ("C7 add b9", "C7b9"),
    ("F#m7", "F#m7"), ("A-M7/G", "AbM7/G")])
def test_figures_of_music21(figure, symbol):
    chord = parse_chord(figure, "music21")
    assert write_chord(chord) == symbol and parse_chord(chord.symbol) == chord


@pytest.mark.parametrize(("doubled", "symbol"), [("Bbb7", "A7"), ("Bbb", "A"), ("F##m7", "Gm7"), ("F𝄪m7", "Gm7"), ("Bbb5", "BbMb5"), ("Bbb9", "Bbaddb9"), ("F##11", "F#add#11")])
def test_a_second_accidental_belongs_to_the_root_unless_a_tension_follows(doubled, symbol):
    assert write_chord(parse_chord(doubled)) == symbol


def test_chords_are_compared_by_what_they_are():
    assert parse_chord("CM7") == parse_chord("Cmaj7") and hash(parse_chord("CM7")) == hash(parse_chord("Cmaj7")) and parse_chord("Cmaj7").symbol == "Cmaj7"
    assert parse_chord("CM7") != parse_chord("CM7/E") != parse_chord("CM7/G")


def test_every_set_of_tones_has_its_own_spelling():
    sets = [frozenset((0, *more)) for more in chain.from_iterable(combinations(range(1, 12), size) for size in range(12))]
    assert len({suffix_of(tones) for tones in sets}) == len(sets) == 2048
    assert all(tones_of(read_suffix(suffix_of(tones))) == tones for tones in sets)


@given(st.integers(0, 11), st.frozensets(st.integers(0, 11)), st.integers(0, 11))
def test_what_is_written_is_read_again(root, tones, bass):
    pitch_classes = tuple(sorted(tones | {root}))
    chord = parse_chord(write_chord(Chord("", root, bass, pitch_classes)))
    assert (chord.root, chord.bass, chord.tones) == (root, bass, pitch_classes)
    assert parse_chord(write_chord(chord)) == chord == nearest_chord(write_chord(chord))


def test_a_played_chord_is_written_by_its_tones():
    assert write_chord(chord_of_pitches((48, 52, 55, 58))) == "C7" and chord_of_pitches((48, 52, 55, 58)).family == "dominant"


NEAREST = {
    "C7foo": "C7", "Cfoo": "C", "Bbm7quartal": "Bbm7", "C7x": "C7", "C7/H": "C7", "C7/": "C7", "C7/E/G": "C7/E", "C13b9???": "C13b9", "CVamp": "C", "C x4": "C", "Bb7x2": "Bb7", "C7th": "C7", "Fm7\\zz": "Fm7",
    "G7!/B": "G7/B", "C7/Eb7/F": "C7b9#9/Eb",
    "": "NC", "x": "NC", "%": "NC", "W": "NC", "H7": "NC", "/C": "NC", "NCx": "NC", "n": "NC", "♭7": "NC",
}


@pytest.mark.parametrize("symbol", NEAREST)
def test_the_nearest_chord_skips_what_is_not_understood(symbol):
    assert write_chord(nearest_chord(symbol)) == NEAREST[symbol]


@given(st.text() | st.text("ABCDEFGabcdefgmMsuj-+ob#123456790/\\()^ "))
def test_a_nearest_chord_there_always_is_and_its_symbol_can_be_read(text):
    chord = nearest_chord(text)
    assert parse_chord(chord.symbol) == chord


def test_a_symbol_that_is_understood_is_its_own_nearest_chord():
    assert nearest_chord("Cmaj7") == parse_chord("Cmaj7") and nearest_chord("Cmaj7").symbol == "Cmaj7" and nearest_chord("N.C.") is NO_CHORD


@pytest.mark.parametrize("part", ["C", "C\\", "C/", "b", "7", "(", "x", "/", "C7b9", "9b", " ", "(/", "no3", "Δ", "6/9"])
def test_an_endless_symbol_is_refused_and_only_its_beginning_looked_at(part):
    endless = "C" + part * 50_000
    with pytest.raises(ChordSymbolError, match=r"\.\.\.' not understood"):
        parse_chord(endless)
    assert nearest_chord(endless) == nearest_chord(endless[:LONGEST])


def test_nothing_longer_than_a_symbol_is_looked_at():
    assert write_chord(nearest_chord("C" + " " * (LONGEST - 2) + "7")) == "C7" and write_chord(nearest_chord("C" + " " * LONGEST + "7")) == "C"
