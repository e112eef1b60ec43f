"""Chord symbols, checked as note names against textbook spellings and the vocabularies of other programs."""

import pytest

from stages.harmony.chords import NO_CHORD, ChordSymbolError, chord_of_pitches, parse_chord, pitch_class, write_chord


def names(text: str) -> tuple[int, ...]:
    return tuple(sorted(pitch_class(name) for name in text.split()))


# Chord tones as Impro-Visor's chord vocabulary spells them.
TONES = {
    "C": "C E G", "CM7": "C E G B", "C6": "C E G A", "C7": "C E G Bb", "C9": "C E G Bb D", "C13": "C E G Bb D A", "C7b9": "C E G Bb Db", "C7#11": "C E G Bb F#",
    "C7alt": "C E G# Bb D#", "C7sus4": "C F G Bb", "Cm": "C Eb G", "Cm7": "C Eb G Bb", "CmM7": "C Eb G B", "Cm7b5": "C Eb Gb Bb", "Co7": "C Eb Gb A",
    "CM#5": "C E G#", "Cm6": "C Eb G A", "C+7": "C E G# Bb", "C69": "C E G A D", "Co": "C Eb Gb", "C7b5": "C E Gb Bb", "Cm9": "C Eb G Bb D", "Cadd9": "C E G D",
    "Cmadd9": "C Eb G D", "C69#11": "C E G A D F#", "C7#4": "C E G Bb F#", "Cø": "C Eb Gb Bb", "C°7": "C Eb Gb A", "C7altb9": "C E G# Bb D# Db",
}
# The same chord in the spelling of the Weimar Jazz Database.
WEIMAR = {
    "C-7": "Cm7", "Cj7": "CM7", "C-": "Cm", "C79b": "C7b9", "C-6": "Cm6", "Csus7": "C7sus4", "C-j7": "CmM7", "C7911#": "C9#11", "C79b13b": "C7b9b13", "C79#": "C7#9",
    "C7913": "C13",
    "C79": "C9", "C-79": "Cm9", "C79#11#": "C7#9#11", "Csus7913": "C13sus4", "C79b13": "C13b9", "Cj79": "CM9",
    "CΔ": "CM7", "CΔ7": "CM7", "C-Δ7": "CmM7", "C6/9": "C69", "C7(b9)": "C7b9", "Cm(maj7)": "CmM7", "C°7": "Co7", "Cø7": "Cm7b5", "Cmaj7(#11)": "CM7#11",
}
FIRST_SCALE = {
    "C7": "C D E F G A Bb", "Cm7": "C D Eb F G A Bb", "CM7": "C D E F G A B", "Cm7b5": "C Db Eb F Gb Ab Bb", "Co7": "C D Eb F Gb Ab A B", "C7alt": "C Db Eb E Gb Ab Bb",
    "C7#11": "C D E F# G A Bb", "CmM7": "C D Eb F G A B", "C7b9": "C Db Eb E F# G A Bb", "CM7#11": "C D E F# G A B", "C+7": "C D E F# G# Bb", "C7sus4b9": "C Db Eb F G Ab Bb",
    "C11": "C D E F G A Bb", "Cm9b5": "C D Eb F Gb Ab Bb", "Cm7#5": "C D Eb F G Ab Bb", "CM7sus4": "C D E F G A B", "C7sus4": "C D E F G A Bb",
}


@pytest.mark.parametrize("symbol", TONES)
def test_chord_tones(symbol):
    assert parse_chord(symbol).tones == names(TONES[symbol])


@pytest.mark.parametrize("symbol", WEIMAR)
def test_both_spellings_mean_the_same_chord(symbol):
    weimar, plain = parse_chord(symbol), parse_chord(WEIMAR[symbol])
    assert (weimar.tones, weimar.colour, weimar.scale) == (plain.tones, plain.colour, plain.scale)


@pytest.mark.parametrize("symbol", FIRST_SCALE)
def test_scale(symbol):
    assert parse_chord(symbol).scale == names(FIRST_SCALE[symbol])


