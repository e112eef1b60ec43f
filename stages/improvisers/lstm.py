"""One epoch of training an LSTM with a softmax on top, as a single TensorFlow graph.

The network is the notebook's: LSTM cell (Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000, in the layout of
``keras.layers.LSTM``), then a dense softmax over the alphabet; the optimiser is Adam (Kingma & Ba 2015) as Keras writes it. What differs
is how it runs. Keras unrolls the notebook's model into thousands of nodes and enters Python for each batch; here the loop over the
batches and the loop over the steps are both loops of one graph, traced once, and three things are cheaper:

* the product of a one-hot row with the kernel is a row of the kernel, so symbols are looked up and never multiplied;
* the gradient is written by hand (back-propagation through time, Werbos 1990), so that only what does depend on the next step
  stays in the loop, and the gradients of all weights are one product over all the steps at the end;
* tanh(z) = 2 sigmoid(2z) - 1, so with the columns of the candidate gate doubled one sigmoid, with one slope s (1 - s), serves all four.

Shapes: B examples in a batch, T steps, V values in the alphabet, U units, M examples, N batches in an epoch.
Weights: the five of Keras in its order, (kernel (V, 4U), recurrent (U, 4U), bias (4U,), dense kernel (U, V), dense bias (V,)), gates
in the order input, forget, candidate, output. Everything is float64, losses are nats.

Importing this module imports TensorFlow and sets it up to be repeatable: import it where training starts and nowhere else.
"""

import itertools
import os
import sys
from collections.abc import Iterator

# Read when TensorFlow loads: oneDNN picks its kernels by CPU.
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")     # errors come as exceptions

import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402

from stages.grammar.windows import Windows  # noqa: E402
from stages.improvisers.djmodel import Params  # noqa: E402

BETA_1, BETA_2, EPSILON = 0.9, 0.999, 1e-7  # Adam, as Keras sets it

MEMORY = 2**27              # bytes of activations of the batches that are in memory at a time

Weights = tuple[tf.Tensor, ...]


def epochs(
    weights: tuple[np.ndarray, ...], windows: Windows, validation_windows: Windows, params: Params, generator: np.random.Generator,
) -> Iterator[tuple[tuple[np.ndarray, ...], float, float | None]]:
    """Train without end.

    Args:
        weights: the first weights.
        windows, validation_windows: inputs and targets (M, T); of the second there may be none.
        generator: decides the order of the windows and what drops out.

    Yields:
        After each epoch: the weights, the loss, and the validation loss or None; losses in nats a target.
    """
    print(f"training on {be_repeatable()}", file=sys.stderr)
    weights = tuple(tf.constant(array) for array in weights)
    moments = (tuple(tf.zeros_like(array) for array in weights),) * 2
    targets_in_all, validated, n_values = _targets(windows), _targets(validation_windows), weights[0].shape[0]
    for epoch in itertools.count():
        order, total = _batches(generator.permutation(len(windows)), params.batch), 0.0
        rates = adam_rates(epoch * len(order), len(order), params.learning_rate, params.decay)
        for first, some in _loads(order, windows, params.units):
            kept = _kept((len(some), windows.inputs.shape[1], some.shape[1], params.units), params.dropout, generator)
            sizes = np.count_nonzero(some < len(windows), axis=1).astype(float)
            weights, moments, loss = train_epoch(weights, moments, *_rows(windows, some, n_values), tf.constant(sizes), tf.constant(rates[first:first + len(some)]), kept)
            total += float(loss)
        yield tuple(array.numpy() for array in weights), total / targets_in_all, _validation_loss(weights, validation_windows, validated)


