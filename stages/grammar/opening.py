"""An opening: the notes that a take is given to begin with, as symbols over each chart.

The notes stay as they are written, in pitch and in time; what they are against the chords depends on the chart. The take goes on where the last of them ends. A last
note outside the chord and its scale may turn out to be an approach tone or not: both are on offer, and what comes next decides.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import numpy as np

from stages.grammar import GrammarError
from stages.grammar.abstract import abstract
from stages.grammar.takes import name_of
from stages.grammar.tokens import Token, spell
from stages.grammar.vocabulary import Vocabulary
from stages.harmony.changes import Changes
from stages.melody.categories import APPROACH, OTHER
from stages.melody.solo import Solo

KEY = "sample.woodshed.opening"
MOST = 5                        # things that a message lists


def encode(opening: Solo, chart: Solo, vocabulary: Vocabulary) -> np.ndarray:
    """The symbols that a take over a chart begins with, two at each place of which either will do: integers (T, 2).

    Raises:
        GrammarError: bars other than those of the chart, an opening beyond its end, two notes at once, or durations or intervals that the vocabulary does not have.
    """
    end, where = opening.notes[-1].end, f"{KEY}: {opening.source}"
    ours, theirs = _bars(opening.changes, end), _bars(chart.changes, end)
    if ours != theirs:
        raise GrammarError(f"{where}: expected the bars of the chart {chart.source}, {_metres(theirs)}, found {_metres(ours)}; leave charts of other metres out of sample.woodshed.charts")
    if end > chart.changes.length:
        raise GrammarError(f"{where}: expected at most the {float(chart.changes.length):g} quarter notes of the chart {chart.source}, found {float(end):g}; shorten it, or raise choruses")
    tokens = _tokens(opening, chart.changes, end)
    either = [tokens, [*tokens[:-1], replace(tokens[-1], category=APPROACH)] if tokens[-1].category == OTHER else tokens]
    told = [way for way in either if way[-1].symbols[1] in vocabulary.symbols] or either
    if missing := list(_missing(told[0], opening, chart.changes, vocabulary)):
        more = f" and {len(missing) - MOST} more" if len(missing) > MOST else ""
        raise GrammarError(f"{where}: expected durations and intervals that the corpus has, found over {chart.source} {'; '.join(missing[:MOST])}{more}")
    return np.stack([vocabulary.encode(spell(way)) for way in (told[0], told[-1])], axis=1)


def _bars(changes: Changes, end: Fraction) -> list[tuple[Fraction, tuple[int, int]]]:
    """Bar lines and metres before an end; of changes that end earlier as if they went on."""
    lines = [changes.bar_line(bar) for bar in range(changes.bar_at(end) + 1)]
    return [(line, changes.metre_at(line)) for line in lines if line < end]


def _metres(bars: list[tuple[Fraction, tuple[int, int]]]) -> str:
    """The metres of some bars in words, each where it begins: ``4/4, 3/4 from bar 2 on``."""
    found = [f"{beats}/{unit}" + (f" from bar {number} on" if number > 1 else "")
             for number, ((_, (beats, unit)), before) in enumerate(zip(bars, [(None, None), *bars]), 1) if (beats, unit) != before[1]]
    return ", ".join(found)


def _tokens(opening: Solo, changes: Changes, end: Fraction) -> list[Token]:
    """What the opening is over the changes of the chart, up to the end of its last note."""
    tokens, clock = [], Fraction(0)
    for token in abstract(Solo(opening.notes, changes, source=opening.source)):
        if clock < end:
            tokens.append(token)
        clock += token.duration
    return tokens


def _missing(tokens: list[Token], opening: Solo, changes: Changes, vocabulary: Vocabulary) -> Iterator[str]:
    """In words, the durations and intervals that the vocabulary does not have."""
    clock, notes = Fraction(0), iter(opening.notes)
    for token in tokens:
        rhythm, pitch = token.symbols
        name = "a rest" if token.rests else name_of(next(notes).pitch)
        if rhythm not in vocabulary.symbols:
            yield f"{changes.place(clock)}: a duration of {rhythm} quarter notes"
        if pitch not in vocabulary.symbols:
            yield f"{changes.place(clock)}: {name} as {pitch}"
        clock += token.duration
