"""The beats of a transcribed recording: when each was played, where it stands in its bar, and what chord begins on it.

A transcription places its notes by bar, beat and part of the beat, and tells the second at which every beat was tapped. ``beat_grid`` makes of
the beats a grid that turns both into quarter notes:

* a bar is as long as its highest beat says. A bar that is shorter than the one before it is a bar in another metre, unless the time to the next bar
  shows that beats were left out; the first and the last bar are whole ones, and the beats of an incomplete first bar are its last;
* the unit of a beat is that of the signature written last ("3/4": a quarter note), else the one given with the notes;
* bars that are numbered but have no beats are as long as the one before them;
* the grid starts with the first bar that holds a note or a chord and ends with the last bar that is complete, or that a note sounds in.

Positions inside are whole 64th notes (16 a quarter note), seconds are those of the recording, bars are numbered as in the file.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from statistics import multimode

import numpy as np

from stages.corpora.errors import CorpusError
from stages.corpora.limits import BARS
from stages.corpora.reading import Glossary
from stages.harmony.changes import Changes
from stages.harmony.chords import NO_CHORD, Chord
from stages.melody.quantize import position

QUARTER = 16                                  # 64th notes
SIGNATURE = re.compile(r"([0-9]{1,2})/(1|2|4|8|16|32|64)")
SHORTEST = 0.001                              # seconds; two beats nearer than this are one
MISSING = 1.5                                 # usual beats; a longer gap before a bar line means that a beat was left out

Metre = tuple[int, int]                       # beats, and the unit of one


@dataclass(frozen=True)
class Beats:
    """The beats of a solo, ascending by onset: columns of seconds, number of the bar, number in the bar from 1; and by row the signatures and chords, where one is written."""

    onsets: np.ndarray
    bars: np.ndarray
    numbers: np.ndarray
    signatures: Mapping[int, str]
    chords: Mapping[int, str]


@dataclass(frozen=True)
class BeatGrid:
    """Where bars and beats lie, in 64th notes from the first bar line.

    Args:
        first: the number of the first bar.
        metres: of each bar.
        lines: each bar line, and the end of the last bar.
        zeros: where the first beat of each bar lies, or would lie if it were not missing; units: how long its beats are.
        times, places: when, in seconds, and where each beat is; both ascending.
    """

    first: int
    metres: list[Metre]
    lines: list[int]
    zeros: list[int]
    units: list[int]
    times: np.ndarray
    places: np.ndarray

    def places_of(self, bars: np.ndarray, beats: np.ndarray) -> np.ndarray:
        """Where beats lie, by the numbers of their bars and their own."""
        return _places(bars - self.first, beats, self.zeros, self.units)

    def played_lengths(self, onsets: np.ndarray, durations: np.ndarray) -> np.ndarray:
        """How many 64th notes lie between two moments of the recording, if time goes evenly from beat to beat; of many pairs at once."""
        times, places = self.times, self.places
        speeds, ends = np.diff(places) / np.diff(times), onsets + durations
        beats, lasts = (np.searchsorted(times[1:-1], moments, side="right") for moments in (onsets, ends))
        over_beats = places[lasts] + (ends - times[lasts]) * speeds[lasts] - places[beats] - (onsets - times[beats]) * speeds[beats]
        return np.where(beats == lasts, durations * speeds[beats], over_beats)


def beat_grid(beats: Beats, standing: tuple[np.ndarray, np.ndarray], unit: int, where: str) -> BeatGrid:
    """The grid of the beats and of what stands on them.

    Args:
        standing: the bars and the beats of all notes.
        unit: of a beat, where no signature is written: 4 for quarter notes.
        where: file and solo, for messages.

    Raises:
        CorpusError: too many bars, or fewer than two beats that follow each other.
    """
    bars, numbers = (np.concatenate(columns) for columns in zip((beats.bars, beats.numbers), standing))
    first, last = int(bars.min()), int(bars.max())
    if last - first >= BARS:
        raise CorpusError(f"{where}: expected at most {BARS} bars, found bars {first} to {last}; correct the numbers of the bars")
    highest = np.zeros(last - first + 1, np.int64)
    np.maximum.at(highest, bars - first, numbers)
    metres, late = _metres(beats, first, highest.tolist(), unit)
    lines, units = _lines(metres), [64 // unit for _, unit in metres]
    zeros = [lines[0] + late * units[0], *lines[1:-1]]
    apart = np.append(True, np.diff(beats.onsets) >= SHORTEST)
    places = _places(beats.bars[apart] - first, beats.numbers[apart], zeros, units)
    ahead = places > np.append(-1, np.maximum.accumulate(places)[:-1])
    if ahead.sum() < 2:
        raise CorpusError(f"{where}: expected beats that follow each other, found {ahead.sum()}; check their bars, beats and onsets")
    return BeatGrid(first, metres, lines, zeros, units, beats.onsets[apart][ahead], places[ahead])


def usual_beat(beats: Beats) -> float:
    """The median time from a beat to the next one, in seconds; 0 where there is none."""
    gaps = np.sort(np.diff(beats.onsets))
    return float(gaps[len(gaps) // 2]) if len(gaps) else 0.0


def chord_marks(beats: Beats, grid: BeatGrid, glossary: Glossary) -> dict[int, Chord]:
    """The chords by their place, 64th notes from the first bar line of the grid."""
    rows = list(beats.chords)
    return dict(zip(grid.places_of(beats.bars[rows], beats.numbers[rows]).tolist(), map(glossary.chord, beats.chords.values())))


def opening(grid: BeatGrid, marks: dict[int, Chord], first_noted: int) -> int:
    """The bar line, in 64th notes, at which the first note's bar or an earlier one with a chord begins."""
    sounding = min((place for place, chord in marks.items() if chord.sounds), default=grid.lines[-1])
    return grid.lines[min(first_noted - grid.first, bisect_right(grid.lines, sounding) - 1)]


