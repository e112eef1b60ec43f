"""Swing and rubato: where in its beat a player put a note, read as the rhythm that would be written.

A pair of eighths is swung where its second note comes late: the ratio is the length of the first one to that of the second, 1 when even, 2 when it is
a triplet. What swings is found from the beats that hold a note on the beat and one other note: the median place of the other one, over the pairs
around it, so that a straight stretch in a swinging solo stays straight. (Benadon, "Slicing the Beat", Ethnomusicology 50, 2006; Dittmar et al.,
"Swing ratio estimation", DAFx 2015.)

Then every beat is read on its own: of the ways to divide it, from eighths to thirty-seconds, the one that is simple and near: the sum of the squared
distances over twice their variance, plus what a division costs. So three notes in a beat remain a triplet where pairs swing, and a note 30 ms late
is still the eighth that was meant. The variance is that of the solo itself, so that a solo written to the tick is taken at its word.

Who plays without a click keeps to no beat of the file at all: the places of the notes in its beats are then spread evenly, in circular statistics (Fisher,
"Statistical Analysis of Circular Data", 1993) with a mean resultant length near 0 for the beat and each of its divisions.

Conventions: positions are quarter notes from a bar line, and a beat is a quarter note; a note up to ``EARLY`` before a beat belongs to it.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from stages.melody.quantize import position

EARLY = 0.1                     # of a quarter note
UNITS = 24                      # of a quarter note, in which what is read is counted
PAIRS = 9                       # pairs around a beat, of which the median is taken
FEWEST, RAREST = 4, 0.05        # swung pairs, and their share of the notes
RATIOS = (1.2, 3.5)
DOTTED, ALONE = 2.6, 0.6        # from here on most pairs must be so long, most notes off the beat be theirs, and played: they may as well be dotted eighths
AROUND = 0.15                   # of a quarter note: nearer to the beat than this is on it, before one knows how far notes stray
LAID_BACK = 0.03                # of a quarter note: closer to the beat than this a player is on it
NOISE = (0.004, 0.07)           # the least and the most that a player strays, standard deviation in quarter notes
STRAIGHT = ((12, 0.0), (8, 2.0), (6, 2.0), (4, 5.0), (3, 6.0))     # units between the places of a division of the beat, what the division costs
SWUNG_SIXTEENTHS = 5.0          # what sixteenths cost that lean like the eighths
SYNCOPE = 2.0                   # what it costs that a beat has its second and its fourth sixteenth but not the third
AS_PLAYED = 9.0                 # what it costs not to read a beat at all
TELLING, LOOSE = 32, 0.2        # notes that tell whether there is a beat; the mean resultant length below which there is none


@dataclass(frozen=True)
class Feel:
    """How a solo swings.

    Args:
        ratio: of its swung pairs, None where there are none.
        beats: whether each beat, from ``first`` on, lies in a swung stretch.
        behind: how late the notes on the beat are, in quarter notes; some players stay behind it.
        noise: how far they stray from there, standard deviation in quarter notes.
    """

    ratio: float | None
    first: int
    beats: tuple[bool, ...]
    behind: float
    noise: float

    @property
    def late(self) -> float:
        """Where in a swung beat its second eighth lies, in quarter notes."""
        return 0.5 if self.ratio is None else self.ratio / (1 + self.ratio)

    def swings(self, beat: int) -> bool:
        """Whether a beat lies in a swung stretch; the outermost stretches go on for ever."""
        return self.ratio is not None and self.beats[min(max(beat - self.first, 0), len(self.beats) - 1)]


def feel(onsets: np.ndarray, may_swing: bool = True) -> Feel:
    """How notes with these onsets (quarter notes, ascending, at least one) swing; not at all where their metre does not let them."""
    behind, noise = _strays(_placed(onsets)[1])
    if not may_swing:
        return Feel(None, 0, (), behind, noise)
    beats, places = _placed(onsets - behind)                # who is late everywhere does not swing more for it
    where, late = _pairs(beats, places)
    swung, ratio = _swung(late, places)
    first, last = int(beats[0]), int(beats[-1])
    mask: tuple[bool, ...] = ()
    if ratio is not None:
        nearest = np.searchsorted((where[1:] + where[:-1]) / 2, np.arange(first, last + 1))
        mask = tuple(swung[nearest].tolist())
    return Feel(ratio, first, mask, behind, noise)


def keeps_time(onsets: np.ndarray) -> bool:
    """Whether notes with these onsets (quarter notes) keep to the beat, its halves, thirds or quarters; a few notes always do."""
    turns = np.exp(2j * np.pi * np.outer(np.arange(1, 5), onsets))
    return len(onsets) < TELLING or bool((np.abs(turns.mean(axis=1)) >= LOOSE).any())


def straighten(onsets: np.ndarray, how: Feel) -> tuple[list[Fraction | None], set[int]]:
    """What each onset is read as, in quarter notes (None: as it was played), and the beats in which eighths were read as swung."""
    beats, places = _placed(onsets - how.behind)
    starts = [0, *(np.flatnonzero(np.diff(beats)) + 1).tolist(), len(places)]
    straight, swung = _divisions(0.5, False), _divisions(how.late, True)
    weight, read, leaning = 0.5 / how.noise**2, [], set()
    every, numbers = places.tolist(), beats.tolist()
    for low, high in zip(starts, starts[1:]):
        beat = numbers[low]
        units, lean = _read(every[low:high], swung if how.swings(beat) else straight, weight)
        read += [None if unit is None else position(UNITS * beat + unit, UNITS) for unit in units]
        if lean or lean is None and how.swings(beat):
            leaning.add(beat)
    return read, leaning


def unswung(places: np.ndarray, swings: np.ndarray, late: float) -> np.ndarray:
    """Positions in quarter notes with the beats that swing stretched back, so that ``late`` becomes the middle of the beat."""
    beats = np.floor(places)
    inside = places - beats
    even = np.where(inside < late, inside * (0.5 / late), 0.5 + (inside - late) * (0.5 / (1 - late)))
    return np.where(swings, beats + even, places)


def _placed(onsets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The beat of each onset, and its place in it."""
    beats = np.floor(onsets + EARLY)
    return beats.astype(np.int64), onsets - beats


