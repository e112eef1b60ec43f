"""Where the MIDI reader has its chords and its key from."""

import mido
import pytest

from stages.corpora import midi
from stages.harmony.chords import parse_chord
from tests.corpora.band import BEBOP, SCALE, band, chords, comping, eighths, read, refusal, track, write

SHEET = """<score-partwise version="3.1"><part-list><score-part id="P1"><part-name>Lead</part-name></score-part></part-list><part id="P1"><measure number="1">
<attributes><divisions>1</divisions><time><beats>4</beats><beat-type>4</beat-type></time></attributes>
<harmony><root><root-step>E</root-step></root><kind>minor-seventh</kind></harmony><note><rest/><duration>4</duration></note></measure><measure number="2">
<harmony><root><root-step>A</root-step></root><kind>dominant</kind></harmony><note><rest/><duration>4</duration></note></measure></part></score-partwise>"""


def test_the_chords_are_those_of_the_part_that_is_told(tmp_path):
    assert chords(read(band(tmp_path), chords="piano")) == chords(read(band(tmp_path), chords=0)) == [(0, "Dm7"), (4, "G7"), (8, "CM7"), (12, "A7")]


@pytest.mark.parametrize("source", ["text", "beside"])
def test_a_source_of_chords_that_is_told_must_have_some(tmp_path, source):
    assert f"expected chords from '{source}', found none there" in refusal(band(tmp_path), chords=source)


@pytest.mark.parametrize("kind", ["text", "lyrics", "marker", "cue_marker"])
def test_chord_symbols_in_texts(tmp_path, kind):
    symbols = [(0, "Dm7"), (4, "G7alt"), (8, "C^7"), (10, "what"), (12, "A7(b9)")]
    words = track(480, [], name="Words", more=[(place, mido.MetaMessage(kind, text=text)) for place, text in symbols])
    solo = read(write(tmp_path / "texts.mid", words, track(480, eighths(BEBOP * 2), 0, "Sax"), track(480, comping("Fm6"), 1, "Piano")))
    assert solo.reading["chords"] == {"how": "written", "sure": 1.0} and list(solo.reading["respelt"]) == ["what"]
    assert [(onset, chord) for onset, chord in solo.changes.chords if onset != 10] == [(place, parse_chord(text)) for place, text in symbols if place != 10]


@pytest.mark.parametrize("words", [["Verse", "Dm7", "Chorus"], ["A", "B", "A", "C"], ["All", "of", "me"]])
def test_other_texts_are_no_chords(tmp_path, words):
    marks = track(480, [], more=[(16 * number, mido.MetaMessage("marker", text=text)) for number, text in enumerate(words)])
    assert read(write(tmp_path / "words.mid", marks, track(480, eighths(SCALE * 12), 0, "Sax"))).reading["chords"]["how"] == "estimated"


@pytest.mark.parametrize("name, sheet", [("tune.ls", "(meter 4 4)\nEm7 | A7 |\n"), ("tune.musicxml", SHEET), ("tune.xml", SHEET)])
def test_a_lead_sheet_beside_it(tmp_path, name, sheet):
    path = write(tmp_path / "tune.mid", track(480, eighths(BEBOP * 2), 0, "Sax"), track(480, comping("Fm6"), 1, "Piano"))
    (tmp_path / name).write_text(sheet)
    assert midi.companions(path) == [tmp_path / name]
    assert (chords(read(path)), read(path).reading["chords"]) == ([(0, "Em7"), (4, "A7"), (8, "Em7"), (12, "A7")], {"how": "beside", "sure": 0.0})      # it does not fit


@pytest.mark.parametrize("sheet, reason", [("(meter 3 4)\nEm7 |\n", "is in 3/4, the file in 4/4"), ("Em7 | (", "expected ')'")])
def test_a_lead_sheet_that_does_not_fit_is_remarked_on(tmp_path, sheet, reason):
    path = write(tmp_path / "tune.mid", track(480, eighths(BEBOP), 0, "Sax"), track(480, comping("Fm6"), 1, "Piano"))
    (tmp_path / "tune.ls").write_text(sheet)
    solo = read(path)
    assert solo.reading["chords"]["how"] == "heard" and reason in solo.reading["notes"][0]


