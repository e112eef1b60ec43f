"""The tables of data/README.md."""

from pathlib import Path

import pytest

from data import describe
from stages.evaluation.table import ROWS, corpus_table

UP, DOWN = list(range(60, 76)), list(range(76, 60, -1))


def test_a_row_has_mean_range_and_human_value(line):
    table = corpus_table([line(UP, "C7"), line([60] * 16, "C7")])
    assert table.startswith("2 sheets, 4 bars, 32 notes.\n")
    assert "| intervals: the same note, share | 0.50 | 0.00 to 1.00 | 0.06 |" in table


def test_what_cannot_be_counted_is_a_dash(line):
    assert "| H4, bits | - | - | 2.90 |" in corpus_table([line(UP), line(DOWN)])


def test_every_row_is_a_metric_of_its_own(line):
    assert len({name for name, *_ in ROWS}) == len(ROWS) == len(corpus_table([line(UP)]).splitlines()) - 4


def test_only_what_stands_between_the_markers_changes():
    text = "before\n<!-- sheets -->\nold\n<!-- /sheets -->\nafter\n"
    assert describe.replace(text, "sheets", "new") == "before\n<!-- sheets -->\nnew\n<!-- /sheets -->\nafter\n"


def test_a_lost_marker_is_named():
    with pytest.raises(ValueError, match="expected the line '<!-- sheets -->'"):
        describe.replace("<!-- sheets -->\nno end\n", "sheets", "new")


def test_a_sheet_says_what_it_practises(tmp_path, sheet):
    path = tmp_path / "lamp.ls"
    path.write_text("(title Lamp)\n(comments CC0. Practises: guide tones (thirds), and space.)\n(meter 4 4)\n")
    assert describe.sheet_row(path, sheet("C |", "c2 d2", "Lamp")) == "| `lamp.ls` | Lamp | 4/4 | 1 | 2 | guide tones (thirds), and space |"


def test_a_sheet_that_does_not_say_so_is_named(tmp_path, sheet):
    path = tmp_path / "lamp.ls"
    path.write_text("(title Lamp)\n")
    with pytest.raises(ValueError, match=r"lamp\.ls: expected a line '\(comments Practises"):
        describe.sheet_row(path, sheet("C |", "c1"))


def test_the_readme_is_up_to_date(monkeypatch, tmp_path):
    copy = tmp_path / "README.md"
    copy.write_text(describe.README.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(describe, "README", copy)
    describe.main()
    assert copy.read_text(encoding="utf-8") == Path("data/README.md").read_text(encoding="utf-8"), "run: make corpus-table"


def test_the_example_in_the_readme_is_a_sheet(tmp_path):
    path = tmp_path / "example.ls"
    path.write_text(describe.README.read_text(encoding="utf-8").split("```")[1])
    solo, = describe.read(path)
    assert solo.notes[-1].end == solo.changes.length == 16
