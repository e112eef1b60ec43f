"""Training of the transformer, with TensorFlow and AdamW.

Examples are stretches of ``context`` events, cut anew in each epoch, so that every event is seen from many beginnings. The gradient is TensorFlow's own.

Importing this module imports TensorFlow and sets it up to be repeatable: import it where training starts and nowhere else. In float64 the weights, rounded, are the same
whatever the machine; in float32, with all the cores that there are, the same on one machine and with one number of cores.

Shapes: B examples in a batch, T events each.
"""

import itertools
import math
import sys
from collections.abc import Iterator

import numpy as np

from stages.improvisers.attention import Batch, summed_loss
from stages.improvisers.decoder import Weights, degrees, landings, turns
from stages.improvisers.features import PITCHES, Events
from stages.improvisers.first_weights import initial_weights
from stages.improvisers.memory import NEAR, Symbols
from stages.improvisers.repeatable import be_repeatable, tf
from stages.improvisers.transformer import Params

__all__ = ["Network", "epochs", "initial_weights"]

BETA_1, BETA_2, EPSILON = 0.9, 0.98, 1e-8       # AdamW
CLIP = 1.0                                      # the longest gradient
WARM = 0.05                                     # share of the steps in which the learning rate rises
MANY = 64                                       # validation examples at a time


