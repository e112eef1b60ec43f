"""What may come next, so that takes fill their charts exactly, to the beat, and stay in time.

An improviser proposes symbols, for many takes at once; a filling says at each step which ones are allowed. A duration is allowed where in a beat the
soloists of the corpus have begun it, so that a line never slips beside the beat and a triplet is never left half. And no rest of the chart remains that
such durations cannot fill: from where the end can be reached is known in advance (the coin change problem, by dynamic programming). A pitch is
allowed where it is consistent with the chords (``alphabet.py``) and within the compass: what is asked for is what sounds.

Legend: B takes, V symbols, F context columns (``contexts.py``).
"""

from collections import Counter
from fractions import Fraction
from math import lcm

import numpy as np

from stages.grammar import GrammarError
from stages.grammar.alphabet import (
    AFTER_A,
    AFTER_X,
    CATEGORIES,
    CATEGORY,
    FREE,
    KIND,
    PITCHED,
    RESTING,
    RHYTHM,
    A,
    L,
    X,
    alphabet,
    categories_of_pitch_classes,
    consistent_pitches,
)
from stages.grammar.contexts import PITCH, Score
from stages.grammar.realize import nearest
from stages.grammar.tokens import Token
from stages.grammar.vocabulary import Vocabulary
from stages.melody.categories import OTHER
from stages.melody.solo import Solo


class Count:
    """Takes of so many symbols, each of them allowed anywhere (the notebook's 50 values)."""

    only_heard = False          # no symbol that is not part of a take

    def __init__(self, takes: int, symbols: int, n_values: int):
        self._left, self._all = symbols, np.ones((takes, n_values), dtype=bool)

    @property
    def full(self) -> np.ndarray:
        """Which takes are complete: booleans (B,)."""
        return np.full(len(self._all), self._left == 0)

    def contexts(self) -> np.ndarray:
        """The seed knows nothing of the place where its next value stands: int16 (B, 0)."""
        return np.zeros((len(self._all), 0), np.int16)

    def allowed(self) -> np.ndarray:
        """Booleans (B, V): the symbols that may come next."""
        return self._all

    def push(self, symbols: np.ndarray) -> None:
        """Take the next symbols (B,)."""
        self._left -= 1


RARE = 0.02                                # a place in the beat is rare where less than this share of all notes and rests begins
Placement = tuple[Fraction, Fraction]      # where in a quarter note a note or rest begins, and its duration


def placements(solos: list[list[Token]]) -> frozenset[Placement]:
    """Where in the beat each duration begins in some solos, each a list of tokens from its first bar on.

    A place that is rare in the corpus (a played note a little beside the beat) is passed through: what begins there must end in a usual
    place, or a take that has once come beside the beat would stay there.
    """
    found, places = set(), Counter()
    for tokens in solos:
        clock = Fraction(0)
        for token in tokens:
            found.add((clock % 1, token.duration))
            places[clock % 1] += 1
            clock += token.duration
    usual = RARE * places.total()
    return frozenset((place, duration) for place, duration in found if max(places[place], places[(place + duration) % 1]) >= usual)


