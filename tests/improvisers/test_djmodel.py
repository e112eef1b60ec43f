"""The fast LSTM computes what the notebook's Keras models compute, and the same in every run."""

from types import SimpleNamespace

import numpy as np
import pytest

from stages.grammar.windows import Lessons, Windows
from stages.improvisers import djmodel
from stages.improvisers.djmodel import DJModel, Params
from tests.improvisers.processes import complaints, python

V, U, T = 12, 8, 30
SMALL = {"units": U, "epochs": 3, "batch": 32, "learning_rate": 0.01, "decay": 0.01, "dropout": 0.0, "patience": 0, "seed": 1}


def windows(number: int, seed: int) -> Windows:
    """Random symbols; as in the notebook the first input and the last target are nothing."""
    symbols = np.random.Generator(np.random.PCG64(seed)).integers(0, V, (number, T), dtype=np.int32)
    nothing = np.full((number, 1), -1, np.int32)
    return Windows(np.hstack([nothing, symbols[:, 1:]]), np.hstack([symbols[:, 1:], nothing]))


def fit(train: Windows, validation: Windows | None = None, report=lambda losses: None, **params) -> tuple[DJModel, list[dict]]:
    lessons = Lessons(np.zeros((V, 0)), *[()] * 6, train, validation or windows(0, 0))
    return djmodel.fit(lessons, Params(**{**SMALL, **params}), report)


def greedy(model: DJModel, length: int) -> list[int]:
    state, symbol, symbols = model.start(1), np.array([-1]), []
    for _ in range(length):
        log_p, state = model.step(state, symbol, None)
        symbol = np.argmax(log_p, axis=1)
        symbols.append(int(symbol[0]))
    return symbols


@pytest.fixture(scope="module")
def model() -> DJModel:
    """Weights as large as trained ones."""
    generator = np.random.Generator(np.random.PCG64(7))
    return DJModel(*(4 * array for array in djmodel.initial_weights(V, U, generator)))


@pytest.fixture(scope="module")
def notebook(model):
    """The notebook's model in float64 with the same weights, and how to put them back.

    Repeatable, because TensorFlow's fused cross-entropy, which Keras takes otherwise, has a gradient where an empty target asks for nothing.
    """
    import keras

    from stages.improvisers.repeatable import be_repeatable

    be_repeatable()
    before = keras.config.floatx()
    keras.config.set_floatx("float64")
    network = djmodel.djmodel(T, U, V)

    def reset():
        network.set_weights(list(vars(model).values()))

    yield SimpleNamespace(keras=keras, network=network, reset=reset)
    keras.config.set_floatx(before)


def test_the_same_30_softmax_outputs_as_the_notebook(model, notebook):
    notebook.reset()
    given = windows(1, 2)
    x, _ = given.one_hot(V)
    expected = [output.numpy()[0] for output in notebook.network([x.astype(float), np.zeros((1, U)), np.zeros((1, U))])]
    state, found = model.start(1), []
    for symbol in given.inputs[0]:
        log_p, state = model.step(state, np.array([symbol]), None)
        found.append(np.exp(log_p[0]))
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-12)


def test_the_same_loss_and_weights_as_the_notebook_after_five_steps(model, notebook):
    notebook.reset()
    given, batches = windows(156, 3), np.split(np.arange(156), [32, 64, 96, 128])       # the last batch is smaller
    x, y = (array.astype(float) for array in given.one_hot(V))
    a_hundredth, beta_1, beta_2 = np.float64([0.01, 0.9, 0.999])       # Keras would round a Python number to float32
    rate = notebook.keras.optimizers.schedules.InverseTimeDecay(a_hundredth, decay_steps=1, decay_rate=a_hundredth)
    adam = notebook.keras.optimizers.Adam(rate, beta_1, beta_2)
    notebook.network.compile(optimizer=adam, loss="categorical_crossentropy", run_eagerly=True)
    total = 0
    for batch in batches:
        zeros = np.zeros((len(batch), U))
        total += len(batch) * notebook.network.train_on_batch([x[batch], zeros, zeros], list(y[:, batch]), return_dict=True)["loss"]

    weights, loss = five_steps(model, given)
    assert loss == pytest.approx(total / len(given), abs=1e-10)
    for found, expected in zip(weights, notebook.network.get_weights(), strict=True):
        np.testing.assert_allclose(found, expected, rtol=0, atol=1e-10)


