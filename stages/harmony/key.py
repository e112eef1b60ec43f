"""The key of a melody, and simple changes for it where nobody wrote or plays any.

The key is the one whose profile is nearest to how long each pitch class sounds: the profiles of Albrecht & Shanahan, "The Use of Large Corpora to
Train a New Type of Key-Finding Algorithm" (Music Perception 31, 2013), compared by Euclidean distance as there. Changes are the seventh chords of
that key, chosen for stretches (a bar or half of one) by how much of the melody they explain and by the usual steps of functional harmony: falling
fifths, then thirds; beginning and ending at home (Viterbi).

Conventions: a key is its number of sharps, negative for flats; pitch classes 0-11; weights are durations in any unit.
"""

from dataclasses import dataclass

import numpy as np

from stages.harmony.chords import ROOTS, Chord, parse_chord

MAJOR = (0.238, 0.006, 0.111, 0.006, 0.137, 0.094, 0.016, 0.214, 0.009, 0.080, 0.008, 0.081)
MINOR = (0.220, 0.006, 0.104, 0.123, 0.019, 0.103, 0.012, 0.214, 0.062, 0.022, 0.061, 0.052)
SHARPS = (0, -5, 2, -3, 4, -1, 6, 1, -4, 3, -2, 5)              # of the major key on each pitch class
# The chords of a key: semitones above the tonic, suffix.
DEGREES = {
    False: ((0, "M7"), (2, "m7"), (4, "m7"), (5, "M7"), (7, "7"), (9, "m7"), (11, "m7b5")),
    True: ((0, "m6"), (2, "m7b5"), (3, "M7"), (5, "m7"), (7, "7"), (8, "M7"), (10, "7")),
}
RARE = (0.0, 0.0, 0.25, 0.1, 0.0, 0.1, 0.35)                    # what each degree costs
# What a step costs, by how many degrees of the scale it goes up: falling fifths (3) are cheapest, then falling thirds (5) and seconds up (1).
STEPS = (0.0, 0.35, 0.6, 0.1, 0.4, 0.3, 0.5)
CHANGE = (0.15, 1.2)                                            # what any change costs: on a bar line, elsewhere
HARDLY = 1.2                                                    # how much farther than the best key one may be that agrees all the same
HOME = 0.4                                                      # what it is worth to begin or end on the tonic


@dataclass(frozen=True)
class Key:
    """A key: its tonic as a pitch class, whether it is minor, and how sure that is, 0 to 1."""

    tonic: int
    minor: bool
    sure: float

    @property
    def sharps(self) -> int:
        """The number of sharps of its signature, negative for flats."""
        return SHARPS[(self.tonic + 3 * self.minor) % 12]


def estimate_key(weights: np.ndarray) -> Key:
    """The key in which pitch classes sound for so long; ``weights`` (12,), C first."""
    total = weights.sum()
    shares = weights / total if total else np.full(12, 1 / 12)
    distances = np.array([np.linalg.norm(shares - np.roll(profile, tonic)) for profile in (MAJOR, MINOR) for tonic in range(12)])
    best = int(distances.argmin())
    found = Key(best % 12, best >= 12, 0.0)
    signatures = np.array([Key(number % 12, number >= 12, 0.0).sharps for number in range(24)])
    second = distances[signatures != found.sharps].min()
    sure = 1 - float(distances[best] / second) if second else 0.0
    return Key(found.tonic, found.minor, round(min(0.95, 0.5 + 1.5 * sure), 3) if total else 0.0)


def in_signature(sharps: int, weights: np.ndarray) -> bool:
    """Whether pitch classes that sound for so long agree with a signature: its keys fit them hardly worse than the best one does."""
    best, own = estimate_key(weights), key_of_signature(sharps, weights)
    return best.sharps == own.sharps or _distance(own, weights) <= HARDLY * _distance(best, weights)


def key_of_signature(sharps: int, weights: np.ndarray) -> Key:
    """The major or the minor key of a signature, whichever is nearer to how long the pitch classes sound."""
    tonic = SHARPS.index({-7: 5, -6: 6, 7: -5}.get(sharps, sharps))
    keys = (Key(tonic, False, 1.0), Key((tonic + 9) % 12, True, 1.0))
    return min(keys, key=lambda key: _distance(key, weights))


def _distance(key: Key, weights: np.ndarray) -> float:
    """How far the profile of a key is from how long the pitch classes sound."""
    total = weights.sum()
    shares = weights / total if total else np.full(12, 1 / 12)
    return float(np.linalg.norm(shares - np.roll(MINOR if key.minor else MAJOR, key.tonic)))


def harmonize(weights: np.ndarray, on_bar: np.ndarray, key: Key) -> tuple[list[Chord], float]:
    """Changes for a melody.

    Args:
        weights: (B, 12), how long each pitch class sounds in each stretch.
        on_bar: (B,), whether a stretch begins a bar.

    Returns:
        A chord for each stretch, and the share of the melody that is made of their tones.
    """
    chords = [parse_chord(ROOTS[(key.tonic + above) % 12] + suffix) for above, suffix in DEGREES[key.minor]]
    tones = np.array([[float(pitch_class in chord.tones) for pitch_class in range(12)] for chord in chords])      # (7, 12)
    tones[np.arange(7), [chord.root for chord in chords]] = 1.15
    total = weights.sum(axis=1, keepdims=True)
    shares = weights / np.maximum(total, 1e-9)
    fit = 2 * (shares @ tones.T) - np.array(RARE)
    path = _best_path(fit, on_bar)
    explained = (weights * (tones[path] > 0)).sum() / max(weights.sum(), 1e-9)
    return [chords[degree] for degree in path], float(explained)


def _best_path(fit: np.ndarray, on_bar: np.ndarray) -> list[int]:
    """The degree of every stretch in the sequence that fits best."""
    steps = np.array([[STEPS[(to - origin) % 7] for to in range(7)] for origin in range(7)])
    moves = 1.0 - np.eye(7)
    home = HOME * (np.arange(7) == 0)
    best, came = fit[0] + home, np.zeros(fit.shape, np.int64)
    for stretch in range(1, len(fit)):
        scores = best[:, None] - steps - moves * CHANGE[0 if on_bar[stretch] else 1]
        came[stretch] = scores.argmax(axis=0)
        best = scores.max(axis=0) + fit[stretch]
    path = [int((best + home).argmax())]
    for stretch in range(len(fit) - 1, 0, -1):
        path.append(int(came[stretch, path[-1]]))
    return path[::-1]
