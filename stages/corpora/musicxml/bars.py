"""Measures of a score, in the order in which they are played, put into bars: pickups, bars in two halves, bars of another length.

Conventions: lengths are ticks (``values.py``). A measure may be shorter than its metre says:

* the first one: a pickup, it stands at the end of a whole bar;
* two or more in a row that fill one bar together (a repeat or a phrase ends within it; a last bar and the pickup that it repeats): one bar;
* the last one: it is filled up;
* any other: a bar of its own length, in a metre of its own, and so is a measure that is too long. Such lengths are rounded up to whole sixteenths.

A measure with nothing in it is a whole bar. Where no metre is given, the usual length of these measures is the metre.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from stages.corpora.musicxml.values import TICKS

Metre = tuple[int, int]

TOLERANCE = TICKS // 24         # sums of rounded durations are not that far off
FINEST = TICKS // 4             # of the length of a bar
USUAL = (4, 4)


@dataclass
class Bars:
    """Measures laid out in time.

    Args:
        starts, lengths: of every measure that is played.
        metres: (onset, metre) of every bar from which another metre holds; the first onset is 0.
        end: of the last bar.
        odd: the numbers, from 0, of measures that became bars of their own length.
    """

    starts: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    metres: list[tuple[int, Metre]] = field(default_factory=list)
    end: int = 0
    odd: set[int] = field(default_factory=set)

    def add(self, lengths: Sequence[int], metre: Metre, rest: int = 0) -> None:
        """One bar with these measures in it, after a rest."""
        if not self.metres or self.metres[-1][1] != metre:
            self.metres.append((self.end, metre))
        place = self.end + rest
        for length in lengths:
            self.starts.append(place)
            self.lengths.append(length)
            place += length
        self.end += _length(metre)


def lay_out(order: Sequence[int], contents: Sequence[tuple[int, Metre | None]]) -> Bars:
    """The measures in bars.

    Args:
        order: the numbers of the measures as they are played.
        contents: of every measure on paper how long it is, and its metre.
    """
    usual = _usual([length for length, metre in contents if metre is None and length])
    metres = [metre or usual for _, metre in contents]
    lengths = [_nearly(length, _length(metre)) for (length, _), metre in zip(contents, metres)]
    bars, place = Bars(), 0
    while place < len(order):
        metre = metres[order[place]]
        whole = _length(metre)
        count = _together(order[place:place + 16], lengths, metres) if lengths[order[place]] < whole else 1
        played = [lengths[number] for number in order[place:place + count]]
        missing = whole - sum(played)
        if missing == 0:
            bars.add(played, metre)
        elif missing > 0 and len(order) > 1 and place == 0:
            bars.add(played, metre, rest=missing)
        elif missing > 0 and place == len(order) - 1:
            bars.add([whole], metre)
        else:
            bars.odd.add(order[place])
            own = -(-played[0] // FINEST) * FINEST
            bars.add([own], _metre_of(own, metre[1]))
        place += count
    return bars


def _usual(lengths: list[int]) -> Metre:
    """The metre of bars without one."""
    if not lengths:
        return USUAL
    common = Counter(lengths).most_common(1)[0][0]
    return _metre_of(-(-common // FINEST) * FINEST, 4)


def _nearly(length: int, whole: int) -> int:
    return whole if length == 0 or abs(length - whole) < TOLERANCE else length


def _together(order: Sequence[int], lengths: Sequence[int], metres: Sequence[Metre]) -> int:
    """How many of the next measures, all too short, fill one bar; 1 if they do not."""
    metre, total = metres[order[0]], 0
    whole = _length(metre)
    for count, number in enumerate(order, 1):
        total += lengths[number]
        if metres[number] != metre or lengths[number] >= whole or total > whole:
            return 1
        if total == whole:
            return count
    return 1


def _length(metre: Metre) -> int:
    return 4 * TICKS * metre[0] // metre[1]


def _metre_of(length: int, unit: int) -> Metre:
    """The metre of a length, in these units if it can be, else in the longest that fit."""
    for choice in (unit, 4, 8, 16):
        if length * choice % (4 * TICKS) == 0:
            return length * choice // (4 * TICKS), choice
    raise AssertionError(f"{length} is not a number of sixteenths")
