"""The fast deepjazz computes what its Keras model computes, cuts the windows that the original cut, and is the same in every run."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from stages.experiment.params import ParamsError
from stages.grammar.windows import Windows
from stages.improvisers import deepjazz
from stages.improvisers.deepjazz import DeepJazz, Params
from tests.improvisers.processes import complaints, python

V, U, W, F = 12, 8, 6, 16
SMALL = {"units": U, "epochs": 3, "batch": 32, "learning_rate": 0.01, "dropout": 0.0, "window": W, "step": 3, "first": 0, "patience": 0, "seed": 1}
SOLOS = arrays(np.int64, st.integers(0, 3 * W), elements=st.integers(0, V - 1))


def solos(number: int, length: int, seed: int) -> tuple[np.ndarray, ...]:
    return tuple(np.random.Generator(np.random.PCG64(seed)).integers(0, V, (number, length), dtype=np.int32))


def fit(train: tuple[np.ndarray, ...], validation: tuple[np.ndarray, ...] = (), report=lambda losses: None, **params) -> tuple[DeepJazz, list[dict]]:
    return deepjazz.fit(SimpleNamespace(alphabet=np.zeros((V, 4)), train=train, validation=validation), Params(**{**SMALL, **params}), report)


def network(window: int) -> DeepJazz:
    """Weights as large as trained ones."""
    generator = np.random.Generator(np.random.PCG64(7))
    return DeepJazz(*(4 * array for array in deepjazz.initial_weights(V, U, generator)), np.array(window))


def contexts(*shape: int) -> np.ndarray:
    return np.zeros((*shape, F), np.int16)


def stepped(model: DeepJazz, symbols: np.ndarray) -> np.ndarray:
    """Log-probabilities (B, T, V) of some takes (B, T) of one length, symbol by symbol."""
    state, before, found = model.start(len(symbols)), np.full(len(symbols), -1), []
    for now in symbols.T:
        log_p, state = model.step(state, before, contexts(len(symbols)))
        found.append(log_p)
        before = now
    return np.stack(found, axis=1)


@pytest.fixture(scope="module")
def model() -> DeepJazz:
    return network(W)


@pytest.fixture(scope="module")
def keras():
    import keras

    from stages.improvisers.repeatable import be_repeatable

    be_repeatable()
    before = keras.config.floatx()
    keras.config.set_floatx("float64")
    yield keras
    keras.config.set_floatx(before)


def peer(model: DeepJazz):
    """The Keras model with the same weights, nothing dropping out."""
    found = deepjazz.deepjazz(int(model.window), V, U, dropout=0.0)
    found.set_weights(list(vars(model).values())[:-1])
    return found


def test_the_same_probabilities_as_the_keras_model_in_full_windows_and_where_nothing_stands_in_front(model, keras):
    [solo] = solos(1, 4 * W, 2)
    given = deepjazz.windows((solo,), Params(**{**SMALL, "step": 1}))
    expected = peer(model)(given.one_hot(V)[0].astype(float)).numpy()
    assert len(expected) == len(solo)
    np.testing.assert_allclose(np.exp(next(model.log_probabilities([solo], [contexts(len(solo))]))), expected, rtol=0, atol=1e-12)
    np.testing.assert_allclose(np.exp(stepped(model, solo[None])[0]), expected, rtol=0, atol=1e-12)


def test_the_same_loss_and_weights_as_the_keras_model_after_five_steps_of_rmsprop(model, keras):
    from stages.improvisers import lstm
    from stages.improvisers.optimisers import rmsprop

    given, batches = deepjazz.windows(solos(4, 117, 3), Params(**SMALL)), np.split(np.arange(156), [32, 64, 96, 128])     # the last batch is smaller
    x, y = (array.astype(float) for array in given.one_hot(V))
    network, (rate, rho, epsilon) = peer(model), np.float64([0.01, 0.9, 1e-6])      # Keras would round a Python number to float32
    network.compile(optimizer=keras.optimizers.RMSprop(rate, rho, epsilon=epsilon), loss="categorical_crossentropy", run_eagerly=True)
    total = sum(len(batch) * network.train_on_batch(x[batch], y[0, batch]) for batch in batches)

    straight, nobody = SimpleNamespace(permutation=np.arange), Windows(given.inputs[:0], given.targets[:0])
    weights, loss, _ = next(lstm.epochs(tuple(vars(model).values())[:-1], given, nobody, Params(**SMALL), straight, rmsprop(0.01)))
    assert loss == pytest.approx(total / len(given), abs=1e-9)
    for found, expected, before in zip(weights, network.get_weights(), vars(model).values(), strict=False):
        np.testing.assert_allclose(found, expected, rtol=0, atol=1e-9)
        assert np.abs(found - before).max() > 0.01


def test_the_gradient_behind_dropout_is_the_slope_of_the_loss(model):
    """What Keras drops out cannot be chosen; the slope can be measured. Of each array, the place where the gradient is steepest."""
    import tensorflow as tf

    from stages.improvisers import lstm

    given, masks = deepjazz.windows(solos(1, 12, 4), Params(**SMALL)), np.random.Generator(np.random.PCG64(5)).integers(0, 2, (W + 1, 4, U)) * 2.0
    inputs, targets = tf.constant(np.where(given.inputs < 0, V, given.inputs)), tf.constant(given.targets)

    def loss_and_gradients(weights):
        return lstm._loss_and_gradients(tuple(map(tf.constant, weights)), inputs, targets, tf.constant(masks))

    weights = [array.copy() for array in list(vars(model).values())[:-1]]
    for array, gradient in zip(weights, loss_and_gradients(weights)[1], strict=True):
        place = np.unravel_index(np.abs(gradient).argmax(), array.shape)
        before, slope = array[place], []
        for move in (1e-5, -1e-5):
            array[place] = before + move
            slope.append(float(loss_and_gradients(weights)[0]))
        array[place] = before
        assert (slope[0] - slope[1]) / 2e-5 == pytest.approx(float(gradient.numpy()[place]), rel=1e-6) != 0


def test_windows_by_hand():
    given = deepjazz.windows((np.array([10, 11, 12, 13, 14, 15]), np.array([7])), Params(**{**SMALL, "window": 3, "step": 2}))
    assert given.inputs.tolist() == [[-1, -1, -1], [-1, 10, 11], [11, 12, 13], [-1, -1, -1]]
    assert given.targets.tolist() == [[10], [12], [14], [7]]


def test_58_windows_of_193_values_as_in_the_original():
    corpus = np.arange(193)
    given = deepjazz.windows((corpus,), Params(**{**SMALL, "window": 20, "first": 20}))
    assert given.inputs.tolist() == [corpus[start:start + 20].tolist() for start in range(0, 193 - 20, 3)]
    assert given.targets[:, 0].tolist() == [start + 20 for start in range(0, 193 - 20, 3)] and len(given) == 58


@given(SOLOS)
def test_probabilities_of_whole_solos_are_those_of_the_steps_and_add_up_to_one(solo):
    model = network(W)
    whole = next(model.log_probabilities([solo], [contexts(len(solo))]))
    assert whole.shape == (len(solo), V) and np.exp(whole).sum(axis=1) == pytest.approx(np.ones(len(solo)))
    if len(solo):
        np.testing.assert_allclose(stepped(model, solo[None])[0], whole, rtol=0, atol=1e-12)


@given(SOLOS, st.integers(0, V - 1), st.integers(1, W))
def test_no_more_than_the_window_is_seen_and_all_of_it(solo, other, window):
    """Another symbol changes the rows of the W places behind it and no others."""
    model, place = network(window), len(solo) // 2
    if len(solo) and solo[place] != other:
        changed = solo.copy()
        changed[place] = other
        rows = (next(model.log_probabilities([solo], [contexts(len(solo))])) != next(model.log_probabilities([changed], [contexts(len(solo))]))).any(axis=1)
        assert np.flatnonzero(rows).tolist() == list(range(place + 1, min(place + 1 + window, len(solo))))


def test_takes_side_by_side_are_what_they_are_alone(model):
    takes = np.array(solos(5, 3 * W, 6))
    together = stepped(model, takes)
    assert all(np.array_equal(together[number], stepped(model, takes[[number]])[0]) for number in range(5))


def test_a_step_leaves_the_state_before_it_as_it_was(model):
    _, state = model.step(model.start(2), np.array([3, -1]), contexts(2))
    first, _ = model.step(state, np.array([4, 5]), contexts(2))
    again, _ = model.step(state, np.array([4, 5]), contexts(2))
    assert np.array_equal(first, again)


def test_a_model_read_back_is_the_same_and_written_again_has_the_same_bytes(model, tmp_path):
    model.write(tmp_path / "a")
    again = deepjazz.read(tmp_path / "a")
    again.write(tmp_path / "b")
    [solo] = solos(1, 20, 8)
    assert np.array_equal(next(again.log_probabilities([solo], [contexts(20)])), next(model.log_probabilities([solo], [contexts(20)])))
    assert (tmp_path / "a/weights.npz").read_bytes() == (tmp_path / "b/weights.npz").read_bytes()


def test_it_learns_the_circle_of_fourths():
    circle = tuple(((5 * np.arange(40) + start) % V).astype(np.int32) for start in range(V))
    model, losses = fit(circle, epochs=25, batch=8, units=16, first=W)
    assert next(model.log_probabilities([circle[3]], [contexts(40)]))[W:].argmax(axis=1).tolist() == circle[3][W:].tolist()
    assert losses[-1]["loss"] < 0.2 < losses[0]["loss"]


def test_an_early_stop_returns_the_best_epoch():
    train, other = solos(3, 60, 8), solos(2, 60, 9)       # nothing to be learnt about the other
    model, losses = fit(train, other, epochs=200, patience=3)
    best = int(np.argmin([epoch["validation_loss"] for epoch in losses])) + 1
    assert len(losses) == best + 3 < 200
    shorter, _ = fit(train, other, epochs=best)
    assert all(np.array_equal(a, b) for a, b in zip(vars(model).values(), vars(shorter).values(), strict=True))


def test_the_validation_loss_is_the_mean_of_log_probabilities_at_its_targets():
    validation = solos(3, 50, 10)
    model, losses = fit(solos(3, 60, 8), validation, dropout=0.5)
    expected = -np.mean([next(model.log_probabilities([solo], [contexts(50)]))[place, solo[place]] for solo in validation for place in range(0, 50, 3)])
    assert losses[-1]["validation_loss"] == pytest.approx(expected, abs=1e-5)       # the weights were rounded since


def test_without_validation_tunes_patience_is_idle():
    _, losses = fit(solos(1, 60, 8), patience=1)
    assert [row["validation_loss"] for row in losses] == [None] * 3


def test_dropout_and_seed_make_a_difference():
    one, same, other, without = (fit(solos(2, 60, 8), **params)[1] for params in ({"dropout": 0.5}, {"dropout": 0.5}, {"dropout": 0.5, "seed": 2}, {}))
    assert one == same != other != without


def test_every_epoch_is_reported():
    seen = []
    _, losses = fit(solos(1, 30, 1), report=seen.append)
    assert seen == losses and [epoch["epoch"] for epoch in losses] == [1, 2, 3]


def test_solos_too_short_for_a_target_are_named():
    with pytest.raises(ParamsError, match="expected a tune to train on of more than 20 symbols .first., found 20 in the longest"):
        fit(solos(2, 20, 1), first=20)


def test_windows_that_are_loaded_a_batch_at_a_time_train_the_same_network(monkeypatch):
    from stages.improvisers import batches

    settings = dict(train=solos(3, 100, 9), validation=solos(2, 100, 10), epochs=2, batch=16, dropout=0.3, patience=5)
    whole, losses = fit(**settings)
    monkeypatch.setattr(batches, "MEMORY", 1)
    pieces, the_same = fit(**settings)
    assert all(np.array_equal(a, b) for a, b in zip(vars(whole).values(), vars(pieces).values(), strict=True))
    assert [row["validation_loss"] for row in the_same] == pytest.approx([row["validation_loss"] for row in losses], abs=1e-12)


def test_threads_and_onednn_do_not_change_the_weights_file(tmp_path):
    fitting = """
