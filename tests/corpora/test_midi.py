"""The MIDI reader on files about which nothing is declared."""

from fractions import Fraction
from pathlib import Path
from random import Random

import mido
import pytest

from stages.corpora import leadsheet
from stages.harmony.chords import parse_chord
from stages.melody.solo import Note, Solo
from tests.corpora.band import BEBOP, GRID, SCALE, VOICINGS, band, chords, comping, eighths, metre, read, refusal, track, write

TINY = Path(__file__).parents[1] / "tiny"
METHENY = Path(__file__).parents[3] / "shared/corpora/metheny/original_metheny.mid"


@pytest.mark.parametrize("name", ["tiny_markers.mid", "tiny_comping.mid"])
def test_the_same_four_bars(name):
    solo, sheet = read(TINY / name), next(leadsheet.read(TINY / "tiny.ls", GRID))
    assert solo == sheet
    assert (solo.tune, solo.tempo, solo.key, solo.swing, solo.source) == (sheet.tune, sheet.tempo, sheet.key, None, name)
    assert solo.seconds[:2] == ((0.0, 0.5), (0.5, 0.25))


def test_the_melody_is_found_and_the_chords_are_heard(tmp_path):
    solo = read(band(tmp_path))
    assert solo.reading["melody"]["part"] == "Tenor" and solo.reading["melody"]["how"] == "found" and solo.reading["melody"]["sure"] > 0.9
    assert solo.reading["chords"]["how"] == "heard" and solo.reading["chords"]["sure"] > 0.7
    assert chords(solo) == [(0, "Dm7"), (4, "G7"), (8, "CM7"), (12, "A7")]
    assert tuple(note.pitch for note in solo.notes) == BEBOP * 2
    assert (solo.tune, solo.tempo, solo.changes.length) == ("some band", 120.0, 16)


@pytest.mark.parametrize("told, part, how", [("Tenor", "Tenor", "named"), ("ten", "Tenor", "named"), (1, "Bass", "numbered"), ("piano", "Piano", "named")])
def test_the_melody_is_the_part_that_is_told(tmp_path, told, part, how):
    assert read(band(tmp_path), melody=told).reading["melody"] == {"part": part, "how": how, "sure": 1.0}


@pytest.mark.parametrize("options", [{"melody": "Oboe"}, {"melody": 9}, {"chords": "Oboe"}])
def test_a_part_that_is_not_there_names_those_that_are(tmp_path, options):
    assert f"found parts 0 Piano (16 notes), 1 Bass (16 notes), 2 Tenor (32 notes), 3 Drums (32 notes, drums); correct corpora.<name>.midi.{next(iter(options))} in params.yaml" in refusal(band(tmp_path), **options)


def test_drums_alone_are_no_melody(tmp_path):
    path = write(tmp_path / "drums.mid", track(480, eighths(SCALE), 9, "Kit"))
    assert "expected a melody, found parts 0 Kit (8 notes, drums); if one of them is it, set corpora.<name>.midi.melody" in refusal(path)
    assert read(path, melody="Kit").reading["melody"]["how"] == "named"


def test_a_file_without_notes_is_refused(tmp_path):
    assert "expected a melody, found parts none with notes" in refusal(write(tmp_path / "none.mid", track(480, [])))


@pytest.mark.parametrize("name, value", [("melody", True), ("melody", -1), ("melody", ""), ("chords", 1.5), ("span", [4, 4]), ("span", [0, float("nan")]), ("span", [0, 10**30]), ("span", "all"), ("pickup", -1), ("pickup", "1"), ("pickup", float("inf")), ("metre", "3"), ("metre", "0/4"), ("metre", "3/5")])
def test_options_are_checked(tmp_path, name, value):
    assert f"expected {name} to be " in refusal(band(tmp_path), **{name: value})


def test_unknown_options_are_refused(tmp_path):
    assert "expected melody, chords, span, pickup, metre, or all of melody_part, chord_part, span, quantisation under midi" in refusal(band(tmp_path), solo=1)


def test_a_span_counts_from_its_bar(tmp_path):
    solo = read(band(tmp_path), span=[6, 12])
    assert [note.onset for note in solo.notes] == [Fraction(beat, 2) for beat in range(4, 16)]
    assert (chords(solo), solo.changes.length, solo.seconds[0][0]) == ([(0, "G7"), (4, "CM7")], 8, 3.0)


def test_type_0_is_divided_by_channel(tmp_path):
    piano, sax = comping("Dm7", "G7"), eighths(BEBOP)
    messages = [(place, mido.Message("program_change", channel=1, program=66)) for place in (0,)]
    both = track(96, sax, 1, "Everything", more=messages)
    other = track(96, piano, 0)
    merged = mido.merge_tracks([both, other])
    solo = read(write(tmp_path / "one.mid", mido.MidiTrack(merged), ticks=96, kind=0))
    assert (tuple(note.pitch for note in solo.notes), chords(solo)) == (BEBOP, [(0, "Dm7"), (4, "G7")])


