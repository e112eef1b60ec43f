"""Triads, one after the other: Garzone's way to play over anything, as the terminal ``(triadic TOTAL UNIT)`` has it.

Three notes at a time are a major, minor, diminished or augmented triad in any inversion, up or down, whose first note lies a semitone from the last one of the
triad before. The chord beneath is not looked at.
"""

from collections.abc import Callable

from stages.jazzgrammar.line import Line
from stages.jazzgrammar.settings import OCTAVE, Settings
from stages.jazzgrammar.terminals import Triadic

TRIADS = ((0, 4, 7), (0, 3, 7), (0, 3, 6), (0, 4, 8))
# All inversions up and down, as semitones above the first note.
SHAPES = sorted({tuple(tone - shape[0] for tone in shape) for root, third, fifth in TRIADS
                 for inversion in ((root, third, fifth), (third, fifth, root + OCTAVE), (fifth, root + OCTAVE, third + OCTAVE)) for shape in (inversion, inversion[::-1])})


def play_triads(terminal: Triadic, line: Line, settings: Settings, random: Callable[[], float]) -> None:
    """Play so many triads as fill the terminal; the last one may stop on its way."""
    left, waiting = terminal.slots, []
    while left:
        waiting = waiting or _triad(line.old, settings, random)
        line.sound(waiting.pop(0), min(terminal.unit, left))
        left -= min(terminal.unit, left)


def _triad(old: int, settings: Settings, random: Callable[[], float]) -> list[int]:
    """A triad within the compass; where none fits that begins a semitone from ``old``, one that begins near."""
    old = min(max(old, settings.lowest), settings.highest)              # faithful slopes may have left the compass
    for reach in range(1, OCTAVE):
        triads = [[old + link + tone for tone in shape] for link in (-reach, reach) for shape in SHAPES]
        if fitting := [triad for triad in triads if settings.lowest <= min(triad) and max(triad) <= settings.highest]:
            return fitting[int(random() * len(fitting))]
    raise AssertionError("a compass of an octave has room for a triad")
