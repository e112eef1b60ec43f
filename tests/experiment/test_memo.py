"""What was computed before is found again by its content, and by nothing else."""

import pytest

from stages.experiment.memo import Memo


@pytest.fixture
def program(tmp_path):
    file = tmp_path / "reader.py"
    file.write_text("one")
    return file


@pytest.fixture
def music(tmp_path):
    file = tmp_path / "blues.ls"
    file.write_text("C7 | c4")
    return file


def test_a_result_is_found_again_in_the_next_run(tmp_path, program, music):
    memo = Memo(tmp_path / "memo", [program])
    memo.put({memo.key([music], {"grid": 24}): {"solos": ["é"]}})
    again = Memo(tmp_path / "memo", [program])
    assert again.get(again.key([music], {"grid": 24})) == {"solos": ["é"]}


@pytest.mark.parametrize("change", ["music", "program", "told"])
def test_it_is_not_found_once_anything_that_decided_it_changes(tmp_path, program, music, change):
    memo = Memo(tmp_path / "memo", [program])
    memo.put({memo.key([music], 24): {"solos": []}})
    if change != "told":
        {"music": music, "program": program}[change].write_text("other")
    again = Memo(tmp_path / "memo", [program])
    assert again.get(again.key([music], 12 if change == "told" else 24)) is None


def test_a_broken_memory_costs_a_warning_and_no_result(tmp_path, program, music, capsys):
    (tmp_path / "memo").mkdir()
    (tmp_path / "memo/cache.db").write_bytes(b"no database at all, but long enough to be looked at as one" * 100)
    memo = Memo(tmp_path / "memo", [program])
    memo.put({"key": {}})
    assert memo.get("key") is None and "nothing is remembered" in capsys.readouterr().err


def test_damaged_results_are_computed_again(tmp_path, program):
    memo = Memo(tmp_path / "memo", [program])
    memo._cache.set("key", b"not compressed")
    assert memo.get("key") is None
