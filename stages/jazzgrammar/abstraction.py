"""A window of a solo -> its production: what each note is against its chord, how long it is, and how the line moves.

Conventions: a letter is C (chord tone), L (colour tone), A (approach tone), X (any other note) or R (rest). A slope holds a run of notes that all rise, fall or stay,
with the smallest and the largest step within the run in semitones, the lower number first: (-4, -1) falls. A rest stands before the note that ends it.

Source: the abstract melodies of Gillick, Tang & Keller (2010) as the authors' program extracts them. An approach tone is here what it is in Keller & Morrison (2007) and
everywhere in this project: the note that follows is a semitone away and is a chord or colour tone of its own chord. The program asks for the semitone only, and so does what is ``faithful``.
"""

from itertools import groupby, zip_longest
from typing import TypeAlias

from stages.jazzgrammar.terminals import REST, WIDEST, Flat, Slope
from stages.jazzgrammar.windowing import Event, Window
from stages.melody.categories import APPROACH, CHORD, COLOUR, OTHER, static_category

Production: TypeAlias = tuple[Slope, ...]


def production(window: Window, faithful: bool = False) -> Production:
    """The production of a window; one of rests alone is a single slope (0, 0).

    An approach tone that ends its slope or stands before a rest is an X, unless faithful: no player could lead it anywhere (``slopes.py``).
    """
    pitches = [event.pitch for event in window.events if event.pitch is not None]
    waiting, found = terminals(window, faithful), []
    runs = slopes(pitches, window.before) or [(0, 0, 0)]
    for place, (low, high, count) in enumerate(runs, 1):
        taken = _up_to(waiting, count) if place < len(runs) else len(waiting)
        parts, waiting = waiting[:taken], waiting[taken:]
        found.append(Slope(low, high, tuple(part._replace(letter=OTHER) if not faithful and part.letter == APPROACH and (after is None or after.letter == REST) else part
                                            for part, after in zip_longest(parts, parts[1:]))))
    return tuple(found)


def terminals(window: Window, faithful: bool = False) -> list[Flat]:
    """The letters and lengths of a window, note by note.

    Letters: R a rest; C a tone of the chord at the onset (every note without a chord), L a colour tone of it; A neither, and the next note, which begins in the window or
    at its end, is a semitone away and is C or L against its own chord (faithful: or not); X anything else.
    """
    notes = [event for event in (*window.events, window.after) if event is not None and event.pitch is not None]
    following = iter(notes[1:])
    return [Flat(REST if event.pitch is None else _letter(event, next(following, None), faithful), event.slots) for event in window.events]


def slopes(pitches: list[int], before: int | None) -> list[tuple[int, int, int]]:
    """How a line moves: (lowest step, highest step, notes) of each of its runs, steps in semitones.

    The first note is a run of its own, with room around its step from ``before`` (a step of d gives d - 1 to d + 1, but a semitone keeps its direction);
    the others are runs of steps of one sign. No step counts as wider than a slope can be written.
    """
    if not pitches:
        return []
    first = 0 if before is None else max(1 - WIDEST, min(pitches[0] - before, WIDEST - 1))
    low, high = {0: (0, 0), 1: (1, 2), -1: (-2, -1)}.get(first, (first - 1, first + 1))
    steps = [max(-WIDEST, min(after - pitch, WIDEST)) for pitch, after in zip(pitches, pitches[1:])]
    runs = [list(run) for _, run in groupby(steps, key=lambda step: (step > 0) - (step < 0))]
    return [(low, high, 1), *((min(run), max(run), len(run)) for run in runs)]


def _letter(event: Event, after: Event | None, faithful: bool) -> str:
    own = _static(event)
    resolves = after is not None and abs(after.pitch - event.pitch) == 1 and (faithful or _static(after) != OTHER)
    return APPROACH if own == OTHER and resolves else own


def _static(event: Event) -> str:
    """C, L or X; the grammars know no scale tones."""
    kind = static_category(event.pitch, event.chord)
    return kind if kind in (CHORD, COLOUR) else OTHER


def _up_to(waiting: list[Flat], notes: int) -> int:
    """How many terminals it takes until there are so many notes."""
    for place, terminal in enumerate(waiting):
        notes -= terminal.letter != REST
        if notes == 0:
            return place + 1
    return len(waiting)
