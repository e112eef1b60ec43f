"""Shared by all tests: tiny solos made by hand, and a real browser."""

from fractions import Fraction

import pytest

from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.melody.solo import Note, Solo
from tests.browser import chromium
from tests.project import Project, copy


@pytest.fixture(scope="session")
def two_bars() -> Solo:
    """Dm7 | G7: an eighth F4 and E4, a triplet eighth D4, then a whole B3 from the second bar on."""
    changes = Changes(((Fraction(0), parse_chord("Dm7")), (Fraction(4), parse_chord("G7"))), Fraction(8))
    notes = (Note(Fraction(0), Fraction(1, 2), 65), Note(Fraction(1, 2), Fraction(1, 2), 64), Note(Fraction(4, 3), Fraction(1, 3), 62), Note(Fraction(4), Fraction(4), 59))
    return Solo(notes, changes, tune="Two & Two", performer="Nobody", tempo=120.0, key=-1)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """A headless Chromium for the tests of a module, driven by selenium."""
    driver = chromium(tmp_path_factory.mktemp("browser"))
    yield driver
    driver.quit()


@pytest.fixture
def project(tmp_path) -> Project:
    """A small copy of the project in a repository of its own, nothing run yet."""
    return copy(tmp_path / "project")


@pytest.fixture(scope="session")
def finished(tmp_path_factory) -> Project:
    """The same after `dvc repro`, with the outputs committed; for tests that only look."""
    project = copy(tmp_path_factory.mktemp("finished") / "project")
    project.must("dvc", "repro", "--quiet")
    project.commit()
    return project
