"""What the transformer is told at each note or rest: everything relative to the pitch before, so that every key is one key.

An *event* is a note or a rest, two symbols: its rhythm, then its pitch. Before the rhythm is chosen an event has the features ``before``, with the rhythm also those
of ``behind``. Both are numbers of rows of an embedding table (one row each is looked up) and a few real numbers.

Legend: n events, V symbols of which R are rhythms and P pitches or rests (numbered among themselves from 0, see ``Symbols``), B takes or solos side by side.
"""

from dataclasses import dataclass

import numpy as np

from stages.grammar.alphabet import DURATION, INTERVAL, KIND, PITCHED, RHYTHM
from stages.grammar.contexts import BAR, BAR_LENGTH, FAMILY, PITCH, PLACE, ROOT, TEMPO, TICKS, UNTIL_NEXT
from stages.harmony.scales import FAMILIES
from stages.improvisers.cache import Cache

CHORDS = ((5, 6, (7, 8, 9)), (10, 11, (12, 14)))            # of the chord and of the next: the columns of root, family, and the sets that are shown
NEAR = 12                                                   # semitones around the pitch before in which the last notes are remembered
LOWEST, PITCHES = 24, 88                                    # the pitches that are told apart, MIDI numbers
SUB = 24                                                    # places in a beat that are told apart
HALVES = 16                                                 # half beats in a bar
REGISTERS = np.arange(44, 90, 3)
TEMPI = np.array([1, 90, 120, 150, 190, 230])
WAITS = np.array([3, 6, 12, 18, 24, 36, 48, 72, 96, 144]) * TICKS // 12
PLACE_SIZES = (8, SUB, 8, 3, len(WAITS) + 1)                # beat, place in the beat, bar of eight, length of the bar, time to the next chord
CHORD_SIZES = (13, len(FAMILIES) + 1)
MASKS = 12 * sum(len(sets) for _, _, sets in CHORDS)
BEHIND_REALS = 1 + MASKS
ECHOES = 4                                                  # half a bar, one bar, two and four bars ago
DEGREES, NO_DEGREE = 13, 12                                 # semitones above the root of the chord; a rest, or a note without a chord
LONG = 2 * TICKS                                            # a note or rest from which on a new phrase begins
REMEMBERED = 96                                             # events whose onsets are remembered for the echoes


@dataclass(frozen=True)
class Events:
    """The features of n events; leading axes may be more than one.

    Args:
        rhythm, pitch: what was played, numbers among rhythms and among pitches, -1 for what is only padding.
        before, behind: rows of the embedding tables, int32 (n, columns). before_reals, behind_reals: float32 (n, columns).
        roots: semitones from the root of the chord and of the next up to the pitch before, 12 without a root, (n, 2). last: the pitch before, from LOWEST, (n,).
        own: the sets of the chord and of the next, relative to the pitch before, and the pitch classes remembered, float32 (n, sets, 12). near: pitches remembered, (n, 2 NEAR + 1).
        place, bar_length, wait: ticks, before the rhythm. clock: ticks since the start, rhythm included.
        places, lengths: how often events lately began at each place in the beat, (n, SUB), and had each rhythm, (n, R).
        echoes: whether an event began half a bar, one, two and four bars before the end of each rhythm, (n, ECHOES, R).
        rhythm_cache, pitch_cache: log-probabilities of the rhythms and of the steps by what this solo has done so far, and by what it has done from this place in the beat, or from
        this pitch, (n, 2, R) and (n, 2, steps); degree_cache: the same of degrees above the root of the chord, and over chords of this family, (n, 2, DEGREES).
        rhythm_known, pitch_known, degree_known: which orders of that have occurred in it, (n, KNOWN).
    """

    rhythm: np.ndarray
    pitch: np.ndarray
    before: np.ndarray
    before_reals: np.ndarray
    behind: np.ndarray
    behind_reals: np.ndarray
    roots: np.ndarray
    last: np.ndarray
    own: np.ndarray
    near: np.ndarray
    place: np.ndarray
    bar_length: np.ndarray
    wait: np.ndarray
    clock: np.ndarray
    places: np.ndarray
    lengths: np.ndarray
    echoes: np.ndarray
    rhythm_cache: np.ndarray
    rhythm_known: np.ndarray
    pitch_cache: np.ndarray
    pitch_known: np.ndarray
    degree_cache: np.ndarray
    degree_known: np.ndarray


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

    @property
    def before_reals(self) -> int:
        """How many real numbers are known before the rhythm."""
        return 4 + 2 * NEAR + 1 + 12 + 2 + MASKS + SUB + len(self.rhythms) + 3

    @property
    def before_sizes(self) -> tuple[int, ...]:
        """How many rows each column of ``before`` chooses from."""
        rhythms, pitches = len(self.rhythms) + 1, len(self.pitches) + 1
        return pitches, pitches, rhythms, rhythms, len(REGISTERS) + 1, len(TEMPI) + 1, *PLACE_SIZES, *CHORD_SIZES, *CHORD_SIZES

    @property
    def behind_sizes(self) -> tuple[int, ...]:
        """The same of ``behind``."""
        return len(self.rhythms) + 1, *PLACE_SIZES, *CHORD_SIZES, *CHORD_SIZES


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


