"""Standard MIDI Files (`.mid`, `.midi`): whatever a file holds, its melody over its chords.

Source: the Standard MIDI File 1.0 (``midi/score.py``). Licence of a file: see its entry in the catalogue of corpora in params.yaml.

* The melody is the part that ``melody`` names (by its name or its number, tracks with notes counted from 0), else the one that looks most like a
  melody (``midi/melody.py``); of notes that sound together the highest (``line.py``).
* The chords are, in this order: chord symbols in the texts of the file (``midi/texts.py``), the lead sheet beside it (the same name and the ending .ls,
  .musicxml, .mxl or .xml), what the other parts play, or simple changes that fit the melody (``midi/chords.py``).
  Written ones that cover little or do not fit what is played give way to what is heard; a lead sheet begins in the bar where it fits best.
* Swung eighths become even ones, and played onsets the rhythm that they are nearest to (``melody/swing.py``), before they move to the grid.
* The bars are those of ``metre`` and ``pickup`` where these are told, else those of the file; a pickup that it does not tell of shows in where the chords
  change (``midi/downbeat.py``).

What was found and how sure it is stands in ``Solo.reading``. Time counts from the first bar of the file; where the melody rests for more than four
bars at first, from the bar in which it starts. With ``quantisation: seed`` a file is read as the course notebook reads it (``midi/seed.py``).
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from stages.corpora.errors import CorpusError
from stages.corpora.limits import NOTES, content
from stages.corpora.midi import chords as harmonisation
from stages.corpora.midi import seed
from stages.corpora.midi.chords import Found
from stages.corpora.midi.downbeat import played_pickup, written_pickup
from stages.corpora.midi.line import Line, line
from stages.corpora.midi.melody import Choice, choose, find
from stages.corpora.midi.options import SOURCES, Options, options_of
from stages.corpora.midi.rhythm import rhythm
from stages.corpora.midi.score import Part, Ruler, Score, read_score, ruler, tempo_at
from stages.corpora.midi.sounding import Frame, listen
from stages.corpora.midi.texts import chord_symbols, title
from stages.corpora.reading import Glossary
from stages.harmony.changes import Changes
from stages.harmony.chords import NO_CHORD
from stages.harmony.key import Key, estimate_key, in_signature, key_of_signature
from stages.melody.quantize import Grid
from stages.melody.solo import Note, Solo

REST = 4                                             # bars without melody that are kept at the start and at the end
OVERHANG = Fraction(1, 8)                            # quarter notes that the last chord may sound into the next bar
EFFECTS = 112                                        # General MIDI programs from here on have no pitch to speak of
THIN = 1.4                                           # voices that accompaniment has at least on average
FINE = 48                                            # of a quarter note: how long a pickup may be told
TWO_HANDS, THICK = 0.8, 0.25                         # how sure at most a melody is that was taken out of a part; share of other notes in that
ENOUGH = 48                                          # notes, from which on they may speak against a signature
DEFAULT_TEMPO = 120.0                                # of a file that names none (Standard MIDI File 1.0)
UNTITLED = {"", "untitled", "untitled score", "conductor", "conductor track", "control track", "control", "tempo", "tempo track", "meta", "master", "midi", "track 0", "track 1"}


def read(path: Path, grid: Grid, **declared: Any) -> Iterator[Solo]:
    """The solo of a MIDI file.

    Args:
        declared: fields of Options, or all of those of ``midi/seed.py``'s Options.

    Raises:
        CorpusError: the file is broken or not MIDI, an option is wrong, or there is nothing in the file that could be a melody.
    """
    if declared.keys() & {field.name for field in fields(seed.Options)} - {"span"}:
        yield from seed.read(path, **declared)
        return
    options = options_of(path, declared)
    found = content(path)
    score = read_score(found, path)
    choice = choose(score.parts, score.quarter, options.melody, str(path))
    yield _solo(path, found, score, choice, options, grid)


companions = harmonisation.companions


def _solo(path: Path, found: bytes, score: Score, choice: Choice, options: Options, grid: Grid) -> Solo:
    voice, remarks = line(choice.part, score.quarter), []
    if options.melody is None and (voice.left or len(voice.others) >= THICK * len(choice.part.onsets)):
        choice = replace(choice, sure=min(choice.sure, TWO_HANDS))
    if len(voice.notes) > NOTES:
        raise CorpusError(f"{path}: expected at most {NOTES} notes of melody, found {len(voice.notes)} in part {choice.part}")
    backing = _backing(path, score, choice.part, voice, options)
    bars = _ruler(path, found, score, options, int(choice.part.onsets[0]), backing, remarks)
    played = rhythm(choice.part, voice, score.quarter, bars, grid)
    stretch = _stretch(score, bars, played.notes, options)
    inside = [number for number, note in enumerate(played.notes) if stretch.first <= note.onset < stretch.last]
    if not inside:
        raise CorpusError(f"{path}: expected notes of part {choice.part} in span {list(options.span or ())}, found none; correct corpora.<name>.midi.melody or span in params.yaml")
    origin = Fraction(-int(-stretch.start * grid.divisions // 1), grid.divisions)          # a bar line in 64ths may lie between two slots
    notes = tuple(Note(note.onset - origin, note.duration, note.pitch) for note in (played.notes[number] for number in inside))
    frame = Frame(_frame(bars.bars, stretch), stretch.start - bars.lead, score.quarter)
    key, how = _key(score, choice.part)
    glossary = Glossary()
    chords = _chords(path, Sources(found, backing, choice.part, glossary, remarks, options.chords), frame, notes, key)
    if not played.steady:
        chords = replace(chords, sure=min(chords.sure, harmonisation.DOUBTFUL))
        remarks.append("the melody does not keep to the beats of the file, as if it was recorded without a click: its rhythm and its bars mean little; better leave the file out, or set its beats first")
    reading = {"melody": choice.to_json(), "chords": {"how": chords.how, "sure": chords.sure}, "key": {"how": how, "sure": key.sure}, **glossary.to_json()}
    reading |= {"grid": played.moves(inside, grid).to_json()} | _left_out(voice, stretch, bars) | ({"notes": remarks} if remarks else {})
    ticks = choice.part.onsets[voice.notes[inside]], choice.part.ends[voice.notes[inside]]
    sharps = key.sharps if how == "estimated" else score.key()
    tune, tempo = _tune(found, score, path), tempo_at(score.decoded, int(ticks[0][0])) or DEFAULT_TEMPO
    return Solo(notes, chords.changes, tune=tune, tempo=tempo, key=sharps, source=path.name, swing=played.swing, seconds=_seconds(score, *ticks), reading=reading)


def _ruler(path: Path, found: bytes, score: Score, options: Options, first: int, backing: list[Part], remarks: list[str]) -> Ruler:
    """The bars of a file, with the pickup that is told, or that the changes of chords tell; ``first`` is the tick at which the melody starts."""
    metre = tuple(map(int, options.metre.split("/"))) if options.metre else None
    if options.pickup is not None:
        return ruler(score, path, metre, Fraction(round(options.pickup * FINE), FINE))
    bars = ruler(score, path, metre)
    pickup = written_pickup(chord_symbols(found, score.quarter), bars, score.quarter) or played_pickup(first, backing, bars, score.quarter)
    if pickup is None:
        return bars
    remarks.append(f"the first bar line is taken to be at beat {float(pickup) + 1:g}: most chords change there")
    return ruler(score, path, metre, pickup)


@dataclass(frozen=True)
class Stretch:
    """Where a solo lies, in quarter notes from the first bar line: its first and its last bar line, and from where to before where its notes count."""

    start: Fraction
    end: Fraction
    first: Fraction
    last: Fraction


def _stretch(score: Score, ruler: Ruler, notes: tuple[Note, ...], options: Options) -> Stretch:
    """The span told, in whole bars; without one all bars but those far from the melody."""
    bars = ruler.bars
    if options.span:
        first, last = (Fraction(str(place)) + ruler.lead for place in options.span)
        return Stretch(bars.bar_line(bars.bar_at(first)), _bar_end(bars, last), first, last)
    opening = bars.bar_at(notes[0].onset)
    start = bars.bar_line(opening) if opening > REST else Fraction(0)
    end = _bar_end(bars, notes[-1].end)
    sounds = max((int(part.ends.max()) for part in score.parts if not part.drums), default=0)
    after = _bar_end(bars, Fraction(sounds, score.quarter) + ruler.lead - OVERHANG)
    end = after if end < after and bars.bar_at(after) <= bars.bar_at(end) + REST else end
    return Stretch(start, end, start, end)


def _bar_end(bars: Changes, place: Fraction) -> Fraction:
    """The first bar line at a place or behind it."""
    line = bars.bar_line(bars.bar_at(place))
    return line if line == place else bars.bar_line(bars.bar_at(place) + 1)


def _frame(bars: Changes, stretch: Stretch) -> Changes:
    """The bars of a stretch, without chords."""
    metres = tuple((onset - stretch.start, metre) for onset, metre in bars.metre_changes if stretch.start < onset < stretch.end)
    return Changes(((Fraction(0), NO_CHORD),), stretch.end - stretch.start, bars.metre_at(stretch.start), metres)


def _key(score: Score, melody: Part) -> tuple[Key, str]:
    """The key and how it is known. Parts weigh alike, however many voices they have; the melody as much as all others.

    No sharps and no flats are what many programs write unasked: they are believed unless the notes are enough to say otherwise.
    """
    heard = np.bincount(melody.pitches % 12, melody.ends - melody.onsets, 12)
    others = sum((np.bincount(part.pitches % 12, part.ends - part.onsets, 12) for part in score.parts if not part.drums and part.number != melody.number), np.zeros(12))
    weights = heard / heard.sum() + others / max(others.sum(), 1)
    sharps = score.key()
    doubtful = sharps == 0 and sum(len(part.onsets) for part in score.parts if not part.drums) >= ENOUGH and not in_signature(sharps, weights)
    return (estimate_key(weights), "estimated") if sharps is None or doubtful else (key_of_signature(sharps, weights), "written")


def _backing(path: Path, score: Score, melody: Part, voice: Line, options: Options) -> list[Part]:
    """The parts that play the chords: the one that is told, else all that have a pitch, and what of the melody's own part is not melody."""
    if options.chords is not None and options.chords not in SOURCES:
        return [find(score.parts, options.chords, "chords", str(path))]
    parts = [part for part in score.parts if not part.drums and part.number != melody.number and part.program < EFFECTS]
    if len(voice.others):
        own = {column: getattr(melody, column)[voice.others] for column in ("onsets", "ends", "pitches")}
        parts.append(replace(melody, **own))
    # A bass alone, or one other voice, leaves the chord to the melody.
    thin = bool(parts) and sum(int((part.ends - part.onsets).sum()) for part in parts) < THIN * (max(int(part.ends.max()) for part in parts) - min(int(part.onsets[0]) for part in parts))
    return [*parts, melody] if thin else parts


