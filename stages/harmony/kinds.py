"""Chords as MusicXML names them: one of its kinds, and degrees that are added, altered or subtracted.

Source: the kinds and the meaning of a degree are those of MusicXML 4.0 (W3C Community Group report, 2021: ``kind-value``, ``degree-type``). Each
kind is the chord of a usual symbol, so that a file and a lead sheet of the same tune have the same chords. This differs from the wording of the
standard in the thirteenths, which leave the eleventh out, and where the standard has only a name: a Neapolitan sixth is the major triad over its third;
Italian, French and German sixths count from the tonic, as music21 has them.

Conventions: as in ``suffixes.py``. An added degree is measured in the dominant scale (an added 7 is a minor seventh), an altered one from where the
kind has it, or as if it were added where it has none. The root cannot be subtracted.
"""

from collections.abc import Iterable

from stages.harmony.suffixes import SEMITONES, Degrees, read_suffix

KINDS = {
    "major": "", "minor": "m", "augmented": "+", "diminished": "o", "suspended-second": "sus2", "suspended-fourth": "sus4", "power": "5",
    "major-sixth": "6", "minor-sixth": "m6", "dominant": "7", "major-seventh": "M7", "minor-seventh": "m7", "major-minor": "mM7",
    "half-diminished": "m7b5", "diminished-seventh": "o7", "augmented-seventh": "7#5", "dominant-ninth": "9", "major-ninth": "M9", "minor-ninth": "m9",
    "dominant-11th": "11", "major-11th": "M11", "minor-11th": "m11", "dominant-13th": "13", "major-13th": "M13", "minor-13th": "m13",
    "Neapolitan": "", "Italian": "It+6", "French": "Fr+6", "German": "Gr+6", "Tristan": "tristan", "pedal": "pedal", "other": "pedal",
    "minor-major": "mM7", "augmented-ninth": "9#5", "dominant-seventh": "7",      # not in the standard, but in files (OpenEWLD, MuseScore 1)
}
NEAPOLITAN = "Neapolitan"
NO_CHORD_KIND = "none"
STEPS = (1, 9, 3, 11, 5, 13, 7)                                            # the degree of each step of a scale


def degrees_of_kind(kind: str, changes: Iterable[tuple[int, int, str]]) -> Degrees:
    """The degrees of a kind after its changes.

    Args:
        changes: (value, alter, type) as in MusicXML: degree from 1, semitones, ``add``, ``alter`` or ``subtract``.

    Raises:
        ValueError: an unknown kind, value or type; the message says what was expected.
    """
    if kind not in KINDS:
        raise ValueError(f"expected a kind of chord of MusicXML such as 'dominant' or 'minor-seventh', found {kind[:60]!r}")
    degrees = read_suffix(KINDS[kind])
    for value, alter, action in changes:
        if value < 1 or action not in ("add", "alter", "subtract"):
            raise ValueError(f"expected a degree from 1 that is to add, alter or subtract, found {action[:60]!r} {value}")
        degree = STEPS[(value - 1) % 7]
        _change(degrees, degree, alter, action)
    return degrees


def _change(degrees: Degrees, degree: int, alter: int, action: str) -> None:
    there = degrees[degree]
    if action == "subtract":
        degrees[degree] = {0} if degree == 1 else set()
    elif action == "alter" and there and degree != 1:
        degrees[degree] = {(tone + alter) % 12 for tone in there}
    else:
        there.add((SEMITONES[degree] + alter) % 12)
