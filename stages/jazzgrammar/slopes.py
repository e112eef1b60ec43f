"""Pitches of the notes in a slope: each lies MIN to MAX semitones above the note before, its *window*.

1. A window of one note is widened by one on both sides, but not so that the note before comes into it.
2. From six semitones on a window begins three nearer to the note before.
3. H is the same as S, and without a chord (NC) everything is X.
4. Where a chord tone is asked for and none is in the window, it is widened as in 1, twice at most: chord tones outrank the contour.
5. Which of chord tone, colour tone and other is taken is read from a table (``SHARES``); all notes of that label are equally likely.
6. An approach tone waits for the next note, which is chosen first, with the window above the note before the approach tone; then it lies a semitone below in a
   rising slope, above it in a falling one, on the other side where that is the note before. As the last note, or before a rest, it is the same as S.

Windows end at the compass. A slope that would leave it begins an octave higher or lower, and so does a window that lies outside.

``faithful``: as the original, in which the compass is not looked at here; where no chord tone was found, notes are counted again with each widening, and what is drawn
beyond the last one becomes the lowest note of the window; and an approach tone in a slope from 0 to 0 has no pitch at all (1004) unless a neighbour of its
target was just played.
"""

from collections import Counter
from collections.abc import Callable

from stages.jazzgrammar.flats import Choices, approach_to, drawn
from stages.jazzgrammar.line import Line
from stages.jazzgrammar.settings import OCTAVE, Settings
from stages.jazzgrammar.sounding import HELPFUL, Sounding, Timeline
from stages.jazzgrammar.terminals import REST, Slope
from stages.melody.categories import APPROACH, CHORD, COLOUR, OTHER, SCALE

WIDENINGS = 2
FAR, NEARER = 6, 3
NO_PITCH = 1004
# By letter and the labels in the window: how often each of these is taken. S takes chord and colour tones alike, by their number.
SHARES: dict[tuple[str, frozenset[str]], dict[str, float]] = {
    (letter, frozenset(present)): shares for letter, table in {
        CHORD: {"CLX": {"C": 1}, "CL": {"C": 1}, "CX": {"C": 1}, "C": {"C": 1}, "LX": {"L": 1}, "L": {"L": 1}, "X": {"X": 1}},
        COLOUR: {"CLX": {"L": 1}, "LX": {"L": 1}, "CL": {"C": .1, "L": .9}, "CX": {"C": .85, "X": .15}, "C": {"C": 1}, "L": {"L": 1}, "X": {"X": 1}},
        OTHER: {"CLX": {"C": .5, "L": .25, "X": .25}, "CL": {"C": .8, "L": .2}, "CX": {"C": .5, "X": .5}, "LX": {"L": .5, "X": .5}, "C": {"C": 1}, "L": {"L": 1},
        "X": {"X": 1}},
    }.items() for present, shares in table.items()
}


def window_of(old: int, low: int, high: int) -> tuple[int, int]:
    """The lowest and highest pitch, by rules 1 and 2, of a note in a slope of ``low`` to ``high`` semitones after the pitch ``old``."""
    bottom, top = old + low, old + high
    if bottom == top:
        bottom, top = _widened(bottom, top, old)
    if bottom - old >= FAR:
        bottom -= NEARER
    if top - old <= -FAR:
        top += NEARER
    return bottom, top


def slope_choices(letter: str, old: int, window: tuple[int, int], sounding: Sounding, settings: Settings | None) -> Choices:
    """The pitches that a note of a letter, neither R nor A, may be, and how likely each is; by rules 3 to 5.

    Args:
        window: lowest and highest pitch.
        settings: for the compass; None to do as the original does.
    """
    bottom, top = _inside(window, settings) if settings else window
    labels = [sounding.labels[pitch % OCTAVE] for pitch in range(bottom, top + 1)]
    counted = Counter(labels)
    if letter == CHORD and sounding.sounds:
        for _ in range(WIDENINGS):
            if CHORD in labels:
                break
            bottom, top = _widened(bottom, top, old)
            bottom, top = (max(bottom, settings.lowest), min(top, settings.highest)) if settings else (bottom, top)
            labels = [sounding.labels[pitch % OCTAVE] for pitch in range(bottom, top + 1)]
            counted = Counter(labels) if settings else counted + Counter(labels)
    shares = _shares(letter if sounding.sounds else OTHER, counted)
    choices = [(pitch, shares[label] / counted[label]) for pitch, label in enumerate(labels, bottom) if label in shares]
    beyond = 1 - sum(share for _, share in choices)
    return choices if settings else [(bottom, max(beyond, 0.0)), *choices]


def play_slope(slope: Slope, line: Line, timeline: Timeline, settings: Settings, random: Callable[[], float], faithful: bool) -> None:
    """Play all notes of a slope."""
    parts = list(slope.parts)
    if not faithful:
        line.old = begun(line.old, slope, settings)
    while parts:
        part, leads = parts.pop(0), bool(parts) and parts[0].letter != REST
        if part.letter == REST:
            line.rest(part.slots)
            continue
        window, bounds = window_of(line.old, slope.low, slope.high), None if faithful else settings
        target = parts.pop(0) if part.letter == APPROACH and leads else part
        when = line.clock + (part.slots if target is not part else 0)
        pitch = drawn(slope_choices(SCALE if target.letter == APPROACH else target.letter, line.old, window, timeline.at(when), bounds), random)
        if target is not part:
            line.sound(leading_tone(pitch, slope, line.old, bounds), part.slots)
        line.sound(pitch, target.slots)


def leading_tone(target: int, slope: Slope, old: int, settings: Settings | None) -> int:
    """Rule 6: the pitch that leads to a target."""
    if settings is None and slope.low == slope.high == 0:
        return target - 1 if target + 1 == old else target + 1 if target - 1 == old else NO_PITCH
    return approach_to(target, 1 if slope.high <= 0 and slope.low < 0 else -1, old, settings)


def _widened(bottom: int, top: int, old: int) -> tuple[int, int]:
    """One more note on both sides of a window, without the note before."""
    return bottom - (bottom != old + 1), top + (top != old - 1)


def _inside(window: tuple[int, int], settings: Settings) -> tuple[int, int]:
    """A window cut to the compass; one that lies outside is moved into it by octaves."""
    bottom, top = window
    while bottom > settings.highest:
        bottom, top = bottom - OCTAVE, top - OCTAVE
    while top < settings.lowest:
        bottom, top = bottom + OCTAVE, top + OCTAVE
    return max(bottom, settings.lowest), min(top, settings.highest)


def begun(old: int, slope: Slope, settings: Settings) -> int:
    """The note before a slope, an octave higher or lower if the slope would leave the compass from where it is."""
    end = old + sum(part.letter != REST for part in slope.parts) * (slope.low + slope.high) / 2
    moved = old - OCTAVE if end > settings.highest else old + OCTAVE if end < settings.lowest else old
    return moved if settings.lowest <= moved <= settings.highest else old


def _shares(letter: str, counted: Counter[str]) -> dict[str, float]:
    if letter in (SCALE, HELPFUL):
        inside = counted[CHORD] + counted[COLOUR]
        return {label: counted[label] / inside for label in (CHORD, COLOUR) if counted[label]} if inside else {OTHER: 1}
    return SHARES[letter if letter in (CHORD, COLOUR) else OTHER, frozenset(label for label, count in counted.items() if count)]
