"""Which channel of which track every program of a MIDI file is played on.

symusic gives a track for each program; who changes from trumpet to flugelhorn is one player all the same, on one channel. It gives no channels, so
the tracks are walked here from event to event, in strides over the notes.

Source: the Standard MIDI File 1.0.
"""

import re
from collections.abc import Iterator
from itertools import count

EVENTS = 200_000                                                   # steps of the walk through a file; no piece of music needs so many
DELTA = rb"[\x80-\xff]{0,3}[\0-\x7f]"                              # the time before an event
TIME = re.compile(DELTA)
TWO = re.compile(rb"[\0-\x7f]{2}(?:" + DELTA + rb"[\0-\x7f]{2})*")       # two data bytes, and further events with the same status byte
RELEASED = re.compile(rb"[\0-\x7f]\0(?:" + DELTA + rb"[\0-\x7f]\0)*")     # notes that are struck with velocity 0, which is to let them go


def tracks(found: bytes) -> list[bytes]:
    """The content of the track chunks."""
    place, chunks = 8 + int.from_bytes(found[4:8], "big"), []
    while place + 8 <= len(found):
        length = int.from_bytes(found[place + 4:place + 8], "big")
        if found[place:place + 4] == b"MTrk":
            chunks.append(found[place + 8:place + 8 + length])
        place += 8 + length
    return chunks


def quantity(track: bytes, place: int) -> tuple[int, int]:
    """A number of up to four bytes, seven bits in each, and the place behind it."""
    value = 0
    for _ in range(4):
        byte = track[place]
        place += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return value, place


def programs(found: bytes) -> list[tuple[int, int, int]]:
    """(track, channel, program from 0) of all that has notes, ascending; of a broken track up to its first event that cannot be, of a file up to ``EVENTS``."""
    steps = count()
    return [(number, *played) for number, track in enumerate(tracks(found)) for played in sorted(_played(track, steps))]


def _played(track: bytes, steps: Iterator[int]) -> set[tuple[int, int]]:
    """(channel, program) of the notes of a track."""
    program, played, place, status = [0] * 16, set(), 0, 0
    try:
        while place < len(track) and next(steps) < EVENTS:
            place = TIME.match(track, place).end()
            if track[place] >= 0x80:
                status = track[place]
                place += 1
            kind, channel = status >> 4, status & 15
            if kind == 0xF:
                length, start = quantity(track, place + (status == 0xFF))
                place = start + length
            elif kind in (0xC, 0xD):
                if kind == 0xC:
                    program[channel] = track[place]
                place += 1
            else:
                end = TWO.match(track, place).end()
                if kind == 9 and not RELEASED.fullmatch(track, place, end):
                    played.add((channel, program[channel]))
                place = end
    except (IndexError, AttributeError):
        pass                                                    # symusic has read it
    return played
