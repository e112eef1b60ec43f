"""Witten-Bell smoothing, with probabilities worked out by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.improvisers.ngram import NGram, Params, count

ABRACADABRA = np.array([0, 1, 4, 0, 2, 0, 3, 0, 1, 4, 0])     # a=0 b=1 c=2 d=3 r=4


def probabilities(model: NGram, *context: int) -> np.ndarray:
    state = model.start(2)
    for symbol in (-1, *context):
        found, state = model.step(state, np.array([symbol, -1]), None)
    return np.exp(found[0])


def test_unigram_by_hand():
    # 11 letters, 5 kinds: P(a) = (5 + 5 * 1/5) / (11 + 5) = 6/16, P(b) = (2 + 1) / 16, P(c) = (1 + 1) / 16.
    found = probabilities(count((ABRACADABRA,), 5, Params(0)))
    assert found == pytest.approx(np.array([6, 3, 2, 2, 3]) / 16)


def test_bigram_by_hand():
    # Behind a: b twice, c and d once. P(b | a) = (2 + 3 * 3/16) / (4 + 3), P(r | a) = 3 * 3/16 / 7.
    found = probabilities(count((ABRACADABRA,), 5, Params(1)), 0)
    assert found[1] == pytest.approx((2 + 9 / 16) / 7) and found[4] == pytest.approx(9 / 16 / 7)


def test_a_context_never_seen_says_what_the_shorter_one_says():
    model = count((ABRACADABRA,), 5, Params(2))
    assert probabilities(model, 3, 2) == pytest.approx(probabilities(count((ABRACADABRA,), 5, Params(1)), 2))


def test_likelihood_is_that_of_the_steps():
    model = count((ABRACADABRA,), 5, Params(2))
    first = np.log(probabilities(model)[0]), np.log(probabilities(model, 0)[1]), np.log(probabilities(model, 0, 1)[4])
    assert model.log_probabilities(ABRACADABRA, None)[[0, 1, 2], ABRACADABRA[:3]] == pytest.approx(first)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=30), st.integers(0, 3), st.lists(st.integers(0, 5), max_size=5))
def test_probabilities_add_up_to_one_and_none_is_zero(solo, context, played):
    found = probabilities(count((np.array(solo),), 6, Params(context)), *played)
    assert found.sum() == pytest.approx(1) and (found > 0).all()


def test_what_is_written_comes_back_and_is_the_same_file(tmp_path):
    model = count((ABRACADABRA,), 5, Params(2))
    model.write(tmp_path / "one")
    NGram.read(tmp_path / "one").write(tmp_path / "two")
    assert (tmp_path / "one/counts.npz").read_bytes() == (tmp_path / "two/counts.npz").read_bytes()
    assert NGram.read(tmp_path / "two").log_probabilities(ABRACADABRA, None).tolist() == model.log_probabilities(ABRACADABRA, None).tolist()
