"""What a grammar learnt from data/woodshed plays over the charts of the project, and how much of a line its slopes keep."""

from pathlib import Path

import numpy as np
import pytest

from stages.corpora import read
from stages.corpora.charts import read_chart
from stages.jazzgrammar.abstraction import production
from stages.jazzgrammar.features import features
from stages.jazzgrammar.grammar import JazzGrammar, read_grammar, write_grammar
from stages.jazzgrammar.improvising import improvise
from stages.jazzgrammar.learning import PARAMETERS, Params, learn
from stages.jazzgrammar.realization import realize
from stages.jazzgrammar.settings import settings_of
from stages.jazzgrammar.sounding import Timeline
from stages.jazzgrammar.windowing import passes, whole
from stages.melody.categories import CHORD, COLOUR, static_category
from stages.melody.solo import Solo

CHARTS = sorted(Path("data/charts").glob("*.ls"))


@pytest.fixture(scope="module")
def woodshed() -> list[Solo]:
    return list(read(Path("data/woodshed")))


@pytest.fixture(scope="module")
def learnt(woodshed) -> JazzGrammar:
    return read_grammar(write_grammar(learn(woodshed, Params())))


def rows(solos) -> np.ndarray:
    return np.array([features(production(window)) for solo in solos for windows in passes(solo, 4, 4) for window in windows])


@pytest.mark.parametrize("chart", CHARTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", [1, 2])
def test_it_fills_every_chart_within_its_compass(learnt, chart, seed):
    changes = read_chart(chart).changes.times(2)
    solo = improvise(learnt, changes, np.random.default_rng(seed))
    gaps = [after - before for before, after in zip([0, *(note.end for note in solo.notes)], [*(note.onset for note in solo.notes), changes.length])]
    assert 0 <= min(gaps) and max(gaps) <= 8
    assert {note.pitch for note in solo.notes} <= set(range(learnt.parameters["min-pitch"], learnt.parameters["max-pitch"] + 1))
    assert 0.8 < len(solo.notes) / changes.length < 2.2             # the corpus has 1.6 notes a quarter
    inside = [static_category(note.pitch, changes.at(note.onset)) in (CHORD, COLOUR) for note in solo.notes]
    assert np.mean(inside) > 0.9                                   # rectified: the others lead a semitone on


def test_a_seed_is_a_solo(learnt):
    changes = read_chart(CHARTS[0]).changes
    first, again, other = (improvise(learnt, changes, np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert first == again != other


def test_what_it_plays_has_the_features_of_the_corpus(woodshed, learnt):
    played = rows(improvise(learnt, read_chart(chart).changes.times(4), np.random.default_rng(seed)) for chart in CHARTS for seed in range(6))
    corpus = rows(woodshed)
    assert (np.abs(played.mean(axis=0) - corpus.mean(axis=0)) < 0.35 * corpus.std(axis=0)).all()


def test_slopes_keep_the_contour(woodshed):
    """The slopes of solos get pitches again: nearly all steps go the way that they went, and most are as wide."""
    settings = settings_of({**PARAMETERS, "rectify": "false", "avoid-repeats": "false"}, (40, 100))
    meant, played = [], []
    for solo in woodshed:
        windows = whole(solo, 4)
        notes = realize([slope for window in windows for slope in production(window)], Timeline(solo.changes, settings), settings, np.random.default_rng(1))
        meant += np.diff([event.pitch for window in windows for event in window.events if event.pitch is not None]).tolist()
        played += np.diff([note.pitch for note in notes]).tolist()
    assert len(meant) == len(played) > 5000
    assert np.mean(np.sign(meant) == np.sign(played)) > 0.95
    assert np.mean(np.abs(np.subtract(meant, played)) <= 2) > 0.9
