"""What a reader says of its own reading: ``Solo.reading``, plain values, so that nothing is guessed at silently.

| key | value |
|---|---|
| melody | {"part": name or number, "how": "named", "numbered", "found" or "only", "sure": 0 to 1} |
| chords | {"how": "written" in the file, "beside" it in a lead sheet, "heard" in the accompaniment, "estimated" from the melody, or "none"; "sure": 0 to 1} |
| key | {"how": "written" or "estimated", "sure": 0 to 1} |
| respelt | {chord symbol that is not understood: [what it was read as, how often]} |
| grid | ``Moves.to_json``: how many onsets the grid moved, and how far |
| left out | {what: how often}, e.g. {"notes that sound together": 3} |
| notes | [words], anything else a user should know |

A key is there only if there is something to say.
"""

from collections import Counter
from typing import Any

from stages.harmony.chords import NO_CHORD, Chord, ChordSymbolError, nearest_chord, parse_chord, write_chord

GUESSED = 2000              # different symbols of one solo; real files have some dozen, and in one with more they are no chords


class Glossary:
    """Reads chord symbols, the unknown ones as their nearest relative (beyond ``GUESSED`` of them as NC), and counts these."""

    def __init__(self):
        self._respelt: Counter[tuple[str, str]] = Counter()

    def chord(self, symbol: str, dialect: str = "jazz") -> Chord:
        """The chord of a symbol, whatever it is; never an error."""
        try:
            return parse_chord(symbol, dialect)
        except ChordSymbolError:
            chord = nearest_chord(symbol) if len(self._respelt) < GUESSED else NO_CHORD
            self._respelt[symbol[:40], write_chord(chord)] += 1
            return chord

    def to_json(self) -> dict[str, Any]:
        """``{"respelt": ...}`` for ``Solo.reading``, or an empty dictionary."""
        return {"respelt": {symbol: [chord, times] for (symbol, chord), times in sorted(self._respelt.items())}} if self._respelt else {}
