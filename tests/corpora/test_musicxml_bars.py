"""Bars, repeats and ties of MusicXML, on small scores written here."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stages.melody.solo import Solo
from tests.corpora.test_musicxml import BACK, attributes, chords, harmony, notes, solo, tones, words


def metres(found: Solo) -> list[tuple[float, tuple[int, int]]]:
    return [(0.0, found.changes.metre), *((float(onset), metre) for onset, metre in found.changes.metre_changes)]


def test_a_pickup_stands_at_the_end_of_a_whole_bar(tmp_path):
    found = solo(tmp_path, tones("G4q"), harmony("C", "major") + tones("C5w"), tones("D5H"))
    assert notes(found) == [(3, 1, 67), (4, 4, 72), (8, 3, 74)] and chords(found) == [(0, "NC"), (4, "C")] and found.changes.length == 12 and metres(found) == [(0, (4, 4))]


def test_a_bar_that_a_repeat_splits_is_one(tmp_path):
    found = solo(tmp_path, tones("G4q"), tones("C5w"), tones("D5H") + BACK, tones("E5w"))
    assert notes(found) == [(3, 1, 67), (4, 4, 72), (8, 3, 74), (11, 1, 67), (12, 4, 72), (16, 3, 74), (19, 4, 76)] and metres(found) == [(0, (4, 4)), (16, (3, 4)), (19, (4, 4))]


def test_odd_bars_have_a_metre_of_their_own(tmp_path):
    found = solo(tmp_path, tones("C4w"), tones("D4h"), tones("E4w F4e"), tones("G4w"))
    assert notes(found) == [(0, 4, 60), (4, 2, 62), (6, 4, 64), (10, .5, 65), (10.5, 4, 67)] and metres(found) == [(0, (4, 4)), (4, (2, 4)), (6, (9, 8)), (10.5, (4, 4))]
    assert found.reading["notes"] == ["2 measures are shorter or longer than their metre and became bars of their own length: 2, 3"]


def test_metres_change_and_may_be_missing(tmp_path):
    assert metres(solo(tmp_path, tones("C4H"), attributes("2/4") + tones("C4h"), attributes("3+2/8") + tones("C4h C4e"), first=attributes("3/4"))) == [(0, (3, 4)), (3, (2, 4)), (5, (5, 8))]
    free = solo(tmp_path, tones("C4q"), tones("C4H"), tones("C4H"), first="<attributes><divisions>12</divisions></attributes>")
    assert metres(free) == [(0, (3, 4))] and free.notes[0].onset == 2 and "no metre is given" in free.reading["notes"][0]


CODA = "<direction><direction-type><coda/></direction-type><sound coda='{}'/></direction>"


@pytest.mark.parametrize("signs, expected", [
    ({2: CODA.format(2), 3: words("D.C. al Coda"), 4: CODA.format(4)}, "CDECDF"), ({1: words("To Coda"), 3: words("D.C. al Coda"), 4: CODA.format(4)}, "CDECF"),
    ({2: "<sound fine='yes'/>", 4: "<sound dacapo='yes'/>"}, "CDEFCD"), ({2: words("Fine"), 4: words("D.C. al Fine")}, "CDEFCD"),
    ({1: words("To Coda"), 3: words("D.C.alCoda"), 4: "<direction><coda/></direction>"}, "CDECF"), ({2: "<direction><segno/></direction>", 3: words("D.S.")}, "CDEDEF"),
    ({2: "<sound segno='a' tocoda='b'/>", 3: "<sound dalsegno='a'/>", 4: "<sound coda='b'/>"}, "CDEDF"),
])
def test_jumps_in_sounds_words_and_symbols(signs, expected, tmp_path):
    measures = [tones(f"{name}4w") for name in "CDEF"]
    for number, sign in signs.items():
        measures[number - 1] = measures[number - 1] + sign if "segno" not in sign or "tocoda" in sign else sign + measures[number - 1]
    found = solo(tmp_path, *measures)
    assert "".join({60: "C", 62: "D", 64: "E", 65: "F"}[note.pitch] for note in found.notes) == expected


RHYTHMS = [(48,), (24, 24), (36, 12), (4, 4, 4, 12, 24), (18, 6, 12, 12), (12, 3, 3, 6, 24)]     # twelfths of a quarter note


@settings(max_examples=60, deadline=None)
@given(bars=st.lists(st.sampled_from(RHYTHMS), min_size=1, max_size=6), data=st.data())
def test_notes_cut_at_will_and_tied_are_the_notes(bars, data, tmp_path_factory):
    """A line without rests, cut at bar lines and elsewhere into tied pieces and repeated, is that line twice."""
    pieces = [duration for durations in bars for duration in durations]
    tied = [False, *(data.draw(st.booleans()) for _ in pieces[1:]), False]
    expected, elements = [], []
    for number, duration in enumerate(pieces):
        expected += [0] * (not tied[number])
        expected[-1] += duration
        ties = "<tie type='stop'/>" * tied[number] + "<tie type='start'/>" * tied[number + 1]
        elements.append(f"<note><pitch><step>C</step><alter>{len(expected) % 2}</alter><octave>4</octave></pitch><duration>{duration}</duration>{ties}</note>")
    measures = ["".join(elements.pop(0) for _ in durations) for durations in bars]
    found = solo(tmp_path_factory.mktemp("ties"), *measures[:-1], measures[-1] + BACK)
    assert [note.duration * 12 for note in found.notes] == expected * 2 and found.changes.bars == 2 * len(bars)
