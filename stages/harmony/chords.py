r"""Chords, and the one language of their symbols: whatever spelling comes in, one spelling goes out.

A symbol has four parts: root, quality, tensions and, after a slash, the bass: ``Bbm7b5/E``. ``parse_chord`` reads plain jazz usage, Impro-Visor,
iReal Pro and the Weimar Jazz Database in one grammar (``suffixes.py``), and the figures of music21, where ``B-7`` is B flat seven, when told so.
``chord_of_kind`` takes the harmony of MusicXML (``kinds.py``), ``nearest_chord`` whatever comes. ``write_chord`` is the way back (``naming.py``).

A chord *is* its root, its bass and its tones; all else follows from them, so ``CM7``, ``Cmaj7`` and ``C^`` are equal and C7 over an E flat triad,
``C7\Eb``, is C7#9/Eb. ``NC`` (no chord) has neither root nor tones. ``x``, ``%`` and iReal's ``W`` repeat the chord before and are no symbols.

Conventions: pitch classes are 0-11 with C = 0; every tuple of them is sorted and without repeats. *Chord tones* are the triad, its sixth or seventh
and the tensions that the symbol names; *colour tones* are the available tensions of its family and a bass from outside the chord; the *scale* is the
chord scale. Sources: tones as in Impro-Visor's chord vocabulary (Keller et al.), families, scales and colours as in ``scales.py``. The tests hold
them against that vocabulary and the templates of the Weimar Jazz Database's chord types (``tests/golden/chords``), exception by exception.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from stages.harmony.kinds import NEAPOLITAN, NO_CHORD_KIND, degrees_of_kind
from stages.harmony.naming import suffix_of
from stages.harmony.scales import FAMILIES, SCALES, family_of
from stages.harmony.suffixes import plain, read_suffix, tones_of

LETTERS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
ROOTS = ("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")     # how each pitch class is written
SILENCE = {"nc", "n c", "n", "no chord", "tacet"}                               # N.C. and all that, as ``plain`` leaves it, in small letters
ACCIDENTAL = r"(?:(?:bb|##)(?!4|5|6|9|11|13)|[b#])?"                            # Bbb5 is B flat with a flat fifth
NOTES = {"jazz": re.compile(f"[A-G]{ACCIDENTAL}"), "music21": re.compile(f"[A-G](?:--?|{ACCIDENTAL})")}
SLASHED = re.compile(r"([^/\\]*)([/\\]?)(.*)", re.DOTALL)                           # above, the slash, below
LOW = re.compile("[a-g][b#]?")                                                 # a bass in small letters, C7/bb
LONGEST = 200                                                                # characters of a symbol; nothing longer is one


class ChordSymbolError(ValueError):
    """A chord symbol that cannot be read; the message quotes it and says what was expected."""


@dataclass(frozen=True, slots=True)
class Chord:
    """One chord.

    Args:
        symbol: a spelling that ``parse_chord`` reads as this chord, if possible as it was written, e.g. ``Bbm7/Eb``; ``NC`` for no chord. Not compared.
        root: pitch class of the root, None for NC.
        bass: pitch class of the lowest note, None for NC.
        tones: the chord tones, colour: the colour tones, scale: the chord scale; sorted pitch classes, empty for NC.
        voicing: MIDI pitches as they were played, ascending, where a MIDI file tells; else empty.
        family: its name in FAMILIES (``scales.py``), empty for NC.
    """

    symbol: str = field(compare=False)
    root: int | None
    bass: int | None
    tones: tuple[int, ...]
    colour: tuple[int, ...] = ()
    scale: tuple[int, ...] = ()
    voicing: tuple[int, ...] = ()
    family: str = ""

    @property
    def sounds(self) -> bool:
        """False for NC."""
        return self.root is not None


NO_CHORD = Chord("NC", None, None, ())


@lru_cache(maxsize=8192)
def parse_chord(symbol: str, dialect: str = "jazz") -> Chord:
    """The chord that a symbol stands for.

    Args:
        dialect: ``jazz``, in which ``C-7`` is minor, or ``music21``, in which ``-`` behind the letter of a note is a flat.

    Raises:
        ChordSymbolError: the symbol is neither NC nor root + quality + tensions [+ bass or chord beneath].
    """
    chord = _read(symbol, NOTES[dialect], strict=True)
    if chord is None:
        shown = symbol if len(symbol) <= 60 else symbol[:60] + "..."
        raise ChordSymbolError(f"chord symbol {shown!r} not understood; expected root + quality + tensions [/ bass], e.g. 'Bbm7', 'C7#9/E', or 'NC'")
    return chord if dialect == "jazz" else _spelled(chord, symbol)


def nearest_chord(symbol: str) -> Chord:
    """As ``parse_chord``, but what is not understood is skipped; NO_CHORD without a root. It never fails."""
    chord = _read(symbol, NOTES["jazz"], strict=False)
    return NO_CHORD if chord is None else _spelled(chord, symbol)


def chord_of_kind(root: int, kind: str, degrees: tuple[tuple[int, int, str], ...] = (), bass: int | None = None, written: str = "") -> Chord:
    """The chord that the ``harmony`` element of a MusicXML file names.

    Args:
        root: pitch class, bass: pitch class, None for the root.
        kind: ``dominant``, ``minor-seventh``, ... (``kinds.py``).
        degrees: (value, alter, type) as in the file, type being ``add``, ``alter`` or ``subtract``.
        written: how the file prints the chord; kept as its symbol if it means the same.

    Raises:
        ChordSymbolError: an unknown kind or degree.
    """
    if kind == NO_CHORD_KIND:
        return NO_CHORD
    try:
        relative = tones_of(degrees_of_kind(kind, degrees))
    except ValueError as error:
        raise ChordSymbolError(str(error)) from None
    if bass is None:
        bass = (root + 4 * (kind == NEAPOLITAN)) % 12
    return _spelled(_chord("", root, relative, bass), written)


def chord_of_pitches(pitches: tuple[int, ...]) -> Chord:
    """A chord known only by its MIDI pitches: the lowest counts as root and bass; it has neither colour tones nor a scale."""
    voicing = tuple(sorted(pitches))
    low = voicing[0] % 12
    family = family_of(frozenset((pitch - low) % 12 for pitch in voicing))
    return Chord("[" + " ".join(map(str, voicing)) + "]", low, low, _sorted(pitch % 12 for pitch in voicing), voicing=voicing, family=family)


@lru_cache(maxsize=8192)
def write_chord(chord: Chord) -> str:
    """The one spelling of a chord, e.g. ``Bbm7b5/E``: equal chords are written alike, and ``parse_chord`` reads the same chord from it.

    A chord that was played is written by its tones; its voicing is lost.
    """
    if not chord.sounds:
        return NO_CHORD.symbol
    suffix = suffix_of(frozenset((tone - chord.root) % 12 for tone in chord.tones))
    return ROOTS[chord.root] + suffix + ("" if chord.bass == chord.root else "/" + ROOTS[chord.bass])


def pitch_class(name: str) -> int:
    """0-11 of a note name such as ``C``, ``Bb``, ``F##`` or, as music21 has it, ``B-``."""
    signs = name[1:]
    return (LETTERS[name[0].upper()] + signs.count("#") - signs.count("b") - signs.count("-")) % 12


