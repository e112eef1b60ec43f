"""The alphabet, and the windows a network is trained on."""

import numpy as np
import pytest

from stages.experiment import artifacts
from stages.grammar import GrammarError, woodshed
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import Lessons, Windows, cut


def test_symbols_are_sorted_and_numbered():
    vocabulary = Vocabulary.of([["b", "a"], ["c", "a"]])
    assert vocabulary.symbols == ("a", "b", "c")
    assert vocabulary.encode(["c", "a"]).tolist() == [2, 0] and vocabulary.decode([2, 0]) == ["c", "a"]


def test_json_has_the_names_of_the_notebook():
    record = Vocabulary(("x", "y")).to_json()
    assert record == {"n_values": 2, "indices_values": {"0": "x", "1": "y"}}
    assert Vocabulary.from_json(record) == Vocabulary(("x", "y"))


def test_a_symbol_outside_the_alphabet_is_named():
    with pytest.raises(ValueError, match="found q; parse the corpus anew"):
        Vocabulary(("a",)).encode(["a", "q"])


def test_a_window_asks_for_the_symbol_after_its_input():
    (windows,) = cut([np.array([5, 6, 7, 8])], length=3, hop=2)
    assert windows.inputs.tolist() == [[-1, 5, 6], [6, 7, -1]]
    assert windows.targets.tolist() == [[5, 6, 7], [7, 8, -1]]


@pytest.mark.parametrize("length, hop", [(3, 1), (3, 3), (4, 2), (7, 5)])
def test_every_symbol_is_a_target_and_no_window_spans_two_solos(length, hop):
    solos = [np.arange(10), np.arange(100, 105)]
    first, second = cut(solos, length, hop)
    assert set(first.targets.ravel()) - {-1} == set(solos[0]) and set(second.targets.ravel()) - {-1} == set(solos[1])


def test_a_corpus_shorter_than_one_window_is_refused():
    with pytest.raises(GrammarError, match="expected at least one window of 8 symbols .*, found 3"):
        list(woodshed.windows([np.array([1, 2, 3])], woodshed.Params(8, 4)))


def test_one_hot_rows_of_nothing_are_empty():
    X, Y = Windows(np.array([[-1, 2]]), np.array([[2, -1]])).one_hot(3)
    assert X.shape == (1, 2, 3) and Y.shape == (2, 1, 3)
    assert X.astype(int).tolist() == [[[0, 0, 0], [0, 0, 1]]] and Y.astype(int).tolist() == [[[0, 0, 1]], [[0, 0, 0]]]


def test_lessons_come_back_from_their_file_and_stay_on_disk(tmp_path):
    arrays = {"train": np.array([1, 2, 3, 4], np.int32), "train_lengths": np.array([3, 1], np.int32), "inputs": np.array([[-1, 1], [2, 3]], np.int32), "targets": np.array([[1, 2], [3, -1]], np.int32)}
    nothing = {name: np.zeros(0, np.int32) for name in ("validation", "validation_lengths", "test", "test_lengths")}
    arrays |= {"alphabet": np.zeros((5, 4), np.int32), "train_contexts": np.arange(8, dtype=np.int16).reshape(4, 2), **{f"{part}_contexts": np.zeros((0, 2), np.int16) for part in ("validation", "test")}}
    artifacts.write_arrays(tmp_path / "windows.npz", **arrays, **nothing, validation_inputs=np.zeros((0, 2), np.int32), validation_targets=np.zeros((0, 2), np.int32))
    back = Lessons.read(tmp_path / "windows.npz")
    assert [solo.tolist() for solo in back.train] == [[1, 2, 3], [4]] and back.validation == ()
    assert back.windows.inputs.tolist() == [[-1, 1], [2, 3]] and len(back.validation_windows) == 0
    assert [contexts.tolist() for contexts in back.train_contexts] == [[[0, 1], [2, 3], [4, 5]], [[6, 7]]] and len(back.alphabet) == 5
    assert isinstance(back.windows.targets, np.memmap)
    with np.load(tmp_path / "windows.npz") as file:                    # NumPy reads the archive as well
        assert file["targets"].tolist() == [[1, 2], [3, -1]]
