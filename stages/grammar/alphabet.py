"""What the symbols of the woodshed grammar mean, as integers, and which of them can be meant at a place.

Over given changes the category of a note follows from its pitch, so of all the symbols only some are consistent: those whose interval leads to a pitch
of their category. Improvisers are scored and played over the consistent symbols alone. Each solo then is one row of symbols and each row
of consistent symbols one solo, so a likelihood is that of the notes themselves, and no choice of words can hide or add information.

Consistent are, of rhythms, all; of pitches:

* C, L or S where it is what the pitch is against the chord at its onset, A or X where the pitch is none of these;
* behind an A, only C or L a semitone away, behind an X all but those (``melody/categories.py``), rests aside;
* a rest, if it ends in its bar and does not go on from a rest in the same bar.

Conventions: V symbols; n places; ``contexts`` as in ``contexts.py``.
"""

from fractions import Fraction

import numpy as np

from stages.grammar.contexts import BAR_LENGTH, COLOUR, PITCH, PLACE, ROOT, SCALE, TICKS, TONES
from stages.grammar.tokens import REST
from stages.grammar.vocabulary import Vocabulary
from stages.melody.categories import APPROACH, OTHER
from stages.melody.categories import CHORD as CHORD_TONE
from stages.melody.categories import COLOUR as COLOUR_TONE
from stages.melody.categories import SCALE as SCALE_TONE

RHYTHM, PITCHED, RESTING = 0, 1, 2                                                  # kinds of symbols
KIND, DURATION, CATEGORY, INTERVAL = range(4)                                       # columns of an alphabet
CATEGORIES = (CHORD_TONE, COLOUR_TONE, SCALE_TONE, OTHER, APPROACH)
C, L, S, X, A = range(5)                                                            # their numbers
FREE, AFTER_A, AFTER_X = 0, 1, 2                                                    # what the note before asks for


def alphabet(vocabulary: Vocabulary) -> np.ndarray:
    """The meaning of each symbol: int32 (V, 4), its kind, duration in ticks (rounded down), number of its category, interval in semitones."""
    return np.array([_meaning(symbol) for symbol in vocabulary.symbols], np.int32).reshape(-1, 4)


def _meaning(symbol: str) -> tuple[int, int, int, int]:
    if symbol == REST:
        return RESTING, 0, 0, 0
    if symbol[0].isdigit():
        return RHYTHM, int(Fraction(symbol) * TICKS), 0, 0
    return PITCHED, 0, CATEGORIES.index(symbol[0]), int(symbol[1:])


def pitched(meanings: np.ndarray) -> np.ndarray:
    """Which symbols are a note's pitch: booleans (V,)."""
    return meanings[:, KIND] == PITCHED


def consistent(symbols: np.ndarray, contexts: np.ndarray, meanings: np.ndarray) -> np.ndarray:
    """Which symbols are consistent at each place of a solo, given those before: booleans (T, V).

    Args:
        symbols: of the solo, rhythm and pitch in turn, (T,). contexts: (T, F). meanings: what ``alphabet`` gives.
    """
    found = np.broadcast_to(meanings[:, KIND] == RHYTHM, (len(symbols), len(meanings))).copy()
    durations, pitches = meanings[symbols[::2], DURATION], meanings[symbols[1::2]]
    rests = pitches[:, KIND] == RESTING
    asked = np.select([rests, pitches[:, CATEGORY] == A, pitches[:, CATEGORY] == X], [-1, AFTER_A, AFTER_X], FREE)
    last = np.maximum.accumulate(np.where(asked >= 0, np.arange(len(asked)), -1))       # the latest note up to here
    asked = np.append(FREE, np.where(last >= 0, asked[last], FREE))[:-1]
    found[1::2] = consistent_pitches(contexts[1::2], durations, asked, np.append(False, rests)[:-1], meanings)
    return found


def consistent_pitches(contexts: np.ndarray, durations: np.ndarray, asked: np.ndarray, rested: np.ndarray, meanings: np.ndarray) -> np.ndarray:
    """Which symbols are consistent as the pitch at n places: booleans (n, V).

    Args:
        contexts: (n, F). durations: of the note or rest there, in ticks (n,). asked: FREE, AFTER_A or AFTER_X (n,). rested: whether a rest stands before (n,).
        meanings: what ``alphabet`` gives.
    """
    kind, _, category, interval = meanings.T
    own = categories_of_pitch_classes(contexts)                                                                      # (n, 12), of each pitch class
    reached = own[np.arange(len(own))[:, None], (contexts[:, [PITCH]] + interval) % 12]              # (n, V)
    resolution = (np.abs(interval) == 1) & (category <= L)
    notes = (kind == PITCHED) & (reached == np.where(category == A, X, category))
    notes &= np.where((asked == AFTER_A)[:, None], resolution, ~((asked == AFTER_X)[:, None] & resolution))
    goes_on, crosses = rested & (contexts[:, PLACE] > 0), contexts[:, PLACE] + durations > contexts[:, BAR_LENGTH]
    return notes | (kind == RESTING) & ~(goes_on | crosses)[:, None]


def categories_of_pitch_classes(contexts: np.ndarray) -> np.ndarray:
    """C, L, S or X of each pitch class against the chord at n places: (n, 12)."""
    tones, colour, scale = ((contexts[:, [column]] >> np.arange(12)) & 1 for column in (TONES, COLOUR, SCALE))
    return np.where(contexts[:, [ROOT]] < 0, C, np.select([tones == 1, colour == 1, scale == 1], [C, L, S], X))
