"""Where the chords of a MIDI file come from: written in its texts, beside it in a lead sheet, heard in the accompaniment, or guessed from the melody.

All of them are changes over the bars of the solo; what sounds is told beat by beat (``harmony/recognition.py``), a melody alone by half bars.
"""

import importlib
import os
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np

from stages.corpora.errors import CorpusError, shown
from stages.corpora.leadsheet import read_sheet
from stages.corpora.midi.sounding import Frame, Sounds, halves, overlap
from stages.corpora.reading import Glossary
from stages.harmony.changes import Changes
from stages.harmony.chords import NO_CHORD, Chord
from stages.harmony.key import Key, harmonize
from stages.melody.solo import Note

BESIDE = (".ls", ".musicxml", ".mxl", ".xml")           # in the order of preference
DEEP, ROOTLESS = 0.05, 0.4                              # share of the beats with a bass without which chords that are heard are at most so sure
HOLDS = 4                                               # bars that the last chord symbol may hold, at least
TELLING = 16                                            # beats in which something is played, from which on it tells
FAR_WORSE = 0.2                                         # share of what is played that written chords may explain less than heard ones
DOUBTFUL = 0.4                                          # how sure chords are that are hardly any
INTRODUCTION = 16                                       # bars, behind which a lead sheet begins at the latest
CLEARLY, EARLIER = 0.03, 0.0005                         # by how much more a lead sheet must explain elsewhere; what a quarter note away is worth
STRANGE, ALIKE = 0.6, 0.9                               # share of what heard chords explain: what any others do, what those of the tune do
MELODIC = 0.85                                          # what chords explain of a melody over them
NEAREST = 8                                             # chord texts stand on eighths of a quarter note


@dataclass(frozen=True)
class Found:
    """Chords with where they come from, as ``Solo.reading`` tells it ("written", "beside", "heard", "estimated"), and how sure they are, 0 to 1."""

    changes: Changes
    how: str
    sure: float


def companions(path: Path) -> list[Path]:
    """The lead sheets beside a file, with its name and another ending, that exist; the first is the one that is read."""
    return [beside for ending in BESIDE if os.path.isfile(beside := path.with_suffix(ending))]


def written(symbols: list[tuple[int, str]], frame: Frame, glossary: Glossary) -> Found:
    """The chords of text events: (tick, symbol)."""
    ticks = [(Fraction(round((Fraction(tick, frame.quarter) - frame.start) * NEAREST), NEAREST), symbol) for tick, symbol in symbols]
    first = max((onset for onset, _ in ticks if onset <= 0), default=Fraction(0))
    return Found(frame.with_chords([(onset, glossary.chord(symbol)) for onset, symbol in ticks if onset >= first]), "written", 1.0)


def weighed(found: Found, symbols: list[tuple[int, str]], frame: Frame, sounds: Sounds | None, remarks: list[str]) -> Found:
    """Written chords, or the heard ones where these are much more likely to be the chords of the tune; where there are none to hear, less sure; remarked on."""
    played = heard(sounds, frame) if sounds else None
    reason = None
    if not _covers([Fraction(tick, frame.quarter) - frame.start for tick, _ in symbols], frame.bars):
        reason = "the chord symbols in the texts cover less than half of the bars"
    elif sounds and played and sounds.sounding >= TELLING and sounds.explained(found.changes) < sounds.explained(played.changes) - FAR_WORSE:
        reason = "what the texts have for chord symbols does not fit what is played"
    elif not sounds and _bare([symbol for _, symbol in symbols], frame.bars.length):
        reason = "what the texts have for chord symbols may be note names or rehearsal marks"
    if reason is None:
        return found
    remarks.append(f"{reason}; the chords are {'heard' if played else 'these all the same'}")
    return played or Found(found.changes, found.how, DOUBTFUL)


def _bare(symbols: list[str], length: Fraction) -> bool:
    """Whether all symbols are letters, or as many as there are beats and note names."""
    return all(len(symbol) == 1 for symbol in symbols) or len(symbols) >= length and all(len(symbol.rstrip("b#♭♯")) == 1 for symbol in symbols)


