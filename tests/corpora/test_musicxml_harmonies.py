"""Chord symbols of MusicXML, in harmony elements and in words, on small scores written here."""

import pytest

from stages.harmony.chords import parse_chord
from tests.corpora.test_musicxml import chords, harmony, offset, solo, tones, words

KINDS = {
    ("C", "major", "", ""): "C", ("Bb", "minor-seventh", "m7", ""): "Bbm7", ("F", "major-minor", "", ""): "FmM7", ("G", "suspended-fourth", "7sus4", ""): "Gsus4",
    ("D", "half-diminished", "ø", ""): "Dm7b5", ("E", "dominant", "7", "<bass><bass-step>G</bass-step><bass-alter>1</bass-alter></bass>"): "E7/G#",
    ("A", "dominant", "", "<degree><degree-value>9</degree-value><degree-alter>-1</degree-alter><degree-type>add</degree-type></degree>"): "A7b9",
    ("C", "dominant", "7", "<inversion>1</inversion>"): "C7/E", ("C", "none", "N.C.", ""): "NC", ("C", "other", "7alt", ""): "C7alt", ("C", "", "maj9", ""): "CM9",
    ("C", "Neapolitan", "", ""): "C/E", ("C", "dominant-seventh", "", ""): "C7",
}


@pytest.mark.parametrize("given_, expected", KINDS.items())
def test_harmonies(given_, expected, tmp_path):
    root, kind, text, rest = given_
    found = solo(tmp_path, harmony(root, kind, text, rest) + tones("C4w"))
    assert found.changes.chords == ((0, parse_chord(expected)),) and "respelt" not in found.reading
    assert parse_chord(found.changes.chords[0][1].symbol) == parse_chord(expected)


def test_a_kind_that_nobody_knows_is_respelt_and_one_without_a_root_left_out(tmp_path):
    found = solo(tmp_path, harmony("C", "blue", "7blue") + tones("C4h") + "<harmony><numeral><numeral-root>5</numeral-root></numeral><kind>dominant</kind></harmony>" + tones("C4h"))
    assert chords(found) == [(0, "C7")] and found.reading["respelt"] == {"C7blue": ["C7", 1]} and found.reading["left out"] == {"chords without a root": 1}


DEGREE = "<harmony><{0}>V</{0}><kind>{1}</kind></harmony>"
WORDS = "<harmony><root><root-step text=''>C</root-step></root><kind text='{}'>none</kind></harmony>"


@pytest.mark.parametrize("element, expected, left_out", [
    (DEGREE.format("function", "none"), [(0, "C")], "chords without a root"), (DEGREE.format("numeral", "dominant"), [(0, "C")], "chords without a root"),
    (WORDS.format("Intro"), [(0, "C")], "words in place of chords"), (WORDS.format("%"), [(0, "C")], "words in place of chords"),
    (WORDS.format("N.C."), [(0, "C"), (2, "NC")], ""), (WORDS.format("n.c"), [(0, "C"), (2, "NC")], ""), (WORDS.format(""), [(0, "C"), (2, "NC")], ""), (WORDS.format("Gm7"), [(0, "C"), (2, "Gm7")], ""),
])
def test_harmonies_that_are_no_chord_symbols(element, expected, left_out, tmp_path):
    """MuseScore's analyses below the staff, and what was typed where a chord is to stand."""
    found = solo(tmp_path, harmony("C", "major") + tones("C4h") + element + tones("C4h"))
    assert chords(found) == expected and found.reading.get("left out", {}) == ({left_out: 1} if left_out else {})


def test_chords_stand_at_their_places(tmp_path):
    found = solo(tmp_path, tones("r.q") + harmony("D", "minor", "m") + harmony("G", "dominant", "7", offset(24)) + tones("C4H"), harmony("C", "major") + tones("C4w"), tones("C4w"))
    assert chords(found) == [(0, "NC"), (1, "Dm"), (3, "G7"), (4, "C")]


@pytest.mark.parametrize("count, note, places", [(2, "C4w", [0, 2]), (3, "C4w", [0, 2, 3]), (4, "C4w", [0, 1, 2, 3]), (2, "C4H r.q", [0, 2]), (2, "C4h D4h", [0, 1]), (3, "C4h D4h", [0, 1, 1.5])])
def test_chords_at_one_place_share_the_note(count, note, places, tmp_path):
    found = solo(tmp_path, "".join(harmony(root, "major") for root in "CFGA"[:count]) + tones(note))
    assert [float(onset) for onset, _ in found.changes.chords] == places


def test_chords_typed_as_words(tmp_path):
    found = solo(tmp_path, harmony("C", "major") + tones("C4h") + words("G7(#5)") + tones("C4h"), words("A") + tones("C4h") + words("N.C.") + tones("C4h"))
    assert chords(found) == [(0, "C"), (2, "G7(#5)"), (6, "NC")] and "2 chords were typed as words" in found.reading["notes"]