class Filling:
    """Takes of the woodshed grammar, each over a chart of its own.

    Rhythm and pitch alternate; durations are placed as in the corpus and end with the chart; pitches and rests are consistent; an approach tone is followed at
    once by a chord or colour tone a semitone away. Where the alphabet has no consistent pitch (a small corpus, a rare chord) every note is allowed, and
    sounds as the nearest pitch of its category, as ``realize`` has it.

    Args:
        charts: one a take. placed: what ``placements`` found in the corpus. compass: lowest and highest MIDI pitch, at least an octave apart.

    Raises:
        GrammarError: durations so placed cannot fill a chart.
    """

    only_heard = False          # no symbol that is not part of a take

    def __init__(self, charts: list[Solo], vocabulary: Vocabulary, placed: frozenset[Placement], compass: tuple[int, int]):
        self._charts, self._compass, self._meanings = charts, compass, alphabet(vocabulary)
        durations = [Fraction(symbol) if symbol[0].isdigit() else Fraction(0) for symbol in vocabulary.symbols]
        positions = {position for chart in charts for position in chart.changes.denominators() | {onset.denominator for onset, _ in chart.changes.chords}}
        # Everything in whole slots, the longest that all durations and the charts are multiples of.
        self._beat = lcm(*(duration.denominator for duration in durations), *positions)
        self._slots = np.array([int(duration * self._beat) for duration in durations])
        self._placed = np.array([[(Fraction(slot, self._beat), duration) in placed for duration in durations] for slot in range(self._beat)])
        self._lay_out()
        # Which categories the alphabet has of the notes that resolve an approach tone; and where it has approach tones.
        self._told = {side: np.array([f"{name}{side:+d}" in vocabulary.symbols and number <= L for number, name in enumerate(CATEGORIES)]) for side in (1, -1)}
        self._approaches = np.flatnonzero((self._meanings[:, KIND] == PITCHED) & (self._meanings[:, CATEGORY] == A))
        many = len(charts)
        self._clock, self._chosen = np.zeros(many, int), np.full(many, -1)                                   # in slots; the symbol of a rhythm, -1 while none is chosen
        self._pitch, self._asked, self._rested = np.full(many, -1), np.full(many, FREE), np.zeros(many, bool)   # of the note before; -1: none yet

    def _lay_out(self) -> None:
        """The contexts at every slot of every different chart, one chart behind the other, and whether its end can be reached from there."""
        rows, reachable, starts = [], [], {}
        for chart in self._charts:
            if id(chart) not in starts:
                score = Score(chart.changes, chart.tempo, self._beat)
                starts[id(chart)] = sum(map(len, rows))
                rows.append(score.rows(np.arange(score.length + 1)))
                reachable.append(self._reachable(score.length))
                if not reachable[-1][0]:
                    raise GrammarError(f"{chart.source}: expected bars that the durations of the corpus can fill, found a chart of {chart.changes.length} quarter notes that they cannot; leave it out of sample.woodshed.charts")
        self._rows, self._open = np.concatenate(rows), np.concatenate(reachable)
        self._categories = categories_of_pitch_classes(self._rows)                                  # of the pitch classes at each slot, (n, 12)
        self._start = np.array([starts[id(chart)] for chart in self._charts])
        self._end = np.array([int(chart.changes.length * self._beat) for chart in self._charts])

    def _reachable(self, end: int) -> np.ndarray:
        """Booleans (end + 1,): from which slots of a chart its end can be reached."""
        reachable = np.zeros(end + 1, dtype=bool)
        reachable[end] = True
        steps = [np.unique(self._slots[placed & (self._slots > 0)]) for placed in self._placed]
        for clock in reversed(range(end)):
            after = clock + steps[clock % self._beat]
            reachable[clock] = reachable[after[after <= end]].any()
        return reachable

    @property
    def full(self) -> np.ndarray:
        """Which takes are complete: booleans (B,)."""
        return self._clock == self._end

    def contexts(self) -> np.ndarray:
        """The places where the next symbols stand: int16 (B, F)."""
        found = self._rows[self._start + self._clock]
        found[:, PITCH] = np.where(self._pitch < 0, found[:, PITCH], self._pitch)
        return found

    def allowed(self) -> np.ndarray:
        """Booleans (B, V), at least one in each row: the symbols that may come next; to a complete take, the first one of the kind that is due, which is dropped."""
        found = self._pitches() if self._pitching else self._rhythms()
        found[self.full] = np.arange(found.shape[1]) == np.argmax((self._meanings[:, KIND] == RHYTHM) != self._pitching)
        return found

    @property
    def _pitching(self) -> bool:
        """Whether pitches are due, and not rhythms: in all takes that are not complete, for all have begun together."""
        return bool((self._chosen >= 0).any())

    def _rhythms(self) -> np.ndarray:
        after, ends = self._clock[:, None] + self._slots, self._end[:, None]
        return (self._slots > 0) & self._placed[self._clock % self._beat] & (after <= ends) & self._open[self._start[:, None] + np.minimum(after, ends)]

    def _pitches(self) -> np.ndarray:
        kind, duration, category, interval = self._meanings.T
        contexts, led = self.contexts(), (self._asked == AFTER_A)[:, None]
        reached = contexts[:, [PITCH]] + interval                                                       # (B, V)
        found = consistent_pitches(contexts, duration[self._chosen], self._asked, self._rested, self._meanings)
        found &= (kind == RESTING) & ~led | (kind == PITCHED) & self._within(reached)
        found[:, self._approaches] &= self._resolving(reached[:, self._approaches])
        for instead in ((kind == PITCHED) & (category != A) & ~(led & (abs(interval) == 1)), (kind == PITCHED) & (category != A), kind != RHYTHM):
            if not (some := found.any(axis=1, keepdims=True)).all():
                found |= ~some & instead
        return found

    def _within(self, pitches: np.ndarray) -> np.ndarray:
        return (pitches >= self._compass[0]) & (pitches <= self._compass[1])

    def _resolving(self, pitches: np.ndarray) -> np.ndarray:
        """Whether approach tones (B, n) have, where they end, a chord or colour tone in the compass beside them that the alphabet can go on to."""
        goal, found = self._after(), np.zeros(pitches.shape, dtype=bool)
        for side, classes in self._targets(goal).items():
            found |= np.take_along_axis(classes, (pitches + side) % 12, axis=1) & self._within(pitches + side)
        return found & (goal < self._end)[:, None]

    def _targets(self, goal: np.ndarray) -> dict[int, np.ndarray]:
        """By the step that leads there, 1 or -1: the pitch classes that an approach tone may be resolved by at some slots, booleans (B, 12)."""
        return {side: told[self._categories[self._start + goal]] for side, told in self._told.items()}

    def _after(self) -> np.ndarray:
        """Where the notes end whose rhythm is chosen, in slots (B,)."""
        return np.minimum(self._clock + np.where(self._chosen < 0, 0, self._slots[self._chosen]), self._end)

    def push(self, symbols: np.ndarray) -> None:
        """Take the next symbols (B,), each one of those allowed; what comes to a complete take is dropped."""
        pitched, playing = self._chosen >= 0, ~self.full
        sounding = pitched & (self._meanings[symbols, KIND] == PITCHED)
        self._pitch = np.where(sounding, self._sounded(symbols, sounding), self._pitch)
        category = self._meanings[symbols, CATEGORY]
        self._asked = np.where(sounding, np.select([category == A, category == X], [AFTER_A, AFTER_X], FREE), self._asked)
        self._rested = np.where(pitched, ~sounding, self._rested)
        self._clock, self._chosen = np.where(pitched, self._after(), self._clock), np.where(pitched | ~playing, -1, symbols)

    def _sounded(self, symbols: np.ndarray, sounding: np.ndarray) -> np.ndarray:
        """The pitches that the symbols lead to (B,), which are those of ``realize``."""
        contexts, (_, _, category, interval) = self.contexts(), self._meanings[symbols].T
        pitches = contexts[:, PITCH] + interval
        own = self._categories[self._start + self._clock, pitches % 12]
        astray = (own != np.where(category == A, X, category)) | ~self._within(pitches)
        for take in np.flatnonzero(sounding & astray):
            chord = self._charts[take].changes.at(Fraction(int(self._clock[take]), self._beat))
            kind = OTHER if category[take] == A else CATEGORIES[category[take]]
            pitches[take] = nearest(int(contexts[take, PITCH]), int(interval[take]), kind, chord, self._compass)
        return pitches
