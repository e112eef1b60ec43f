"""An n-gram that hears the chords: rhythm, then whether it sounds, then the note, each given what a player knows at that moment.

A symbol is predicted by up to two back-off paths (``backoff.py``), of which the mean is taken: the mean of parallel back-off paths, as factored language models
have it (Bilmes & Kirchhoff 2003), for a melody depends on its own past and on the chord, and no one order of giving them up serves both. With W = ``order``,
"played" a rhythm together with whether it sounded, "contour" the direction and size of an interval (repeated, step, skip or leap, up or down, or a rest), the
conditions are, those that are given up last in front:

    rhythm      place in the bar, played 1;   place in the beat, played 1, ..., played W
    rest        rhythm chosen, played 1, place in the bar, played 2, ..., played W
    note        contour 1, ..., contour W;   family of the chord and its root relative to the pitch before, pitch symbol 1, ..., pitch symbol W

Everything in it is relative, so a solo and its transpositions have the same probability. Without ``place`` the places are left out and rhythm has one path; without
``chords`` the second path of a note is. With ``chords`` the probability of a note is moreover shared by the notes that are consistent with the chord and with the note
before (``grammar/alphabet.py``), in training and in back-off: an outcome that cannot be is no evidence. The others keep 1e-6 of the probability, for a chart may
leave none that is.

The paths, their order and the mean were chosen by nats a note on the validation tunes of data/woodshed and of the Weimar Jazz Database. There rest and note in one
distribution cost 0.18 and 0.24 more, chord and contour in one path, whatever the order, 0.07 and 0.06, and a third path wins less than 0.02.

Conventions: B takes, T symbols, V symbols in the alphabet, n places, F context columns (``grammar/contexts.py``). Nothing before the first symbol is -1.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Annotated

import numpy as np
from annotated_types import Ge, Le

from stages.experiment import artifacts
from stages.grammar.alphabet import KIND, PITCHED, RESTING, RHYTHM
from stages.grammar.contexts import PLACE, TICKS
from stages.grammar.windows import Lessons
from stages.improvisers import plain
from stages.improvisers.backoff import SMOOTHINGS, Backoff, Smoothing
from stages.improvisers.hearing import Heard, chord, consistent_notes, contours, hear, nothing_heard, then
from stages.improvisers.plain import FILE, Plain

FLOOR = 1e-6                                        # the share of the notes that are not consistent
STREAMS = ("rhythm", "rest", "note")


@dataclass(frozen=True)
class Params:
    """What it depends on.

    Args:
        order: how many symbols of its own stream before it, 0 to 16; of the seed grammar, values.
        smoothing: see ``backoff.py``.
        chords, place: whether it hears the chords and knows its place in the bar.
    """

    order: Annotated[int, Ge(0), Le(16)]
    smoothing: Smoothing
    chords: bool
    place: bool


@dataclass(frozen=True, eq=False)
class NGram:
    """Counts of what came with which conditions.

    Args:
        alphabet: what the V symbols mean, see ``grammar/alphabet.py``.
        paths: of each of STREAMS its back-off paths; their outcomes are the rhythms, note or rest, and the notes of the alphabet.
    """

    alphabet: np.ndarray
    params: Params
    paths: dict[str, tuple[Backoff, ...]]

    def start(self, takes: int) -> Heard:
        """The state before the first symbols of some takes."""
        return nothing_heard(takes, self.params.order)

    def step(self, state: Heard, symbols: np.ndarray, contexts: np.ndarray) -> tuple[np.ndarray, Heard]:
        """Log-probabilities (B, V) in nats of what follows the symbols (B,) (-1: nothing yet), and the next state. Behind a rhythm comes a pitch or rest, else a rhythm."""
        state = then(state, symbols, self.alphabet)
        pitched, found = (symbols >= 0) & (self.alphabet[symbols, KIND] == RHYTHM), np.zeros((len(symbols), len(self.alphabet)))
        for places, probabilities in ((pitched, self._pitches), (~pitched, self._rhythms)):
            if places.any():
                found[places] = probabilities(state.at(places), contexts[places])
        return _log(found), state

    def keep(self, state: Heard, takes: np.ndarray) -> Heard:
        """The state of some of the takes, booleans (B,)."""
        return state.at(takes)

    def log_probabilities(self, solos: Sequence[np.ndarray], contexts: Sequence[np.ndarray]) -> Iterator[np.ndarray]:
        """Of solos, each given as its T symbols and their contexts (T, F), one after the other: log-probabilities in nats of what stands at each place, given the symbols before it, float64 (T, V)."""
        for symbols, places in zip(solos, contexts, strict=True):
            found, heard = np.empty((len(symbols), len(self.alphabet))), hear(symbols, self.alphabet, self.params.order)
            found[::2] = self._rhythms(heard, places[::2])
            found[1::2] = self._pitches(heard.at(slice(len(symbols) // 2)), places[1::2])
            yield _log(found)

    def write(self, folder: Path) -> None:
        """``counts.npz``: the alphabet, the params, and of each path the rows that were counted and how often, in sorted order."""
        order, smoothing, *heard = astuple(self.params)
        arrays = {"alphabet": self.alphabet, "params": np.array([order, SMOOTHINGS.index(smoothing), *heard])}
        for stream, paths in self.paths.items():
            for number, path in enumerate(paths):
                arrays |= {f"{stream}_{number}_rows": path.rows, f"{stream}_{number}_counts": path.counts}
        artifacts.write_arrays(folder / FILE, **arrays)

    @classmethod
    def read(cls, folder: Path) -> "NGram":
        """The inverse of ``write``."""
        with np.load(folder / FILE) as file:
            order, smoothing, chords, place = file["params"].tolist()
            params, alphabet = Params(order, SMOOTHINGS[smoothing], bool(chords), bool(place)), file["alphabet"]
            numbers = {stream: sorted(name.removesuffix("_rows") for name in file if name.startswith(stream) and name.endswith("_rows")) for stream in STREAMS}
            paths = {stream: tuple(Backoff(file[f"{name}_rows"], file[f"{name}_counts"], outcomes, params.smoothing) for name in numbers[stream])
                     for stream, outcomes in zip(STREAMS, _outcomes(alphabet), strict=True)}
        return cls(alphabet, params, paths)

    def _rhythms(self, heard: Heard, contexts: np.ndarray) -> np.ndarray:
        """The distribution at n places of a rhythm, (n, V)."""
        found = np.zeros((len(contexts), len(self.alphabet)))
        found[:, self.alphabet[:, KIND] == RHYTHM] = self._mean("rhythm", heard, contexts)
        return found

    def _pitches(self, heard: Heard, contexts: np.ndarray) -> np.ndarray:
        """The distribution at n places of a pitch or rest, (n, V)."""
        kinds, found = self.alphabet[:, KIND], np.zeros((len(contexts), len(self.alphabet)))
        rests = self._mean("rest", heard, contexts, np.broadcast_to([True, bool((kinds == RESTING).any())], (len(contexts), 2)))
        found[:, kinds == RESTING] = rests[:, 1:]
        found[:, kinds == PITCHED] = rests[:, :1] * self._notes(heard, contexts)
        return found

    def _notes(self, heard: Heard, contexts: np.ndarray) -> np.ndarray:
        if not self.params.chords:
            return self._mean("note", heard, contexts)
        possible = consistent_notes(heard, contexts, self.alphabet)
        possible |= ~possible.any(axis=1, keepdims=True)
        return (1 - FLOOR) * self._mean("note", heard, contexts, possible) + FLOOR * self.paths["note"][0].marginal

    def _mean(self, stream: str, heard: Heard, contexts: np.ndarray, possible: np.ndarray | None = None) -> np.ndarray:
        found = [path.probabilities(rows, possible) for path, rows in zip(self.paths[stream], conditions(stream, heard, contexts, self.alphabet, self.params), strict=True)]
        return sum(found) / len(found)


def conditions(stream: str, heard: Heard, contexts: np.ndarray, alphabet: np.ndarray, params: Params) -> list[np.ndarray]:
    """The conditions of each path of a stream at n places, integers (n, K) each."""
    played, pitches, beat, bar = heard.played, heard.pitches, contexts[:, PLACE] % TICKS, contexts[:, PLACE]
    if stream == "rhythm":
        paths = [[bar, played[:, :1]], [beat, played]] if params.place else [[played]]
    elif stream == "rest":
        paths = [[heard.rhythm, played[:, :1], *([bar] if params.place else []), played[:, 1:]]]
    else:
        paths = [[contours(pitches, alphabet)], *([[chord(contexts), pitches]] if params.chords else [])]
    return [np.column_stack(path).astype(np.int32) for path in paths]


def read(folder: Path) -> NGram | Plain:
    """What ``fit`` made and ``write`` wrote."""
    with np.load(folder / FILE) as file:
        kind = NGram if "alphabet" in file else Plain
    return kind.read(folder)


def fit(lessons: Lessons, params: Params, report: Callable[[dict], None]) -> tuple[NGram | Plain, list[dict]]:
    """Count the training solos, in one epoch; the losses are nats a symbol, the validation loss None where no tune is kept for it. Of symbols without meaning it is ``plain.py``'s."""
    means = lessons.alphabet.shape[1] > 0
    model = count(lessons, params) if means else plain.count(lessons.train, len(lessons.alphabet), params.order, params.smoothing)
    return model, plain.losses(model, lessons, report)


