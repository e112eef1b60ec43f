"""When a solo plays: its grooves, its note values, its phrases and its rests.

Conventions: durations are quarter notes, shares 0 to 1. Positions in a bar are counted in 16 slots a quarter note, from 0; a note between two slots counts to
the earlier one, so that it never leaves its bar. A metric is nan where a solo has nothing to count.

Reference: Wu & Yang, "The Jazz Transformer on the Front Line" (ISMIR 2020), and its program MusDr, for GS. Two differences: MusDr draws at
most 1,000 pairs of bars without a seed, here every pair counts; MusDr knows 4/4 only (64 slots), here a bar has as many slots as it needs.
"""

import math
from fractions import Fraction
from math import lcm
from operator import add

import numpy as np

from stages.evaluation.columns import columns
from stages.melody.solo import Solo

SLOTS = 16                          # a quarter note
BREATH = Fraction(1)                # the shortest rest, in quarter notes, that ends a phrase


def grooving_similarity(solo: Solo, empty_bars: bool = True) -> float:
    """GS of MusDr: how alike the rhythms of any two bars are, 1 if all are the same.

    The mean over all pairs of bars (a, b) of 1 - sum_s(a_s XOR b_s) / S, where a_s is 1 if a note starts in slot s of the bar and S is the number of
    slots. If c_s of the n bars have an onset in slot s, c_s (n - c_s) pairs differ there, hence GS = 1 - sum_s c_s (n - c_s) / (S n (n - 1) / 2).

    Args:
        empty_bars: count bars without an onset too, as MusDr does; any two of these are alike, so a sparse solo scores high. False leaves them out.

    Returns:
        nan with fewer than two bars.
    """
    onsets = _onset_slots(solo)
    if not empty_bars:
        onsets = onsets[onsets.any(axis=1)]
    bars, slots = onsets.shape
    if bars < 2:
        return math.nan
    counts = onsets.sum(axis=0)
    return 1 - float((counts * (bars - counts)).sum()) / (slots * bars * (bars - 1) / 2)


def note_duration(solo: Solo, quantile: float) -> float:
    """The quantile (0 to 1, linear between neighbours) of the durations of the notes, in quarter notes."""
    return _quantile([note.duration for note in solo.notes], quantile)


def notes_per_quarter(solo: Solo) -> float:
    """Notes / length of the changes in quarter notes."""
    return len(solo.notes) / float(solo.changes.length)


def notes_per_bar(solo: Solo) -> float:
    """Notes / bars of the changes."""
    return len(solo.notes) / solo.changes.bars


def rests(solo: Solo) -> list[Fraction]:
    """The gaps in which nothing sounds, in quarter notes: before the first note, between notes and up to the end of the changes."""
    onsets, ends, length, parts = _in_parts(solo)
    return [Fraction(start - end, parts) for end, start in zip([0, *ends], [*onsets, length], strict=True) if start > end]


def rest_share(solo: Solo) -> float:
    """Sum of the rests / length of the changes."""
    return float(sum(rests(solo)) / solo.changes.length)


def rest_duration(solo: Solo, quantile: float) -> float:
    """The quantile (0 to 1, linear between neighbours) of the rests, in quarter notes."""
    return _quantile(rests(solo), quantile)


def phrases(solo: Solo) -> list[tuple[int, Fraction]]:
    """Notes, and quarter notes from the first onset to the last end, of every phrase: the notes between two rests of at least a quarter note."""
    onsets, ends, _, parts = _in_parts(solo)
    breath = math.ceil(BREATH * parts)
    begins = [place for place, onset in enumerate(onsets) if place == 0 or onset - ends[place - 1] >= breath]
    return [(after - begin, Fraction(ends[after - 1] - onsets[begin], parts)) for begin, after in zip(begins, [*begins[1:], len(onsets)])]


def notes_per_phrase(solo: Solo) -> float:
    """Notes / phrases."""
    found = phrases(solo)
    return len(solo.notes) / len(found) if found else math.nan


def phrase_duration(solo: Solo, quantile: float) -> float:
    """The quantile (0 to 1, linear between neighbours) of the durations of the phrases, in quarter notes."""
    return _quantile([duration for _, duration in phrases(solo)], quantile)


def _in_parts(solo: Solo) -> tuple[list[int], list[int], int, int]:
    """Onsets, ends and the length of the changes in parts of a quarter note, and how many parts it has: exact as fractions are, and much faster."""
    times = [*(note.onset for note in solo.notes), *(note.duration for note in solo.notes), solo.changes.length]
    ratios = [time.as_integer_ratio() for time in times]
    parts = lcm(*{under for _, under in ratios})
    *slots, length = [over * (parts // under) for over, under in ratios]
    onsets = slots[:len(solo.notes)]
    return onsets, list(map(add, onsets, slots[len(solo.notes):])), length, parts


def _onset_slots(solo: Solo) -> np.ndarray:
    """Which slots of which bar a note starts in, (bars, slots); as many slots as the longest bar has."""
    changes, found = solo.changes, columns(solo)
    longest = max(Fraction(4 * beats, unit) for beats, unit in (changes.metre, *(metre for _, metre in changes.metre_changes)))
    onsets = np.zeros((found.n_bars, math.ceil(longest * SLOTS)), dtype=bool)
    onsets[found.bars, (found.places * SLOTS).astype(np.int64)] = True
    return onsets


def _quantile(durations: list[Fraction], quantile: float) -> float:
    """As np.quantile, which takes ten times as long for the few numbers that a chunk has."""
    if not durations:
        return math.nan
    ordered = sorted(over / under for over, under in (time.as_integer_ratio() for time in durations))
    place = quantile * (len(ordered) - 1)
    low = ordered[int(place)]
    return low + (ordered[min(int(place) + 1, len(ordered) - 1)] - low) * (place - int(place))


def evaluate(solo: Solo) -> dict[str, float]:
    """All of the above."""
    return {
        "grooving_similarity": grooving_similarity(solo),
        "grooving_similarity_played_bars": grooving_similarity(solo, empty_bars=False),
        "note_duration_p10": note_duration(solo, 0.1),
        "note_duration_median": note_duration(solo, 0.5),
        "note_duration_p90": note_duration(solo, 0.9),
        "notes_per_quarter": notes_per_quarter(solo),
        "notes_per_bar": notes_per_bar(solo),
        "notes_per_phrase": notes_per_phrase(solo),
        "phrase_duration_median": phrase_duration(solo, 0.5),
        "phrase_duration_p90": phrase_duration(solo, 0.9),
        "rest_share": rest_share(solo),
        "rest_duration_median": rest_duration(solo, 0.5),
        "rest_duration_p90": rest_duration(solo, 0.9),
    }
