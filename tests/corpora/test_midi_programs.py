"""What the MIDI reader makes of what programs leave unsaid or do in their own way: pickups, gates, two hands in one part, one player with two sounds."""

from fractions import Fraction
from pathlib import Path

import mido
import pytest

from tests.corpora.band import BEBOP, VOICINGS, chords, comping, eighths, read, refusal, track, write

TUNE = ["Dm7", "G7", "CM7", "A7"] * 3


def late(beats: float, *symbols: str) -> list[tuple[float, float, int]]:
    """What ``comping`` gives, so many beats later."""
    return [(onset + beats, end + beats, pitch) for onset, end, pitch in comping(*symbols)]


def picked_up(path: Path, beats: int, *others: mido.MidiTrack) -> Path:
    """A line that starts so many beats before the first bar line, which stands nowhere."""
    return write(path / "pickup.mid", track(480, eighths(BEBOP * 6 + (62,) * 2 * beats), 0, "Sax"), *others)


@pytest.mark.parametrize("beats", [1, 2, 3])
def test_a_pickup_shows_in_the_chords_that_are_played(tmp_path, beats):
    solo = read(picked_up(tmp_path, beats, track(480, late(beats, *TUNE), 1, "Piano")))
    assert (solo.notes[0].onset, chords(solo)[:3], solo.changes.length) == (4 - beats, [(0, "NC"), (4, "Dm7"), (8, "G7")], 52)
    assert solo.reading["notes"] == [f"the first bar line is taken to be at beat {beats + 1}: most chords change there"]
    assert read(picked_up(tmp_path, beats, track(480, late(beats, *TUNE), 1, "Piano")), pickup=0).notes[0].onset == 0


@pytest.mark.parametrize("beats", [1, 1.5, 2, 3])
def test_a_pickup_shows_in_the_chords_that_are_written(tmp_path, beats):
    words = track(480, [], more=[(4 * bar + beats, mido.MetaMessage("text", text=symbol)) for bar, symbol in enumerate(TUNE)])
    solo = read(picked_up(tmp_path, 1, words))
    assert (solo.notes[0].onset, chords(solo)[:3]) == (4 - beats, [(0, "NC"), (4, "Dm7"), (8, "G7")])


@pytest.mark.parametrize("places", [[4 * bar for bar in range(12)], [4 * bar + 3.5 for bar in range(12)], [2 * half for half in range(12)], [3 * number + 1 for number in range(12)], [1, 5, 9, 13]])
def test_chords_that_do_not_tell_move_nothing(tmp_path, places):
    words = track(480, [], more=[(place, mido.MetaMessage("text", text=symbol)) for place, symbol in zip(places, TUNE)])
    assert read(picked_up(tmp_path, 1, words), chords="text").notes[0].onset == 0


def test_an_accompaniment_that_sets_in_late_moves_nothing(tmp_path):
    piano = [note for note in comping(*TUNE) if note[0] >= 4] + [(1, 4, 53), (1, 4, 57)]
    assert read(picked_up(tmp_path, 0, track(480, piano, 1, "Piano"))).notes[0].onset == 0


@pytest.mark.parametrize("pickup, onset", [(0, 0), (1, 3), (0.5, 3.5), (3.5, 0.5)])
def test_a_pickup_may_be_told(tmp_path, pickup, onset):
    assert read(picked_up(tmp_path, 1), pickup=pickup).notes[0].onset == onset


def test_a_pickup_is_shorter_than_a_bar(tmp_path):
    assert "expected a pickup shorter than a bar of 3/4, found 3 quarter notes; correct corpora.<name>.midi.pickup" in refusal(picked_up(tmp_path, 1), pickup=3, metre="3/4")


def test_the_metre_may_be_told(tmp_path):
    changes = read(picked_up(tmp_path, 0), metre="3/4").changes
    assert (changes.metre, changes.bars, changes.length) == ((3, 4), 16, 48)


@pytest.mark.parametrize("gate", [0.5, 0.75, 0.9])
@pytest.mark.parametrize("ticks", [96, 480])
def test_a_gate_is_no_rest(tmp_path, gate, ticks):
    written = [(0, 0.5), (0.5, 1), (1, 2), (2, 2.5), (2.5, 2.75), (2.75, 3), (3, 3.5)]                     # an eighth rest at the end of the bar
    line = [(4 * bar + onset, 4 * bar + onset + gate * (end - onset), 60 + number) for bar in range(8) for number, (onset, end) in enumerate(written)]
    solo = read(write(tmp_path / "gate.mid", track(ticks, line), ticks=ticks))
    assert [(note.onset, note.end) for note in solo.notes] == [(4 * bar + onset, 4 * bar + end) for bar in range(8) for onset, end in written]


def test_notes_with_a_rest_behind_each_of_them_are_written(tmp_path):
    solo = read(write(tmp_path / "off.mid", track(480, [(beat, beat + 0.5, 60 + beat % 5) for beat in range(32)])))
    assert {note.duration for note in solo.notes} == {Fraction(1, 2)}


