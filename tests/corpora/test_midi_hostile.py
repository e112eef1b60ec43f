"""MIDI files that are broken, or made to break the reader: it reads them or raises a CorpusError of one line, and nothing else."""

import struct
import time
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stages.corpora import midi
from stages.corpora.errors import CorpusError
from stages.melody.quantize import Grid
from tests.fuzz.invariants import outcome

GRID = Grid(24, Fraction(1, 4))
SEEDS = [path.read_bytes() for path in sorted((Path(__file__).parents[1] / "tiny").glob("tiny_*.mid"))]
OPTIONS = [{}, {"melody": 0, "span": [1, 9]}, {"chords": "heard"}, {"chords": "estimated"}, {"pickup": 1.3, "metre": "3/4"}, {"melody_part": 0, "chord_part": 1, "span": [0, 8], "quantisation": "seed"}]
QUIET = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NOTE = bytes([0x90, 60, 80, 96, 0x80, 60, 0])


def attempt(folder: Path, content: bytes, **options) -> str:
    """What the reader says of a file; empty where it reads it."""
    path = folder / "hostile.mid"
    path.write_bytes(content)
    try:
        solo, = midi.read(path, GRID, **options)
    except CorpusError as error:
        assert "\n" not in str(error)
        return str(error)
    assert all(note.duration > 0 for note in solo.notes) and list(solo.notes) == sorted(solo.notes) and len(solo.seconds) in (0, len(solo.notes))
    return ""


def damaged(folder: Path, content: bytes, options: dict):
    """The solos of a damaged file, found sound, or what the CorpusError says."""
    path = folder / "hostile.mid"
    path.write_bytes(content)
    return outcome(path, {"midi": options})


def file(*tracks: bytes, division: int = 96) -> bytes:
    body = b"".join(b"MTrk" + struct.pack(">I", len(track) + 4) + track + b"\0\xff\x2f\0" for track in tracks)
    return b"MThd" + struct.pack(">IHHH", 6, 1, len(tracks), division) + body


def wait(ticks: int) -> bytes:
    return bytes([ticks >> 21 & 127 | 128, ticks >> 14 & 127 | 128, ticks >> 7 & 127 | 128, ticks & 127])


@QUIET
@given(st.sampled_from(SEEDS), st.integers(0, 400), st.sampled_from(OPTIONS))
def test_truncated(tmp_path, content, length, options):
    assert damaged(tmp_path, content[:length], options)


@QUIET
@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=6), st.sampled_from(OPTIONS))
def test_bytes_changed(tmp_path, content, changes, options):
    changed = bytearray(content)
    for place, value in changes:
        changed[place % len(changed)] = value
    assert damaged(tmp_path, bytes(changed), options)


@pytest.mark.parametrize("content, reason", [
    (file(b"\0" + NOTE, division=0), "expected ticks a quarter note"),
    (file(wait(2**28 - 1) + NOTE), "quarter notes"),
    (file((wait(2**28 - 1) + NOTE) * 9), "quarter notes"),
    (file(b"\0\xff\x58\x04\x01\x06\x18\x08", wait(96 * 9000) + NOTE), "bars"),
    (file(b"\0\xff\x58\x04\x00\x02\x18\x08\0" + NOTE), "expected a metre such as 4/4, found 0/4"),
    (file(b"\0\xff\x58\x04\x04\x08\x18\x08\0" + NOTE), "expected a metre such as 4/4"),
    (file((b"\0\xff\x58\x04\x04\x02\x18\x08") * 30_000 + b"\0" + NOTE), "changes of metre"),
    (file((b"\0" + NOTE) * 520_000), "notes"),
    (file((b"\0" + NOTE) * 120_000, division=30_000), "notes of melody"),
    (b"\0" * (2**24 + 1), "expected at most"),
])
def test_monsters_are_refused(tmp_path, content, reason):
    assert reason in attempt(tmp_path, content)


@pytest.mark.parametrize("content", [
    file(b"\0" + NOTE + b"\0\xff\x51\x03\0\0\0"),                                                       # no time at all a quarter note
    file((b"\0\xff\x51\x03\x07\xa1\x20") * 100_000 + b"\0" + NOTE),
    file((b"\0\xff\x06\x03Dm7") * 100_000 + b"\0" + NOTE),
    file(b"\0\xff\x06" + wait(150_000) + b"7" * 150_000 + b"\0" + NOTE),
    file(b"".join(bytes([0, 0x90, pitch % 128, 80]) for pitch in range(60_000)) + b"\x60\x80\0\0"),        # struck and never let go
    file((b"\0" + NOTE) * 50_000, (b"\0\x91\x30\x50\x60\x81\x30\0") * 50_000),
    file(*[b"\0" + NOTE] * 20_000),
    file(b"".join(b"\x10\xff\x58\x04" + bytes([1 + number % 7, 3, 24, 8]) for number in range(19_000)), (b"\0" + NOTE) * 3_200),
    file(b"\0\xff\x01\x03Dm7\0" + NOTE + b"\0\xb0\x07\x40" * 3_000_000),                                # a pedal, three million times
    file(b"\0\xc0\x05\0" + NOTE + b"\0\xc0\x07\0" + NOTE + b"\0\xc0\x06" * 3_000_000),                     # a player who never finds the right sound
])
def test_monsters_that_are_music_are_read_in_time(tmp_path, content):
    start = time.process_time()
    attempt(tmp_path, content)
    assert time.process_time() - start < 5
