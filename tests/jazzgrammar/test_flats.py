"""Pitches of flat terminals, with the chances computed by hand."""

from collections import Counter
from math import sqrt

import numpy as np
import pytest

from stages.jazzgrammar.flats import approach_to, flat_choices, play_approach, play_flat
from stages.jazzgrammar.line import Line
from stages.jazzgrammar.settings import settings_of
from tests.jazzgrammar.band import Dice, names, note, sounding

NEAR = settings_of({"max-interval": 4, "leap-prob": 0, "avoid-repeats": "false"}, (48, 84))


def fresh(pitch):
    return 1.0


def shares(letter, old, symbol, settings=NEAR, freshness=fresh):
    choices = flat_choices(letter, note(old), sounding(symbol, settings), settings, freshness)
    total = sum(weight for _, weight in choices)
    return {names([pitch]): pytest.approx(weight / total) for pitch, weight in choices}


# C7: chord tones C E G Bb weigh 0.7 + 0.1 for the scale, colours D A 0.2 + 0.1, F# 0.2, F 0.1.
def test_tones_are_drawn_of_the_letters_kind_by_weight_and_within_reach():
    assert shares("C", "F4", "C7") == {"E4": 1 / 2, "G4": 1 / 2}
    assert shares("L", "F4", "C7") == {"D4": 3 / 8, "F#4": 2 / 8, "A4": 3 / 8}
    assert shares("S", "F4", "C7") == {"D4": 3 / 23, "E4": 8 / 23, "F4": 1 / 23, "G4": 8 / 23, "A4": 3 / 23}
    assert shares("H", "F4", "C7") == {"D4": 3 / 25, "E4": 8 / 25, "F4": 1 / 25, "F#4": 2 / 25, "G4": 8 / 25, "A4": 3 / 25}
    assert shares("X", "F4", "C7") == {name: 1 / 9 for name in "Db4 D4 Eb4 E4 F4 F#4 G4 Ab4 A4".split()}
    assert shares("Y", "F4", "C7") == shares("H", "F4", "C7")


def test_the_least_interval_and_the_compass_are_kept():
    assert shares("C", "E4", "C7", settings_of({"max-interval": 4, "min-interval": 3}, (48, 84))) == {"C4": 1 / 2, "G4": 1 / 2}
    assert shares("C", "E4", "C7", settings_of({"max-interval": 7}, (60, 72))) == {"C4": 1 / 4, "E4": 1 / 4, "G4": 1 / 4, "Bb4": 1 / 4}


def test_a_tone_that_was_just_played_is_rare_and_recovers_with_every_terminal():
    settings = settings_of({"max-interval": 4, "leap-prob": 0}, (48, 84))
    line = Line(settings, note("F4"))

    def play(name=None):
        line.begin()
        if name:
            line.sound(note(name), 60)
        else:
            line.rest(60)

    assert line.freshness(note("E4")) == 1
    play("E4")
    line.begin()                                    # used[p] = 1/512, and doubled before the next terminal
    assert line.freshness(note("E4")) == 1 / 256
    assert shares("C", "F4", "C7", settings, line.freshness) == {"E4": 1 / 257, "G4": 256 / 257}
    line.rest(60)
    play("A4")
    line.begin()
    assert line.freshness(note("E4")) == 1 / 64 and line.freshness(note("A4")) == 1 / 256
    for _ in range(5):
        play()
    assert line.freshness(note("E4")) == 1 / 2
    play()
    assert line.freshness(note("E4")) == 1


def test_a_note_that_is_lengthened_and_both_notes_of_an_approach_wear_a_tone_once():
    line = Line(settings_of({"avoid-repeats": "true"}, (48, 84)), note("F4"))
    for _ in range(2):
        line.begin()
        line.sound(note("E4"), 60)
    line.begin()
    assert len(line.notes) == 1 and line.freshness(note("E4")) == 1 / 128
    line.sound(note("F4"), 60)
    line.sound(note("G4"), 60)
    line.begin()
    assert line.freshness(note("F4")) == line.freshness(note("G4")) == 1 / 256


def test_without_a_tone_of_its_kind_in_reach_the_nearest_is_taken():
    close = settings_of({"max-interval": 1, "leap-prob": 0, "avoid-repeats": "false"}, (48, 84))
    assert shares("C", "D4", "C7", close) == {"C4": 1} and shares("C", "D4", "Em7", close) == {"D4": 1}     # E4 would be as near: the lower of two
    assert shares("L", "Eb4", "C7b9", close) == {"Eb4": 1} and shares("L", "Bb4", "C7", close) == {"A4": 1}


def test_a_chord_without_tones_of_a_kind_gives_others():
    no_colour = settings_of({"max-interval": 2, "color-tone-weight": 0, "scale-tone-weight": 0, "leap-prob": 0, "avoid-repeats": "false"}, (48, 84))
    assert shares("L", "E4", "C7", no_colour) == {"D4": 1 / 2, "F#4": 1 / 2}                  # asked for: weights of 0 do not forbid it
    assert shares("S", "E4", "C7", no_colour) == {"E4": 1}


def test_without_a_chord_every_tone_is_as_good():
    for letter in "CLSHXY":
        assert len(shares(letter, "F4", "NC")) == 9 and all(share == 1 / 9 for share in shares(letter, "F4", "NC").values())


