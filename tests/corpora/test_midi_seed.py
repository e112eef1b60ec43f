"""The MIDI reader where the parts are declared and the quantisation is the seed's; the small files are made with mido, another library than the reader's."""

from fractions import Fraction
from pathlib import Path

import mido
import pytest

from stages.corpora import midi
from stages.corpora.errors import CorpusError
from stages.corpora.midi import seed
from stages.melody.quantize import Grid

METHENY = Path(__file__).parents[3] / "shared/corpora/metheny/original_metheny.mid"
GRID = Grid(24, Fraction(1, 4))
OPTIONS = {"melody_part": 0, "chord_part": 1, "span": [0, 8], "quantisation": "seed"}


def file(path: Path, *parts: list[tuple[int, int, int]]) -> Path:
    """A MIDI file at 96 ticks a quarter note, a part from (onset, end, pitch) in ticks."""
    song = mido.MidiFile(ticks_per_beat=96)
    for number, part in enumerate(parts):
        track = mido.MidiTrack([mido.MetaMessage("track_name", name=f"part{number}")])
        clock = 0
        for tick, kind, pitch in sorted(event for onset, end, key in part for event in ((onset, "note_on", key), (end, "note_off", key))):
            track.append(mido.Message(kind, note=pitch, velocity=64, channel=number, time=tick - clock))
            clock = tick
        song.tracks.append(track)
    song.save(path)
    return path


@pytest.fixture
def path(tmp_path) -> Path:
    """C4 and a fast D4 over a triad at the start and a pair from the second bar on."""
    return file(tmp_path / "tiny.mid", [(0, 96, 60), (110, 114, 62)], [(0, 96, 48), (2, 98, 52), (3, 96, 55), (384, 400, 50), (384, 400, 53)])


def refusal(path: Path, **changed) -> str:
    with pytest.raises(CorpusError) as caught:
        next(midi.read(path, GRID, **OPTIONS | changed))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_onsets_and_durations_move_to_the_grid_and_none_becomes_a_sixteenth(path):
    solo = next(midi.read(path, GRID, **OPTIONS))
    assert [(note.onset, note.duration, note.pitch) for note in solo.notes] == [(0, 1, 60), (Fraction(5, 4), Fraction(1, 4), 62)]


def test_notes_struck_together_are_a_chord(path):
    solo = next(midi.read(path, GRID, **OPTIONS))
    assert [(onset, chord.voicing) for onset, chord in solo.changes.chords] == [(0, (48, 52, 55)), (4, (50, 53))]
    assert (solo.changes.length, solo.tune, solo.source) == (8, "tiny", "tiny.mid")


def test_time_counts_from_the_bar_of_the_span(path):
    solo = next(midi.read(path, GRID, **OPTIONS | {"span": [1, 8], "chord_part": 1}))
    assert [note.onset for note in solo.notes] == [Fraction(5, 4)]
    assert not solo.changes.at(Fraction(1)).sounds


@pytest.mark.parametrize("ticks, twelfths", [(0, 0), (12, 0), (13, 3), (28, 3), (29, 4), (40, 4), (48, 6), (68, 8), (84, 9), (85, 12)])
def test_the_grid_is_quarters_and_thirds_down_in_a_tie(ticks, twelfths):
    assert seed._quantise(96 + ticks, 96) == 1 + Fraction(twelfths, 12)


def test_the_metheny_solo():
    assert METHENY.is_file(), f"{METHENY} is missing; put the file that `make corpus NAME=metheny` fetches there"
    solo = next(midi.read(METHENY, GRID, **OPTIONS | {"melody_part": 5, "chord_part": 0, "span": [476, 548]}))
    assert (len(solo.notes), len(solo.changes.chords), solo.changes.length, solo.tempo, solo.key) == (193, 46, 72, 112.0, 1)


@pytest.mark.parametrize("content", [b"", b"MThd", b"no MIDI at all, but long enough to have a head", b"MThd\0\0\0\6\0\1\0\1\0\x60MTrk\0\0\1\0\0"])
def test_what_is_no_midi_file_is_refused(tmp_path, content):
    (tmp_path / "broken.mid").write_bytes(content)
    assert "broken.mid: expected a whole Standard MIDI File, found something else" in refusal(tmp_path / "broken.mid")


def test_a_truncated_file_is_refused(path):
    path.write_bytes(path.read_bytes()[:-5])
    assert "fetch or export it again" in refusal(path)


def test_a_missing_file_is_refused(tmp_path):
    assert "expected a readable file" in refusal(tmp_path / "none.mid")


def test_a_part_that_does_not_exist_names_those_that_do(path):
    assert "expected a part 7, found parts 0 part0 (2 notes), 1 part1 (5 notes); correct melody_part" in refusal(path, melody_part=7)


def test_a_span_without_notes_is_refused(path):
    assert "expected notes in melody_part 0 between quarter notes 4 and 8, found none" in refusal(path, span=[4, 8])


def test_a_part_without_chords_is_refused(path):
    assert "expected chords in chord_part 0" in refusal(path, chord_part=0)


@pytest.mark.parametrize("name, value", [("span", [8, 8]), ("span", [1]), ("span", "all"), ("melody_part", -1), ("chord_part", "piano"), ("quantisation", "fine")])
def test_what_the_catalogue_declares_is_checked(path, name, value):
    assert f"expected {name} to be" in refusal(path, **{name: value})


@pytest.mark.parametrize("missing", ["chord_part", "span", "quantisation"])
def test_all_of_it_must_be_declared(path, missing):
    with pytest.raises(CorpusError, match="expected melody_part, chord_part, span, quantisation .* found "):
        next(midi.read(path, GRID, **{name: value for name, value in OPTIONS.items() if name != missing}))


def test_hundreds_of_thousands_of_notes_at_once_are_refused(tmp_path):
    assert "struck together" in refusal(file(tmp_path / "wall.mid", [(0, 96 + number, number % 128) for number in range(1500)], [(0, 96, 48)]))


@pytest.mark.parametrize("beats, unit_power, found", [(0, 2, "0/4"), (4, 7, "4/128")])
def test_a_metre_that_cannot_be_is_refused(path, beats, unit_power, found):
    end = path.read_bytes().index(b"MTrk") + 8
    metre = bytes([0, 0xFF, 0x58, 4, beats, unit_power, 24, 8])
    content = bytearray(path.read_bytes())
    content[end - 4:end] = (int.from_bytes(content[end - 4:end], "big") + len(metre)).to_bytes(4, "big")
    path.write_bytes(bytes(content[:end]) + metre + bytes(content[end:]))
    assert f"expected a metre such as 4/4, found {found}" in refusal(path)
