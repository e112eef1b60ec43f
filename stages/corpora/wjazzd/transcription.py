"""From a transcription, as the Weimar Jazz Database keeps them, to a Solo: what its database and its CSV files have in common.

A note has a metrical position (bar, beat, and ``tatum`` of so many ``divisions`` of the beat) and the onset and duration with which it was played, in
seconds; the beats have both, too (``beats.py``). A note of the Solo stands at its metrical position, exactly, and lasts as many beats as it was played:
from where its onset to where its end lies between the beats. Then it goes onto the grid. ``Solo.seconds`` keeps the performance.

``Solo.swing`` is measured on the beats that are divided in two and of which both eighths were played: from the beat to the second eighth, against
from there to the next beat; the median over at least ``PAIRS`` of them. (Eighths that swing so much that they were written as 2 + 1
triplets are triplets in the Solo and not counted.)
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise, repeat
from operator import le
from statistics import median

import numpy as np

from stages.corpora.errors import CorpusError
from stages.corpora.limits import CHORDS, NOTES
from stages.corpora.reading import Glossary
from stages.corpora.wjazzd.beats import QUARTER, BeatGrid, Beats, beat_grid, changes_of, chord_marks, opening, usual_beat
from stages.melody.quantize import Grid, on_grid
from stages.melody.solo import Solo

PAIRS = 10
SECONDS = 10**6                               # of a recording, 11 days; more is a broken file
HELD = 10**4                                  # seconds of a note
BEATS, DIVISIONS = 64, 1000                   # of a bar, of a beat
BACK = 4 * QUARTER                            # 64th notes; a note further before the one that was played before it is a broken one


@dataclass(frozen=True)
class Played:
    """The notes of a solo as columns: onset and duration in seconds, MIDI pitch, number of the bar, the beat and the tatum (both from 1), tatums of the beat."""

    onsets: Sequence[float]
    durations: Sequence[float]
    pitches: Sequence[int]
    bars: Sequence[int]
    beats: Sequence[int]
    tatums: Sequence[int]
    divisions: Sequence[int]


@dataclass(frozen=True)
class Labels:
    """What is known of a solo beside its notes.

    Args:
        tempo: in beats a minute; where it is None or cannot be, the median of the beats is taken.
        phrases: the numbers, from 0, of the notes that begin one.
    """

    tune: str
    performer: str
    source: str
    tempo: float | None = None
    key: int | None = None
    style: str = ""
    phrases: Collection[int] = ()


def solo_of(played: Played, beats: Beats, unit: int, labels: Labels, grid: Grid, where: str) -> Solo:
    """The Solo of a transcription.

    Args:
        unit: of a beat, where no signature is written: 4 for quarter notes.
        where: file and solo, for messages.

    Raises:
        CorpusError: a value that cannot be, too many notes or beats, or none.
    """
    _check(played, beats, where)
    beats = Beats(*_ordered(beats.onsets, (beats.onsets, beats.bars, beats.numbers, beats.signatures, beats.chords)))
    columns = (played.onsets, played.durations, played.pitches, played.bars, played.beats, played.tatums, played.divisions, range(len(played.onsets)))
    *columns, numbers = _ordered(played.onsets, columns)
    played, begins = Played(*columns), set(labels.phrases)
    metre = beat_grid(beats, set(zip(played.bars, played.beats)), unit, where)
    glossary = Glossary()
    marks = chord_marks(beats, metre, glossary)
    start = opening(metre, marks, min(played.bars))
    places, ends, together = _places(played, metre, start, grid.divisions, where)
    notes, moves = on_grid(places, ends, played.pitches, grid, played=True)
    changes = changes_of(marks, beats, metre, start, max(played.bars), notes[-1].end, where)
    reading = {"chords": {"how": "written" if any(chord.sounds for chord in marks.values()) else "none", "sure": 1.0}, "grid": moves.to_json()} | glossary.to_json()
    if together:
        reading["notes"] = [f"{together} notes stand at or before the place of the note played before them; they were spread in the order in which they were played"]
    return Solo(notes, changes, labels.tune, labels.performer, _tempo(labels.tempo, beats, changes.metre[1]), labels.key, labels.source, labels.style,
                swing=_swing(played, metre), phrases=tuple(number for number, before in enumerate(numbers) if before in begins),
                seconds=tuple(zip(map(round, played.onsets, repeat(6)), map(round, played.durations, repeat(6)))), reading=reading)


def whole(values: Sequence, name: str, where: str) -> Sequence[int]:
    """The values, as integers. Raises CorpusError where one is not."""
    kinds = set(map(type, values))
    if kinds <= {int}:
        return values
    wrong = next((value for value in values if type(value) is not int and not (type(value) is float and value.is_integer())), None)
    if kinds <= {int, float} and wrong is None:
        return list(map(int, values))
    raise CorpusError(f"{where}: expected whole numbers as {name}, found {wrong!r:.40}; correct it")


def _check(played: Played, beats: Beats, where: str) -> None:
    """Refuses what cannot be, before anything is computed of it."""
    for many, name, most in ((len(played.onsets), "notes", NOTES), (len(beats.onsets), "beats", CHORDS)):
        if not 1 <= many <= most:
            raise CorpusError(f"{where}: expected 1 to {most} {name}, found {many or 'none'}")
    ranges = (
        ("onset of a note", played.onsets, -SECONDS, SECONDS), ("duration", played.durations, 0, HELD), ("pitch", played.pitches, 0, 127),
        ("bar of a note", played.bars, -SECONDS, SECONDS), ("beat of a note", played.beats, 1, BEATS), ("division", played.divisions, 1, DIVISIONS),
        ("tatum", played.tatums, 1, DIVISIONS), ("onset of a beat", beats.onsets, -SECONDS, SECONDS), ("bar of a beat", beats.bars, -SECONDS, SECONDS),
        ("beat", beats.numbers, 1, BEATS),
    )
    for name, values, low, high in ranges:
        if not {*map(type, values)} <= {int, float} or min(values) < low or max(values) > high or math.isnan(sum(values)):
            wrong = next(value for value in values if type(value) not in (int, float) or not low <= value <= high)
            raise CorpusError(f"{where}: expected {name} to be {low} to {high}, found {wrong!r:.40}; correct it")
    if not all(map(le, played.tatums, played.divisions)):
        raise CorpusError(f"{where}: expected no tatum beyond the division of its beat, found one; correct it")


def _ordered(onsets: Sequence[float], columns: Sequence[Sequence]) -> list[Sequence]:
    """The columns, ascending by onset; rows with the same onset keep their order."""
    if all(map(le, onsets, onsets[1:])):
        return list(columns)
    order = sorted(range(len(onsets)), key=onsets.__getitem__)
    return [[column[row] for row in order] for column in columns]


def _places(played: Played, metre: BeatGrid, start: int, divisions: int, where: str) -> tuple[list[tuple[int, int]], list[int], int]:
    """Of every note its onset in quarter notes as a fraction, the slot of its end, and how many do not stand behind the note played before them."""
    index, divided = np.array(played.bars) - metre.first, np.array(played.divisions)
    units, zeros = np.array(metre.units)[index], np.array(metre.zeros)[index]
    over = (zeros - start + (np.array(played.beats) - 1) * units) * divided + (np.array(played.tatums) - 1) * units
    place = over / divided
    back = np.flatnonzero(place[1:] < place[:-1] - BACK)
    if len(back):
        raise CorpusError(f"{where}: expected notes in the order in which they are played, found one in bar {played.bars[back[0] + 1]} that is played behind a later bar; correct bar or onset")
    ends = (place + metre.played_lengths(played.onsets, played.durations)) * (divisions / QUARTER) + 0.5
    places = list(zip(over.tolist(), (QUARTER * divided).tolist()))
    return places, ends.astype(np.int64).tolist(), int(np.count_nonzero(place[1:] <= place[:-1]))


def _swing(played: Played, metre: BeatGrid) -> float | None:
    """The median ratio of two eighths of a beat, None with fewer than PAIRS of them."""
    beats = dict(zip(metre.places, pairwise(metre.times)))
    ratios = []
    halves = list(zip(played.divisions, played.tatums))
    for number, ((_, tatum), half) in enumerate(pairwise(halves), 1):
        if half == (2, 2) and tatum == 1 and (place := (played.bars[number], played.beats[number])) == (played.bars[number - 1], played.beats[number - 1]):
            onset = played.onsets[number]
            beat, following = beats.get(metre.beat_place(*place), (onset, onset))
            if beat < onset < following:
                ratios.append((onset - beat) / (following - onset))
    return round(median(ratios), 3) if len(ratios) >= PAIRS else None


def _tempo(written: float | None, beats: Beats, unit: int) -> float | None:
    """Quarter notes a minute, to a tenth; None where that is no tempo."""
    usual = usual_beat(beats)
    tempos = (tempo * 4 / unit for tempo in (written, 60 / usual if usual else None) if tempo)
    return next((round(tempo, 1) for tempo in tempos if 4 <= tempo <= 1000), None)
