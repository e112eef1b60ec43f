"""From an abstract melody to notes, over any changes: the first note waits for no other, each next one depends on the one before.

Flat terminals (``flats.py``), slopes (``slopes.py``), degrees (``degrees.py``; in the octave that is nearest to the note before) and triads (``triads.py``),
then, if the grammar asks for it, ``rectification.py``. All notes lie in the compass.

``faithful``: as in the original, where degrees lie above middle C, and where a melody that left the compass by more than a semitone is drawn again, 15 times at
most; in the last one notes are moved into the compass by octaves.
"""

import numpy as np

from stages.jazzgrammar.degrees import semitones_of
from stages.jazzgrammar.flats import Choices, drawn, flat_choices, play_approach, play_flat
from stages.jazzgrammar.line import Line, Placed
from stages.jazzgrammar.rectification import rectified
from stages.jazzgrammar.settings import OCTAVE, Settings
from stages.jazzgrammar.slopes import play_slope
from stages.jazzgrammar.sounding import HELPFUL, Timeline
from stages.jazzgrammar.terminals import REST, Degree, Flat, Slope, Terminal, Triadic
from stages.jazzgrammar.triads import play_triads
from stages.melody.categories import APPROACH

MIDDLE_C = 60
ATTEMPTS = 15


def realize(melody: list[Terminal], timeline: Timeline, settings: Settings, generator: np.random.Generator, faithful: bool = False) -> list[Placed]:
    """The notes of an abstract melody, ascending by onset, one voice; where the melody rests there is none."""
    for _ in range(ATTEMPTS if faithful else 1):
        notes = _played(melody, timeline, settings, generator, faithful)
        if all(settings.lowest - 1 <= note.pitch <= settings.highest + 1 for note in notes):
            break
    else:
        notes = [note._replace(pitch=_folded(note.pitch, settings)) for note in notes]
    return rectified(notes, timeline, settings, faithful) if settings.rectify else notes


def first_choices(timeline: Timeline, settings: Settings) -> Choices:
    """What the note before the first one may be: near the middle of the compass."""
    return flat_choices(HELPFUL, (settings.lowest + settings.highest) // 2, timeline.at(0), settings, lambda pitch: 1.0)


def _played(melody: list[Terminal], timeline: Timeline, settings: Settings, generator: np.random.Generator, faithful: bool) -> list[Placed]:
    random = generator.random
    line = Line(settings, drawn(first_choices(timeline, settings), random))
    for terminal, after in _paired(melody):
        line.begin()
        sounding = timeline.at(line.clock)
        match terminal:
            case Flat(letter, slots):
                if letter == REST:
                    line.rest(slots)
                elif after is not None:
                    play_approach(slots, after, line, (sounding, timeline.at(line.clock + slots)), settings, random, faithful)
                else:
                    play_flat(letter, slots, line, sounding, settings, random, faithful)
            case Slope():
                play_slope(terminal, line, timeline, settings, random, faithful)
            case Degree():
                pitch = MIDDLE_C + sounding.root + semitones_of(terminal, sounding.family, faithful)
                line.sound(pitch if faithful else nearest_octave(pitch, line.old, settings), terminal.slots)
            case Triadic():
                play_triads(terminal, line, settings, random)
    return line.notes


def _paired(melody: list[Terminal]) -> list[tuple[Terminal, Flat | None]]:
    """The terminals, a flat approach tone together with the flat note that it leads to, if there is one."""
    pairs, waiting = [], list(reversed(melody))
    while waiting:
        terminal = waiting.pop()
        leads = isinstance(terminal, Flat) and terminal.letter == APPROACH and waiting and isinstance(waiting[-1], Flat) and waiting[-1].letter != REST
        pairs.append((terminal, waiting.pop() if leads else None))
    return pairs


def nearest_octave(pitch: int, old: int, settings: Settings) -> int:
    """The octave of a pitch, within the compass, that is nearest to the note before; of two, the one nearer to the middle of the compass."""
    low = settings.lowest + (pitch - settings.lowest) % OCTAVE
    middle = settings.lowest + settings.highest
    return min(range(low, settings.highest + 1, OCTAVE), key=lambda other: (abs(other - old), abs(2 * other - middle)))


def _folded(pitch: int, settings: Settings) -> int:
    """A pitch outside the compass, moved into it by octaves."""
    return pitch if settings.lowest <= pitch <= settings.highest else settings.lowest + (pitch - settings.lowest) % OCTAVE
