"""Chords of MusicXML: the ``harmony`` element, and chord symbols that were typed as words.

Conventions: a transposing part has its chords transposed like its notes, so both are moved to what sounds. Of stacked harmonies (V of II) the first
counts. Scale degrees without a root (numerals, functions) are left out; programs write them below chord symbols, as an analysis. So are words that
stand in place of a chord ("Intro", "%"): there the chord before goes on.
Several chords at one place, without an offset, share the time up to the next note, as one reads them over a long note. An inversion without a bass puts the third, fifth or seventh there.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from xml.etree.ElementTree import Element

from stages.corpora.errors import CorpusError
from stages.corpora.musicxml.transposition import Name, Transposition
from stages.corpora.musicxml.values import TICKS
from stages.corpora.reading import Glossary
from stages.harmony.chords import LETTERS, NO_CHORD, ROOTS, Chord, ChordSymbolError, chord_of_kind, parse_chord

MOST_SYMBOLS = 2000             # different ones in a score; collections of exercises have some hundred
NAMES = re.compile(r"(?:(?<=/)|^)([A-G])([b#]?)")
ACCIDENTALS = {"": 0, "#": 1, "b": -1}
STACK = {1: (3, 4, 5, 2), 2: (7, 6, 8), 3: (10, 11, 9)}                     # what stands in the bass of an inversion: semitones above the root, the likely ones first
TYPED = re.compile(r"[A-G][b#]?(?![1-5]$)(?=.*\d|m|M|\+|dim|aug|sus)\S.{0,15}", re.DOTALL)
SILENT = re.compile(r"\(?(N\.? ?C\.?|no chord)[\W\d]*", re.IGNORECASE)
GLYPHS = str.maketrans({"\ue10c": "#", "\ue10d": "b", "\ue10e": "", "\ue260": "b", "\ue261": "", "\ue262": "#", "♭": "b", "♯": "#"})     # of music fonts


class Symbols(Glossary):
    """The chord symbols of a score, which are bounded: a new one takes some time to understand."""

    def __init__(self):
        super().__init__()
        self._met: set[Hashable] = set()

    def meet(self, symbol: Hashable) -> None:
        """To be called with every symbol. Raises CorpusError where they are too many."""
        self._met.add(symbol)
        if len(self._met) > MOST_SYMBOLS:
            raise CorpusError(f"expected at most {MOST_SYMBOLS} different chord symbols in a score, found more")


def chord_of(element: Element, sounding: Transposition, symbols: Symbols, left_out: Counter) -> Chord | None:
    """The chord of a ``harmony`` element; None, counted, where it is no chord symbol. Raises CorpusError as ``Symbols`` does."""
    kind, root, bass, inversion, degrees, by_degree = None, None, None, 0, [], False
    for child in element:
        if child.tag == "kind":
            if kind is not None:
                break                                          # a second harmony of a stack
            kind = child
        elif child.tag == "root" and kind is None:
            root = _place(child, "root", sounding)
        elif child.tag in ("function", "numeral"):
            by_degree = True
        elif child.tag == "bass":
            bass = _place(child, "bass", sounding)
        elif child.tag == "degree":
            degrees.append((_number(child.findtext("degree-value")), _number(child.findtext("degree-alter")), (child.findtext("degree-type") or "").strip()))
        elif child.tag == "inversion":
            inversion = _number(child.text)
    name, text = ("", "") if kind is None else ((kind.text or "").strip(), kind.get("text", "").strip())
    if name == "none" or root is None:
        chord = typed_chord(text, sounding, symbols) if text else NO_CHORD if name == "none" and not by_degree else None
        left_out["chords without a root" if by_degree else "words in place of chords"] += chord is None
        return chord
    symbols.meet((root, name, text, tuple(degrees), bass))
    chord = _of_kind(root, name, text, tuple(degrees), bass)
    if chord is None:
        chord = symbols.chord(_symbol(root, text or name, bass))
    beneath = _bass_of(chord, inversion) if bass is None and chord.sounds else None
    return chord if beneath is None else _of_kind(root, name, text, tuple(degrees), beneath) or chord


def typed_chord(words: str, sounding: Transposition, symbols: Symbols) -> Chord | None:
    """The chord that words over the staff spell, if they are nothing else; "A", "B2" and "Go" are labels and words. Raises CorpusError as ``Symbols`` does."""
    text = words.strip().translate(GLYPHS)
    if SILENT.fullmatch(text):
        return NO_CHORD
    if not TYPED.fullmatch(text):
        return None
    symbols.meet(text)
    try:
        return parse_chord(NAMES.sub(lambda match: sounding.name(match[1], ACCIDENTALS[match[2]]).written, text))
    except ChordSymbolError:
        return None


def spread(stacks: Mapping[int, Sequence[Chord]], onsets: Iterable[int], length: int) -> dict[int, Chord]:
    """Chords that stand at one place share the time up to the next note or chord.

    Args:
        stacks: the chords of a measure by their place, onsets: of its notes and rests, length: of the measure; all in ticks.
    """
    if all(len(stack) == 1 for stack in stacks.values()):
        return {place: stack[0] for place, stack in stacks.items()}
    beginnings = sorted({*stacks, *onsets, length})
    alone: dict[int, Chord] = {}
    for place, stack in sorted(stacks.items()):
        chords = [chord for chord, _ in groupby(stack)]
        following = beginnings[min(bisect_right(beginnings, place), len(beginnings) - 1)]
        alone |= {place + share: chord for share, chord in zip(shares(max(following - place, 0), len(chords)), chords)}
    return alone


def shares(length: int, count: int) -> list[int]:
    """Where so many chords stand that share a length (ticks): evenly, but on beats, or on halves of beats where there are not enough: 2 in 3 beats are [0, 2]."""
    unit = TICKS
    while unit * count > length > 0 and unit % 2 == 0:
        unit //= 2
    return [-(-length * number // (count * unit)) * unit for number in range(count)]


@lru_cache(maxsize=8192)
def _of_kind(root: Name, kind: str, text: str, degrees: tuple[tuple[int, int, str], ...], bass: Name | None) -> Chord | None:
    """None where the kind is unknown, or where ``other`` says less than the text."""
    if kind == "other" and text and not degrees:
        return None
    try:
        return chord_of_kind(root.pitch_class, kind, degrees, None if bass is None else bass.pitch_class, _symbol(root, text, bass))
    except ChordSymbolError:
        return None


def _symbol(root: Name, text: str, bass: Name | None) -> str:
    return root.written + text[:60] + ("" if bass is None else "/" + bass.written)


def _place(element: Element, prefix: str, sounding: Transposition) -> Name | None:
    step = (element.findtext(prefix + "-step") or "").strip().upper()
    return sounding.name(step, _number(element.findtext(prefix + "-alter"))) if step in LETTERS else None


def _number(text: str | None) -> int:
    """An integer; 0 where there is none."""
    try:
        return int(float((text or "0")[:12]))
    except (ValueError, OverflowError):
        return 0


def _bass_of(chord: Chord, inversion: int) -> Name | None:
    for semitones in STACK.get(inversion, ()):
        place = (chord.root + semitones) % 12
        if place in chord.tones:
            return Name(place, ROOTS[place])
    return None