def test_a_left_hand_is_no_melody(tmp_path):
    line = [note for note in eighths((72, 74, 76, 77, 79, 77, 76, 74) * 8) if note[0] % 4 < 3]
    bass = [(beat, beat + 0.95, (36, 40, 43, 45)[beat % 4]) for beat in range(32)]
    solo = read(write(tmp_path / "piano.mid", track(480, line + bass)))
    assert [(note.onset, note.pitch) for note in solo.notes] == [(onset, pitch) for onset, _, pitch in line]
    assert (solo.reading["left out"], solo.reading["melody"]["sure"], solo.reading["chords"]["how"]) == ({"notes of the left hand": 32}, 0.8, "heard")


def test_a_wide_range_is_no_left_hand(tmp_path):
    leaps = eighths((40, 45, 76, 79, 81, 43, 38, 77) * 8)
    assert [note.pitch for note in read(write(tmp_path / "leaps.mid", track(480, leaps))).notes] == [pitch for _, _, pitch in leaps]


def test_drums_are_not_the_melody_by_their_number(tmp_path):
    kit, sax = track(480, eighths((42,) * 64), 9, "Sax stabs"), track(480, eighths(BEBOP * 2), 0, "Alto Sax")
    path = write(tmp_path / "kit.mid", kit, sax)
    assert "expected a melody in part 0, found drums; parts 0 Sax stabs (64 notes, drums), 1 Alto Sax (32 notes)" in refusal(path, melody=0)
    assert read(path, melody="sax").reading["melody"]["part"] == "Alto Sax"


def test_of_horns_in_parallel_the_highest_is_the_melody(tmp_path):
    tracks = [track(480, eighths([pitch - below for pitch in BEBOP * 2]), number, name, 66) for number, (name, below) in enumerate((("Bari", 12), ("Tenor", 9), ("Alto", 4), ("Soprano", 0)))]
    assert read(write(tmp_path / "section.mid", *tracks)).reading["melody"]["part"] == "Soprano"


def test_who_changes_the_sound_is_one_player(tmp_path):
    trumpet, flugelhorn = track(480, eighths(BEBOP), 0, "Horn", 56), track(480, eighths(BEBOP, 8), 0, "", 59)[1:]
    horn = mido.MidiTrack([*trumpet, mido.Message("program_change", program=59, time=0), *flugelhorn])
    horn[-2 * len(BEBOP)].time -= 8 * 480
    piano = track(480, comping("Dm7", "G7", "CM7", "A7"), 1, "Piano")
    for kind, tracks in ((1, [horn, piano]), (0, [mido.merge_tracks([horn, piano])])):
        solo = read(write(tmp_path / "horn.mid", *tracks, kind=kind))
        assert ([note.pitch for note in solo.notes], chords(solo)) == ([*BEBOP, *BEBOP], [(0, "Dm7"), (4, "G7"), (8, "CM7"), (12, "A7")])
    assert "found parts 0 Horn (32 notes), 1 Piano (16 notes);" in refusal(write(tmp_path / "horn.mid", horn, piano), melody=9)


def test_a_string_that_is_struck_again_sounds_no_longer(tmp_path):
    """A guitar strikes its strings twice a bar, lets go of them when the chord changes, and sends the other releases when the piece is over."""
    strings = [(bar, pitch) for bar, symbol in enumerate(TUNE) for pitch in VOICINGS[symbol]]
    struck = [(4 * bar + beat, 1, mido.Message("note_on", note=pitch, velocity=80)) for bar, pitch in strings for beat in (0, 2)]
    let_go = [(place, 0, mido.Message("note_off", note=pitch)) for bar, pitch in strings for place in (4 * bar + 4, 48)]
    guitar, now = mido.MidiTrack(), 0
    for place, _, message in sorted(struck + let_go, key=lambda event: event[:2]):
        guitar.append(message.copy(time=480 * (place - now)))
        now = place
    solo = read(write(tmp_path / "guitar.mid", guitar, track(480, eighths(BEBOP * 6), 1, "Sax")))
    assert [symbol for _, symbol in chords(solo)] == TUNE


@pytest.mark.parametrize("name, other", [("Chant", "Guitare"), ("MELO", "SUB MELO"), ("Canto", "Acordes"), ("Lead Voca", "Bg Vocals")])
def test_names_in_other_languages_and_cut_short(tmp_path, name, other):
    """Two guitars that play alike, but for their names."""
    parts = [track(480, eighths(pitches), channel, called, 26) for channel, (called, pitches) in enumerate(((other, BEBOP * 4), (name, BEBOP[::-1] * 4)))]
    melody = read(write(tmp_path / "song.mid", *parts)).reading["melody"]
    assert melody["part"] == name and melody["sure"] > 0.9
