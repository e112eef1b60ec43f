"""The hub type."""

from dataclasses import replace
from fractions import Fraction

from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.melody.solo import Note, Solo

CHANGES = Changes(((Fraction(0), parse_chord("C7")),), Fraction(4))
SOLO = Solo((Note(Fraction(1, 3), Fraction(2, 3), 60),), CHANGES, tune="Blues", tempo=120.0, key=-1, source="blues.ls")


def test_json_and_back_keeps_notes_changes_and_labels():
    back = Solo.from_json(SOLO.to_json())
    assert back == SOLO and (back.tune, back.tempo, back.key, back.source) == ("Blues", 120.0, -1, "blues.ls")


def test_json_and_back_keeps_what_was_played_and_found():
    played = replace(SOLO, style="swing", swing=1.6, phrases=(0,), seconds=((1.25, 0.2),), reading={"melody": {"how": "found", "sure": 0.8}})
    back = Solo.from_json(played.to_json())
    assert (back.style, back.swing, back.phrases, back.seconds, back.reading) == ("swing", 1.6, (0,), ((1.25, 0.2),), {"melody": {"how": "found", "sure": 0.8}})


def test_the_same_notes_over_the_same_changes_are_the_same_solo_whatever_the_label():
    assert replace(SOLO, tune="Other", tempo=None) == SOLO
    assert replace(SOLO, notes=(Note(Fraction(1, 3), Fraction(2, 3), 61),)) != SOLO
