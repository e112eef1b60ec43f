r"""Chord symbols, as jazz musicians write them, turned into pitch classes.

A symbol has four parts: root, quality, tensions and, after a slash, the bass: ``Bbm7b5/E``. Two spellings are read:

* plain jazz usage, as in Impro-Visor lead sheets: accidentals stand *before* the tension (``C7b9#11``, ``CM7``, ``Cm7b5``);
* the Weimar Jazz Database: ``-`` minor, ``j`` major seventh, ``o`` diminished, accidentals *behind* the tension
  (``C79b13b`` is C7 with b9 and b13).

The two cannot be confused: only in the second does another digit follow a ``6`` or ``7`` (``69`` is the same in both).
``C7\Eb`` is a polychord, C7 over an E flat triad. ``NC`` (no chord) has neither root nor tones.

Conventions: pitch classes are 0-11 with C = 0; every tuple of them is sorted and without repeats. *Chord tones* are the triad, its
sixth or seventh and the tensions that the symbol names; *colour tones* are the available tensions of its family and a bass from
outside the chord; the *scale* is the chord scale. Sources: ``harmony/scales.py``.
"""

import re
from dataclasses import dataclass
from functools import cache

from stages.harmony.scales import FAMILIES, SCALES, family_of

LETTERS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
NOTE = r"[A-G][b#]?"
SYMBOL = re.compile(rf"(?P<root>{NOTE})(?P<suffix>[^/\\]*)(?:/(?P<bass>{NOTE})|\\(?P<under>{NOTE}[^/\\]*))?")

# The parts of a suffix, tried in this order.
PARTS = re.compile(
    r"(?P<major>maj|ma(?!dd)|Maj|M|j|\^)|(?P<minor>min|mi|m|-)|(?P<diminished>dim|o|°)|(?P<half>h|ø)|(?P<augmented>aug|\+)"
    r"|(?P<suspended>sus(?:24|2|4)?)|(?P<alt>alt)|(?P<add>add)(?P<added>9|2|4|11|13|6)|(?P<altered>[b#](?:4|5|6|9|11|13))"
    r"|(?P<ninth>(?<=6)9(?=#11(?!#)))"                               # C69#11: not the #9 of the second spelling
    r"|(?P<behind>(?<=[67])(?:(?:9|11|13)[b#]?)+)|(?P<number>13|11|9|7|6|5|2)"
)
BEHIND = re.compile(r"(9|11|13)([b#]?)")
DEGREES = {"2": 2, "4": 5, "5": 7, "6": 9, "9": 2, "11": 5, "13": 9}  # semitones above the root
EXTENSIONS = {"9": {2}, "11": {2, 5}, "13": {2, 9}}                    # what C9, C11 and C13 add to the seventh chord


# Signs of handwriting and print, and what they are read as.
SIGNS = (("♭", "b"), ("♯", "#"), ("Δ7", "M7"), ("Δ", "M7"), ("6/9", "69"), ("(", ""), (")", ""), ("N.C.", "NC"))


class ChordSymbolError(ValueError):
    """A chord symbol that cannot be read; the message quotes it and says what was expected."""


@dataclass(frozen=True, slots=True)
class Chord:
    """One chord.

    Args:
        symbol: as written, e.g. ``Bbm7/Eb``; ``NC`` for no chord.
        root: pitch class of the root, None for NC.
        bass: pitch class of the lowest note, None for NC.
        tones: the chord tones, colour: the colour tones, scale: the chord scale; sorted pitch classes, empty for NC.
        voicing: MIDI pitches as they were played, ascending, where a MIDI file tells; else empty.
    """

    symbol: str
    root: int | None
    bass: int | None
    tones: tuple[int, ...]
    colour: tuple[int, ...] = ()
    scale: tuple[int, ...] = ()
    voicing: tuple[int, ...] = ()

    @property
    def sounds(self) -> bool:
        """False for NC."""
        return self.root is not None


NO_CHORD = Chord("NC", None, None, ())


