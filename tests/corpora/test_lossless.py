"""Every solo of the corpora at hand comes back from its tokens, on every grid; and data/README.md says truly what the grid moved."""

from fractions import Fraction
from pathlib import Path

import pytest

from data.describe import GRIDS, README, grid_row_of
from stages.corpora import CorpusWarning, read
from stages.grammar.abstract import abstract
from stages.grammar.realize import realize
from stages.melody.quantize import Grid
from stages.melody.solo import Solo

SHARED = Path(__file__).parents[3] / "shared/corpora"
FOLDERS = {"woodshed": README.parent / "woodshed", "wjazzd": SHARED / "wjazzd/wjazzd.db", "improvisor": SHARED / "improvisor/leadsheets", "openewld": SHARED / "openewld"}
SOLOS = {"woodshed": 33, "wjazzd": 418, "improvisor": 1188, "openewld": 253}


@pytest.mark.filterwarnings(f"ignore::{CorpusWarning.__module__}.{CorpusWarning.__name__}")        # lead sheets with chords only
@pytest.mark.parametrize("divisions", GRIDS)
@pytest.mark.parametrize("name", FOLDERS)
def test_every_solo_comes_back(name, divisions):
    solos = list(read(FOLDERS[name], grid=Grid(divisions, Fraction(1, 4))))
    assert len(solos) == SOLOS[name]
    assert [solo.source for solo in solos if realize(abstract(solo), solo.changes) != solo] == []
    assert grid_row_of(name, solos, divisions) in README.read_text(encoding="utf-8").splitlines()
    if divisions == 24:
        assert all(Solo.from_json(solo.to_json()) == solo for solo in solos)
        assert all(note.onset * 24 == int(note.onset * 24) for solo in solos for note in solo.notes)
        if name == "wjazzd":
            assert {metre for solo in solos for metre in (solo.changes.metre, *(metre for _, metre in solo.changes.metre_changes))} >= {(3, 4), (4, 4), (5, 4), (6, 4), (9, 4), (1, 4)}
