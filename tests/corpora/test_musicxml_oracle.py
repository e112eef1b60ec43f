"""The MusicXML reader against music21, another program, on real lead sheets: the same notes, and the same chords at the same places.

music21 leaves chords that are written at one place there, reads no chords from words, does not transpose and puts the
eleventh into a thirteenth; the sheets compared have none of that.
"""

from fractions import Fraction
from pathlib import Path

import pytest
from music21 import converter
from music21.harmony import ChordSymbol

from stages.corpora import musicxml
from stages.melody.quantize import Grid

SHEETS = Path(__file__).parents[3] / "shared/corpora/openewld"
FINE = Grid(10080, Fraction(0))
# Pickups, ties, triplets, repeats with endings, slash chords, degrees, offsets, 3/4, 6/8 and 2/2.
ALIKE = ["Alouette", "Auld_Lang_Syne", "Have_You_Met_Miss_Jones?", "Dardanella", "I_Can_Dream,_Can't_I?", "O_mio_babbino_caro", "Moten_Swing", "The_Parade_of_the_Wooden_Soldiers",
         "The_Old_Spinning_Wheel", "The_Sheik_of_Araby"]


def by_music21(path: Path) -> tuple[list, list]:
    """(onset, duration, pitch) of the notes with repeats played and ties joined, and (onset, (root, bass, pitch classes)) of the chords, equal ones merged."""
    part = converter.parse(path, forceSource=True).parts[0].expandRepeats()
    notes = [(note.offset, note.quarterLength, note.pitch.midi) for note in part.stripTies().flatten().notes if not isinstance(note, ChordSymbol) and not note.duration.isGrace]
    chords: dict = {}
    for chord in part.flatten().getElementsByClass(ChordSymbol):
        chords.setdefault(chord.offset, (chord.root().pitchClass, chord.bass().pitchClass, {pitch.pitchClass for pitch in chord.pitches}))
    return notes, merged(sorted(chords.items()))


def merged(chords: list) -> list:
    return [chord for number, chord in enumerate(chords) if number == 0 or chord[1] != chords[number - 1][1]]


@pytest.mark.parametrize("name", ALIKE)
def test_the_same_as_music21(name):
    path = SHEETS / f"{name}.mxl"
    solo = next(musicxml.read(path, FINE))
    notes, chords = by_music21(path)
    pickup = solo.notes[0].onset - Fraction(notes[0][0])           # music21 counts from the first note
    assert [(float(note.onset - pickup), float(note.duration), note.pitch) for note in solo.notes] == [(pytest.approx(float(onset), abs=1e-3), pytest.approx(float(length), abs=1e-3), pitch) for onset, length, pitch in notes]
    ours = merged([(float(onset - pickup), (chord.root, chord.bass, {chord.bass, *chord.tones})) for onset, chord in solo.changes.chords if chord.sounds])
    assert ours == [(pytest.approx(float(onset)), chord) for onset, chord in chords]
