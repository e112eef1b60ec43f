"""What a note is against the harmony: chord tone, colour tone, scale tone, approach tone or none of them.

Source: the note categories of Keller & Morrison, "A Grammatical Approach to Automatic Improvisation" (SMC 2007); scale tones are told apart
from other notes, and an approach tone must resolve into a chord or colour tone.
"""

from fractions import Fraction

from stages.harmony.changes import Changes
from stages.harmony.chords import Chord
from stages.melody.solo import Solo

CHORD, COLOUR, SCALE, APPROACH, OTHER = "C", "L", "S", "A", "X"


def static_category(pitch: int, chord: Chord) -> str:
    """C, L, S or X of a MIDI pitch against one chord, whatever comes next. Without a chord (NC) every note is C."""
    if not chord.sounds or pitch % 12 in chord.tones:
        return CHORD
    if pitch % 12 in chord.colour:
        return COLOUR
    return SCALE if pitch % 12 in chord.scale else OTHER


def category(pitch: int, onset: Fraction, following: tuple[int, Fraction] | None, changes: Changes) -> str:
    """The category of a note given the (pitch, onset) of the next note, None at the end.

    Table: C a tone of the chord sounding at the onset; L a colour tone of it; S another note of its scale; A none of these, and the next
    note is a semitone away and is C or L against its own chord; X anything else.
    """
    own = static_category(pitch, changes.at(onset))
    if own != OTHER or following is None:
        return own
    target, when = following
    resolves = abs(target - pitch) == 1 and static_category(target, changes.at(when)) in (CHORD, COLOUR)
    return APPROACH if resolves else OTHER


def categories(solo: Solo) -> list[str]:
    """The category of every note of a solo, in order."""
    following = [(note.pitch, note.onset) for note in solo.notes[1:]] + [None]
    return [category(note.pitch, note.onset, after, solo.changes) for note, after in zip(solo.notes, following)]
