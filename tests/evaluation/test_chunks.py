"""Eight-bar chunks, by hand on shorter ones."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stages.evaluation.chunks import chunks, cut
from stages.harmony.chords import parse_chord
from stages.melody.solo import Note


def test_a_solo_is_cut_into_whole_bars(sheet):
    first, second = cut(sheet("C7 | F7 | Bb7 | Eb7 | Ab7 |", "c1 d2 e2 f1 g4 a4 b4 c4 d1"), bars=2)
    assert first == sheet("C7 | F7 |", "c1 d2 e2")
    assert second == sheet("Bb7 | Eb7 |", "f1 g4 a4 b4 c4")


def test_a_note_across_the_edge_is_cut_and_does_not_start_again(sheet):
    first, second = cut(sheet("C7 | F7 |", "c2 d1 e2"), bars=1)
    assert first.notes == (Note(Fraction(0), Fraction(2), 60), Note(Fraction(2), Fraction(2), 62))
    assert second.notes == (Note(Fraction(2), Fraction(2), 64),)


def test_the_chord_at_the_edge_goes_on(sheet):
    first, second = cut(sheet("C7 | / F7 |", "c1 d1"), bars=1)
    assert first.changes.chords == ((0, parse_chord("C7")),)
    assert second.changes.chords == ((0, parse_chord("C7")), (2, parse_chord("F7")))


def test_the_metre_at_the_edge_goes_on(sheet):
    solo = sheet("C | / | / |", "c1 d1 e1")
    solo = replace(solo, changes=replace(solo.changes, length=Fraction(14), metre_changes=((Fraction(4), (3, 4)), (Fraction(10), (4, 4)))))
    first, second = cut(solo, bars=2)
    assert (first.changes.metre, first.changes.length, first.changes.metre_changes) == ((4, 4), 7, ((4, (3, 4)),))
    assert (second.changes.metre, second.changes.length, second.changes.metre_changes) == ((3, 4), 7, ((3, (4, 4)),))


def test_a_last_incomplete_bar_is_no_bar(sheet):
    solo = sheet("C | / |", "c1 d1")
    assert len(cut(replace(solo, changes=replace(solo.changes, length=Fraction(7))), bars=1)) == 1


def test_labels_are_kept_and_counted_anew(sheet):
    solo = replace(sheet("C | / |", "c2 d2 e2 f2", "Lamp"), tempo=200.0, phrases=(0, 1, 3), seconds=((0.0, 0.5), (0.6, 0.5), (1.2, 0.5), (1.8, 0.5)))
    second = cut(solo, bars=1)[1]
    assert (second.tune, second.tempo, second.phrases, second.seconds) == ("Lamp", 200.0, (1,), ((1.2, 0.5), (1.8, 0.5)))


def test_chunks_with_few_notes_are_counted(sheet):
    solos = [sheet("C | / |", "c4 d4 e4 f4 g1"), sheet("C |", "c2 d2"), sheet("C | / |", "r1 c4 d4 e4 f4")]
    found = chunks(solos, bars=1, fewest=2)
    assert [solo.notes[0].pitch for solo in found.solos] == [60, 60, 60]
    assert found.owners == (0, 1, 2) and found.dropped == 2


def test_a_solo_of_seven_bars_has_no_chunk(sheet):
    assert chunks([sheet("C | / | / | / | / | / | / |", "c1 d1")]).solos == ()


def test_chunks_of_no_bar_are_refused(sheet):
    with pytest.raises(ValueError, match="at least one bar, got 0"):
        cut(sheet("C |", "c1"), bars=0)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 12)), min_size=1, max_size=40), st.integers(1, 4))
def test_every_onset_stays_where_it_was(sheet, steps, bars):
    """Sixteenths: gap before, duration. All onsets in whole chunks come back, no note reaches beyond its chunk, and no other note changes."""
    notes, end = [], 0
    for gap, duration in steps:
        notes.append(Note(Fraction(end + gap, 4), Fraction(duration, 4), 60 + duration))
        end += gap + duration
    length = Fraction(-(-end // 16) * 4)
    solo = sheet("C7 |", "c1")
    solo = replace(solo, notes=tuple(notes), changes=replace(solo.changes, length=length))
    found = cut(solo, bars)
    assert len(found) == length // (4 * bars)
    back = [note._replace(onset=note.onset + 4 * bars * number) for number, piece in enumerate(found) for note in piece.notes]
    whole = [note for note in notes if note.onset < len(found) * bars * 4]
    edge = [Fraction(4 * bars * (note.onset // (4 * bars) + 1)) for note in whole]
    assert back == [note._replace(duration=min(note.end, line) - note.onset) for note, line in zip(whole, edge)]