@pytest.mark.parametrize("silence, remarks", [(0, []), (2, ["the lead sheet begins in bar 3, where it fits best"]), (4, ["the lead sheet begins in bar 5, where it fits best"])])
def test_a_lead_sheet_begins_where_it_fits(tmp_path, silence, remarks):
    tune, start = ["Dm7", "G7", "CM7", "A7"], 4 * silence
    backing = comping(*(["Fm6"] * silence if silence == 4 else [])) + [(start + onset, start + end, pitch) for onset, end, pitch in comping(*tune * 2)]
    path = write(tmp_path / "tune.mid", track(480, eighths(BEBOP * 4, start), 0, "Sax"), track(480, backing, 1, "Piano"))
    (tmp_path / "tune.ls").write_text(" | ".join(tune) + " |\n")
    solo = read(path)
    assert [(onset - start, symbol) for onset, symbol in chords(solo) if onset >= start] == [(4 * bar, symbol) for bar, symbol in enumerate(tune * 2)]
    assert [symbol for onset, symbol in chords(solo) if onset < start] == ([] if silence == 0 else ["NC"] if silence == 2 else ["Fm6"])
    assert (solo.reading["chords"], solo.reading.get("notes", [])) == ({"how": "beside", "sure": 1.0}, remarks)


@pytest.mark.parametrize("texts", [[(0, "Dm7"), (4, "G7"), (8, "CM7")], [(8 * number, letter) for number, letter in enumerate("ABCD")], [(number, "C Eb F# A".split()[number % 4]) for number in range(64)]])
@pytest.mark.parametrize("accompanied", [True, False])
def test_texts_that_are_hardly_chords(tmp_path, texts, accompanied):
    words = track(480, [], more=[(place, mido.MetaMessage("marker", text=text)) for place, text in texts])
    piano = [track(480, comping(*["Dm7", "G7", "CM7", "A7"] * 4), 1, "Piano")] * accompanied
    solo = read(write(tmp_path / "texts.mid", words, track(480, eighths(BEBOP * 8), 0, "Sax"), *piano))
    assert solo.reading["notes"][0].startswith(("the chord symbols in the texts cover less than half", "what the texts have for chord symbols"))
    assert (solo.reading["chords"]["how"], solo.reading["chords"]["sure"] < 0.5) == (("heard", False) if accompanied else ("written", True))


def test_few_chords_that_last_long_are_chords(tmp_path):
    words = track(480, [], more=[(place, mido.MetaMessage("text", text=text)) for place, text in ((0, "Dm7"), (64, "Ebm7"), (96, "Dm7"))])
    assert read(write(tmp_path / "modal.mid", words, track(480, eighths(BEBOP * 16), 0, "Sax"))).reading["chords"] == {"how": "written", "sure": 1.0}


def test_without_a_bass_what_is_heard_is_unsure(tmp_path):
    high = [(onset, end, pitch) for onset, end, pitch in comping("Dm7", "G7", "CM7", "A7") if pitch >= 48]
    solo = read(write(tmp_path / "rootless.mid", track(480, eighths(BEBOP * 2), 0, "Sax"), track(480, high, 1, "Piano")))
    assert solo.reading["chords"] == {"how": "heard", "sure": 0.4}


@pytest.mark.parametrize("root, key, how", [(0, 0, "written"), (-2, -2, "estimated"), (3, -3, "estimated")])
def test_no_sharps_and_no_flats_are_believed_where_the_notes_agree(tmp_path, root, key, how):
    line = eighths([root + pitch for pitch in (SCALE + SCALE[::-1] + (60, 64, 67, 72)) * 3])
    solo = read(write(tmp_path / "key.mid", track(480, line, more=[(0, mido.MetaMessage("key_signature", key="C"))])))
    assert (solo.key, solo.reading["key"]["how"]) == (key, how)


def test_a_melody_alone_gets_a_key_and_simple_changes(tmp_path):
    solo = read(write(tmp_path / "alone.mid", track(480, eighths(SCALE + SCALE[::-1] + (60, 64, 67, 72)))))
    assert (solo.key, solo.reading["key"]["how"], solo.reading["chords"]["how"], solo.reading["melody"]) == (0, "estimated", "estimated", {"part": 0, "how": "only", "sure": 1.0})
    assert {chord.symbol for _, chord in solo.changes.chords} <= {"CM7", "Dm7", "Em7", "FM7", "G7", "Am7", "Bm7b5"}
    assert solo.changes.chords[-1][1].symbol == "CM7" and 0 < solo.reading["chords"]["sure"] < 0.6


def test_a_written_key_is_taken_at_its_word(tmp_path):
    sign = [(0, mido.MetaMessage("key_signature", key="Eb"))]
    solo = read(write(tmp_path / "key.mid", track(480, eighths(SCALE), more=sign)))
    assert (solo.key, solo.reading["key"]) == (-3, {"how": "written", "sure": 1.0})


@pytest.mark.parametrize("name, sharps", [("Gb", -6), ("F#", 6), ("Cb", -7), ("C#", 7)])
def test_keys_that_sound_alike_stay_apart(tmp_path, name, sharps):
    sign = [(0, mido.MetaMessage("key_signature", key=name))]
    assert read(write(tmp_path / "key.mid", track(480, eighths(SCALE), more=sign))).key == sharps
