"""Two ways to write a small solo: ``sheet`` takes chords and notes as a lead sheet has them, ``line`` pitches in eighth notes over one chord."""

from fractions import Fraction

import pytest

from stages.corpora import read
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.melody.solo import Note, Solo

EIGHTH = Fraction(1, 2)


@pytest.fixture(scope="session")
def sheet(tmp_path_factory):
    """A function (chords, melody, title, metre) -> Solo."""
    path = tmp_path_factory.mktemp("sheets") / "sheet.ls"

    def build(chords: str, melody: str, title: str = "", metre: str = "4 4") -> Solo:
        path.write_text(f"(title {title})(meter {metre})(part (type chords)) {chords} (part (type melody)) {melody}")
        return next(read(path))

    return build


@pytest.fixture(scope="session")
def line():
    """A function (pitches, chord symbol, tune) -> Solo."""

    def build(pitches: list[int], symbol: str = "C7", tune: str = "") -> Solo:
        notes = tuple(Note(place * EIGHTH, EIGHTH, pitch) for place, pitch in enumerate(pitches))
        return Solo(notes, Changes(((Fraction(0), parse_chord(symbol)),), max(Fraction(4), len(pitches) * EIGHTH)), tune=tune)

    return build
