"""Protocols of other people: the same improvisers, on the alphabets that published perplexities were measured with.

* ``onsets``: of each note but the first the time since the note before, in one of 30 classes, then its interval, clipped to an octave and a half (+-18). Grid of 12 slots a
  quarter note; the classes are the most frequent inter-onset times, the others go to the nearest. No rests, no durations.
* ``mingus``: the tokens of MINGUS (Madaghiele, Lisena & Troncy, ISMIR 2021; B_train/loadDB.py of its program): a pitch or a rest, and one of 11 durations; segments of
  at most 35 tokens, cut behind a long rest as soon as more than 11 stand in them, each on its own; what remains of a solo at its end is left out. Solos in 4/4 only. A pitch is
  written as the interval from the note before, of a segment's first note from the root of its chord: the same information, so the same perplexity. The rhythm comes first;
  in the original, pitch and duration each come from the tokens before.

A protocol yields ``Lessons`` (``grammar/windows.py``) whose symbols have the meanings of ``grammar/alphabet.py``, without categories: every improviser learns from them as from a corpus.

Conventions: a perplexity is exp of nats a note (``onsets``) or a token, rests included (``mingus``): see ``evaluation/expected.py``.
"""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from stages.grammar.alphabet import CATEGORY, DURATION, INTERVAL, KIND, PITCHED, RESTING, RHYTHM
from stages.grammar.contexts import PITCH, TICKS, Score
from stages.grammar.windows import PARTS, Lessons, Windows, cut
from stages.harmony.changes import slots_of
from stages.melody.solo import Note, Solo
from stages.melody.tunes import tune_of

CLASSES, CLIP, GRID = 30, 18, 12
ANY = -1                                                    # the category of a pitch that has none
DURATIONS = tuple(map(Fraction, ("1/12", "1/6", "1/8", "1/4", "1/2", "3/4", "1", "3/2", "2", "3", "4")))     # of MINGUS's tokens, quarter notes
LENGTHS = tuple(map(Fraction, ("1/16", "1/12", "1/8", "1/6", "1/4", "3/8", "1/2", "3/4", "1", "3/2", "2", "3", "4")))     # of the notes in its MusicXML
RESTS = tuple(map(Fraction, ("1/8", "1/6", "1/4", "1/2", "3/4", "1", "3/2", "2", "3", "4")))                             # of the rests there
SHORT, LONG = Fraction(1, 2), Fraction(3, 4)                # a rest up to the first is no token, one from the second on ends a segment
BAR = Fraction(4)
SEGMENT = 35                                                # tokens
WINDOW = 32                                                 # symbols a training window, hop half of it

Row = tuple[np.ndarray, np.ndarray]                         # T symbols, each by its meaning, a row of an alphabet, (T, 4), and their contexts (T, F)


@dataclass(frozen=True)
class Protocol:
    """Lessons, and of each sequence of the test part whose tune it is."""

    lessons: Lessons
    tunes: tuple[str, ...]


def onsets(parts: dict[str, list[Solo]]) -> Protocol:
    """The protocol over the solos of each part of a split (``train``, ``validation``, ``test``), read on a grid of 12."""
    gaps = Counter(_slots(after.onset) - _slots(before.onset) for solo in parts["train"] for before, after in zip(solo.notes, solo.notes[1:]))
    classes = np.sort([gap for gap, _ in sorted(gaps.items(), key=lambda item: (-item[1], item[0]))[:CLASSES]])
    return _protocol({part: [(solo, _onset_row(solo, classes)) for solo in solos if len(solo.notes) > 1] for part, solos in parts.items()})


def _onset_row(solo: Solo, classes: np.ndarray) -> Row:
    divisions = _divisions(solo)
    times, pitches = np.array([slots_of(note.onset, divisions) for note in solo.notes]), np.array([note.pitch for note in solo.notes])
    gaps, places = np.diff(times) * GRID / divisions, Score(solo.changes, solo.tempo, divisions).rows(times)
    nearest = classes[np.argmin(abs(classes - gaps[:, None]), axis=1)] * TICKS // GRID
    contexts = np.stack([places[:-1], places[1:]], axis=1).reshape(-1, places.shape[1])            # a rhythm is asked for at the note before
    contexts[:, PITCH] = np.repeat(pitches[:-1], 2)
    return _meanings(nearest, np.clip(np.diff(pitches), -CLIP, CLIP), np.zeros(len(gaps), bool)), contexts


def mingus(parts: dict[str, list[Solo]]) -> Protocol:
    """The protocol over the solos of each part of a split, read with all their gaps (parse.legato: 0)."""
    return _protocol({part: [(solo, segment) for solo in solos if solo.changes.metre == (4, 4) and not solo.changes.metre_changes for segment in _segments(solo)]
                      for part, solos in parts.items()})


