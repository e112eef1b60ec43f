"""Naming chords from what sounds: how long each pitch class is heard in every beat, and which pitch is the lowest, to chord symbols.

Every beat is compared with each of a small vocabulary of jazz chords: the tones that a chord explains count for it, those that it does not count
against it, and so does a root, a third or a seventh of its own that is not heard; a bass on its root counts for it, more so on a bar line and where it begins,
and less so one on its fifth. The chords of the tune are the sequence that fits best when a change costs something, least on a bar line, more at half a
bar and most elsewhere, and less if the root falls by a fifth (Viterbi). Templates with a change penalty: Pardo & Birmingham, "Algorithms for Chordal
Analysis", Computer Music Journal 26 (2002). What each weighs was chosen by trying 80 jazz tunes as MMA (Musical MIDI Accompaniment) plays them in 25
styles and 46 songs of POP909 (Wang et al., ISMIR 2020), and tested on others. A bass that stays on another tone of the chord than its root makes a slash chord.

Conventions: pitch classes 0-11; weights are the share of a beat, 0 to 1; ``B`` beats, ``K`` chords, 12 for each kind.
"""

from dataclasses import dataclass

import numpy as np

from stages.harmony.chords import NO_CHORD, ROOTS, Chord, parse_chord

# The vocabulary: suffix, semitones above the root, and what its being rare costs.
KINDS = (
    ("M7", (0, 4, 7, 11), 0.0), ("7", (0, 4, 7, 10), 0.0), ("m7", (0, 3, 7, 10), 0.0), ("m7b5", (0, 3, 6, 10), 0.05), ("dim7", (0, 3, 6, 9), 0.1),
    ("6", (0, 4, 7, 9), 0.1), ("m6", (0, 3, 7, 9), 0.1), ("mM7", (0, 3, 7, 11), 0.2), ("7sus4", (0, 5, 7, 10), 0.05),
    ("", (0, 4, 7), 0.05), ("m", (0, 3, 7), 0.05), ("aug", (0, 4, 8), 0.4), ("dim", (0, 3, 6), 0.6),
    ("M7#11", (0, 4, 6, 7, 11), 0.25), ("7b9", (0, 1, 4, 7, 10), 0.15), ("7#9", (0, 3, 4, 7, 10), 0.2), ("7#11", (0, 4, 6, 7, 10), 0.25),
    ("7#5", (0, 4, 8, 10), 0.2), ("7alt", (0, 3, 4, 8, 10), 0.25), ("7b9b13", (0, 1, 4, 8, 10), 0.25),
)
FIFTH = 1.5                     # what a perfect fifth is worth, other tones of a chord being 1
COLOUR, OUTSIDE = 0.15, -1.6    # what the colour tones and the others are
MISSED, ROOTLESS = 0.5, 0.4     # what a tone of the chord other than root and perfect fifth costs that is not heard; what its root does
FULL = 2.4                      # pitch classes at once; more do not count for more
ON_ROOT = (1.5, 0.6, 0.5)       # a bass on the root: on a bar line, at half a bar, elsewhere
ON_FIFTH, OFF = 0.5, -0.2       # a bass on the fifth, a bass on no tone of the chord
ARRIVAL = 0.8                   # what it is worth that the bass is on the root where a chord begins
FALL = 0.9                      # what it is worth that the root falls by a fifth
CHANGE = (2.0, 2.3, 4.5)        # what a change costs on a bar line, at half a bar, elsewhere
STAYS = 0.7                     # share of a chord for which the bass must stay on a tone for a slash chord
PIECE, MARGIN = 1024, 64        # beats of a longer piece that are looked at in a row, many such pieces at once; beats around each that are looked at with it
AT_ONCE = 1024                  # beats that are compared with the chords at once, to save memory
SILENCE = 8                     # beats; a longer silence is no chord


@dataclass(frozen=True)
class Heard:
    """Chords by beat: (number of the beat from which it holds, chord), ascending from 0; how much of what sounds they explain, 0 to 1; how well they fit, a beat."""

    chords: tuple[tuple[int, Chord], ...]
    sure: float
    fit: float


