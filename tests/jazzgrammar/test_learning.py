"""What follows what, as rules; and whole grammars, learnt from made-up lines and from data/woodshed."""

import random
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stages.corpora import read
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.jazzgrammar.abstraction import production
from stages.jazzgrammar.chains import Chains, count_chains, read_chains
from stages.jazzgrammar.expansion import expand
from stages.jazzgrammar.grammar import JazzGrammar, read_grammar, write_grammar
from stages.jazzgrammar.improvising import improvise
from stages.jazzgrammar.learned import LearnedGrammar
from stages.jazzgrammar.learning import Params, compass, learn
from stages.jazzgrammar.terminals import parse_terminal
from stages.jazzgrammar.windowing import passes
from stages.melody.solo import Note, Solo

PASSES = [[0, 1, 2, 0, 1, 2, 0, 1], [0, 1, 0]]


@pytest.fixture(scope="module")
def woodshed() -> list[Solo]:
    return list(read(Path("data/woodshed")))


@pytest.fixture(scope="module")
def learnt(woodshed) -> JazzGrammar:
    return learn(woodshed, Params())


def distribution(chains: Chains, context: tuple) -> dict:
    """Of each cluster, how likely it follows a context: the formula of Witten and Bell, interpolated."""
    context = chains.known(context)
    after = chains.followers[context]
    if not context:
        return {label: Fraction(count, sum(after.values())) for label, count in after.items()}
    below, kinds = distribution(chains, context[1:]), len(after)
    return {label: (after.get(label, 0) + kinds * below[label]) / (sum(after.values()) + kinds) for label in below}


def grammar_of(chains: Chains, slots: int = 480) -> JazzGrammar:
    return JazzGrammar("P", {}, tuple(chains.rules(slots)))


def test_followers_are_counted_within_passes():
    assert count_chains(PASSES, 2, 1).followers == {
        (): {0: 5, 1: 4, 2: 2},
        (0,): {1: 4}, (1,): {0: 1, 2: 2}, (2,): {0: 2},
        (0, 1): {0: 1, 2: 2}, (1, 2): {0: 2}, (2, 0): {1: 2},       # (1, 0) is followed by nothing
    }
    assert count_chains([[3], [4]], 3, 1).followers == {(): {3: 1, 4: 1}, (3,): {}, (4,): {}}


def test_a_long_context_that_was_followed_once_is_left_out():
    assert set(count_chains([[0, 1, 2, 3]], 3, 1).followers) == {(), (0,), (1,), (2,), (3,)}


def test_rules_by_hand():
    lines = write_grammar(grammar_of(count_chains(PASSES, 2, 1))).splitlines()
    assert lines[1] == "(rule (P Y) ((START (/ Y 480))) 1)"
    assert lines[2:5] == ["(rule (START Z) ((Cluster0 Z)) 5)", "(rule (START Z) ((Cluster1 Z)) 4)", "(rule (START Z) ((Cluster2 Z)) 2)"]
    assert [line for line in lines if "(Cluster1 Z) (" in line or "(Cluster0to1 Z) (" in line or "Cluster1 0" in line] == [
        "(rule (Cluster0to1 Z) (Q1 (Cluster0 (- Z 1))) 1)",           # 1 0 led nowhere and is no context: only the 0 is kept in mind
        "(rule (Cluster0to1 Z) (Q1 (Cluster1to2 (- Z 1))) 2)",
        "(rule (Cluster0to1 Z) ((Cluster1 Z)) 2)",
        "(rule (Cluster1 Z) (Q1 (Cluster0 (- Z 1))) 1)",
        "(rule (Cluster1 Z) (Q1 (Cluster1to2 (- Z 1))) 2)",
        "(rule (Cluster1 Z) (Q1 (START (- Z 1))) 2)",
        "(base (Cluster1 0) () 1)",
    ]


def test_without_backoff_only_a_dead_end_is_left():
    found = count_chains([[0, 1, 0, 2]], 1, 0)
    assert found.forgetting == {(0,): 0, (1,): 0, (2,): 1}
    melody = expand(playable(found), 480 * 3000, lambda slot: "major", np.random.default_rng(1))
    assert all(after in found.followers[(before,)] for before, after in zip(labels_of(melody), labels_of(melody)[1:]) if before != 2)


@pytest.mark.parametrize("order", [0, 1, 2, 3])
@pytest.mark.parametrize("backoff", [1, 0.5])
def test_chains_come_back_from_the_rules(order, backoff):
    chains = count_chains(PASSES, order, backoff)
    assert read_chains(read_grammar(write_grammar(grammar_of(chains)))) == chains


def playable(chains: Chains) -> JazzGrammar:
    """Windows of cluster 0 are a whole note, of cluster 1 two halves, of cluster 2 four quarters."""
    made = ["C1", "C2 C2", "C4 C4 C4 C4"]
    return read_grammar(write_grammar(grammar_of(chains)) + "".join(f"(rule (Q{label}) ({items}) 1)" for label, items in enumerate(made)))


def labels_of(melody) -> list[int]:
    found, place = [], 0
    while place < len(melody):
        found.append({480: 0, 240: 1, 120: 2}[melody[place].slots])
        place += 2 ** found[-1]
    return found


