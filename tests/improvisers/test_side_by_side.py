"""Takes side by side, by every improviser that plays symbol by symbol: the shorter ones leave, the others go on as if they had been alone, and all keep to what is asked for."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from stages.grammar.alphabet import alphabet
from stages.grammar.filling import Filling
from stages.grammar.limits import Limited, Limits
from stages.grammar.realize import realize
from stages.grammar.tokens import unspell
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import Lessons, Windows
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.improvisers import deepjazz, djmodel, ngram, plain
from stages.improvisers.choosing import Choice, improvise
from stages.improvisers.first_weights import initial_weights
from stages.improvisers.memory import Symbols
from stages.improvisers.transformer import Params, Transformer
from stages.melody.solo import Note, Solo

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


NAMES = ["trigram", "ngram", "djmodel", "deepjazz", "transformer"]


@pytest.mark.parametrize("name", NAMES)
def test_takes_go_on_without_those_that_are_complete(name, monkeypatch):
    improviser, rows = model(name), []
    step = type(improviser).step
    monkeypatch.setattr(type(improviser), "step", lambda self, state, symbols, contexts: rows.append(len(symbols)) or step(self, state, symbols, contexts))
    together = play(improviser, 0, 1, 2, 3)
    assert list(dict.fromkeys(rows)) == [4, 3, 2, 1]            # the longest is alone in the end
    assert together == [play(improviser, take)[0] for take in range(4)]
    assert len({tuple(take[:8]) for take in together}) == 4


@pytest.mark.parametrize("choice", [Choice(False, 1.5, 0, 1.0), Choice(False, 1.0, 3, 0.9), Choice(True, 1.0, 0, 1.0)], ids=["hot", "likely", "greedy"])
@pytest.mark.parametrize("name", NAMES)
def test_what_is_asked_for_is_kept_whoever_plays(name, choice):
    """Chord tones on beats 1 and 3, no pitch twice in a row, Bb3 to Bb4, and c e to begin with; every chart full to the beat."""
    opening = Solo((Note(Fraction(0), Fraction(1), 60), Note(Fraction(1), Fraction(1), 64)), chart(4).changes)
    limits, over, within = Limits((1, 3), 1, 0, 1, opening), [chart(quarters) for quarters in QUARTERS], (58, 70)
    takes, _ = improvise(model(name), Limited(over, VOCABULARY, PLACED, within, limits), [np.random.default_rng(take) for take in range(4)], choice)
    for take, place in zip(takes, over):
        tokens = unspell([VOCABULARY.symbols[symbol] for symbol in take])
        solo = realize(tokens, place.changes, within)
        pitches = [note.pitch for note in solo.notes]
        assert sum(token.duration for token in tokens) == place.changes.length
        assert pitches[:2] == [60, 64] and 58 <= min(pitches) and max(pitches) <= 70 and all(after != before for before, after in pairwise(pitches))
        assert all(note.pitch % 12 in place.changes.at(note.onset).tones for note in solo.notes[2:] if note.onset % 4 in (0, 2))
