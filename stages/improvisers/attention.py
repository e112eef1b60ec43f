"""The network of ``decoder.py`` once more, in TensorFlow, with dropout: what the gradient is taken of.

Importing this module imports TensorFlow. Shapes: B examples in a batch, T events each, d the width, H heads.
"""

import itertools
import math

import numpy as np

from stages.improvisers.decoder import BEHIND, CACHES, JUDGES, OWN
from stages.improvisers.features import HALVES, PITCHES, before_sizes, behind_sizes
from stages.improvisers.memory import DEGREES, NO_DEGREE, SUB, Symbols
from stages.improvisers.repeatable import tf
from stages.improvisers.transformer import Params

Batch = dict[str, tf.Tensor]                    # of B T events: see ``Network.batch``


class Dropout:
    """Hides shares of what passes through it, scaled so that the mean stays; each call draws from a stream of its own.

    Args:
        seed: a number, or None to hide nothing.
    """

    def __init__(self, seed: tf.Tensor | None, params: Params):
        self._seed, self._params, self._calls = seed, params, itertools.count()

    def __call__(self, x: tf.Tensor) -> tf.Tensor:
        """Single activations."""
        return self._hidden(x, tf.shape(x), self._params.dropout)

    def features(self, x: tf.Tensor, sizes: tuple[int, ...] | None = None) -> tf.Tensor:
        """Whole features, all along an example: of x (B, T, numbers) each feature has so many numbers as ``sizes`` says, by default one."""
        sizes = sizes or (1,) * x.shape[2]
        return self._hidden(x, tf.stack([tf.shape(x)[0], 1, len(sizes)]), self._params.feature_dropout, sizes)

    def _hidden(self, x: tf.Tensor, shape: tf.Tensor, share: float, sizes: tuple[int, ...] | None = None) -> tf.Tensor:
        if self._seed is None or share == 0:
            return x
        drawn = tf.random.stateless_uniform(shape, [self._seed, next(self._calls)], dtype=x.dtype)
        kept = tf.cast(drawn >= share, x.dtype) / (1 - share)
        return x * (tf.repeat(kept, sizes, axis=2) if sizes else kept)


def summed_loss(weights: dict[str, tf.Variable], batch: Batch, params: Params, symbols: Symbols, seed: tf.Tensor | None) -> tf.Tensor:
    """Nats of all rhythms and pitches of a batch that are not -1."""
    drop, width = Dropout(seed, params), params.width
    x = weights["bias"] + sum(
        _by(drop.features(batch[part], sizes), weights[part]) + _by(drop.features(batch[f"{part}_reals"]), weights[f"{part}_reals"])
        for part, sizes in (("before", before_sizes(symbols)), ("behind", behind_sizes(symbols))))
    shifted = [tf.pad(x, [[0, 0], [back, 0], [0, 0]])[:, :params.context] for back in range(BEHIND)]
    x = drop(x + tf.nn.silu(_by(tf.concat(shifted, axis=2), weights["convolution"])))
    for layer in range(params.layers):
        x = x + drop(_attended(weights, layer, x, batch, params))
        hidden = tf.nn.silu(_by(_norm(x, weights[f"{layer} norm_2"]), weights[f"{layer} up"]) + weights[f"{layer} up_bias"])
        x = x + drop(_by(hidden, weights[f"{layer} down"]))
    x = _norm(x, weights["norm"])

    before = tf.pad(x, [[0, 0], [1, 0], [0, 0]])[:, :params.context]
    own = _by(drop.features(batch["before"], before_sizes(symbols)), weights["rhythm_before"]) + _by(drop.features(batch["before_reals"]), weights["rhythm_reals"])
    hidden = tf.nn.silu(_by(drop(before), weights["rhythm_hidden"]) + own + weights["rhythm_bias"])
    rhythm = _norm(drop(_by(hidden, weights["rhythm_down"])) + before, weights["rhythm_norm"])
    flat_rhythm, flat_pitch = (tf.reshape(drop(part), [-1, width]) for part in (rhythm, x))
    return _nats(_rhythm_logits(weights, batch, flat_rhythm), batch["rhythm"]) + _nats(_pitch_logits(weights, batch, flat_pitch, symbols), batch["pitch"])


