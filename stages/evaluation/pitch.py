"""Which notes a solo plays: against its chords, as a distribution of pitch classes, and from note to note.

Conventions: a note belongs to the chord that sounds at its onset; notes under NC belong to none and are left out wherever chords matter. Shares are 0 to 1,
entropies bits, intervals semitones. A metric is nan where a solo has nothing to count.

Human improvisers stand far from the extremes in all of these. A share of chord tones means little without its chance level (a chord of five
tones is hit more easily than a triad), so the two are given together. Chord, colour and scale tones: ``harmony/chords.py``.

References: Wu & Yang, "The Jazz Transformer on the Front Line" (ISMIR 2020), and its program MusDr (H); Keller & Morrison, "A Grammatical
Approach to Automatic Improvisation" (SMC 2007) (approach tones).
"""

import math
from collections.abc import Iterator
from itertools import pairwise, zip_longest

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from stages.evaluation.columns import columns
from stages.evaluation.spread import mean
from stages.harmony.chords import Chord
from stages.melody.categories import APPROACH, OTHER, categories
from stages.melody.solo import Solo

# size of an interval: the smallest and the largest number of semitones, up or down
SIZES = {"repeats": (0, 0), "steps": (1, 2), "thirds": (3, 4), "leaps": (5, 7), "wide_leaps": (8, 127)}


def chord_tone_share(solo: Solo) -> float:
    """Notes whose pitch class is a tone of their chord (named tensions included) / notes under a chord."""
    return mean(note.pitch % 12 in chord.tones for note, chord in _under_chords(solo))


def chord_tone_chance(solo: Solo) -> float:
    """What ``chord_tone_share`` is for evenly drawn pitch classes: the mean of (tones of the chord) / 12 over the same notes."""
    return mean(len(chord.tones) / 12 for _, chord in _under_chords(solo))


def inside_share(solo: Solo) -> float:
    """Notes that are chord, colour or scale tones of their chord / notes under a chord."""
    return mean(note.pitch % 12 in _inside(chord) for note, chord in _under_chords(solo))


def inside_chance(solo: Solo) -> float:
    """What ``inside_share`` is for evenly drawn pitch classes: the mean of (chord, colour and scale tones) / 12 over the same notes."""
    return mean(len(_inside(chord)) / 12 for _, chord in _under_chords(solo))


def approach_resolution(solo: Solo) -> float:
    """A / (A + X): of the notes outside chord, colour and scale, the share that moves by a semitone into a chord or colour tone, which there is none of under NC."""
    sounds = [solo.changes.at(note.onset).sounds for note in solo.notes]
    outside = [category == APPROACH and into for category, into in zip_longest(categories(solo), sounds[1:]) if category in (APPROACH, OTHER)]
    return mean(outside)


def pitch_class_entropy(solo: Solo, bars: int) -> float:
    """H_k of MusDr, in bits, 0 to log2(12) = 3.58.

    The mean over all windows of k = ``bars`` bars (one starts on every bar; windows without a note are left out) of -sum(p_i log2 p_i), p_i being the
    share of the window's note onsets on pitch class i, whatever their durations. nan if the solo is shorter than k bars.
    """
    histograms = _histograms(solo)
    if len(histograms) < bars:
        return math.nan
    windows = sliding_window_view(histograms, bars, axis=0).sum(axis=-1)  # (windows, 12)
    return mean(_entropies(windows[windows.any(axis=1)]).tolist())


def interval_share(solo: Solo, low: int, high: int) -> float:
    """Successive pairs of notes that lie ``low`` to ``high`` semitones apart, up or down / all successive pairs, across rests too."""
    return mean(low <= abs(after.pitch - note.pitch) <= high for note, after in pairwise(solo.notes))


def pitch_range(solo: Solo) -> float:
    """Semitones from the lowest to the highest note."""
    pitches = [note.pitch for note in solo.notes]
    return float(max(pitches) - min(pitches)) if pitches else math.nan


def pitches_used(solo: Solo) -> float:
    """How many different pitches there are."""
    return float(len({note.pitch for note in solo.notes}))


def pitch_classes_used(solo: Solo) -> float:
    """How many different pitch classes there are, 0 to 12."""
    return float(len({note.pitch % 12 for note in solo.notes}))


def _under_chords(solo: Solo) -> Iterator[tuple]:
    """(note, chord) of every note whose chord is not NC."""
    for note in solo.notes:
        chord = solo.changes.at(note.onset)
        if chord.sounds:
            yield note, chord


def _inside(chord: Chord) -> set[int]:
    return {*chord.tones, *chord.colour, *chord.scale}


def _histograms(solo: Solo) -> np.ndarray:
    """Note onsets by bar and pitch class, (bars, 12)."""
    found = columns(solo)
    counts = np.zeros((found.n_bars, 12), dtype=int)
    np.add.at(counts, (found.bars, found.pitches % 12), 1)
    return counts


def _entropies(counts: np.ndarray) -> np.ndarray:
    """The entropy in bits of each row, (rows, 12), none of which is empty."""
    shares = counts / counts.sum(axis=1, keepdims=True)
    return -(shares * np.log2(shares, out=np.zeros_like(shares), where=shares > 0)).sum(axis=1) + 0.0


def evaluate(solo: Solo) -> dict[str, float]:
    """All of the above."""
    scores = {
        "chord_tone_share": chord_tone_share(solo),
        "chord_tone_chance": chord_tone_chance(solo),
        "inside_share": inside_share(solo),
        "inside_chance": inside_chance(solo),
        "approach_resolution": approach_resolution(solo),
        "entropy_1_bar": pitch_class_entropy(solo, 1),
        "entropy_4_bars": pitch_class_entropy(solo, 4),
        "pitch_range": pitch_range(solo),
        "pitches_used": pitches_used(solo),
        "pitch_classes_used": pitch_classes_used(solo),
    }
    return scores | {f"interval_{name}": interval_share(solo, low, high) for name, (low, high) in SIZES.items()}
