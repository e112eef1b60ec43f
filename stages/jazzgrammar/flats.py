"""Pitches of flat terminals outside slopes.

A pitch is drawn within the compass and so many semitones from the note before, in proportion to its weight (``sounding.py``) and, where repeats are avoided, its
freshness; of the pitches of its letter's kind. With a small probability that is counted from an octave above or below. An approach tone waits for the note that
it leads to, which is drawn first.

The original draws of all kinds until one is of the right kind and fresh, a hundred times at most, and then keeps what it has; this is the same in proportion.
Where it would keep a note of a wrong kind, here it is the nearest one of the right kind. ``faithful`` does as the original, which also makes of the note behind
an approach tone a tone of the chord at the approach, whatever its letter is, and never draws the highest of the notes that X may be.
"""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from stages.jazzgrammar.line import Line
from stages.jazzgrammar.settings import OCTAVE, Settings
from stages.jazzgrammar.sounding import HELPFUL, Sounding
from stages.melody.categories import APPROACH, CHORD, OTHER

OUTSIDE = "Y"
TRIES = 100
Choices = list[tuple[int, float]]         # pitches, and how likely each is in proportion


def drawn(choices: Choices, random: Callable[[], float]) -> int:
    """One of the pitches, in proportion."""
    sums = list(accumulate(share for _, share in choices))
    return choices[min(bisect_right(sums, random() * sums[-1]), len(choices) - 1)][0]


def flat_choices(letter: str, old: int, sounding: Sounding, settings: Settings, freshness: Callable[[int], float]) -> Choices:
    """The pitches that a flat terminal of a letter, any but R, may be after ``old``, without leaps; of Y, the pitches a semitone below."""
    low, high = max(settings.lowest, old - settings.farthest), min(settings.highest, old + settings.farthest)
    near = [pitch for pitch in range(low, high + 1) if abs(pitch - old) >= settings.nearest]
    if letter == OTHER and near:
        return [(pitch, 1.0) for pitch in near]
    kind = _kind(letter, sounding)
    right = [pitch for pitch in near if kind[pitch % OCTAVE]]
    fresh = freshness if settings.avoid_repeats else lambda pitch: 1.0
    choices = [(pitch, weight * fresh(pitch)) for pitch in right if (weight := sounding.weights[pitch % OCTAVE])]
    return choices or [(pitch, fresh(pitch)) for pitch in right] or [(_nearest(old, kind, settings), 1.0)]


def play_flat(letter: str, slots: int, line: Line, sounding: Sounding, settings: Settings, random: Callable[[], float], faithful: bool) -> None:
    """Play one that is neither a rest nor an approach tone with a note behind it."""
    old = line.old
    if letter not in (OTHER, APPROACH) and random() < settings.leap:
        old = leapt(old, settings)
    pitch = _tried(letter, old, sounding, settings, line, random) if faithful else drawn(flat_choices(letter, old, sounding, settings, line.freshness), random)
    if letter == OUTSIDE:
        pitch += 1 if faithful else outside(pitch, settings)
    line.sound(pitch, slots)


def outside(pitch: int, settings: Settings) -> int:
    """The semitone by which a pitch becomes one that is outside."""
    return 1 if pitch < settings.highest else -1


def play_approach(slots: int, target: tuple[str, int], line: Line, soundings: tuple[Sounding, Sounding], settings: Settings, random: Callable[[], float],
                  faithful: bool) -> None:
    """Play an approach tone and the note that it leads to.

    Args:
        target: letter and slots of that note. soundings: the chords under both.
    """
    if faithful:
        pitch = _tried(CHORD, line.old, soundings[0], settings, None, random)
    else:
        pitch = drawn(flat_choices(target[0], line.old, soundings[1], settings, line.freshness), random)
        pitch += outside(pitch, settings) if target[0] == OUTSIDE else 0
    line.sound(approach_to(pitch, -1 if random() < 0.5 else 1, line.old, None if faithful else settings), slots)
    line.sound(pitch, target[1])


def approach_to(target: int, side: int, old: int, settings: Settings | None) -> int:
    """The note a semitone from a target on a side (-1 below), or on the other one where that is the note before or outside the compass."""
    wanted, other = target + side, target - side
    fits = settings is None or settings.lowest <= wanted <= settings.highest
    may_turn = settings is None or settings.lowest <= other <= settings.highest
    return other if not fits or wanted == old and may_turn else wanted


def _kind(letter: str, sounding: Sounding) -> tuple[bool, ...]:
    """Which pitch classes are of a letter's kind; where the chord has none, those of any kind it has, or all."""
    candidates = (sounding.kinds.get(letter, sounding.kinds[HELPFUL]), sounding.kinds[HELPFUL], sounding.kinds[CHORD])
    return next((kind for kind in candidates if any(kind)), (True,) * OCTAVE)


def _nearest(old: int, kind: tuple[bool, ...], settings: Settings) -> int:
    return min((pitch for pitch in range(settings.lowest, settings.highest + 1) if kind[pitch % OCTAVE]), key=lambda pitch: (abs(pitch - old), pitch))


def leapt(old: int, settings: Settings) -> int:
    """An octave from the note before, towards the farther end of the compass."""
    up = abs(old - settings.highest) > abs(old - settings.lowest)
    return min(max(old + (OCTAVE if up else -OCTAVE), settings.lowest), settings.highest)


def _tried(letter: str, old: int, sounding: Sounding, settings: Settings, line: Line | None, random: Callable[[], float]) -> int:
    """A pitch, drawn as in the original; without a line it may be one that was just played."""
    low, high = max(settings.lowest, old - settings.farthest), min(settings.highest, old + settings.farthest)
    near = [pitch for pitch in range(low, high + 1) if abs(pitch - old) >= settings.nearest]
    if letter == OTHER:
        return drawn([(pitch, 1.0) for pitch in near if pitch < high] or [(old, 1.0)], random)
    choices = [(pitch, weight) for pitch in near if (weight := sounding.weights[pitch % OCTAVE])] or [(old, 1.0)]
    kind = sounding.kinds.get(letter, sounding.kinds[HELPFUL])
    for _ in range(TRIES):
        pitch = drawn(choices, random)
        if (letter == APPROACH or kind[pitch % OCTAVE]) and (line is None or not settings.avoid_repeats or random() < line.freshness(pitch)):
            break
    return pitch
