"""Impro-Visor lead sheets (`.ls`): chords and an improvised line, readable in a text editor.

Source: the syntax and behaviour of Impro-Visor (Keller et al., Harvey Mudd College, version of 2019). Licence of a file: that of its author.

``corpora/words.py`` sorts the words of a file into directives, chords and melody. The head: ``(title ...) (composer ...) (meter 4 4) (key -1) (tempo 180.0)``.

* chords: ``Bbm7 C7/G NC``. ``|`` or ``,`` ends a bar, one before the first chord only opens it; the n chords of a bar share it evenly; ``/`` goes on with the
  chord before for one share, an empty bar for a whole one.
* notes: letter, accidental (``#`` or ``s``, ``b``), a ``+`` (``u``) or ``-`` for each octave above or below that from middle C up to B, duration: ``c+8 bb8/3 f#4.``;
  ``r`` is a rest, ``v`` a volume, which is left out. ``cb`` is the highest note of its octave, ``b#`` the lowest. The melody has no bar lines.

Quirks: time is counted in slots of 1/120 quarter note, so that a duration such as ``16/7`` is cut to whole slots as Impro-Visor does; a missing duration is an
eighth. Each further block of melody is one more chorus over the same chords, and a block takes as many choruses as its notes need (Impro-Visor has as many
bars for all choruses as the longest needs, and holds the last chord). Bars are counted; ``(bars 12)`` is obsolete. A melody without chords stands over NC. Chords
whose number does not divide the slots of a bar share it all the same (Impro-Visor refuses the sheet). The performer is the composer of the melody, in a
transcription the soloist; else that of the tune. ``(phrase ...)`` divides the chords, not the melody; ``(swing ...)`` is how a band would play and
``(transpose 2)`` at which pitch: neither moves a note. Empty bars before the first chord are NC (Impro-Visor forgets them). Of the 3,699 sheets in
Impro-Visor's repository none has one of these two.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

from stages.corpora.errors import CorpusError
from stages.corpora.leadsheet.words import BAR_LINES, SLOTS, Script, Word, read_note, read_script
from stages.corpora.limits import BARS, CHORDS, NOTES
from stages.corpora.reading import Glossary
from stages.harmony.changes import Changes
from stages.harmony.chords import NO_CHORD, Chord
from stages.melody.quantize import Grid, quantize
from stages.melody.solo import Note, Solo

LIMITS = {"tempo": (4, 1000), "key": (-7, 7)}    # quarter notes a minute; sharps
UNTITLED = re.compile(r"untitled( (score|leadsheet|tune))?|", re.IGNORECASE)    # what Impro-Visor calls a new sheet
UNITS = ("1", "2", "4", "8", "16", "32", "64")    # of a metre


@dataclass(frozen=True)
class Sheet:
    """A lead sheet: its changes for one chorus, the blocks of its melody (none in a mere chord chart), not yet on a grid, its labels and what the reader found."""

    changes: Changes
    choruses: tuple[tuple[Note, ...], ...]
    title: str
    composer: str
    performer: str
    tempo: float | None
    key: int | None
    style: str
    reading: dict[str, Any]


def read(path: Path, grid: Grid) -> Iterator[Solo]:
    """The solo of a lead sheet: all blocks of its melody in a row, each a chorus over the chords.

    Raises:
        CorpusError: as ``read_sheet``, or there is no note.
    """
    sheet = read_sheet(path)
    if not any(sheet.choruses):
        raise CorpusError(f"{path}: expected a melody part with notes, found chords only; such a chart can be improvised over (sample.charts) but not learnt from")
    length = sheet.changes.length
    written, begun = [], 0
    for block in sheet.choruses:
        written += [Note(note.onset + begun * length, note.duration, note.pitch) for note in block]
        begun += int(block[-1].onset // length) + 1 if block else 1
    if len(written) > NOTES:
        raise CorpusError(f"{path}: expected at most {NOTES} notes, found {len(written)}; this is no single lead sheet")
    notes, moves = quantize(written, grid, played=False)
    changes = _repeated(sheet.changes, max(begun, -int(-notes[-1].end // length)), path)          # the last note may ring over into one more
    notice = _notice(sheet, len(notes), changes)
    reading = sheet.reading | {"grid": moves.to_json()} | ({"notes": [*sheet.reading.get("notes", []), *notice]} if notice else {})
    tune = path.stem if UNTITLED.fullmatch(sheet.title) else sheet.title
    yield Solo(notes, changes, tune=tune, performer=sheet.performer, tempo=sheet.tempo, key=sheet.key, source=path.name, style=sheet.style, reading=reading)


def read_sheet(path: Path) -> Sheet:
    """The whole lead sheet, with or without a melody.

    Raises:
        CorpusError: no readable text, a metre, key, tempo or note that is not understood, or neither chords nor notes.
    """
    script = read_script(path)
    glossary = Glossary()
    metre = _metre(script)
    longest = Fraction(4 * metre[0], metre[1]) * BARS
    blocks = tuple(tuple(_melody(script, block.words, longest)) for block in script.blocks)
    changes = _changes(script, metre, glossary, max((block[-1].end for block in blocks if block), default=Fraction(0)))
    composer = script.between(script.header.get("composer", []))
    soloists = [name for name in (script.between(block.labels.get("composer", [])) for block in script.blocks) if name]
    keys = [script.header, *(block.labels for block in script.blocks)]
    style = _style(script)
    reading = {
        "chords": {"how": "written", "sure": 1.0} if script.chords else {"how": "none", "sure": 0.0}, **glossary.to_json(),
        **({"left out": dict(script.dropped)} if script.dropped else {}), **({"notes": script.notes} if script.notes else {}),
    }
    return Sheet(
        changes, blocks, script.between(script.header.get("title", [])), composer, *(soloists or [composer])[:1], _number(script, script.header, "tempo", float),
        _number(script, next((labels for labels in keys if labels.get("key")), {}), "key", int), style, reading,
    )


def _number(script: Script, labels: dict[str, list[Word]], name: str, kind: type) -> Any:
    """The number in a list, None where there is none. Raises CorpusError where it cannot be."""
    if not labels.get(name):
        return None
    low, high = LIMITS[name]
    word = labels[name][0]
    try:
        value = kind(word.text)
        if not low <= value <= high:
            raise ValueError
        return value
    except ValueError:
        raise CorpusError(f"{script.place(word)}: expected a number from {low} to {high} in ({name} ...), found {word.text[:40]!r}") from None


def _metre(script: Script) -> tuple[int, int]:
    words = [word.text for word in script.header.get("meter", [])] or ["4", "4"]
    if not re.fullmatch(r"[1-9][0-9]?", words[0]) or len(words) > 2 or words[-1] not in UNITS and len(words) == 2:
        found = " ".join(words)[:40]
        raise CorpusError(f"{script.place(script.header['meter'][0])}: expected (meter BEATS UNIT), e.g. (meter 3 4), found (meter {found})")
    return int(words[0]), int(words[1]) if len(words) == 2 else 4


def _style(script: Script) -> str:
    """The style of the first section, else of the head; further ones are noted."""
    names = list(dict.fromkeys(script.styles)) or [word.text for word in script.header.get("style", [])[:1]]
    if len(names) > 1:
        script.notes.append(f"sections in further styles: {', '.join(names[1:6])}")
    return names[0] if names else ""


def _changes(script: Script, metre: tuple[int, int], glossary: Glossary, end: Fraction) -> Changes:
    """The chords of one chorus; NC up to the end of the melody (quarter notes) where there is none."""
    bar_length = Fraction(4 * metre[0], metre[1])
    bars = _bars(script.chords) or [[] for _ in range(-int(-end // bar_length))]
    if not bars:
        raise CorpusError(f"{script.path}: expected chords with bar lines, e.g. 'Dm7 | G7 | CM7 | / |', found none")
    if len(bars) > BARS or sum(map(len, bars)) > CHORDS:
        raise CorpusError(f"{script.path}: expected at most {BARS} bars and {CHORDS} chords, found {len(bars)} and {sum(map(len, bars))}; this is no single lead sheet")
    shares: list[tuple[Fraction, Chord]] = [(Fraction(0), NO_CHORD)]
    for number, bar in enumerate(bars):
        for place, word in enumerate(bar):
            chord = shares[-1][1] if word.text[0] == "/" else glossary.chord(word.text)
            shares.append((number * bar_length + place * bar_length / len(bar), chord))
    odd = [number for number, bar in enumerate(bars, 1) if bar and bar_length * SLOTS % len(bar)]
    if odd:
        script.notes.append(f"bar {odd[0]}{' and others' * (len(odd) > 1)}: {len(bars[odd[0] - 1])} chords share {bar_length} quarter notes, which Impro-Visor refuses")
    first = 1 if len(shares) > 1 and shares[1][0] == 0 else 0
    kept = [next(group) for _, group in groupby(shares[first:], key=lambda share: share[1])]
    return Changes(tuple(kept), len(bars) * bar_length, metre)


def _bars(words: list[Word]) -> list[list[Word]]:
    """Chord words by bar; a bar ends with its bar line, and words behind the last one are a bar, too."""
    bars: list[list[Word]] = [[]]
    for word in words[1:] if words and words[0].text in BAR_LINES else words:
        if word.text in BAR_LINES:
            bars.append([])
        else:
            bars[-1].append(word)
    return bars if bars[-1] else bars[:-1]


def _melody(script: Script, words: list[Word], longest: Fraction) -> Iterator[Note]:
    """The notes of a block, their onsets counted from its beginning, ``longest`` quarter notes at most."""
    onset = Fraction(0)
    for word in words:
        if word.text[0] == "v":
            continue
        pitch, length = read_note(script, word)
        if pitch is not None and length:
            yield Note(onset, length, pitch)
        onset += length
        if onset > longest:
            raise CorpusError(f"{script.place(word)}: expected a melody of at most {BARS} bars, found more; this is no single lead sheet")


def _repeated(changes: Changes, count: int, path: Path) -> Changes:
    if count * changes.bars > BARS or count * len(changes.chords) > CHORDS:
        raise CorpusError(f"{path}: expected at most {BARS} bars and {CHORDS} chords, found {count} times {changes.bars} and {len(changes.chords)}; this is no single lead sheet")
    return changes.times(count)


def _notice(sheet: Sheet, notes: int, changes: Changes) -> list[str]:
    """What a user should know of the melody as a whole."""
    blocks, choruses = len(sheet.choruses), changes.length / sheet.changes.length
    longer = [f"{blocks} blocks of melody are longer than the chords, which go round {choruses} times"] if choruses > blocks else []
    sparse = [f"{notes} notes in {changes.bars} bars: the beginning of a melody, no solo"] if 4 * notes < changes.bars else []
    return longer + sparse