def _loads(order: np.ndarray, windows: Windows, units: int) -> Iterator[tuple[int, np.ndarray]]:
    """The batches (N, B) in pieces whose activations fill ``MEMORY`` at most, each with the number of its first batch."""
    step = max(1, MEMORY // (8 * order.shape[1] * windows.inputs.shape[1] * units))
    for first in range(0, len(order), step):
        yield first, order[first:first + step]


def _kept(shape: tuple[int, ...], dropout: float, generator: np.random.Generator) -> tf.Tensor | None:
    """What dropout leaves, (N, T, B, U), scaled up; None without dropout."""
    return tf.constant((generator.random(shape) >= dropout) / (1 - dropout)) if dropout else None


def _targets(windows: Windows) -> int:
    """How many targets there are; counted piece by piece, for the windows may lie on disk."""
    return sum(int(np.count_nonzero(windows.targets[first:first + 4096] >= 0)) for first in range(0, len(windows), 4096))


def _validation_loss(weights: Weights, windows: Windows, targets: int) -> float | None:
    if not len(windows):
        return None
    order = _batches(np.arange(len(windows)), 64)  # any number does
    loads = _loads(order, windows, weights[1].shape[0])
    return sum(float(total_loss(weights, *_rows(windows, some, weights[0].shape[0]))) for _, some in loads) / targets


def _rows(windows: Windows, batches: np.ndarray, n_values: int) -> tuple[tf.Tensor, tf.Tensor]:
    """Inputs, with V for nothing, and targets of the batches (N, B), both (N, B, T), loaded from where they lie; a filler is nothing at every step."""
    filler = (batches == len(windows))[:, :, None]
    rows = np.where(batches == len(windows), 0, batches)
    inputs, targets = (np.where(filler, -1, array[rows]) for array in (windows.inputs, windows.targets))
    return tf.constant(np.where(inputs < 0, n_values, inputs), tf.int32), tf.constant(targets, tf.int32)


def _batches(order: np.ndarray, size: int) -> np.ndarray:
    """Row numbers in their order, cut into batches (N, B); the last is filled up with the number behind them, a filler."""
    size = min(size, len(order))
    return np.pad(order, (0, -len(order) % size), constant_values=len(order)).reshape(-1, size).astype(np.int32)


def be_repeatable() -> str:
    """Ask TensorFlow for the same bits in every run, and return the device it computes on ("GPU:0" or "CPU").

    Once TensorFlow has computed something its number of threads is fixed, and the weights then differ by some 1e-13, which their
    rounding removes for all but a few in a million; a stage computes nothing before.
    """
    tf.config.experimental.enable_op_determinism()
    try:
        tf.config.threading.set_intra_op_parallelism_threads(1)
        tf.config.threading.set_inter_op_parallelism_threads(1)
    except RuntimeError:
        pass
    return "GPU:0" if tf.config.list_physical_devices("GPU") else "CPU"


def adam_rates(first: int, steps: int, learning_rate: float, decay: float) -> np.ndarray:
    """The step sizes of Adam, bias corrections included, for iterations first, first + 1, ... (steps,), the first of all being 0."""
    iteration = np.arange(first, first + steps, dtype=np.float64)
    corrections = np.sqrt(1 - BETA_2 ** (iteration + 1)) / (1 - BETA_1 ** (iteration + 1))
    return learning_rate / (1 + decay * iteration) * corrections


@tf.function(autograph=False)
def train_epoch(
    weights: Weights, moments: tuple[Weights, Weights], inputs: tf.Tensor, targets: tf.Tensor, sizes: tf.Tensor, rates: tf.Tensor, keep: tf.Tensor | None,
) -> tuple[Weights, tuple[Weights, Weights], tf.Tensor]:
    """One step of Adam for each batch.

    Args:
        weights: the five arrays.
        moments: the two running means of Adam, each shaped like the weights.
        inputs: (N, B, T) int32, V for nothing. targets: (N, B, T) int32, -1 for nothing.
        sizes: (N,) float64, how many examples of each batch are no fillers.
        rates: (N,) step sizes, see ``adam_rates``.
        keep: (N, T, B, U) dropout masks to multiply the outputs of the LSTM with, or None.

    Returns:
        New weights, new moments, and the loss summed over all targets, each under the weights that its batch met.
    """
    def step(n, weights, moments, total):
        loss, gradients = _loss_and_gradients(weights, inputs[n], targets[n], None if keep is None else keep[n])
        # The mean is over examples, the sum over steps: this is Keras's sum of T losses, each the mean of a batch.
        gradients = [gradient / sizes[n] for gradient in gradients]
        first = tuple(m + (g - m) * (1 - BETA_1) for m, g in zip(moments[0], gradients, strict=True))
        second = tuple(v + (g * g - v) * (1 - BETA_2) for v, g in zip(moments[1], gradients, strict=True))
        weights = tuple(w - rates[n] * m / (tf.sqrt(v) + EPSILON) for w, m, v in zip(weights, first, second, strict=True))
        return n + 1, weights, (first, second), total + loss

    start = (0, weights, moments, tf.zeros((), tf.float64))
    return tf.while_loop(lambda n, *_: n < tf.shape(inputs)[0], step, start)[1:]


@tf.function(autograph=False)
def total_loss(weights: Weights, inputs: tf.Tensor, targets: tf.Tensor) -> tf.Tensor:
    """The loss summed over all targets, without dropout; arguments as in ``train_epoch``."""
    def step(n, total):
        outputs, _ = _run(weights, tf.transpose(inputs[n]))
        log_p, wanted = _log_p_and_wanted(outputs, weights, targets[n])
        return n + 1, total - tf.reduce_sum(log_p * wanted)

    return tf.while_loop(lambda n, _: n < tf.shape(inputs)[0], step, (0, tf.zeros((), tf.float64)))[1]


def _loss_and_gradients(weights: Weights, inputs: tf.Tensor, targets: tf.Tensor, keep: tf.Tensor | None) -> tuple[tf.Tensor, list[tf.Tensor]]:
    """The summed loss of one batch, inputs and targets (B, T), and its gradient by each of the five weights."""
    kernel, _, _, dense_kernel, _ = weights
    symbols = tf.transpose(inputs)  # (T, B)
    outputs, tape = _run(weights, symbols)  # (T, B, U)
    kept = outputs if keep is None else outputs * keep
    log_p, wanted = _log_p_and_wanted(kept, weights, targets)  # (T * B, V) both
    loss = -tf.reduce_sum(log_p * wanted)

    by_logits = tf.exp(log_p) * tf.reduce_sum(wanted, axis=1, keepdims=True) - wanted
    by_dense_kernel = tf.matmul(_flat(kept), by_logits, transpose_a=True)  # (U, V)
    by_outputs = tf.reshape(tf.matmul(by_logits, dense_kernel, transpose_b=True), tf.shape(outputs))
    by_z = _run_back(tape, by_outputs if keep is None else by_outputs * keep)  # (T, B, 4U)

    doubled = _doubled(kernel)
    by_recurrent = tf.matmul(_flat(outputs[:-1]), _flat(by_z[1:]), transpose_a=True) * doubled  # (U, 4U)
    by_row = tf.math.unsorted_segment_sum(_flat(by_z), tf.reshape(symbols, [-1]), kernel.shape[0] + 1) * doubled  # (V + 1, 4U)
    return loss, [by_row[:-1], by_recurrent, tf.reduce_sum(by_row, axis=0), by_dense_kernel, tf.reduce_sum(by_logits, axis=0)]


def _run(weights: Weights, symbols: tf.Tensor) -> tuple[tf.Tensor, tuple]:
    """The LSTM from the zero state over symbols (T, B): its outputs (T, B, U), and what ``_run_back`` needs."""
    kernel, recurrent, bias, _, _ = weights
    doubled = _doubled(kernel)
    rows = (tf.pad(kernel, [[0, 1], [0, 0]]) + bias) * doubled  # (V + 1, 4U), the last for nothing
    recurrent = recurrent * doubled
    steps, batch, units = tf.shape(symbols)[0], symbols.shape[1], recurrent.shape[0]

    def step(t, h, c, sigmoids, cells, squashed, outputs):
        s = tf.sigmoid(tf.gather(rows, symbols[t]) + tf.matmul(h, recurrent))  # (B, 4U)
        i, f, g, o = tf.split(s, 4, axis=1)  # (B, U) each
        cell = f * c + i * (2 * g - 1)
        tanh = tf.tanh(cell)
        h = o * tanh
        return t + 1, h, cell, sigmoids.write(t, s), cells.write(t, c), squashed.write(t, tanh), outputs.write(t, h)

    zero = tf.zeros((batch, units), tf.float64)
    arrays = [tf.TensorArray(tf.float64, steps, element_shape=(batch, n)) for n in (4 * units, units, units, units)]
    *_, sigmoids, cells, squashed, outputs = tf.while_loop(lambda t, *_: t < steps, step, (0, zero, zero, *arrays))
    return outputs.stack(), (steps, recurrent, sigmoids, cells, squashed)


def _run_back(tape: tuple, by_outputs: tf.Tensor) -> tf.Tensor:
    """The derivative by what went into the four sigmoids (T, B, 4U), from the derivative by the outputs (T, B, U)."""
    steps, recurrent, sigmoids, cells, squashed = tape

    def step(t, by_z, by_c, trace):
        s, tanh = sigmoids.read(t), squashed.read(t)
        i, f, g, o = tf.split(s, 4, axis=1)  # (B, U) each
        by_h = by_outputs[t] + tf.matmul(by_z, recurrent, transpose_b=True)
        by_c += by_h * o * (1 - tanh * tanh)
        by_gates = tf.concat([by_c * (2 * g - 1), by_c * cells.read(t), 2 * by_c * i, by_h * tanh], axis=1)  # (B, 4U)
        by_z = by_gates * s * (1 - s)
        return t - 1, by_z, by_c * f, trace.write(t, by_z)

    units, batch = recurrent.shape[0], by_outputs.shape[1]
    trace = tf.TensorArray(tf.float64, steps, element_shape=(batch, 4 * units))
    start = (steps - 1, tf.zeros((batch, 4 * units), tf.float64), tf.zeros((batch, units), tf.float64), trace)
    return tf.while_loop(lambda t, *_: t >= 0, step, start)[3].stack()


def _log_p_and_wanted(outputs: tf.Tensor, weights: Weights, targets: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
    """Log-probabilities and one-hot targets, both (T * B, V); the one-hot row of -1 is all zero."""
    log_p = tf.nn.log_softmax(tf.matmul(_flat(outputs), weights[3]) + weights[4])
    return log_p, tf.one_hot(tf.reshape(tf.transpose(targets), [-1]), weights[4].shape[0], dtype=tf.float64)


def _doubled(kernel: tf.Tensor) -> tf.Tensor:
    """(4U,): 2 in the columns of the candidate gate, else 1."""
    return tf.constant(np.repeat([1.0, 1.0, 2.0, 1.0], kernel.shape[1] // 4))


def _flat(array: tf.Tensor) -> tf.Tensor:
    """(T, B, n) -> (T * B, n)."""
    return tf.reshape(array, [-1, array.shape[-1]])
