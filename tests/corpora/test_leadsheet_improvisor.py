"""The lead sheets that Impro-Visor comes with, all of them."""

from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from stages.corpora.errors import CorpusError
from stages.corpora.leadsheet import read, read_sheet
from stages.harmony.chords import parse_chord
from stages.melody.quantize import Grid
from stages.melody.solo import Solo

SHEETS = Path(__file__).parents[3] / "shared/corpora/improvisor/leadsheets"
GRID = Grid(24, Fraction(1, 4))


@pytest.fixture(scope="module")
def paths() -> list[Path]:
    assert SHEETS.is_dir(), f"{SHEETS} is missing; put the folder leadsheets of Impro-Visor there"
    return sorted(SHEETS.rglob("*.ls"))


@pytest.fixture(scope="module")
def solos(paths) -> list[Solo]:
    found = []
    for path in paths:
        try:
            found += read(path, GRID)
        except CorpusError as error:
            assert "found chords only" in str(error)
    return found


def test_every_file_is_a_sheet_with_chords_that_can_be_stored(paths):
    metres = Counter()
    for path in paths:
        changes = read_sheet(path).changes
        metres[changes.metre] += 1
        assert all(parse_chord(chord.symbol) == chord for _, chord in changes.chords)
    assert {(4, 4), (3, 4), (5, 4), (6, 4), (7, 4), (6, 8), (2, 2)} <= set(metres)


def test_every_melody_ends_with_its_chords_and_has_a_name(solos):
    assert len(solos) > 1000
    for solo in solos:
        assert solo.notes[-1].end <= solo.changes.length and solo.tune


def test_the_grid_moves_next_to_nothing(solos):
    onsets = sum(solo.reading["grid"]["onsets"] for solo in solos)
    assert sum(solo.reading["grid"]["moved"] for solo in solos) < onsets / 200
    assert max(solo.reading["grid"]["largest"] for solo in solos) <= 1 / 48


def test_what_is_no_solo_is_said(solos):
    real = [solo for solo in solos if not any("no solo" in note for note in solo.reading.get("notes", []))]
    assert {solo.source for solo in real} >= {"GiantStepsColtrane.ls", "NowsTheTimeCliffordBrown.ls", "LittleDancerHarrell.ls"}
    assert sum(len(solo.notes) for solo in real) > 0.9 * sum(len(solo.notes) for solo in solos)