@cache
def parse_chord(symbol: str) -> Chord:
    """The chord that a symbol stands for.

    Raises:
        ChordSymbolError: the symbol is neither NC nor root + quality + tensions [+ bass].
    """
    plain = symbol
    for sign, usual in SIGNS:
        plain = plain.replace(sign, usual)
    if plain == "NC":
        return NO_CHORD
    match = SYMBOL.fullmatch(plain)
    if match is None:
        raise _not_understood(symbol)
    root = pitch_class(match["root"])
    relative, suspended = _tones_of(match["suffix"], symbol)
    scale, colour = FAMILIES[family_of(relative, suspended)]
    tones = {(root + tone) % 12 for tone in relative}
    bass = root
    if match["bass"]:
        bass = pitch_class(match["bass"])
    elif match["under"]:
        under = parse_chord(match["under"])
        bass, tones = under.root, tones | set(under.tones)
    colours = {(root + tone) % 12 for tone in colour} | {bass}
    inside = {(root + tone) % 12 for tone in SCALES[scale]}
    return Chord(symbol, root, bass, _sorted(tones), _sorted(colours - tones), _sorted(inside | tones))


def chord_of_pitches(pitches: tuple[int, ...]) -> Chord:
    """A chord known only by its MIDI pitches: the lowest counts as root and bass; it has neither colour tones nor a scale."""
    voicing = tuple(sorted(pitches))
    low = voicing[0] % 12
    return Chord("[" + " ".join(map(str, voicing)) + "]", low, low, _sorted(pitch % 12 for pitch in voicing), voicing=voicing)


def pitch_class(name: str) -> int:
    """0-11 of a note name such as ``C``, ``Bb`` or ``F#``."""
    return (LETTERS[name[0]] + {"": 0, "b": -1, "#": 1}[name[1:]]) % 12


def _sorted(pitch_classes) -> tuple[int, ...]:
    return tuple(sorted(set(pitch_classes)))


def _not_understood(symbol: str) -> ChordSymbolError:
    return ChordSymbolError(f"chord symbol {symbol!r} not understood; expected root + quality + tensions [/ bass], e.g. 'Bbm7', 'C7#9/E', or 'NC'")


def _tones_of(suffix: str, symbol: str) -> tuple[frozenset[int], bool]:
    """Semitones above the root of the chord's tones, and whether its third is suspended."""
    words: dict[str, list[str]] = {}
    position = 0
    while position < len(suffix):
        part = PARTS.match(suffix, position)
        if part is None:
            raise _not_understood(symbol)
        words.setdefault(part.lastgroup, []).append(part[part.lastgroup])
        position = part.end()
    if "alt" in words:
        return frozenset({0, 4, 8, 10, 3}), False        # the common voicing of 7alt, C7#5#9
    numbers = words.get("number", [])
    altered = words.get("altered", []) + [sharp + degree for run in words.get("behind", []) for degree, sharp in BEHIND.findall(run)]
    tones = {0} | _third(words, numbers) | _fifth(words, altered) | _seventh(words, numbers)
    tones |= {_semitones(word) for word in altered if word[-1] != "5"} | {DEGREES[word] for word in words.get("added", [])}
    tones |= {2} if "ninth" in words else set()
    replaced = {2} if {"b9", "#9"} & set(altered) else {5} if "#11" in altered else set()
    for number in numbers:
        tones |= EXTENSIONS.get(number, set()) - replaced    # C13b9 has no natural ninth
    return frozenset(tones), "suspended" in words


def _semitones(word: str) -> int:
    """``b9`` -> 1, ``#11`` -> 6, ``13`` -> 9."""
    return DEGREES[word.lstrip("b#")] + {"b": -1, "#": 1}.get(word[0], 0)


def _third(words: dict, numbers: list[str]) -> set[int]:
    if "suspended" in words:
        return {2 if words["suspended"] == ["sus2"] else 5}
    if numbers == ["5"]:
        return set()
    if numbers == ["2"]:
        return {2, 4}
    return {3} if words.keys() & {"minor", "diminished", "half"} else {4}


def _fifth(words: dict, altered: list[str]) -> set[int]:
    if "b5" in altered or words.keys() & {"diminished", "half"}:
        return {6}
    return {8} if "#5" in altered or "augmented" in words else {7}


def _seventh(words: dict, numbers: list[str]) -> set[int]:
    sixth = {9} if "6" in numbers else set()
    if not set(numbers) & {"7", "9", "11", "13"}:
        return sixth | ({10} if "half" in words else set())
    if sixth:
        return sixth                                      # C69, C6 9
    if "major" in words:
        return {11}
    return {9} if "diminished" in words else {10}
