"""Scale degrees of chords, by the family of the chord: semitones above the root <-> text such as ``b3``.

Conventions: families have Impro-Visor's names. One table gives both directions, so that what is written is read back: how each semitone above the root is
written; the degrees without a sign are the scale that the signs refer to. 8 is the root an octave above, -1 the seventh below.

In Impro-Visor the table that is read with is another one than that which is written with: over half-diminished, augmented, suspended and, above the fifth,
diminished chords notes come back a semitone beside. ``faithful`` reads with that table.
"""

from stages.jazzgrammar.terminals import Degree

MAJOR, MINOR, MINOR_SEVENTH, DOMINANT, SUSPENDED, HALF_DIMINISHED, DIMINISHED, AUGMENTED, OTHER = FAMILIES = (
    "major", "minor", "minor7", "dominant", "sus4", "half-diminished", "diminished", "augmented", "other")
WRITTEN = {
    MAJOR: "1 b2 2 b3 3 4 #4 5 #5 6 b7 7",
    MINOR: "1 b2 2 3 #3 4 b5 5 b6 6 b7 7",
    MINOR_SEVENTH: "1 b2 2 3 #3 4 b5 5 b6 6 7 #7",
    DOMINANT: "1 b2 2 b3 3 4 #4 5 #5 6 7 #7",
    HALF_DIMINISHED: "1 2 #2 3 #3 4 5 #5 6 #6 7 #7",
    DIMINISHED: "1 b2 2 3 #3 4 5 #5 6 7 #7 b8",
    AUGMENTED: "1 b2 2 b3 3 4 #4 b5 5 6 b7 7",
}
WRITTEN |= {SUSPENDED: WRITTEN[DOMINANT], OTHER: WRITTEN[MAJOR]}
SCALES = {family: tuple(row.split().index(str(degree)) for degree in range(1, 8)) for family, row in WRITTEN.items()}
FAITHFUL_SCALES = SCALES | {SUSPENDED: SCALES[MAJOR], HALF_DIMINISHED: SCALES[MINOR_SEVENTH], AUGMENTED: (0, 2, 4, 5, 8, 9, 10)}

# Our families of chords (harmony/scales.py) by Impro-Visor's names.
FAMILY_OF = {
    "major": MAJOR, "lydian": MAJOR, "augmented major": AUGMENTED, "augmented": AUGMENTED, "minor": MINOR, "minor seventh": MINOR_SEVENTH, "aeolian": MINOR_SEVENTH,
    "harmonic minor": MINOR, "phrygian": MINOR_SEVENTH, "dominant": DOMINANT, "lydian dominant": DOMINANT, "mixolydian b6": DOMINANT, "half-whole": DOMINANT,
    "altered": DOMINANT, "whole tone": DOMINANT, "suspended": SUSPENDED, "suspended b9": SUSPENDED, "suspended major": SUSPENDED, "half-diminished": HALF_DIMINISHED,
    "locrian natural 2": HALF_DIMINISHED, "diminished": DIMINISHED, "": OTHER,
}


def write_degree(semitones: int, family: str) -> str:
    """The degree of a note so many semitones above the root, or octaves from there, within one octave above it."""
    return WRITTEN[family].split()[semitones % 12]


def semitones_of(degree: Degree, family: str, faithful: bool = False) -> int:
    """How many semitones above the root a degree lies."""
    number = degree.number - 1 if degree.number > 0 else degree.number
    octaves, step = divmod(number, 7)
    return (FAITHFUL_SCALES if faithful else SCALES)[family][step] + degree.accidentals + 12 * octaves
