"""Pitches, and transposing instruments: from what is written for a B flat saxophone to what sounds.

Source: the ``transpose`` element of MusicXML 4.0 says what to add to a written pitch. Chord symbols and the key signature are transposed like the notes.
"""

from fractions import Fraction
from math import floor
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


def pitch_of(element: Element, sounding: Transposition) -> tuple[int, bool]:
    """The sounding pitch of a ``pitch`` element as a MIDI number, and whether it is exact: quarter tones go to the next key. Raises CorpusError where it is none."""
    step, alter, octave = (element.findtext("step") or "").strip(), number(element.findtext("alter") or "0"), number(element.findtext("octave"))
    if step not in LETTERS or alter is None or octave is None:
        raise CorpusError(f"expected a pitch with a step from A to G, an alter and an octave, found {step[:20]!r}, {element.findtext('alter')!r:.30} and {element.findtext('octave')!r:.30}")
    semitones = alter if isinstance(alter, int) else floor(alter + Fraction(1, 2))
    midi = 12 * int(octave) + 12 + LETTERS[step] + semitones + sounding.semitones + 12 * sounding.octaves
    if not 0 <= midi <= 127:
        raise CorpusError(f"expected a note within MIDI's 0 to 127, found {midi}: step {step}, alter {alter}, octave {octave}")
    return midi, semitones == alter