def _covers(onsets: list[Fraction], bars: Changes) -> bool:
    """Whether chord symbols go on for half of the bars, the last one for as long as it may well hold."""
    inside = [onset for onset in onsets if onset < bars.length]
    if not inside:
        return False
    apart = sorted(later - before for before, later in pairwise(inside))
    holds = max(bars.bar_line(1) * HOLDS, 2 * apart[len(apart) // 2] if apart else Fraction(0))
    return 2 * (min(inside[-1] + holds, bars.length) - max(inside[0], Fraction(0))) >= bars.length


def beside(path: Path, frame: Frame, first: Fraction, sounds: Sounds | None, melody: Sounds | None, remarks: list[str]) -> Found | None:
    """The chords of the first lead sheet that can be read, repeated, from the bar on where they fit best what is played, or what the melody is.

    ``first`` is the onset of the melody; what cannot be read is remarked on.
    """
    for companion in companions(path):
        try:
            changes = _changes_of(companion)
        except CorpusError as error:
            remarks.append(f"lead sheet left aside: {error}")
            continue
        if changes.metre == frame.bars.metre:
            return _placed(changes, frame, first, sounds, melody, remarks)
        remarks.append(f"lead sheet left aside: {shown(companion.name)} is in {changes.metre[0]}/{changes.metre[1]}, the file in {frame.bars.metre[0]}/{frame.bars.metre[1]}")
    return None


def _placed(sheet: Changes, frame: Frame, first: Fraction, sounds: Sounds | None, melody: Sounds | None, remarks: list[str]) -> Found:
    """The chords of a lead sheet where they fit best: they begin a bar up to that of the melody, or, where bars were left out before, earlier."""
    bars, by = frame.bars, sounds or melody
    usual = _usual_start(sheet, bars, first)
    starts = [bars.bar_line(bar) for bar in range(min(bars.bar_at(first) + 2, INTRODUCTION + 1, bars.bars))]
    starts += [-sheet.bar_line(bar) for bar in range(1, min(sheet.bars, INTRODUCTION))] if frame.start > 0 else []
    placed = {start: frame.with_chords(_repeated(sheet, bars, start)) for start in [usual, *starts]}
    fits = {start: by.explained(changes, max(start, Fraction(0))) if by else 1.0 for start, changes in placed.items()}
    best = max(fits, key=lambda start: fits[start] - float(abs(start)) * EARLIER)
    if fits[best] < fits[usual] + CLEARLY:
        best = usual
    changes = placed[best]
    if best != usual:
        remarks.append(f"the lead sheet begins in bar {bars.bar_at(best) + 1}, where it fits best" if best >= 0 else f"the lead sheet begins {-best} quarter notes before, where it fits best")
        if best > 0 and sounds:
            before = [pair for pair in heard(sounds, frame).changes.chords if pair[0] < best]
            changes = frame.with_chords([*before, *_repeated(sheet, bars, best)])
    most = sounds.explained(heard(sounds, frame).changes, max(best, Fraction(0))) if sounds else MELODIC
    return Found(changes, "beside", round(min(max((fits[best] / max(most, 1e-9) - STRANGE) / (ALIKE - STRANGE), 0.0), 1.0), 3))


def heard(sounds: Sounds, frame: Frame) -> Found:
    """The chords that are played."""
    found = sounds.heard
    # What is heard is a reading even where every tone fits it, less than three tones fit many chords, and without a bass a root is a guess.
    full = float(np.minimum(sounds.weights.sum(axis=1)[sounds.weights.any(axis=1)] / 3, 1).mean())
    sure = min(0.95 * found.sure * full, 0.95 if sounds.deep >= DEEP else ROOTLESS)
    return Found(frame.with_chords([(sounds.beats[beat], chord) for beat, chord in found.chords]), "heard", round(sure, 3))


def estimated(notes: list[Note], frame: Frame, key: Key) -> Found:
    """Simple changes for a melody (quarter notes from the start of the frame); none beneath a pickup."""
    steps, on_bar = halves(frame.bars)
    edges = np.array([float(half) for half in [*steps, frame.bars.length]])
    onsets, ends = (np.array([float(getattr(note, side)) for note in notes]) for side in ("onset", "end"))
    weights = np.zeros((len(steps), 12))
    for pitch_class in range(12):
        here = np.array([note.pitch % 12 == pitch_class for note in notes], dtype=bool)
        weights[:, pitch_class] = overlap(onsets[here], ends[here], edges)
    chords, explained = harmonize(weights, np.array(on_bar), key)
    second = frame.bars.bar_line(1)
    pickup = bool(notes) and 2 * notes[0].onset >= second and second < frame.bars.length
    placed = [(half, NO_CHORD if pickup and half < second else chord) for half, chord in zip(steps, chords)]
    return Found(frame.with_chords(placed), "estimated", round(0.5 * explained * key.sure, 3))


def _changes_of(companion: Path) -> Changes:
    if companion.suffix.lower() == ".ls":
        return read_sheet(companion).changes
    return importlib.import_module("stages.corpora.musicxml").changes_of(companion)


def _usual_start(sheet: Changes, bars: Changes, first: Fraction) -> Fraction:
    """Where a lead sheet starts, by its length: in the second bar where the first one, a pickup, is one too many."""
    pickup = bars.bars % sheet.bars == 1 and bars.bars > 1 and first > 0
    return bars.bar_line(1) if pickup and not sheet.chords[0][1] == NO_CHORD else Fraction(0)


def _repeated(sheet: Changes, bars: Changes, start: Fraction) -> list[tuple[Fraction, Chord]]:
    """The chords, again and again from a start on until the bars are full."""
    times = int((bars.length - start) // sheet.length) + 1
    return [(start + time * sheet.length + onset, chord) for time in range(times) for onset, chord in sheet.chords if start + time * sheet.length < bars.length]
