"""A jazz grammar learnt from solos.

Every window of every solo becomes a production; windows of a kind come into one cluster; which cluster follows which makes the grammar (``windowing.py``, ``abstraction.py``,
``features.py``, ``clustering.py``, ``chains.py``). The same solos give the same grammar, in any order and on any machine.

Source: Gillick, Tang & Keller, "Machine Learning of Jazz Grammars" (Computer Music Journal 34:3, 2010). Where the authors' program differs from it or is wrong (chains, weights, labels,
first centres), this does what the paper means; each module says what.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median_low
from typing import Annotated

import numpy as np
from annotated_types import Ge, Le

from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.abstraction import Production, production
from stages.jazzgrammar.chains import PRODUCTION, count_chains
from stages.jazzgrammar.clustering import clusters
from stages.jazzgrammar.durations import BEAT, write_duration
from stages.jazzgrammar.features import features, scaled
from stages.jazzgrammar.grammar import JazzGrammar, Rule
from stages.jazzgrammar.windowing import passes
from stages.melody.solo import Solo

PARAMETERS = {"min-interval": 0, "max-interval": 6, "leap-prob": 0.01, "rectify": "true", "chord-tone-weight": 0.7, "color-tone-weight": 0.2, "scale-tone-weight": 0.1}


@dataclass(frozen=True)
class Params:
    """How a grammar is learnt.

    Args:
        window: quarter notes. slide: from one pass to the next; as long as the window means a single pass.
        windows_per_cluster: how many different windows there are for each cluster.
        context: how many windows back the choice of the next one looks, 0 to 3.
        backoff: how readily that context is forgotten; 1: as in Witten & Bell, 0: only where nothing ever followed, as in the papers.
        representatives: how many productions of each cluster are kept, those nearest to its middle; 0: all.
        seed: of the clustering.
    """

    window: Annotated[int, Ge(1), Le(16)] = 4
    slide: Annotated[int, Ge(1), Le(16)] = 4
    windows_per_cluster: Annotated[int, Ge(1)] = 12
    context: Annotated[int, Ge(0), Le(3)] = 3
    backoff: Annotated[float, Ge(0), Le(1000)] = 1
    representatives: Annotated[int, Ge(0)] = 0
    seed: Annotated[int, Ge(0)] = 1


def learn(solos: Iterable[Solo], params: Params) -> JazzGrammar:
    """The grammar of some solos.

    Raises:
        JazzGrammarError: a slide beyond the window, no solo with a note that is as long as a window, or two notes of one sound at once.
    """
    if params.slide > params.window:
        raise JazzGrammarError(f"expected a slide of at most the window, {params.window} quarter notes, found {params.slide}")
    solos = list(solos)
    found = [[production(window) for window in windows] for solo in solos for windows in passes(solo, params.window, params.slide)]
    counts = Counter(made for windows in found for made in windows)
    if not any(solo.notes for solo in solos) or not counts:
        raise JazzGrammarError(f"expected at least one solo with a note and of {params.window} quarter notes, found none among {len(solos)}")
    productions = sorted(counts)                                      # so that their order in the corpus shows nowhere
    labels, apart = _clustered(productions, params)
    label_of = dict(zip(productions, labels.tolist()))
    chains = count_chains([[label_of[made] for made in windows] for windows in found], params.context, params.backoff)
    kept = _representatives(productions, labels, apart, params.representatives)
    found_rules = [Rule(f"{PRODUCTION}{label}", (), written(made), counts[made]) for made, label in kept]
    parameters = {**dict(zip(("min-pitch", "max-pitch"), compass(solos))), **PARAMETERS}
    return JazzGrammar("P", parameters, (*chains.rules(params.window * BEAT), *found_rules))


def compass(solos: Iterable[Solo]) -> tuple[int, int]:
    """The lowest and the highest note of the solo in the middle, as MIDI pitches: where half of the solos go deeper, and half higher."""
    pitches = [[note.pitch for note in solo.notes] for solo in solos if solo.notes]
    return median_low(map(min, pitches)), median_low(map(max, pitches))


def _clustered(productions: list[Production], params: Params) -> tuple[np.ndarray, np.ndarray]:
    """The cluster of each production and its distance from the middle of it."""
    rows = scaled(np.array([features(made) for made in productions]))
    if rows.shape[1] == 0:
        return np.zeros(len(productions), dtype=np.int64), np.zeros(len(productions))
    return clusters(rows, max(1, len(productions) // params.windows_per_cluster), params.seed)


def _representatives(productions: list[Production], labels: np.ndarray, apart: np.ndarray, number: int) -> list[tuple[Production, int]]:
    """(production, cluster), by cluster; the nearest ``number`` of each, or all."""
    order = np.lexsort((np.arange(len(productions)), apart, labels))
    place = np.arange(len(order)) - np.searchsorted(labels[order], labels[order])      # within the cluster, from 0
    return [(productions[index], int(labels[index])) for index in order[(place < number) | (number == 0)].tolist()]


def written(made: Production) -> tuple:
    """A production as the right side of a rule."""
    return tuple(("slope", slope.low, slope.high, *(f"{letter}{write_duration(slots)}" for letter, slots in slope.parts)) for slope in made)
