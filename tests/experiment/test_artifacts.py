"""Files whole or not at all, with the same bytes for the same content."""

import errno

import numpy as np
import pytest

from stages.experiment import artifacts


def test_json_is_sorted_rounded_and_ends_in_a_newline(tmp_path):
    artifacts.write_json(tmp_path / "a.json", {"b": 1 / 3, "a": [-0.0, np.float64(2)]})
    assert (tmp_path / "a.json").read_bytes() == b'{\n "a": [\n  0.0,\n  2.0\n ],\n "b": 0.333333\n}\n'


def test_lines_and_tables_come_back(tmp_path):
    artifacts.write_lines(tmp_path / "a.jsonl", [{"x": 1}, {"x": 2}])
    artifacts.write_table(tmp_path / "a.csv", [{"epoch": 1, "loss": 0.12345678}, {"epoch": 2, "loss": None}])
    assert artifacts.read_lines(tmp_path / "a.jsonl") == [{"x": 1}, {"x": 2}]
    assert (tmp_path / "a.csv").read_text() == "epoch,loss\n1,0.123457\n2,\n"


def test_the_same_arrays_are_the_same_bytes(tmp_path):
    for name in ("a.npz", "b.npz"):
        artifacts.write_arrays(tmp_path / name, x=np.arange(3))
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_a_full_disk_leaves_the_old_file_and_no_draft(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    artifacts.write_text(path, "old")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(artifacts.os, "replace", full)
    with pytest.raises(OSError, match="No space left on device.*a.txt"):
        artifacts.write_text(path, "new")
    assert path.read_text() == "old" and [file.name for file in tmp_path.iterdir()] == ["a.txt"]
