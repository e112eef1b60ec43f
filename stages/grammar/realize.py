"""Tokens + changes -> Solo, in the woodshed grammar: the inverse of ``abstract``, over any changes.

Over the changes that a solo was abstracted from, every note comes back. Over others a note is the pitch of the asked category nearest
to the wanted one (the note before plus the interval), by these rules in turn, the first that finds a pitch:

1. the asked category, on the wanted side of the note before (up, down, or the same pitch for an interval of 0), within an octave of the wanted pitch;
2. the asked category on either side of it, within an octave of the wanted pitch;
3. where the chord has no such pitch (no L or X under NC, no S beside the chord and colour tones of a dorian minor seventh): a colour tone,
   else a chord tone, in the same way.

An approach tone is chosen together with the note that it leads to: the target of its category nearest to where both intervals lead (at most
six semitones away) that has a note outside the scale beside it, on the wanted side if there is a choice. Where there is none, or
no C or L a semitone away is asked for next, an approach tone is taken as X.
All pitches stay within ``compass``: the wanted pitch is brought into it by octaves first.
"""

from fractions import Fraction

from stages.grammar.abstract import anchor
from stages.grammar.tokens import Token
from stages.harmony.changes import Changes
from stages.harmony.chords import Chord
from stages.melody.categories import APPROACH, CHORD, COLOUR, OTHER, SCALE, static_category
from stages.melody.solo import Note, Solo

COMPASS = (0, 127)
# What is taken where the chord has no pitch of the asked category.
INSTEAD = {CHORD: (CHORD,), COLOUR: (COLOUR, CHORD), SCALE: (SCALE, COLOUR, CHORD), OTHER: (OTHER, COLOUR, CHORD)}


def realize(tokens: list[Token], changes: Changes, compass: tuple[int, int] = COMPASS) -> Solo:
    """The solo that the tokens are over these changes.

    Args:
        tokens: as ``abstract`` makes them.
        changes: the chords to play over; the solo may end before or after them.
        compass: lowest and highest MIDI pitch, at least an octave apart.
    """
    sounding = []
    clock = Fraction(0)
    for token in tokens:
        if not token.rests:
            sounding.append((token, clock))
        clock += token.duration
    pitches = _pitches(sounding, changes, compass)
    notes = tuple(Note(onset, token.duration, pitch) for (token, onset), pitch in zip(sounding, pitches))
    return Solo(notes, changes)


def _pitches(sounding: list[tuple[Token, Fraction]], changes: Changes, compass: tuple[int, int]) -> list[int]:
    pitches: list[int] = []
    while len(pitches) < len(sounding):
        token, onset = sounding[len(pitches)]
        previous = pitches[-1] if pitches else anchor(onset, changes)
        pair = None
        if token.category == APPROACH and len(pitches) + 1 < len(sounding):
            target, when = sounding[len(pitches) + 1]
            pair = _approach(previous, token, changes.at(onset), target, changes.at(when), compass)
        pitches += pair or [nearest(previous, token.interval, OTHER if token.category == APPROACH else token.category, changes.at(onset), compass)]
    return pitches


def _approach(previous: int, token: Token, chord: Chord, target: Token, over: Chord, compass: tuple[int, int]) -> list[int] | None:
    """An approach tone outside ``chord`` and its target, or None where no such pair is in reach."""
    if target.category not in (CHORD, COLOUR) or abs(target.interval) != 1:
        return None
    wanted = _within(previous + token.interval, compass) + target.interval
    pairs = [(abs(goal - wanted), side != target.interval, goal - side, goal)
             for goal in range(wanted - 6, wanted + 7) for side in (1, -1)
             if static_category(goal, over) == target.category and static_category(goal - side, chord) == OTHER
             and compass[0] <= min(goal, goal - side) and max(goal, goal - side) <= compass[1]]
    return list(min(pairs)[2:]) if pairs else None


def _within(pitch: int, compass: tuple[int, int]) -> int:
    """The pitch, moved into the compass by octaves."""
    while pitch > compass[1]:
        pitch -= 12
    while pitch < compass[0]:
        pitch += 12
    return pitch


def nearest(previous: int, interval: int, category: str, chord: Chord, compass: tuple[int, int]) -> int:
    """The MIDI pitch of a note by the rules above.

    Args:
        previous: MIDI pitch of the note before. interval: semitones. category: C, L, S or X.
    """
    low, high = compass
    wanted = _within(previous + interval, compass)
    direction = (wanted > previous) - (wanted < previous)
    for kind in INSTEAD[category]:
        candidates = [pitch for pitch in range(max(low, wanted - 12), min(high, wanted + 12) + 1) if static_category(pitch, chord) == kind]
        onward = [pitch for pitch in candidates if (pitch > previous) - (pitch < previous) == direction]
        if candidates:
            return min(onward or candidates, key=lambda pitch: (abs(pitch - wanted), pitch))
    return wanted
