"""Solo -> tokens, in the woodshed grammar: what the notes do against the chords, without saying in which key.

Nothing is lost: ``realize(abstract(solo), solo.changes) == solo``. Gaps become rests, cut at the bar lines; notes are never cut, and nothing
starts anew at a bar line. The first note is measured from the root of its chord, taken in the octave around middle C.

Positions are counted here in whole slots, as many a quarter note as the solo needs for all of them to be exact: counting in fractions is ten times slower.
"""

from bisect import bisect_left, bisect_right
from fractions import Fraction
from math import lcm

from stages.grammar import GrammarError
from stages.grammar.tokens import REST, Token, token
from stages.harmony.changes import Changes, slots_of
from stages.melody.categories import categories
from stages.melody.solo import Solo


def abstract(solo: Solo) -> list[Token]:
    """The tokens of a solo; their durations add up to the length of its changes (or to the end of a last note held beyond it).

    Raises:
        GrammarError: two notes sound at once; the message names bar and beat.
    """
    return [token for bar in bars(solo) for token in bar]


def bars(solo: Solo) -> list[list[Token]]:
    """The tokens of a solo by the bar in which they begin; a bar through which a note is held has none. Raises GrammarError as ``abstract`` does."""
    changes, notes = solo.changes, solo.notes
    divisions = lcm(*changes.denominators(), *{note.onset.denominator for note in notes}, *{note.duration.denominator for note in notes})
    starts, length = [slots_of(note.onset, divisions) for note in notes], slots_of(changes.length, divisions)
    lines = changes.lines(divisions, max([length, *starts]))
    measures: list[list[Token]] = [[] for _ in range(bisect_left(lines, length))]
    clock, pitch = 0, anchor(notes[0].onset, changes) if notes else 0
    for note, start, kind in zip(notes, starts, categories(solo)):
        if start != clock:
            if start < clock:
                raise GrammarError(f"{solo.source or solo.tune}: {changes.place(note.onset)}: expected one note at a time, found a note that starts before the last one has ended; parse.grammar: seed can read such a solo")
            _rest(measures, clock, start, lines, divisions)
        duration = slots_of(note.duration, divisions)
        measures[min(bisect_right(lines, start), len(measures)) - 1].append(token(kind, duration, divisions, note.pitch - pitch))
        clock, pitch = start + duration, note.pitch
    _rest(measures, clock, length, lines, divisions)
    return measures


def _rest(measures: list[list[Token]], start: int, end: int, lines: list[int], divisions: int) -> None:
    """Puts rests from one slot to another into their bars, cut at the bar lines."""
    while start < end:
        following = bisect_right(lines, start)
        stop = min(end, lines[following])
        measures[min(following, len(measures)) - 1].append(token(REST, stop - start, divisions, 0))
        start = stop


def anchor(onset: Fraction, changes: Changes) -> int:
    """The MIDI pitch from which the first note is measured: the root of its chord between F# below middle C and F above (C under NC)."""
    root = changes.at(onset).root or 0
    return 60 + root - (12 if root > 5 else 0)