@pytest.mark.parametrize("ticks", [24, 96, 120, 480, 960, 10080])
def test_any_resolution_reads_alike(tmp_path, ticks):
    line = [(0, 1 / 3, 60), (1 / 3, 2 / 3, 62), (2 / 3, 1, 64), (1, 1.5, 65), (1.5, 1.75, 67), (1.75, 2, 69), (2, 4, 71)]
    solo = read(write(tmp_path / "a.mid", track(ticks, line), ticks=ticks))
    assert [note.onset for note in solo.notes] == [0, Fraction(1, 3), Fraction(2, 3), 1, Fraction(3, 2), Fraction(7, 4), 2]


def test_running_status(tmp_path):
    body = bytes([0, 0x90, 60, 80, 96, 60, 0, 0, 62, 80, 96, 62, 0, 0, 0xFF, 0x2F, 0])
    (tmp_path / "running.mid").write_bytes(b"MThd\0\0\0\6\0\0\0\1\0\x60MTrk" + len(body).to_bytes(4, "big") + body)
    assert read(tmp_path / "running.mid").notes == (Note(Fraction(0), Fraction(1), 60), Note(Fraction(1), Fraction(1), 62))


def test_a_file_of_several_pieces_is_refused(tmp_path):
    """Type 2: what its tracks hold does not sound together. With one track it is one piece."""
    assert "expected tracks that sound together (type 0 or 1), found 2 pieces that do not (type 2)" in refusal(write(tmp_path / "two.mid", track(480, eighths(SCALE)), track(480, eighths(BEBOP)), kind=2))
    assert len(read(write(tmp_path / "one.mid", track(480, eighths(SCALE)), kind=2)).notes) == 8


def test_time_in_frames_is_refused(tmp_path):
    path = band(tmp_path)
    content = bytearray(path.read_bytes())
    content[12:14] = 0xE7, 40
    path.write_bytes(content)
    assert "found time in seconds (SMPTE frames)" in refusal(path)


@pytest.mark.parametrize("ratio, seen", [(2.0, 2.0), (1.6, 1.6), (1.0, None)])
def test_swung_eighths_are_written_even(tmp_path, ratio, seen):
    late = ratio / (1 + ratio)
    line = [(beat + place, beat + end, 60 + beat % 7 + (place > 0)) for beat in range(16) for place, end in ((0, late), (late, 1))]
    line[10:12] = [(5, 5 + 1 / 3, 70), (5 + 1 / 3, 5 + 2 / 3, 71), (5 + 2 / 3, 6, 72)]
    solo = read(write(tmp_path / "swing.mid", track(480, line)))
    assert solo.swing == (None if seen is None else pytest.approx(seen, abs=0.01))
    assert solo.notes[:2] == (Note(Fraction(0), Fraction(1, 2), 60), Note(Fraction(1, 2), Fraction(1, 2), 61))
    assert [note.onset for note in solo.notes[10:13]] == [5, Fraction(16, 3), Fraction(17, 3)]
    assert solo.seconds[1] == (pytest.approx(late / 2, abs=0.001), pytest.approx((1 - late) / 2, abs=0.001))


def test_a_human_hand_lands_where_it_meant_to(tmp_path):
    astray = [0.04, -0.05, 0.02, 0.06, -0.03, -0.06, 0.01, 0.05]                 # quarter notes; 30 ms at 120
    line = [(max(onset + astray[number % 8], 0), end + astray[number * 3 % 8] - 0.08, pitch) for number, (onset, end, pitch) in enumerate(eighths(BEBOP * 2))]
    solo = read(write(tmp_path / "human.mid", track(480, line)))
    assert [note.onset for note in solo.notes] == [Fraction(number, 2) for number in range(32)]
    assert {note.duration for note in solo.notes[:-1]} == {Fraction(1, 2)}
    assert solo.reading["grid"]["moved"] > 20 and 0.02 < solo.reading["grid"]["mean"] < 0.06


def test_who_plays_without_a_click_is_said_to(tmp_path):
    """130 beats a minute in a file that says 120; with a click the hand is as unsteady, and nothing is said."""
    random = Random(1)
    for tempo, free in ((130, True), (120, False)):
        line = [(120 / tempo * onset + random.gauss(0, 0.03), 120 / tempo * end, pitch) for onset, end, pitch in eighths(BEBOP * 8, 1)]
        solo = read(write(tmp_path / "take.mid", track(480, line), track(480, comping("Dm7", "G7", "CM7", "A7"), 1, "Piano")), melody=0)
        assert [note.pitch for note in solo.notes] == [*BEBOP] * 8 and solo.swing is None
        assert any("does not keep to the beats" in remark for remark in solo.reading.get("notes", [])) is free
        assert (solo.reading["chords"]["sure"] <= 0.4) is free


