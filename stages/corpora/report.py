"""What came of reading a corpus, for people: how much was read, what was left out and why, what was guessed.

The numbers of ``reading.json``: the readings of all solos (``corpora/reading.py``) added up, and ``skipped.json``: every file or solo left out, with the reason.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

UNSURE = 0.5                # a melody or chords less sure than this are named
NAMED = 50                  # at most so many
PLACE = re.compile(r"^.*?: ")
DETAIL = re.compile(r"\([^()]*\d[^()]*\)|\d[\d./]*|'[^']*'")
SERIES = re.compile(r"(?<=, found )(.*?)\.\.\..*\.\.\.")


class Report:
    """Counts what is added to it."""

    def __init__(self):
        self.solos = self.notes = 0
        self.skipped: list[dict[str, str]] = []
        self._how: dict[str, Counter[str]] = {"melody": Counter(), "chords": Counter(), "key": Counter()}
        self._unsure: list[tuple[float, str, str]] = []
        self._respelt: dict[str, list] = {}
        self._left_out: Counter[str] = Counter()
        self._grid: Counter[str] = Counter()
        self._largest, self._swung = 0.0, 0

    def add(self, source: str, notes: int, reading: Mapping[str, Any], swing: float | None) -> None:
        """One solo more."""
        self.solos, self.notes, self._swung = self.solos + 1, self.notes + notes, self._swung + (swing is not None)
        for what, counts in self._how.items():
            if what in reading:
                counts[reading[what]["how"]] += 1
                sure = reading[what].get("sure", 0.0 if reading[what]["how"] == "none" else 1.0)
                if sure < UNSURE:
                    self._unsure = sorted([*self._unsure, (sure, source, what)])[:NAMED]
        for symbol, (chord, times) in reading.get("respelt", {}).items():
            self._respelt.setdefault(symbol, [chord, 0])[1] += times
        self._left_out.update(reading.get("left out", {}))
        if grid := reading.get("grid"):
            self._grid.update(onsets=grid["onsets"], moved=grid["moved"], sum=grid["mean"] * grid["onsets"])
            self._largest = max(self._largest, grid["largest"])

    def skip(self, skipped: list[dict[str, str]]) -> None:
        """Files or solos left out."""
        self.skipped += skipped

    def to_json(self) -> dict[str, Any]:
        """The content of ``reading.json``; moves of the grid in quarter notes."""
        onsets = self._grid["onsets"]
        grid = {"onsets": onsets, "moved": self._grid["moved"], "mean": self._grid["sum"] / onsets, "largest": self._largest} if onsets else {}
        return {
            "solos": self.solos, "notes": self.notes, "skipped": len(self.skipped), "swung": self._swung,
            **{what: dict(counts) for what, counts in self._how.items()},
            "unsure": [{"solo": source, "what": what, "sure": sure} for sure, source, what in self._unsure],
            "respelt": self._respelt, "left out": dict(self._left_out), "grid": grid,
        }

    def skipped_to_json(self) -> dict[str, Any]:
        """The content of ``skipped.json``."""
        return {"read": self.solos, "count": len(self.skipped), "causes": dict(self._causes()), "files": self.skipped}

    def summary(self) -> str:
        """One line: what was read, what was skipped and mostly why, what was guessed."""
        words = [f"{self.solos} solo{'s' * (self.solos != 1)}, {self.notes} notes read", f"{len(self.skipped)} skipped"]
        words[1] += "".join(f" ({times}: {cause})" for cause, times in self._causes().most_common(1))
        words += [f"{len(self._respelt)} chord symbol{'s' * (len(self._respelt) != 1)} guessed"] * bool(self._respelt)
        words += [f"{len(self._unsure)}{'+' * (len(self._unsure) == NAMED)} unsure, see reading.json"] * bool(self._unsure)
        return "; ".join(words)

    def _causes(self) -> Counter[str]:
        """How often there was which reason, in its own words."""
        return Counter(_cause(skipped["reason"]) for skipped in self.skipped)


def _cause(reason: str) -> str:
    """A reason without what belongs to a single file: its name, numbers, quotations, and of what was found in it a list."""
    words = DETAIL.sub("...", PLACE.sub("", reason)).split(";")[0]
    return SERIES.sub(r"\1...", words)
