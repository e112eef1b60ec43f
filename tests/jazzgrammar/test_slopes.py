"""Pitches of notes in slopes."""

from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.jazzgrammar.line import Line
from stages.jazzgrammar.settings import settings_of
from stages.jazzgrammar.slopes import NO_PITCH, play_slope, slope_choices, window_of
from stages.jazzgrammar.terminals import parse_terminal
from tests.jazzgrammar.band import SETTINGS, Dice, names, note, sounding, timeline

SYMBOLS = ("C7", "Dm7", "F#m7b5", "AbM7", "Bo7", "G7alt", "NC", "E+", "Fsus4")


# Rules 1 and 2.
@pytest.mark.parametrize("low, high, window", [
    (1, 4, (1, 4)), (-3, -1, (-3, -1)), (2, 2, (1, 3)), (1, 1, (1, 2)), (-1, -1, (-2, -1)), (-2, -2, (-3, -1)), (0, 0, (-1, 1)), (5, 5, (4, 6)), (6, 9, (3, 9)), (7, 7, (3, 8)), (5, 9, (5, 9)),
    (-9, -6, (-9, -3)), (-7, -7, (-8, -3)), (-9, -5, (-9, -5)), (-2, 3, (-2, 3)),
])
def test_windows_by_hand(low, high, window):
    assert window_of(60, low, high) == (60 + window[0], 60 + window[1])


def shares(letter, bottom, top, symbol, old="C2", settings=SETTINGS):
    choices = slope_choices(letter, note(old), (note(bottom), note(top)), sounding(symbol), settings)
    assert sum(share for _, share in choices) == pytest.approx(1)
    return {names([pitch]): pytest.approx(share) for pitch, share in choices if share}


# Rule 5 over C7: chord tones C E G Bb, colours D F# A, others Db Eb F Ab B. By window: the labels in it and, by letter, the shares.
TABLE = {
    "E4 F#4": ("CLX", {"C": {"E4": 1}, "L": {"F#4": 1}, "S": {"E4": 1 / 2, "F#4": 1 / 2}, "X": {"E4": .5, "F4": .25, "F#4": .25}}),
    "F#4 G4": ("CL", {"C": {"G4": 1}, "L": {"F#4": .9, "G4": .1}, "S": {"F#4": 1 / 2, "G4": 1 / 2}, "X": {"G4": .8, "F#4": .2}}),
    "G4 Ab4": ("CX", {"C": {"G4": 1}, "L": {"G4": .85, "Ab4": .15}, "S": {"G4": 1}, "X": {"G4": .5, "Ab4": .5}}),
    "D4 Eb4": ("LX", {"L": {"D4": 1}, "S": {"D4": 1}, "X": {"D4": .5, "Eb4": .5}}),
    "G4 G4": ("C", {letter: {"G4": 1} for letter in "CLSX"}),
    "A4 A4": ("L", {letter: {"A4": 1} for letter in "LSX"}),
    "F4 F4": ("X", {letter: {"F4": 1} for letter in "LSX"}),
    "F4 Bb4": ("CLX", {"C": {"G4": .5, "Bb4": .5}, "L": {"F#4": .5, "A4": .5}, "S": {"F#4": .25, "G4": .25, "A4": .25, "Bb4": .25},
                                                        "X": {"G4": .25, "Bb4": .25, "F#4": .125, "A4": .125, "F4": .125, "Ab4": .125}}),
}


@pytest.mark.parametrize("window", TABLE)
def test_what_is_taken_is_read_from_the_table(window):
    present, table = TABLE[window]
    assert "".join(sorted({sounding("C7").labels[pitch % 12] for pitch in range(note(window[:3].strip()), note(window[3:].strip()) + 1)})) == present
    for letter, expected in table.items():
        assert shares(letter, *window.split(), "C7") == expected
        assert shares(letter, *window.split(), "C7", settings=None) == expected                     # the original agrees
    assert shares("H", *window.split(), "C7") == shares("S", *window.split(), "C7")


def test_without_a_chord_everything_is_as_good():
    assert all(shares(letter, "F4", "G4", "NC") == {"F4": 1 / 3, "F#4": 1 / 3, "G4": 1 / 3} for letter in "CLSHX")


# Rule 4.
def test_a_window_is_widened_until_it_has_a_chord_tone_twice_at_most():
    assert shares("C", "D4", "Eb4", "C7") == {"E4": 1} and shares("C", "F4", "F4", "C7") == {"E4": 1} and shares("C", "Eb4", "F4", "C7", old="D4") == {"E4": 1}
    assert shares("C", "D4", "D4", "C7") == {"C4": 1 / 2, "E4": 1 / 2}                              # the second time
    assert shares("C", "Db4", "D4", "C7", old="C4") == {"E4": 1}                                    # not down to the note before
    assert shares("C", "Eb4", "Eb4", "C7", old="E4") == {"D4": 1}                                   # nor up to it; C4 would be the third time