def epochs(weights: Weights, symbols: Symbols, solos: list[Events], held_out: list[Events], params: Params, generator: np.random.Generator) -> Iterator[tuple[Weights, float, float | None]]:
    """Train for ``params.epochs`` epochs.

    Args:
        weights: the first ones. solos, held_out: the events of the solos to train on and to watch; of the second there may be none.
        generator: decides how the solos are cut, the order of the examples, and what drops out.

    Yields:
        After each epoch: the averaged weights, the loss, and the validation loss or None; losses in nats a symbol.
    """
    print(f"training on {be_repeatable(threads=1 if params.precision == 'float64' else 0)}", file=sys.stderr)
    net = Network(weights, symbols, params)
    steps = params.epochs * (sum(-(-len(solo.rhythm) // params.context) + 1 for solo in solos) // params.batch + 1)
    taken = 0
    for _ in range(params.epochs):
        examples = _cut(solos, params.context, generator)
        order, total = generator.permutation(len(examples)), 0.0
        for first in range(0, len(order), params.batch):
            batch = net.batch([examples[place] for place in order[first:first + params.batch]], params.batch)
            rate = params.learning_rate * _schedule(taken / steps)
            total += float(net.train(batch, tf.constant(rate, net.dtype), tf.constant(generator.integers(2**31, size=1)[0], tf.int32)))
            taken += 1
        yield net.averaged(), total / _symbols(solos), net.validate(held_out)


def _schedule(done: float) -> float:
    """The share of the learning rate when so much of the training is done: a short rise, then half a cosine."""
    return min(done / WARM, 0.5 * (1 + math.cos(math.pi * min(done, 1.0))))


def _cut(solos: list[Events], length: int, generator: np.random.Generator) -> list[Events]:
    """Every event of the solos in one stretch of at most ``length`` events, from a random place on."""
    stretches = []
    for solo in solos:
        many, first = len(solo.rhythm), int(generator.integers(length))
        edges = [0, *range(first, many, length), many] if first and many > length else [*range(0, many, length), many]
        stretches += [_stretch(solo, start, end) for start, end in itertools.pairwise(edges)]
    return stretches


def _stretch(events: Events, start: int, end: int) -> Events:
    return Events(**{name: array[start:end] for name, array in vars(events).items()})


def _symbols(solos: list[Events]) -> int:
    return 2 * sum(len(solo.rhythm) for solo in solos)


class Network:
    """The weights as variables, and what AdamW remembers of them."""

    def __init__(self, weights: Weights, symbols: Symbols, params: Params):
        self.dtype, self._symbols, self._params = tf.as_dtype(params.precision), symbols, params
        self._weights = {name: tf.Variable(array, dtype=self.dtype) for name, array in weights.items()}
        self._first, self._second, self._mean = ({name: tf.Variable(start(variable)) for name, variable in self._weights.items()} for start in (tf.zeros_like, tf.zeros_like, tf.identity))
        self._taken = tf.Variable(0.0, dtype=self.dtype)

    def averaged(self) -> Weights:
        """The moving average of the weights."""
        return {name: variable.numpy().astype(np.float64) for name, variable in self._mean.items()}

    def validate(self, solos: list[Events]) -> float | None:
        """Nats a symbol of the averaged weights; each stretch of a solo starts with the last half of the one before, which is not counted."""
        if not solos:
            return None
        length, total, examples = self._params.context, 0.0, []
        for solo in solos:
            starts = range(0, max(1, len(solo.rhythm) - length // 2), length // 2)
            for start in starts:
                stretch = _stretch(solo, start, min(start + length, len(solo.rhythm)))
                counted = np.arange(len(stretch.rhythm)) >= (length // 2 if start else 0)
                examples.append(Events(**{**vars(stretch), "rhythm": np.where(counted, stretch.rhythm, -1), "pitch": np.where(counted, stretch.pitch, -1)}))
        for first in range(0, len(examples), MANY):
            total += float(self.loss(self.batch(examples[first:first + MANY], MANY)))
        return total / _symbols(solos)

    def batch(self, examples: list[Events], size: int) -> Batch:
        """The tensors of ``size`` examples of T = ``context`` events, filled up with nothing: targets of -1."""
        filled = {}
        for name in vars(examples[0]):
            rows = [getattr(example, name) for example in examples]
            array = np.full((size, self._params.context, *rows[0].shape[1:]), -1 if name in ("rhythm", "pitch") else 0, rows[0].dtype)
            for place, row in enumerate(rows):
                array[place, :len(row)] = row
            filled[name] = array
        flat = {name: array.reshape(-1, *array.shape[2:]) for name, array in filled.items()}
        beat, bar, judged = landings(self._symbols, flat)
        near = np.where(abs(self._symbols.intervals) <= NEAR, flat["near"][:, np.clip(self._symbols.intervals, -NEAR, NEAR) + NEAR], 0)
        reached = np.clip(flat["last"][:, None] + self._symbols.intervals, 0, PITCHES - 1)
        cosine, sine = turns(np.arange(self._params.context) * np.ones((size, 1)), filled["clock"], self._params.width // self._params.heads)
        whole = {"rhythm": flat["rhythm"], "pitch": flat["pitch"], "beat": beat, "bar": bar, "reached": reached,
                 "degrees": np.stack([degrees(flat["roots"][:, which]) for which in (0, 1)], axis=1)}
        real = {name: filled[name] for name in ("before_reals", "behind_reals")} | {name: flat[name] for name in ("own", "rhythm_known", "pitch_known", "degree_known", "degree_cache")}
        real |= {name: _chosen(filled[name], self._weights[name].shape[0]) for name in ("before", "behind")}
        real |= {"judged": judged, "near": near, "pitch_cache": flat["pitch_cache"][:, :, self._symbols.steps], "cosine": cosine, "sine": sine}
        return {name: tf.constant(array, tf.int32) for name, array in whole.items()} | {name: tf.constant(array, self.dtype) for name, array in real.items()}

    @tf.function(autograph=False)
    def train(self, batch: Batch, rate: tf.Tensor, seed: tf.Tensor) -> tf.Tensor:
        """One step of AdamW; the loss of the batch, summed over its symbols."""
        with tf.GradientTape() as tape:
            loss = summed_loss(self._weights, batch, self._params, self._symbols, seed)
            mean = loss / tf.reduce_sum(tf.cast(batch["rhythm"] >= 0, self.dtype))
        names = list(self._weights)
        gradients, _ = tf.clip_by_global_norm([tf.convert_to_tensor(gradient) for gradient in tape.gradient(mean, [self._weights[name] for name in names])], CLIP)
        self._taken.assign_add(1)
        keep = tf.minimum(tf.constant(self._params.averaging, self.dtype), (1 + self._taken) / (10 + self._taken))
        for name, gradient in zip(names, gradients):
            weight, first, second = self._weights[name], self._first[name], self._second[name]
            first.assign(BETA_1 * first + (1 - BETA_1) * gradient)
            second.assign(BETA_2 * second + (1 - BETA_2) * gradient * gradient)
            decay = self._params.weight_decay if len(weight.shape) == 2 and "distance" not in name else 0.0
            step = first / (1 - BETA_1 ** self._taken) / (tf.sqrt(second / (1 - BETA_2 ** self._taken)) + EPSILON)
            weight.assign_sub(rate * (step + decay * weight))
            self._mean[name].assign(keep * self._mean[name] + (1 - keep) * weight)
        return loss

    @tf.function(autograph=False)
    def loss(self, batch: Batch) -> tf.Tensor:
        """The loss under the averaged weights, without dropout, summed over the symbols of the batch."""
        return summed_loss(self._mean, batch, self._params, self._symbols, None)


def _chosen(rows: np.ndarray, many: int) -> np.ndarray:
    """1 where a row of a table is chosen, (B, T, many), of the numbers (B, T, columns): a matrix product with it is faster than looking them up, and far faster the way back."""
    found = np.zeros((*rows.shape[:2], many), np.float32)
    np.put_along_axis(found, rows, 1, axis=2)
    return found
