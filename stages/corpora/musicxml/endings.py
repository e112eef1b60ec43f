"""First and second endings: which measures stand under which, and in how many rounds a section is played.

Conventions: measures are counted from 0, as they stand on paper. Endings that follow each other without a gap are a *group*, of one section. A
bracket that ends before the backward sign is drawn out to it; one without an end goes up to the next, to a backward sign, or is one measure long.
A group without any backward sign, with one behind it, lies inside of a section (|: A [1. B] [2. C] D :|).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass
class Marks:
    """The signs at one measure.

    Args:
        forward, backward: a section that is repeated starts, ends here.
        rounds: how often it is played, 0 where the sign does not say.
        ending: the numbers of an ending that starts here.
        ending_stops: an ending ends here.
        after_jump: the repeat is followed after D.C. and D.S., too.
        segno, coda, dalsegno, tocoda: names of the signs, "" where there are none.
        dacapo, fine: whether these words stand here.
        until: "fine" or "coda", where a D.C. or D.S. names its goal.
    """

    forward: bool = False
    backward: bool = False
    rounds: int = 0
    ending: tuple[int, ...] = ()
    ending_stops: bool = False
    after_jump: bool = False
    segno: str = ""
    coda: str = ""
    dalsegno: str = ""
    tocoda: str = ""
    dacapo: bool = False
    fine: bool = False
    until: str = ""


@dataclass
class Endings:
    """What the endings of a score come to.

    Args:
        numbers: of every measure, those of the ending over it; empty without one.
        rounds: of the measures under an ending and of the backward sign behind a group inside of a section: how often the section is played.
        first: of the measures under an ending, the first one of the group.
        named: of the measures under an ending, the numbers of all endings of the group.
        inside: measures under endings that lie inside of a section.
        after_jump: of the measures under an ending, the number of the ending that is played after D.C. and D.S.: the one with the Fine or the way to the
            coda, else the last; 0 where the repeat is followed again.
        implied: measures whose backward sign is missing.
    """

    numbers: list[tuple[int, ...]]
    rounds: dict[int, int] = field(default_factory=dict)
    first: dict[int, int] = field(default_factory=dict)
    named: dict[int, frozenset[int]] = field(default_factory=dict)
    inside: set[int] = field(default_factory=set)
    after_jump: dict[int, int] = field(default_factory=dict)
    implied: set[int] = field(default_factory=set)


class Span(NamedTuple):
    """The first and the last measure of an ending, and its numbers."""

    first: int
    last: int
    numbers: tuple[int, ...]


def endings_of(marks: Sequence[Marks], notes: list[str]) -> Endings:
    """The endings of a score; what is not as it should be is added to the notes."""
    endings = Endings([()] * len(marks))
    for group in _groups(_spans(marks, notes)):
        _add(_numbered(group, marks, notes), marks, endings, notes)
    return endings


def _spans(marks: Sequence[Marks], notes: list[str]) -> list[Span]:
    """All endings, in order."""
    spans: list[Span] = []
    for place, mark in enumerate(marks):
        if mark.ending and not (spans and place <= spans[-1].last):
            spans.append(Span(place, _last(marks, place, notes), mark.ending))
    for number, (span, following) in enumerate(zip(spans, spans[1:])):
        gap = marks[span.last:following.first]
        if len(gap) > 1 and gap[-1].backward and not any(mark.backward for mark in gap[:-1]) and not any(mark.forward for mark in gap[1:]):
            spans[number] = span._replace(last=following.first - 1)
    return spans


def _last(marks: Sequence[Marks], first: int, notes: list[str]) -> int:
    """The last measure of an ending. Of several ends the last one counts: a bracket may be drawn over its first measure only."""
    last = None
    for place in range(first, len(marks)):
        if place > first and (marks[place].ending or marks[place].forward):
            if last is None and marks[place].ending:
                last = place - 1
            break
        last = place if marks[place].ending_stops or marks[place].backward and last is None else last
        if marks[place].backward:
            break
    if last is None:
        notes.append(f"repeats: the ending at bar {first + 1} has no end, read as one bar")
    return first if last is None else last


def _groups(spans: Sequence[Span]) -> list[list[Span]]:
    groups: list[list[Span]] = []
    for span in spans:
        if groups and groups[-1][-1].last == span.first - 1 and 1 not in span.numbers:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _numbered(group: list[Span], marks: Sequence[Marks], notes: list[str]) -> list[Span]:
    """The endings with numbers that name each round from 1 on once: those of the file if they do. An ending alone that is no first one and does not go back is none."""
    named = sorted(number for span in group for number in span.numbers)
    if named == list(range(1, len(named) + 1)):
        return group
    if len(group) == 1 and not marks[group[0].last].backward:
        notes.append(f"repeats: the ending at bar {group[0].first + 1} has none before it, read as if it were no ending")
        return []
    rounds = {number: place for place, number in enumerate(named, 1)}
    renumbered = [tuple(rounds[number] for number in span.numbers) if len(rounds) == len(named) else (place,) for place, span in enumerate(group, 1)]
    notes.append(f"repeats: the endings from bar {group[0].first + 1} on are numbered {' and '.join(str(max(span.numbers)) for span in group)[:60]}, read as 1 to {renumbered[-1][-1]}")
    return [span._replace(numbers=numbers) for span, numbers in zip(group, renumbered)]


def _add(group: list[Span], marks: Sequence[Marks], endings: Endings, notes: list[str]) -> None:
    if not group:
        return
    first, last = group[0].first, group[-1].last
    measures = range(first, last + 1)
    goes_back = [marks[span.last].backward for span in group]
    rounds = max(max(span.numbers) for span in group) + (len(group) == 1 and goes_back[0])
    for span in group:
        endings.numbers[span.first:span.last + 1] = [span.numbers] * (span.last + 1 - span.first)
    endings.rounds |= dict.fromkeys(measures, rounds)
    endings.first |= dict.fromkeys(measures, first)
    endings.named |= dict.fromkeys(measures, frozenset(number for span in group for number in span.numbers))
    goal = next((max(span.numbers) for span in group if any(mark.fine or mark.tocoda for mark in marks[span.first:span.last + 1])), rounds)
    endings.after_jump |= dict.fromkeys(measures, 0 if any(marks[span.last].after_jump for span in group) else goal)
    behind = next((place for place in range(last + 1, len(marks)) if marks[place].backward or marks[place].forward or marks[place].ending), None)
    if not any(goes_back) and behind is not None and marks[behind].backward and not marks[behind].forward:
        endings.inside.update(measures)
        endings.rounds[behind] = rounds
        return
    for span, back in zip(group, goes_back):
        if max(span.numbers) < rounds and not (back or marks[span.last].dacapo or marks[span.last].dalsegno):
            endings.implied.add(span.last)
            notes.append(f"repeats: the ending at bar {span.first + 1} does not go back, read as if it did")
