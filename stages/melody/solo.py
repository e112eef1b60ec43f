"""The hub of the pipeline: every reader returns a Solo, everything behind it consumes one.

Conventions: onsets and durations are quarter notes as exact fractions, counted from the start of the first chorus; pitches are MIDI
numbers (60 = middle C); tempo is in quarter notes a minute; a key is its number of sharps (negative: flats).
"""

from dataclasses import dataclass, field
from fractions import Fraction

from stages.harmony.changes import Changes


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """One note: onset and duration in quarter notes, pitch as a MIDI number."""

    onset: Fraction
    duration: Fraction
    pitch: int

    @property
    def end(self) -> Fraction:
        """Onset plus duration, in quarter notes."""
        return self.onset + self.duration


@dataclass(frozen=True)
class Solo:
    """Notes over changes.

    Two solos are equal when the same notes stand over the same changes: the labels (all fields but those two) say where
    they come from and how fast they go, and are not compared.

    Args:
        notes: ascending by onset, one voice.
        changes: the chords beneath.
        tune, performer: names, "" where unknown.
        tempo: quarter notes a minute, None where unknown.
        key: number of sharps, negative for flats, None where unknown.
        source: the file, and the place in it.
    """

    notes: tuple[Note, ...]
    changes: Changes
    tune: str = field(default="", compare=False)
    performer: str = field(default="", compare=False)
    tempo: float | None = field(default=None, compare=False)
    key: int | None = field(default=None, compare=False)
    source: str = field(default="", compare=False)

    def to_json(self) -> dict:
        """A dictionary of plain values; fractions become strings such as "7/2"."""
        return {
            "tune": self.tune, "performer": self.performer, "tempo": self.tempo, "key": self.key, "source": self.source,
            "changes": self.changes.to_json(), "notes": [[str(note.onset), str(note.duration), note.pitch] for note in self.notes],
        }

    @classmethod
    def from_json(cls, record: dict) -> "Solo":
        """The inverse of ``to_json``."""
        notes = tuple(Note(Fraction(onset), Fraction(duration), pitch) for onset, duration, pitch in record["notes"])
        labels = {name: record[name] for name in ("tune", "performer", "tempo", "key", "source")}
        return cls(notes, Changes.from_json(record["changes"]), **labels)