def _attended(weights: dict[str, tf.Variable], layer: int, x: tf.Tensor, batch: Batch, params: Params) -> tf.Tensor:
    """What each event finds among those before it in its example: (B, T, d)."""
    length, heads = params.context, params.heads
    parts = tf.split(_by(_norm(x, weights[f"{layer} norm_1"]), weights[f"{layer} heads"]), 3, axis=2)
    query, key, value = (tf.transpose(tf.reshape(part, [-1, length, heads, params.width // heads]), [0, 2, 1, 3]) for part in parts)
    distances = np.arange(length)[:, None] - np.arange(length)
    by_distance = tf.gather(weights[f"{layer} distance"], np.maximum(distances, 0), axis=1)
    unseen = tf.constant(np.where(distances >= 0, 0, -1e9), x.dtype)
    scores = tf.matmul(_turned(query, batch), _turned(key, batch), transpose_b=True) / math.sqrt(params.width // heads) + by_distance + unseen
    found = tf.transpose(tf.matmul(tf.nn.softmax(scores), value), [0, 2, 1, 3])
    return _by(tf.reshape(found, [-1, length, params.width]), weights[f"{layer} out"])


def _by(x: tf.Tensor, weights: tf.Variable) -> tf.Tensor:
    """x (B, T, d) times a matrix, as one product of B T rows: ``@`` would make B products, and B gradients of the matrix, too."""
    return tf.tensordot(x, weights, axes=1)


def _turned(x: tf.Tensor, batch: Batch) -> tf.Tensor:
    first, second = tf.split(x, 2, axis=3)
    cosine, sine = batch["cosine"][:, None], batch["sine"][:, None]
    return tf.concat([first * cosine - second * sine, first * sine + second * cosine], axis=3)


def _rhythm_logits(weights: dict[str, tf.Variable], batch: Batch, rhythm: tf.Tensor) -> tf.Tensor:
    """(B T, R), see ``decoder.rhythm_logits``."""
    out = rhythm @ weights["rhythm_out"] + weights["rhythm_out_bias"]
    each, by_beat, by_bar, by_judge = tf.split(out, [out.shape[1] - SUB - HALVES - JUDGES, SUB, HALVES, JUDGES], axis=1)
    by_judge += tf.pad(batch["rhythm_known"] @ weights["rhythm_known"], [[0, 0], [JUDGES - CACHES, 0]])
    return each + tf.gather(by_beat, batch["beat"], batch_dims=1) + tf.gather(by_bar, batch["bar"], batch_dims=1) + _weighed(by_judge, batch["judged"])


def _pitch_logits(weights: dict[str, tf.Variable], batch: Batch, hidden: tf.Tensor, symbols: Symbols) -> tf.Tensor:
    """(B T, P), see ``decoder.pitch_logits``."""
    out = hidden @ weights["pitch_out"] + weights["pitch_out_bias"]
    each, by_root, by_next, by_pitch, by_set, by_trace, by_cache, by_degree = tf.split(out, [len(symbols.pitches), DEGREES, DEGREES, PITCHES, OWN, 1, CACHES, CACHES], axis=1)
    known = _weighed(by_degree + batch["degree_known"] @ weights["degree_known"], batch["degree_cache"])
    by_class = sum(tf.gather(expert, batch["degrees"][:, which], batch_dims=1) for which, expert in enumerate((by_root + known, by_next)))
    by_class += tf.einsum("bs,bsk->bk", by_set, batch["own"])
    each += _weighed(by_cache + batch["pitch_known"] @ weights["pitch_known"], batch["pitch_cache"])
    sounds = symbols.sounds.astype(out.dtype.as_numpy_dtype)
    each += (1 - sounds) * known[:, NO_DEGREE:]
    return each + sounds * (tf.gather(by_class, symbols.intervals % 12, axis=1) + tf.gather(by_pitch, batch["reached"], batch_dims=1) + by_trace * batch["near"])


def _weighed(weights: tf.Tensor, experts: tf.Tensor) -> tf.Tensor:
    """See ``decoder.py``."""
    return tf.einsum("be,ber->br", weights, experts)


def _nats(logits: tf.Tensor, targets: tf.Tensor) -> tf.Tensor:
    """Minus the log-probabilities of the targets that are not -1, summed up."""
    counted = targets >= 0
    found = tf.nn.sparse_softmax_cross_entropy_with_logits(tf.maximum(targets, 0), logits)
    return tf.reduce_sum(tf.where(counted, found, tf.zeros_like(found)))


def _norm(x: tf.Tensor, gain: tf.Tensor) -> tf.Tensor:
    return x * tf.math.rsqrt(tf.reduce_mean(x * x, axis=-1, keepdims=True) + 1e-6) * gain
