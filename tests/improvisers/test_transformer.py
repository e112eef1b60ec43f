"""Our Transformer: the same in NumPy and TensorFlow, one event at a time and all at once, and what it hears."""

from fractions import Fraction

import numpy as np
import pytest

from stages.experiment.params import ParamsError
from stages.grammar import woodshed
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import Lessons, Windows
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.improvisers import transformer
from stages.improvisers.features import events_of
from stages.improvisers.first_weights import initial_weights
from stages.improvisers.memory import NEAR, NO_DEGREE, Symbols
from stages.improvisers.transformer import Params, Transformer
from stages.melody.solo import Note, Solo
from tests.improvisers.processes import complaints, python

SMALL = {"width": 16, "layers": 2, "heads": 2, "context": 16, "epochs": 2, "batch": 4, "learning_rate": 0.01, "weight_decay": 0.01, "dropout": 0.1, "feature_dropout": 0.1,
         "averaging": 0.9, "patience": 0, "precision": "float64", "seed": 1}
ROOTS = "C Db D Eb E F F# G Ab A Bb B".split()


def solo(seed: int, bars: int = 6, up: int = 0) -> Solo:
    """Random quavers, crotchets and rests over random sevenths."""
    dice, notes, clock, pitch = np.random.default_rng(seed), [], Fraction(0), 64
    while clock < 4 * bars:
        duration = Fraction(int(dice.integers(1, 3)), 2)
        pitch = int(np.clip(pitch + dice.integers(-5, 6), 50, 80))
        if dice.random() < 0.8:
            notes.append(Note(clock, min(duration, 4 * bars - clock), pitch + up))
        clock += duration
    chords = tuple((Fraction(4 * bar), parse_chord(ROOTS[(int(root) + up) % 12] + "7")) for bar, root in enumerate(dice.integers(0, 12, bars)))
    return Solo(tuple(notes), Changes(chords, Fraction(4 * bars)), tempo=140.0)


def echo(seed: int, bars: int = 8) -> Solo:
    """One crotchet a beat, always the root of the chord in the octave from middle C: only who hears the chord can know."""
    roots = np.random.default_rng(seed).integers(0, 12, bars)
    notes = tuple(Note(Fraction(4 * bar + beat), Fraction(1), 60 + int(root)) for bar, root in enumerate(roots) for beat in range(4))
    return Solo(notes, Changes(tuple((Fraction(4 * bar), parse_chord(ROOTS[root])) for bar, root in enumerate(roots)), Fraction(4 * bars)))


def lessons(train: list[Solo], validation: list[Solo] = ()) -> Lessons:
    tokens = {part: [[token for bar in woodshed.measures(solo) for token in bar] for solo in solos] for part, solos in (("train", train), ("validation", validation))}
    vocabulary = Vocabulary.of(woodshed.symbols(row) for rows in tokens.values() for row in rows)
    integers = {part: tuple(vocabulary.encode(woodshed.symbols(row)) for row in rows) for part, rows in tokens.items()}
    contexts = {part: tuple(woodshed.contexts(row, solo) for row, solo in zip(tokens[part], solos)) for part, solos in (("train", train), ("validation", validation))}
    nothing = Windows(np.zeros((0, 4), np.int32), np.zeros((0, 4), np.int32))
    return Lessons(woodshed.alphabet(vocabulary), integers["train"], integers["validation"], (), contexts["train"], contexts["validation"], (), nothing, nothing)


def fit(given: Lessons, report=lambda losses: None, **params) -> tuple[Transformer, list[dict]]:
    return transformer.fit(given, Params(**{**SMALL, **params}), report)


@pytest.fixture(scope="module")
def given() -> Lessons:
    return lessons([solo(seed) for seed in range(5)], [solo(7)])


@pytest.fixture(scope="module")
def model(given) -> Transformer:
    """Random weights, outputs included: training would take longer and show less."""
    weights = initial_weights(Symbols(given.alphabet), Params(**SMALL), np.random.Generator(np.random.PCG64(3)))
    return Transformer({name: array * (10 if "_out" in name else 1) for name, array in weights.items()}, given.alphabet)


def stepped(model: Transformer, solos: list[np.ndarray], contexts: list[np.ndarray], length: int) -> np.ndarray:
    """What the steps say of the first symbols of solos played side by side: (solos, length, V)."""
    state, before, rows = model.start(len(solos)), np.full(len(solos), -1), []
    for place in range(length):
        found, state = model.step(state, before, np.array([row[place] for row in contexts]))
        rows.append(found)
        before = np.array([row[place] for row in solos])
    return np.stack(rows, axis=1)


def test_a_whole_solo_is_what_the_steps_of_many_takes_say(model, given, monkeypatch):
    monkeypatch.setattr(transformer, "TOGETHER", 2)
    length = min(map(len, given.train)) // 2 * 2
    assert length > 2 * SMALL["context"]                            # so that the first events are forgotten
    found = stepped(model, given.train, given.train_contexts, length)
    for steps, whole, symbols in zip(found, model.log_probabilities(given.train, given.train_contexts), given.train, strict=True):
        assert len(whole) == len(symbols)
        np.testing.assert_allclose(steps, whole[:length], rtol=0, atol=1e-12)


