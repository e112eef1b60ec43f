"""What follows what, as rules; and whole grammars, learnt from made-up lines and from data/woodshed."""

import random
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from stages.corpora import read
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.jazzgrammar.abstraction import production
from stages.jazzgrammar.chains import followers, known, read_followers, rules
from stages.jazzgrammar.expansion import expand
from stages.jazzgrammar.grammar import JazzGrammar, read_grammar, write_grammar
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


def distribution(table, context, order) -> dict:
    """Of each cluster, how likely it follows a context: the formula of Witten and Bell."""
    context = known(context, order, table)
    after = table[context]
    if not context:
        return {label: Fraction(count, sum(after.values())) for label, count in after.items()}
    below, kinds = distribution(table, context[1:], order), max(1, len(after))
    return {label: (after.get(label, 0) + kinds * below[label]) / (sum(after.values()) + kinds) for label in below}


def test_followers_are_counted_within_passes():
    assert followers(PASSES, 2) == {
        (): {0: 5, 1: 4, 2: 2},
        (0,): {1: 4}, (1,): {0: 1, 2: 2}, (2,): {0: 2},
        (0, 1): {0: 1, 2: 2}, (1, 2): {0: 2}, (2, 0): {1: 2},       # (1, 0) is followed by nothing
    }
    assert followers([[3], [4]], 3) == {(): {3: 1, 4: 1}, (3,): {}, (4,): {}}


def test_a_long_context_that_was_followed_once_is_left_out():
    assert set(followers([[0, 1, 2, 3]], 3)) == {(), (0,), (1,), (2,), (3,)}


def test_rules_by_hand():
    grammar = JazzGrammar("P", {}, tuple(rules(followers(PASSES, 2), 2, 480)))
    lines = write_grammar(grammar).splitlines()
    assert lines[1] == "(rule (P Y) ((START (/ Y 480))) 1)"
    assert lines[2:5] == ["(rule (START Z) ((Cluster0 Z)) 5)", "(rule (START Z) ((Cluster1 Z)) 4)", "(rule (START Z) ((Cluster2 Z)) 2)"]
    assert [line for line in lines if "(Cluster1 Z) (" in line or "(Cluster0to1 Z) (" in line or "Cluster1 0" in line] == [
        "(rule (Cluster0to1 Z) (Q1 (Cluster0 (- Z 1))) 1)",           # 1 0 led nowhere and is not known: only the 0 is kept in mind
        "(rule (Cluster0to1 Z) (Q1 (Cluster1to2 (- Z 1))) 2)",
        "(rule (Cluster0to1 Z) ((Cluster1 Z)) 2)",
        "(rule (Cluster1 Z) (Q1 (Cluster0 (- Z 1))) 1)",
        "(rule (Cluster1 Z) (Q1 (Cluster1to2 (- Z 1))) 2)",
        "(rule (Cluster1 Z) (Q1 (START (- Z 1))) 2)",
        "(base (Cluster1 0) () 1)",
    ]


@pytest.mark.parametrize("order", [0, 1, 2, 3])
def test_followers_come_back_from_the_rules(order):
    table = followers(PASSES, order)
    assert read_followers(read_grammar(write_grammar(JazzGrammar("P", {}, tuple(rules(table, order, 480)))))) == table


def test_the_player_follows_the_counts():
    """Played without end, the rules bring the clusters with the frequencies of the smoothed chain."""
    table, order = followers(PASSES, 1), 1
    text = write_grammar(JazzGrammar("P", {}, tuple(rules(table, order, 480)))) + "".join(f"(rule (Q{label}) (C1 {'R' if label else 'C'}1 {'R' if label == 2 else 'C'}1) 1)" for label in range(3))
    melody = expand(read_grammar(text.replace("(/ Y 480)", "(/ Y 1440)")), 1440 * 20_000, lambda slot: "major", np.random.default_rng(1))
    seen = ["".join(part.letter for part in melody[place:place + 3]) for place in range(0, len(melody), 3)]
    labels = [["CCC", "CRC", "CRR"].index(word) for word in seen]
    pairs, alone = Counter(zip(labels, labels[1:])), Counter(labels[:-1])
    for before in range(3):
        for after, expected in distribution(table, (before,), order).items():
            assert pairs[before, after] / alone[before] == pytest.approx(float(expected), abs=0.015)


def test_start_and_transitions_weigh_what_was_counted(woodshed, learnt):
    windows = sum(len(found) for solo in woodshed for found in passes(solo, 4, 4))
    table = read_followers(learnt)
    assert sum(table[()].values()) == windows
    assert sum(sum(after.values()) for context, after in table.items() if len(context) == 1) == windows - len(woodshed)
    assert all(sum(after.values()) > 1 for context, after in table.items() if len(context) > 1)


def test_k_is_a_twelfth_of_the_different_windows(woodshed, learnt):
    different = {production(window) for solo in woodshed for found in passes(solo, 4, 4) for window in found}
    assert len(read_followers(learnt)[()]) == len(different) // 12
    assert len({rule.rhs for rule in learnt.rules if rule.name.startswith("Q")}) == len(different)


def test_multiplicities_add_up_to_the_size_of_the_cluster(learnt):
    sizes = Counter()
    for rule in learnt.rules:
        if rule.name.startswith("Q"):
            sizes[int(rule.name[1:])] += rule.weight
    assert sizes == read_followers(learnt)[()]


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


def test_the_compass_is_that_of_the_solo_in_the_middle():
    solos = [Solo((Note(Fraction(0), Fraction(1), low), Note(Fraction(1), Fraction(1), high)), Changes(((Fraction(0), parse_chord("C")),), Fraction(4))) for low, high in [(50, 70), (40, 90), (60, 80)]]
    assert compass(solos) == (50, 80)


@pytest.mark.parametrize(("params", "message"), [(replace(Params(), slide=5), "slide of at most the window, 4 quarter notes, found 5"), (Params(window=16), "at least one solo with a note and of 16")])
def test_what_cannot_be_learnt_is_refused(params, message, two_bars):
    with pytest.raises(ValueError, match=message):
        learn([two_bars], params)


def test_one_window_makes_a_grammar(two_bars):
    grammar = learn([two_bars], Params(window=8, slide=8))
    assert [parse_terminal(item).slots for item in grammar.rules[-1].rhs] == [60, 900]
