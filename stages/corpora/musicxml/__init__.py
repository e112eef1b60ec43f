"""MusicXML (`.musicxml`, `.xml`, compressed `.mxl`): lead sheets with a melody and chord symbols, from any notation program.

Source: MusicXML 4.0 (W3C Community Group report, 2021) and what programs make of it since version 1.0. Licence of a file: that of its author.

One file is one solo: the melody of one part over the chords of the part that has most of them, in the order in which it is played, repeats and all.

* The melody is the part that is asked for; else the only one with notes; else the one with chord symbols, the one that is named like a melody, or the
  top one. In it the top staff and voice 1 count, in a measure without voice 1 the voice that is there; of notes that begin together the highest one.
* Tied notes are one. Grace notes, cue notes, slashes and notes without a pitch are left out, and counted.
* Several chords before one long note share it. Chord symbols typed as words ("E7(#5)", "N.C.") count where no ``harmony`` stands at the same place.
* A measure without a chord goes on with the one before; after a jump back, with the one that stands before it on paper.
* A composer is the performer of a lead sheet, as in ``leadsheet/``.

Its parts: ``scores.py``, ``mxl.py`` and ``markup.py`` open the file, ``measures.py`` (into ``part.py``), ``values.py``, ``transposition.py``, ``harmonies.py`` and ``signs.py`` read what is
written, ``repeats.py`` (with ``endings.py``), ``bars.py`` and ``voices.py`` lay it out in time.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from stages.corpora.errors import CorpusError
from stages.corpora.musicxml.bars import Bars, lay_out
from stages.corpora.musicxml.part import REST, Part
from stages.corpora.musicxml.repeats import played
from stages.corpora.musicxml.scores import Score, read_score
from stages.corpora.musicxml.values import TICKS, rounded
from stages.corpora.musicxml.voices import changes_along, melody_along
from stages.harmony.changes import Changes
from stages.melody.quantize import Grid, on_grid
from stages.melody.solo import Solo

MELODIC = re.compile(r"\b(melod\w*|voice|vocals?|lead|solo(ist)?|singer|voc|vox|canto|chant|gesang|stimme)\b", re.IGNORECASE)


def read(path: Path, grid: Grid, part: str | int | None = None) -> Iterator[Solo]:
    """The melody of a score over its chords.

    Args:
        part: which part is the melody, by its name or its number from 0; None to find it.

    Raises:
        CorpusError: no MusicXML, a broken or hostile one, or no melody in it.
    """
    score = read_score(path)
    melody, found = _melody(score.parts, part, path)
    order, bars, notes = _laid_out(score)
    line, left_out = melody_along(melody, order, bars, path)
    onsets, ends = np.array([note.onset for note in line]), np.array([rounded(note.end * grid.divisions, TICKS) for note in line])
    quantized, moves = on_grid(onsets, np.full(len(line), TICKS), ends, [note.pitch for note in line], grid, played=False)
    source = max([melody, *score.parts], key=_chord_count)
    changes = changes_along(source, order, bars, path)
    if quantized[-1].end > changes.length:
        raise CorpusError(f"{path}: expected notes that fit into {changes.bars} bars on a grid of {grid.divisions} slots a quarter note, found {len(quantized)}, too many")
    chords = {"how": "written", "sure": 1} if _chord_count(source) else {"how": "none"}
    between = sum(other.rounded for other in score.parts)
    notes += [f"{between} quarter tones were rounded to the next key"] * bool(between) + [f"{source.typed} chords were typed as words"] * bool(source.typed)
    notes += [f"at {source.shared} places several chords share the time up to the next note"] * bool(source.shared)
    left_out += source.left_out if source is not melody else {}
    reading = {"melody": found, "chords": chords, "key": melody.key is not None and {"how": "written", "sure": 1}, **score.symbols.to_json(), "grid": moves.to_json(),
               "left out": {what: count for what, count in sorted(left_out.items()) if count}, "notes": notes}
    yield Solo(quantized, changes, tune=score.title or path.stem, performer=score.composer, tempo=score.signs.tempo, key=melody.key, source=path.name,
               style=score.signs.style, swing=score.signs.swing, reading={key: value for key, value in reading.items() if value})


def changes_of(path: Path) -> Changes:
    """The chords of a score, which need not have a melody. Raises CorpusError as ``read`` does, and where there is no chord."""
    score = read_score(path)
    source = max(score.parts, key=_chord_count)
    if not _chord_count(source):
        raise CorpusError(f"{path}: expected chord symbols (harmony elements), found none")
    order, bars, _ = _laid_out(score)
    return changes_along(source, order, bars, path)


def _pitched(part: Part) -> bool:
    return any(tone.pitch != REST for measure in part.measures for tone in measure.tones)


def _chord_count(part: Part) -> int:
    return sum(len(measure.chords) for measure in part.measures)


def _melody(parts: Sequence[Part], asked: str | int | None, path: Path) -> tuple[Part, dict[str, Any]]:
    """The part with the melody, and what is to be said of it in ``Solo.reading``."""
    if asked is not None:
        return _asked(parts, asked, path)
    pitched = [part for part in parts if _pitched(part)]
    if not pitched:
        raise CorpusError(f"{path}: expected a melody, found no note with a pitch; such a chart can be improvised over (sample.charts) but not learnt from")
    with_chords = [part for part in pitched if any(measure.chords for measure in part.measures)]
    named = [part for part in pitched if any(MELODIC.search(name) for name in part.names)]
    if len(pitched) == 1:
        return pitched[0], {"part": pitched[0].names[0], "how": "only", "sure": 1}
    choices = (([part for part in named if part in with_chords], 0.95), (with_chords, 0.9), (named, 0.8), (pitched, 0.5))
    choice, sure = next((found[0], sure) for found, sure in choices if found)
    return choice, {"part": choice.names[0], "how": "found", "sure": sure}


def _asked(parts: Sequence[Part], asked: str | int, path: Path) -> tuple[Part, dict[str, Any]]:
    names = [part.names[0] for part in parts]
    if isinstance(asked, int):
        found, how = [part for number, part in enumerate(parts) if number == asked], "numbered"
    else:
        found, how = [part for part in parts if asked.casefold() in (name.casefold() for name in part.names)], "named"
    if not found:
        raise CorpusError(f"{path}: expected a part {asked!r}, found 0 to {len(parts) - 1}, named {', '.join(map(repr, names))}"[:400])
    if not _pitched(found[0]):
        raise CorpusError(f"{path}: expected a melody in part {asked!r}, found no note with a pitch there")
    return found[0], {"part": found[0].names[0], "how": how, "sure": 1}


def _laid_out(score: Score) -> tuple[list[int], Bars, list[str]]:
    """The measures in the order in which they are played, in bars, and notes on both."""
    order, notes = played(score.signs.marks)
    contents = []
    for number in range(len(score.signs.marks)):
        there = [part.measures[number] for part in score.parts if number < len(part.measures)]
        contents.append((max(measure.length for measure in there), next((measure.metre for measure in there if measure.metre), None)))
    if all(metre is None for _, metre in contents):
        notes.append("no metre is given, it is taken from the length of the measures")
    bars = lay_out(order, contents)
    if bars.odd:
        numbers = ", ".join(str(number + 1) for number in sorted(bars.odd)[:10])
        notes.append(f"{len(bars.odd)} measures are shorter or longer than their metre and became bars of their own length: {numbers}{', ...' if len(bars.odd) > 10 else ''}")
    return order, bars, notes
