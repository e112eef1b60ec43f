"""A solo as a Standard MIDI File: the solo and the chords on tracks of their own.

Conventions: 480 ticks a quarter note, so that triplets and sixty-fourth notes fall on whole ticks; every position is rounded by itself, never
summed up. Track 1 holds title, tempo, metre and, where it is known, the key (as the major key of that many sharps or flats); then the tracks
"Solo" and "Chords". A solo that starts before its changes (a pickup) moves everything back by whole bars.

Comping. A chord known by its pitches is played with these, held as long as it lasts. A chord symbol gets its bass in the octave from C2
(MIDI 36) and three or four of its tones between E3 and G4 (52-67): third and seventh first, then tensions, then fifth and root, each
where the hand moves least from the chord before; it is struck anew at every bar line. NC is silent. Source: the rootless
voicings in Levine, "The Jazz Piano Book" (1989), ch. 3 and 7.

Written with mido because it puts down the messages it is given, in that order, and nothing else: the bytes are a function of the solo.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, product
from typing import Annotated

from annotated_types import Gt, Interval, Le
from mido import Message, MetaMessage, MidiFile, MidiTrack, bpm2tempo

from stages.harmony.changes import Changes
from stages.harmony.chords import Chord
from stages.melody.solo import Note, Solo

TICKS = 480
KEYS = ("Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#")    # -7 ... 7 sharps
BASS = 36
HAND = range(52, 68)
FINGERS = 4
GUIDES, FIFTH, ROOT = (3, 4, 10, 11), 7, 0           # semitones above the root

Strike = tuple[Fraction, Fraction, tuple[int, ...]]   # onset and end in quarter notes, MIDI pitches


@dataclass(frozen=True)
class Params:
    """The ``render`` section of params.yaml.

    Args:
        tempo: quarter notes a minute of a solo that has none.
        solo_program, chord_program: General MIDI programs counted from 0 (66 = tenor saxophone, 0 = grand piano).
        solo_velocity, chord_velocity: loudness, 1-127.
    """

    tempo: Annotated[float, Gt(3.6), Le(1000)]                  # a slower quarter note does not fit into the tempo message
    solo_program: Annotated[int, Interval(ge=0, le=127)]
    chord_program: Annotated[int, Interval(ge=0, le=127)]
    solo_velocity: Annotated[int, Interval(ge=1, le=127)]
    chord_velocity: Annotated[int, Interval(ge=1, le=127)]


def to_bytes(solo: Solo, params: Params) -> bytes:
    """The MIDI file of a solo, identical on every run.

    Raises:
        ValueError: a pitch outside 0-127.
    """
    start = lead_in(solo)
    chords = [Note(onset, end - onset, pitch) for onset, end, pitches in comping(solo.changes) for pitch in pitches]
    file = MidiFile(type=1, ticks_per_beat=TICKS, charset="utf-8")
    file.tracks = [
        _conductor(solo, params),
        _track("Solo", solo.notes, start, 0, params.solo_program, params.solo_velocity),
        _track("Chords", chords, start, 1, params.chord_program, params.chord_velocity),
    ]
    content = io.BytesIO()
    file.save(file=content)
    return content.getvalue()


def lead_in(solo: Solo) -> Fraction:
    """Quarter notes, in whole bars, from the start of a pickup to the start of the changes; 0 without a pickup."""
    first = min((note.onset for note in solo.notes), default=Fraction(0))
    return max(Fraction(0), -solo.changes.bar_line(solo.changes.bar_at(first)))


def comping(changes: Changes) -> list[Strike]:
    """What the accompanist plays: (onset, end, pitches) in quarter notes, ascending."""
    strikes, hand = [], ()
    for onset, end, chord in changes.spans():
        if not chord.sounds:
            continue
        if chord.voicing:
            strikes.append((onset, end, chord.voicing))
            continue
        hand = voice(chord, hand)
        bounds = [onset, *_bar_lines(onset, end, changes), end]
        strikes += [(low, high, (BASS + chord.bass, *hand)) for low, high in pairwise(bounds)]
    return strikes


def voice(chord: Chord, before: tuple[int, ...]) -> tuple[int, ...]:
    """The right hand of a chord: MIDI pitches in HAND, ascending.

    Of all places for its tones the one that moves least from the hand ``before`` (from the middle of the register at first);
    of equal ones the lowest.
    """
    places = [[pitch for pitch in HAND if pitch % 12 == tone] for tone in _fingered(chord)]
    hands = [tuple(sorted(hand)) for hand in product(*places)]
    return min(hands, key=lambda hand: (_movement(before or (HAND[len(HAND) // 2],), hand), hand))


def _fingered(chord: Chord) -> list[int]:
    """The pitch classes for the right hand. The root stays away where the bass has it and three others remain, then the fifth if a hand is full."""
    def rank(tone: int) -> tuple[int, int]:
        interval = (tone - chord.root) % 12
        return (0 if interval in GUIDES else 3 if interval == ROOT else 2 if interval == FIFTH else 1), interval

    tones = sorted(chord.tones, key=rank)
    if chord.bass == chord.root and len(tones) > 3 and tones[-1] == chord.root:
        tones.pop()
    return tones[:FINGERS]


def _movement(before: tuple[int, ...], after: tuple[int, ...]) -> int:
    """Semitones from each finger to the nearest one of the other hand, summed both ways."""
    there = sum(min(abs(old - new) for old in before) for new in after)
    return there + sum(min(abs(old - new) for new in after) for old in before)


def _bar_lines(onset: Fraction, end: Fraction, changes: Changes) -> list[Fraction]:
    """The bar lines strictly between two positions."""
    lines = [changes.bar_line(bar) for bar in range(changes.bar_at(onset) + 1, changes.bar_at(end) + 1)]
    return [line for line in lines if line < end]


def _conductor(solo: Solo, params: Params) -> MidiTrack:
    start = lead_in(solo)
    messages = [
        MetaMessage("track_name", name=solo.tune),
        MetaMessage("set_tempo", tempo=bpm2tempo(solo.tempo or params.tempo)),
        _time_signature(solo.changes.metre),
    ]
    if solo.key is not None and abs(solo.key) <= 7:
        messages.append(MetaMessage("key_signature", key=KEYS[solo.key + 7]))
    now = 0
    for onset, metre in solo.changes.metre_changes:
        messages.append(_time_signature(metre, _tick(start + onset) - now))
        now = _tick(start + onset)
    return MidiTrack([*messages, MetaMessage("end_of_track", time=_tick(start + solo.changes.length) - now)])


def _time_signature(metre: tuple[int, int], wait: int = 0) -> MetaMessage:
    """A metre, ``wait`` ticks behind the message before."""
    return MetaMessage("time_signature", numerator=metre[0], denominator=metre[1], time=wait)


def _track(name: str, notes: Iterable[Note], start: Fraction, channel: int, program: int, velocity: int) -> MidiTrack:
    """A track of notes, each moved back by ``start`` quarter notes. At one tick, what ends ends before anything begins."""
    events = []
    for onset, end, pitch in _untangled(notes, start):
        events.append((onset, 1, Message("note_on", channel=channel, note=pitch, velocity=velocity)))
        events.append((end, 0, Message("note_off", channel=channel, note=pitch, velocity=0)))
    events.sort(key=lambda event: (event[0], event[1], event[2].note))
    track = MidiTrack([MetaMessage("track_name", name=name), Message("program_change", channel=channel, program=program)])
    now = 0
    for tick, _, message in events:
        track.append(message.copy(time=tick - now))
        now = tick
    track.append(MetaMessage("end_of_track"))
    return track


def _untangled(notes: Iterable[Note], start: Fraction) -> list[tuple[int, int, int]]:
    """(onset tick, end tick, pitch), each at least a tick long; a note ends where its pitch is struck again, and of two struck at once the longer is kept."""
    by_pitch: dict[int, dict[int, int]] = {}
    for note in notes:
        onset, end = _tick(note.onset + start), _tick(note.end + start)
        struck = by_pitch.setdefault(note.pitch, {})
        struck[onset] = max(end, onset + 1, struck.get(onset, 0))
    played = []
    for pitch, struck in by_pitch.items():
        onsets = sorted(struck)
        following = [*onsets[1:], None]
        played += [(onset, struck[onset] if after is None else min(struck[onset], after), pitch) for onset, after in zip(onsets, following, strict=True)]
    return played


def _tick(position: Fraction) -> int:
    """The nearest tick, halves upwards, of a position in quarter notes."""
    return int((position * TICKS + Fraction(1, 2)) // 1)