def count(lessons: Lessons, params: Params) -> NGram:
    """Count the training solos."""
    alphabet, symbols, contexts = lessons.alphabet, np.concatenate(lessons.train), np.concatenate(lessons.train_contexts)
    solos = [hear(solo, alphabet, params.order) for solo in lessons.train]
    heard = Heard(*(np.concatenate([getattr(solo, field.name) for solo in solos]) for field in fields(Heard)))
    rhythms, pitches = symbols[::2], symbols[1::2]
    sounds = alphabet[pitches, KIND] == PITCHED
    taught = {
        "rhythm": (heard, contexts[::2], _numbers(alphabet, RHYTHM)[rhythms]),
        "rest": (heard, contexts[1::2], 1 - sounds),
        "note": (heard.at(sounds), contexts[1::2][sounds], _numbers(alphabet, PITCHED)[pitches[sounds]]),
    }
    paths = {}
    for (stream, (known, places, outcomes)), n_outcomes in zip(taught.items(), _outcomes(alphabet), strict=True):
        paths[stream] = tuple(Backoff.count(rows, outcomes, n_outcomes, params.smoothing) for rows in conditions(stream, known, places, alphabet, params))
    return NGram(alphabet, params, paths)


def _numbers(alphabet: np.ndarray, kind: int) -> np.ndarray:
    """The number of each symbol among those of a kind, (V,)."""
    return np.cumsum(alphabet[:, KIND] == kind) - 1


def _outcomes(alphabet: np.ndarray) -> tuple[int, int, int]:
    """How many outcomes each of STREAMS has."""
    return int((alphabet[:, KIND] == RHYTHM).sum()), 2, int((alphabet[:, KIND] == PITCHED).sum())


def _log(probabilities: np.ndarray) -> np.ndarray:
    """The logarithm, of 0 too: a rhythm is no pitch."""
    return np.log(probabilities, out=np.full(probabilities.shape, -np.inf), where=probabilities > 0)
