"""A melody and chords out of the measures of a part, in the order in which they are played.

Conventions: positions of notes are ticks (``values.py``), those of Changes quarter notes, both from the first bar line. In the part's top staff voice 1 is the melody, in a measure without it the
voice that is there; of notes that begin together the highest. Tied notes that follow each other are one: where a tie
starts, the same pitch at its end continues it even if the file forgets to say so, but not after a jump back. A measure without a chord at its start goes
on with the chord before; after a jump back, with the one that stands before it on paper.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from stages.corpora import limits
from stages.corpora.errors import CorpusError
from stages.corpora.musicxml.bars import Bars
from stages.corpora.musicxml.part import REST, Measure, Part, Tone
from stages.corpora.musicxml.values import quarters
from stages.harmony.changes import Changes
from stages.harmony.chords import NO_CHORD, Chord


class Played(NamedTuple):
    """A note: onset and end in ticks, pitch as a MIDI number."""

    onset: int
    end: int
    pitch: int


def melody_along(part: Part, order: Sequence[int], bars: Bars, path: Path) -> tuple[list[Played], Counter]:
    """The melody of a part, ascending and in one voice, and what was left out of it (of the part as written, not as played).

    Raises:
        CorpusError: more notes than a solo has.
    """
    left_out = Counter(part.left_out)
    staff = min((tone.staff for measure in part.measures for tone in measure.tones if tone.pitch != REST), key=_ordinal)
    voices = {tone.voice for measure in part.measures for tone in measure.tones if tone.staff == staff and tone.pitch != REST}
    voice = min(voices, key=_ordinal)
    lines = [_line(measure, staff, voice, left_out) for measure in part.measures]
    lines += [[]] * (max(order) + 1 - len(lines))
    if sum(len(lines[number]) for number in order) > limits.NOTES:
        raise CorpusError(f"{path}: expected at most {limits.NOTES} notes with all repeats, found more")
    return _joined(lines, order, bars, left_out), left_out


def changes_along(part: Part, order: Sequence[int], bars: Bars, path: Path) -> Changes:
    """The chords of a part; no chord up to the first.

    Raises:
        CorpusError: more chords than a solo has.
    """
    written = [sorted(measure.chords.items()) for measure in part.measures]
    written += [[]] * (max(order) + 1 - len(written))
    if sum(len(written[number]) for number in order) > limits.CHORDS:
        raise CorpusError(f"{path}: expected at most {limits.CHORDS} chords with all repeats, found more")
    lasting = _lasting(written)
    chords: list[tuple[int, Chord]] = [(0, NO_CHORD)]
    before = -1
    for number, start, length in zip(order, bars.starts, bars.lengths):
        here = [(start + place, chord) for place, chord in written[number] if place < length]
        if number <= before and lasting[number] is not None and not (here and here[0][0] == start):
            here.insert(0, (start, lasting[number]))
        for onset, chord in here:
            if onset == chords[-1][0]:
                chords.pop()
            if not chords or chords[-1][1] != chord:
                chords.append((onset, chord))
        before = number
    metres = tuple((quarters(onset), metre) for onset, metre in bars.metres)
    return Changes(tuple((quarters(onset), chord) for onset, chord in chords), quarters(bars.end), metres[0][1], metres[1:])


def _joined(lines: Sequence[Sequence[Tone]], order: Sequence[int], bars: Bars, left_out: Counter) -> list[Played]:
    """All notes, tied ones as one."""
    notes: list[Played] = []
    tied, before = False, -1                                 # whether the last note goes on into the next; its measure
    for number, start, length in zip(order, bars.starts, bars.lengths):
        for tone in lines[number]:
            onset, end = start + tone.onset, start + min(tone.onset + tone.duration, length)
            if onset >= end:
                left_out["notes behind the end of their bar"] += 1
                continue
            if tied and (tone.stops or number > before) and notes[-1][1:] == (onset, tone.pitch):
                onset = notes.pop().onset
            notes.append(Played(onset, end, tone.pitch))
            tied = tone.starts
            before = number - 1
        before = number
    return notes


def _line(measure: Measure, staff: str, voice: str, left_out: Counter) -> list[Tone]:
    """One voice of a measure, without its rests."""
    there = [tone for tone in measure.tones if tone.staff == staff]
    if not any(tone.voice == voice for tone in there):
        voice = min((tone.voice for tone in there), key=_ordinal, default=voice)
    line: list[Tone] = []
    for tone in sorted((tone for tone in there if tone.voice == voice and tone.pitch != REST), key=lambda tone: (tone.onset, -tone.pitch)):
        if line and line[-1].onset == tone.onset:
            left_out["notes that sound together"] += 1
        else:
            line.append(tone)
    left_out["notes of other voices"] += sum(tone.pitch != REST and (tone.voice != voice or tone.staff != staff) for tone in measure.tones)
    return line


def _ordinal(name: str) -> tuple[int, str]:
    """Voices and staves by their number; names that are none come last."""
    return (int(name), "") if name.isdecimal() and len(name) < 6 else (10**6, name)


def _lasting(written: Sequence[Sequence[tuple[int, Chord]]]) -> list[Chord | None]:
    """On paper, the chord that goes on into each measure."""
    lasting: list[Chord | None] = []
    now: Chord | None = None
    for chords in written:
        lasting.append(now)
        now = chords[-1][1] if chords else now
    return lasting
