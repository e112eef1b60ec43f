"""The words of an Impro-Visor lead sheet: which stand in lists, which are chords, which are notes.

The text is a stream of words between blanks; ``( ) [ ] | ,`` are words by themselves. Lists in parentheses are directives, nested to any depth; loose words
are music, told apart by their first sign: a bar line ``|`` or ``,``, a slash and a capital belong to the chords, a small letter to the melody. ``(part (type
melody) ...)`` begins a further block of melody if the one before it has words. A word that begins with ``//`` hides the rest of its line, one with ``/*`` all up to ``*/``.

A note is a letter, an accidental, octave marks and a duration: ``bb-8/3``. Its pitch lies in the octave from middle C up to B, whatever its accidental
(``cb`` is B, ``b#`` C), moved by the marks. A duration is a sum of note values with dots, ``8/3`` being one of three eighths in the time of two, in whole
slots of 1/120 quarter note.

Source: the behaviour of Impro-Visor (version of 2019; its files Leadsheet.java and Tokenizer.java). Loose numbers and brackets and a ``)`` too many are
ignored there and here, a ``)`` too many or too few within a title or comment only here. A file is UTF-8; an older one that is not is taken for Windows-1252.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate, islice
from pathlib import Path
from typing import NamedTuple

from stages.corpora.errors import CorpusError
from stages.corpora.limits import content
from stages.harmony.chords import LETTERS
from stages.melody.quantize import position

LARGEST = 2**19                               # bytes of one sheet; the longest real one, 104 choruses of Giant Steps, has 54,000
WORDS = 50_000                                # of one sheet, those in lists included; that one has 12,000
WORD = re.compile(r"[()\[\]|,]|[^\s()\[\]|,]+")
COMMENT = re.compile(r"(?<![^\s()\[\]|,])(?://[^\n]*|/\*.*?(?:\*/|\Z))", re.DOTALL)
FREE = re.compile(r"^([ \t]*\((?:title|composer|show|year|comments)\b)(.*)(\)[ \t]*)$", re.MULTILINE)      # what people write freely, in a line of its own
BAR_LINES = "|,"
SLOTS = 120                                   # a quarter note
EIGHTH = SLOTS // 2                           # what a note without a duration lasts, in slots
NOTE = re.compile(r"(?P<letter>[a-g])(?P<accidental>[#bs]?)(?P<octave>[+\-u]*)(?P<duration>.*)", re.DOTALL)
TERM = re.compile(r"([0-9]*)(?:/([0-9]+))?(\.*)")
LONGEST_DURATION = 50_000                     # signs of a duration; 400 bars take 800
ALTERED = {"": 0, "b": -1, "#": 1, "s": 1}


class Word(NamedTuple):
    """One word and the place in the text where it begins."""

    text: str
    start: int


@dataclass
class Block:
    """A block of melody: the lists in its ``(part ...)`` by their names, and its notes and rests."""

    labels: dict[str, list[Word]]
    words: list[Word] = field(default_factory=list)


@dataclass
class Script:
    """A lead sheet, sorted.

    Args:
        notes: what a user should know.
        header: the words of each directive, by its name; the last one of a name counts.
        chords: chord symbols, slashes and bar lines.
        blocks: the melody.
        styles: the names of the styles of its sections, in order.
        dropped: how many words of which kind were ignored.
    """

    path: Path
    text: str
    notes: list[str]
    header: dict[str, list[Word]] = field(default_factory=dict)
    chords: list[Word] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)

    def place(self, word: Word) -> str:
        """Where a word stands: path and line, counted from 1."""
        return f"{self.path}:{self.text.count(chr(10), 0, word.start) + 1}"

    def between(self, words: list[Word]) -> str:
        """The text from the first of some words to the last, in one line."""
        return " ".join(self.text[words[0].start:words[-1].start + len(words[-1].text)].split()) if words else ""


def read_script(path: Path) -> Script:
    """The words of a file, sorted.

    Raises:
        CorpusError: not readable, too long, or a parenthesis is never closed.
    """
    script = Script(path, *_text(content(path, LARGEST)))
    directive: list[Word] = []
    opened: list[Word] = []
    for word in _words(script):
        if word.text == ")":
            closed = bool(opened) and opened.pop()
            if not closed:
                script.dropped["')' without '('"] += 1
            elif not opened:
                _directive(script, directive)
                directive = []
        if opened:
            directive.append(word)
        if word.text == "(":
            opened.append(word)
        elif word.text != ")" and not opened:
            _loose(script, word)
    if opened:
        raise CorpusError(f"{script.place(opened[0])}: expected ')' for every '(', found {len(opened)} of them open at the end of the file; the first one stands here")
    return script


def read_note(script: Script, word: Word) -> tuple[int | None, Fraction]:
    """Pitch (None: a rest) and duration in quarter notes of a word of the melody. Raises CorpusError where it is not understood."""
    text = word.text.lower()
    match = NOTE.fullmatch(text)
    try:
        if text[0] == "r":
            return None, duration(text[1:])
        if match is None:
            raise ValueError
        pitch, length = _pitch(match), duration(match["duration"])
    except ValueError:
        raise CorpusError(f"{script.place(word)}: note {word.text[:40]!r} not understood; "
                          "expected letter a-g or r, accidental, octave marks and duration, e.g. 'bb+8', 'c4.', 'r2'") from None
    if not 0 <= pitch <= 127:
        raise CorpusError(f"{script.place(word)}: expected a note within MIDI's 0 to 127, found {word.text[:40]!r}, which is {pitch}; correct its octave marks")
    return pitch, length


def duration(text: str) -> Fraction:
    """Quarter notes of a duration word: ``4`` 1, ``8`` 1/2, ``8/3`` 1/3, ``4.`` 3/2, ``2+8`` 5/2, nothing 1/2, ``0`` 0.

    Raises:
        ValueError: not a sum of note values.
    """
    if not text:
        return position(EIGHTH, SLOTS)
    if len(text) > LONGEST_DURATION or not text[0].isdigit():
        raise ValueError(text)
    if not text.strip("0"):
        return Fraction(0)
    slots = sum(map(_slots, re.split(r"[+u]", text)))
    return position(slots or EIGHTH, SLOTS)


def _text(found: bytes) -> tuple[str, list[str]]:
    """The text with line feeds only, comments blanked, and a note where it is not UTF-8."""
    notes = []
    try:
        text = found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        notes.append(f"no UTF-8 (byte {error.object[error.start]:#04x} at position {error.start}): read as Windows-1252")
        text = _windows(found)
    return COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text.replace("\r\n", "\n").replace("\r", "\n")), notes


def _windows(found: bytes) -> str:
    try:
        return found.decode("cp1252")
    except UnicodeDecodeError:                # five bytes have no meaning there
        return found.decode("latin-1")


def _words(script: Script) -> Iterator[Word]:
    if len(list(islice(WORD.finditer(script.text), WORDS + 1))) > WORDS:            # counted before any of them is looked at
        raise CorpusError(f"{script.path}: expected at most {WORDS} words, found more; this is no single lead sheet")
    return (Word(match[0], match.start()) for match in WORD.finditer(_matched(script.text)))


def _matched(text: str) -> str:
    """The text, of the same length; where parentheses are not matched, a title or comment in a line of its own has none but its own."""
    if _matches(text):
        return text
    return FREE.sub(lambda line: line[1] + (line[2] if _matches(line[2]) else re.sub(r"[()]", "_", line[2])) + line[3], text)


def _matches(text: str) -> bool:
    depths = list(accumulate(1 if match[0] == "(" else -1 for match in re.finditer(r"[()]", text)))
    return not depths or min(depths) == depths[-1] == 0


def _loose(script: Script, word: Word) -> None:
    """A word outside of all lists."""
    first = word.text[0]
    if first in BAR_LINES or first == "/" or first.isalpha() and not first.islower():
        script.chords.append(word)
    elif first in "[]" or re.fullmatch(r"[-+]?[\d.]+", word.text):
        script.dropped["loose numbers and brackets"] += 1
    else:
        if not script.blocks:
            script.blocks.append(Block({}))
        script.blocks[-1].words.append(word)


def _directive(script: Script, words: list[Word]) -> None:
    """A list that stands in no other, without its parentheses."""
    name, rest = (words[0].text, words[1:]) if words else ("", [])
    if name == "part":
        labels = dict(_lists(rest))
        if [word.text for word in labels.get("type", [])] == ["melody"]:
            if script.blocks and not script.blocks[-1].words:
                script.blocks.pop()
            script.blocks.append(Block(labels))
    elif name in ("section", "phrase"):
        script.styles += [style[0].text for inner, style in _lists(rest) if inner == "style" and style]
    elif name:
        script.header[name] = rest


def _lists(words: list[Word]) -> Iterator[tuple[str, list[Word]]]:
    """Name and words of each list among the words; what is nested deeper stays in its words."""
    depth, found = 0, []
    for word in words:
        depth -= word.text == ")"
        if depth:
            found.append(word)
        elif found:
            yield found[0].text, found[1:]
            found = []
        depth += word.text == "("


def _pitch(match: re.Match) -> int:
    marks = match["octave"]
    return 60 + (LETTERS[match["letter"].upper()] + ALTERED[match["accidental"]]) % 12 + 12 * (len(marks) - 2 * marks.count("-"))


def _slots(term: str) -> int:
    """Slots of one note value, cut to whole ones at each step. Raises ValueError."""
    match = TERM.fullmatch(term)
    if match is None:
        raise ValueError(term)
    value, tuplet, dots = int(match[1] or 8), int(match[2] or 1), match[3]
    if not value or not tuplet:
        raise ValueError(term)
    added = 4 * SLOTS * max(tuplet - 1, 1) // (value * tuplet)
    slots = added
    for _ in dots:
        added //= 2
        slots += added
    return slots
