"""The batches that an LSTM (``lstm.py``) is trained on, loaded from where the windows lie.

Shapes: B examples in a batch, T steps, S steps that have a target, N batches, V values in the alphabet.
"""

from collections.abc import Iterator

import numpy as np

from stages.grammar.windows import Windows
from stages.improvisers.repeatable import tf

MEMORY = 2**27              # bytes of activations of the batches that are in memory at a time


def loads(order: np.ndarray, activations: int) -> Iterator[tuple[int, np.ndarray]]:
    """The batches (N, B) in pieces whose activations, so many an example, fill ``MEMORY`` at most, each with the number of its first batch."""
    step = max(1, MEMORY // (8 * order.shape[1] * activations))
    for first in range(0, len(order), step):
        yield first, order[first:first + step]


def count_targets(windows: Windows) -> int:
    """How many targets there are; counted piece by piece, for the windows may lie on disk."""
    return sum(int(np.count_nonzero(windows.targets[first:first + 4096] >= 0)) for first in range(0, len(windows), 4096))


def rows(windows: Windows, batches: np.ndarray, n_values: int) -> tuple[tf.Tensor, tf.Tensor]:
    """Inputs, with V for nothing, and targets of the batches (N, B): (N, B, T) and (N, B, S), loaded from where they lie; a filler is nothing at every step."""
    filler = (batches == len(windows))[:, :, None]
    places = np.where(batches == len(windows), 0, batches)
    inputs, targets = (np.where(filler, -1, array[places]) for array in (windows.inputs, windows.targets))
    return tf.constant(np.where(inputs < 0, n_values, inputs), tf.int32), tf.constant(targets, tf.int32)


def cut(order: np.ndarray, size: int) -> np.ndarray:
    """Row numbers in their order, cut into batches (N, B); the last is filled up with the number behind them, a filler."""
    size = min(size, len(order))
    return np.pad(order, (0, -len(order) % size), constant_values=len(order)).reshape(-1, size).astype(np.int32)
