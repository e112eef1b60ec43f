"""The alphabet, and the windows a network is trained on."""

import numpy as np
import pytest

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
    windows = cut([np.array([5, 6, 7, 8])], length=3, hop=2)
    assert windows.inputs.tolist() == [[-1, 5, 6], [6, 7, -1]]
    assert windows.targets.tolist() == [[5, 6, 7], [7, 8, -1]]


@pytest.mark.parametrize("length, hop", [(3, 1), (3, 3), (4, 2), (7, 5)])
def test_every_symbol_is_a_target_and_no_window_spans_two_solos(length, hop):
    solos = [np.arange(10), np.arange(100, 105)]
    windows = cut(solos, length, hop)
    assert set(windows.targets.ravel()) - {-1} == set(np.concatenate(solos))
    assert all(len({value >= 100 for value in row if value >= 0}) == 1 for row in windows.targets)


def test_a_corpus_shorter_than_one_window_is_refused():
    with pytest.raises(GrammarError, match="expected at least one window of 8 symbols .*, found 3"):
        woodshed.windows([np.array([1, 2, 3])], woodshed.Params(8, 4))


def test_no_solos_make_no_windows():
    assert cut([], 8, 4).inputs.shape == (0, 8)


def test_one_hot_rows_of_nothing_are_empty():
    X, Y = Windows(np.array([[-1, 2]]), np.array([[2, -1]])).one_hot(3)
    assert X.shape == (1, 2, 3) and Y.shape == (2, 1, 3)
    assert X.astype(int).tolist() == [[[0, 0, 0], [0, 0, 1]]] and Y.astype(int).tolist() == [[[0, 0, 1]], [[0, 0, 0]]]


def test_lessons_come_back_from_their_file(tmp_path):
    solos = (np.array([1, 2, 3], np.int32), np.array([4], np.int32))
    lessons = Lessons(solos, (), (solos[1],), cut(list(solos), 2, 2), Windows(np.zeros((0, 2), np.int32), np.zeros((0, 2), np.int32)))
    np.savez(tmp_path / "windows.npz", **lessons.arrays())
    back = Lessons.read(tmp_path / "windows.npz")
    assert [solo.tolist() for solo in back.train] == [[1, 2, 3], [4]] and back.validation == ()
    assert back.windows.inputs.tolist() == lessons.windows.inputs.tolist() and len(back.validation_windows) == 0
