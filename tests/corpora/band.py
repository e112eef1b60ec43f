"""Small MIDI files made with mido, another library than the reader's, and what the reader makes of them."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import mido
import pytest

from stages.corpora import midi
from stages.corpora.errors import CorpusError
from stages.melody.quantize import Grid
from stages.melody.solo import Solo

GRID = Grid(24, Fraction(1, 4))
VOICINGS = {"Dm7": (38, 53, 57, 60), "G7": (43, 53, 59, 62), "CM7": (36, 52, 55, 59), "A7": (33, 52, 55, 61), "Fm6": (41, 53, 56, 60, 62), "Bm7b5": (35, 57, 62, 65)}
BEBOP = (62, 65, 69, 72, 76, 74, 72, 71, 69, 67, 66, 65, 64, 62, 59, 62)          # D4 F4 A4 C5 | E5 D5 C5 B4 ...
SCALE = (60, 62, 64, 65, 67, 69, 71, 72)                                            # C4 ... C5

Played = Iterable[tuple[float, float, int]]                                        # onset and end in quarter notes, MIDI pitch


def track(ticks: int, notes: Played, channel: int = 0, name: str = "", program: int = 0, more: Iterable[tuple[float, mido.MetaMessage]] = ()) -> mido.MidiTrack:
    """A track; ``more`` are other messages with their place in quarter notes."""
    events = [(round(place * ticks), 0, message) for place, message in more]
    for onset, end, pitch in notes:
        events.append((round(onset * ticks), 2, mido.Message("note_on", note=pitch, velocity=80, channel=channel)))
        events.append((round(end * ticks), 1, mido.Message("note_off", note=pitch, channel=channel)))
    messages = [mido.MetaMessage("track_name", name=name)] * bool(name) + [mido.Message("program_change", program=program, channel=channel)]
    now = 0
    for tick, _, message in sorted(events, key=lambda event: event[:2]):
        messages.append(message.copy(time=tick - now))
        now = tick
    return mido.MidiTrack(messages)


def write(path: Path, *tracks: mido.MidiTrack, ticks: int = 480, kind: int = 1) -> Path:
    file = mido.MidiFile(type=kind, ticks_per_beat=ticks)
    file.tracks += tracks
    file.save(path)
    return path


def metre(beats: int, unit: int) -> mido.MetaMessage:
    return mido.MetaMessage("time_signature", numerator=beats, denominator=unit)


def eighths(pitches: Iterable[int], start: float = 0.0) -> list[tuple[float, float, int]]:
    return [(start + number / 2, start + number / 2 + 0.5, pitch) for number, pitch in enumerate(pitches)]


def comping(*symbols: str, beats: float = 4.0) -> list[tuple[float, float, int]]:
    return [(number * beats, (number + 1) * beats, pitch) for number, symbol in enumerate(symbols) for pitch in VOICINGS[symbol]]


def read(path: Path, **options) -> Solo:
    solo, = midi.read(path, GRID, **options)
    return solo


def chords(solo: Solo) -> list[tuple[Fraction, str]]:
    return [(onset, chord.symbol) for onset, chord in solo.changes.chords]


def refusal(path: Path, **options) -> str:
    with pytest.raises(CorpusError) as caught:
        read(path, **options)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def band(folder: Path) -> Path:
    """Four bars of a bebop line on the third track, between a piano, a bass and drums."""
    piano, bass = comping("Dm7", "G7", "CM7", "A7"), [(beat, beat + 1, pitch) for beat, pitch in enumerate((38, 41, 45, 44, 43, 47, 50, 49, 36, 40, 43, 45, 33, 37, 40, 37))]
    drums = [(beat / 2, beat / 2 + 0.1, 42) for beat in range(32)]
    return write(folder / "some_band.mid", track(480, piano, 0, "Piano"), track(480, bass, 1, "Bass", 32), track(480, eighths(BEBOP * 2), 2, "Tenor", 66), track(480, drums, 9, "Drums"))
