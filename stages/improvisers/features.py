"""What the transformer is told at each note or rest: everything relative to the pitch before, so that every key is one key.

An *event* is a note or a rest, two symbols: its rhythm, then its pitch. Before the rhythm is chosen an event has the features ``before``, with the rhythm also those
of ``behind``. Both are numbers of rows of an embedding table (one row each is looked up) and a few real numbers.

Legend: n events, V symbols of which R are rhythms and P pitches or rests (numbered among themselves from 0, see ``Symbols``), B takes or solos side by side.
"""

from dataclasses import dataclass

import numpy as np

from stages.grammar.contexts import BAR, BAR_LENGTH, FAMILY, PITCH, PLACE, ROOT, TEMPO, TICKS, UNTIL_NEXT
from stages.harmony.scales import FAMILIES
from stages.improvisers.memory import NEAR, SUB, Memory, Symbols

CHORDS = ((5, 6, (7, 8, 9)), (10, 11, (12, 14)))            # of the chord and of the next: the columns of root, family, and the sets that are shown
LOWEST, PITCHES = 24, 88                                    # the pitches that are told apart, MIDI numbers
HALVES = 16                                                 # half beats in a bar
REGISTERS = np.arange(44, 90, 3)
TEMPI = np.array([1, 90, 120, 150, 190, 230])
WAITS = np.array([3, 6, 12, 18, 24, 36, 48, 72, 96, 144]) * TICKS // 12
PLACE_SIZES = (8, SUB, 8, 3, len(WAITS) + 1)                # beat, place in the beat, bar of eight, length of the bar, time to the next chord
CHORD_SIZES = (13, len(FAMILIES) + 1)
MASKS = 12 * sum(len(sets) for _, _, sets in CHORDS)
BEHIND_REALS = 1 + MASKS


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


def before_sizes(symbols: Symbols) -> tuple[int, ...]:
    """How many rows each column of ``before`` chooses from."""
    rhythms, pitches = len(symbols.rhythms) + 1, len(symbols.pitches) + 1
    return pitches, pitches, rhythms, rhythms, len(REGISTERS) + 1, len(TEMPI) + 1, *PLACE_SIZES, *CHORD_SIZES, *CHORD_SIZES


def behind_sizes(symbols: Symbols) -> tuple[int, ...]:
    """The same of ``behind``."""
    return len(symbols.rhythms) + 1, *PLACE_SIZES, *CHORD_SIZES, *CHORD_SIZES


def many_before_reals(symbols: Symbols) -> int:
    """How many real numbers are known before the rhythm."""
    return 4 + 2 * NEAR + 1 + 12 + 2 + MASKS + SUB + len(symbols.rhythms) + 3


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
        "before": _rows(columns, before_sizes(memory.symbols)),
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
        "behind": _rows([rhythm, *_place(contexts), *_chords(contexts)], behind_sizes(memory.symbols)),
        "behind_reals": np.concatenate([np.log(np.maximum(durations, 40) / TICKS)[:, None] / 3, masks.reshape(len(masks), MASKS)], axis=1).astype(np.float32),
        "roots": np.stack([_from_root(contexts, column) for column, _, _ in CHORDS], axis=1), "last": np.clip(last - LOWEST, 0, PITCHES - 1),
        "own": np.concatenate([masks, classes[:, None]], axis=1).astype(np.float32), "near": near.astype(np.float32),
    }


def events_of(symbols: Symbols, solos: list[tuple[np.ndarray, np.ndarray]]) -> list[Events]:
    """The features of whole solos, each given as symbols (2 n,) and contexts (2 n, F); played side by side, event by event, as takes are."""
    many = np.array([len(solo) // 2 for solo, _ in solos])
    memory, playing, together = Memory(symbols, len(solos)), np.arange(len(solos)), {}
    for event in range(many.max()):
        going = many[playing] > event
        if not going.all():
            memory.keep(going)
            playing = playing[going]
        rhythm, pitch = (np.array([symbols.number[solos[number][0][2 * event + side]] for number in playing]) for side in (0, 1))
        places, pitched, following = (np.array([contexts[min(2 * event + ahead, len(contexts) - 1)] for contexts in (solos[number][1] for number in playing)], int) for ahead in (0, 1, 2))
        row = before_features(memory, places) | behind_features(memory, pitched, rhythm) | {"pitch": pitch}
        memory.push(rhythm, pitch, following[:, PITCH], following[:, PLACE])
        for name, array in row.items():
            together.setdefault(name, np.zeros((len(solos), many.max(), *array.shape[1:]), array.dtype))[playing, event] = array
    return [Events(**{name: array[solo, :length] for name, array in together.items()}) for solo, length in enumerate(many)]


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