def test_a_scale_may_be_given():
    blues = settings_of({"max-interval": 4, "scale-type": "dorian", "scale-root": "Bb", "avoid-repeats": "false"}, (48, 84))     # Bb C Db Eb F G Ab
    assert set(shares("S", "F4", "C7", blues)) == {"Db4", "Eb4", "F4", "G4", "Ab4"}
    anything = settings_of({"max-interval": 4, "scale-type": "None"}, (48, 84))
    assert len(shares("S", "F4", "C7", anything)) == 9


def played(letter, old, symbol, rolls, settings=NEAR, faithful=False):
    line = Line(settings, note(old))
    play_flat(letter, 60, line, sounding(symbol, settings), settings, Dice(*rolls).random, faithful)
    return names(placed.pitch for placed in line.notes)


def test_outside_is_a_semitone_above_or_below_at_the_top():
    assert played("Y", "F4", "C7", [0.5, 0.0]) == "Eb4"                                       # from D4
    top = settings_of({"max-interval": 2, "leap-prob": 0, "avoid-repeats": "false"}, (55, 67))
    assert played("Y", "G4", "C7", [0.5, 0.99], top) == "F#4" and played("Y", "G4", "C7", [0.5, 0.99], top, faithful=True) == "Ab4"


def test_a_leap_counts_from_an_octave_towards_the_farther_end():
    leaps = settings_of({"max-interval": 2, "leap-prob": 0.1, "avoid-repeats": "false"}, (55, 79))
    assert played("C", "F4", "C7", [0.05, 0.0], leaps) == "E5" and played("C", "F4", "C7", [0.1, 0.0], leaps) == "E4"
    assert played("C", "C5", "C7", [0.05, 0.5], leaps) == "C4" and played("C", "G5", "C7", [0.05, 0.5], leaps) == "G4"


def test_faithful_is_the_same_in_proportion():
    generator, draws = np.random.default_rng(2), 4000
    found = Counter(played("S", "F4", "C7", generator.random(400).tolist(), faithful=True) for _ in range(draws))
    expected = {"D4": 3 / 23, "E4": 8 / 23, "F4": 1 / 23, "G4": 8 / 23, "A4": 3 / 23}
    assert set(found) == set(expected) and all(abs(found[name] - draws * share) < 4 * sqrt(draws * share * (1 - share)) for name, share in expected.items())


def test_in_the_original_a_hundred_tries_in_vain_leave_a_tone_of_another_kind():
    close = settings_of({"max-interval": 1, "leap-prob": 0, "avoid-repeats": "false"}, (48, 84))
    dice, line = Dice(0.999), Line(close, note("F4"))                                         # E4 is a chord tone, F4 in the scale, F#4 a colour
    play_flat("C", 60, line, sounding("CM7", close), close, dice.random, faithful=True)
    assert names([line.old]) == "F#4" and dice.asked == 1 + 100 and played("C", "F4", "CM7", [0.999], close) == "E4"


def test_in_the_original_x_never_is_the_highest():
    highest = [played("X", "F4", "C7", [roll], faithful=faithful) for faithful in (False, True) for roll in [0.999999]]
    assert highest == ["A4", "Ab4"] and played("X", "F4", "C7", [0.0], faithful=True) == "Db4"


def approached(old, letter, symbols, rolls, faithful=False):
    line = Line(NEAR, note(old))
    play_approach(60, (letter, 120), line, tuple(sounding(symbol, NEAR) for symbol in symbols), NEAR, Dice(*rolls).random, faithful)
    return " ".join(f"{names([placed.pitch])}@{placed.onset}" for placed in line.notes)


def test_an_approach_tone_is_a_semitone_from_the_note_it_leads_to():
    assert approached("F4", "C", ("C7", "C7"), [0.0, 0.0]) == "Eb4@0 E4@60" and approached("F4", "C", ("C7", "C7"), [0.9, 0.9]) == "Ab4@0 G4@60"
    assert approached("F4", "C", ("C7", "C7"), [0.0, 0.9]) == "Eb4@0 E4@60"                   # not F4 again


def test_a_target_outside_is_outside_behind_an_approach_tone_too():
    assert approached("F4", "Y", ("C7", "C7"), [0.0, 0.0]) == "D4@0 Eb4@60"                  # D4, a semitone up, from below


def test_its_target_is_of_its_own_letter_and_chord_and_in_the_original_a_chord_tone_of_the_chord_before():
    assert approached("F4", "L", ("F#7", "C7"), [0.5, 0.9]) == "G4@0 F#4@60"
    assert approached("F4", "L", ("F#7", "C7"), [0.0, 0.9], faithful=True) == "D4@0 Db4@60"


def test_the_other_side_where_the_compass_ends():
    settings = settings_of({}, (48, 60))
    assert approach_to(60, 1, 50, settings) == 59 and approach_to(60, 1, 50, None) == 61 and approach_to(48, -1, 50, settings) == 49
    assert approach_to(60, 1, 61, None) == 59 and approach_to(59, 1, 60, settings) == 58
    assert approach_to(60, -1, 59, settings) == 59                                            # the note before, for want of another
