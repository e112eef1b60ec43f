"""Our own: a causal Transformer over notes and rests that hears the chords. Trained with TensorFlow, played with NumPy alone.

An event (a note or a rest) is predicted in two parts: its rhythm from everything before, its pitch from all that and the rhythm. What goes in and what comes out is relative
to the pitch before (``features.py``), so a tune is the same in every key. The network is a pre-norm Transformer decoder (Vaswani et al., "Attention Is All
You Need", 2017) with RMS norm (Zhang & Sennrich 2019), behind a causal convolution over four events, with SiLU; positions are rotary (Su et al., "RoFormer", 2021), half of the planes turning with the
number of the event, half with musical time, and each head has a learnt bias by distance (Press et al., "ALiBi", 2022, with free slopes). It looks back ``context`` events.

The outputs are products of experts, in logits: what an interval is worth by itself, by the scale degree that it reaches in this chord and in the next, by its register, and by whether
its pitch is a tone of the chord or was played lately; what a duration is worth by itself, by the place in the beat and the bar where it ends, and by whether the solo began something a bar before
that; and what this very solo has done before, after the same symbols and from the same pitch or place in the beat (caches, Kuhn & De Mori 1990), for players come back to their motifs, also
by their degrees over another chord. How much each counts is up to the network at each event. Idea: Johnson, Keller & Weintraut, "Learning to Create Jazz Melodies Using a Product of Experts" (ICCC 2017).

Shapes: B takes, n events, V symbols of which R rhythms and P pitches, d the width of the network, H heads. Likelihoods and losses are in nats.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Annotated, Literal

import numpy as np
from annotated_types import Ge, Gt, Le, Lt
from scipy.special import log_softmax

from stages.experiment import artifacts
from stages.experiment.params import ParamsError
from stages.grammar.contexts import PITCH, PLACE
from stages.grammar.windows import Lessons
from stages.improvisers import decoder
from stages.improvisers.attended import Attended
from stages.improvisers.decoder import BEHIND, Weights
from stages.improvisers.features import Events, before_features, behind_features, events_of
from stages.improvisers.memory import Memory, Symbols
from stages.improvisers.stopping import best_epoch

FILE = "weights.npz"
TOGETHER = 32               # solos whose features are made side by side


@dataclass(frozen=True)
class Params:
    """How to train.

    Args:
        width: d. layers, heads: of the Transformer. context: events that it looks back, and the length of a training example.
        epochs: in all; the learning rate falls to 0 along half a cosine. batch: examples a step.
        learning_rate, weight_decay: of AdamW (Loshchilov & Hutter 2019). dropout: of activations and outputs. feature_dropout: of single features.
        averaging: of the weights that are kept, an exponential moving average by step (Polyak & Juditsky 1992).
        patience: epochs without a better validation loss before training stops with the best weights; 0 runs all epochs and keeps the last.
        precision: float64 gives the same weights wherever it is trained; float32 is about twice as fast and gives them on the same machine only.
        seed: of weights, order and dropout.
    """

    width: Annotated[int, Ge(8), Le(4096)]
    layers: Annotated[int, Ge(1), Le(64)]
    heads: Annotated[int, Ge(1), Le(64)]
    context: Annotated[int, Ge(8), Le(8192)]
    epochs: Annotated[int, Ge(1), Le(100_000)]
    batch: Annotated[int, Ge(1), Le(4096)]
    learning_rate: Annotated[float, Gt(0), Le(1)]
    weight_decay: Annotated[float, Ge(0), Le(1)]
    dropout: Annotated[float, Ge(0), Lt(1)]
    feature_dropout: Annotated[float, Ge(0), Lt(1)]
    averaging: Annotated[float, Ge(0), Lt(1)]
    patience: Annotated[int, Ge(0)]
    precision: Literal["float32", "float64"]
    seed: Annotated[int, Ge(0)]


@dataclass
class State:
    """Of B takes: what they remember, and what the network keeps of their events so far. ``step`` and ``keep`` change it.

    Args:
        hidden: behind the last event, (B, d). inputs: of the last events, the latest last, (B, BEHIND - 1, d).
        before: the features of the event that is under way. rhythm: its number, None where that is what comes next. events: how many are complete.
    """

    memory: Memory
    attended: Attended
    hidden: np.ndarray
    inputs: np.ndarray
    before: dict[str, np.ndarray] | None = None
    rhythm: np.ndarray | None = None
    events: int = 0


class Transformer:
    """The trained network.

    Args:
        weights: float64 arrays, see ``first_weights.py``. alphabet: int32 (V, 4).
    """

    def __init__(self, weights: Weights, alphabet: np.ndarray):
        self._weights, self._alphabet, self._symbols = weights, alphabet, Symbols(alphabet)
        self._layers = sum("norm_1" in name for name in weights)
        self._heads, self._context = weights["0 distance"].shape

    def start(self, takes: int) -> State:
        """The state before the first event."""
        width = len(self._weights["bias"])
        attended = Attended(self._layers, takes, self._heads, self._context, width // self._heads)
        return State(Memory(self._symbols, takes), attended, np.zeros((takes, width)), np.zeros((takes, BEHIND - 1, width)))

    def keep(self, state: State, takes: np.ndarray) -> State:
        """The state without all but some of the takes, booleans (B,)."""
        state.memory.keep(takes)
        state.attended.keep(takes)
        state.hidden, state.inputs = state.hidden[takes], state.inputs[takes]
        state.before, state.rhythm = {name: array[takes] for name, array in state.before.items()}, None if state.rhythm is None else state.rhythm[takes]
        return state

    def step(self, state: State, symbols: np.ndarray, contexts: np.ndarray) -> tuple[np.ndarray, State]:
        """Log-probabilities (B, V) in nats of what follows the symbols (B,) at the places of ``contexts`` (B, F), and the state."""
        if state.rhythm is not None or state.before is None:                                    # a pitch stands before, or nothing
            if state.rhythm is not None:
                state.memory.push(state.rhythm, self._symbols.number[symbols], contexts[:, PITCH].astype(int), contexts[:, PLACE].astype(int))
                state.events += 1
            state.before, state.rhythm = before_features(state.memory, contexts), None
            return self._spread(decoder.rhythm_logits(self._weights, self._symbols, state.hidden, state.before), self._symbols.rhythms), state
        state.rhythm = self._symbols.number[symbols]
        event = state.before | behind_features(state.memory, contexts, state.rhythm)
        recent = np.concatenate([state.inputs, decoder.inputs(self._weights, event)[:, None]], axis=1)     # (B, BEHIND, d)
        state.inputs, x = recent[:, 1:], decoder.together(self._weights, recent[:, ::-1].reshape(len(recent), -1), recent[:, -1])
        state.attended.begin()
        turns = decoder.turns(np.full(len(x), state.events), event["clock"], x.shape[1] // self._heads)
        for layer in range(self._layers):
            x = self._step_layer(state, layer, x, turns)
        state.hidden = decoder.norm(x, self._weights["norm"])
        return self._spread(decoder.pitch_logits(self._weights, self._symbols, state.hidden, event), self._symbols.pitches), state

    def _step_layer(self, state: State, layer: int, x: np.ndarray, turns: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
        query, key, value = decoder.heads(self._weights, layer, x[:, None], (turns[0][:, None], turns[1][:, None]))
        keys, values = state.attended.see(layer, key[:, :, 0], value[:, :, 0])
        distances = np.arange(keys.shape[2])[::-1][None]
        return decoder.layer_end(self._weights, layer, x, decoder.attended(self._weights, layer, query, keys, values, distances)[:, 0])

    def log_probabilities(self, solos: Sequence[np.ndarray], contexts: Sequence[np.ndarray]) -> Iterator[np.ndarray]:
        """Of solos, each given as its T symbols and their contexts (T, F), one after the other: log-probabilities in nats of what stands at each place, rhythm and pitch in turn, given the
        symbols before it, float64 (T, V)."""
        pairs = list(zip(solos, contexts, strict=True))
        for first in range(0, len(pairs), TOGETHER):
            for events in events_of(self._symbols, pairs[first:first + TOGETHER]):
                hidden, fields = self._hidden(vars(events)), vars(events)
                before = np.concatenate([np.zeros_like(hidden[:1]), hidden[:-1]])
                found = np.empty((2 * len(hidden), len(self._alphabet)))
                found[::2] = self._spread(decoder.rhythm_logits(self._weights, self._symbols, before, fields), self._symbols.rhythms)
                found[1::2] = self._spread(decoder.pitch_logits(self._weights, self._symbols, hidden, fields), self._symbols.pitches)
                yield found

    def _hidden(self, events: dict[str, np.ndarray]) -> np.ndarray:
        """(n, d) of the n events of one solo; queries go in blocks, so that no array has n x n numbers."""
        inputs = decoder.inputs(self._weights, events)
        x = decoder.convolved(self._weights, inputs[None])                                             # (1, n, d)
        turns = tuple(turn[None] for turn in decoder.turns(np.arange(len(inputs)), events["clock"], inputs.shape[1] // self._heads))
        for layer in range(self._layers):
            query, key, value = decoder.heads(self._weights, layer, x, turns)
            blocks = []
            for first in range(0, len(inputs), self._context):
                end, start = min(first + self._context, len(inputs)), max(0, first - self._context + 1)
                distances = np.arange(first, end)[:, None] - np.arange(start, end)
                blocks.append(decoder.attended(self._weights, layer, query[:, :, first:end], key[:, :, start:end], value[:, :, start:end], distances))
            x = decoder.layer_end(self._weights, layer, x, np.concatenate(blocks, axis=1))
        return decoder.norm(x, self._weights["norm"])[0]

    def _spread(self, logits: np.ndarray, symbols: np.ndarray) -> np.ndarray:
        """Log-probabilities over the whole alphabet, -inf for what is of the other kind: (B, V)."""
        found = np.full((len(logits), len(self._alphabet)), -np.inf)
        found[:, symbols] = log_softmax(logits, axis=1)
        return found

    def write(self, folder: Path) -> None:
        """``weights.npz``: the arrays under their names, and the alphabet."""
        artifacts.write_arrays(folder / FILE, **self._weights, alphabet=self._alphabet)

    @classmethod
    def read(cls, folder: Path) -> "Transformer":
        """The inverse of ``write``."""
        with np.load(folder / FILE) as file:
            arrays = dict(file)
        alphabet = arrays.pop("alphabet")
        return cls(arrays, alphabet)


read = Transformer.read


def fit(lessons: Lessons, params: Params, report: Callable[[dict], None]) -> tuple[Transformer, list[dict]]:
    """Train on the training solos; imports TensorFlow.

    Returns:
        The model, and for each epoch its number (from 1), "loss" and "validation_loss" in nats a symbol; the first is met while the weights still move, dropout included, the second with
        the averaged weights, and None without validation solos.

    Raises:
        ParamsError: an alphabet without rhythms and pitches (the seed's), or a width that the heads cannot share.
    """
    if not lessons.alphabet.shape[1]:
        raise ParamsError("params.yaml: improvisers: expected parse.grammar: woodshed for the transformer, found seed; its values are not divided into rhythm and pitch")
    if params.width % (4 * params.heads):
        raise ParamsError(f"params.yaml: transformer.woodshed.width: expected a multiple of 4 x heads = {4 * params.heads}, found {params.width}")
    transformer_training = training(params.precision)
    symbols, generator = Symbols(lessons.alphabet), np.random.Generator(np.random.PCG64(params.seed))
    solos, held_out = (_events(symbols, solos, contexts) for solos, contexts in ((lessons.train, lessons.train_contexts), (lessons.validation, lessons.validation_contexts)))
    weights = transformer_training.initial_weights(symbols, params, generator)
    names, trained = list(weights), transformer_training.epochs(weights, symbols, solos, held_out, params, generator)
    best, losses = best_epoch(((tuple(weights.values()), *both) for weights, *both in trained), params.epochs, params.patience, report)
    return Transformer(dict(zip(names, best)), lessons.alphabet), losses


def training(precision: str) -> ModuleType:
    """``transformer_training``, with TensorFlow; for float32 with oneDNN's kernels, which differ by CPU and are faster."""
    if precision == "float32":
        os.environ["TF_ENABLE_ONEDNN_OPTS"] = "1"
    from stages.improvisers import transformer_training

    return transformer_training


def _events(symbols: Symbols, solos: Sequence[np.ndarray], contexts: Sequence[np.ndarray]) -> list[Events]:
    pairs = list(zip(solos, contexts, strict=True))
    order = sorted(range(len(pairs)), key=lambda place: len(pairs[place][0]))           # those of one length side by side, since each takes the room of the longest
    found: dict[int, Events] = {}
    for first in range(0, len(order), TOGETHER):
        places = order[first:first + TOGETHER]
        found |= zip(places, events_of(symbols, [pairs[place] for place in places]), strict=True)
    return [found[place] for place in range(len(pairs))]
