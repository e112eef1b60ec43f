"""One epoch of training LSTMs with a softmax on top, as a single TensorFlow graph.

The networks are the notebook's and deepjazz's: one or more LSTMs, each on the outputs of the one below (Hochreiter & Schmidhuber 1997, with the forget
gate of Gers et al. 2000, in the layout of ``keras.layers.LSTM``), dropout behind each, then a dense softmax over the alphabet. What differs
is how it runs. Keras unrolls the notebook's model into thousands of nodes and enters Python for each batch; here the loop over the
batches and the loop over the steps are both loops of one graph, traced once, and three things are cheaper:

* the product of a one-hot row with the kernel is a row of the kernel, so symbols are looked up and never multiplied;
* the gradient is written by hand (back-propagation through time, Werbos 1990), so that only what does depend on the next step
  stays in the loop, and the gradients of all weights are one product over all the steps at the end;
* tanh(z) = 2 sigmoid(2z) - 1, so with the columns of the candidate gate doubled one sigmoid, with one slope s (1 - s), serves all four.

Shapes: B examples in a batch, T steps, S steps that have a target (the last ones; all of them in the notebook, one in deepjazz), V values in the
alphabet, L layers, U units, M examples, N batches in an epoch, D = (L - 1) T + S steps that drop out, layer by layer.
Weights: those of Keras in its order, (kernel (V, 4U), recurrent (U, 4U), bias (4U,)) of the first layer, kernels (U, 4U) of the others, dense kernel (U, V),
dense bias (V,); gates in the order input, forget, candidate, output. Everything is float64, losses are nats.

Importing this module imports TensorFlow: import it where training starts and nowhere else.
"""

import itertools
import sys
from collections.abc import Callable, Iterator
from typing import Protocol

import numpy as np

from stages.grammar.windows import Windows
from stages.improvisers import batches
from stages.improvisers.optimisers import Moments, Optimiser, Weights
from stages.improvisers.repeatable import be_repeatable, tf


class Params(Protocol):
    """batch: windows a step, B. dropout: share of the outputs of each LSTM that are hidden from the layer above in training."""

    batch: int
    dropout: float


