"""Takes as deepjazz lets them grow, on the piece that it learnt from."""

from fractions import Fraction

import numpy as np
import pytest

from stages.corpora import GRID, midi
from stages.grammar import GrammarError, seed
from stages.grammar.seed_chords import chord_sets
from stages.grammar.vocabulary import Vocabulary
from stages.improvisers.choosing import Choice, improvise
from stages.melody.solo import Note, Solo
from tests.grammar.test_seed import METHENY, Script

PARAMS = seed.Params(snippets=60, window=30, program="deepjazz", values=50)
FREELY = Choice(greedy=False, temperature=1.0, top_k=0, top_p=1.0)


class Listener:
    """An improviser that finds everything equally likely and remembers what it is told."""

    def __init__(self, many: int):
        self._many, self.told = many, []

    def start(self, takes: int) -> None:
        return None

    def step(self, state: None, symbols: np.ndarray, contexts: np.ndarray) -> tuple[np.ndarray, None]:
        self.told.append(symbols.copy())
        return np.zeros((len(symbols), self._many)), None

    def keep(self, state: None, takes: np.ndarray) -> None:
        return None


@pytest.fixture(scope="module")
def solo() -> Solo:
    return next(midi.read(METHENY, GRID, melody_part=5, chord_part=0, span=[476, 548], quantisation="seed"))


@pytest.fixture(scope="module")
def corpus(solo) -> list[str]:
    return [value for measure in seed.abstract(solo) for value in measure]


def grown(corpus: list[str], chart: Solo, number: int) -> tuple[list[str], list[str]]:
    """The values of a take, a bar before each measure, and all that the improviser was told for it."""
    vocabulary, generator = Vocabulary.of([corpus]), np.random.Generator(np.random.PCG64(number))
    listener = Listener(len(vocabulary))
    constraint = seed.constraint([chart], vocabulary, seed.habits([corpus]), (0, 127), PARAMS, None, [generator])
    (integers,), _ = improvise(listener, constraint, [generator], FREELY)
    return seed.tokens(vocabulary.decode(integers), PARAMS), vocabulary.decode(np.concatenate(listener.told)[1:])


def measures(take: list[str]) -> list[list[str]]:
    return [text.split() for text in " ".join(take).split("|")[1:]]


def length(values: list[str]) -> Fraction:
    return sum((Fraction(value.split(",")[1]) for value in values), Fraction(0))


@pytest.mark.parametrize("number", range(3))
def test_each_measure_begins_with_a_bare_note_and_ends_where_it_is_longer_than_four_and_a_tenth(corpus, solo, number):
    played = measures(grown(corpus, solo, number)[0])
    assert len(played) == 18
    for measure in played:
        assert measure[0].count(",") == 1 and measure[0][0] in "CS"
        assert length(measure) > Fraction("4.1") >= length(measure[:-1])


def test_before_each_measure_twenty_values_are_heard_that_stand_in_a_row_in_the_corpus_and_in_no_take(corpus, solo):
    take, told = grown(corpus, solo, 1)
    windows = {tuple(corpus[start:start + 20]) for start in range(193 - 20)}
    heard = []
    for measure in measures(take):
        heard.append(tuple(told[:20]))
        assert told[20:20 + len(measure)] == measure[:len(told) - 20]               # of the last one the improviser need not be told any more
        told = told[20 + len(measure):]
    assert set(heard) <= windows and len(set(heard)) > 9 and not told


def test_other_generators_give_other_takes_and_the_same_one_the_same(corpus, solo):
    assert grown(corpus, solo, 1) == grown(corpus, solo, 1) != grown(corpus, solo, 2)


def test_each_chord_set_gets_the_values_of_its_own_measure(solo, corpus):
    take, _ = grown(corpus, solo, 1)
    found, script, notes = seed.realize(take, solo.changes, Script(7)), Script(7), []
    for number, (measure, chords) in enumerate(zip(measures(take), chord_sets(solo.changes), strict=True)):
        notes += [Note(note.onset + 4 * number, note.duration, note.pitch) for note in seed.realize_measure(measure, chords, script)]
    assert list(found.notes) == sorted(notes, key=lambda note: note.onset)
    assert (found.tempo, found.changes.length) == (130, 72)


def test_a_corpus_of_one_window_is_too_small(solo):
    with pytest.raises(GrammarError, match="grammar.seed.program: deepjazz expects more than 20 values to learn from, found 20; add solos"):
        seed.constraint([solo], Vocabulary(("C,0.250",)), ["C,0.250"] * 20, (0, 127), PARAMS, None, [None])
