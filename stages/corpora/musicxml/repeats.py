"""The order in which the measures of a score are played: repeats, endings, da capo, dal segno, al fine, al coda.

Conventions: measures are counted from 0, as they stand on paper, from 1 in words. Rules, as musicians read them (Read, "Music Notation", 1979,
chapter 12; the attributes of ``sound`` and ``repeat`` in MusicXML 4.0):

* a backward sign goes back to the forward sign before it, without one to where the repeat before it ended, without that to the start;
* an ending is played in the rounds that its numbers name; a section with endings has as many rounds as their largest number, one more than that
  where a first ending stands alone;
* D.C. and D.S. are followed once, after the repeats of their bar; from then on nothing that was played before is repeated and its last endings are
  played, or those with the Fine (unless a repeat says ``after_jump``), until the Fine, or from *to coda* to the coda;
* without a D.C. or D.S. a way to the coda is taken in the last round of the repeat around it, but not past the ending of that round;
* what stands at a measure counts at its end, but for a forward sign, a segno and a coda, which count at its start.

Signs that lead nowhere (a D.S. without a segno) are noted, and the music is read straight on.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from stages.corpora import limits
from stages.corpora.musicxml.endings import Marks, endings_of

MOST_ROUNDS = 100               # of one section; more is a slip of the pen
MOST_NOTES = 20                 # of one file


def played(marks: Sequence[Marks]) -> tuple[list[int], list[str]]:
    """The measures in the order in which they are played, and notes on what could not be followed.

    The order is not longer than ``limits.BARS`` or the score: where it would be, the measures are read straight through.
    """
    walk = _Walk(marks)
    while walk.place < len(marks):
        walk.step()
        if len(walk.order) > max(limits.BARS, len(marks)):
            straight = f"repeats: played out they would be more than {limits.BARS} bars, read straight through instead"
            return list(range(len(marks))), [straight]
    return walk.order, list(dict.fromkeys(walk.notes))[:MOST_NOTES]


class _Walk:
    """Somebody who reads the score with a finger on the bar."""

    def __init__(self, marks: Sequence[Marks]):
        self.marks, self.notes = marks, []
        self.endings = endings_of(marks, self.notes)
        self.signs = {kind: [place for place, mark in enumerate(marks) if getattr(mark, kind)] for kind in ("segno", "coda", "tocoda", "fine", "backward", "dacapo", "dalsegno")}
        self.segnos = {marks[place].segno: place for place in reversed(self.signs["segno"])}        # the first of each name
        self.codas: dict[str, list[int]] = {}                                                       # all of each name
        for place in self.signs["coda"]:
            self.codas.setdefault(marks[place].coda, []).append(place)
        self.order: list[int] = []
        self.place, self.start, self.round = 0, 0, 1      # start: of the section that is repeated; round: of this section, from 1
        self.jumps: set[int] = set()                      # measures whose D.C. or D.S. was followed
        self.jumped, self.until = False, ""
        self.known = -1                                   # the last measure that was played before the jump

    def step(self) -> None:
        """Plays the measure under the finger, or passes over it, and moves on."""
        place, numbers = self.place, self.endings.numbers[self.place]
        behind_endings = not numbers and place > 0 and self.endings.numbers[place - 1] and place - 1 not in self.endings.inside
        if (self.marks[place].forward or behind_endings) and self.start != place:
            self.start, self.round = place, 1
        if numbers and self._round(place) not in numbers:
            self.place += 1
        else:
            self.order.append(place)
            self.place = self._next(place, self.marks[place])

    def _round(self, place: int) -> int:
        """The number of the ending that is played now."""
        return self.endings.first[place] <= self.known and self.endings.after_jump[place] or self.round

    def _next(self, place: int, mark: Marks) -> int:
        if self.jumped and mark.fine and self.until != "coda":
            return len(self.marks)
        if mark.backward or place in self.endings.implied:
            if self.round < self._rounds(place, mark) and (place > self.known or mark.after_jump):
                self.round += 1
                return self.start
            if not self.endings.numbers[place]:
                self.start, self.round = place + 1, 1
        if mark.tocoda and self.until != "fine" and (self.jumped or self._last_round(place)):
            return self._coda(place, mark)
        if (mark.dacapo or mark.dalsegno) and place not in self.jumps:
            return self._jump(place, mark)
        return place + 1

    def _last_round(self, place: int) -> bool:
        """Whether a score without D.C. and D.S. is in the last round of the repeat around a measure."""
        ends = self.signs["backward"]
        following = bisect_left(ends, place)
        if following == len(ends) or self.signs["dacapo"] or self.signs["dalsegno"]:
            return False
        return 1 < self.round == self._rounds(ends[following], self.marks[ends[following]]) and self.round not in self.endings.named.get(ends[following], ())

    def _rounds(self, place: int, mark: Marks) -> int:
        rounds = self.endings.rounds.get(place) or mark.rounds or 2
        if rounds <= MOST_ROUNDS:
            return rounds
        self.notes.append(f"repeats: bar {place + 1} is to be played {rounds} times, played twice instead")
        return 2

    def _jump(self, place: int, mark: Marks) -> int:
        """To the start, or to the segno of that name, else the last one before."""
        self.jumps.add(place)
        before = bisect_right(self.signs["segno"], place)
        segno = self.segnos.get(mark.dalsegno, self.signs["segno"][before - 1] if before else None)
        if not mark.dacapo and segno is None:
            self.notes.append(f"repeats: bar {place + 1} goes back to a segno that is not there, read straight on")
            return place + 1
        if mark.until and not self.signs[{"fine": "fine", "coda": "tocoda"}[mark.until]]:
            self.notes.append(f"repeats: bar {place + 1} goes back and on to a {'Fine' if mark.until == 'fine' else 'way to the coda'} that is not there, played to the end")
        self.jumped, self.until, self.known = True, mark.until, max(self.known, place)
        self.start, self.round = 0 if mark.dacapo else segno, 1
        return self.start

    def _coda(self, place: int, mark: Marks) -> int:
        """To the next coda of that name, else to the next one."""
        coda = next((codas[after] for codas in (self.codas.get(mark.tocoda, []), self.signs["coda"]) if (after := bisect_right(codas, place)) < len(codas)), None)
        if coda is None:
            self.notes.append(f"repeats: bar {place + 1} leads to a coda that is not there, read straight on")
            return place + 1
        self.start, self.round, self.until = coda, 1, "fine"
        return self.start