def epochs(
    weights: tuple[np.ndarray, ...], windows: Windows, validation_windows: Windows, params: Params, generator: np.random.Generator, optimiser: Optimiser,
) -> Iterator[tuple[tuple[np.ndarray, ...], float, float | None]]:
    """Train without end.

    Args:
        weights: the first weights.
        windows, validation_windows: inputs (M, T) and targets (M, S); of the second there may be none.
        generator: decides the order of the windows and what drops out.

    Yields:
        After each epoch: the weights, the loss, and the validation loss or None; losses in nats a target.
    """
    print(f"training on {be_repeatable()}", file=sys.stderr)
    weights = tuple(tf.constant(array) for array in weights)
    moments = (tuple(tf.zeros_like(array) for array in weights),) * optimiser.moments
    targets_in_all, validated, n_values, units = batches.count_targets(windows), batches.count_targets(validation_windows), weights[0].shape[0], weights[1].shape[0]
    dropping = (len(weights) // 3 - 1) * windows.inputs.shape[1] + windows.targets.shape[1]  # D
    for epoch in itertools.count():
        order, total = batches.cut(generator.permutation(len(windows)), params.batch), 0.0
        rates = optimiser.rates(epoch * len(order), len(order))
        for first, some in batches.loads(order, dropping * units):
            kept = _kept((len(some), dropping, some.shape[1], units), params.dropout, generator)
            sizes = np.count_nonzero(some < len(windows), axis=1).astype(float)
            given = *batches.rows(windows, some, n_values), tf.constant(sizes), tf.constant(rates[first:first + len(some)]), kept
            weights, moments, loss = train_epoch(weights, moments, *given, optimiser.step)
            total += float(loss)
        yield tuple(array.numpy() for array in weights), total / targets_in_all, _validation_loss(weights, validation_windows, validated)


def _kept(shape: tuple[int, ...], dropout: float, generator: np.random.Generator) -> tf.Tensor | None:
    """What dropout leaves, (N, D, B, U), scaled up; None without dropout."""
    return tf.constant((generator.random(shape) >= dropout) / (1 - dropout)) if dropout else None


def _validation_loss(weights: Weights, windows: Windows, targets: int) -> float | None:
    if not len(windows):
        return None
    order = batches.cut(np.arange(len(windows)), 64)  # any number does
    loads = batches.loads(order, windows.inputs.shape[1] * weights[1].shape[0])
    return sum(float(total_loss(weights, *batches.rows(windows, some, weights[0].shape[0]))) for _, some in loads) / targets


@tf.function(autograph=False)
def train_epoch(
    weights: Weights, moments: Moments, inputs: tf.Tensor, targets: tf.Tensor, sizes: tf.Tensor, rates: tf.Tensor, keep: tf.Tensor | None, update: Callable,
) -> tuple[Weights, Moments, tf.Tensor]:
    """One step of the optimiser for each batch.

    Args:
        weights: the arrays. moments: what the optimiser remembers of their gradients.
        inputs: (N, B, T) int32, V for nothing. targets: (N, B, S) int32, -1 for nothing.
        sizes: (N,) float64, how many examples of each batch are no fillers.
        rates: (N,) step sizes. update: the step of the optimiser.
        keep: (N, D, B, U) dropout masks to multiply the outputs of the LSTMs with, or None.

    Returns:
        New weights, new moments, and the loss summed over all targets, each under the weights that its batch met.
    """
    def step(n, weights, moments, total):
        loss, gradients = _loss_and_gradients(weights, inputs[n], targets[n], None if keep is None else keep[n])
        # The mean is over examples, the sum over steps: this is Keras's sum of T losses, each the mean of a batch.
        return n + 1, *update(weights, [gradient / sizes[n] for gradient in gradients], moments, rates[n]), total + loss

    start = (0, weights, moments, tf.zeros((), tf.float64))
    return tf.while_loop(lambda n, *_: n < tf.shape(inputs)[0], step, start)[1:]


@tf.function(autograph=False)
def total_loss(weights: Weights, inputs: tf.Tensor, targets: tf.Tensor) -> tf.Tensor:
    """The loss summed over all targets, without dropout; arguments as in ``train_epoch``."""
    def step(n, total):
        asked, _ = _run(weights, tf.transpose(inputs[n]), targets.shape[2], None)
        log_p, wanted = _log_p_and_wanted(asked, weights, targets[n])
        return n + 1, total - tf.reduce_sum(log_p * wanted)

    return tf.while_loop(lambda n, _: n < tf.shape(inputs)[0], step, (0, tf.zeros((), tf.float64)))[1]


def _loss_and_gradients(weights: Weights, inputs: tf.Tensor, targets: tf.Tensor, keep: tf.Tensor | None) -> tuple[tf.Tensor, list[tf.Tensor]]:
    """The summed loss of one batch, inputs (B, T) and targets (B, S), and its gradient by each of the weights."""
    symbols, dense_kernel = tf.transpose(inputs), weights[-2]  # (T, B), (U, V)
    asked, tapes = _run(weights, symbols, targets.shape[1], keep)  # (S, B, U)
    log_p, wanted = _log_p_and_wanted(asked, weights, targets)  # (S * B, V) both
    loss = -tf.reduce_sum(log_p * wanted)

    by_logits = tf.exp(log_p) * tf.reduce_sum(wanted, axis=1, keepdims=True) - wanted
    gradients = [tf.matmul(_flat(asked), by_logits, transpose_a=True), tf.reduce_sum(by_logits, axis=0)]
    by_kept = tf.reshape(tf.matmul(by_logits, dense_kernel, transpose_b=True), tf.shape(asked))
    for layer in reversed(range(len(tapes))):
        kernel, (below, outputs, masks, tape) = weights[3 * layer], tapes[layer]
        by_outputs = by_kept if masks is None else by_kept * masks
        by_z = _run_back(tape, tf.pad(by_outputs, [[outputs.shape[0] - by_outputs.shape[0], 0], [0, 0], [0, 0]]))  # (T, B, 4U)
        doubled = _doubled(kernel)
        by_recurrent = tf.matmul(_flat(outputs[:-1]), _flat(by_z[1:]), transpose_a=True) * doubled  # (U, 4U)
        if layer == 0:
            by_row = tf.math.unsorted_segment_sum(_flat(by_z), tf.reshape(symbols, [-1]), kernel.shape[0] + 1) * doubled  # (V + 1, 4U)
            gradients = [by_row[:-1], by_recurrent, tf.reduce_sum(by_row, axis=0), *gradients]
        else:
            by_given = _flat(by_z) * doubled  # (T * B, 4U)
            gradients = [tf.matmul(_flat(below), by_given, transpose_a=True), by_recurrent, tf.reduce_sum(by_given, axis=0), *gradients]
            by_kept = tf.reshape(tf.matmul(by_given, kernel, transpose_b=True), tf.shape(below))  # (T, B, U)
    return loss, gradients


def _run(weights: Weights, symbols: tf.Tensor, asked: int, keep: tf.Tensor | None) -> tuple[tf.Tensor, list[tuple]]:
    """All layers from the zero state over symbols (T, B).

    Args:
        asked: S. keep: masks (D, B, U), or None.

    Returns:
        What dropout leaves of the last outputs (S, B, U), and for each layer: what came from below (T, B, U; None for the first), its outputs (T, B, U), its
        masks (T, B, U; S of them for the last) or None, and what ``_run_back`` needs.
    """
    below, tapes, steps = None, [], symbols.shape[0]
    for first in range(0, len(weights) - 2, 3):
        kernel, recurrent, bias = weights[first:first + 3]
        doubled = _doubled(kernel)
        if below is None:
            given = tf.gather((tf.pad(kernel, [[0, 1], [0, 0]]) + bias) * doubled, symbols)  # (T, B, 4U); the last row is for nothing
        else:
            given = tf.reshape((tf.matmul(_flat(below), kernel) + bias) * doubled, (steps, -1, kernel.shape[1]))
        outputs, tape = _run_layer(given, recurrent * doubled)
        masks = None if keep is None else keep[len(tapes) * steps:(len(tapes) + 1) * steps]
        tapes.append((below, outputs, masks, tape))
        below = outputs[steps - asked:] if first == len(weights) - 5 else outputs
        below = below if masks is None else below * masks
    return below, tapes


def _run_layer(given: tf.Tensor, recurrent: tf.Tensor) -> tuple[tf.Tensor, tuple]:
    """One LSTM from the zero state: its outputs (T, B, U), and what ``_run_back`` needs.

    Args:
        given: (T, B, 4U), what the gates are given from below, bias included. recurrent: (U, 4U). In both the candidate gate is doubled.
    """
    steps, batch, units = given.shape[0], given.shape[1], recurrent.shape[0]

    def step(t, h, c, sigmoids, cells, squashed, outputs):
        s = tf.sigmoid(given[t] + tf.matmul(h, recurrent))  # (B, 4U)
        i, f, g, o = tf.split(s, 4, axis=1)  # (B, U) each
        cell = f * c + i * (2 * g - 1)
        tanh = tf.tanh(cell)
        h = o * tanh
        return t + 1, h, cell, sigmoids.write(t, s), cells.write(t, c), squashed.write(t, tanh), outputs.write(t, h)

    zero = tf.zeros((batch, units), tf.float64)
    arrays = [tf.TensorArray(tf.float64, steps, element_shape=(batch, n)) for n in (4 * units, units, units, units)]
    *_, sigmoids, cells, squashed, outputs = tf.while_loop(lambda t, *_: t < steps, step, (0, zero, zero, *arrays))
    return tf.ensure_shape(outputs.stack(), (steps, batch, units)), (steps, recurrent, sigmoids, cells, squashed)


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
    """Log-probabilities and one-hot targets (B, S), both (S * B, V); the one-hot row of -1 is all zero."""
    log_p = tf.nn.log_softmax(tf.matmul(_flat(outputs), weights[-2]) + weights[-1])
    return log_p, tf.one_hot(tf.reshape(tf.transpose(targets), [-1]), weights[-1].shape[0], dtype=tf.float64)


def _doubled(kernel: tf.Tensor) -> tf.Tensor:
    """(4U,): 2 in the columns of the candidate gate, else 1."""
    return tf.constant(np.repeat([1.0, 1.0, 2.0, 1.0], kernel.shape[1] // 4))


def _flat(array: tf.Tensor) -> tf.Tensor:
    """(T, B, n) -> (T * B, n)."""
    return tf.reshape(array, [-1, array.shape[-1]])
