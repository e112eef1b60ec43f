"""Transposing instruments: from what is written for a B flat saxophone to what sounds.

Source: the ``transpose`` element of MusicXML 4.0 says what to add to a written pitch. Chord symbols and the key signature are transposed like the notes.
"""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from stages.corpora.errors import CorpusError
from stages.corpora.musicxml.values import number
from stages.harmony.chords import LETTERS, ROOTS

STEPS = "CDEFGAB"
MOST = 99                       # steps, semitones or octaves


class Name(NamedTuple):
    """A root or bass: its pitch class, and how it is written."""

    pitch_class: int
    written: str


class Transposition(NamedTuple):
    """From written to sounding pitch.

    Args:
        steps: of the scale, None where the file does not say; semitones: both without the octaves that stand in an element of their own.
        octaves: these.
    """

    steps: int | None = 0
    semitones: int = 0
    octaves: int = 0

    def key(self, fifths: int) -> int:
        """The sounding key signature of a written one: as spelled by the steps, else the one with the fewest signs."""
        moved = fifths + 7 * self.semitones - 12 * (self.steps or 0)
        return moved if self.steps is not None and -7 <= moved <= 7 else (fifths + 7 * self.semitones + 5) % 12 - 5

    def name(self, step: str, alter: int) -> Name:
        """A written root as it sounds."""
        pitch_class = (LETTERS[step] + alter + self.semitones) % 12
        letter = STEPS[(STEPS.index(step) + (self.steps or 0)) % 7]
        sign = (pitch_class - LETTERS[letter] + 6) % 12 - 6
        named = self.steps is not None and abs(sign) <= 1
        return Name(pitch_class, letter + ("", "#", "b")[sign] if named else ROOTS[pitch_class])


CONCERT = Transposition()


def transposition_of(element: Element) -> Transposition:
    """Of a ``transpose`` element. Raises CorpusError where it is not in whole steps, or far away."""
    steps, semitones, octaves = (number(element.findtext(tag)) for tag in ("diatonic", "chromatic", "octave-change"))
    if any(found is not None and (abs(found) > MOST or found != int(found)) for found in (steps, semitones, octaves)):
        raise CorpusError("expected a transposition in whole semitones and octaves, found another")
    return Transposition(None if steps is None else int(steps), int(semitones or 0), int(octaves or 0))
