"""Chord scales: the notes a soloist hears as "inside" over a chord, and which of them colour it.

Conventions: a scale is a tuple of semitones above the chord's root, ascending, 0-11. The *colour* of a family are its available
tensions, the scale notes that may be leant on; a scale note that is neither chord tone nor colour is an avoid note.

Source: the chord scales and available tensions of Nettles & Graf, "The Chord Scale Theory & Jazz Harmony" (1997), and
Levine, "The Jazz Theory Book" (1995), ch. 3; the pairing of symbols and scales is the one that evaluations on the
Weimar Jazz Database use (lydian where #11 is named, half-whole diminished for b9, melodic minor for a minor sixth chord). ``tests/golden/chords``
has the scales and colours of Impro-Visor's vocabulary beside them: but for the exceptions that the test names, they agree.
"""

SCALES: dict[str, tuple[int, ...]] = {
    "ionian": (0, 2, 4, 5, 7, 9, 11),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "aeolian": (0, 2, 3, 5, 7, 8, 10),
    "locrian": (0, 1, 3, 5, 6, 8, 10),
    "locrian natural 2": (0, 2, 3, 5, 6, 8, 10),
    "melodic minor": (0, 2, 3, 5, 7, 9, 11),
    "harmonic minor": (0, 2, 3, 5, 7, 8, 11),
    "lydian augmented": (0, 2, 4, 6, 8, 9, 11),
    "lydian dominant": (0, 2, 4, 6, 7, 9, 10),
    "mixolydian b6": (0, 2, 4, 5, 7, 8, 10),
    "altered": (0, 1, 3, 4, 6, 8, 10),
    "whole tone": (0, 2, 4, 6, 8, 10),
    "half-whole": (0, 1, 3, 4, 6, 7, 9, 10),
    "whole-half": (0, 2, 3, 5, 6, 8, 9, 11),
}

# family of chords: (its scale, its colour)
FAMILIES: dict[str, tuple[str, tuple[int, ...]]] = {
    "major": ("ionian", (2, 6, 9, 11)),
    "lydian": ("lydian", (2, 6, 9, 11)),
    "augmented major": ("lydian augmented", (2, 6, 9)),
    "augmented": ("whole tone", (2, 6, 10)),
    "minor": ("melodic minor", (2, 5, 9, 11)),
    "minor seventh": ("dorian", (2, 5, 9)),
    "aeolian": ("aeolian", (2, 5)),
    "harmonic minor": ("harmonic minor", (2, 5)),
    "phrygian": ("phrygian", (5, 8)),
    "dominant": ("mixolydian", (2, 6, 9)),
    "lydian dominant": ("lydian dominant", (2, 6, 9)),
    "mixolydian b6": ("mixolydian b6", (2, 8)),
    "half-whole": ("half-whole", (1, 3, 6, 9)),
    "altered": ("altered", (1, 3, 6, 8)),
    "whole tone": ("whole tone", (2, 6, 8)),
    "suspended": ("mixolydian", (2, 9)),
    "suspended b9": ("phrygian", (3, 8)),
    "suspended major": ("ionian", (2, 9)),
    "half-diminished": ("locrian", (5, 8)),
    "locrian natural 2": ("locrian natural 2", (5, 8)),
    "diminished": ("whole-half", (2, 5, 8, 11)),
}


def family_of(tones: frozenset[int]) -> str:
    """The family in FAMILIES of a chord whose tones lie ``tones`` semitones above its root.

    Decided in this order: suspension, third, seventh, then the alterations (fifth, ninths, eleventh, thirteenth).
    """
    if {4, 5, 10} <= tones or not tones & {3, 4} and tones & {2, 5}:        # C11 is played as a suspended chord
        return _suspended(tones)
    if 4 in tones or 3 not in tones:
        return _dominant(tones) if 10 in tones else _major(tones)
    if 6 in tones and 7 not in tones:
        return ("locrian natural 2" if 2 in tones else "half-diminished") if 10 in tones else "diminished"
    if 8 in tones:
        return "harmonic minor" if 11 in tones and 10 not in tones else "aeolian"
    if 10 in tones:
        return "phrygian" if 1 in tones else "minor seventh"
    return "minor"


def _suspended(tones: frozenset[int]) -> str:
    if 1 in tones:
        return "suspended b9"
    return "suspended major" if 10 not in tones and tones & {9, 11} else "suspended"


def _major(tones: frozenset[int]) -> str:
    if 8 in tones and 7 not in tones:                                # with a perfect fifth it is a minor sixth
        return "augmented major" if 11 in tones else "augmented"
    return "lydian" if 6 in tones else "major"


def _dominant(tones: frozenset[int]) -> str:
    if tones & {1, 3}:
        return "altered" if 8 in tones or 7 not in tones else "half-whole"
    if 8 in tones:
        return "mixolydian b6" if 7 in tones else "whole tone"
    return "lydian dominant" if 6 in tones else "dominant"
