"""N-grams of symbols alone, by hand, and the one that hears the chords: it learns what depends on them, and plays as it expects."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stages.corpora import read as read_corpus
from stages.grammar import woodshed
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import Lessons, Windows
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.improvisers import ngram, plain, trigram, unigram
from stages.improvisers.backoff import SMOOTHINGS
from stages.improvisers.ngram import Params
from stages.melody.quantize import Grid
from stages.melody.solo import Note, Solo

ABRACADABRA = np.array([0, 1, 4, 0, 2, 0, 3, 0, 1, 4, 0])     # a=0 b=1 c=2 d=3 r=4
NO_WINDOWS = Windows(*np.zeros((2, 0, 4), np.int32))
SHEETS = ("back-door", "ballad", "blues-c-minor")


def letters(*solos: np.ndarray, n_values: int = 5) -> Lessons:
    return Lessons(np.zeros((n_values, 0), np.int32), solos, (), (), tuple(np.zeros((len(solo), 0), np.int16) for solo in solos), (), (), NO_WINDOWS, NO_WINDOWS)


def fit(improviser, lessons: Lessons, params):
    return improviser.fit(lessons, params, lambda losses: None)[0]


def probabilities(model, *context: int) -> np.ndarray:
    state = model.start(2)
    for symbol in (-1, *context):
        found, state = model.step(state, np.array([symbol, -1]), None)
    return np.exp(found[0])


def lessons_of(solos: list[Solo]) -> tuple[Lessons, Vocabulary]:
    """All of them to train on."""
    tokens = [[token for bar in woodshed.measures(solo) for token in bar] for solo in solos]
    symbols = [woodshed.symbols(some) for some in tokens]
    vocabulary = Vocabulary.of(symbols)
    contexts = tuple(woodshed.contexts(some, solo) for some, solo in zip(tokens, solos, strict=True))
    return Lessons(woodshed.alphabet(vocabulary), tuple(map(vocabulary.encode, symbols)), (), (), contexts, (), (), NO_WINDOWS, NO_WINDOWS), vocabulary


def solo(chords: list[str], pitches: list[list[int]], durations: list[Fraction], transposed: int = 0) -> Solo:
    """A bar of four quarter notes a chord, with these pitches and durations in each."""
    notes = [Note(4 * bar + sum(durations[:place], Fraction(0)), durations[place], pitch + transposed) for bar, line in enumerate(pitches) for place, pitch in enumerate(line)]
    roots = {"C": 0, "F": 5}
    names = "C Db D Eb E F Gb G Ab A Bb B".split()
    changes = Changes(tuple((Fraction(4 * bar), parse_chord(names[(roots[chord[0]] + transposed) % 12] + chord[1:])) for bar, chord in enumerate(chords)), Fraction(4 * len(chords)))
    return Solo(tuple(notes), changes)


def major_or_minor(bars: int, seed: int, transposed: int = 0) -> Solo:
    """From C up to G over C6 and to Bb over Cm7, which the chord alone tells; both are tones of the scale of both."""
    chords = np.random.default_rng(seed).choice(["C6", "Cm7"], bars).tolist()
    return solo(chords, [[60, 67 if chord == "C6" else 63] for chord in chords], [Fraction(2), Fraction(2)], transposed)


@pytest.fixture(scope="module")
def sheets() -> Lessons:
    """Three sheets of the corpus."""
    return lessons_of([solo for sheet in SHEETS for solo in read_corpus(Path(f"data/woodshed/{sheet}.ls"), grid=Grid(24, Fraction(1, 4)))])[0]


def share(model, lessons: Lessons, places: slice) -> float:
    """The geometric mean of the probabilities of what was played at some places of the first solo."""
    (symbols, *_), (contexts, *_) = lessons.train, lessons.train_contexts
    return float(np.exp(next(model.log_probabilities([symbols], [contexts]))[np.arange(len(symbols)), symbols][places].mean()))


def test_unigram_by_hand():
    # 11 letters, 5 kinds: P(a) = (5 + 5 * 1/5) / (11 + 5) = 6/16, P(b) = (2 + 1) / 16, P(c) = (1 + 1) / 16.
    found = probabilities(fit(unigram, letters(ABRACADABRA), unigram.Params(0)))
    assert found == pytest.approx(np.array([6, 3, 2, 2, 3]) / 16)


def test_bigram_by_hand():
    # Behind a: b twice, c and d once. P(b | a) = (2 + 3 * 3/16) / (4 + 3), P(r | a) = 3 * 3/16 / 7.
    found = probabilities(fit(trigram, letters(ABRACADABRA), trigram.Params(1)), 0)
    assert found[1] == pytest.approx((2 + 9 / 16) / 7) and found[4] == pytest.approx(9 / 16 / 7)


def test_a_context_never_seen_says_what_the_shorter_one_says():
    one, two = (fit(trigram, letters(ABRACADABRA), trigram.Params(context)) for context in (1, 2))
    assert probabilities(two, 3, 2) == pytest.approx(probabilities(one, 2))


@settings(deadline=None)
@given(st.lists(st.integers(0, 4), min_size=1, max_size=30), st.integers(0, 3), st.lists(st.integers(0, 5), min_size=1, max_size=5), st.sampled_from(SMOOTHINGS))
def test_of_symbols_without_meaning_steps_are_the_likelihood_and_add_up_to_one(played, order, asked, smoothing):
    model = fit(ngram, letters(np.array(played), n_values=6), Params(order, smoothing, True, True))
    found = np.exp(next(model.log_probabilities([np.array(asked)], [None])))
    assert found == pytest.approx(np.array([probabilities(model, *asked[:place]) for place in range(len(asked))]))
    assert found.sum(axis=1) == pytest.approx(np.ones(len(asked))) and (found > 0).all()


def test_the_losses_are_nats_a_symbol():
    reported = []
    _, (losses,) = trigram.fit(letters(ABRACADABRA), trigram.Params(0), reported.append)
    # Five a, two b, two r, one c, one d, with the probabilities above.
    assert losses["loss"] == pytest.approx(-(5 * np.log(6 / 16) + 4 * np.log(3 / 16) + 2 * np.log(2 / 16)) / 11)
    assert losses["validation_loss"] is None and reported == [losses]


def test_chords_are_learnt_where_they_are_heard():
    lessons = lessons_of([major_or_minor(200, seed=1)])[0]
    deaf, hearing = (fit(ngram, lessons, Params(2, "kneser_ney", chords, True)) for chords in (False, True))
    second_note = slice(7, None, 4)                     # rhythm, C, rhythm, second note
    assert share(deaf, lessons, second_note) < 0.6 and share(hearing, lessons, second_note) > 0.7


def test_the_place_in_the_bar_is_learnt_where_it_is_known():
    # Half, quarter, quarter: behind one quarter note comes another one or a half note. One of two paths then is sure which, the other is not: (1 + 1/2) / 2.
    chords = ["C6"] * 50
    lessons = lessons_of([solo(chords, [[60, 64, 67]] * 50, [Fraction(2), Fraction(1), Fraction(1)])])[0]
    lost, placed = (fit(ngram, lessons, Params(1, "witten_bell", True, place)) for place in (False, True))
    assert share(lost, lessons, slice(10, None, 6)) < 0.6 and share(placed, lessons, slice(10, None, 6)) > 0.7


def test_a_transposed_solo_is_as_likely():
    lessons, _ = lessons_of([major_or_minor(20, seed=1), major_or_minor(20, seed=1, transposed=5)])
    model = fit(ngram, lessons, Params(2, "kneser_ney", True, True))
    one, other = (next(model.log_probabilities([symbols], [contexts])) for symbols, contexts in zip(lessons.train, lessons.train_contexts))
    assert one.tolist() == other.tolist()


def test_only_consistent_notes_share_in_the_probability():
    lessons, vocabulary = lessons_of([major_or_minor(20, seed=1), solo(["C6"] * 2, [[60, 61], [62, 66]], [Fraction(2), Fraction(2)])])
    symbols, contexts = lessons.train[0], lessons.train_contexts[0]
    consistent = woodshed.consistent(symbols, contexts, lessons.alphabet)
    found = np.exp(next(fit(ngram, lessons, Params(2, "kneser_ney", True, True)).log_probabilities([symbols], [contexts])))
    some = consistent[1::2].any(axis=1)
    assert some.any() and (found * ~consistent).sum(axis=1)[1::2][some].max() < 2e-6
    # To a pitch over no consistent note: every note of the alphabet remains possible.
    assert (found[1::2][:, [symbol[0] in "CLSXA" for symbol in vocabulary.symbols]] > 0).all()


@pytest.mark.parametrize("params", [Params(2, "kneser_ney", True, True), Params(0, "witten_bell", True, True), Params(3, "witten_bell", False, False)], ids=str)
def test_steps_are_the_likelihood_and_add_up_to_one(sheets, params):
    model = fit(ngram, sheets, params)
    length = min(map(len, sheets.train)) // 2 * 2 - 1                   # ends with a rhythm
    symbols = np.array([solo[:length] for solo in sheets.train])
    contexts = np.array([rows[:length] for rows in sheets.train_contexts])
    state, before, steps = model.start(len(symbols)), np.full(len(symbols), -1), []
    for place in range(length):
        found, state = model.step(state, before, contexts[:, place])
        before = symbols[:, place]
        steps.append(found)
    for solo, rows, found in zip(symbols, contexts, np.array(steps).transpose(1, 0, 2), strict=True):
        assert np.exp(next(model.log_probabilities([solo], [rows]))) == pytest.approx(np.exp(found))
    assert np.exp(steps).sum(axis=2) == pytest.approx(np.ones((length, len(symbols))))


@pytest.mark.parametrize("improviser, params", [(ngram, Params(2, "kneser_ney", True, False)), (trigram, trigram.Params(2))], ids=["ngram", "trigram"])
def test_what_is_written_comes_back_and_is_the_same_file(tmp_path, sheets, improviser, params):
    model = fit(improviser, sheets, params)
    model.write(tmp_path / "one")
    improviser.read(tmp_path / "one").write(tmp_path / "two")
    assert (tmp_path / "one/counts.npz").read_bytes() == (tmp_path / "two/counts.npz").read_bytes()
    symbols, contexts = sheets.train[0], sheets.train_contexts[0]
    assert next(improviser.read(tmp_path / "two").log_probabilities([symbols], [contexts])).tolist() == next(model.log_probabilities([symbols], [contexts])).tolist()


def test_values_without_meaning_come_back_too(tmp_path):
    model = fit(ngram, letters(ABRACADABRA), Params(2, "kneser_ney", True, True))
    model.write(tmp_path)
    assert isinstance(ngram.read(tmp_path), plain.Plain)
    assert next(ngram.read(tmp_path).log_probabilities([ABRACADABRA], [None])).tolist() == next(model.log_probabilities([ABRACADABRA], [None])).tolist()