def test_in_the_original_notes_are_counted_again_with_each_widening():
    # Eb4; D4 Eb4; Db4 D4 Eb4: the colour D4 is counted twice, and what is drawn beyond it becomes the lowest note.
    assert shares("C", "Eb4", "Eb4", "C7", old="E4", settings=None) == {"D4": 1 / 2, "Db4": 1 / 2}
    assert shares("C", "D4", "D4", "C7", settings=None) == {"C4": 1 / 2, "E4": 1 / 2}               # chord tones end the search, and are counted once


def test_windows_end_at_the_compass_and_come_back_into_it_by_octaves():
    settings = settings_of({}, (48, 72))
    assert shares("X", "B4", "D5", "NC", settings=settings) == {"B4": 1 / 2, "C5": 1 / 2} and shares("X", "Bb2", "C3", "NC", settings=settings) == {"C3": 1}
    assert shares("X", "D5", "E5", "NC", settings=settings) == {"D4": 1 / 3, "Eb4": 1 / 3, "E4": 1 / 3}
    assert shares("X", "D1", "E1", "NC", settings=settings) == {"D3": 1 / 3, "Eb3": 1 / 3, "E3": 1 / 3}
    assert shares("C", "B4", "C5", "G7", old="Bb4", settings=settings) == {"B4": 1} and shares("C", "Bb4", "C5", "F#M7", old="A4", settings=settings) == {"Bb4": 1}


# The notes of a slope.
def play(text, symbols="C7", old="C4", rolls=(0.0,), faithful=False, settings=SETTINGS):
    item = tuple(int(word) if word.lstrip("-").isdigit() else word for word in f"slope {text}".split())
    line = Line(settings, note(old))
    play_slope(parse_terminal(item), line, timeline(*symbols.split(), settings=settings), settings, Dice(*rolls).random, faithful)
    return names(placed.pitch for placed in line.notes), line


@pytest.mark.parametrize("faithful", [False, True])
def test_a_line_by_hand(faithful):
    assert play("1 4 C8 C8 L8 C8", rolls=(0.0,), faithful=faithful)[0] == "E4 G4 A4 Bb4"
    assert play("-4 -1 C8 R4 C8 C8", old="C5", rolls=(0.0,), faithful=faithful)[0] == "Bb4 G4 E4"
    assert [placed.onset for placed in play("-4 -1 C8 R4 C8 C8", old="C5", faithful=faithful)[1].notes] == [0, 180, 240]


@pytest.mark.parametrize("faithful", [False, True])
def test_each_note_stands_over_its_own_chord(faithful):
    assert play("1 4 C1 C1 C2 C2", "C7 F7 Bb7", faithful=faithful)[0] == "E4 F4 Ab4 Bb4"


# Rule 6.
@pytest.mark.parametrize("faithful", [False, True])
@pytest.mark.parametrize("text, old, line", [
    ("2 4 A8 C8", "C4", "Eb4 E4"), ("-4 -2 A8 C8", "C5", "B4 Bb4"), ("-2 2 A8 C8", "F4", "Eb4 E4"), ("1 2 A8 C8", "Eb4", "F4 E4"), ("-2 -1 A8 C8", "F4", "Eb4 E4"),
    ("0 3 A8 C8", "Eb4", "F4 E4"), ("-3 0 A8 C8", "F4", "Eb4 E4"), ("1 4 C8 A8", "C4", "E4 F#4"), ("1 4 A8 R8 C8", "C4", "D4 E4"), ("1 4 A8 A8 C8", "C4", "Db4 D4 E4"),
])
def test_an_approach_tone_by_hand(text, old, line, faithful):
    assert play(text, old=old, faithful=faithful)[0] == line


def test_the_target_of_an_approach_tone_is_chosen_over_its_own_chord():
    assert play("1 4 A1 C1", "C7 B7")[0] == "D4 Eb4"


def test_an_approach_tone_in_a_level_slope_has_no_pitch_in_the_original():
    assert play("0 0 A8 C8", old="Ab4")[0] == "F#4 G4"                                             # G4 is one from G#4
    assert play("0 0 A8 C8", old="G4")[0] == "F#4 G4"
    pitches = [placed.pitch for placed in play("0 0 A8 C8", old="G4", faithful=True)[1].notes]
    assert pitches == [NO_PITCH, note("G4")]
    assert play("0 0 A8 C8", old="Ab4", faithful=True)[0] == "F#4 G4"


