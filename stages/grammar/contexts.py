"""The changes as integers: what an improviser may know of the place where its next symbol is about to stand.

A row has one column for each name in COLUMNS. Nothing in it looks ahead in the solo, only in the changes, which are known beforehand.

Conventions: times are ticks, 960 a quarter note; pitches are MIDI numbers; a set of pitch classes is a number whose bit k stands for pitch class k; a family
is its place in ``harmony/scales.py``, from 1. NC has the root -1, the family 0 and empty sets, and so has what follows the last chord. Tempo 0 is unknown.
"""

from functools import lru_cache

import numpy as np

from stages.grammar.abstract import anchor
from stages.grammar.tokens import Token
from stages.harmony.changes import Changes, slots_of
from stages.harmony.chords import NO_CHORD, Chord
from stages.harmony.scales import FAMILIES

TICKS = 960
CHORD_COLUMNS = ("root", "family", "tones", "colour", "scale")
COLUMNS = ("pitch_before", "place", "bar_length", "bar", "tempo", *CHORD_COLUMNS, *(f"next_{name}" for name in CHORD_COLUMNS), "until_next")
PITCH, PLACE, BAR_LENGTH, BAR, TEMPO, CHORD, NEXT, UNTIL_NEXT = 0, 1, 2, 3, 4, slice(5, 10), slice(10, 15), 15
ROOT, FAMILY, TONES, COLOUR, SCALE = 5, 6, 7, 8, 9
NUMBERS = {family: number for number, family in enumerate(FAMILIES, 1)}
LARGEST = np.iinfo(np.int16).max


class Score:
    """Encoded changes, in slots.

    Args:
        changes: what is played over. tempo: quarter notes a minute, None where unknown.
        divisions: slots a quarter note; every position of the changes must be a whole number of them.
    """

    def __init__(self, changes: Changes, tempo: float | None, divisions: int):
        self._changes, self._tempo, self._divisions = changes, round(tempo or 0), divisions
        self.length = slots_of(changes.length, divisions)

    def rows(self, slots: np.ndarray) -> np.ndarray:
        """The context at each of n positions: int16 (n, len(COLUMNS)); the pitch before is the anchor of a first note there (``grammar/abstract.py``)."""
        lines = np.array(self._changes.lines(self._divisions, max([self.length, *slots.tolist()])))
        bars = np.searchsorted(lines, slots, side="right") - 1
        onsets = np.array([slots_of(onset, self._divisions) for onset, _ in self._changes.chords])
        chords = [chord for _, chord in self._changes.chords]
        now = np.searchsorted(onsets, slots, side="right") - 1
        table = np.array([_chord_row(chord) for chord in [*chords, NO_CHORD]])
        anchors = np.array([anchor(onset, self._changes) for onset, _ in self._changes.chords])
        ends = np.append(onsets[1:], self.length)
        columns = [anchors[now], self._ticks(slots - lines[bars]), self._ticks(lines[bars + 1] - lines[bars]), bars, np.full(len(slots), self._tempo),
                   *table[now].T, *table[now + 1].T, self._ticks(np.maximum(ends[now] - slots, 0))]
        return np.minimum(np.stack(columns, axis=1), LARGEST).astype(np.int16)

    def _ticks(self, slots: np.ndarray) -> np.ndarray:
        return slots * TICKS // self._divisions


def contexts(tokens: list[Token], changes: Changes, tempo: float | None) -> np.ndarray:
    """The context of every token of a solo: int16 (tokens, len(COLUMNS)).

    Args:
        tokens: as ``abstract`` makes them over these changes.
    """
    divisions = int(np.lcm.reduce([*changes.denominators(), *(onset.denominator for onset, _ in changes.chords), *(token.duration.denominator for token in tokens)]))
    starts = np.cumsum([0, *(slots_of(token.duration, divisions) for token in tokens)])[:-1]
    rows = Score(changes, tempo, divisions).rows(starts)
    pitches, before = rows[:, PITCH].tolist(), None
    for place, token in enumerate(tokens):
        if before is None:
            before = None if token.rests else pitches[place] + token.interval
        else:
            pitches[place] = before
            before += token.interval            # 0 for a rest
    rows[:, PITCH] = pitches
    return rows


@lru_cache(maxsize=8192)
def _chord_row(chord: Chord) -> tuple[int, ...]:
    if not chord.sounds:
        return -1, 0, 0, 0, 0
    return chord.root, NUMBERS.get(chord.family, 0), *(sum(1 << tone for tone in tones) for tones in (chord.tones, chord.colour, chord.scale))