from pathlib import Path
from tests.improvisers.test_deepjazz import fit, solos
fit(solos(3, 120, 1), epochs=20, units=16, dropout=0.2)[0].write(Path({folder!r}))
"""
    started = """
import tensorflow as tf
tf.config.threading.set_intra_op_parallelism_threads(2)
tf.config.threading.set_inter_op_parallelism_threads(2)
tf.constant([[1.0]]) @ [[1.0]]
"""
    started += fitting.format(folder=str(tmp_path / "2")) + "assert tf.config.threading.get_intra_op_parallelism_threads() == 2"
    assert complaints(python(fitting.format(folder=str(tmp_path / "1"))), python(started, TF_ENABLE_ONEDNN_OPTS="1")) == []
    assert (tmp_path / "1/weights.npz").read_bytes() == (tmp_path / "2/weights.npz").read_bytes()


def test_playing_needs_no_tensorflow(model, tmp_path):
    model.write(tmp_path)
    playing = python(f"""
import sys
from pathlib import Path
import numpy as np
from stages.improvisers import deepjazz
model = deepjazz.read(Path({str(tmp_path)!r}))
model.step(model.start(1), np.array([-1]), np.zeros((1, {F}))), next(model.log_probabilities([np.array([1, 2])], [np.zeros((2, {F}))]))
assert not {{"tensorflow", "keras"}} & set(sys.modules)
""")
    assert complaints(playing) == []