LETTERS = st.sampled_from("CLSHX")
SLOPES = st.tuples(st.integers(-13, 9), st.integers(0, 4)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(SLOPES, st.lists(LETTERS, min_size=1, max_size=4), st.sampled_from(SYMBOLS), st.integers(62, 65), st.integers(0, 10**6), st.booleans())
def test_no_note_leaves_its_window_but_for_the_rules_that_say_so(bounds, letters, symbol, old, seed, faithful):
    line = Line(SETTINGS, old)                                                                     # the compass, 0 to 127, is out of reach
    slope = parse_terminal(("slope", *bounds, *(f"{letter}16" for letter in letters)))
    play_slope(slope, line, timeline(symbol), SETTINGS, np.random.default_rng(seed).random, faithful)
    pitches = [old, *(placed.pitch for placed in line.notes)]
    labels = sounding(symbol).labels
    for letter, before, after in zip(letters, pitches, pitches[1:]):
        low, high = window_of(before, *bounds)                                                     # rules 1 and 2
        assert low <= after <= high or letter == "C" and "C" not in {labels[pitch % 12] for pitch in range(low, high + 1)} and low - 2 <= after <= high + 2    # rule 4
        assert (low, high) == (before + bounds[0], before + bounds[1]) or bounds[0] == bounds[1] or bounds[0] >= 6 or bounds[1] <= -6


@given(SLOPES, st.lists(st.sampled_from("CLSHXAR"), min_size=1, max_size=12), st.sampled_from(SYMBOLS), st.integers(0, 10**6), st.sampled_from([(48, 60), (55, 82), (0, 127), (115, 127)]))
def test_all_notes_lie_in_the_compass_and_approaches_lead(bounds, letters, symbol, seed, compass):
    settings = settings_of({"avoid-repeats": "false"}, compass)
    generator = np.random.default_rng(seed)
    line = Line(settings, int(generator.integers(compass[0], compass[1] + 1)))
    play_slope(parse_terminal(("slope", *bounds, *(f"{letter}32" for letter in letters))), line, timeline(symbol, settings=settings), settings, generator.random, False)
    assert len(line.notes) == sum(letter != "R" for letter in letters) and line.clock == 15 * len(letters)
    assert all(compass[0] <= placed.pitch <= compass[1] for placed in line.notes)
    pitches = {placed.onset // 15: placed.pitch for placed in line.notes}
    place = 0
    while place < len(letters):
        pair = letters[place] == "A" and letters[place + 1:place + 2] not in ([], ["R"])
        assert not pair or abs(pitches[place] - pitches[place + 1]) == 1
        place += 1 + pair


def test_a_slope_that_would_leave_the_compass_begins_an_octave_away():
    settings = settings_of({"avoid-repeats": "false"}, (48, 72))
    assert play("3 5 C8 C8 C8", old="Bb4", settings=settings)[0] == "C4 E4 G4" and play("3 5 C8 C8 C8", old="Bb3", settings=settings)[0] == "C4 E4 G4"
    assert play("-5 -3 C8 C8 C8", old="D3", settings=settings)[0] == play("-5 -3 C8 C8 C8", old="D4", settings=settings)[0] == "Bb3 G3 E3"
    assert play("3 5 C8 C8 C8", old="Bb4", settings=settings, faithful=True)[0] == "C5 E5 G5"


def test_letters_and_labels_are_all_in_the_table():
    for letter, symbol, (bottom, size) in product("CLSHXY", SYMBOLS, product(range(48, 60), (0, 1, 2, 5, 12))):
        for settings in (SETTINGS, None):
            choices = slope_choices(letter, 40, (bottom, bottom + size), sounding(symbol), settings)
            assert sum(share for _, share in choices) == pytest.approx(1) and all(share >= 0 for _, share in choices)


def test_equally_likely_within_a_label():
    generator = np.random.default_rng(0)
    line = Line(SETTINGS, note("C4"))
    found = Counter()
    for _ in range(3000):
        line.old = note("C4")
        play_slope(parse_terminal(("slope", 1, 12, "C8")), line, timeline("C7"), SETTINGS, generator.random, False)
        found[names([line.notes[-1].pitch])] += 1
    assert set(found) == {"E4", "G4", "Bb4", "C5"} and all(abs(count - 750) < 3 * 24 for count in found.values())     # 24: sqrt(3000 / 4 * 3 / 4)
