"""What a take keeps to beyond its grammar, because somebody asks for it: chord tones on some beats, no long repetitions, a given beginning.

Limits are masks over what a filling allows, from the hardest to the softest; where one leaves nothing of what the harder ones have left, it is given up at that
place, and only there:

1. time: the take fills its chart to the beat (``filling.py``). Never given up.
2. the opening, note for note. Never given up; the limits below do not apply in it, but what comes after is counted together with it.
3. the range. Never given up: where the alphabet has no pitch in it, the nearest one of the asked category that lies in it sounds.
4. chord tones on the beats asked for. Where the alphabet has none that is consistent, the chord tone nearest to any that it has sounds. An approach tone is
   chosen only where its target can be a chord tone, if the target falls on such a beat.
5. the same pitch in a row.
6. repeated patterns.

A rest breaks none of them. All but the opening choose among pitches, so none can leave a bar unfinished.

Legend: B takes, V symbols.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from stages.grammar import GrammarError
from stages.grammar.alphabet import AFTER_A, INTERVAL, KIND, PITCHED, RESTING, C
from stages.grammar.filling import Filling, Placement
from stages.grammar.opening import encode
from stages.grammar.vocabulary import Vocabulary
from stages.harmony.changes import Changes
from stages.melody.solo import Solo


@dataclass(frozen=True)
class Limits:
    """How takes are limited.

    Args:
        chord_tone_beats: where in the bar a note that begins must be a chord tone: beats counted from 1, such as 2 or 2.5, in the metre of the bar.
        repeats: how many notes in a row may have the same pitch, rests between them or not; 0: any number.
        pattern_notes, pattern_times: so many notes in the same rhythm and with the same intervals, in whatever key, come so many times at most. The rhythm is that of the
            onsets, from the first to the last of them. 0 notes: no limit; at least 2 otherwise.
        opening: the notes to begin with, at least one.

    Raises:
        GrammarError: patterns of a single note.
    """

    chord_tone_beats: tuple[float, ...]
    repeats: int
    pattern_notes: int
    pattern_times: int
    opening: Solo | None

    def __post_init__(self):
        if self.pattern_notes == 1:
            raise GrammarError("sample.woodshed.pattern_notes: expected 0 or at least 2 notes, found 1; to limit how often a pitch comes in a row, set repeats")

    def check(self, charts: list[Solo], vocabulary: Vocabulary) -> None:
        """Raises GrammarError for a beat that no bar of any chart has, and for an opening that does not fit one of them (``opening.py``)."""
        metres = sorted({metre for chart in charts for metre in (chart.changes.metre, *(metre for _, metre in chart.changes.metre_changes))})
        for beat in self.chord_tone_beats:
            if all(beat >= beats + 1 for beats, _ in metres):
                told = ", ".join(f"{beats}/{unit}" for beats, unit in metres)
                raise GrammarError(f"sample.woodshed.chord_tone_beats: expected beats counted from 1 in the metre of a chart ({told}), found {beat:g}")
        for chart in charts if self.opening else ():
            encode(self.opening, chart, vocabulary)


NONE = Limits((), 0, 0, 1, None)


class Limited(Filling):
    """A filling with limits.

    Args:
        charts, vocabulary, placed, compass: as for ``Filling``; the compass is the range that is asked for, and an opening lies in it (``takes.py``).

    Raises:
        GrammarError: durations placed as in the corpus cannot fill a chart, or not the rest of it behind an opening; or the opening does not fit a chart.
    """

    def __init__(self, charts: list[Solo], vocabulary: Vocabulary, placed: frozenset[Placement], compass: tuple[int, int], limits: Limits):
        super().__init__(charts, vocabulary, placed, compass)
        self._limits, self._step = limits, 0
        given = {id(chart): encode(limits.opening, chart, vocabulary) if limits.opening else np.zeros((0, 2), int) for chart in charts}
        self._opening = np.stack([given[id(chart)] for chart in charts])            # (B, T, 2)
        self._forced = np.zeros(len(self._rows), dtype=bool)                        # at which slots only chord tones begin
        for start, changes in {int(start): chart.changes for start, chart in zip(self._start, charts)}.items():
            self._forced[start + np.array(self._beats(changes), int)] = True
        self._row = np.zeros(len(charts), int)                                      # how many notes on the latest pitch
        self._patterns = [Patterns(limits.pattern_notes, limits.pattern_times) for _ in charts if limits.pattern_notes]
        for take, end in enumerate(self._slots[self._opening[:, ::2, 0]].sum(axis=1)):
            if not self._open[self._start[take] + end]:
                place = charts[take].changes.place(Fraction(int(end), self._beat))
                raise GrammarError(f"sample.woodshed.opening: {limits.opening.source}: the durations of the corpus cannot fill {charts[take].source} from where the opening ends, {place}; let it end on a beat")

    def _beats(self, changes: Changes) -> list[int]:
        """The slots of a chart on which a note must be a chord tone."""
        found = []
        for bar in range(changes.bars if self._limits.chord_tone_beats else 0):
            line, following = changes.bar_line(bar), min(changes.bar_line(bar + 1), changes.length)
            onsets = [line + (Fraction(beat) - 1) * 4 / changes.metre_at(line)[1] for beat in self._limits.chord_tone_beats]
            found += [int(onset * self._beat) for onset in onsets if onset < following and (onset * self._beat).denominator == 1]
        return found

    def allowed(self) -> np.ndarray:
        """Booleans (B, V), at least one in each row: the symbols that may come next; to a complete take, the first one, which is dropped."""
        found = super().allowed()
        if self._pitching:
            found = self._on_the_beat(found)
            found = _narrowed(found, self._varied())
            found = _narrowed(found, self._unheard())
        if self._step < self._opening.shape[1]:
            given = np.zeros_like(found)
            np.put_along_axis(given, self._opening[:, self._step], True, axis=1)
            found = np.where((found & given).any(axis=1, keepdims=True), found & given, given)
        return found

    def _on_the_beat(self, found: np.ndarray) -> np.ndarray:
        """What is allowed, with chord tones only where they are asked for."""
        due = (self._forced[self._start + self._clock] & ~self.full)[:, None]
        if not due.any():
            return found
        kind, _, category, interval = self._meanings.T
        chord_tones, led = (kind == PITCHED) & (category == C), (self._asked == AFTER_A)[:, None]
        kept = found & (chord_tones | (kind == RESTING))
        for instead in (chord_tones & ~(led & (np.abs(interval) == 1)), chord_tones):
            kept |= ~kept.any(axis=1, keepdims=True) & instead
        return np.where(due & kept.any(axis=1, keepdims=True), kept, found)

    def _targets(self, goal: np.ndarray) -> dict[int, np.ndarray]:
        forced = self._forced[self._start + goal][:, None]
        return {side: classes & (~forced | (self._categories[self._start + goal] == C)) for side, classes in super()._targets(goal).items()}

    def _varied(self) -> np.ndarray:
        """The symbols that do not sound one pitch too often in a row: (B, V)."""
        tired = (self._row >= self._limits.repeats) & (self._limits.repeats > 0)
        return ~(tired[:, None] & (self._meanings[:, KIND] == PITCHED) & (self._meanings[:, INTERVAL] == 0))

    def _unheard(self) -> np.ndarray:
        """The symbols that do not complete a pattern that was heard often enough: (B, V)."""
        kept = np.ones((len(self._clock), len(self._meanings)), dtype=bool)
        for take, patterns in enumerate(self._patterns):
            if worn := patterns.worn(int(self._clock[take])):
                kept[take] = (self._meanings[:, KIND] != PITCHED) | ~np.isin(self._meanings[:, INTERVAL], worn)
        return kept

    def push(self, symbols: np.ndarray) -> None:
        """Take the next symbols (B,), each one of those allowed; what comes to a complete take is dropped."""
        sounding = (self._chosen >= 0) & (self._meanings[symbols, KIND] == PITCHED)
        before, onsets = self._pitch, self._clock
        super().push(symbols)
        self._step += 1
        self._row = np.where(sounding, np.where(self._pitch == before, self._row + 1, 1), self._row)
        for take in np.flatnonzero(sounding) if self._patterns else ():
            self._patterns[take].hear(int(onsets[take]), int(self._pitch[take]))


def _narrowed(found: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """What is in both; where that is nothing, the mask is given up."""
    both = found & mask
    return np.where(both.any(axis=1, keepdims=True), both, found)


class Patterns:
    """Which patterns of so many notes (2 or more) were heard in one take, and how often."""

    def __init__(self, notes: int, times: int):
        self._times, self._kept = times, notes - 2
        self._heard: defaultdict[tuple, Counter] = defaultdict(Counter)             # by all of a pattern but its last interval: how often which one followed
        self._steps: tuple[tuple[int, int], ...] = ()                               # slots and semitones from note to note, as many as a pattern has but the last
        self._latest: tuple[int, int] | None = None                                 # slot and pitch

    def hear(self, onset: int, pitch: int) -> None:
        """The next note: its slot and its MIDI pitch."""
        if self._latest is not None:
            step = onset - self._latest[0], pitch - self._latest[1]
            if len(self._steps) == self._kept:
                self._heard[self._steps, step[0]][step[1]] += 1
            self._steps = (*self._steps, step)[-self._kept:] if self._kept else ()
        self._latest = onset, pitch

    def worn(self, onset: int) -> list[int]:
        """The intervals in semitones by which a note at that slot would complete a pattern once too often."""
        if self._latest is None:
            return []
        followed = self._heard.get((self._steps, onset - self._latest[0]), {})
        return [interval for interval, times in followed.items() if times >= self._times]
