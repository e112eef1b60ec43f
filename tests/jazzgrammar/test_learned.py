"""A learnt grammar as a probability: all windows together have 1, the player plays what it expects, and what was learnt is expected."""

from collections import Counter
from fractions import Fraction
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from stages.corpora import read
from stages.corpora.charts import read_chart
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.jazzgrammar.abstraction import production
from stages.jazzgrammar.expansion import expand
from stages.jazzgrammar.fallback import Fallback
from stages.jazzgrammar.grammar import JazzGrammar, read_grammar, write_grammar
from stages.jazzgrammar.improvising import improvise
from stages.jazzgrammar.learned import LearnedGrammar
from stages.jazzgrammar.learning import Params, learn, written
from stages.jazzgrammar.likelihood import log_likelihood
from stages.jazzgrammar.lines import ALL_PITCHES, Lines
from stages.jazzgrammar.realization import realize
from stages.jazzgrammar.settings import settings_of
from stages.jazzgrammar.sounding import Timeline
from stages.jazzgrammar.terminals import parse_terminal
from stages.jazzgrammar.windowing import Event, Window, whole
from stages.melody.solo import Note, Solo

C7 = Changes(((Fraction(0), parse_chord("C7")),), Fraction(4))

# Windows of 4 slots (a slot is 480): cluster 0 has two productions, cluster 1 one.
TOY = """
(parameter (min-pitch 54)) (parameter (max-pitch 84))
(rule (P Y) ((START (/ Y 4))) 1)
(rule (START Z) ((Cluster0 Z)) 3) (rule (START Z) ((Cluster1 Z)) 1)
(rule (Cluster0 Z) (Q0 (Cluster1 (- Z 1))) 2) (rule (Cluster0 Z) (Q0 (START (- Z 1))) 1)
(rule (Cluster1 Z) (Q1 (Cluster0 (- Z 1))) 1) (rule (Cluster1 Z) (Q1 (START (- Z 1))) 1)
(rule (Q0) ((slope 0 0 C240) (slope 1 4 L240)) 2)
(rule (Q0) ((slope -3 -1 A240 C240)) 1)
(rule (Q1) ((slope 5 7 R240 X240)) 1)
"""


def window(*events, before=60) -> Window:
    """Each event (slots, pitch or None), over C7."""
    return Window(tuple(Event(slots, pitch, C7.at(Fraction(0))) for slots, pitch in events), before, None)


@pytest.fixture(scope="module")
def toy() -> LearnedGrammar:
    trained = [[window((2, 60), (2, 62)), window((2, None), (2, 67), before=62), window((1, 67), (3, 66), before=67)]]
    return LearnedGrammar(read_grammar(TOY), Fallback.fit(trained, 4, (0, 1)))


@pytest.fixture(scope="module")
def timeline(toy) -> Timeline:
    return Timeline(C7, settings_of(toy.grammar.parameters, ALL_PITCHES))


def rhythms(slots: int, rested: bool = False):
    """All rhythms of so many slots, as (slots, whether it sounds); no rest behind a rest."""
    if slots == 0:
        yield ()
    for length in range(1, slots + 1):
        for sounds in (True, False) if not rested else (True,):
            yield from (((length, sounds), *others) for others in rhythms(slots - length, not sounds))


def states(toy, timeline) -> list:
    first = toy.step({(): 1.0}, window((2, 60), (2, 62)), 0, timeline)[2]
    return [{(): 1.0}, first, toy.step(first, window((2, None), (2, 67), before=62), 4, timeline)[2]]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_all_rhythms_have_a_probability_of_1(toy, timeline, place):
    state = states(toy, timeline)[place]
    probabilities = [np.exp(toy.step(state, window(*((slots, 60 if sounds else None) for slots, sounds in rhythm)), 0, timeline)[0]) for rhythm in rhythms(4)]
    assert min(probabilities) > 0 and sum(probabilities) == pytest.approx(1)


@pytest.mark.parametrize(("rhythm", "before"), [(((2, True), (2, True)), 61), (((2, False), (2, True)), 61), (((2, False), (2, True)), None), (((4, False),), 61)])
def test_all_pitches_of_a_rhythm_have_its_probability(toy, timeline, rhythm, before):
    state, total = states(toy, timeline)[1], 0.0
    for pitches in product(range(128), repeat=sum(sounds for _, sounds in rhythm)):
        line = iter(pitches)
        heard, both, _ = toy.step(state, window(*((slots, next(line) if sounds else None) for slots, sounds in rhythm), before=before), 0, timeline)
        total += np.exp(both)
    assert total == pytest.approx(np.exp(heard))