def test_rhythms_and_pitches_take_turns_and_sum_to_one(model, given):
    found = np.exp(next(model.log_probabilities([given.train[0]], [given.train_contexts[0]])))
    assert found.sum(axis=1) == pytest.approx(np.ones(len(found)))
    pitched = given.alphabet[:, 0] != 0
    assert (found[::2, pitched] == 0).all() and (found[1::2, ~pitched] == 0).all()


def test_nothing_is_known_of_what_comes_later(model, given):
    symbols, contexts = given.train[0].copy(), given.train_contexts[0].copy()
    before = next(model.log_probabilities([symbols], [contexts]))
    rhythms = np.flatnonzero(given.alphabet[:, 0] == 0)
    symbols[20], symbols[21] = rhythms[rhythms != symbols[20]][0], given.train[1][1]        # another event, and with it all that follows
    contexts[22:] = contexts[2:len(contexts) - 20]
    after = next(model.log_probabilities([symbols], [contexts]))
    assert (after[:21] == before[:21]).all() and (after[21] != before[21]).any() and (after[22] != before[22]).any()


def test_numpy_and_tensorflow_have_one_network(given):
    from stages.improvisers.transformer_training import Network

    params = Params(**{**SMALL, "context": 64})
    weights = initial_weights(Symbols(given.alphabet), params, np.random.Generator(np.random.PCG64(3)))
    weights = {name: array * (10 if "_out" in name else 1) + 0.1 * ("_known" in name) for name, array in weights.items()}
    network, model = Network(weights, Symbols(given.alphabet), params), Transformer(weights, given.alphabet)
    for symbols, contexts in zip(given.train, given.train_contexts):
        expected = -next(model.log_probabilities([symbols], [contexts]))[np.arange(len(symbols)), symbols].sum()
        assert float(network.loss(network.batch(events_of(Symbols(given.alphabet), [(symbols, contexts)]), 1))) == pytest.approx(expected, rel=1e-10)


def test_a_hidden_feature_is_hidden_all_along_an_example():
    from stages.improvisers.attention import Dropout
    from stages.improvisers.repeatable import tf

    hide = Dropout(tf.constant(1), Params(**{**SMALL, "feature_dropout": 0.5}))
    found = hide.features(tf.ones((40, 3, 5), tf.float64), (2, 3)).numpy()              # two features, of which one takes two numbers and one three
    assert (found == found[:, :1]).all() and (found[:, :, :2] == found[:, :, [0]]).all() and (found[:, :, 2:] == found[:, :, [2]]).all()
    assert set(found[:, 0, 0]) == set(found[:, 0, 2]) == {0.0, 2.0}                    # doubled where it is not hidden, so that the mean stays
    assert (found[:, 0, 0] != found[:, 0, 2]).any()


def test_the_key_shows_in_the_register_only():
    low, high = (events_of(Symbols(given.alphabet), [(given.train[0], given.train_contexts[0])])[0] for given in (lessons([solo(1)]), lessons([solo(1, up=5)])))
    register, above_66 = 4, 3
    for name, array in vars(low).items():
        other = getattr(high, name)
        if name == "before":
            array, other = np.delete(array, register, axis=1), np.delete(other, register, axis=1)
        if name == "before_reals":
            array, other = np.delete(array, above_66, axis=1), np.delete(other, above_66, axis=1)
        assert name == "last" or (array == other).all(), name


def test_features_of_an_event_by_hand():
    # C7 for a bar: rest 1, E4 1, G4 1/2, then Bb4 over F7 on the fourth beat and a half.
    chords = ((Fraction(0), parse_chord("C7")), (Fraction(3), parse_chord("F7")))
    given = lessons([Solo((Note(Fraction(1), Fraction(1), 64), Note(Fraction(2), Fraction(1, 2), 67), Note(Fraction(7, 2), Fraction(1, 2), 70)), Changes(chords, Fraction(4)))])
    (events,) = events_of(Symbols(given.alphabet), [(given.train[0], given.train_contexts[0])])
    assert events.roots[:, 0].tolist() == [0, 0, 4, 7, 2] and events.clock.tolist() == [960, 1920, 2400, 3360, 3840]     # rest, E, G, rest, Bb: the pitch before is C, C, E, G, G
    assert events.wait.tolist() == [2880, 1920, 960, 480, 480] and events.place.tolist() == [0, 960, 1920, 2400, 3360]
    assert np.flatnonzero(events.own[2, 0]).tolist() == [0, 3, 6, 8]               # E G Bb C, from E
    assert events.near[3, NEAR] == 1 and events.near[3, NEAR - 3] == pytest.approx(0.8)   # G, and E before it