def recognize(weights: np.ndarray, bass: np.ndarray, places: np.ndarray) -> Heard:
    """The chords of an accompaniment.

    Args:
        weights: (B, 12), the share of each beat for which a pitch class sounds.
        bass: (B,), the pitch class of the lowest note, -1 where nothing sounds.
        places: (B,), 0 for a beat on a bar line, 1 at half a bar, 2 elsewhere.
    """
    path, fit = _best_path(weights, bass, places)
    silent = _silences(weights)
    names = np.where(silent, -1, path)
    starts = [0, *(np.flatnonzero(np.diff(names)) + 1).tolist()]
    chords: list[tuple[int, Chord]] = []
    for start, end in zip(starts, [*starts[1:], len(names)]):
        chord = NO_CHORD if names[start] < 0 else _named(int(names[start]), bass[start:end])
        if not chords or chords[-1][1] != chord:
            chords.append((start, chord))
    return Heard(tuple(chords), _explained(weights, path), fit)


def _templates() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(K, 12) what each pitch class is worth, (K, 12) what its absence costs, (K,) what a chord costs."""
    worth, needed, cost = [], [], []
    for root in range(12):
        for suffix, tones, rare in KINDS:
            row = np.full(12, OUTSIDE)
            row[list(parse_chord("C" + suffix).colour)] = COLOUR
            row[list(tones)] = 1.0
            row[7] = FIFTH if 7 in tones else row[7]
            worth.append(np.roll(row, root))
            needed.append(np.roll([ROOTLESS, *(MISSED if tone in tones and tone != 7 else 0.0 for tone in range(1, 12))], root))
            cost.append(rare)
    return np.array(worth, np.float32), np.array(needed, np.float32), np.array(cost, np.float32)


WORTH, NEEDED, COST = _templates()
ROOT = np.repeat(np.arange(12), len(KINDS))                   # (K,)


def _lowest() -> np.ndarray:
    """(3, 12, K) what each lowest pitch class is worth to each chord, on a bar line, at half a bar and elsewhere."""
    within = WORTH.T >= 1
    above = (np.arange(12)[:, None] - ROOT) % 12
    worth = np.where(within, np.where(above == 7, ON_FIFTH, 0.0), OFF)
    return np.stack([np.where(above == 0, on_root, worth) for on_root in ON_ROOT]).astype(np.float32)


LOWEST = _lowest()


def _fit(weights: np.ndarray, bass: np.ndarray, places: np.ndarray) -> np.ndarray:
    """(B, K), how well each chord fits each beat."""
    total = weights.sum(axis=1)
    weights = weights.astype(np.float32)
    fit = (weights @ WORTH.T) / np.maximum(total / FULL, 1)[:, None]
    loud = np.minimum(total, 1)[:, None]                      # a beat that is half silent says half as much
    heard = np.minimum(weights / np.maximum(weights.max(axis=1), 1e-9)[:, None], 1)
    fit -= loud * ((1 - heard) @ NEEDED.T + COST)
    sounding = np.flatnonzero(bass >= 0)
    low = bass[sounding]
    fit[sounding] += loud[sounding] * LOWEST[places[sounding], low]
    return fit


def _best_path(weights: np.ndarray, bass: np.ndarray, places: np.ndarray) -> tuple[np.ndarray, float]:
    """The chord of every beat in the sequence with the best sum of fits less what its changes cost, and that sum, a beat."""
    count = len(weights)
    margin = MARGIN if count > PIECE else 0
    starts = np.arange(0, count, PIECE)
    beats = starts[:, None] + np.arange(min(count, PIECE) + 2 * margin) - margin            # (P, T), of which some are none
    some = (beats >= 0) & (beats < count)
    beats = np.where(some, beats, 0)
    columns = weights[beats] * some[:, :, None], np.where(some, bass[beats], -1), places[beats]
    paths, fit = _best_paths(*columns)
    inside = some[:, margin:margin + PIECE]
    return paths[:, margin:margin + PIECE][inside], fit


def _best_paths(weights: np.ndarray, bass: np.ndarray, places: np.ndarray) -> tuple[np.ndarray, float]:
    """The same of P pieces of T beats side by side, weights (P, T, 12): (P, T) chords, and the mean fit."""
    pieces, count, kinds, roots = *bass.shape, len(KINDS), np.arange(12)
    rows, stayed, source = np.arange(pieces), np.empty((count, pieces, 12, kinds), bool), np.empty((count, pieces, 12), np.int16)
    arrival = ARRIVAL * (np.arange(-1, 12)[:, None] == roots)                       # (13, 12), of each bass, none first
    gain = arrival[bass + 1] - np.array(CHANGE)[places][:, :, None]                 # (P, T, 12)
    best, falls = np.zeros((pieces, 12, kinds)), (roots + 7) % 12                   # the roots that a fifth falls from
    stride = max(AT_ONCE // pieces, 1)
    for start in range(0, count, stride):
        part = slice(start, start + stride)
        fits = _fit(weights[:, part].reshape(-1, 12), bass[:, part].ravel(), places[:, part].ravel()).reshape(pieces, -1, 12, kinds)
        for beat in range(start, start + fits.shape[1]):
            states, before = best.argmax(axis=2) + roots * kinds, best.max(axis=2)            # (P, 12), the best on each root
            top, highest = states[rows, before.argmax(axis=1)][:, None], before.max(axis=1)[:, None]
            fallen = before[:, falls] + FALL
            source[beat] = np.where(fallen > highest, states[:, falls], top)
            changed = (np.maximum(fallen, highest) + gain[:, beat])[:, :, None]
            stayed[beat] = best >= changed
            best = np.maximum(best, changed) + fits[:, beat - start]
    return _traced(best, stayed.reshape(count, pieces, -1), source), float(best.max(axis=(1, 2)).sum() / bass.size)


def _traced(best: np.ndarray, stayed: np.ndarray, source: np.ndarray) -> np.ndarray:
    """(P, T), the chords that lead to the best ones: (T, P, K) whether a chord stayed, (T, P, 12) from where it came on a root if not."""
    count, pieces = stayed.shape[:2]
    paths, rows = np.empty((pieces, count), np.int64), np.arange(pieces)
    paths[:, -1] = best.reshape(pieces, -1).argmax(axis=1)
    for beat in range(count - 1, 0, -1):
        now = paths[:, beat]
        paths[:, beat - 1] = np.where(stayed[beat, rows, now], now, source[beat, rows, now // len(KINDS)])
    return paths


def _silences(weights: np.ndarray) -> np.ndarray:
    """(B,), the beats in which there is no chord: those before the first sound, and long silences."""
    sounding = np.flatnonzero(weights.any(axis=1))
    silent = np.zeros(len(weights), bool)
    before = -1 - SILENCE                                    # so that what comes before the first sound is silent however short
    for beat in [*sounding.tolist(), len(weights)]:
        if beat - before - 1 >= SILENCE:
            silent[max(before + 1, 0):beat] = True
        before = beat
    return silent


def _named(number: int, bass: np.ndarray) -> Chord:
    """The chord with its bass: another tone than the root where the lowest note stays on it."""
    root, kind = divmod(number, len(KINDS))
    suffix, tones, _ = KINDS[kind]
    low = bass[bass >= 0]
    counts = np.bincount(low, minlength=12) if len(low) else np.zeros(12)
    most = int(counts.argmax())
    beneath = len(low) > 0 and most != root and counts[most] >= STAYS * len(low) and low[0] == most
    return parse_chord(ROOTS[root] + suffix + (f"/{ROOTS[most]}" if beneath else ""))


def _explained(weights: np.ndarray, path: np.ndarray) -> float:
    """The share of all that sounds that is a tone or a colour of its chord, from half of it (0), which any chord has by chance, to all (1)."""
    total = weights.sum()
    return max(0.0, 2 * float((weights * (WORTH[path] > 0)).sum() / total) - 1) if total else 0.0