def _read(symbol: str, note: re.Pattern, strict: bool) -> Chord | None:
    """The chord of a symbol; None if it is not understood."""
    text = plain(symbol[:LONGEST])
    if text.lower() in SILENCE:
        return NO_CHORD
    upper, slash, lower = SLASHED.fullmatch(text).groups()
    above = _half(upper, note, strict)
    below = _beneath(slash, lower.strip() if strict else SLASHED.fullmatch(lower)[1].strip(), note, strict)
    if above is None or strict and (len(symbol) > LONGEST or slash and below is None):
        return None
    root, relative = above
    bass, tones = below or (root, frozenset())
    return _chord(symbol, root, relative | {(bass + tone - root) % 12 for tone in tones}, bass)


def _half(text: str, note: re.Pattern, strict: bool) -> tuple[int, frozenset[int]] | None:
    """A root and the tones above it, in semitones."""
    match = note.match(text)
    degrees = read_suffix(text[match.end():], strict) if match else None
    return None if degrees is None else (pitch_class(match[0]), tones_of(degrees))


def _beneath(slash: str, text: str, note: re.Pattern, strict: bool) -> tuple[int, frozenset[int]] | None:
    """What stands under the slash: a bass, which brings no tones, or a whole chord, as always under a backslash."""
    if slash == "/" and (note.fullmatch(text) or LOW.fullmatch(text)):
        return pitch_class(text), frozenset()
    return _half(text, note, strict)


def _chord(symbol: str, root: int, relative: frozenset[int], bass: int) -> Chord:
    """The chord of these tones (semitones above the root); family, scale and colour follow from them."""
    family = family_of(relative)
    scale, colour = FAMILIES[family]
    tones = {(root + tone) % 12 for tone in relative}
    colours = {(root + tone) % 12 for tone in colour} | {bass}
    inside = {(root + tone) % 12 for tone in SCALES[scale]}
    return Chord(symbol, root, bass, _sorted(tones), _sorted(colours - tones), _sorted(inside | tones), family=family)


def _spelled(chord: Chord, written: str) -> Chord:
    """The chord with what was written as its symbol, if that is read as this chord; else with its one spelling."""
    if not chord.sounds:
        return chord
    try:
        understood = parse_chord(written) == chord
    except ChordSymbolError:
        understood = False
    return replace(chord, symbol=written if understood else write_chord(chord))


def _sorted(pitch_classes: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(pitch_classes)))