# Every suffix of the 419 chord labels in the Weimar Jazz Database.
SUFFIXES = """7 -7 j7 . m7b5 - 6 79b -6 sus7 sus o +7 79 o7 j7911# 7alt 79# sus7913 7911# -79 7913 -7911 69 -69 + -j7 j79 sus79 +79# 79b13b 7913b 79#11# -j7913
-j7911# -7913 79b13 +j7 6911# +79 +7911# 79#13 j79# -79b +79b j79#11# 7911""".split()


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("root", ["C", "Gb", "A#"])
def test_every_label_of_the_weimar_database_is_read(root, suffix):
    chord = parse_chord(root + suffix.strip("."))
    assert chord.root == chord.bass == pitch_class(root) and chord.root in chord.tones
    assert set(chord.tones) <= set(chord.scale) and not set(chord.tones) & set(chord.colour) and len(chord.tones) >= 3


# Every quality of iReal Pro, and what stands behind the roots of Impro-Visor's 1,426 lead sheets besides.
IREAL = """5 2 add9 + o h sus ^ - ^7 -7 7 7sus h7 o7 ^9 ^13 6 69 ^7#11 ^9#11 ^7#5 -6 -69 -^7 -^9 -9 -11 -7b5 h9 -b6 -#5 9 7b9 7#9 7#11 7b5 7#5 9#11 9b5 9#5 7b13
7#9#5 7#9b5 7#9#11 7b9#11 7b9b5 7b9#5 7b9#9 7b9b13 7alt 13 13#11 13b9 13#9 7b9sus 7susadd3 9sus 13sus 7b13sus 11""".split()
LEADSHEETS = """phryg 4 add9no3 7_ 9_ 13_ Bass m7/Bb7 7/B6 m7/bb \\FM7 \\A M7add13 Mb5/C m7add4 madd4 oM7 sus24 9#5#11 7b9sus4 mMaj7/A 7b6/D maj13 m9b5 +add9 M7+ 13b9#11""".split()


@pytest.mark.parametrize("suffix", IREAL + LEADSHEETS)
@pytest.mark.parametrize("root", ["C", "Bb", "F#"])
def test_every_suffix_of_ireal_and_of_the_lead_sheets_is_read(root, suffix):
    chord = parse_chord(root + suffix)
    assert chord.root == pitch_class(root) and parse_chord(write_chord(chord)) == chord


def test_chords_of_lead_sheets():
    assert parse_chord("Fm7/Bb7").tones == names("F Ab C Eb Bb D") and parse_chord("Fm7/Bb7").bass == pitch_class("Bb")
    assert parse_chord("Gphryg").tones == names("G Ab C D F") and parse_chord("E4").tones == names("E A B")
    assert parse_chord("GBass").tones == names("G") and parse_chord("Eadd9no3").tones == names("E F# B") and parse_chord("Csus24").tones == names("C D F G")


def test_colour_tones_are_the_available_tensions():
    assert parse_chord("Dm7").colour == names("E G B")
    assert parse_chord("G7").colour == names("A C# E")


def test_a_chord_is_transposed_by_its_root():
    assert parse_chord("F#7").tones == names("F# A# C# E")
    assert parse_chord("Bbm7").tones == names("Bb Db F Ab")


def test_slash_chord_has_its_bass_as_a_colour():
    chord = parse_chord("C7/D")
    assert chord.bass == pitch_class("D") and pitch_class("D") in chord.colour
    assert parse_chord("C7/G").tones == parse_chord("C7").tones


def test_polychord_has_the_tones_of_both():
    chord = parse_chord("C7\\Eb")
    assert chord.tones == names("C E G Bb Eb") and chord.bass == pitch_class("Eb")
    assert chord == parse_chord("C7#9/Eb") != parse_chord("C7/Eb")


def test_printed_accidentals_are_read():
    assert parse_chord("B♭7").tones == parse_chord("Bb7").tones and parse_chord("F♯m7").root == pitch_class("F#")


def test_no_chord():
    assert parse_chord("N.C.") is NO_CHORD
    assert parse_chord("NC") is NO_CHORD and not NO_CHORD.sounds and NO_CHORD.tones == ()


@pytest.mark.parametrize("symbol", ["H7", "C7x", "", "Cfoo", "C7/", "c7", "C7/H", "NCx", "C7//E", "C\\D\\E", "x", "%", "W", "W/C", "C7F7", "Co+", "Cdimaug"])
def test_what_is_no_chord_symbol_is_named(symbol):
    with pytest.raises(ChordSymbolError, match="expected root"):
        parse_chord(symbol)


def test_played_pitches_make_a_chord_over_their_lowest_note():
    chord = chord_of_pitches((64, 48, 55))
    assert chord.voicing == (48, 55, 64) and chord.bass == 0 and chord.tones == names("C E G")