def before_features(memory: Memory, contexts: np.ndarray) -> dict[str, np.ndarray]:
    """The fields of ``Events`` that are known before the rhythm, for B events at the places of ``contexts`` (B, F)."""
    contexts = contexts.astype(np.int64)
    last = contexts[:, PITCH]
    near, classes, spans = memory.recall(last)
    tempo = np.log(np.where(contexts[:, TEMPO] > 0, contexts[:, TEMPO], 160) / 160)
    masks = _masks(contexts)
    cache, known = memory.rhythm_cache.look(contexts[:, PLACE] % TICKS)
    columns = [*memory.pitches.T, *memory.rhythms.T, np.searchsorted(REGISTERS, last, side="right"), np.searchsorted(TEMPI, contexts[:, TEMPO], side="right"), *_place(contexts), *_chords(contexts)]
    return {
        "before": _rows(columns, memory.symbols.before_sizes),
        "before_reals": np.concatenate(
            [spans, near, classes, tempo[:, None], tempo[:, None] ** 2, masks.reshape(len(masks), MASKS), memory.places, memory.lengths, memory.phrase()], axis=1).astype(np.float32),
        "places": memory.places.astype(np.float32), "lengths": memory.lengths.astype(np.float32), "rhythm_cache": cache, "rhythm_known": known,
        "echoes": memory.echoes(contexts[:, BAR_LENGTH]).astype(np.float32),
        "place": contexts[:, PLACE], "bar_length": contexts[:, BAR_LENGTH], "wait": contexts[:, UNTIL_NEXT],
    }


def behind_features(memory: Memory, contexts: np.ndarray, rhythm: np.ndarray) -> dict[str, np.ndarray]:
    """The other fields, but for ``pitch``, where the numbers of the rhythms (B,) are chosen; ``contexts`` are those of the pitches."""
    contexts = contexts.astype(np.int64)
    last = contexts[:, PITCH]
    near, classes, _ = memory.recall(last)
    masks = _masks(contexts)
    durations = memory.symbols.durations[rhythm]
    cache, known = memory.pitch_cache.look(last)
    degree_cache, degree_known = memory.degrees(_from_root(contexts, ROOT), contexts[:, FAMILY])
    return {
        "pitch_cache": cache, "pitch_known": known, "degree_cache": degree_cache, "degree_known": degree_known,
        "rhythm": rhythm, "clock": memory.clock + durations,
        "behind": _rows([rhythm, *_place(contexts), *_chords(contexts)], memory.symbols.behind_sizes),
        "behind_reals": np.concatenate([np.log(np.maximum(durations, 40) / TICKS)[:, None] / 3, masks.reshape(len(masks), MASKS)], axis=1).astype(np.float32),
        "roots": np.stack([_from_root(contexts, column) for column, _, _ in CHORDS], axis=1), "last": np.clip(last - LOWEST, 0, PITCHES - 1),
        "own": np.concatenate([masks, classes[:, None]], axis=1).astype(np.float32), "near": near.astype(np.float32),
    }


def events_of(symbols: Symbols, solos: list[tuple[np.ndarray, np.ndarray]]) -> list[Events]:
    """The features of whole solos, each given as symbols (2 n,) and contexts (2 n, F); played side by side, event by event, as takes are."""
    longest = max(len(solo) // 2 for solo, _ in solos)
    solos = [(solo, contexts.astype(np.int64)) for solo, contexts in solos]
    rows: list[dict[str, np.ndarray]] = []
    going = np.array([len(solo) // 2 for solo, _ in solos])
    memory = Memory(symbols, len(solos))
    for event in range(longest):
        at = [min(event, many - 1) for many in going]                               # one that has ended stands still, and is cut off below
        rhythm, pitch = (np.array([symbols.number[solo[2 * place + side]] for (solo, _), place in zip(solos, at)]) for side in (0, 1))
        places, pitched = (np.array([contexts[2 * place + side] for (_, contexts), place in zip(solos, at)]) for side in (0, 1))
        following = np.array([contexts[min(2 * place + 2, len(contexts) - 1)] for (_, contexts), place in zip(solos, at)])
        rows.append(before_features(memory, places) | behind_features(memory, pitched, rhythm) | {"pitch": pitch})
        memory.push(rhythm, pitch, following[:, PITCH], following[:, PLACE])
    together = {name: np.stack([row[name] for row in rows], axis=1) for name in rows[0]}
    return [Events(**{name: array[solo, :many] for name, array in together.items()}) for solo, many in enumerate(going)]


def _rows(columns: list[np.ndarray], sizes: tuple[int, ...]) -> np.ndarray:
    """Rows of one table in which the tables of all columns stand behind one another, int32 (B, columns)."""
    return (np.stack(columns, axis=1) + np.cumsum([0, *sizes[:-1]])).astype(np.int32)


def _place(contexts: np.ndarray) -> list[np.ndarray]:
    place, length = contexts[:, PLACE], contexts[:, BAR_LENGTH]
    return [np.minimum(place // TICKS, 7), place % TICKS * SUB // TICKS, contexts[:, BAR] % 8, np.searchsorted([3 * TICKS + 1, 4 * TICKS + 1], length, side="right"),
            np.searchsorted(WAITS, contexts[:, UNTIL_NEXT], side="right")]


def _chords(contexts: np.ndarray) -> list[np.ndarray]:
    return [column for root, family, _ in CHORDS for column in (_from_root(contexts, root), contexts[:, family])]


def _from_root(contexts: np.ndarray, root: int) -> np.ndarray:
    return np.where(contexts[:, root] < 0, 12, (contexts[:, PITCH] - contexts[:, root]) % 12)


def _masks(contexts: np.ndarray) -> np.ndarray:
    """(B, sets, 12): whether the tone k semitones above the pitch before is in each of the sets."""
    classes = (contexts[:, [PITCH]] + np.arange(12)) % 12
    return np.stack([contexts[:, [column]] >> classes & 1 for _, _, sets in CHORDS for column in sets], axis=1).astype(np.float32)
