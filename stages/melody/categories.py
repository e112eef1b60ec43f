"""What a note is against the harmony: chord tone, colour tone, scale tone, approach tone or none of them.

Source: the note categories of Keller & Morrison, "A Grammatical Approach to Automatic Improvisation" (SMC 2007); scale tones are told apart
from other notes, and an approach tone must resolve into a chord or colour tone.
"""

from itertools import zip_longest

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


def categories(solo: Solo) -> list[str]:
    """The category of every note of a solo, in order.

    Table: C a tone of the chord sounding at the onset; L a colour tone of it; S another note of its scale; A none of these, and the next
    note is a semitone away and is C or L against its own chord; X anything else.
    """
    notes, changes = solo.notes, solo.changes
    own = [static_category(note.pitch, changes.at(note.onset)) for note in notes]
    return [APPROACH if kind == OTHER and after in (CHORD, COLOUR) and abs(following.pitch - note.pitch) == 1 else kind
            for note, kind, following, after in zip_longest(notes, own, notes[1:], own[1:])]
