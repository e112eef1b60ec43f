"""The notebook's LSTM: one cell and a softmax over the alphabet, trained with TensorFlow, played with NumPy alone.

Source: the course notebook "Improvise a Jazz Solo with an LSTM Network" (after Ji-Sung Kim's deepjazz, 2016), whose three functions
``djmodel``, ``music_inference_model`` and ``predict_and_sample`` stand at the end as Keras models. ``fit`` and ``DJModel`` compute the same
as those, much faster: the training loop is in ``lstm.py``. Its loss is the notebook's: categorical cross-entropy, the mean over a batch
summed over the steps; log-probabilities are taken from the logits, so the 1e-7 at which Keras clips a probability is left out.
An empty target has neither loss nor gradient; in Keras 3 that takes TensorFlow's op determinism, whose fused cross-entropy is otherwise wrong there.

Everything that decides the weights is exact or in float64: initial weights, the order of the windows and the dropout masks come from one
PCG64 generator, and the weights are rounded to six decimals at the end. The same windows and parameters so give the same file whatever
the number of threads or the kind of CPU. Where the notebook leaves the first weights to Keras, these are those of ``cell.py``.

Shapes: B windows in a batch or takes at a time, T steps, V values in the alphabet, U units, M windows. A symbol is an integer in 0..V-1; -1 is nothing:
an empty one-hot row as input, no loss as target. Likelihoods and losses are in nats.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
from annotated_types import Ge, Gt, Le, Lt

from stages.experiment import artifacts
from stages.grammar.windows import Lessons
from stages.improvisers.cell import advance, dense_weights, layer_weights, log_softmax
from stages.improvisers.stopping import best_epoch

FILE = "weights.npz"

State = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Params:
    """How to train.

    Args:
        units: size of the LSTM's state, U. epochs: at most. batch: windows a step, B.
        learning_rate, decay: of Adam; in iteration k, counted from 0, the rate is learning_rate / (1 + decay k).
        dropout: share of the LSTM's outputs hidden from the softmax in training.
        patience: epochs without a better validation loss before training stops with the best weights; 0 runs all epochs and keeps the last.
            Without validation windows it is 0.
        seed: of weights, order and dropout.
    """

    units: Annotated[int, Ge(1), Le(8192)]
    epochs: Annotated[int, Ge(1), Le(1_000_000)]
    batch: Annotated[int, Ge(1), Le(65536)]
    learning_rate: Annotated[float, Gt(0), Le(1)]
    decay: Annotated[float, Ge(0), Le(1)]
    dropout: Annotated[float, Ge(0), Lt(1)]
    patience: Annotated[int, Ge(0)]
    seed: Annotated[int, Ge(0)]


@dataclass(frozen=True, eq=False)
class DJModel:
    """The trained network: float64 arrays in the layout of Keras, the gates in the order input, forget, candidate, output.

    Args:
        kernel: (V, 4U). recurrent: (U, 4U). bias: (4U,). dense_kernel: (U, V). dense_bias: (V,).
    """

    kernel: np.ndarray
    recurrent: np.ndarray
    bias: np.ndarray
    dense_kernel: np.ndarray
    dense_bias: np.ndarray

    def start(self, takes: int) -> State:
        """The zero state: outputs and cells of the takes, each (B, U)."""
        return np.zeros((takes, len(self.recurrent))), np.zeros((takes, len(self.recurrent)))

    def step(self, state: State, symbols: np.ndarray, contexts: np.ndarray) -> tuple[np.ndarray, State]:
        """Log-probabilities (B, V) in nats of what follows the symbols (B,) (-1: nothing yet), and the next state; contexts are not looked at."""
        state = self._cell(state, symbols)
        return log_softmax(state[0] @ self.dense_kernel + self.dense_bias), state

    def keep(self, state: State, takes: np.ndarray) -> State:
        """The state of some of the takes, booleans (B,)."""
        return tuple(array[takes] for array in state)

    def log_probabilities(self, solos: Sequence[np.ndarray], contexts: Sequence[np.ndarray]) -> Iterator[np.ndarray]:
        """Of solos, each given as its T symbols and their contexts (T, F), one after the other: log-probabilities in nats of what stands at each place, given the symbols before it, float64 (T, V)."""
        for symbols in solos:
            state, before = self.start(1), np.append(-1, symbols)
            outputs = np.empty((len(symbols), len(self.recurrent)))
            for place in range(len(symbols)):
                state = self._cell(state, before[place:place + 1])
                outputs[place] = state[0][0]
            yield log_softmax(outputs @ self.dense_kernel + self.dense_bias)

    def write(self, folder: Path) -> None:
        """``weights.npz``: the five arrays under their names."""
        artifacts.write_arrays(folder / FILE, **vars(self))

    @classmethod
    def read(cls, folder: Path) -> "DJModel":
        """The inverse of ``write``."""
        with np.load(folder / FILE) as file:
            return cls(**file)

    def _cell(self, state: State, symbols: np.ndarray) -> State:
        h, c = state
        return advance(h @ self.recurrent + self.bias + self.kernel[symbols] * (symbols >= 0)[:, None], c)


read = DJModel.read


def fit(lessons: Lessons, params: Params, report: Callable[[dict], None]) -> tuple[DJModel, list[dict]]:
    """Train on the windows; imports TensorFlow.

    Args:
        report: called after each epoch with its losses.

    Returns:
        The model, and for each epoch its number (from 1), "loss" and "validation_loss" in nats a target symbol. The first is met while the
        weights still move, dropout included; the second at the end of the epoch, and None without validation windows.
    """
    from stages.improvisers import lstm
    from stages.improvisers.optimisers import adam

    generator = np.random.Generator(np.random.PCG64(params.seed))
    first = initial_weights(len(lessons.alphabet), params.units, generator)
    optimiser = adam(params.learning_rate, params.decay)
    epochs = lstm.epochs(first, lessons.windows, lessons.validation_windows, params, generator, optimiser)
    best, losses = best_epoch(epochs, params.epochs, params.patience, report)
    return DJModel(*best), losses


def initial_weights(n_values: int, units: int, generator: np.random.Generator) -> tuple[np.ndarray, ...]:
    """The five arrays of ``DJModel`` before training."""
    return *layer_weights(n_values, units, generator), *dense_weights(units, n_values, generator)


def djmodel(Tx: int, n_a: int, n_values: int):
    """The notebook's model for training, unrolled: inputs X (B, Tx, n_values), a0 and c0 (B, n_a); Tx outputs (B, n_values).

    The two layers that the notebook keeps as globals are found with ``model.get_layer("LSTM_cell")`` and ``model.get_layer("densor")``.
    """
    from keras import Input, Model, layers

    reshapor = layers.Reshape((1, n_values))
    LSTM_cell = layers.LSTM(n_a, return_state=True, name="LSTM_cell")
    densor = layers.Dense(n_values, activation="softmax", name="densor")
    X, a0, c0 = Input((Tx, n_values)), Input((n_a,), name="a0"), Input((n_a,), name="c0")
    a, c, outputs = a0, c0, []
    for t in range(Tx):
        a, _, c = LSTM_cell(reshapor(X[:, t, :]), initial_state=[a, c])
        outputs.append(densor(a))
    return Model(inputs=[X, a0, c0], outputs=outputs)


def music_inference_model(LSTM_cell, densor, n_values: int, n_a: int, Ty: int):
    """The notebook's model for playing: the most likely value of a step, as a one-hot row, is the input of the next; Ty outputs (B, n_values).

    Args:
        LSTM_cell, densor: the trained layers of ``djmodel``.
    """
    from keras import Input, Model, layers, ops

    one_hot = layers.Lambda(lambda out: ops.one_hot(ops.argmax(out, axis=-1), n_values)[:, None, :], output_shape=(1, n_values))
    x0, a0, c0 = Input((1, n_values)), Input((n_a,), name="a0"), Input((n_a,), name="c0")
    x, a, c, outputs = x0, a0, c0, []
    for _ in range(Ty):
        a, _, c = LSTM_cell(x, initial_state=[a, c])
        outputs.append(densor(a))
        x = one_hot(outputs[-1])
    return Model(inputs=[x0, a0, c0], outputs=outputs)


def predict_and_sample(inference_model, x_initializer: np.ndarray, a_initializer: np.ndarray, c_initializer: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What ``music_inference_model`` plays: one-hot rows (Ty, n_values), and indices (Ty, 1).

    Args:
        x_initializer: (1, 1, n_values), the first input. a_initializer, c_initializer: (1, n_a), the first state.
    """
    from keras.utils import to_categorical

    outputs = np.array(inference_model.predict([x_initializer, a_initializer, c_initializer], verbose=0))  # (Ty, 1, n_values)
    indices = np.argmax(outputs, axis=-1)
    return to_categorical(indices, num_classes=outputs.shape[-1]), indices
