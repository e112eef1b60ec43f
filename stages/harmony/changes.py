"""Changes: the chords of a tune, over time.

Conventions: onsets and lengths are quarter notes as exact fractions, counted from the start of the first chorus.
"""

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from stages.harmony.chords import Chord, chord_of_pitches, parse_chord


@dataclass(frozen=True)
class Changes:
    """Chords over time.

    Args:
        chords: (onset in quarter notes, chord), ascending; the first onset is 0.
        length: quarter notes, the end of the last bar.
        metre: beats a bar and the note value of a beat, e.g. (4, 4) or (6, 8).

    Raises:
        ValueError: no chord, a first onset other than 0, or onsets that do not ascend within the length.
    """

    chords: tuple[tuple[Fraction, Chord], ...]
    length: Fraction
    metre: tuple[int, int] = (4, 4)

    def __post_init__(self):
        onsets = [onset for onset, _ in self.chords]
        if not onsets or onsets[0] != 0 or onsets != sorted(set(onsets)) or onsets[-1] >= self.length:
            raise ValueError(f"chord onsets must start at 0, ascend and stay below the length {self.length}; got {[str(onset) for onset in onsets]}")

    @cached_property
    def _onsets(self) -> list[Fraction]:
        return [onset for onset, _ in self.chords]

    @property
    def bar_length(self) -> Fraction:
        """Quarter notes a bar."""
        return Fraction(4 * self.metre[0], self.metre[1])

    @property
    def bars(self) -> int:
        """Number of bars, a last incomplete one included."""
        return -int(-self.length // self.bar_length)

    def at(self, onset: Fraction) -> Chord:
        """The chord sounding at an onset (quarter notes, 0 or later); behind the end the last one goes on."""
        return self.chords[bisect_right(self._onsets, onset) - 1][1]

    def times(self, choruses: int) -> "Changes":
        """The same changes played ``choruses`` times in a row."""
        chords = tuple((onset + chorus * self.length, chord) for chorus in range(choruses) for onset, chord in self.chords)
        return Changes(chords, self.length * choruses, self.metre)

    def spans(self) -> list[tuple[Fraction, Fraction, Chord]]:
        """(onset, end, chord) of every chord, in quarter notes."""
        ends = [*self._onsets[1:], self.length]
        return [(onset, end, chord) for (onset, chord), end in zip(self.chords, ends)]

    def to_json(self) -> dict:
        """A dictionary of plain values: a chord is its symbol, or its pitches where only those are known; fractions are strings ("7/2")."""
        chords = [[str(onset), list(chord.voicing) or chord.symbol] for onset, chord in self.chords]
        return {"metre": list(self.metre), "length": str(self.length), "chords": chords}

    @classmethod
    def from_json(cls, record: dict) -> "Changes":
        """The inverse of ``to_json``."""
        chords = tuple((Fraction(onset), parse_chord(chord) if isinstance(chord, str) else chord_of_pitches(tuple(chord)))
                       for onset, chord in record["chords"])
        return cls(chords, Fraction(record["length"]), tuple(record["metre"]))