def five_steps(model: DJModel, given: Windows) -> tuple[list[np.ndarray], float]:
    """Weights after five batches of up to 32 windows in their order, and the notebook's loss: a sum over steps, a mean over windows."""
    from stages.improvisers import lstm
    from stages.improvisers.optimisers import adam

    straight = SimpleNamespace(permutation=np.arange)
    weights, nats, _ = next(lstm.epochs(tuple(vars(model).values()), given, windows(0, 0), Params(**SMALL), straight, adam(0.01, 0.01)))
    return weights, nats * np.count_nonzero(given.targets >= 0) / len(given)


def test_the_same_50_greedy_indices_as_the_notebook(model, notebook):
    notebook.reset()
    layers = [notebook.network.get_layer(name) for name in ("LSTM_cell", "densor")]
    player = djmodel.music_inference_model(*layers, n_values=V, n_a=U, Ty=50)
    player.compile(run_eagerly=True)
    results, indices = djmodel.predict_and_sample(player, np.zeros((1, 1, V)), np.zeros((1, U)), np.zeros((1, U)))
    assert indices.shape == (50, 1) and results.shape == (50, V)
    assert indices[:, 0].tolist() == results.argmax(axis=1).tolist() == greedy(model, 50)
    assert len(set(greedy(model, 50))) > 1


def test_a_hundred_epochs_learn_the_circle_of_fourths():
    circle = (5 * np.arange(T + 1) + np.arange(24)[:, None]) % V
    model, losses = fit(Windows(circle[:, :-1].astype(np.int32), circle[:, 1:].astype(np.int32)), epochs=100, units=16)
    played = greedy(model, 50)
    assert len(set(played)) == V and all((after - before) % V == 5 for before, after in zip(played, played[1:], strict=False))
    assert losses[-1]["loss"] < 0.2 < losses[0]["loss"]


def test_a_whole_solo_is_what_the_steps_of_many_takes_say(model):
    rows = windows(3, 5).inputs[:, 1:]
    state, before, found = model.start(3), np.full(3, -1), []
    for symbols in rows.T:
        log_p, state = model.step(state, before, None)
        found.append(log_p)
        before = symbols
    for take, symbols in enumerate(rows):
        np.testing.assert_allclose(next(model.log_probabilities([symbols], [None])), [log_p[take] for log_p in found], rtol=0, atol=1e-12)


def test_probabilities_sum_to_one(model):
    assert np.exp(model.step(model.start(2), np.array([3, -1]), None)[0]).sum(axis=1) == pytest.approx([1, 1])


def test_a_model_read_back_is_the_same_and_written_again_has_the_same_bytes(model, tmp_path):
    model.write(tmp_path / "a")
    again = djmodel.read(tmp_path / "a")
    again.write(tmp_path / "b")
    assert greedy(again, 20) == greedy(model, 20)
    assert (tmp_path / "a/weights.npz").read_bytes() == (tmp_path / "b/weights.npz").read_bytes()


def test_targets_of_nothing_give_no_loss():
    given = windows(20, 6)
    empty = Windows(given.inputs, np.where(np.arange(T) < 5, given.targets, -1).astype(np.int32))
    short = Windows(given.inputs[:, :5], given.targets[:, :5])
    assert fit(empty)[1][-1]["loss"] == pytest.approx(fit(short)[1][-1]["loss"], abs=1e-12)


def test_windows_of_nothing_change_nothing_but_the_mean_over_the_batch():
    _, [losses] = fit(windows(20, 6), epochs=1)
    padded = Windows(*(np.vstack([array, np.full((5, T), -1, np.int32)]) for array in (windows(20, 6).inputs, windows(20, 6).targets)))
    assert fit(padded, epochs=1)[1][0]["loss"] == pytest.approx(losses["loss"], abs=1e-12)