def test_a_window_by_hand(toy, timeline):
    """C, a step up to D; no window of one has escaped: (0 + 1/2) / 2. START gives cluster 0 three times in four, two thirds of which have the first production."""
    line = window((2, 60), (2, 62), before=60)
    rhythm, both, after = toy.step({(): 1.0}, line, 0, timeline)
    grammar = 0.75 * 0.75 * 2 / 3                # no escape, cluster 0, first production
    # (slope 0 0) after c may be b to db: c is the only chord tone. (slope 1 4) then db to e: d is the only colour tone.
    escaped = 0.25 * np.exp(toy.fallback.rhythm(line))
    assert np.exp(rhythm) == pytest.approx(0.75 * 0.75 + escaped)
    assert np.exp(both) == pytest.approx(grammar + escaped * np.exp(toy.fallback.pitch(line)))
    assert after[0,] == pytest.approx(grammar / np.exp(both)) and sum(after.values()) == pytest.approx(1) and set(after) == {(), (0,)}


def test_an_approach_tone_comes_from_above_in_a_falling_slope(toy, timeline):
    share = {pitches: sum(likely for likely, made in Lines(toy.grammar).makers(window((2, pitches[0]), (2, pitches[1]), before=69), 0, timeline) if made[0].rhs[0][1] == -3)
             for pitches in [(68, 67), (66, 67), (67, 66)]}
    assert share == {(68, 67): 1, (66, 67): 0, (67, 66): 0}


def test_a_tie_is_drawn_where_a_pitch_goes_on(toy):
    held = [Event(2, 60, C7.at(Fraction(0)), tied) for tied in (True, False)]
    one = window((4, 60))
    chances = [np.exp(toy.fallback.tie(one, Window((event, Event(2, 62, event.chord)), 60, None))) for event in held]
    assert toy.fallback.tie(one, window((4, 61))) == toy.fallback.tie(None, one) == 0
    assert toy.fallback.ties == (1, 0) and chances == pytest.approx([0.25, 0.75])          # trained on one that was struck: (0 + 1/2) / 2 and (1 + 1/2) / 2


def test_the_player_plays_what_is_expected():
    """Windows drawn from the player come as often as their probabilities say."""
    grammar = read_grammar(TOY)
    toy = LearnedGrammar(grammar, Fallback.fit([[window((4, None))]], 4, (0, 10**12)))
    settings = settings_of({**grammar.parameters, "rectify": "false", "avoid-repeats": "false"}, ALL_PITCHES)
    timeline, generator, draws = Timeline(C7, settings), np.random.default_rng(1), 4000
    seen = Counter()
    for _ in range(draws):
        notes = realize(expand(grammar, 8, timeline.family_at, generator), timeline, settings, generator)
        seen[tuple((note.onset, note.pitch) for note in notes)] += 1
    for played, times in seen.most_common(12):
        assert times / draws == pytest.approx(_expected(toy, played, timeline), abs=4 * (times / draws / draws) ** 0.5 + 0.002)


def _expected(toy, played, timeline) -> float:
    """The probability of two windows of (onset, pitch), each with notes at 0 and 2, or a rest and a note at 2."""
    pitch_at, state, found, before = dict(played), {(): 1.0}, 1.0, None
    for start in (0, 4):
        line = window((2, pitch_at.get(start)), (2, pitch_at[start + 2]), before=before)
        _, both, state = toy.step(state, line, start, timeline)
        found, before = found * np.exp(both), pitch_at[start + 2]
    return found


@pytest.mark.parametrize("params", [Params(), Params(window=2, slide=2, windows_per_cluster=4, backoff=0.5)])
def test_another_way_finds_the_same_likelihood(woodshed, params):
    """The sum over all derivations of the grammar's rules, slot by slot, knows nothing of windows, clusters and forward algorithms."""
    learnt = learn(woodshed[5:9], params)
    grammar = JazzGrammar(learnt.start, {**learnt.parameters, "rectify": "false", "avoid-repeats": "false"}, learnt.rules)
    chart = read_chart(Path("data/charts/blues.ls")).changes
    for seed in range(3):
        played = improvise(grammar, chart, np.random.default_rng(seed), ALL_PITCHES)
        fallback = Fallback.fit([whole(played, params.window)], params.window * 120, (0, 10**12))
        fallback.ties = 10**12, 0                                  # what the player plays is never tied
        expected = log_likelihood(grammar, played, ALL_PITCHES)
        assert -1000 < expected < 0 and sum(LearnedGrammar(grammar, fallback).log_likelihood(played)) == pytest.approx(expected)