def _pairs(beats: np.ndarray, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The beats with one note on the beat and one off it, and how far behind it that one is."""
    starts = np.flatnonzero(np.r_[True, beats[1:] != beats[:-1]])
    first = starts[np.diff(np.r_[starts, len(beats)]) == 2]
    late = places[first + 1] - places[first] / 2            # the beat lies between where it is and where it was played
    good = (np.abs(places[first]) <= EARLY) & (late > 0.38) & (late < 0.85)
    return beats[first][good], late[good]


def _swung(late: np.ndarray, places: np.ndarray) -> tuple[np.ndarray, float | None]:
    """Which pairs lie in a swung stretch, and the ratio of these; ``places`` are those of all notes in their beats."""
    if len(late) < FEWEST:
        return np.zeros(len(late), bool), None
    padded = np.pad(late, PAIRS // 2, mode="reflect" if len(late) > PAIRS // 2 else "edge")
    around = np.median(np.lib.stride_tricks.sliding_window_view(padded, PAIRS), axis=1)
    least = RATIOS[0] / (1 + RATIOS[0])
    swung = around >= least - 0.005
    if swung.sum() < max(FEWEST, RAREST * len(places)):
        return swung, None
    middle = float(np.median(late[swung]))
    ratio = round(middle / (1 - middle), 3)
    near = np.abs(late[swung] - middle) < np.abs(late[swung] - 0.5)
    dotted = ratio >= DOTTED and not (swung.mean() >= 0.75 and near.mean() >= 0.8 and _alone(middle, late[swung], places))
    return swung, ratio if near.mean() >= 0.6 and not dotted and RATIOS[0] - 0.02 <= ratio <= RATIOS[1] else None


def _alone(middle: float, late: np.ndarray, places: np.ndarray) -> bool:
    """Whether most notes off the beat are where the late ones of pairs are, and these not all on the sixteenth, as only who writes puts them."""
    off = places[(places > AROUND) & (places < 1 - EARLY)]
    written = np.median(np.abs(late - 0.75)) < NOISE[0]
    return not written and float((np.abs(off - middle) < AROUND / 2).mean()) >= ALONE


def _strays(places: np.ndarray) -> tuple[float, float]:
    """How far behind the beat the notes on it are, and how far they stray from there, as a standard deviation."""
    near = places[np.abs(places) <= AROUND]
    if not len(near):
        return 0.0, NOISE[0]
    behind = float(np.median(near))
    behind = behind if abs(behind) >= LAID_BACK else 0.0
    return behind, float(np.clip(1.4826 * np.median(np.abs(near - behind)), *NOISE))


Division = tuple[tuple[tuple[float, int], ...], float, bool]          # (place, the unit that it is read as), what it costs, whether it leans


def _divisions(late: float, swung: bool) -> list[Division]:
    """The ways to divide a beat."""
    even = [(tuple((unit / UNITS, unit) for unit in range(0, UNITS + 1, step)), cost, False) for step, cost in STRAIGHT]
    if not swung:
        return even
    halves = ((0.0, 0), (late, 12), (1.0, 24))
    quarters = ((0.0, 0), (late / 2, 6), (late, 12), ((1 + late) / 2, 18), (1.0, 24))
    return [(halves, 0.0, True), *even[1:], (quarters, SWUNG_SIXTEENTHS, True)]


def _read(places: list[float], divisions: list[Division], weight: float) -> tuple[list[int] | list[None], bool | None]:
    """The units of the notes of a beat, and whether they lean; None for both where no division is near."""
    best, chosen = AS_PLAYED, None
    for slots, cost, leans in divisions:
        if cost >= best:
            continue
        units, before = [], -1
        for place in places:
            far, unit = min((abs(place - slot), unit) for slot, unit in slots)
            if unit == before:
                cost = best
                break
            cost += weight * far * far
            units.append(unit)
            before = unit
        cost += SYNCOPE * (6 in units and 18 in units and 12 not in units)
        if cost < best:
            best, chosen = cost, (units, leans)
    return chosen or ([None] * len(places), None)