@pytest.mark.parametrize("order", [1, 2])
def test_the_player_follows_the_counts(order):
    """Played for long, the rules bring the clusters as often as the smoothed chain says."""
    chains = count_chains(PASSES, order, 1)
    labels = labels_of(expand(playable(chains), 480 * 20_000, lambda slot: "major", np.random.default_rng(1)))
    assert len(labels) == 20_000
    pairs, alone = Counter(zip(labels, labels[1:])), Counter(labels[:-1])
    if order == 1:
        assert all(pairs[before, after] / alone[before] == pytest.approx(float(expected), abs=0.015)
                   for before in range(3) for after, expected in distribution(chains, (before,)).items())
    # Behind 2 0, a context of its own, nothing but 1 was counted twice: (2 + 1 * P(1 | 0)) / 3, with P(1 | 0) = (4 + 4 / 11) / 5.
    else:
        triples = Counter(zip(labels, labels[1:], labels[2:]))
        assert triples[1, 2, 0] / pairs[1, 2] > 0.6


def test_start_and_transitions_weigh_what_was_counted(woodshed, learnt):
    windows = sum(len(found) for solo in woodshed for found in passes(solo, 4, 4))
    table = read_chains(learnt).followers
    assert sum(table[()].values()) == windows
    assert sum(sum(after.values()) for context, after in table.items() if len(context) == 1) == windows - len(woodshed)
    assert all(sum(after.values()) > 1 for context, after in table.items() if len(context) > 1)


def test_k_is_a_twelfth_of_the_different_windows(woodshed, learnt):
    different = {production(window) for solo in woodshed for found in passes(solo, 4, 4) for window in found}
    assert len(read_chains(learnt).followers[()]) == len(different) // 12
    assert len({rule.rhs for rule in learnt.rules if rule.name.startswith("Q")}) == len(different)


def test_multiplicities_add_up_to_the_size_of_the_cluster(learnt):
    sizes = Counter()
    for rule in learnt.rules:
        if rule.name.startswith("Q"):
            sizes[int(rule.name[1:])] += rule.weight
    assert sizes == read_chains(learnt).followers[()]


def test_a_learnt_grammar_is_read_as_it_was_written(learnt):
    assert read_grammar(write_grammar(learnt)) == learnt


def test_every_production_fills_its_window(learnt):
    made = [sum(parse_terminal(item).slots for item in rule.rhs) for rule in learnt.rules if rule.name.startswith("Q")]
    assert set(made) == {480}


def test_the_order_of_the_solos_shows_nowhere(woodshed, learnt):
    shuffled = random.Random(1).sample(woodshed, len(woodshed))
    assert learn(shuffled, Params()) == learnt


def test_representatives_are_some_of_all_and_nearest_first(woodshed, learnt):
    few = learn(woodshed, replace(Params(), representatives=3))
    kept = Counter(rule.name for rule in few.rules if rule.name.startswith("Q"))
    assert set(kept.values()) <= {1, 2, 3} and set(few.rules) < set(learnt.rules)


@pytest.mark.parametrize(("ranges", "expected"), [
    ([(50, 70), (40, 90), (60, 80)], (50, 80)), ([(50, 70), (60, 80)], (50, 70)),
    ([(60, 64)], (56, 68)), ([(0, 0)], (0, 12)), ([(126, 127)], (115, 127)),                 # an octave at least, around the same middle
])
def test_the_compass_is_that_of_the_solo_in_the_middle(ranges, expected):
    over = Changes(((Fraction(0), parse_chord("C")),), Fraction(4))
    assert compass(Solo((Note(Fraction(0), Fraction(1), low), Note(Fraction(1), Fraction(1), high)), over) for low, high in ranges) == expected


@pytest.mark.parametrize(("params", "message"), [(replace(Params(), slide=5), "slide of at most the window, 4 quarter notes, found 5"), (Params(window=16), "at least one solo with a note and of 16")])
def test_what_cannot_be_learnt_is_refused(params, message, two_bars):
    with pytest.raises(ValueError, match=message):
        learn([two_bars], params)


def test_one_window_makes_a_grammar(two_bars):
    grammar = learn([two_bars], Params(window=8, slide=8))
    assert [parse_terminal(item).slots for item in grammar.rules[-1].rhs] == [60, 900]


@st.composite
def corpora(draw):
    """A few solos of any notes, over any chords, in 3/4 and 4/4."""
    found = []
    for _ in range(draw(st.integers(1, 3))):
        symbols, beats = draw(st.lists(st.sampled_from(("C7", "Dm7b5", "NC", "F#o7", "Bb7alt")), min_size=2, max_size=4)), draw(st.sampled_from((3, 4)))
        clock, notes = Fraction(0), []
        for gap, duration, pitch in draw(st.lists(st.tuples(st.integers(0, 70), st.integers(1, 90), st.integers(0, 127)), min_size=1, max_size=20)):
            notes.append(Note(clock + Fraction(gap, 24), Fraction(duration, 24), pitch))
            clock = notes[-1].end
        chords = tuple((Fraction(beats * bar), parse_chord(symbol)) for bar, symbol in enumerate(symbols))
        found.append(Solo(tuple(notes), Changes(chords, Fraction(beats * len(symbols)), (beats, 4))))
    return found


@settings(deadline=None)
@given(corpora(), st.sampled_from([Params(), Params(window=2, slide=1, windows_per_cluster=1), Params(context=0, representatives=1, backoff=0)]), st.integers(0, 1000))
def test_whatever_was_learnt_can_be_played_and_judged(solos, params, seed):
    learnt = LearnedGrammar.fit(solos, params)
    assert read_grammar(write_grammar(learnt.grammar)) == learnt.grammar
    chart = Changes(((Fraction(0), parse_chord("Dm7")), (Fraction(3), parse_chord("G7"))), Fraction(9), (3, 4))
    played = improvise(learnt.grammar, chart, np.random.default_rng(seed))
    assert all(0 <= note.onset < note.end <= chart.length for note in played.notes)
    assert np.isfinite([learnt.log_likelihood(solo) for solo in (*solos, played)]).all()