def changes_of(marks: dict[int, Chord], beats: Beats, grid: BeatGrid, start: int, last_noted: int, end: Fraction, where: str) -> Changes:
    """The chords from a bar line on, over all bars that count.

    Args:
        marks: as ``chord_marks`` gives them.
        start: the bar line, in 64th notes.
        last_noted: the number of the last bar in which a note begins.
        end: quarter notes from ``start`` to the end of the last note.

    Raises:
        CorpusError: a note is held for too many bars.
    """
    metres = _kept(grid, beats, last_noted)[grid.lines.index(start):]
    size, unit = metres[-1]
    missing = max(-int((_lines(metres)[-1] - end * QUARTER) // (size * 64 // unit)), 0)
    if len(metres) + missing > BARS:
        raise CorpusError(f"{where}: expected at most {BARS} bars, found a last note that is held for {missing}; correct its duration")
    return _changes({place - start: chord for place, chord in marks.items() if place >= start}, metres + [metres[-1]] * missing)


def _metres(beats: Beats, first: int, highest: list[int], unit: int) -> tuple[list[Metre], int]:
    """The metre of every bar, and how many beats are missing at the start of the first one.

    Args:
        first: the number of the first bar. highest: the highest beat of each bar, 0 where it has none.
    """
    matches = ((int(beats.bars[row]), SIGNATURE.fullmatch(text)) for row, text in beats.signatures.items())
    written = {bar: (int(match[1]), int(match[2])) for bar, match in matches if match}
    wide = (np.diff(beats.bars) == 1) & (np.diff(beats.onsets) > MISSING * usual_beat(beats))
    lacking = set(beats.bars[:-1][wide].tolist())                   # bars in which a beat was left out
    last, known = first + len(highest) - 1, set(highest)
    common = next((named for named, _ in written.values() if named in known), max(multimode(filter(None, highest))))
    size, late, metres = common, 0, []
    for bar, beat in enumerate(highest, first):
        named, unit = written.get(bar, (size, unit))
        found = beat or size
        if found < size and bar == first and found != named:
            late, found = size - found, size
        elif found < size and bar == last and found != common:
            found = max(found, named)
        elif found < size and bar in lacking:
            found = size
        size = found
        metres.append((size, unit))
    return metres, late


def _places(index: np.ndarray, beats: np.ndarray, zeros: list[int], units: list[int]) -> np.ndarray:
    """Where beats lie; ``index`` is that of their bars."""
    return np.array(zeros)[index] + (beats - 1) * np.array(units)[index]


def _lines(metres: list[Metre]) -> list[int]:
    """The bar lines in 64th notes, the end of the last bar included."""
    lines = [0]
    for beats, unit in metres:
        lines.append(lines[-1] + beats * 64 // unit)
    return lines


def _kept(grid: BeatGrid, beats: Beats, last_noted: int) -> list[Metre]:
    """The metres without a last bar that is incomplete and in which no note begins."""
    last = grid.first + len(grid.metres) - 1
    found = beats.numbers[beats.bars == last].max(initial=0)
    return grid.metres[:-1] if last > last_noted and found < grid.metres[-1][0] else list(grid.metres)


def _changes(marks: dict[int, Chord], metres: list[Metre]) -> Changes:
    lines = _lines(metres)
    chords = [(Fraction(0), NO_CHORD)] if 0 not in marks else []
    for place, chord in sorted(marks.items(), key=lambda mark: mark[0]):
        if place < lines[-1] and not (chords and chords[-1][1] == chord):
            chords.append((position(place, QUARTER), chord))
    changed = tuple((position(line, QUARTER), metre) for line, before, metre in zip(lines[1:], metres, metres[1:]) if metre != before)
    return Changes(tuple(chords), position(lines[-1], QUARTER), metres[0], changed)
