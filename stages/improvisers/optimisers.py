"""How a gradient becomes a step: Adam as Keras has it, RMSprop as Keras had it when deepjazz was written.

An optimiser keeps running means of the gradients, its moments, each shaped like the weights. Its step is a function of tensors, so that it can be part of a
graph; what depends on the number of steps made alone, the step sizes, is computed in NumPy beforehand. Importing this module imports TensorFlow.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from stages.improvisers.repeatable import tf

BETA_1, BETA_2, EPSILON = 0.9, 0.999, 1e-7  # Adam, as Keras sets it
RHO, RMS_EPSILON = 0.9, 1e-6                # RMSprop, as Keras set it until May 2016

Weights = tuple[tf.Tensor, ...]
Moments = tuple[Weights, ...]


class Optimiser(NamedTuple):
    """One way to learn.

    Args:
        moments: how many running means it keeps; each starts at 0.
        rates: the step sizes (n,) of n iterations from a first one on, counted from 0.
        step: new weights and moments, from weights, gradients, moments and step size.
    """

    moments: int
    rates: Callable[[int, int], np.ndarray]
    step: Callable[[Weights, list[tf.Tensor], Moments, tf.Tensor], tuple[Weights, Moments]]


def adam(learning_rate: float, decay: float) -> Optimiser:
    """Kingma & Ba (2015) in the notation of Keras, bias corrections included in the step sizes; in iteration k the rate is learning_rate / (1 + decay k)."""
    def rates(first: int, steps: int) -> np.ndarray:
        iteration = np.arange(first, first + steps, dtype=np.float64)
        corrections = np.sqrt(1 - BETA_2 ** (iteration + 1)) / (1 - BETA_1 ** (iteration + 1))
        return learning_rate / (1 + decay * iteration) * corrections

    return Optimiser(2, rates, _adam_step)


def rmsprop(learning_rate: float) -> Optimiser:
    """Tieleman & Hinton (2012, lecture 6.5), the small number under the root."""
    return Optimiser(1, lambda first, steps: np.full(steps, learning_rate), _rmsprop_step)


def _adam_step(weights: Weights, gradients: list[tf.Tensor], moments: Moments, rate: tf.Tensor) -> tuple[Weights, Moments]:
    first = tuple(m + (g - m) * (1 - BETA_1) for m, g in zip(moments[0], gradients, strict=True))
    second = tuple(v + (g * g - v) * (1 - BETA_2) for v, g in zip(moments[1], gradients, strict=True))
    return tuple(w - rate * m / (tf.sqrt(v) + EPSILON) for w, m, v in zip(weights, first, second, strict=True)), (first, second)


def _rmsprop_step(weights: Weights, gradients: list[tf.Tensor], moments: Moments, rate: tf.Tensor) -> tuple[Weights, Moments]:
    squares = tuple(v * RHO + g * g * (1 - RHO) for v, g in zip(moments[0], gradients, strict=True))
    return tuple(w - rate * g / tf.sqrt(v + RMS_EPSILON) for w, g, v in zip(weights, gradients, squares, strict=True)), (squares,)
