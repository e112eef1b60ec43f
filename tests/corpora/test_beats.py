"""Bars and metres from beats, on beats of half a second each."""

from fractions import Fraction

import numpy as np
import pytest

from stages.corpora.errors import CorpusError
from stages.corpora.reading import Glossary
from stages.corpora.wjazzd.beats import Beats, beat_grid, changes_of, chord_marks, opening, usual_beat


def beats(*bars: tuple[int, str], chords: dict | None = None, written: dict | None = None, gap: dict | None = None) -> Beats:
    """(number of the bar, its beats): (1, "1234"); ``gap``: seconds before a bar, beside those of its beat."""
    rows, time = [], 0.0
    for bar, numbers in bars:
        time += (gap or {}).get(bar, 0.0)
        for number in map(int, numbers):
            rows.append((time, bar, number))
            time += 0.5
    places = [(bar, number) for _, bar, number in rows]
    signatures = {places.index((bar, int(dict(bars)[bar][0]))): text for bar, text in (written or {}).items()}
    return Beats(*map(np.array, zip(*rows)), signatures, {places.index(place): symbol for place, symbol in (chords or {}).items()})


def changes(given: Beats, standing: set[tuple[int, int]], end: Fraction = Fraction(0), unit: int = 4):
    grid = beat_grid(given, tuple(np.array(sorted(standing)).T), unit, "solo")
    marks = chord_marks(given, grid, Glossary())
    start = opening(grid, marks, min(bar for bar, _ in standing))
    return changes_of(marks, given, grid, start, max(bar for bar, _ in standing), end, "solo")


def bars(found) -> tuple:
    return found.metre, [(str(onset), metre) for onset, metre in found.metre_changes], found.length


def chords(found) -> list[tuple[str, str]]:
    return [(str(onset), chord.symbol) for onset, chord in found.chords]


WHOLE = [(bar, "1234") for bar in (1, 2, 3)]


def test_chords_go_on_until_the_next_one_and_equal_neighbours_are_one():
    found = changes(beats(*WHOLE, chords={(1, 1): "C7", (1, 3): "C7", (2, 2): "F-7/Eb", (3, 4): "NC"}), {(1, 1)})
    assert chords(found) == [("0", "C7"), ("5", "F-7/Eb"), ("11", "NC")] and bars(found) == ((4, 4), [], 12)


def test_the_first_bar_is_the_first_with_a_note_or_a_chord():
    count_in = [(-1, "1234"), (0, "1234"), *WHOLE]
    assert chords(changes(beats(*count_in, chords={(-1, 1): "NC", (1, 1): "C7"}), {(0, 4)})) == [("0", "NC"), ("4", "C7")]
    assert chords(changes(beats(*count_in, chords={(-1, 1): "NC", (1, 1): "C7"}), {(2, 1)})) == [("0", "C7")]


@pytest.mark.parametrize("first", ["34", "12"])
def test_a_pickup_stands_at_the_end_of_a_whole_bar(first):
    given = beats((0, first), *WHOLE, chords={(0, int(first[0])): "G7", (1, 1): "C7"})
    assert chords(changes(given, {(0, int(first[1]))})) == [("0", "NC"), ("2", "G7"), ("4", "C7")]


def test_a_last_bar_counts_if_a_note_begins_or_sounds_in_it():
    given = beats(*WHOLE, (4, "1"), chords={(1, 1): "C7", (4, 1): "F7"})
    assert bars(changes(given, {(1, 1)}))[2] == 12 and bars(changes(given, {(1, 1), (4, 1)}))[2] == 16
    held = changes(given, {(3, 1)}, end=Fraction(25, 2))
    assert held.length == 16 and chords(held)[-1] == ("12", "F7")
    assert bars(changes(given, {(3, 1)}, end=Fraction(17)))[2] == 20


def test_a_short_and_a_long_bar_are_bars_in_another_metre():
    assert bars(changes(beats((1, "1234"), (2, "123"), (3, "12345"), (4, "1234")), {(1, 1)})) == ((4, 4), [("4", (3, 4)), ("7", (5, 4)), ("12", (4, 4))], 16)


def test_beats_and_bars_that_were_left_out_are_counted():
    assert bars(changes(beats((1, "1234"), (2, "123"), (3, "1234"), gap={3: 0.5}), {(1, 1)})) == ((4, 4), [], 12)
    assert bars(changes(beats((1, "1234"), (2, "134"), (5, "1234")), {(1, 1)})) == ((4, 4), [], 20)


def test_beats_that_are_there_twice_count_once():
    assert bars(changes(beats((1, "11234"), (2, "1234")), {(1, 1)})) == ((4, 4), [], 8)


@pytest.mark.parametrize("signature, numbers, metre", [
    ("1/4", "1", (1, 4)), ("9/4", "123456789", (9, 4)), ("5/8", "12345", (5, 8)), ("4/4", "123", (3, 4)), ("", "123", (3, 4)), ("six", "123456", (6, 4)),
])
def test_the_beats_decide_how_many_and_the_signature_of_what_kind(signature, numbers, metre):
    found = changes(beats((1, numbers), (2, numbers), (3, numbers), written={1: signature}), {(1, 1)})
    assert bars(found) == (metre, [], Fraction(12 * metre[0], metre[1]))


def test_a_signature_of_the_last_bar_makes_it_whole():
    assert bars(changes(beats(*WHOLE, (4, "12"), written={1: "4/4", 4: "2/4"}), {(1, 1)})) == ((4, 4), [("12", (2, 4))], 14)


def test_time_between_beats_becomes_quarter_notes():
    grid = beat_grid(beats((1, "1234"), (2, "1234"), gap={2: 0.5}), (np.array([1]), np.array([1])), 4, "solo")
    assert grid.played_lengths(np.array([0.0, 0.25, 1.75, 3.9]), np.full(4, 0.5)) == pytest.approx([16, 16, 8, 16])


def test_the_usual_beat_is_the_median():
    assert usual_beat(beats(*WHOLE, gap={2: 5.0})) == 0.5


@pytest.mark.parametrize("given, said", [
    (beats((1, "1"), (30_000, "1")), "expected at most 10000 bars, found bars 1 to 30000"), (beats((1, "1")), "expected beats that follow each other, found 1"),
])
def test_impossible_beats_are_refused(given, said):
    with pytest.raises(CorpusError, match=said):
        beat_grid(given, (np.array([1]), np.array([1])), 4, "solo")
