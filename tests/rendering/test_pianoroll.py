from dataclasses import replace
from fractions import Fraction as F
from xml.etree import ElementTree

from stages.harmony.changes import Changes
from stages.harmony.chords import chord_of_pitches, parse_chord
from stages.melody.solo import Note
from stages.rendering.pianoroll import svg

SVG = "{http://www.w3.org/2000/svg}"


def drawn(solo) -> ElementTree.Element:
    return ElementTree.fromstring(svg(solo))


def of_class(picture, name: str) -> list[ElementTree.Element]:
    return [element for element in picture.iter() if name in element.get("class", "").split()]


def words(picture, name: str) -> list[str]:
    return [element.text for element in of_class(picture, name)]


def facts(picture) -> list[tuple]:
    return [tuple(note.get(f"data-{name}") for name in ("onset", "duration", "pitch", "category")) for note in of_class(picture, "note")]


def test_every_note_tells_what_it_is(two_bars):
    assert facts(drawn(two_bars)) == [("0", "0.5", "65", "C"), ("0.5", "0.5", "64", "L"), ("1.3333", "0.3333", "62", "C"), ("4", "4", "59", "C")]


def test_higher_notes_stand_higher_and_later_ones_further_right(two_bars):
    f4, e4, d4, b3 = of_class(drawn(two_bars), "note")
    assert float(f4.get("y")) < float(e4.get("y")) < float(d4.get("y")) < float(b3.get("y"))
    assert float(f4.get("x")) < float(e4.get("x")) < float(d4.get("x")) < float(b3.get("x"))


def test_chords_title_legend_octaves_and_bars_are_in_words(two_bars):
    picture = drawn(two_bars)
    assert words(picture, "chord") == ["Dm7", "G7"]
    assert words(picture, "title") == ["Two & Two · Nobody"]
    assert words(picture, "legend") == ["120 quarter notes a minute", "chord tone", "colour tone", "scale tone", "approach tone", "other note", "tones of the chord"]
    assert words(picture, "label") == ["C4", "1", "2"]


def test_a_chord_stands_over_its_first_note(two_bars):
    picture = drawn(two_bars)
    assert float(of_class(picture, "chord")[1].get("x")) - float(of_class(picture, "note")[3].get("x")) == 3


def test_four_bars_a_row(two_bars):
    picture = drawn(replace(two_bars, changes=two_bars.changes.times(5)))
    assert [(row.get("data-start"), row.get("data-quarters")) for row in of_class(picture, "row")] == [("0", "16"), ("16", "16"), ("32", "8")]
    assert words(picture, "label")[-1] == "10"


def test_a_note_that_crosses_a_row_is_one_note_in_two_parts(two_bars):
    first, second = of_class(drawn(replace(two_bars, changes=two_bars.changes.times(4), notes=(Note(F(15), F(2), 60),))), "note")
    assert (first.get("data-onset"), second.get("data-onset")) == ("15", None)
    assert first.get("data-note") == second.get("data-note") == "0"
    assert float(first.get("y")) < float(second.get("y"))


def test_a_chord_that_crosses_a_row_is_named_again_in_brackets(two_bars):
    held = Changes(((F(0), parse_chord("Dm7")), (F(12), parse_chord("G7"))), F(20))
    assert words(drawn(replace(two_bars, changes=held)), "chord") == ["Dm7", "G7", "(G7)"]


def test_a_chord_known_by_its_pitches_is_a_stack_of_note_names(two_bars):
    played = Changes(((F(0), chord_of_pitches((48, 52, 55))),), F(4))
    assert words(drawn(replace(two_bars, changes=played)), "chord") == ["C3", "E3", "G3"]


def test_a_pickup_stands_in_bar_0(two_bars):
    picture = drawn(replace(two_bars, notes=(Note(F(-1), F(1), 60),)))
    assert words(picture, "label") == ["C4", "0", "1", "2"]
    assert of_class(picture, "row")[0].get("data-start") == "-4"


def test_titles_are_escaped(two_bars):
    assert words(drawn(replace(two_bars, tune='<b> & "\x00')), "title") == ['<b> & " · Nobody']


def test_no_notes_at_all(two_bars):
    assert facts(drawn(replace(two_bars, notes=()))) == []


def test_the_same_picture_every_time(two_bars):
    assert svg(two_bars) == svg(two_bars)


def test_bars_of_mixed_metres_are_as_long_as_they_are(two_bars):
    chords = ((F(0), parse_chord("C7")),)
    picture = drawn(replace(two_bars, notes=(), changes=Changes(chords, F(22), (4, 4), ((F(8), (5, 4)), (F(13), (3, 4))))))
    assert [(row.get("data-start"), row.get("data-quarters")) for row in of_class(picture, "row")] == [("0", "16"), ("16", "6")]
    assert [word for word in words(picture, "label") if word.isdigit()] == ["1", "2", "3", "4", "5", "6"]
