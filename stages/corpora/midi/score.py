"""What stands in a MIDI file: its parts, tempos and metres, before anything is made of them.

Source: the Standard MIDI File 1.0, decoded by symusic (C++; hundreds of thousands of broken files have not brought it down). A part is a track with
notes, counted from 0; of one with several channels, such as the only track of a file of type 0, each channel is a part. Drums are on channel 10.

Conventions: times are ticks in a ``Score``, and quarter notes from the first bar line in a ``Ruler``. A metre that changes within a bar makes that bar
a short one. A file that starts with a single short bar starts with a pickup: the ruler makes it a whole bar, and all that follows is ``lead`` later.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, pairwise
from math import lcm
from pathlib import Path

import numpy as np
import symusic

from stages.corpora.errors import CorpusError
from stages.corpora.limits import BARS, NOTES
from stages.corpora.midi.channels import programs
from stages.harmony.changes import Changes
from stages.harmony.chords import NO_CHORD

ALL_NOTES = 5 * NOTES                         # of all parts together
PARTS = 5_000                                 # of a file; a track may have 16 channels of 128 programs
QUARTERS = 4 * BARS                           # of a file
FINEST = 16                                   # of a quarter note: where a metre may change
UNITS = (1, 2, 4, 8, 16, 32, 64)              # of a metre
SLOWEST, FASTEST = 4, 1000                    # quarter notes a minute


@dataclass(frozen=True)
class Part:
    """A part: its number, name, General MIDI program from 0, and its notes (onset and end in ticks, MIDI pitch), ascending by onset, then pitch."""

    number: int
    name: str
    program: int
    drums: bool
    onsets: np.ndarray
    ends: np.ndarray
    pitches: np.ndarray

    def __str__(self) -> str:
        return f"{self.number} {self.name or 'unnamed'} ({len(self.onsets)} notes{', drums' if self.drums else ''})"


@dataclass(frozen=True)
class Score:
    """A decoded file: ticks a quarter note, its parts, and what symusic found besides."""

    quarter: int
    parts: tuple[Part, ...]
    decoded: symusic.Score

    def key(self) -> int | None:
        """Sharps of the first key signature that can be one, None where there is none."""
        return next((sign.key for sign in self.decoded.key_signatures if abs(sign.key) <= 7), None)

    def seconds(self, ticks: np.ndarray) -> np.ndarray:
        """Seconds from the start of the file; 120 quarter notes a minute until the file says otherwise."""
        tempos = self.decoded.tempos.numpy()
        times, lengths = np.r_[0, tempos["time"].astype(np.int64)], np.r_[500_000, tempos["mspq"].astype(np.int64)]
        order = np.argsort(times, kind="stable")
        times, lengths = times[order], lengths[order] / 1e6 / self.quarter
        passed = np.r_[0.0, np.cumsum(np.diff(times) * lengths[:-1])]
        section = np.searchsorted(times, ticks, "right") - 1
        return passed[section] + (ticks - times[section]) * lengths[section]


@dataclass(frozen=True)
class Ruler:
    """The bars of a file: changes without chords, which know where every bar line is, and how many quarter notes stand before the file."""

    bars: Changes
    lead: Fraction


def decode(found: bytes, path: Path) -> symusic.Score:
    """The file as symusic reads it. Raises CorpusError where it is broken, no MIDI, of type 2, or does not count in quarter notes."""
    headed = found[:4] == b"MThd" and len(found) >= 14
    if headed and found[8:10] == b"\0\2" and found[10:12] > b"\0\1":
        raise CorpusError(f"{path}: expected tracks that sound together (type 0 or 1), found {int.from_bytes(found[10:12], 'big')} pieces that do not (type 2); export each as a file of its own")
    if headed and found[12] & 0x80:
        raise CorpusError(f"{path}: expected time in ticks a quarter note, found time in seconds (SMPTE frames), in which there are no beats; export it with ticks a quarter note")
    try:
        score = symusic.Score.from_midi(found)
    except RuntimeError as error:
        reason = " ".join(str(error).removeprefix("MiniMidi: ").removesuffix(": iostream error").replace("Invaild midi file! ", "").split())
        raise CorpusError(f"{path}: expected a whole Standard MIDI File, found something else ({reason}); fetch or export it again") from None
    if score.ticks_per_quarter < 1:
        raise CorpusError(f"{path}: expected ticks a quarter note, found none; export the file again")
    return score


def read_score(found: bytes, path: Path) -> Score:
    """The parts of a file and the rest. Raises CorpusError as ``decode`` does, and where a file is too large for a piece of music."""
    decoded = decode(found, path)
    if decoded.note_num() > ALL_NOTES:
        raise CorpusError(f"{path}: expected at most {ALL_NOTES} notes, found {decoded.note_num()}; this is no single piece of music")
    if len(decoded.tracks) > PARTS:
        raise CorpusError(f"{path}: expected at most {PARTS} tracks, found {len(decoded.tracks)}; this is no single piece of music")
    score = Score(decoded.ticks_per_quarter, tuple(_part(number, players) for number, players in enumerate(_players(decoded, found))), decoded)
    for part in score.parts:
        if part.onsets[0] < 0 or part.ends.max() > QUARTERS * score.quarter:
            raise CorpusError(f"{path}: part {part}: expected notes within {QUARTERS} quarter notes, found one outside; this is no single piece of music")
    return score


def _players(decoded: symusic.Score, found: bytes) -> list[list[symusic.core.TrackTick]]:
    """The tracks of symusic that have notes, those together that are one channel of one track with several programs."""
    sounding = [track for track in decoded.tracks if len(track.notes)]
    if all(before.name != after.name or before.program >= after.program or before.is_drum != after.is_drum for before, after in pairwise(sounding)):
        return [[track] for track in sounding]
    known = programs(found)
    if [program for _, _, program in known] != [track.program for track in sounding]:
        return [[track] for track in sounding]                        # a broken file, of which one does not know
    return [[track for _, track in players] for _, players in groupby(zip(known, sounding), key=lambda pair: pair[0][:2])]


def _part(number: int, tracks: list[symusic.core.TrackTick]) -> Part:
    """A part, with the program of most of its notes."""
    every = [track.notes.numpy() for track in tracks]
    onsets, pitches, durations = (np.concatenate([columns[name] for columns in every]).astype(np.int64) for name in ("time", "pitch", "duration"))
    order = np.lexsort((pitches, onsets))
    ends = _silenced(onsets, onsets + np.maximum(durations, 1), pitches)
    usual = max(tracks, key=lambda track: len(track.notes))
    name = "".join(letter for letter in str(usual.name) if letter.isprintable() and letter != "\N{REPLACEMENT CHARACTER}").strip()[:60]
    return Part(number, name, usual.program, bool(usual.is_drum), onsets[order], ends[order], pitches[order])


def _silenced(onsets: np.ndarray, ends: np.ndarray, pitches: np.ndarray) -> np.ndarray:
    """Where notes end on an instrument: when their pitch is let go or struck again.

    symusic gives a pitch that is struck anew before it is let go the release of the one before it, so that notes last longer and longer.
    """
    starts, stops = (np.append((pitches << 48) + ticks, 128 << 48) for ticks in (onsets, ends))
    starts.sort()
    stops.sort()
    here = (pitches << 48) + onsets
    return np.minimum(starts[np.searchsorted(starts, here, "right")], stops[np.searchsorted(stops, here, "right")]) - (pitches << 48)


def tempo_at(decoded: symusic.Score, tick: Fraction | int) -> float | None:
    """Quarter notes a minute at a tick, to a thousandth (a file stores whole microseconds a quarter note); None where that is no tempo."""
    tempos = decoded.tempos.numpy()
    before = tempos["mspq"][tempos["time"] <= tick]
    tempo = 60e6 / int(before[-1]) if len(before) and before[-1] > 0 else 0.0
    return round(tempo, 3) if SLOWEST <= tempo <= FASTEST else None


def ruler(score: Score, path: Path, metre: tuple[int, int] | None = None, pickup: Fraction | None = None) -> Ruler:
    """The bars of a file.

    Args:
        metre: that of the whole file, whatever it says itself; None where it is to be believed.
        pickup: quarter notes before the first bar line; None where the file tells them, if it does.

    Raises:
        CorpusError: a metre can be none, there are too many bars, or the pickup is longer than one.
    """
    last = max(int(part.ends.max()) for part in score.parts)
    metres = [(Fraction(0), metre)] if metre else _metres(score, last, path)
    end = Fraction(last // score.quarter + 1)
    bars = sum((following - onset) / _length(metre) for (onset, metre), (following, _) in zip(metres, [*metres[1:], (end, (4, 4))]) if following > onset)
    if bars > BARS:
        raise CorpusError(f"{path}: expected at most {BARS} bars, found {int(bars)}; correct the metre of the file")
    lead = Fraction(0)
    if len(metres) > 1 and metres[1][0] <= _length(metres[0][1]) and metres[1][0] < _length(metres[1][1]):
        pickup = metres[1][0] if pickup is None else pickup
        metres = [(Fraction(0), metres[1][1]), *metres[2:]]
    if pickup:
        if pickup >= _length(metres[0][1]):
            raise CorpusError(f"{path}: expected a pickup shorter than a bar of {metres[0][1][0]}/{metres[0][1][1]}, found {float(pickup):g} quarter notes; correct corpora.<name>.midi.pickup in params.yaml")
        lead = _length(metres[0][1]) - pickup
        metres = [metres[0], *((onset + lead, metre) for onset, metre in metres[1:])]
    sections = _short_bars(metres)
    length = max(end + lead, sections[-1][0]) + _length(sections[-1][1])
    return Ruler(Changes(((Fraction(0), NO_CHORD),), length, sections[0][1], tuple(sections[1:])), lead)


def _metres(score: Score, last: int, path: Path) -> list[tuple[Fraction, tuple[int, int]]]:
    """(onset in quarter notes, metre) of every change of metre up to the tick ``last``, from 0 on; 4/4 where the file names none."""
    columns = score.decoded.time_signatures.numpy()
    times = columns["time"].tolist()
    if len(times) > BARS:
        raise CorpusError(f"{path}: expected at most {BARS} changes of metre, found {len(times)}")
    metres = {Fraction(0): (4, 4)}
    for tick, beats, unit in sorted(zip(times, columns["numerator"].tolist(), columns["denominator"].tolist()), key=lambda sign: sign[0]):
        if beats < 1 or unit not in UNITS:
            raise CorpusError(f"{path}: expected a metre such as 4/4, found {beats}/{unit}; export the file again")
        if 0 <= tick < last:
            metres[Fraction(round(tick * FINEST / score.quarter), FINEST)] = (beats, unit)
    return sorted(metres.items())


def _short_bars(metres: list[tuple[Fraction, tuple[int, int]]]) -> list[tuple[Fraction, tuple[int, int]]]:
    """The metres with a bar of its own where one is cut short, and without those that only repeat the one before."""
    sections: list[tuple[Fraction, tuple[int, int]]] = []
    for (onset, metre), (following, _) in zip(metres, [*metres[1:], (None, None)]):
        rest = (following - onset) % _length(metre) if following is not None else Fraction(0)
        pieces = [] if rest and following - onset == rest else [(onset, metre)]
        pieces += [(following - rest, _metre_of(rest, metre[1]))] if rest else []
        sections += [piece for piece in pieces if not sections or piece[1] != sections[-1][1]]
    return sections


def _metre_of(length: Fraction, unit: int) -> tuple[int, int]:
    """The metre of a bar of so many quarter notes, in its usual unit or, where that is too long, in a shorter one."""
    share = length / 4
    finest = lcm(share.denominator, unit)
    return int(share * finest), finest


def _length(metre: tuple[int, int]) -> Fraction:
    """Quarter notes a bar."""
    return Fraction(4 * metre[0], metre[1])
