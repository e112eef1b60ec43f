"""Takes side by side: the shorter ones leave, and the others go on as if they had been alone."""

from fractions import Fraction

import numpy as np
import pytest

from stages.grammar.alphabet import alphabet
from stages.grammar.filling import Filling
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import Lessons, Windows
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.improvisers import deepjazz, djmodel, ngram, plain
from stages.improvisers.choosing import Choice, improvise
from stages.improvisers.first_weights import initial_weights
from stages.improvisers.memory import Symbols
from stages.improvisers.transformer import Params, Transformer
from stages.melody.solo import Solo

VOCABULARY = Vocabulary(tuple(sorted(["1", "1/2", "R", *(f"{category}{interval:+d}" for category in "CLSX" for interval in range(-5, 6))])))
MEANINGS = alphabet(VOCABULARY)
PLACED = frozenset((Fraction(place, 2), Fraction(duration, 2)) for place in (0, 1) for duration in (1, 2))
TRANSFORMER = Params(width=16, layers=2, heads=2, context=8, epochs=1, batch=1, learning_rate=0.01, weight_decay=0.0, dropout=0.0, feature_dropout=0.0, averaging=0.0, patience=0,
                     precision="float64", seed=1)
QUARTERS = (4, 24, 8, 16)


def chart(quarters: int) -> Solo:
    return Solo((), Changes(((Fraction(0), parse_chord("C7")), (Fraction(quarters, 2), parse_chord("Fm7"))), Fraction(quarters)))


def model(name: str):
    """Weights by chance, large enough that something is more likely than something else."""
    dice, many, windows = np.random.default_rng(1), len(MEANINGS), Windows(np.zeros((0, 4), np.int32), np.zeros((0, 4), np.int32))
    if name == "transformer":
        return Transformer({key: array * (10 if "_out" in key else 1) for key, array in initial_weights(Symbols(MEANINGS), TRANSFORMER, dice).items()}, MEANINGS)
    if name == "djmodel":
        return djmodel.DJModel(*(4 * array for array in djmodel.initial_weights(many, 8, dice)))
    if name == "deepjazz":
        return deepjazz.DeepJazz(*(4 * array for array in deepjazz.initial_weights(many, 8, dice)), np.array(5))
    rhythms, pitches = np.flatnonzero(MEANINGS[:, 0] == 0), np.flatnonzero(MEANINGS[:, 0] != 0)
    solo = np.stack([dice.choice(rhythms, 100), dice.choice(pitches, 100)], axis=1).ravel().astype(np.int32)
    if name == "trigram":
        return plain.count((solo,), many, 2, "witten_bell")
    contexts = Filling([chart(200)], VOCABULARY, PLACED, (50, 80)).contexts().repeat(200, axis=0)
    return ngram.fit(Lessons(MEANINGS, (solo,), (), (), (contexts,), (), (), windows, windows), ngram.Params(2, "kneser_ney", True, True), lambda losses: None)[0]


def play(improviser, *takes: int) -> list[list[int]]:
    constraint = Filling([chart(QUARTERS[take]) for take in takes], VOCABULARY, PLACED, (50, 80))
    return improvise(improviser, constraint, [np.random.default_rng(take) for take in takes], Choice(False, 1.0, 0, 1.0))[0]


@pytest.mark.parametrize("name", ["trigram", "ngram", "djmodel", "deepjazz", "transformer"])
def test_takes_go_on_without_those_that_are_complete(name, monkeypatch):
    improviser, rows = model(name), []
    step = type(improviser).step
    monkeypatch.setattr(type(improviser), "step", lambda self, state, symbols, contexts: rows.append(len(symbols)) or step(self, state, symbols, contexts))
    together = play(improviser, 0, 1, 2, 3)
    assert list(dict.fromkeys(rows)) == [4, 3, 2, 1]            # the longest is alone in the end
    assert together == [play(improviser, take)[0] for take in range(4)]
    assert len({tuple(take[:8]) for take in together}) == 4