@pytest.fixture(scope="module")
def woodshed() -> list[Solo]:
    return list(read(Path("data/woodshed")))


@pytest.fixture(scope="module")
def learnt(woodshed) -> LearnedGrammar:
    return LearnedGrammar.fit(woodshed[1:], Params())


def test_most_windows_can_have_been_made_by_their_own_production(woodshed):
    grammar = learn(woodshed, Params())
    lines, explained = Lines(grammar), []
    for solo in woodshed:
        timeline = Timeline(solo.changes, lines.settings)
        for number, line in enumerate(whole(solo, 4)):
            own = written(production(line))
            explained.append(any(maker.rhs == own for _, makers in lines.makers(line, 480 * number, timeline) for maker in makers))
    assert np.mean(explained) > 0.95


def test_every_solo_has_a_likelihood_and_known_ones_a_higher_one(woodshed, learnt):
    unknown, known = ([sum(learnt.log_likelihood(solo)) / len(solo.notes) for solo in solos] for solos in (woodshed[:1], woodshed[1:]))
    assert np.isfinite(unknown + known).all() and max(unknown) < min(known)


def test_the_fallback_likes_what_soloists_play(learnt, woodshed):
    """Chord and colour tones more than others; and so weighed, steps expect a solo better than alone."""
    plain = Fallback(learnt.fallback.durations, learnt.fallback.steps, dict.fromkeys("CLX", 1.0), (0, 0), (0, 0))
    windows = whole(woodshed[0], 4)
    assert min(learnt.fallback.tastes["C"], learnt.fallback.tastes["L"]) > 1 > learnt.fallback.tastes["X"] > 0
    assert sum(map(learnt.fallback.pitch, windows)) > sum(map(plain.pitch, windows))


def test_what_nobody_plays_is_still_possible(learnt):
    notes = tuple(Note(Fraction(place, 7), Fraction(1, 7), pitch) for place, pitch in enumerate((0, 127, 3, 90, 90)))
    assert np.isfinite(learnt.log_likelihood(Solo(notes, C7))).all()
    crowd = tuple(Note(Fraction(place, 120), Fraction(1, 120), (0, 127)[place % 2]) for place in range(480))           # its probability is no float
    assert -np.inf < sum(learnt.log_likelihood(Solo(crowd, C7))) < -1000
    rhythm, pitches = learnt.log_likelihood(Solo((), C7))
    assert rhythm < 0 and pitches == 0


def test_the_parts_of_the_likelihood_add_up(woodshed, learnt):
    table = learnt.log_probabilities(woodshed[0])
    assert table.shape == (woodshed[0].changes.bars, 2) and table.sum() == pytest.approx(sum(learnt.log_likelihood(woodshed[0])))


def test_what_is_written_is_read_again(learnt, woodshed, tmp_path):
    learnt.write(tmp_path)
    again = LearnedGrammar.read(tmp_path)
    assert again.grammar == learnt.grammar and again.log_likelihood(woodshed[0]) == learnt.log_likelihood(woodshed[0])
    assert read_grammar((tmp_path / "learned.grammar").read_text()) == learnt.grammar == read_grammar(write_grammar(learnt.grammar))


def test_the_escape_is_the_share_of_windows_that_no_other_solo_explains():
    """Two solos with the same riff in the first bar and nothing alike in the second."""
    def riff(*second) -> Solo:
        notes = [(0, 1, 60), (1, 1, 64), (2, 2, 67), *second]
        return Solo(tuple(Note(Fraction(onset), Fraction(length), pitch) for onset, length, pitch in notes), C7.times(2))

    learnt = LearnedGrammar.fit([riff((4, 4, 64)), riff((4, 1, 64), (5, 3, 60))], Params())
    assert learnt.fallback.escapes == (2, 4) and learnt.fallback.escape == (2 + 0.5) / (4 + 1)
    assert all(parse_terminal(item) for rule in learnt.grammar.rules if rule.name.startswith("Q") for item in rule.rhs)
