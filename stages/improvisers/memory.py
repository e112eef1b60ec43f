"""What takes have played so far, as the next event is told of it by ``features.py``: pitches and their range, rhythms, where phrases and events began, motifs.

Legend: V symbols of which R rhythms and P pitches or rests, numbered among themselves from 0; B takes side by side.
"""

import numpy as np

from stages.grammar.alphabet import DURATION, INTERVAL, KIND, PITCHED, RHYTHM
from stages.grammar.contexts import TICKS
from stages.improvisers.cache import Cache

NEAR = 12                                                   # semitones around the pitch before in which the last notes are remembered
SUB = 24                                                    # places in a beat that are told apart
ECHOES = 4                                                  # half a bar, one bar, two and four bars ago
DEGREES, NO_DEGREE = 13, 12                                 # semitones above the root of the chord; a rest, or a note without a chord
LONG = 2 * TICKS                                            # a note or rest from which on a new phrase begins
REMEMBERED = 96                                             # events whose onsets are remembered for the echoes


class Symbols:
    """The symbols of an alphabet (``grammar/alphabet.py``), rhythms and pitches apart.

    Args:
        alphabet: int32 (V, 4).
    """

    def __init__(self, alphabet: np.ndarray):
        rhythms = alphabet[:, KIND] == RHYTHM
        self.rhythms, self.pitches = np.flatnonzero(rhythms), np.flatnonzero(~rhythms)             # their numbers in the alphabet
        self.number = np.where(rhythms, np.cumsum(rhythms), np.cumsum(~rhythms)) - 1               # ... and back: (V,)
        self.durations = alphabet[rhythms, DURATION]                                               # ticks (R,)
        self.intervals, self.sounds = alphabet[~rhythms, INTERVAL], alphabet[~rhythms, KIND] == PITCHED     # (P,)
        # What a motif is told by: the interval, whatever its category, or that it rests.
        distinct, self.steps = np.unique(np.where(self.sounds, self.intervals, 1000), return_inverse=True)  # (P,) numbers of steps
        self.many_steps = len(distinct)


class Memory:
    """What B takes have played so far, as their next events are told: fading traces of pitches and pitch classes, the range, the last two events, where the last ones began, and the caches."""

    def __init__(self, symbols: Symbols, takes: int):
        self.symbols = symbols
        self.pitches, self.rhythms = np.full((takes, 2), len(symbols.pitches)), np.full((takes, 2), len(symbols.rhythms))       # the latest first
        self._traces, self._classes = np.zeros((takes, 128 + 2 * NEAR)), np.zeros((takes, 12))
        self._mean, self._many, self._high, self._low = np.zeros(takes), np.zeros(takes), np.full(takes, -np.inf), np.full(takes, np.inf)
        self.clock, self._phrase, self._many_in_phrase = np.zeros((3, takes), int)
        self._onsets = np.full((takes, REMEMBERED), -1_000_000)                                 # ticks since the start
        self.places, self.lengths = np.zeros((takes, SUB)), np.zeros((takes, len(symbols.rhythms)))
        self.rhythm_cache, self.pitch_cache, self._degree_cache = (Cache(size, takes) for size in (len(symbols.rhythms), symbols.many_steps, DEGREES))
        self._from_root = np.full(takes, NO_DEGREE)

    def push(self, rhythm: np.ndarray, pitch: np.ndarray, after: np.ndarray, place: np.ndarray) -> None:
        """Take the next events: numbers of their rhythms and pitches, the MIDI pitch that is now the one before, and the place (ticks) where the next event stands, (B,) each."""
        self.rhythm_cache.push(rhythm)
        self.pitch_cache.push(self.symbols.steps[pitch])
        degree = (self._from_root + self.symbols.intervals[pitch]) % 12
        self._degree_cache.push(np.where(self.symbols.sounds[pitch] & (self._from_root < NO_DEGREE), degree, NO_DEGREE))
        self._onsets = np.concatenate([self._onsets[:, 1:], self.clock[:, None]], axis=1)
        self.pitches = np.stack([pitch, self.pitches[:, 0]], axis=1)
        self.rhythms = np.stack([rhythm, self.rhythms[:, 0]], axis=1)
        self.clock = self.clock + self.symbols.durations[rhythm]
        new, takes = self.symbols.sounds[pitch], np.arange(len(pitch))
        self._begin_phrases(~new | (self.symbols.durations[rhythm] >= LONG))
        self.places, self.lengths = 0.92 * self.places, 0.88 * self.lengths
        self.places[takes, place % TICKS * SUB // TICKS] += 0.3
        self.lengths[takes, rhythm] += 0.3
        self._traces = np.where(new[:, None], 0.8 * self._traces, self._traces)
        self._traces[takes, after + NEAR] = np.where(new, 1, self._traces[takes, after + NEAR])
        self._classes = np.where(new[:, None], 0.97 * self._classes, self._classes)
        self._classes[takes, after % 12] += 0.1 * new
        seen = np.minimum(self._many, 40)
        self._mean = np.where(new, (self._mean * seen + after) / (seen + 1), self._mean)
        self._many = self._many + new
        self._high, self._low = np.where(new, np.maximum(self._high, after), self._high), np.where(new, np.minimum(self._low, after), self._low)

    def keep(self, takes: np.ndarray) -> None:
        """Forget all but some of the takes, booleans (B,)."""
        for cache in (self.rhythm_cache, self.pitch_cache, self._degree_cache):
            cache.keep(takes)
        vars(self).update({name: array[takes] for name, array in vars(self).items() if isinstance(array, np.ndarray)})

    def _begin_phrases(self, begun: np.ndarray) -> None:
        self._phrase, self._many_in_phrase = np.where(begun, self.clock, self._phrase), np.where(begun, 0, self._many_in_phrase + 1)

    def phrase(self) -> np.ndarray:
        """How long ago the phrase began, in two measures, and how many events it has so far, (B, 3)."""
        quarters = (self.clock - self._phrase) / TICKS
        return np.stack([np.minimum(quarters / 4, 1), np.minimum(quarters / 16, 2), np.minimum(self._many_in_phrase / 16, 2)], axis=1)

    def echoes(self, bar_length: np.ndarray) -> np.ndarray:
        """Whether an event began half a bar, one, two and four bars before the end of each rhythm from here: booleans (B, ECHOES, R)."""
        ago = np.maximum(bar_length, 1)[:, None] * np.array([1, 2, 4, 8]) // 2                        # (B, ECHOES)
        wanted = (self.clock[:, None, None] - ago[:, :, None] + self.symbols.durations)
        return (wanted[..., None] == self._onsets[:, None, None, :]).any(axis=3)

    def degrees(self, from_root: np.ndarray, family: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What to expect of the next degree, as ``Cache.look`` over DEGREES, and over what the next ``push`` is played: semitones from the root up to the pitch before, and the chord's family (B,)."""
        self._from_root = from_root
        return self._degree_cache.look(family)

    def recall(self, before: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Relative to the pitch before, (B,): traces of pitches (B, 2 NEAR + 1) and of pitch classes (B, 12), and the range (B, 4)."""
        near = np.take_along_axis(self._traces, before[:, None] + np.arange(2 * NEAR + 1), axis=1)
        classes = np.take_along_axis(self._classes, (before[:, None] + np.arange(12)) % 12, axis=1)
        played = self._many > 0
        spans = [np.where(played, before - self._mean, 0) / 8, np.where(played, self._high - before, 0) / 12, np.where(played, before - self._low, 0) / 12, (before - 66) / 12]
        return near, classes, np.stack(spans, axis=1)