def test_an_early_stop_returns_the_best_epoch():
    given, other = windows(40, 8), windows(40, 9)       # nothing to be learnt about the other
    model, losses = fit(given, other, epochs=200, learning_rate=0.05, patience=3)
    found = [epoch["validation_loss"] for epoch in losses]
    best = int(np.argmin(found)) + 1
    assert len(losses) == best + 3 < 200
    shorter, _ = fit(given, other, epochs=best, learning_rate=0.05)
    assert all(np.array_equal(a, b) for a, b in zip(vars(model).values(), vars(shorter).values(), strict=True))


def test_the_validation_loss_is_the_mean_of_log_likelihoods():
    validation = windows(70, 10)
    symbols = Windows(np.hstack([np.full((70, 1), -1, np.int32), validation.targets[:, :-2]]), validation.targets[:, :-1])
    model, losses = fit(windows(40, 8), symbols)
    expected = -np.mean([next(model.log_probabilities([row], [None]))[np.arange(len(row)), row] for row in symbols.targets])
    assert losses[-1]["validation_loss"] == pytest.approx(expected, abs=1e-5)       # the weights were rounded since


def test_dropout_is_seeded_and_makes_a_difference():
    one, same, other, without = (fit(windows(40, 8), **params)[1] for params in ({"dropout": 0.5}, {"dropout": 0.5}, {"dropout": 0.5, "seed": 2}, {}))
    assert one == same != other != without


def test_every_epoch_is_reported():
    seen = []
    _, losses = fit(windows(10, 1), report=seen.append)
    assert seen == losses and [epoch["epoch"] for epoch in losses] == [1, 2, 3]


def test_threads_and_onednn_do_not_change_the_weights_file(tmp_path):
    fitting = """
from pathlib import Path
from tests.improvisers.test_djmodel import fit, windows
fit(windows(60, 1), epochs=30, dropout=0.2)[0].write(Path({folder!r}))
"""
    started = """
import tensorflow as tf
tf.config.threading.set_intra_op_parallelism_threads(2)
tf.config.threading.set_inter_op_parallelism_threads(2)
tf.constant([[1.0]]) @ [[1.0]]
"""
    processes = [python(fitting.format(folder=str(tmp_path / "1"))),
                 python(started + fitting.format(folder=str(tmp_path / "2")) + "assert tf.config.threading.get_intra_op_parallelism_threads() == 2", TF_ENABLE_ONEDNN_OPTS="1")]
    assert complaints(*processes) == []
    assert (tmp_path / "1/weights.npz").read_bytes() == (tmp_path / "2/weights.npz").read_bytes()


def test_playing_needs_no_tensorflow(model, tmp_path):
    model.write(tmp_path)
    code = f"""
import sys
from pathlib import Path
import numpy as np
from stages.improvisers import djmodel
model = djmodel.read(Path({str(tmp_path)!r}))
model.step(model.start(1), np.array([-1]), None), next(model.log_probabilities([np.array([1, 2])], [None]))
assert not {{"tensorflow", "keras"}} & set(sys.modules)
"""
    process = python(code)
    errors = process.communicate()[1]
    assert process.returncode == 0, errors


def test_windows_that_are_loaded_a_batch_at_a_time_train_the_same_network(monkeypatch):
    """As they are where they do not fit into memory all at once."""
    from stages.improvisers import batches

    settings = dict(train=windows(100, 9), validation=windows(70, 10), epochs=2, batch=16, dropout=0.3, patience=5)
    whole, losses = fit(**settings)
    monkeypatch.setattr(batches, "MEMORY", 1)
    pieces, the_same = fit(**settings)
    for name, array in vars(whole).items():
        assert np.array_equal(vars(pieces)[name], array)
    assert [row["loss"] for row in the_same] == pytest.approx([row["loss"] for row in losses], abs=1e-12)
    assert [row["validation_loss"] for row in the_same] == pytest.approx([row["validation_loss"] for row in losses], abs=1e-12)
