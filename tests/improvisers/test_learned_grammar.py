"""A learnt grammar as an improviser: as it should be, and as the authors' program has it."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from stages.corpora import read
from stages.corpora.charts import read_chart
from stages.improvisers import learned_grammar
from stages.improvisers.learned_grammar import Params, fit


@pytest.fixture(scope="module")
def lessons() -> SimpleNamespace:
    solos = list(read(Path("data/woodshed")))
    parts = {"train": solos[:12], "validation": solos[12:14]}
    return SimpleNamespace(solos=parts.__getitem__, train=[np.zeros(2 * len(solo.notes)) for solo in parts["train"]], validation=[np.zeros(2 * len(solo.notes)) for solo in parts["validation"]])


@pytest.mark.parametrize("faithful", [False, True])
def test_it_plays_and_judges_the_same_once_it_was_written_and_read(lessons, tmp_path, faithful):
    reported = []
    model, losses = fit(lessons, Params(context=1, faithful=faithful), reported.append)
    model.write(tmp_path)
    again, chart = learned_grammar.read(tmp_path), read_chart(Path("data/charts/blues.ls"))
    played, replayed = (improviser.play(chart, np.random.default_rng(1), (55, 79)) for improviser in (model, again))
    assert played == replayed and len(played.notes) > 30
    assert model.nats(played) == again.nats(played) and reported == losses
    if faithful:                                        # what its grammar makes of a solo is not defined
        assert again.nats(played) is None and losses == [{"epoch": 1, "loss": None, "validation_loss": None}]
    else:
        assert 0.5 < losses[0]["loss"] < losses[0]["validation_loss"] < 4 and min(again.nats(played)) > 0


def test_a_faithful_one_is_another_grammar(lessons):
    chart = read_chart(Path("data/charts/blues.ls"))
    takes = [fit(lessons, Params(faithful=faithful), lambda losses: None)[0].play(chart, np.random.default_rng(1), (55, 79)) for faithful in (False, True)]
    assert takes[0] != takes[1]
