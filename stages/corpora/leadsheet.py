"""Impro-Visor lead sheets (`.ls`): chords and an improvised line, readable in a text editor.

Source: the syntax of Impro-Visor (Keller et al., Harvey Mudd College, version of 2019). Licence of a file: that of its author.

The text is a stream of words. Lists in parentheses are directives: ``(title ...) (composer ...) (meter 4 4) (key -1) (tempo 180.0)``
and, opening a part, ``(part (type chords) ...)`` or ``(part (type melody) ...)``. Loose words are music, told apart by their first letter:

* chords start with a capital: ``Bbm7 C7/G NC``. ``|`` or ``,`` ends a bar; the n chords of a bar share it evenly; ``/`` repeats the
  chord before; an empty bar goes on.
* notes start with a small letter: letter, accidental, a ``+`` or ``-`` for each octave above or below the one from middle C, duration:
  ``c+8 bb8/3 f#4.``; ``r`` is a rest, ``v`` a volume. The melody has no bar lines.

Quirks: time is counted in slots of 1/120 quarter note, so that a duration such as ``16/7`` is cut to whole slots as Impro-Visor does;
each melody part is one more chorus over the same chords; a missing duration is an eighth.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from pathlib import Path

from stages.corpora.errors import CorpusError
from stages.harmony.changes import Changes
from stages.harmony.chords import LETTERS, NO_CHORD, Chord, ChordSymbolError, parse_chord
from stages.melody.solo import Note, Solo

SLOTS = 120                                   # a quarter note
WORD = re.compile(r"[()|,]|[^\s()|,]+")
PITCH = re.compile(r"(?P<letter>[a-g])(?P<accidental>[#bs]?)(?P<octave>[+-]*)(?P<duration>.*)")
TERM = re.compile(r"(\d+)(?:/(\d+))?(\.*)")
DIRECTIVES = {"title", "composer", "meter", "key", "tempo"}
LIMITS = {"tempo": (4, 1000), "key": (-7, 7)}    # quarter notes a minute; sharps
UNITS = ("1", "2", "4", "8", "16", "32", "64")    # of a metre


@dataclass(frozen=True)
class Word:
    """One word of the file and the line it stands in."""

    text: str
    line: int


@dataclass(frozen=True)
class Sheet:
    """A lead sheet: its changes for one chorus, its melody parts (none in a mere chord chart) and its labels."""

    changes: Changes
    choruses: tuple[tuple[Note, ...], ...]
    title: str
    composer: str
    tempo: float | None
    key: int | None


def read(path: Path) -> Iterator[Solo]:
    """The solo of a lead sheet: all its melody parts in a row, each a chorus over the chords.

    Raises:
        CorpusError: the file is not text, a word is not understood, a bar does not divide, or there is no chord or no note.
    """
    sheet = read_sheet(path)
    count = sheet.choruses and _chorus_count(sheet, path)
    if not count or not any(sheet.choruses):
        raise CorpusError(f"{path}: expected a melody part with notes, found chords only; such a chart can be improvised over (sample.charts) but not learnt from")
    changes = sheet.changes.times(count)
    notes = [Note(note.onset + chorus * sheet.changes.length, note.duration, note.pitch)
             for chorus, part in enumerate(sheet.choruses) for note in part]
    yield Solo(tuple(notes), changes, tune=sheet.title or path.stem, performer=sheet.composer, tempo=sheet.tempo, key=sheet.key, source=path.name)


def read_sheet(path: Path) -> Sheet:
    """The whole lead sheet, with or without a melody. Raises CorpusError as ``read`` does."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CorpusError(f"{path}: expected a lead sheet, found no file to read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: expected a text file in UTF-8, found the byte {error.object[error.start]:#04x} at position {error.start}") from None
    header, chords, melodies = _sort(_words(text), path)
    metre, bars = _metre(header, path), _bars(chords)
    changes = _changes(bars, metre, path)
    parts = tuple(tuple(_melody(part, path)) for part in melodies)
    return Sheet(changes, parts, _text(header, "title"), _text(header, "composer"), _number(header, "tempo", float, path), _number(header, "key", int, path))


def duration(text: str) -> Fraction:
    """Quarter notes of a duration word: ``4`` 1, ``8`` 1/2, ``8/3`` 1/3, ``4.`` 3/2, ``2+8`` 5/2, nothing 1/2.

    Raises:
        ValueError: not a sum of note values.
    """
    if not text:
        return Fraction(1, 2)
    slots = 0
    for term in re.split(r"[+u]", text):
        match = TERM.fullmatch(term)
        if match is None:
            raise ValueError(text)
        value, tuplet, dots = int(match[1]), int(match[2] or 0), match[3]
        added = 0 if value == 0 else 4 * SLOTS * (tuplet - 1) // (value * tuplet) if tuplet else 4 * SLOTS // value
        for _ in range(len(dots) + 1):
            slots, added = slots + added, added // 2
    return Fraction(slots, SLOTS)


def _words(text: str) -> list[Word]:
    return [Word(match[0], number) for number, line in enumerate(text.splitlines(), 1) for match in WORD.finditer(line)]


def _sort(words: list[Word], path: Path) -> tuple[dict[str, list[Word]], list[Word], list[list[Word]]]:
    """The directives of the head, the words of the chords, and those of each melody part."""
    header: dict[str, list[Word]] = {}
    chords: list[Word] = []
    melodies: list[list[Word]] = []
    stack: list[list] = []
    for word in words:
        if word.text == "(":
            stack.append([])
        elif word.text == ")":
            if not stack:
                raise CorpusError(f"{path}:{word.line}: found ')' without '('")
            closed = stack.pop()
            if stack:
                stack[-1].append(closed)
            else:
                _directive(closed, header, melodies)
        elif stack:
            stack[-1].append(word)
        elif word.text in "|,/" or word.text[0].isupper():
            chords.append(word)
        else:
            if not melodies:
                melodies.append([])
            melodies[-1].append(word)
    if stack:
        raise CorpusError(f"{path}: expected ')' for every '(', found {len(stack)} of them open at the end of the file")
    return header, chords, melodies


def _directive(content: list, header: dict[str, list[Word]], melodies: list[list[Word]]) -> None:
    name = content[0].text if content and isinstance(content[0], Word) else ""
    if name == "part":
        kinds = [[word.text for word in entry if isinstance(word, Word)] for entry in content[1:] if isinstance(entry, list)]
        if ["type", "melody"] in kinds:
            melodies.append([])
    elif name in DIRECTIVES:
        header.setdefault(name, [word for word in content[1:] if isinstance(word, Word)])


def _text(header: dict[str, list[Word]], name: str) -> str:
    return " ".join(word.text for word in header.get(name, [])).replace(" ,", ",")


def _number(header: dict[str, list[Word]], name: str, kind: type, path: Path):
    words = header.get(name)
    if not words:
        return None
    low, high = LIMITS[name]
    try:
        value = kind(words[0].text)
        if not low <= value <= high:
            raise ValueError
        return value
    except ValueError:
        raise CorpusError(f"{path}:{words[0].line}: expected a number from {low} to {high} in ({name} ...), found {words[0].text!r}") from None


def _metre(header: dict[str, list[Word]], path: Path) -> tuple[int, int]:
    words = [word.text for word in header.get("meter", [])] or ["4", "4"]
    if not re.fullmatch(r"[1-9][0-9]?", words[0]) or len(words) > 2 or words[-1] not in UNITS and len(words) == 2:
        raise CorpusError(f"{path}:{header['meter'][0].line}: expected (meter BEATS UNIT), e.g. (meter 3 4), found (meter {' '.join(words)})")
    return int(words[0]), int(words[1]) if len(words) == 2 else 4


def _bars(words: list[Word]) -> list[list[Word]]:
    """Chord words by bar; a bar ends with its bar line, and words behind the last one are a bar, too."""
    bars: list[list[Word]] = [[]]
    for word in words:
        if word.text in "|,":
            bars.append([])
        else:
            bars[-1].append(word)
    return bars if bars[-1] else bars[:-1]


def _changes(bars: list[list[Word]], metre: tuple[int, int], path: Path) -> Changes:
    bar_length = Fraction(4 * metre[0], metre[1])
    shares: list[tuple[Fraction, Chord]] = []
    sounding = NO_CHORD
    for number, bar in enumerate(bars):
        if bar and bar_length * SLOTS % len(bar):
            raise CorpusError(f"{path}:{bar[0].line}: bar {number + 1}: {len(bar)} chords cannot share a bar of {bar_length} quarter notes evenly")
        for place, word in enumerate(bar):
            if word.text != "/":
                sounding = _chord(word, number + 1, path)
            shares.append((number * bar_length + place * bar_length / len(bar), sounding))
    if not shares:
        raise CorpusError(f"{path}: expected chords with bar lines, e.g. 'Dm7 | G7 | CM7 | / |', found none")
    if shares[0][0] != 0:
        shares.insert(0, (Fraction(0), NO_CHORD))
    kept = [next(group) for _, group in groupby(shares, key=lambda share: share[1])]
    return Changes(tuple(kept), len(bars) * bar_length, metre)


def _chord(word: Word, bar: int, path: Path) -> Chord:
    try:
        return parse_chord(word.text)
    except ChordSymbolError as error:
        raise CorpusError(f"{path}:{word.line}: bar {bar}: {error}") from None


def _melody(words: list[Word], path: Path) -> Iterator[Note]:
    onset = Fraction(0)
    for word in words:
        if re.fullmatch(r"v\d+", word.text):
            continue
        rest = word.text[0] == "r"
        match = PITCH.fullmatch(word.text)
        try:
            if not rest and match is None:
                raise ValueError
            length = duration(word.text[1:] if rest else match["duration"])
            pitch = None if rest else _pitch(match)
        except ValueError:
            raise CorpusError(f"{path}:{word.line}: note {word.text!r} not understood; expected letter a-g or r, accidental, octave marks and duration, e.g. 'bb+8', 'c4.', 'r2'") from None
        if pitch is not None and length:
            if not 0 <= pitch <= 127:
                raise CorpusError(f"{path}:{word.line}: expected a note within MIDI's 0 to 127, found {word.text!r}, which is {pitch}; correct its octave marks")
            yield Note(onset, length, pitch)
        onset += length


def _pitch(match: re.Match) -> int:
    accidental = {"": 0, "b": -1, "#": 1, "s": 1}[match["accidental"]]
    return 60 + LETTERS[match["letter"].upper()] + accidental + 12 * (match["octave"].count("+") - match["octave"].count("-"))


def _chorus_count(sheet: Sheet, path: Path) -> int:
    """How many choruses the melody parts cover; only the last part may be longer than one."""
    length, parts = sheet.changes.length, sheet.choruses
    ends = [part[-1].end if part else Fraction(0) for part in parts]
    for number, end in enumerate(ends[:-1], 1):
        if end > length:
            raise CorpusError(f"{path}: chorus {number}: its melody is {end} quarter notes long, its chords {length}")
    return len(parts) - 1 + max(1, -int(-ends[-1] // length))