def test_rests_that_are_written_stay(tmp_path):
    solo = read(write(tmp_path / "rests.mid", track(480, [(0, 0.25, 60), (0.5, 0.75, 62), (1, 1.25, 64), (1.5, 1.75, 65)])))
    assert [note.duration for note in solo.notes] == [Fraction(1, 4)] * 4


def test_a_short_first_bar_is_a_pickup(tmp_path):
    conductor = track(480, [], more=[(0, metre(1, 4)), (1, metre(4, 4))])
    solo = read(write(tmp_path / "pickup.mid", conductor, track(480, [(0, 0.5, 67), (0.5, 1, 69), (1, 5, 72)], 0, "Sax"), track(480, [(1, 5, pitch) for pitch in VOICINGS["CM7"]], 1, "Piano")))
    assert [note.onset for note in solo.notes] == [3, Fraction(7, 2), 4]
    assert (chords(solo), solo.changes.metre, solo.changes.metre_changes, solo.changes.length) == ([(0, "NC"), (4, "CM7")], (4, 4), (), 8)


def test_metres_change(tmp_path):
    conductor = track(480, [], more=[(0, metre(4, 4)), (4, metre(3, 4)), (7, metre(4, 4))])
    changes = read(write(tmp_path / "metres.mid", conductor, track(480, eighths(SCALE * 3), 0, "Sax"))).changes
    assert (changes.metre, changes.metre_changes, changes.bars, changes.length) == ((4, 4), ((4, (3, 4)), (7, (4, 4))), 4, 15)


def test_a_metre_that_changes_within_a_bar_makes_it_short(tmp_path):
    conductor = track(480, [], more=[(0, metre(4, 4)), (6, metre(4, 4))])
    changes = read(write(tmp_path / "short.mid", conductor, track(480, eighths(SCALE * 3), 0, "Sax"))).changes
    assert (changes.metre_changes, changes.bars, changes.length) == (((4, (2, 4)), (6, (4, 4))), 4, 14)


def test_tempo_changes_are_heeded(tmp_path):
    conductor = track(480, [], more=[(0, mido.MetaMessage("set_tempo", tempo=500_000)), (2, mido.MetaMessage("set_tempo", tempo=250_000))])
    path = write(tmp_path / "tempo.mid", conductor, track(480, [(0, 1, 60), (1, 3, 62), (3, 4, 64), (4, 8, 65)], 0, "Sax"))
    assert read(path).seconds == ((0.0, 0.5), (0.5, 0.75), (1.25, 0.25), (1.5, 1.0))
    assert (read(path).tempo, read(path, span=[4, 8]).tempo) == (120.0, 240.0)


def test_of_notes_that_sound_together_the_highest_is_the_melody(tmp_path):
    chords_above = [(0, 1, 60), (0, 1, 64), (0.01, 1, 67), (1, 4, 72), (2, 3, 64), (4, 5, 71), (5, 6, 69)]
    solo = read(write(tmp_path / "thick.mid", track(480, chords_above)), chords="estimated")
    assert [(note.onset, note.end, note.pitch) for note in solo.notes] == [(0, 1, 67), (1, 4, 72), (4, 5, 71), (5, 6, 69)]
    assert solo.reading["left out"] == {"notes that sound together": 3}


def test_legato_ends_where_the_next_note_begins(tmp_path):
    solo = read(write(tmp_path / "legato.mid", track(480, [(onset, end + 0.2, pitch) for onset, end, pitch in eighths(SCALE[::-1])])))
    assert [(note.duration, note.pitch) for note in solo.notes][:7] == [(Fraction(1, 2), pitch) for pitch in SCALE[:0:-1]]


def test_a_long_introduction_is_left_out(tmp_path):
    path = write(tmp_path / "intro.mid", track(480, eighths(BEBOP, 24), 0, "Sax"), track(480, comping("CM7", "CM7", "CM7", "CM7", "CM7", "CM7", "Dm7", "G7"), 1, "Piano"))
    solo = read(path)
    assert (solo.notes[0].onset, chords(solo), solo.seconds[0][0]) == (0, [(0, "Dm7"), (4, "G7")], 12.0)
    assert solo.reading["left out"] == {"bars before the melody": 6}


def test_every_chord_can_be_stored(tmp_path):
    solo = read(band(tmp_path))
    assert Solo.from_json(solo.to_json()) == solo


def test_a_whole_band_without_being_told():
    solo = read(METHENY)
    assert (solo.reading["melody"]["part"], solo.reading["chords"]["how"], len(solo.notes), solo.key, solo.tempo) == ("Guitar", "heard", 1104, 1, 112.0)
    assert parse_chord("Dm7") in {chord for _, chord in solo.changes.chords}
