"""The hub of the pipeline: every reader returns a Solo, everything behind it consumes one.

Conventions: onsets and durations are quarter notes as exact fractions, counted from the first bar line (a pickup stands in a bar of its own); pitches
are MIDI numbers (60 = middle C); tempo is in quarter notes a minute; a key is its number of sharps (negative: flats).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from stages.harmony.changes import Changes


class Note(NamedTuple):
    """One note: onset and duration in quarter notes, pitch as a MIDI number. A tuple, because a corpus has millions and a tuple is made the fastest."""

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
        style: "swing", "bossa", ..., "" where unknown.
        swing: how long the first of a pair of eighths was played, the second being 1; None where unknown. The notes themselves are even eighths.
        phrases: the numbers, from 0, of the notes that begin a phrase; empty where unknown.
        seconds: onset and duration of every note as it was played, in seconds from the start of the recording; empty where unknown.
        reading: what the reader found out, guessed or moved; plain values, see ``corpora/reading.py``.
    """

    notes: tuple[Note, ...]
    changes: Changes
    tune: str = field(default="", compare=False)
    performer: str = field(default="", compare=False)
    tempo: float | None = field(default=None, compare=False)
    key: int | None = field(default=None, compare=False)
    source: str = field(default="", compare=False)
    style: str = field(default="", compare=False)
    swing: float | None = field(default=None, compare=False)
    phrases: tuple[int, ...] = field(default=(), compare=False)
    seconds: tuple[tuple[float, float], ...] = field(default=(), compare=False)
    reading: Mapping[str, Any] = field(default_factory=dict, compare=False)

    def to_json(self) -> dict:
        """A dictionary of plain values; fractions become strings such as "7/2", and what is unknown or empty of the last five fields is left out."""
        known = {"style": self.style, "swing": self.swing, "phrases": list(self.phrases), "seconds": [list(pair) for pair in self.seconds], "reading": dict(self.reading)}
        return {
            "tune": self.tune, "performer": self.performer, "tempo": self.tempo, "key": self.key, "source": self.source,
            "changes": self.changes.to_json(), "notes": [[str(note.onset), str(note.duration), note.pitch] for note in self.notes],
            **{name: value for name, value in known.items() if value},
        }

    @classmethod
    def from_json(cls, record: dict) -> "Solo":
        """The inverse of ``to_json``."""
        notes = tuple(Note(Fraction(onset), Fraction(duration), pitch) for onset, duration, pitch in record["notes"])
        labels = {name: record[name] for name in ("tune", "performer", "tempo", "key", "source", "style", "swing", "reading") if name in record}
        played = {"phrases": tuple(record.get("phrases", ())), "seconds": tuple(map(tuple, record.get("seconds", ())))}
        return cls(notes, Changes.from_json(record["changes"]), **labels, **played)