@dataclass(frozen=True)
class Sources:
    """Where chords may come from: the file's texts, the parts that play them, the melody, and what was told; what there is to say of them goes into the lists."""

    found: bytes
    backing: list[Part]
    melody: Part
    glossary: Glossary
    remarks: list[str]
    told: str | int | None


def _chords(path: Path, sources: Sources, frame: Frame, notes: tuple[Note, ...], key: Key) -> Found:
    """The chords from the first source that has any, or from the one that is told. Raises CorpusError where that one has none."""
    sounds = listen(sources.backing, frame)

    def written() -> Found | None:
        symbols = chord_symbols(sources.found, frame.quarter)
        found = harmonisation.written(symbols, frame, sources.glossary) if symbols else None
        return harmonisation.weighed(found, symbols, frame, sounds, sources.remarks) if found and sources.told is None else found

    ways = {
        "text": written,
        "beside": lambda: harmonisation.beside(path, frame, notes[0].onset, sounds, listen([sources.melody], frame), sources.remarks) if companions(path) else None,
        "heard": lambda: harmonisation.heard(sounds, frame) if sounds else None,
        "estimated": lambda: harmonisation.estimated(list(notes), frame, key),
    }
    told = sources.told if sources.told is None or sources.told in SOURCES else "heard"
    for way in ways if told is None else [told]:
        chords = ways[way]()
        if chords is not None:
            return chords
    raise CorpusError(f"{path}: expected chords from {sources.told!r}, found none there; correct corpora.<name>.midi.chords in params.yaml, or leave it away")


def _left_out(voice: Line, stretch: Stretch, ruler: Ruler) -> dict[str, dict[str, int]]:
    counts = {"notes that sound together": len(voice.others) - voice.left, "notes of the left hand": voice.left, "bars before the melody": ruler.bars.bar_at(stretch.start)}
    counts = {what: count for what, count in counts.items() if count}
    return {"left out": counts} if counts else {}


def _tune(found: bytes, score: Score, path: Path) -> str:
    """The name of the first track, where that is not the name of a part; else a title made of the file's name."""
    name = title(found)
    return path.stem.replace("_", " ").strip() or path.stem if name.casefold() in UNTITLED | {part.name.casefold() for part in score.parts} else name


def _seconds(score: Score, onsets: np.ndarray, ends: np.ndarray) -> tuple[tuple[float, float], ...]:
    starts, stops = score.seconds(onsets), score.seconds(ends)
    return tuple(zip(np.round(starts, 6).tolist(), np.round(stops - starts, 6).tolist()))
