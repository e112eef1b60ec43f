"""Chord symbols in the text events of a MIDI file: texts, lyrics, markers and cue points, as many programs leave them there.

Source: the Standard MIDI File 1.0. symusic gives neither texts nor cue points, so the tracks that have any are walked here, event by event. The texts
of one kind on one track are chords when most of them read as chord symbols; single letters far apart are rehearsal marks, and are not.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from stages.corpora.limits import CHORDS
from stages.corpora.midi.channels import EVENTS, quantity, tracks
from stages.harmony.chords import ChordSymbolError, parse_chord

KINDS = {1: "text", 5: "lyric", 6: "marker", 7: "cue"}
NAME = 3                                     # the text event that names a track, or, on the first one, the piece
FEWEST, MOST = 0.7, CHORDS               # share of the texts that must be chord symbols; texts that are looked at
MARKS = 12                                   # quarter notes between single letters from which on they are rehearsal marks
DATA = {0x80: 2, 0x90: 2, 0xA0: 2, 0xB0: 2, 0xC0: 1, 0xD0: 1, 0xE0: 2}     # data bytes behind a status byte


@dataclass(frozen=True)
class Text:
    """A text event: the number of its track, its kind, its tick, its words."""

    track: int
    kind: int
    tick: int
    words: str


def texts(found: bytes, kinds: frozenset[int] = frozenset(KINDS)) -> list[Text]:
    """The text events of these kinds in a file that symusic could decode, by track; at most ``MOST``."""
    wanted = re.compile(b"\xff[" + b"".join(re.escape(bytes([kind])) for kind in sorted(kinds)) + b"]")
    collected: list[Text] = []
    steps = count()
    for number, track in enumerate(tracks(found)):
        if wanted.search(track):
            collected += _walk(track, number, kinds, steps)
        if len(collected) > MOST:
            break
    return collected[:MOST]


def title(found: bytes) -> str:
    """The name of the first track, which is that of the piece; empty where it has none."""
    first = next(iter(tracks(found)), b"")
    return next((text.words for text in _walk(first[:4096], 0, frozenset({NAME}), count())), "")


def chord_symbols(found: bytes, quarter: int) -> list[tuple[int, str]]:
    """(tick, chord symbol) of the kind of text that holds the most of them, ascending; empty where none holds chords."""
    groups: dict[tuple[int, int], list[Text]] = {}
    for text in texts(found):
        groups.setdefault((text.track, text.kind), []).append(text)
    counts = [(_chords_in(group, quarter), group) for group in groups.values()]
    most, best = max(counts, key=lambda pair: pair[0], default=(0, []))
    if not most:
        return []
    at = {text.tick: text.words for text in best}              # of two at once the later one holds
    return sorted(at.items())[:CHORDS]


def _chords_in(group: list[Text], quarter: int) -> int:
    """How many of the texts are chord symbols; 0 where the others are too many, or all of them seem to be rehearsal marks."""
    times = Counter(text.words for text in group)
    known = {words for words in times if _is_chord(words)}
    count = sum(times[words] for words in known)
    if count < FEWEST * len(group):
        return 0
    apart = (group[-1].tick - group[0].tick) / max(len(group) - 1, 1) / quarter
    return 0 if all(len(words) == 1 for words in known) and (len(group) < 3 or apart >= MARKS) else count


def _is_chord(words: str) -> bool:
    try:
        return bool(parse_chord(words))
    except ChordSymbolError:
        return False


def _walk(track: bytes, number: int, kinds: frozenset[int], steps: Iterator[int]) -> list[Text]:
    """The text events of a track, up to the first event that cannot be, and so many ``steps`` into the file."""
    collected, tick, place, status = [], 0, 0, 0
    try:
        while place < len(track) and len(collected) <= MOST and next(steps) < EVENTS:
            wait, place = quantity(track, place)
            tick += wait
            if track[place] >= 0x80:
                status = track[place]
                place += 1
            if status == 0xFF:
                kind = track[place]
                length, place = quantity(track, place + 1)
                words = _words(track[place:place + min(length, 200)]) if kind in kinds else ""
                collected += [Text(number, kind, tick, words)] if words else []
                place += length
            elif status in (0xF0, 0xF7):
                length, place = quantity(track, place)
                place += length
            else:
                place += DATA[status & 0xF0]
    except (IndexError, KeyError):
        pass                                                    # symusic has read it, or what stands behind it is no text
    return collected


def _words(content: bytes) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
