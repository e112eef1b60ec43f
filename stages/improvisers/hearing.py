"""What a player knows when a symbol is due: of its own line, and of the chord relative to the pitch before.

Conventions: n places, V symbols, W the order; the newest stands first, NOTHING (-1) where nothing was played yet; ``contexts`` as in ``grammar/contexts.py``.
"""

from dataclasses import dataclass

import numpy as np

from stages.grammar.alphabet import AFTER_A, AFTER_X, CATEGORY, FREE, INTERVAL, KIND, PITCHED, RESTING, RHYTHM, A, X, consistent_pitches
from stages.grammar.contexts import FAMILY, PITCH, ROOT
from stages.grammar.windows import NOTHING
from stages.improvisers.plain import before

STEP, SKIP = 2, 4                                       # the largest of each, in semitones; what is larger is a leap
RESTED = 4                                              # the contour of a rest


@dataclass(frozen=True, eq=False)
class Heard:
    """What was played before n places.

    Args:
        played: 2 * rhythm symbol, + 1 where it rested, (n, W). pitches: symbols of pitches and rests, (n, W). note: the last that is no rest, (n,).
        rhythm: the one just chosen, (n,); where a rhythm is due it has no meaning.
    """

    played: np.ndarray
    pitches: np.ndarray
    note: np.ndarray
    rhythm: np.ndarray

    def at(self, places) -> "Heard":
        """Some of the places: booleans (n,) or a slice."""
        return Heard(self.played[places], self.pitches[places], self.note[places], self.rhythm[places])


def nothing_heard(takes: int, order: int) -> Heard:
    """Before the first symbol."""
    return Heard(*np.full((2, takes, order), NOTHING), *np.full((2, takes), NOTHING))


def then(heard: Heard, symbols: np.ndarray, alphabet: np.ndarray) -> Heard:
    """What was heard once the symbols (n,) were played too, NOTHING among them."""
    kinds, order = np.where(symbols < 0, NOTHING, alphabet[symbols, KIND]), heard.played.shape[1]
    ended = (kinds > RHYTHM)[:, None]
    played = np.column_stack([2 * heard.rhythm + (kinds == RESTING), heard.played])[:, :order]
    pitches = np.column_stack([symbols, heard.pitches])[:, :order]
    note, rhythm = np.where(kinds == PITCHED, symbols, heard.note), np.where(kinds == RHYTHM, symbols, heard.rhythm)
    return Heard(np.where(ended, played, heard.played), np.where(ended, pitches, heard.pitches), note, rhythm)


def hear(symbols: np.ndarray, alphabet: np.ndarray, order: int) -> Heard:
    """What was heard before each note or rest of a solo whose symbols are rhythm and pitch in turn, (T,); n is T / 2, rounded up."""
    rhythms = np.asarray(symbols[::2], int)
    pitches = np.append(symbols[1::2], [NOTHING] * (len(symbols) % 2)).astype(int)
    sounds = (pitches >= 0) & (alphabet[pitches, KIND] == PITCHED)
    last = np.append(-1, np.maximum.accumulate(np.where(sounds, np.arange(len(pitches)), -1)))[:-1]
    return Heard(before(2 * rhythms + ~sounds, order), before(pitches, order), np.where(last < 0, NOTHING, pitches[last]), rhythms)


def contours(pitches: np.ndarray, alphabet: np.ndarray) -> np.ndarray:
    """Direction and size of the intervals that pitch symbols (n, W) mean: 0 repeated, 1 step, 2 skip, 3 leap, negative downwards; or a rest; or -9, nothing."""
    intervals = alphabet[:, INTERVAL]
    sizes = np.sign(intervals) * (1 + (abs(intervals) > STEP) + (abs(intervals) > SKIP))
    return np.append(np.where(alphabet[:, KIND] == RESTING, RESTED, sizes), -9)[pitches]


def chord(contexts: np.ndarray) -> np.ndarray:
    """The chord at n places: its family, and its root relative to the pitch before, in one number, (n,); -1 for none."""
    return np.where(contexts[:, ROOT] < 0, NOTHING, 12 * contexts[:, FAMILY] + (contexts[:, PITCH] - contexts[:, ROOT]) % 12)


def consistent_notes(heard: Heard, contexts: np.ndarray, alphabet: np.ndarray) -> np.ndarray:
    """Which of the notes in the alphabet are consistent with the chords and with the note before: booleans (n, notes)."""
    category = alphabet[:, CATEGORY]
    asked = np.append(np.select([category == A, category == X], [AFTER_A, AFTER_X], FREE), FREE)[heard.note]
    idle = np.zeros(len(contexts), int)                 # durations and rests before, which matter to rests alone
    return consistent_pitches(contexts, idle, asked, idle > 0, alphabet)[:, alphabet[:, KIND] == PITCHED]
