"""A MIDI file of which the catalogue says which part is the melody and which plays the chords, quantised as the course notebook's program does.

Which parts, and which span of quarter notes, is declared as ``Options``. A part is a track with notes, counted from 0, as music21 counts them.

Quirks, all of the quantisation ``seed``, which gives what music21 5.7.2 makes of a file (``midi.translate``, ``Stream.quantize``):

* notes of a part whose onsets, and whose ends, lie within 1/16 quarter note of the first of them form one chord, and a later chord may
  take a note in a second time;
* onsets and durations move to the nearest quarter or third of a quarter note, down in a tie, each by itself, so that notes may overlap or have no
  duration (which then becomes a sixteenth);
* the melody consists of the lone notes of its part and the changes of the chords of theirs. Changes have one chord an onset: where
  the grid brings two together, the later one stays, which is the one that the seed looks at.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import symusic

from stages.corpora.errors import CorpusError
from stages.corpora.limits import NOTES, content
from stages.corpora.midi.score import decode, tempo_at
from stages.harmony.changes import Changes
from stages.harmony.chords import NO_CHORD, chord_of_pitches
from stages.melody.solo import Note, Solo

GRID = (0, 3, 4, 6, 8, 9, 12)                 # quarters and thirds of a quarter note, in twelfths
SIXTEENTH = Fraction(1, 4)
CLUSTER = 1000                                # notes struck together, more are no music
TOGETHER = 16                                 # notes of a chord start within 1/16 quarter note

Struck = tuple[int, int, int]                 # onset and duration in ticks, MIDI pitch


@dataclass(frozen=True)
class Options:
    """What the catalogue says of a file: its parts, the span of the solo in quarter notes (start, end), how it is quantised."""

    melody_part: int
    chord_part: int
    span: tuple[int, int]
    quantisation: str


def read(path: Path, **declared: Any) -> Iterator[Solo]:
    """The solo of a MIDI file; its onsets count from the bar in which the span starts.

    Args:
        declared: the fields of Options.

    Raises:
        CorpusError: the file is broken or not MIDI, its entry declares too little, there is no such part, or the span has no note or no chord.
    """
    options = _options(path, declared)
    score = decode(content(path), path)
    metre = _metre(score, path)
    start, end = map(Fraction, options.span)
    origin = start - start % Fraction(4 * metre[0], metre[1])
    melody, chords = (_struck(_part(score, part, name, path), score.ticks_per_quarter, start, end, path)
                      for part, name in ((options.melody_part, "melody_part"), (options.chord_part, "chord_part")))
    notes = tuple(Note(onset - origin, _quantise(group[0][1], score.ticks_per_quarter) or SIXTEENTH, group[0][2])
                  for onset, group in melody if len(group) == 1)
    voicings = {onset - origin: chord_of_pitches(tuple({pitch for _, _, pitch in group})) for onset, group in chords if len(group) > 1}
    if not notes or not voicings:
        raise _nothing(path, "notes" if not notes else "chords", options)
    changes = Changes(tuple(sorted(({Fraction(0): NO_CHORD} | voicings).items())), end - origin, metre)
    yield Solo(notes, changes, tune=path.stem, tempo=tempo_at(score, start * score.ticks_per_quarter), key=next((sign.key for sign in score.key_signatures if abs(sign.key) <= 7), None), source=path.name)


def _options(path: Path, declared: dict) -> Options:
    place = "midi in the entry of its corpus (corpora in params.yaml)"
    names = [field.name for field in fields(Options)]
    if set(declared) != set(names):
        raise CorpusError(f"{path}: expected {', '.join(names)} under {place}, found {', '.join(declared) or 'none'}; a MIDI file does not tell")
    for name, (expected, holds) in DECLARED.items():
        if not holds(declared[name]):
            raise CorpusError(f"{path}: expected {name} to be {expected} under {place}, found {declared[name]!r}")
    return Options(**declared | {"span": tuple(declared["span"])})


def _whole(*values: Any) -> bool:
    return all(type(value) is int and value >= 0 for value in values)


def _part(score: symusic.Score, part: int, option: str, path: Path) -> symusic.core.TrackTick:
    parts = [track for track in score.tracks if len(track.notes)]
    if part < len(parts):
        return parts[part]
    known = ", ".join(f"{number} {track.name or 'unnamed'} ({len(track.notes)} notes)" for number, track in enumerate(parts[:30])) or "none with notes"
    raise CorpusError(f"{path}: expected a part {part}, found parts {known}; correct {option} in params.yaml")


def _nothing(path: Path, what: str, options: Options) -> CorpusError:
    part = f"melody_part {options.melody_part}" if what == "notes" else f"chord_part {options.chord_part}"
    return CorpusError(f"{path}: expected {what} in {part} between quarter notes {options.span[0]} and {options.span[1]}, found none; correct {part.split()[0]} or span in params.yaml")


def _metre(score: symusic.Score, path: Path) -> tuple[int, int]:
    """The first metre of the file, 4/4 where it names none."""
    beats, unit = next(((sign.numerator, sign.denominator) for sign in score.time_signatures), (4, 4))
    if beats < 1 or unit not in (1, 2, 4, 8, 16, 32, 64):
        raise CorpusError(f"{path}: expected a metre such as 4/4, found {beats}/{unit}; export the file again")
    return beats, unit


def _struck(track: symusic.core.TrackTick, quarter: int, start: Fraction, end: Fraction, path: Path) -> list[tuple[Fraction, list[Struck]]]:
    """(onset in quarter notes, notes struck together) of a part from ``start`` to before ``end``, ascending by onset."""
    groups = [(_quantise(group[0][0], quarter), group) for group in _gather(_notes(track, quarter, start, end, path), quarter)]
    return sorted(((onset, group) for onset, group in groups if start <= onset < end), key=lambda pair: pair[0])


def _notes(track: symusic.core.TrackTick, quarter: int, start: Fraction, end: Fraction, path: Path) -> list[Struck]:
    """The notes of the span and, at its start, those that may form a chord with its first ones."""
    columns = track.notes.numpy()
    onsets = columns["time"]
    first, last = onsets.searchsorted([int((start - 1) * quarter), int((end + 1) * quarter)])
    if last - first > NOTES or (onsets.searchsorted(onsets + quarter // TOGETHER, "right") - np.arange(len(onsets))).max(initial=0) > CLUSTER:
        raise CorpusError(f"{path}: expected at most {NOTES} notes in a part and {CLUSTER} struck together, found more; this is no piece of music")
    while 0 < first < len(onsets) and onsets[first] - onsets[first - 1] <= quarter / TOGETHER:
        first -= 1
    return list(zip(*(columns[name][first:last].tolist() for name in ("time", "duration", "pitch")), strict=True))


def _gather(notes: list[Struck], quarter: int) -> Iterator[list[Struck]]:
    """Notes grouped into chords; a note on its own is a group of one."""
    near, taken = quarter / TOGETHER, set()
    for place, (onset, duration, pitch) in enumerate(notes):
        if place in taken:
            continue
        group = [(onset, duration or quarter, pitch)]          # music21 gives a note without duration a whole quarter
        for other in range(place + 1, len(notes)):
            later, length, above = notes[other]
            if later - onset > near:
                break
            if abs(later + length - onset - duration) <= near:
                group.append((later, length, above))
                taken.add(other)
        yield group


@lru_cache(maxsize=4096)
def _quantise(ticks: int, quarter: int) -> Fraction:
    """Quarter notes of so many ticks, on the grid."""
    whole, rest = divmod(ticks, quarter)
    return Fraction(12 * whole + min(GRID, key=lambda twelfths: abs(12 * rest - twelfths * quarter)), 12)


DECLARED = {
    "melody_part": ("the number of a part, from 0 on", _whole),
    "chord_part": ("the number of a part, from 0 on", _whole),
    "span": ("[start, end] in whole quarter notes, 0 <= start < end", lambda span: isinstance(span, (list, tuple)) and len(span) == 2 and _whole(*span) and span[0] < span[1]),
    "quantisation": ("'seed'", lambda name: name == "seed"),
}
