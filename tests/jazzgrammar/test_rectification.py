"""Notes that are moved, kept and joined, by hand. Over C7 chord and colour tones are C D E F# G A Bb."""

import pytest

from stages.jazzgrammar.line import Placed
from stages.jazzgrammar.rectification import rectified
from stages.jazzgrammar.settings import settings_of
from tests.jazzgrammar.band import names, note, timeline

KEEP, JOIN = settings_of({"avoid-repeats": "false"}, (0, 127)), settings_of({}, (0, 127))


def rectify(text, symbols="C7", settings=KEEP, faithful=False, slots=60):
    """Notes of an eighth each (``-`` is a rest), rectified: their names."""
    notes = [Placed(slots * place, slots, note(name)) for place, name in enumerate(text.split()) if name != "-"]
    return rectified(notes, timeline(*symbols.split(), settings=settings), settings, faithful)


@pytest.mark.parametrize("faithful", [False, True])
@pytest.mark.parametrize("before, after", [
    ("C4 E4 A4 F#4", "C4 E4 A4 F#4"),                    # chord and colour tones
    ("F4 E4", "F4 E4"), ("F4 F#4", "F4 F#4"), ("Eb4 E4", "Eb4 E4"), ("F4 - E4", "F4 E4"),      # approaches, also over a rest
    ("F4 G4", "F#4 G4"), ("F4 C4", "F#4 C4"), ("F4", "F#4"), ("Eb4 G4", "E4 G4"), ("Db4 G4", "D4 G4"), ("Ab4 C4", "A4 C4"), ("B4 G4", "C5 G4"),     # to the nearest, the upper of two
    ("Eb4 F4 G4", "E4 F#4 G4"), ("Ab4 Db4", "A4 D4"), ("Db5 Ab4 A4", "D5 Ab4 A4"), ("F4 E5", "F#4 E5"), ("Eb4 Eb4", "E4 E4"),
])
def test_by_hand(before, after, faithful):
    assert names(placed.pitch for placed in rectify(before, faithful=faithful)) == after


def test_each_note_is_measured_by_its_own_chord():
    assert names(placed.pitch for placed in rectify("F4 F#4", "C7 B7", slots=480)) == "F4 F#4"
    assert names(placed.pitch for placed in rectify("Eb4 E4", "C7 Fm7", slots=480)) == "E4 F4"         # E4 is neither chord nor colour tone of Fm7
    assert names(placed.pitch for placed in rectify("D4 Eb4", "Ebm7 C7", slots=480)) == "Eb4 E4"


def test_without_a_chord_nothing_is_moved_and_nothing_leads_there():
    assert names(placed.pitch for placed in rectify("F4 Eb4 B4", "NC")) == "F4 Eb4 B4" and names(placed.pitch for placed in rectify("F4 E4", "C7 NC", slots=480)) == "F#4 E4"


def test_equal_neighbours_are_joined_unless_the_grammar_keeps_repeats():
    assert rectify("E4 Eb4 C4", settings=JOIN) == [Placed(0, 120, note("E4")), Placed(120, 60, note("C4"))]
    assert rectify("E4 E4 - E4", settings=JOIN) == [Placed(0, 120, note("E4")), Placed(180, 60, note("E4"))]
    assert rectify("E4 Eb4 C4", settings=KEEP) == [Placed(0, 60, note("E4")), Placed(60, 60, note("E4")), Placed(120, 60, note("C4"))]


def test_nothing_is_moved_out_of_the_compass():
    narrow = settings_of({}, (note("F3"), note("F4")))
    assert names(placed.pitch for placed in rectify("F4 C4", settings=narrow)) == "E4 C4" and names(placed.pitch for placed in rectify("F4 C4", settings=narrow, faithful=True)) == "F#4 C4"
