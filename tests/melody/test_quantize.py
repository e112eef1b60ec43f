"""Notes onto a grid."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from stages.melody.quantize import Grid, quantize
from stages.melody.solo import Note

TWELVE = Grid(12, Fraction(1, 4))


def line(*onsets_and_ends: tuple[str, str]) -> list[Note]:
    return [Note(Fraction(onset), Fraction(end) - Fraction(onset), 60) for onset, end in onsets_and_ends]


def shape(notes) -> list[tuple[str, str]]:
    return [(str(note.onset), str(note.end)) for note in notes]


def test_what_lies_on_the_grid_stays():
    notes = line(("0", "1/3"), ("1/3", "2/3"), ("3/4", "2"))
    quantized, moves = quantize(notes, TWELVE, played=False)
    assert list(quantized) == notes and (moves.moved, moves.total) == (0, 0)


def test_onsets_go_to_the_nearest_slot_and_the_moves_are_counted():
    quantized, moves = quantize(line(("0", "1"), ("49/48", "2"), ("2", "3")), TWELVE, played=False)
    assert shape(quantized) == [("0", "1"), ("1", "2"), ("2", "3")]
    assert moves.to_json() == {"divisions": 12, "onsets": 3, "moved": 1, "mean": round(1 / 48 / 3, 6), "largest": round(1 / 48, 6)}


def test_a_played_eighth_that_is_left_early_is_written_as_an_eighth():
    short = line(("0", "2/5"), ("1/2", "9/10"), ("1", "3/2"), ("2", "5/2"))
    assert shape(quantize(short, TWELVE, played=True)[0]) == [("0", "1/2"), ("1/2", "1"), ("1", "3/2"), ("2", "5/2")]
    assert shape(quantize(short, TWELVE, played=False)[0])[0] == ("0", "5/12")


def test_a_rest_as_long_as_the_legato_stays():
    rests = line(("0", "1/4"), ("1/2", "3/4"), ("11/12", "1"))
    assert shape(quantize(rests, TWELVE, played=True)[0]) == [("0", "1/4"), ("1/2", "11/12"), ("11/12", "1")]


def test_a_note_before_the_first_bar_line_and_one_hours_later_stay_where_they_are():
    notes = line(("-3/2", "-1"), ("1", "3/2"), ("100000", "100001"))
    assert list(quantize(notes, TWELVE, played=False)[0]) == notes == list(quantize(notes[:2], TWELVE, played=True)[0]) + notes[2:]


def test_thirteen_notes_in_a_beat_of_twelve_slots_spread_to_both_sides():
    notes = [Note(Fraction(1) + Fraction(number, 13), Fraction(1, 13), 60) for number in range(13)]
    slots = [int(note.onset * 12) for note in quantize(notes, TWELVE, played=False)[0]]
    assert slots == list(range(slots[0], slots[0] + 13)) and slots[0] in (11, 12)


def test_a_grace_note_keeps_its_place_before_the_note_it_leads_to():
    quantized, _ = quantize(line(("1", "101/100"), ("101/100", "2")), TWELVE, played=True)
    assert shape(quantized) in ([("11/12", "1"), ("1", "2")], [("1", "13/12"), ("13/12", "2")])


@given(st.lists(st.tuples(st.fractions(0, 8, max_denominator=60), st.fractions(Fraction(1, 60), 2, max_denominator=60)), unique_by=lambda pair: pair[0]), st.sampled_from([12, 24, 48]))
def test_one_voice_stays_one_voice_on_the_grid(pairs, divisions):
    notes = [Note(onset, duration, 60) for onset, duration in sorted(pairs)]
    quantized, _ = quantize(notes, Grid(divisions, Fraction(1, 4)), played=True)
    assert len(quantized) == len(notes)
    assert all(note.onset >= 0 and note.duration > 0 and (note.onset * divisions).denominator == (note.end * divisions).denominator == 1 for note in quantized)
    assert all(note.end <= after.onset for note, after in zip(quantized, quantized[1:]))
    assert quantize(quantized, Grid(divisions, Fraction(0)), played=False)[0] == quantized