def _segments(solo: Solo) -> list[Row]:
    events, divisions = _events(solo), int(np.lcm(_divisions(solo), 48))
    pitches, durations = np.array([pitch for _, _, pitch in events]), [_nearest(duration, DURATIONS) for _, duration, _ in events]
    rests, ticks = pitches < 0, np.array([int(duration * TICKS) for duration in durations])
    contexts, segments = Score(solo.changes, solo.tempo, divisions).rows(np.array([slots_of(start, divisions) for start, _, _ in events])), []
    for first, end in _cuts(rests, durations):
        before, part = -1, slice(first, end)
        for place in range(first, end):
            contexts[place, PITCH] = contexts[place, PITCH] if before < 0 else before
            before = before if rests[place] else pitches[place]
        segments.append((_meanings(ticks[part], pitches[part] - contexts[part, PITCH], rests[part]), np.repeat(contexts[part], 2, axis=0)))
    return segments


def _events(solo: Solo) -> list[tuple[Fraction, Fraction, int]]:
    """(start, duration, pitch or -1) of notes and rests as they stand in the MusicXML that MINGUS makes of a solo (A_preprocessData/wjazzDB_csv_to_xml.py): each bar is
    written one event behind the other, durations rounded, and what would go beyond its end is lost."""
    changes, bars = solo.changes, {}
    for note in solo.notes:
        bars.setdefault(changes.bar_at(note.onset), []).append(note)
    events = []
    for bar in range(min(bars), max(bars) + 1):
        line, clock = changes.bar_line(bar), Fraction(0)
        for duration, pitch in _written(bars.get(bar, []), line):
            if clock + duration <= BAR:
                events.append((line + clock, duration, pitch))
                clock += duration
        events.append((line + clock, BAR - clock, -1))
    return [event for event in events if event[2] >= 0 or event[1] > SHORT]


def _written(notes: list[Note], line: Fraction) -> list[tuple[Fraction, int]]:
    """(duration, pitch or -1) of the notes of a bar and the rests before and between them."""
    written = [(_nearest(notes[0].onset - line, RESTS), -1)] if notes and notes[0].onset - line > RESTS[0] else []
    for note, after in zip(notes, [*(note.onset for note in notes[1:]), line + BAR]):
        gap = after - note.end
        written.append((_nearest(note.duration if gap > RESTS[0] else after - note.onset, LENGTHS), note.pitch))
        written += [(_nearest(gap, RESTS), -1)] if gap > RESTS[0] else []
    return written


def _nearest(duration: Fraction, known: tuple[Fraction, ...]) -> Fraction:
    return min(known, key=lambda other: abs(other - duration))


def _cuts(rests: np.ndarray, durations: list[Fraction]) -> list[tuple[int, int]]:
    """Where the segments of a solo begin and end; its last tokens may be in none."""
    cuts, first = [], 0
    for place, (rest, duration) in enumerate(zip(rests, durations)):
        many = place + 1 - first
        if many > SEGMENT // 3 if rest and duration >= LONG else many == SEGMENT:
            cuts.append((first, place + 1))
            first = place + 1
    return cuts


def _meanings(durations: np.ndarray, intervals: np.ndarray, rests: np.ndarray) -> np.ndarray:
    """The meanings of rhythms and pitches in turn: (2 n, 4), of durations in ticks, intervals, and whether a rest stands there, (n,) each."""
    found = np.zeros((len(durations), 2, 4), np.int32)
    found[:, 0, KIND], found[:, 0, DURATION], found[:, :, CATEGORY] = RHYTHM, durations, ANY
    found[:, 1, KIND], found[:, 1, INTERVAL] = np.where(rests, RESTING, PITCHED), np.where(rests, 0, intervals)
    return found.reshape(-1, 4)


def _protocol(rows: dict[str, list[tuple[Solo, Row]]]) -> Protocol:
    everything = [meanings for part in PARTS for _, (meanings, _) in rows[part]]
    alphabet, numbers = np.unique(np.concatenate(everything), axis=0, return_inverse=True)
    numbered = iter(np.split(numbers.ravel().astype(np.int32), np.cumsum([len(meanings) for meanings in everything])[:-1]))
    solos = {part: tuple(next(numbered) for _ in rows[part]) for part in PARTS}
    contexts = {f"{part}_contexts": tuple(contexts for _, (_, contexts) in rows[part]) for part in PARTS}
    windows, held_out = (_windows(solos[part]) for part in ("train", "validation"))
    return Protocol(Lessons(alphabet, **solos, **contexts, windows=windows, validation_windows=held_out), tuple(tune_of(solo) for solo, _ in rows["test"]))


def _windows(solos: tuple[np.ndarray, ...]) -> Windows:
    cuts = list(cut(solos, WINDOW, WINDOW // 2))
    return Windows(*(np.concatenate([getattr(windows, name) for windows in cuts]) if cuts else np.zeros((0, WINDOW), np.int32) for name in ("inputs", "targets")))


def _divisions(solo: Solo) -> int:
    """Slots a quarter note in which everything of a solo is whole."""
    positions = {note.onset.denominator for note in solo.notes} | solo.changes.denominators() | {onset.denominator for onset, _ in solo.changes.chords}
    return int(np.lcm.reduce([GRID, *positions]))


def _slots(onset: Fraction) -> int:
    return round(onset * GRID)