def test_echoes_are_of_what_began_half_a_bar_and_a_bar_before():
    notes = [(0, 1), (1, 1), (2, 2), (4, 4), (8, 2), (10, 6)]                    # onsets and durations in quavers, two bars
    given = lessons([Solo(tuple(Note(Fraction(at, 2), Fraction(long, 2), 60) for at, long in notes), Changes(((Fraction(0), parse_chord("C7")),), Fraction(8)))])
    (events,) = events_of(Symbols(given.alphabet), [(given.train[0], given.train_contexts[0])])
    durations = Symbols(given.alphabet).durations // 480

    def echoed(event: int) -> list[list[int]]:
        return [sorted(durations[row == 1].tolist()) for row in events.echoes[event]]

    assert echoed(4) == [[], [1, 2, 4], [], []]         # from the second bar on 1, 2 and 4 quavers lead where a bar ago something began
    assert echoed(5) == [[2], [2, 6], [6], []]          # two more: half a bar after the bar line, a bar after the minim; six: a bar after the bar line, two after the start


def test_a_lick_is_known_again_over_another_chord():
    roots = ("C7", "F7", "NC", "G7")                                              # each a bar: root, third, fifth, seventh; where there is no chord, the same from C
    chords = tuple((Fraction(4 * bar), parse_chord(root)) for bar, root in enumerate(roots))
    pitches = [root + step for root in (60, 65, 60, 55) for step in (0, 4, 7, 10)]
    given = lessons([Solo(tuple(Note(Fraction(at), Fraction(1), pitch) for at, pitch in enumerate(pitches)), Changes(chords, Fraction(16)))])
    (events,) = events_of(Symbols(given.alphabet), [(given.train[0], given.train_contexts[0])])
    expected = events.degree_cache.argmax(axis=2)                                # by the whole past, and by what was played over this family of chords
    assert expected[5:8].tolist() == [[4, 4], [7, 7], [10, 10]]                   # from the root of F7 on as before
    assert expected[13:16].tolist() == [[4, 4], [7, 7], [10, 10]]                 # and over G7, whatever stood between
    assert expected[10:12, 0].tolist() == [NO_DEGREE] * 2                         # without a chord there are no degrees, and after one such note more are expected


def test_it_hears_the_chords():
    given = lessons([echo(seed) for seed in range(24)], [echo(99)])
    model, losses = fit(given, width=32, epochs=30, learning_rate=0.01, dropout=0.0, feature_dropout=0.0)
    symbols, contexts = given.validation[0], given.validation_contexts[0]
    nats = -next(model.log_probabilities([symbols], [contexts]))[np.arange(len(symbols)), symbols][1::2]
    assert nats[8::4].mean() < 0.35                                  # on the first beat, where the root is one of twelve: 2.5 nats
    assert losses[-1]["validation_loss"] < losses[0]["validation_loss"]


def test_the_validation_loss_is_that_of_the_written_weights(given):
    model, losses = fit(given, context=64)
    symbols, contexts = given.validation[0], given.validation_contexts[0]
    assert losses[-1]["validation_loss"] == pytest.approx(-next(model.log_probabilities([symbols], [contexts]))[np.arange(len(symbols)), symbols].mean(), abs=1e-5)


def test_an_early_stop_returns_the_best_epoch(given):
    model, losses = fit(given, epochs=60, learning_rate=0.05, patience=3)
    found = [epoch["validation_loss"] for epoch in losses]
    assert len(losses) == int(np.argmin(found)) + 1 + 3 < 60


def test_a_model_read_back_is_the_same_and_written_again_has_the_same_bytes(model, given, tmp_path):
    model.write(tmp_path / "a")
    again = transformer.read(tmp_path / "a")
    again.write(tmp_path / "b")
    assert (tmp_path / "a/weights.npz").read_bytes() == (tmp_path / "b/weights.npz").read_bytes()
    assert (next(again.log_probabilities([given.train[0]], [given.train_contexts[0]])) == next(model.log_probabilities([given.train[0]], [given.train_contexts[0]]))).all()


def test_threads_and_onednn_do_not_change_the_weights_file(tmp_path):
    code = """
from pathlib import Path
from tests.improvisers.test_transformer import fit, lessons, solo
fit(lessons([solo(seed) for seed in range(5)], [solo(7)]), epochs=6)[0].write(Path({folder!r}))
"""
    started = """
import tensorflow as tf
tf.config.threading.set_intra_op_parallelism_threads(2)
tf.config.threading.set_inter_op_parallelism_threads(2)
tf.constant([[1.0]]) @ [[1.0]]
"""
    runs = [(code.format(folder=str(tmp_path / "1")), {}), (started + code.format(folder=str(tmp_path / "2")), {"TF_ENABLE_ONEDNN_OPTS": "1"})]
    assert complaints(*(python(text, **settings) for text, settings in runs)) == []
    assert (tmp_path / "1/weights.npz").read_bytes() == (tmp_path / "2/weights.npz").read_bytes()


def test_what_it_cannot_learn_is_refused_in_one_line(given):
    with pytest.raises(ParamsError, match="expected parse.grammar: woodshed for the transformer, found seed"):
        fit(Lessons(np.zeros((5, 0), np.int32), *[()] * 6, given.windows, given.windows))
    with pytest.raises(ParamsError, match="transformer.woodshed.width: expected a multiple of 4 x heads = 12, found 16"):
        fit(given, heads=3)
