"""A jazz grammar learnt from solos.

Every window of every solo becomes a production; windows of a kind come into one cluster; which cluster follows which makes the grammar (``windowing.py``, ``abstraction.py``,
``features.py``, ``clustering.py``, ``chains.py``). The same solos give the same grammar on any machine, and, but for a faithful one, in any order.

Source: Gillick, Tang & Keller, "Machine Learning of Jazz Grammars" (Computer Music Journal 34:3, 2010), in the form of the authors' program, Impro-Visor. What is wrong in that
(weights of chains, dead ends, approach tones that lead nowhere) is put right; each module says what, and ``original.py`` has it as it is in the program.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from statistics import median_low
from typing import Annotated

import numpy as np
from annotated_types import Ge, Le

from stages.jazzgrammar import JazzGrammarError, original
from stages.jazzgrammar.abstraction import Production, production
from stages.jazzgrammar.chains import PRODUCTION, count_chains
from stages.jazzgrammar.clustering import clusters
from stages.jazzgrammar.durations import BEAT, write_duration
from stages.jazzgrammar.features import features, scaled
from stages.jazzgrammar.grammar import JazzGrammar, Rule
from stages.jazzgrammar.settings import OCTAVE
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
        backoff: how readily that context is forgotten; 1: as in Witten & Bell, 0: only where nothing ever followed.
        representatives: how many productions of each cluster are kept, those nearest to its middle; 0: all.
        seed: of the clustering.
        faithful: as in the program, mistakes included; ``backoff``, ``representatives`` and ``seed`` are then idle.
    """

    window: Annotated[int, Ge(1), Le(16)] = 4
    slide: Annotated[int, Ge(1), Le(16)] = 4
    windows_per_cluster: Annotated[int, Ge(1)] = 12
    context: Annotated[int, Ge(0), Le(3)] = 3
    backoff: Annotated[float, Ge(0), Le(1000)] = 1
    representatives: Annotated[int, Ge(0)] = 0
    seed: Annotated[int, Ge(0)] = 1
    faithful: bool = False


def learn(solos: Iterable[Solo], params: Params) -> JazzGrammar:
    """The grammar of some solos.

    Raises:
        JazzGrammarError: a slide beyond the window, no solo with a note that is as long as a window, or two notes of one sound at once; what ``original.rules`` raises.
    """
    if params.slide > params.window:
        raise JazzGrammarError(f"expected a slide of at most the window, {params.window} quarter notes, found {params.slide}")
    solos = list(solos)
    found = [[production(window, params.faithful) for window in windows] for solo in solos for windows in passes(solo, params.window, params.slide)]
    counts = Counter(made for windows in found for made in windows)
    if not any(solo.notes for solo in solos) or not counts:
        raise JazzGrammarError(f"expected at least one solo with a note and of {params.window} quarter notes, found none among {len(solos)}")
    parameters = {**dict(zip(("min-pitch", "max-pitch"), compass(solos))), **PARAMETERS}
    return JazzGrammar("P", parameters, tuple((_faithful if params.faithful else _corrected)(found, counts, params)))


def _corrected(found: list[list[Production]], counts: Counter, params: Params) -> list[Rule]:
    """The rules for the productions of each pass, which are counted."""
    productions = sorted(counts)                                      # so that their order in the corpus shows nowhere
    rows, k = _rows(productions, params)
    labels, apart = clusters(rows, k, params.seed) if rows.shape[1] else (np.zeros(len(rows), dtype=np.int64), np.zeros(len(rows)))
    chains = count_chains(_labelled(found, productions, labels), params.context, params.backoff)
    kept = _representatives(productions, labels, apart, params.representatives)
    return [*chains.rules(params.window * BEAT), *(Rule(f"{PRODUCTION}{label}", (), written(made), counts[made]) for made, label in kept)]


def _faithful(found: list[list[Production]], counts: Counter, params: Params) -> list[Rule]:
    """The same as in the program, where productions stand as they came."""
    productions = list(counts)
    labels = original.clusters(*_rows(productions, params))
    made = [(label, written(each), counts[each]) for label, each in zip(labels.tolist(), productions)]
    return original.rules(_labelled(found, productions, labels), params.context, params.window * BEAT, sorted(made, key=itemgetter(0)))


def _rows(productions: list[Production], params: Params) -> tuple[np.ndarray, int]:
    """Their features (N, D), and the number of clusters."""
    return scaled(np.array([features(made, params.faithful) for made in productions])), max(1, len(productions) // params.windows_per_cluster)


def _labelled(found: list[list[Production]], productions: list[Production], labels: np.ndarray) -> list[list[int]]:
    """The cluster of each window of each pass."""
    label_of = dict(zip(productions, labels.tolist()))
    return [[label_of[made] for made in windows] for windows in found]


def compass(solos: Iterable[Solo]) -> tuple[int, int]:
    """The lowest and the highest note of the solo in the middle, as MIDI pitches: half of the solos go deeper, and half higher. At least an octave, which a player needs."""
    pitches = [[note.pitch for note in solo.notes] for solo in solos if solo.notes]
    lowest, highest = median_low(map(min, pitches)), median_low(map(max, pitches))
    lowest = max(0, min(lowest, (lowest + highest - OCTAVE) // 2, 127 - OCTAVE))
    return lowest, max(highest, lowest + OCTAVE)


def _representatives(productions: list[Production], labels: np.ndarray, apart: np.ndarray, number: int) -> list[tuple[Production, int]]:
    """(production, cluster), by cluster; the nearest ``number`` of each, or all."""
    order = np.lexsort((np.arange(len(productions)), apart, labels))
    place = np.arange(len(order)) - np.searchsorted(labels[order], labels[order])      # within the cluster, from 0
    return [(productions[index], int(labels[index])) for index in order[(place < number) | (number == 0)].tolist()]


def written(made: Production) -> tuple:
    """A production as the right side of a rule."""
    return tuple(("slope", slope.low, slope.high, *(f"{letter}{write_duration(slots)}" for letter, slots in slope.parts)) for slope in made)
