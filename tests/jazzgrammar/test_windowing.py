"""Solos -> windows: edges, ties, silences, passes."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.jazzgrammar.windowing import passes, whole
from stages.melody.solo import Note, Solo


def solo(*notes: tuple, bars: int = 2) -> Solo:
    """(onset, duration, pitch) in quarter notes, over C7 | F7 | C7 | ..."""
    chords = tuple((Fraction(4 * bar), parse_chord("F7" if bar % 2 else "C7")) for bar in range(bars))
    return Solo(tuple(Note(Fraction(onset), Fraction(duration), pitch) for onset, duration, pitch in notes), Changes(chords, Fraction(4 * bars)))


def shown(windows) -> list[str]:
    """``60.60`` a note of 60 slots, ``~`` a tied one, ``R120`` a rest; a window each."""
    return [" ".join(f"R{event.slots}" if event.pitch is None else f"{'~' * event.tied}{event.pitch}.{event.slots}" for event in window.events) for window in windows]


def test_gaps_are_rests_and_windows_follow_each_other():
    windows, = passes(solo((0.5, 0.5, 60), (1, 2, 62), (4, 1, 64)), 4, 4)
    assert shown(windows) == ["R60 60.60 62.240 R120", "64.120 R360"]
    assert [window.before for window in windows] == [None, 62]
    assert [event.chord.symbol for event in (windows[0].events[0], windows[1].events[0])] == ["C7", "F7"]


def test_a_note_across_an_edge_is_split_and_tied():
    windows, = passes(solo((3, 6, 60), bars=3), 4, 4)
    assert shown(windows) == ["R360 60.120", "~60.480", "~60.120 R360"]
    assert [window.before for window in windows] == [None, 60, 60]
    assert [window.after and (window.after.pitch, window.after.tied) for window in windows] == [(60, True), (60, True), None]


def test_the_note_at_the_edge_comes_after_and_one_behind_it_does_not():
    first, second, third = next(passes(solo((0, 1, 60), (4, 1, 61), (9, 1, 62), bars=3), 4, 4))
    assert (first.after.pitch, first.after.tied, first.after.chord.symbol) == (61, False, "F7")
    assert second.after is third.after is None


def test_a_slide_makes_interleaved_passes():
    found = list(passes(solo((0, 1, 60), (2, 1, 62), (4, 1, 64), (6, 1, 65)), 4, 2))
    assert [shown(windows) for windows in found] == [["60.120 R120 62.120 R120", "64.120 R120 65.120 R120"], ["62.120 R120 64.120 R120"]]


def test_one_window_of_a_last_silence_is_kept():
    windows, = passes(solo((4, 1, 60), bars=6), 4, 4)
    assert shown(windows) == ["R480", "60.120 R360", "R480"]


def test_a_whole_solo_is_kept_to_its_end():
    notes = (0, 1, 60), (17, 2, 62)                  # the second one stands behind the changes
    assert shown(whole(solo(*notes, bars=4), 4)) == ["60.120 R360", "R480", "R480", "R480", "R120 62.240 R120"]
    assert shown(whole(solo((0, 1, 60), bars=4), 3)) == ["60.120 R240", *["R360"] * 5]


def test_times_are_rounded_to_slots_and_what_is_shorter_is_left_out():
    windows, = passes(solo((0, Fraction(1, 7), 60), (1, Fraction(1, 500), 62), bars=1), 4, 4)
    assert shown(windows) == ["60.17 R463"]


def test_two_notes_at_once_are_refused_with_their_place():
    with pytest.raises(ValueError, match="bar 2 beat 1.5: expected one note at a time"):
        list(passes(solo((3, 2, 60), (4.5, 1, 62)), 4, 4))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 60), st.integers(40, 90)), max_size=30), st.sampled_from([(1, 1), (4, 4), (4, 2), (3, 3)]))
def test_windows_are_full_and_lose_no_sound(drawn, sizes):
    clock, notes = Fraction(0), []
    for gap, duration, pitch in drawn:
        notes.append((clock + Fraction(gap, 24), Fraction(duration, 24), pitch))
        clock = notes[-1][0] + notes[-1][1]
    line = solo(*notes, bars=40)
    assert all(sum(event.slots for event in window.events) == 120 * sizes[0] for windows in passes(line, *sizes) for window in windows)
    found = whole(line, sizes[0])
    sounding = [(event.pitch, event.slots, event.tied) for window in found for event in window.events if event.pitch is not None]
    assert sum(slots for _, slots, _ in sounding) == sum(duration for _, duration, _ in notes) * 120
    assert [pitch for pitch, _, tied in sounding if not tied] == [pitch for _, _, pitch in notes]
    assert all(one.events[-1].pitch is not None or two.events[0].pitch is not None or not two.events[0].tied for one, two in zip(found, found[1:]))
