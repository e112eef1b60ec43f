"""Solo -> tokens, in the woodshed grammar: what the notes do against the chords, without saying in which key.

Nothing is lost: ``realize(abstract(solo), solo.changes) == solo``. Gaps become rests, cut at the bar lines; notes are never cut, and nothing
starts anew at a bar line. The first note is measured from the root of its chord, taken in the octave around middle C.
"""

from fractions import Fraction

from stages.grammar import GrammarError
from stages.grammar.tokens import REST, Token
from stages.harmony.changes import Changes
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
    changes = solo.changes
    measures: list[list[Token]] = [[] for _ in range(changes.bars)]
    clock, previous = Fraction(0), None
    for note, kind in zip(solo.notes, categories(solo)):
        if note.onset != clock:
            if note.onset < clock:
                raise GrammarError(f"{solo.source or solo.tune}: {changes.place(note.onset)}: expected one note at a time, found a note that starts before the last one has ended; parse.grammar: seed can read such a solo")
            _rest(measures, clock, note.onset, changes)
        before = anchor(note.onset, changes) if previous is None else previous
        measures[min(changes.bar_at(note.onset), len(measures) - 1)].append(Token(kind, note.duration, note.pitch - before))
        clock, previous = note.end, note.pitch
    _rest(measures, clock, changes.length, changes)
    return measures


def _rest(measures: list[list[Token]], start: Fraction, end: Fraction, changes: Changes) -> None:
    """Puts rest tokens from ``start`` to ``end`` (quarter notes) into their bars, cut at the bar lines."""
    while start < end:
        bar = changes.bar_at(start)
        stop = min(end, changes.bar_line(bar + 1))
        measures[min(bar, len(measures) - 1)].append(Token(REST, stop - start))
        start = stop


def anchor(onset: Fraction, changes: Changes) -> int:
    """The MIDI pitch from which the first note is measured: the root of its chord between F# below middle C and F above (C under NC)."""
    root = changes.at(onset).root or 0
    return 60 + root - (12 if root > 5 else 0)
