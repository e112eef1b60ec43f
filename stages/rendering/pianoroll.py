"""A solo as a piano roll that a person can read: an SVG picture, four bars a row like a score.

Time runs to the right and wraps like text; a lane is a semitone. Vertical lines are bars (numbered below, from the start of the changes; a
pickup stands in bar 0) and, fainter, quarter notes; the horizontal lines are the Cs. Chord symbols stand above the place where they begin, in
brackets where a row begins inside a chord; a chord known only by its pitches is a stack of note names. Grey bands are the tones of
the chord, in every octave. A note's colour says what it is against its chord (``melody/categories.py``).

Colours: Okabe & Ito, "Color Universal Design" (2008), told apart with every common kind of colour blindness and, by lightness, in grey.

For programs: a note is one ``rect`` with ``data-note`` (its number), ``data-onset`` and ``data-duration`` (quarter notes), ``data-pitch``
(MIDI) and ``data-category``; where a note goes on in the next row, the second part has ``data-note`` only. The frame of a row has
``data-start`` and ``data-quarters``.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from xml.sax.saxutils import escape

from stages.harmony.chords import Chord
from stages.melody.categories import APPROACH, CHORD, COLOUR, OTHER, SCALE, categories
from stages.melody.solo import Note, Solo
from stages.rendering.midi import lead_in

NAMES = ("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
WORDS = {CHORD: "chord tone", COLOUR: "colour tone", SCALE: "scale tone", APPROACH: "approach tone", OTHER: "other note"}
FILLS = {CHORD: "#0072b2", COLOUR: "#009e73", SCALE: "#56b4e9", APPROACH: "#e69f00", OTHER: "#a0306a"}

BARS_A_ROW = 4
WIDTH, LEFT, RIGHT, TOP, FOOT, LANE = 1200, 44, 16, 84, 30, 7     # pixels
LINE = 14                                                         # pixels, a line of chord names
EMPTY = (58, 82)                                                  # the lanes of a solo without notes
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # not even an escape may stand for these in XML

STYLE = f"""\
.roll {{ font-family: system-ui, "Liberation Sans", Arial, sans-serif; fill: #222; }}
.roll .title {{ font-size: 22px; font-weight: 600; }}
.roll .legend {{ font-size: 13px; }}
.roll .chord {{ font-size: 14px; font-weight: 600; }}
.roll .held {{ fill: #8a8a8a; font-weight: 400; }}
.roll .label {{ font-size: 11px; fill: #707070; }}
.roll .row {{ fill: #fcfcfa; stroke: #b5b5b0; }}
.roll .tones {{ fill: #ebebe6; }}
.roll .quarter {{ stroke: #e0e0da; }}
.roll .octave {{ stroke: #c4c4bd; stroke-dasharray: 2 3; }}
.roll .bar {{ stroke: #77776f; }}
.roll .note {{ stroke: #fff; stroke-width: 0.6; }}
{"".join(f".roll .{kind} {{ fill: {fill}; }}{chr(10)}" for kind, fill in FILLS.items())}"""


@dataclass(frozen=True)
class Grid:
    """Where things stand: positions in quarter notes and MIDI pitches on one side, pixels on the other.

    Args:
        lines: the bar lines in quarter notes, the last one's end included; the first is 0 or (before a pickup) less.
        first: the number of the first bar, 1 where there is no pickup.
        low, high: the lowest and highest pitch that has a lane.
        head: pixels above a row, for chord names.
    """

    lines: tuple[Fraction, ...]
    first: int
    low: int
    high: int
    head: int

    @property
    def rows(self) -> int:
        """How many rows."""
        return -(-(len(self.lines) - 1) // BARS_A_ROW)

    @cached_property
    def longest(self) -> Fraction:
        """Quarter notes of the longest row."""
        longest_bar = max(after - line for line, after in pairwise(self.lines))
        return max([longest_bar * BARS_A_ROW] if self.rows == 1 else [self.end(row) - self.begin(row) for row in range(self.rows)])

    @property
    def lanes(self) -> int:
        """Pixels, the height of a row."""
        return (self.high - self.low + 1) * LANE

    @property
    def height(self) -> int:
        """Pixels, the whole picture."""
        return TOP + self.rows * (self.head + self.lanes + FOOT)

    def top(self, row: int) -> int:
        """Pixels, the upper edge of a row's lanes."""
        return TOP + row * (self.head + self.lanes + FOOT) + self.head

    def begin(self, row: int) -> Fraction:
        """The position at which a row begins."""
        return self.lines[min(row * BARS_A_ROW, len(self.lines) - 1)]

    def end(self, row: int) -> Fraction:
        """The position at which a row ends; the last one may be short."""
        return self.begin(row + 1)

    def bars(self, row: int) -> list[tuple[int, Fraction]]:
        """(number, bar line) of the bars in a row."""
        places = range(row * BARS_A_ROW, min((row + 1) * BARS_A_ROW, len(self.lines) - 1))
        return [(self.first + place, self.lines[place]) for place in places]

    def x(self, row: int, position: Fraction) -> Fraction:
        """Pixels."""
        return LEFT + (position - self.begin(row)) * (WIDTH - LEFT - RIGHT) / self.longest

    def y(self, row: int, pitch: int) -> int:
        """Pixels, the upper edge of a pitch's lane."""
        return self.top(row) + (self.high - pitch) * LANE

    def cut(self, onset: Fraction, end: Fraction) -> Iterator[tuple[int, Fraction, Fraction]]:
        """(row, onset, end) of the parts that a stretch of time falls into."""
        for row in range((bisect_right(self.lines, onset) - 1) // BARS_A_ROW, self.rows):
            if self.begin(row) >= end:
                break
            yield row, max(onset, self.begin(row)), min(end, self.end(row))


def svg(solo: Solo) -> str:
    """The picture as a standalone SVG document, identical on every run. It can stand in an HTML page as it is."""
    grid = _grid(solo)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="roll" role="img" width="{WIDTH}" height="{grid.height}" viewBox="0 0 {WIDTH} {grid.height}">',
        f"<title>{text(_title(solo))}</title>", f"<style>\n{STYLE}</style>",
        f'<rect width="{WIDTH}" height="{grid.height}" fill="#fff"/>', *_heading(solo),
    ]
    parts += [_frame(grid, row) for row in range(grid.rows)]
    parts += _tones(grid, solo)
    for row in range(grid.rows):
        parts += _lines(grid, row)
    parts += [*_chord_names(grid, solo), *_notes(grid, solo), "</svg>"]
    return "\n".join(parts) + "\n"


def text(words: str) -> str:
    """Words made safe for XML and HTML, quotation marks included."""
    return escape(FORBIDDEN.sub("", words), {'"': "&quot;"})


def _grid(solo: Solo) -> Grid:
    changes, end = solo.changes, max([solo.changes.length, *(note.end for note in solo.notes)])
    bar = changes.bar_at(-lead_in(solo))
    first, lines = bar + 1, [changes.bar_line(bar)]
    while lines[-1] < end:
        bar += 1
        lines.append(changes.bar_line(bar))
    pitches = [note.pitch for note in solo.notes] or EMPTY
    names = max(len(_names(chord)) for _, chord in solo.changes.chords)
    return Grid(tuple(lines), first, min(pitches) - 3, max(pitches) + 3, names * LINE + 8)


def _title(solo: Solo) -> str:
    return " · ".join(filter(None, (solo.tune or "Untitled", solo.performer)))


def _heading(solo: Solo) -> Iterator[str]:
    yield f'<text class="title" x="{LEFT}" y="34">{text(_title(solo))}</text>'
    if solo.tempo:
        yield f'<text class="legend" x="{WIDTH - RIGHT}" y="34" text-anchor="end">{_number(solo.tempo)} quarter notes a minute</text>'
    x = LEFT
    for kind, word in WORDS.items():
        yield f'<rect class="{kind}" x="{x}" y="54" width="22" height="9" rx="2"/><text class="legend" x="{x + 28}" y="63">{word}</text>'
        x += 54 + 7 * len(word)
    yield f'<rect class="tones" x="{x}" y="54" width="22" height="9"/><text class="legend" x="{x + 28}" y="63">tones of the chord</text>'


def _frame(grid: Grid, row: int) -> str:
    begin, end = grid.begin(row), grid.end(row)
    return (f'<rect class="row" x="{LEFT}" y="{grid.top(row)}" width="{_number(grid.x(row, end) - LEFT)}" height="{grid.lanes}" '
            f'data-start="{_number(begin)}" data-quarters="{_number(end - begin)}"/>')


def _tones(grid: Grid, solo: Solo) -> Iterator[str]:
    """The bands behind the notes, one path a chord and row."""
    for onset, end, chord in solo.changes.spans():
        pitches = [pitch for pitch in range(grid.low, grid.high + 1) if pitch % 12 in chord.tones]
        for row, first, last in grid.cut(onset, end):
            left, width = _number(grid.x(row, first)), _number(grid.x(row, last) - grid.x(row, first))
            bands = "".join(f"M{left} {grid.y(row, pitch)}h{width}v{LANE}H{left}z" for pitch in pitches)
            if bands:
                yield f'<path class="tones" d="{bands}"/>'


def _lines(grid: Grid, row: int) -> Iterator[str]:
    """Quarter notes, octaves and bars, with their labels."""
    top, bottom, begin, end = grid.top(row), grid.top(row) + grid.lanes, grid.begin(row), grid.end(row)
    beats = [grid.x(row, begin + beat) for beat in range(1, int(end - begin))]
    bars = grid.bars(row)
    yield f'<path class="quarter" d="{_uprights(beats, top, bottom)}"/>'
    for pitch in range(grid.low, grid.high + 1):
        if pitch % 12 == 0:
            middle = grid.y(row, pitch) + LANE / 2
            yield f'<path class="octave" d="M{LEFT} {_number(middle)}H{_number(grid.x(row, end))}"/>'
            yield f'<text class="label" x="{LEFT - 8}" y="{_number(middle + 4)}" text-anchor="end">{note_name(pitch)}</text>'
    yield f'<path class="bar" d="{_uprights([grid.x(row, position) for _, position in bars], top, bottom)}"/>'
    for number, position in bars:
        yield f'<text class="label" x="{_number(grid.x(row, position) + 2)}" y="{bottom + 13}">{number}</text>'


def _uprights(places: list[Fraction], top: int, bottom: int) -> str:
    """Vertical lines at some x, as the data of a path."""
    return "".join(f"M{_number(x)} {top}V{bottom}" for x in places)


def _chord_names(grid: Grid, solo: Solo) -> Iterator[str]:
    for onset, end, chord in solo.changes.spans():
        for row, first, last in grid.cut(onset, end):
            held = first > onset
            names, room = _names(chord), float(grid.x(row, last) - grid.x(row, first)) - 4
            for line, name in enumerate(names):
                words = f"({name})" if held and len(names) == 1 else name
                squeezed = f' textLength="{_number(room)}" lengthAdjust="spacingAndGlyphs"' if len(words) * 9 > room else ""
                yield (f'<text class="chord{" held" if held else ""}" x="{_number(grid.x(row, first) + 3)}" y="{grid.top(row) - 6 - line * LINE}"{squeezed}>'
                       f"{text(words)}</text>")


def _names(chord: Chord) -> list[str]:
    """The lines of a chord's name, lowest first."""
    return [note_name(pitch) for pitch in chord.voicing] or [chord.symbol]


def note_name(pitch: int) -> str:
    """``C4`` for MIDI pitch 60."""
    return f"{NAMES[pitch % 12]}{pitch // 12 - 1}"


def _notes(grid: Grid, solo: Solo) -> Iterator[str]:
    for number, (note, kind) in enumerate(zip(solo.notes, categories(solo), strict=True)):
        for row, first, last in grid.cut(note.onset, note.end):
            left, width = grid.x(row, first), grid.x(row, last) - grid.x(row, first)
            facts = _facts(note, kind) if first == note.onset else ""
            yield (f'<rect class="note {kind}" x="{_number(left)}" y="{grid.y(row, note.pitch)}" width="{_number(max(2, width))}" height="{LANE}" rx="2" '
                   f'data-note="{number}"{facts}><title>{note_name(note.pitch)}, {WORDS[kind]}, over {text(solo.changes.at(note.onset).symbol)}</title></rect>')


def _facts(note: Note, kind: str) -> str:
    return f' data-onset="{_number(note.onset)}" data-duration="{_number(note.duration)}" data-pitch="{note.pitch}" data-category="{kind}"'


def _number(value: float | Fraction) -> str:
    """At most four decimals, no trailing zeros: 1.5, 0.3333, 2."""
    return f"{float(value):.4f}".rstrip("0").rstrip(".")
