"""Windows -> productions: slopes by the published vectors, letters by note names over chords."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.jazzgrammar.abstraction import production, slopes, terminals
from stages.jazzgrammar.windowing import passes
from stages.melody.solo import Note, Solo

PITCHES = {name: pitch for pitch, name in enumerate("c db d eb e f f# g ab a bb b".split())}


def eighths(line: str, *chords: str) -> Solo:
    """``c4 -  f#5``: eighths by name and octave (c4 = 60), ``-`` for a rest; a chord a bar."""
    names = line.split()
    notes = [Note(Fraction(place, 2), Fraction(1, 2), 12 * int(name[-1]) + 12 + PITCHES[name[:-1]]) for place, name in enumerate(names) if name != "-"]
    return Solo(tuple(notes), Changes(tuple((Fraction(4 * bar), parse_chord(chord)) for bar, chord in enumerate(chords)), Fraction(4 * len(chords))))


def windows_of(solo: Solo):
    return next(passes(solo, 4, 4))


def letters(line: str, *chords: str) -> list[str]:
    return ["".join(terminal.letter for terminal in terminals(window)) for window in windows_of(eighths(line, *chords))]


@pytest.mark.parametrize(("before", "pitches", "expected"), [
    (None, [60, 64, 67, 65, 62, 62, 66], [(0, 0, 1), (3, 4, 2), (-3, -2, 2), (0, 0, 1), (4, 4, 1)]),
    (65, [64, 67, 71, 69, 69, 70], [(-2, -1, 1), (3, 4, 2), (-2, -2, 1), (0, 0, 1), (1, 1, 1)]),
    (60, [61], [(1, 2, 1)]),
    (60, [55], [(-6, -4, 1)]),
    (None, [60, 60, 62], [(0, 0, 1), (0, 0, 1), (2, 2, 1)]),
    (60, [60], [(0, 0, 1)]),
    (60, [], []),
    (10, [120, 10], [(46, 48, 1), (-48, -48, 1)]),        # no wider than the file knows
])
def test_slopes(before, pitches, expected):
    assert slopes(pitches, before) == expected


def test_letters_by_name():
    # Over C7: c e g bb chord tones, d a f# colour tones, f and db neither; eb leads to e, ab leads to the colour tone a.
    assert letters("c4 d4 eb4 e4 f4 db4 ab4 a4", "C7") == ["CLACXXAL"]
    assert letters("b4 f4 - f#4 - - bb4 b4", "C7") == ["XARLRCX"]


def test_an_approach_tone_leads_to_a_tone_of_the_chord_that_sounds_then():
    assert letters("c4 - - - - - - b4 bb4 - - - - - - -", "C7", "F7")[0][-1] == "X"       # bb is the fourth over F7, neither chord nor colour tone
    assert letters("c4 - - - - - - b4 bb4 - - - - - - -", "C7", "Gm7")[0][-1] == "A"
    assert letters("c4 - - - - - - b4 - bb4 - - - - - -", "C7", "Gm7")[0][-1] == "X"      # it does not begin at the edge
    assert letters("f4 b4 c5 - - - - -", "C7") == ["XACR"]
    assert letters("ab4 db4 f4 - - - - -", "C7") == ["XXXR"]


def test_a_semitone_that_leads_nowhere_is_no_approach():
    assert letters("ab4 g4 f4 - db4 c4 - -", "C7") == ["ACXRACR"]
    assert letters("b3 - - - - - - -", "C7") == ["XR"]
    assert letters("f4 f#4 - - - - - -", "C7") == ["ALR"]
    assert letters("f4 f#4 - - - - - -", "Dm7") == ["CXR"]


def test_without_a_chord_every_note_is_a_chord_tone():
    assert letters("c4 db4 d4 - - - - -", "NC") == ["CCCR"]


def test_a_production_by_name():
    made = production(windows_of(eighths("- e4 g4 bb4 - a4 g4 g4", "C7"))[0])
    assert [(slope.low, slope.high, " ".join(f"{letter}{slots}" for letter, slots in slope.parts)) for slope in made] == [
        (0, 0, "R60 C60"), (3, 3, "C60 C60"), (-2, -1, "R60 L60 C60"), (0, 0, "C60")]


def test_silence_is_one_slope_and_a_last_rest_goes_with_the_last_note():
    silent, final = (production(window) for window in windows_of(eighths("- - - - - - - - c4 - - - - - - -", "C7", "C7")))
    assert [(slope.low, slope.high, slope.parts) for slope in silent] == [(0, 0, (("R", 480),))]
    assert [(slope.low, slope.high, slope.parts) for slope in final] == [(0, 0, (("C", 60), ("R", 420)))]


@given(st.lists(st.one_of(st.none(), st.integers(50, 90)), min_size=8, max_size=40), st.sampled_from(["C7", "Dm7", "B7alt", "NC", "F#o7"]))
def test_productions_say_how_the_line_moves(drawn, chord):
    notes = [Note(Fraction(place, 2), Fraction(1, 2), pitch) for place, pitch in enumerate(drawn) if pitch is not None]
    bars = -(-len(drawn) // 8)
    solo = Solo(tuple(notes), Changes(((Fraction(0), parse_chord(chord)),), Fraction(4 * bars)))
    for window in windows_of(solo):
        made = production(window)
        parts = [part for slope in made for part in slope.parts]
        assert [part.slots for part in parts] == [event.slots for event in window.events] and {part.letter for part in parts} <= set("CLAXR")
        sounding = [part for part in parts if part.letter != "R"]
        pitches = [event.pitch for event in window.events if event.pitch is not None]
        ahead = [window.after.pitch] if window.after else []
        assert all(abs(following - pitch) == 1 for part, pitch, following in zip(sounding, pitches, pitches[1:] + ahead) if part.letter == "A")
        bounds = [(slope.low, slope.high) for slope in made for part in slope.parts if part.letter != "R"]
        line = [pitches[0] if window.before is None else window.before, *pitches] if pitches else []
        assert all(low <= after - before <= high for (low, high), before, after in zip(bounds, line, line[1:]))
