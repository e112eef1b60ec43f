"""Triads linked by semitones."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stages.jazzgrammar.line import Line
from stages.jazzgrammar.settings import settings_of
from stages.jazzgrammar.terminals import parse_terminal
from stages.jazzgrammar.triads import play_triads

TRIADS = {frozenset((root + tone) % 12 for tone in triad) for root in range(12) for triad in ((0, 4, 7), (0, 3, 7), (0, 3, 6), (0, 4, 8))}


def play(terminal, old, compass, seed):
    settings = settings_of({"avoid-repeats": "false"}, compass)
    line = Line(settings, old)
    play_triads(parse_terminal(terminal), line, settings, np.random.default_rng(seed).random)
    return line


@given(st.integers(40, 90), st.integers(0, 10**6))
def test_three_notes_are_a_triad_and_the_next_begins_a_semitone_away(old, seed):
    line = play(("triadic", 1, "8/3"), old, (30, 100), seed)
    pitches = [placed.pitch for placed in line.notes]
    assert line.clock == 480 and len(pitches) == 12 and {placed.slots for placed in line.notes} == {40}
    for first in range(0, 12, 3):
        assert frozenset(pitch % 12 for pitch in pitches[first:first + 3]) in TRIADS and abs(pitches[first] - [old, *pitches][first]) == 1
        assert max(pitches[first:first + 3]) - min(pitches[first:first + 3]) <= 9                    # in close position


@given(st.integers(0, 12), st.integers(0, 10**6))
def test_they_stay_in_an_octave_if_that_is_the_compass_and_fill_their_time(above, seed):
    line = play(("triadic", "2+16", 8), 60 + above, (60, 72), seed)
    assert all(60 <= placed.pitch <= 72 for placed in line.notes) and [placed.slots for placed in line.notes] == [60, 60, 60, 60, 30] and line.clock == 270


def test_from_a_note_far_outside_the_compass_a_triad_begins_at_its_edge():
    line = play(("triadic", 1, "8/3"), 90, (60, 72), 1)
    assert len(line.notes) == 12 and all(60 <= placed.pitch <= 72 for placed in line.notes) and line.notes[0].pitch >= 67


def test_every_triad_inversion_and_direction_comes():
    found = {tuple(pitch - line.notes[0].pitch for _, _, pitch in line.notes) for line in (play(("triadic", "4.", 8), 64, (30, 100), seed) for seed in range(2000))}
    assert len(found) == 20                       # four triads, three inversions, two directions; the augmented one is the same in all inversions
