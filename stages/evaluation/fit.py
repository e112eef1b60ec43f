"""How well the notes fit their chords: by time, on the first beat and against the chord scale, each beside what chance would give.

Conventions: shares are 0 to 1, and each comes with its chance level: what evenly drawn pitch classes would score in the same places, the mean of (pitch classes
that count) / 12. Time under NC, and notes there, belong to no chord and are left out. nan where nothing is left to count. ``pitch.py`` counts chord tones by
the note, under the chord that sounds at the onset; by time, a note that is held into the next chord counts for each chord as long as it sounds over it.

Published shares differ mostly by what counts as a chord tone: here the tensions that the symbol names do, other available tensions do not (``harmony/chords.py``).

References: Hakimi, Bhonker & El-Yaniv, "BebopNet" (ISMIR 2020) (share of time inside the chord and inside the chord scale); Madaghiele, Lisena & Troncy,
"MINGUS" (ISMIR 2021) (the same by the note).
"""

from typing import NamedTuple

import numpy as np

from stages.evaluation.columns import columns, quarters
from stages.melody.solo import Solo

STEP = 2                            # semitones, the largest step


class Fit(NamedTuple):
    """What a solo has and what evenly drawn pitch classes would have in its place, both 0 to 1, both nan if nothing was counted."""

    share: float
    chance: float


def chord_tones_by_time(solo: Solo) -> Fit:
    """Time in which a tone of the chord sounding at that time is played / time in which a note sounds over a chord."""
    pitches, chords, times = _stretches(solo)
    return _fit(_table(solo, "tones"), pitches, chords, times)


def chord_tones_on_1(solo: Solo) -> Fit:
    """Notes that start exactly on a bar line with a tone of the chord there / notes that start on a bar line, under a chord."""
    found = columns(solo)
    return _fit(_table(solo, "tones"), found.pitches, _chords_at(solo, found.onsets), (found.places == 0).astype(float))


def scale_tones(solo: Solo) -> Fit:
    """Notes whose pitch class is in the chord scale of the chord at their onset, which holds its tones / notes under a chord that has a scale.

    Narrower than ``pitch.inside_share``, in which colour tones from outside the scale count, too.
    """
    found = columns(solo)
    return _fit(_table(solo, "scale"), found.pitches, _chords_at(solo, found.onsets), np.ones(len(found.onsets)))


def step_resolution(solo: Solo) -> float:
    """Of the notes that are no tone of their chord, the share whose next note is a tone of its own chord, at most a whole tone away and not the same pitch.

    Wider than ``pitch.approach_resolution``: scale and colour tones count as notes to resolve, whole tones as steps. A last note is not resolved.
    """
    found, table = columns(solo), _table(solo, "tones")
    chords = _chords_at(solo, found.onsets)
    under, tone = table[chords].any(axis=1), table[chords, found.pitches % 12]
    moves = np.abs(np.diff(found.pitches))
    resolved = np.append((moves >= 1) & (moves <= STEP) & under[1:] & tone[1:], False)[:len(tone)]
    outside = under & ~tone
    return float(resolved[outside].mean()) if outside.any() else float("nan")


def _fit(table: np.ndarray, pitches: np.ndarray, chords: np.ndarray, weights: np.ndarray) -> Fit:
    """The weighted share of pitches that are marked in the row of their chord; chords without a mark do not count."""
    marks = table[chords]
    weights = weights * marks.any(axis=1)
    whole = weights.sum()
    if not whole:
        return Fit(float("nan"), float("nan"))
    hits = marks[np.arange(len(pitches)), pitches % 12]
    return Fit(float(weights[hits].sum() / whole), float((weights * marks.mean(axis=1)).sum() / whole))


def _table(solo: Solo, which: str) -> np.ndarray:
    """For each chord of the changes, which pitch classes are among its ``tones`` or in its ``scale``: (chords, 12)."""
    table = np.zeros((len(solo.changes.chords), 12), bool)
    for row, (_, chord) in zip(table, solo.changes.chords):
        row[list(getattr(chord, which))] = True
    return table


def _chords_at(solo: Solo, onsets: np.ndarray) -> np.ndarray:
    """The number of the chord that sounds at each onset."""
    return np.searchsorted(_chord_onsets(solo), onsets, side="right") - 1


def _chord_onsets(solo: Solo) -> np.ndarray:
    return quarters([onset for onset, _ in solo.changes.chords])


def _stretches(solo: Solo) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Every note cut where the chord changes: pitch, number of the chord, quarter notes."""
    found, bounds = columns(solo), np.append(_chord_onsets(solo), np.inf)
    first, last = _chords_at(solo, found.onsets), np.searchsorted(bounds, found.ends, side="left") - 1
    parts = np.maximum(last - first, 0) + 1
    notes = np.repeat(np.arange(len(parts)), parts)
    chords = first[notes] + np.arange(len(notes)) - np.repeat(np.cumsum(parts) - parts, parts)
    times = np.minimum(found.ends[notes], bounds[chords + 1]) - np.maximum(found.onsets[notes], bounds[chords])
    return found.pitches[notes], chords, np.maximum(times, 0)


def evaluate(solo: Solo) -> dict[str, float]:
    """All of the above."""
    fits = {"chord_tone_time": chord_tones_by_time(solo), "chord_tone_on_1": chord_tones_on_1(solo), "scale": scale_tones(solo)}
    scores = {f"{name}_{part}": value for name, fit in fits.items() for part, value in fit._asdict().items()}
    return scores | {"step_resolution": step_resolution(solo)}
