"""deepjazz: two LSTMs, one on top of the other, that see the last 20 symbols and say what comes next. Trained with TensorFlow, played with NumPy alone.

Source: deepjazz (Ji-Sung Kim, April 2016; lstm.py and generator.py), whose network stands at the end as a Keras model. From every third place of a solo a window of 20
symbols is cut, the symbol behind it is the one target; 128 units a layer, a fifth of each layer's outputs drops out; RMSprop with the settings that Keras had
then (rate 0.001, rho 0.9, the epsilon 1e-6 under the root; today's Keras has 1e-7), 128 epochs, batches of 128. The network starts each
window from the zero state: what lies further back is forgotten.

What differs. The gates are today's logistic sigmoids, where Keras had a piecewise linear one ("hard"). deepjazz never met a window that is not full, and so
cannot begin a solo; with ``first`` below ``window`` NOTHING (-1) stands in front, an empty one-hot row. Loss, order, dropout and the
rounding of the weights are as in ``djmodel.py``. Chords are not seen.

What is elsewhere: that deepjazz begins each measure behind a random window of its corpus, and which symbol may come first (``grammar/seed_measures.py``); its temperature of 0.5 is one of
the controls of sampling.

Shapes: B takes, T symbols of a solo, W symbols in a window, V values in the alphabet, U units, M windows, F columns of a context. Likelihoods and losses are in nats.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
from annotated_types import Ge, Gt, Le, Lt

from stages.experiment import artifacts
from stages.experiment.params import ParamsError
from stages.grammar.windows import NOTHING, Lessons, Windows
from stages.improvisers.cell import advance, dense_weights, layer_weights, log_softmax
from stages.improvisers.stopping import best_epoch

FILE = "weights.npz"

State = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Params:
    """How to train; 128, 128, 128, 0.001, 0.2, 20, 3, 20 and 0 in deepjazz.

    Args:
        units: size of each LSTM's state, U. epochs: at most. batch: windows a step. learning_rate: of RMSprop.
        dropout: share of each LSTM's outputs hidden from the layer above in training.
        window: how many symbols the network sees, W. step: symbols from one target to the next.
        first: how many symbols stand before the first target of a solo.
        patience: epochs without a better validation loss before training stops with the best weights; 0 runs all epochs and keeps the last.
            Without validation windows it is 0.
        seed: of weights, order and dropout.
    """

    units: Annotated[int, Ge(1), Le(8192)]
    epochs: Annotated[int, Ge(1), Le(1_000_000)]
    batch: Annotated[int, Ge(1), Le(65536)]
    learning_rate: Annotated[float, Gt(0), Le(1)]
    dropout: Annotated[float, Ge(0), Lt(1)]
    window: Annotated[int, Ge(1), Le(4096)]
    step: Annotated[int, Ge(1), Le(4096)]
    first: Annotated[int, Ge(0), Le(1_000_000)]
    patience: Annotated[int, Ge(0)]
    seed: Annotated[int, Ge(0)]


@dataclass(frozen=True, eq=False)
class DeepJazz:
    """The trained network: float64 arrays in the layout of Keras, the gates in the order input, forget, candidate, output.

    Args:
        kernel: (V, 4U), recurrent: (U, 4U), bias: (4U,), of the LSTM that sees the symbols.
        upper_kernel, upper_recurrent: (U, 4U), upper_bias: (4U,), of the LSTM on top.
        dense_kernel: (U, V). dense_bias: (V,). window: W, an integer array ().

    A take of T symbols needs T overlapping windows. They are not run one after the other: its state holds W windows at once, the one in slot w having read w
    symbols of its own, and a step lets all of them read the new symbol, finishes the oldest and begins another. Output and cell of either layer: (B, W, U).
    """

    kernel: np.ndarray
    recurrent: np.ndarray
    bias: np.ndarray
    upper_kernel: np.ndarray
    upper_recurrent: np.ndarray
    upper_bias: np.ndarray
    dense_kernel: np.ndarray
    dense_bias: np.ndarray
    window: np.ndarray

    def start(self, takes: int) -> State:
        """The windows that have read nothing but NOTHING."""
        state = self._zeros(1, int(self.window))
        for _ in range(int(self.window) - 1):
            state = _moved_on(self._read(state, np.array([[NOTHING]])))
        return tuple(np.repeat(array, takes, axis=0) for array in state)

    def step(self, state: State, symbols: np.ndarray, contexts: np.ndarray) -> tuple[np.ndarray, State]:
        """Log-probabilities (B, V) in nats of what follows ``symbols`` (B,), and the next state. A take is the same to the last bit whatever is played beside it.

        Args:
            symbols: -1 where nothing came yet. contexts: (B, F), not seen.
        """
        state = self._read(state, np.asarray(symbols)[:, None])
        finished = state[2][:, -1:]  # (B, 1, U), so that each take is a product of its own
        return self._log_p(finished)[:, 0], _moved_on(state)

    def keep(self, state: State, takes: np.ndarray) -> State:
        """The state of some of the takes, booleans (B,)."""
        return tuple(array[takes] for array in state)

    def log_probabilities(self, solos: Sequence[np.ndarray], contexts: Sequence[np.ndarray]) -> Iterator[np.ndarray]:
        """Of solos, each given as its T symbols, one after the other: log-probabilities (T, V) in nats, row t of what stands at t, given the W symbols before. ``contexts`` are not seen."""
        for symbols in solos:
            windows = _windows_before(symbols, np.arange(len(symbols)), int(self.window))  # (T, W)
            state = self._zeros(len(symbols))
            for read in windows.T:
                state = self._read(state, read)
            yield self._log_p(state[2])

    def write(self, folder: Path) -> None:
        """``weights.npz``: the arrays under their names."""
        artifacts.write_arrays(folder / FILE, **vars(self))

    @classmethod
    def read(cls, folder: Path) -> "DeepJazz":
        """The inverse of ``write``."""
        with np.load(folder / FILE) as file:
            return cls(**file)

    def _zeros(self, *shape: int) -> State:
        return (np.zeros((*shape, len(self.recurrent))),) * 4

    def _read(self, state: State, symbols: np.ndarray) -> State:
        """Output and cell of both layers (..., U) when each window has read its symbol; symbols (...,), or 1 for all the windows of a take."""
        h, c, upper_h, upper_c = state
        given = np.where((symbols >= 0)[..., None], self.kernel[symbols], 0) + self.bias  # (..., 4U)
        h, c = advance(h @ self.recurrent + given, c)
        return h, c, *advance(h @ self.upper_kernel + upper_h @ self.upper_recurrent + self.upper_bias, upper_c)

    def _log_p(self, outputs: np.ndarray) -> np.ndarray:
        return log_softmax(outputs @ self.dense_kernel + self.dense_bias)


read = DeepJazz.read


def _moved_on(state: State) -> State:
    """Every window one slot further: the finished one gone, a new one in the first slot."""
    return tuple(np.concatenate([np.zeros_like(array[:, :1]), array[:, :-1]], axis=1) for array in state)


def fit(lessons: Lessons, params: Params, report: Callable[[dict], None]) -> tuple[DeepJazz, list[dict]]:
    """Train on windows of the training solos; imports TensorFlow.

    Args:
        report: called after each epoch with its losses.

    Returns:
        The model, and for each epoch its number (from 1), "loss" and "validation_loss" in nats a target. The first is met while the
        weights still move, dropout included; the second at the end of the epoch, over windows cut likewise, and None without any.

    Raises:
        ParamsError: no training solo has a target.
    """
    given = windows(lessons.train, params)
    if not len(given):
        longest = max(map(len, lessons.train), default=0)
        raise ParamsError(f"params.yaml: deepjazz: expected a tune to train on of more than {params.first} symbols (first), found {longest} in the longest; add solos or lower it")
    from stages.improvisers import lstm
    from stages.improvisers.optimisers import rmsprop

    generator = np.random.Generator(np.random.PCG64(params.seed))
    weights = initial_weights(len(lessons.alphabet), params.units, generator)
    epochs = lstm.epochs(weights, given, windows(lessons.validation, params), params, generator, rmsprop(params.learning_rate))
    best, losses = best_epoch(epochs, params.epochs, params.patience, report)
    return DeepJazz(*best, np.array(params.window)), losses


def windows(solos: tuple[np.ndarray, ...], params: Params) -> Windows:
    """What deepjazz learns from some solos: inputs (M, W) and the symbol that follows each, targets (M, 1)."""
    inputs, targets = [np.zeros((0, params.window), np.int32)], [np.zeros((0, 1), np.int32)]
    for solo in solos:
        places = np.arange(params.first, len(solo), params.step)
        inputs.append(_windows_before(solo, places, params.window))
        targets.append(solo[places][:, None])
    return Windows(np.concatenate(inputs), np.concatenate(targets))


def _windows_before(symbols: np.ndarray, places: np.ndarray, window: int) -> np.ndarray:
    """The symbols before each of n places, (n, W), NOTHING where there are fewer."""
    padded = np.concatenate([np.full(window, NOTHING, np.int32), symbols])
    return padded[places[:, None] + np.arange(window)]


def initial_weights(n_values: int, units: int, generator: np.random.Generator) -> tuple[np.ndarray, ...]:
    """The eight arrays of ``DeepJazz`` before training."""
    return *layer_weights(n_values, units, generator), *layer_weights(units, units, generator), *dense_weights(units, n_values, generator)


def deepjazz(max_len: int, N_values: int, units: int = 128, dropout: float = 0.2):
    """The network of deepjazz's ``build_model`` before it is compiled: input X (B, max_len, N_values), output (B, N_values)."""
    from keras import Input, Sequential, layers

    return Sequential([
        Input((max_len, N_values)),
        layers.LSTM(units, return_sequences=True), layers.Dropout(dropout),
        layers.LSTM(units, return_sequences=False), layers.Dropout(dropout),
        layers.Dense(N_values), layers.Activation("softmax"),
    ])
