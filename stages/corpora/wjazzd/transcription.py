"""From a transcription, as the Weimar Jazz Database keeps them, to a Solo: what its database and its CSV files have in common.

A note has a metrical position (bar, beat, and ``tatum`` of so many ``divisions`` of the beat) and the onset and duration with which it was played, in
seconds; the beats have both, too (``beats.py``). A note of the Solo stands at its metrical position, exactly, and lasts as many beats as it was played:
from where its onset to where its end lies between the beats. Then it goes onto the grid. ``Solo.seconds`` keeps the performance.

``Solo.swing`` is measured on the beats that are divided in two and of which both eighths were played: from the beat to the second eighth, against
from there to the next beat; the median over at least ``PAIRS`` of them. (Eighths that swing so much that they were written as 2 + 1
triplets are triplets in the Solo and not counted.)
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import gt
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
NOTE_COLUMNS = {                              # what each is called in messages, its least and greatest value, and of which kind it is
    "onsets": ("onset", -SECONDS, SECONDS, float), "durations": ("duration", 0, HELD, float), "pitches": ("pitch", 0, 127, int), "bars": ("bar", -SECONDS, SECONDS, int),
    "beats": ("beat", 1, BEATS, int), "tatums": ("tatum", 1, DIVISIONS, int), "divisions": ("division", 1, DIVISIONS, int),
}
BEAT_COLUMNS = {"onsets": ("onset of a beat", -SECONDS, SECONDS, float), "bars": ("bar of a beat", -SECONDS, SECONDS, int), "numbers": ("beat", 1, BEATS, int)}
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
    beats, (played, order) = _checked_beats(beats, where), _checked_notes(played, where)
    begins = set(labels.phrases)
    metre = beat_grid(beats, set(zip(played.bars.tolist(), played.beats.tolist())), unit, where)
    glossary = Glossary()
    marks = chord_marks(beats, metre, glossary)
    start = opening(metre, marks, int(played.bars.min()))
    over, under, ends, together = _places(played, metre, start, grid.divisions, where)
    notes, moves = on_grid(over, under, ends, played.pitches.tolist(), grid, played=True)
    changes = changes_of(marks, beats, metre, start, int(played.bars.max()), notes[-1].end, where)
    reading = {"chords": {"how": "written" if any(chord.sounds for chord in marks.values()) else "none", "sure": 1.0}, "grid": moves.to_json()} | glossary.to_json()
    if together:
        reading["notes"] = [f"{together} notes stand at or before the place of the note played before them; they were spread in the order in which they were played"]
    return Solo(notes, changes, labels.tune, labels.performer, _tempo(labels.tempo, beats, changes.metre[1]), labels.key, labels.source, labels.style,
                swing=_swing(played, metre), phrases=tuple(number for number, before in enumerate(order.tolist()) if before in begins),
                seconds=tuple(zip(*(column.round(6).tolist() for column in (played.onsets, played.durations)))), reading=reading)


def _checked_notes(played: Played, where: str) -> tuple[Played, np.ndarray]:
    """The notes as arrays, ascending by onset, and the number of the row that each comes from; rows with the same onset keep their order."""
    _count(played.onsets, "notes", NOTES, where)
    columns = [_column(getattr(played, name), *kind, where) for name, kind in NOTE_COLUMNS.items()]
    if (columns[5] > columns[6]).any():
        raise CorpusError(f"{where}: expected no tatum beyond the division of its beat, found one; correct it")
    order = np.argsort(columns[0], kind="stable")
    return Played(*(column[order] for column in columns)), order


def _checked_beats(beats: Beats, where: str) -> Beats:
    """The beats, ascending by onset; rows with the same onset keep their order."""
    _count(beats.onsets, "beats", CHORDS, where)
    columns = [_column(getattr(beats, name), *kind, where).tolist() for name, kind in BEAT_COLUMNS.items()]
    columns += [beats.signatures, beats.chords]
    if any(map(gt, columns[0], columns[0][1:])):
        order = sorted(range(len(columns[0])), key=columns[0].__getitem__)
        columns = [[column[row] for row in order] for column in columns]
    return Beats(*columns)


def _count(rows: Sequence, name: str, most: int, where: str) -> None:
    if not 1 <= len(rows) <= most:
        raise CorpusError(f"{where}: expected 1 to {most} {name}, found {len(rows) or 'none'}")


def _column(values: Sequence, name: str, low: int, high: int, kind: type, where: str) -> np.ndarray:
    """Numbers as an array of one kind, float or int. Raises CorpusError where one cannot be."""
    found = np.array(values)
    if found.dtype.kind in "if" and low <= found.min() and found.max() <= high:
        column = found.astype(kind)
        if kind is float or (column == found).all():
            return column
    wrong = next(value for value in values if type(value) not in (int, float) or not low <= value <= high or kind(value) != value)
    raise CorpusError(f"{where}: expected a {'whole ' if kind is int else ''}number of {low} to {high} as {name}, found {wrong!r:.40}; correct it")


def _places(played: Played, metre: BeatGrid, start: int, divisions: int, where: str) -> tuple[np.ndarray, np.ndarray, np.ndarray, int]:
    """Of every note its onset in quarter notes as numerator and denominator, the slot of its end, and how many do not stand behind the note played before them."""
    index = played.bars - metre.first
    units, zeros = np.array(metre.units)[index], np.array(metre.zeros)[index]
    over = (zeros - start + (played.beats - 1) * units) * played.divisions + (played.tatums - 1) * units
    place = over / played.divisions
    back = np.flatnonzero(place[1:] < place[:-1] - BACK)
    if len(back):
        raise CorpusError(f"{where}: expected notes in the order in which they are played, found one in bar {played.bars[back[0] + 1]} that is played behind a later bar; correct bar or onset")
    ends = (place + metre.played_lengths(played.onsets, played.durations)) * (divisions / QUARTER) + 0.5
    return over, QUARTER * played.divisions, ends.astype(np.int64), int(np.count_nonzero(place[1:] <= place[:-1]))


def _swing(played: Played, metre: BeatGrid) -> float | None:
    """The median ratio of two eighths of a beat, None with fewer than PAIRS of them."""
    together = (played.bars[1:] == played.bars[:-1]) & (played.beats[1:] == played.beats[:-1])
    seconds = 1 + np.flatnonzero(together & (played.tatums[:-1] == 1) & (played.tatums[1:] == 2) & (played.divisions[1:] == 2))
    beats, ratios = dict(zip(metre.places, pairwise(metre.times))), []
    for bar, number, onset in zip(*(column[seconds].tolist() for column in (played.bars, played.beats, played.onsets))):
        beat, following = beats.get(metre.beat_place(bar, number), (onset, onset))
        if beat < onset < following:
            ratios.append((onset - beat) / (following - onset))
    return round(median(ratios), 3) if len(ratios) >= PAIRS else None


def _tempo(written: float | None, beats: Beats, unit: int) -> float | None:
    """Quarter notes a minute, to a tenth; None where that is no tempo."""
    usual = usual_beat(beats)
    tempos = (tempo * 4 / unit for tempo in (written, 60 / usual if usual else None) if tempo)
    return next((round(tempo, 1) for tempo in tempos if 4 <= tempo <= 1000), None)
