"""From a transcription, as the Weimar Jazz Database keeps them, to a Solo: what its database and its CSV files have in common.

A note has a metrical position (bar, beat, and ``tatum`` of so many ``divisions`` of the beat) and the onset and duration with which it was played, in
seconds; the beats have both, too (``beats.py``). A note of the Solo stands at its metrical position, exactly, and lasts as many beats as it was played:
from where its onset to where its end lies between the beats. Then it goes onto the grid. ``Solo.seconds`` keeps the performance.

``Solo.swing`` is measured on the beats that are divided in two and of which both eighths were played: from the beat to the second eighth, against
from there to the next beat; the median over at least ``PAIRS`` of them. (Eighths that swing so much that they were written as 2 + 1
triplets are triplets in the Solo and not counted.)
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

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
NOTE_COLUMNS = (                              # what each is called in messages, its least and greatest value, and whether it is a whole number
    ("onset", -SECONDS, SECONDS, False), ("duration", 0, HELD, False), ("pitch", 0, 127, True), ("bar", -SECONDS, SECONDS, True),
    ("beat", 1, BEATS, True), ("tatum", 1, DIVISIONS, True), ("division", 1, DIVISIONS, True),
)
BEAT_COLUMNS = (("onset of a beat", -SECONDS, SECONDS, False), ("bar of a beat", -SECONDS, SECONDS, True), ("beat", 1, BEATS, True))
BACK = 4 * QUARTER                            # 64th notes; a note further before the one that was played before it is a broken one


@dataclass(frozen=True)
class Transcription:
    """A solo as it is stored, its rows in any order.

    Args:
        notes: (N, 7) onset and duration in seconds, MIDI pitch, number of the bar, the beat and the tatum (both from 1), tatums of the beat.
        beats: (M, 3) onset in seconds, number of the bar, number in the bar from 1.
        signatures, chords: those that are written, by the row of their beat.
    """

    notes: np.ndarray
    beats: np.ndarray
    signatures: Mapping[int, str]
    chords: Mapping[int, str]


@dataclass(frozen=True)
class Played:
    """The notes as columns, ascending by onset."""

    onsets: np.ndarray
    durations: np.ndarray
    pitches: np.ndarray
    bars: np.ndarray
    beats: np.ndarray
    tatums: np.ndarray
    divisions: np.ndarray


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


def solo_of(stored: Transcription, unit: int, labels: Labels, grid: Grid, where: str) -> Solo:
    """The Solo of a transcription.

    Args:
        unit: of a beat, where no signature is written: 4 for quarter notes.
        where: file and solo, for messages.

    Raises:
        CorpusError: a value that cannot be, too many notes or beats, or none.
    """
    played, order = _played(stored, where)
    beats = _beats(stored, where)
    metre = beat_grid(beats, (played.bars, played.beats), unit, where)
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
                swing=_swing(played, metre), phrases=tuple(sorted(np.argsort(order)[[row for row in labels.phrases if 0 <= row < len(order)]].tolist())),
                seconds=tuple(zip(*(column.round(6).tolist() for column in (played.onsets, played.durations)))), reading=reading)


def _played(stored: Transcription, where: str) -> tuple[Played, np.ndarray]:
    """The notes, and the row that each comes from."""
    rows, order = _checked(stored.notes, NOTE_COLUMNS, "notes", NOTES, where)
    played = Played(*rows[:, :2].T, *np.ascontiguousarray(rows[:, 2:].T, np.int64))
    if (played.tatums > played.divisions).any():
        raise CorpusError(f"{where}: expected no tatum beyond the division of its beat, found one; correct it")
    return played, order


def _beats(stored: Transcription, where: str) -> Beats:
    rows, order = _checked(stored.beats, BEAT_COLUMNS, "beats", CHORDS, where)
    texts = (sorted(zip(np.argsort(order)[list(texts)].tolist(), texts.values())) for texts in (stored.signatures, stored.chords))
    return Beats(rows[:, 0], *np.ascontiguousarray(rows[:, 1:].T, np.int64), *map(dict, texts))


def _checked(rows: np.ndarray, columns: Sequence[tuple[str, int, int, bool]], name: str, most: int, where: str) -> tuple[np.ndarray, np.ndarray]:
    """The rows ascending by onset, those with the same one in their order, and which each of them was. Raises CorpusError where there are too many, or a value cannot be."""
    if not 1 <= len(rows) <= most:
        raise CorpusError(f"{where}: expected 1 to {most} {name}, found {len(rows) or 'none'}")
    _, low, high, whole = map(np.array, zip(*columns))
    good = (rows >= low) & (rows <= high) & (~whole | (rows == np.floor(rows)))
    if not good.all():
        row, column = np.argwhere(~good)[0]
        called, low, high, whole = columns[column]
        found = "none" if np.isnan(rows[row, column]) else f"{rows[row, column]:.15g}"
        raise CorpusError(f"{where}: expected a {'whole ' if whole else ''}number of {low} to {high} as {called}, found {found} in row {row + 1} of the {name}; correct it")
    order = np.argsort(rows[:, 0], kind="stable")
    return rows[order], order


def _places(played: Played, metre: BeatGrid, start: int, divisions: int, where: str) -> tuple[np.ndarray, np.ndarray, np.ndarray, int]:
    """Of every note its onset in quarter notes as numerator and denominator, the slot of its end, and how many do not stand behind the note played before them."""
    units = np.array(metre.units)[played.bars - metre.first]
    over = (metre.places_of(played.bars, played.beats) - start) * played.divisions + (played.tatums - 1) * units
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
    places = metre.places_of(played.bars[seconds], played.beats[seconds])
    number = np.minimum(np.searchsorted(metre.places, places), len(metre.places) - 2)
    beats, onsets, following = metre.times[number], played.onsets[seconds], metre.times[number + 1]
    inside = (metre.places[number] == places) & (beats < onsets) & (onsets < following)
    ratios = (onsets - beats)[inside] / (following - onsets)[inside]
    return round(float(np.median(ratios)), 3) if len(ratios) >= PAIRS else None


def _tempo(written: float | None, beats: Beats, unit: int) -> float | None:
    """Quarter notes a minute, to a tenth; None where that is no tempo."""
    usual = usual_beat(beats)
    tempos = (tempo * 4 / unit for tempo in (written, 60 / usual if usual else None) if tempo)
    return next((round(tempo, 1) for tempo in tempos if 4 <= tempo <= 1000), None)
