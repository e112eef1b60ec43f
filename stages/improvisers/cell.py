"""What a trained LSTM needs to play, in NumPy alone: its cell, the softmax on top, and the weights that training starts from.

Source: Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000, in the layout of ``keras.layers.LSTM``: the gates in the order input, forget,
candidate, output. First weights are uniform where Keras leaves them to chance: of Glorot's limit (Glorot & Bengio 2010), for the recurrent kernel of the
variance that Keras's orthogonal matrix has; the forget gate starts at 1 (Jozefowicz et al. 2015).

Shapes: V values in the alphabet, U units, I inputs. Everything is float64; log-probabilities are nats.
"""

import numpy as np


def advance(z: np.ndarray, c: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Output and cell (..., U) after a step, from what the gates are given (..., 4U) and the cell before (..., U)."""
    i, f, candidate, o = np.split(z, 4, axis=-1)  # (..., U) each
    c = _sigmoid(f) * c + _sigmoid(i) * np.tanh(candidate)
    return _sigmoid(o) * np.tanh(c), c


def log_softmax(logits: np.ndarray) -> np.ndarray:
    """Log-probabilities in nats along the last axis."""
    logits = logits - logits.max(axis=-1, keepdims=True)
    return logits - np.log(np.exp(logits).sum(axis=-1, keepdims=True))


def layer_weights(n_inputs: int, units: int, generator: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Kernel (I, 4U), recurrent kernel (U, 4U) and bias (4U,) of an LSTM before training."""
    kernel = _uniform((n_inputs, 4 * units), (6 / (n_inputs + 4 * units)) ** 0.5, generator)
    recurrent = _uniform((units, 4 * units), (3 / (4 * units)) ** 0.5, generator)
    return kernel, recurrent, np.repeat([0.0, 1.0, 0.0, 0.0], units)


def dense_weights(units: int, n_values: int, generator: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Kernel (U, V) and bias (V,) of the softmax before training."""
    return _uniform((units, n_values), (6 / (units + n_values)) ** 0.5, generator), np.zeros(n_values)


def _sigmoid(z: np.ndarray) -> np.ndarray:
    return 0.5 + 0.5 * np.tanh(0.5 * z)  # unlike 1 / (1 + exp(-z)), it cannot overflow


def _uniform(shape: tuple[int, int], limit: float, generator: np.random.Generator) -> np.ndarray:
    return (2 * generator.random(shape) - 1) * limit
