"""Changes: the chords of a tune, over time.

Conventions: onsets and lengths are quarter notes as exact fractions, counted from the first bar line. A pickup stands in a bar of its own, a
whole one: what comes before it is a rest. Bars are counted from 0 here, from 1 in words.
"""

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from operator import lt

from stages.harmony.chords import Chord, chord_of_pitches, parse_chord


@dataclass(frozen=True)
class Changes:
    """Chords over time.

    Args:
        chords: (onset in quarter notes, chord), ascending; the first onset is 0.
        length: quarter notes, the end of the last bar.
        metre: beats a bar and the note value of a beat, e.g. (4, 4) or (6, 8), of the first bar.
        metre_changes: (onset in quarter notes, metre) of each bar from which another metre holds, ascending; also for a single bar that is too short or too long.

    Raises:
        ValueError: no chord, a first onset other than 0, or onsets that do not ascend within the length.
    """

    chords: tuple[tuple[Fraction, Chord], ...]
    length: Fraction
    metre: tuple[int, int] = (4, 4)
    metre_changes: tuple[tuple[Fraction, tuple[int, int]], ...] = ()

    def __post_init__(self):
        onsets = [onset for onset, _ in self.chords]
        ascending = all(map(lt, self._onsets, self._onsets[1:])) or onsets == sorted(set(onsets))
        if not onsets or onsets[0] != 0 or not ascending or onsets[-1] >= self.length:
            raise ValueError(f"chord onsets must start at 0, ascend and stay below the length {self.length}; got {[str(onset) for onset in onsets]}")
        changes = [Fraction(0), *(onset for onset, _ in self.metre_changes)]
        if changes != sorted(set(changes)) or changes[-1] >= self.length:
            raise ValueError(f"metre changes must ascend from behind 0 and stay below the length {self.length}; got {[str(onset) for onset in changes[1:]]}")

    @cached_property
    def _onsets(self) -> list[float]:
        # Searched as floats, which is five times as fast and as exact: two fractions of music never lie so close that they round to the same one.
        return [over / under for over, under in (onset.as_integer_ratio() for onset, _ in self.chords)]

    @cached_property
    def _sections(self) -> tuple[list[Fraction], list[int], list[Fraction]]:
        """Of every stretch in one metre: its onset, the number of its first bar, quarter notes a bar."""
        onsets, metres = [Fraction(0), *(onset for onset, _ in self.metre_changes)], [self.metre, *(metre for _, metre in self.metre_changes)]
        lengths = [Fraction(4 * beats, unit) for beats, unit in metres]
        numbers = [0]
        for onset, after, length in zip(onsets, onsets[1:], lengths):
            numbers.append(numbers[-1] - int((onset - after) // length))
        return onsets, numbers, lengths

    def bar_at(self, onset: Fraction) -> int:
        """The number of the bar that an onset (quarter notes) lies in; -1 and less in a pickup before 0, and bars go on behind the end."""
        onsets, numbers, lengths = self._sections
        section = max(bisect_right(onsets, onset) - 1, 0) if len(onsets) > 1 else 0
        (over, under), (long, part) = (onset - onsets[section]).as_integer_ratio(), lengths[section].as_integer_ratio()
        return numbers[section] + over * part // (under * long)

    def bar_line(self, bar: int) -> Fraction:
        """The onset of a bar in quarter notes, the inverse of ``bar_at``."""
        onsets, numbers, lengths = self._sections
        section = max(bisect_right(numbers, bar) - 1, 0)
        return onsets[section] + (bar - numbers[section]) * lengths[section]

    def lines(self, divisions: int, end: int) -> list[int]:
        """The bar lines up to the first one behind ``end``: ``bar_line`` of all bars at once, in whole numbers.

        Args:
            divisions: slots a quarter note, a multiple of what ``denominators`` gives. end: a slot.
        """
        onsets, _, lengths = self._sections
        starts = [slots_of(onset, divisions) for onset in onsets]
        steps = [slots_of(length, divisions) for length in lengths]
        lines = [line for start, following, step in zip(starts, starts[1:], steps) for line in range(start, following, step)]
        return lines + list(range(starts[-1], max(end, starts[-1]) + steps[-1] + 1, steps[-1]))

    def denominators(self) -> set[int]:
        """Those of the positions of all bar lines and of the end, in quarter notes."""
        onsets, _, lengths = self._sections
        return {fraction.denominator for fraction in (*onsets, *lengths, self.length)}

    def metre_at(self, onset: Fraction) -> tuple[int, int]:
        """The metre of the bar that an onset lies in."""
        section = max(bisect_right(self._sections[0], onset) - 1, 0)
        return self.metre_changes[section - 1][1] if section else self.metre

    def place(self, onset: Fraction) -> str:
        """An onset in words, bars and beats counted from 1: ``bar 2 beat 3.5``."""
        bar = self.bar_at(onset)
        return f"bar {bar + 1} beat {float((onset - self.bar_line(bar)) * self.metre_at(onset)[1] / 4) + 1:g}"

    @cached_property
    def bars(self) -> int:
        """Number of bars, a last incomplete one included."""
        last = self.bar_at(self.length)
        return last + (self.bar_line(last) < self.length)

    def at(self, onset: Fraction) -> Chord:
        """The chord sounding at an onset (quarter notes, 0 or later); behind the end the last one goes on."""
        over, under = onset.as_integer_ratio()
        return self.chords[bisect_right(self._onsets, over / under) - 1][1]

    def times(self, choruses: int) -> "Changes":
        """The same changes played ``choruses`` times in a row."""
        chords = tuple((onset + chorus * self.length, chord) for chorus in range(choruses) for onset, chord in self.chords)
        metres = [(onset + chorus * self.length, metre) for chorus in range(choruses) for onset, metre in ((Fraction(0), self.metre), *self.metre_changes)]
        return Changes(chords, self.length * choruses, self.metre, tuple(metres[1:]) if self.metre_changes else ())

    def spans(self) -> list[tuple[Fraction, Fraction, Chord]]:
        """(onset, end, chord) of every chord, in quarter notes."""
        ends = [*(onset for onset, _ in self.chords[1:]), self.length]
        return [(onset, end, chord) for (onset, chord), end in zip(self.chords, ends)]

    def to_json(self) -> dict:
        """A dictionary of plain values: a chord is its symbol, or its pitches where only those are known; fractions are strings ("7/2")."""
        chords = [[str(onset), list(chord.voicing) or chord.symbol] for onset, chord in self.chords]
        metres = {"metre_changes": [[str(onset), list(metre)] for onset, metre in self.metre_changes]} if self.metre_changes else {}
        return {"metre": list(self.metre), **metres, "length": str(self.length), "chords": chords}

    @classmethod
    def from_json(cls, record: dict) -> "Changes":
        """The inverse of ``to_json``."""
        chords = tuple((Fraction(onset), parse_chord(chord) if isinstance(chord, str) else chord_of_pitches(tuple(chord)))
                       for onset, chord in record["chords"])
        metres = tuple((Fraction(onset), tuple(metre)) for onset, metre in record.get("metre_changes", []))
        return cls(chords, Fraction(record["length"]), tuple(record["metre"]), metres)


def slots_of(quarters: Fraction, divisions: int) -> int:
    """So many quarter notes in slots; their denominator divides the slots of a quarter note."""
    over, under = quarters.as_integer_ratio()
    return over * (divisions // under)
