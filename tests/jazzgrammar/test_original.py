"""What is wrong in the program of Gillick, Tang & Keller, and kept where it is asked for: by hand, and beside grammars that it wrote."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from stages.corpora import read
from stages.corpora.charts import read_chart
from stages.jazzgrammar.abstraction import production, terminals
from stages.jazzgrammar.chains import count_chains
from stages.jazzgrammar.expansion import expand
from stages.jazzgrammar.features import features
from stages.jazzgrammar.grammar import JazzGrammar, read_grammar, write_grammar
from stages.jazzgrammar.improvising import improvise
from stages.jazzgrammar.learning import Params, learn
from stages.jazzgrammar.original import clusters, rules
from stages.jazzgrammar.terminals import Flat, Slope
from tests.jazzgrammar.test_abstraction import eighths, windows_of

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT.parent / "shared/corpora/improvisor/grammars/CharlieParker.grammar"
FAITHFUL = Params(faithful=True)


@pytest.fixture(scope="module")
def learnt() -> JazzGrammar:
    return learn(read(ROOT / "data/woodshed"), FAITHFUL)


@pytest.fixture(scope="module")
def charlie() -> JazzGrammar:
    assert PROGRAM.is_file(), f"{PROGRAM} is missing"
    return read_grammar(PROGRAM.read_text())


def uneven(grammar: JazzGrammar) -> int:
    """How many contexts have followers of different weights, back-off aside."""
    found = defaultdict(set)
    for rule in grammar.rules:
        if rule.name.startswith("Cluster") and len(rule.rhs) == 2 and rule.rhs[1][0] != "START":
            found[rule.name].add(rule.weight)
    return sum(len(each) > 1 for each in found.values())


def written(found) -> list[str]:
    return write_grammar(JazzGrammar("P", {}, tuple(found))).splitlines()[1:]


def test_equally_near_centres_leave_points_where_they_were_dealt():
    assert clusters(np.array([[0.0], [0], [10], [10]]), 2).tolist() == [0, 1, 0, 1]


def test_the_point_behind_one_that_moves_is_passed_over():
    # Dealt out: 10 10 0 (centre 6.7) and 12 12 12. The first 10 leaves; then the second, as near to 11.5 and not to 5, is not looked at in the only round of 6 // 5.
    assert clusters(np.array([[10.0], [12], [10], [12], [0], [12]]), 2).tolist() == [1, 1, 0, 1, 0, 1]


def test_what_followed_a_whole_context_is_equally_likely_however_often_it_did():
    passes = [[0, 1], [0, 1], [0, 2]]
    found = rules(passes, 1, 480, [(0, ("C1",), 1)])
    assert [line for line in written(found) if "(Cluster0 Z) (" in line] == ["(rule (Cluster0 Z) (Q0 (Cluster1 (- Z 1))) 0.33)", "(rule (Cluster0 Z) (Q0 (Cluster2 (- Z 1))) 0.33)"]
    assert count_chains(passes, 1, 1).followers[(0,)] == {1: 2, 2: 1}               # as it should be


def test_shorter_contexts_are_followed_as_often_as_they_were_and_the_end_of_a_pass_leaves_one_cluster():
    found = written(rules([[0, 1, 2], [0, 1, 0, 2], [0, 2, 2]], 2, 480, [(label, (("slope", 0, 0, "C1"),), number) for label, number in ((0, 3), (1, 2), (2, 3), (2, 2))]))
    assert [line for line in found if line.startswith("(rule (Cluster")] == [
        "(rule (Cluster0 Z) (Q0 (Cluster0to1 (- Z 1))) 0.67)", "(rule (Cluster0 Z) (Q0 (Cluster0to2 (- Z 1))) 0.33)", "(rule (Cluster1 Z) (Q1 (Cluster1to0 (- Z 1))) 1.0)",
        "(rule (Cluster0to1 Z) (Q1 (Cluster1to0 (- Z 1))) 0.5)", "(rule (Cluster0to1 Z) (Q1 (Cluster2 (- Z 1))) 0.5)",        # 0 1 0 goes on, 0 1 2 is an end
        "(rule (Cluster0to2 Z) (Q2 (Cluster2 (- Z 1))) 1.0)", "(rule (Cluster1to0 Z) (Q0 (Cluster2 (- Z 1))) 1.0)",
    ]
    assert [line for line in found if "(START Z)" in line] == [f"(rule (START Z) ((Cluster{label} Z)) {share})" for label, share in ((0, 0.25), (1, 0.25), (2, 0.5))]
    assert found[-2:] == ["(rule (Q2) ((slope 0 0 C1)) 0.6)", "(rule (Q2) ((slope 0 0 C1)) 0.4)"]


def test_the_first_rules_are_those_of_the_program(charlie, learnt):
    first = [[rule for rule in grammar.rules if rule.name == "P" and rule.rhs[0][0] == "START"] for grammar in (charlie, learnt)]
    assert first[0] == first[1] and len(first[0]) == 7


def test_beginnings_weigh_what_they_do_in_the_program(charlie):
    """Its productions, by cluster, give its weights; they are 0.01 apart where the program cuts and does not round."""
    productions = [(int(rule.name[1:]), rule.rhs, 1) for rule in charlie.rules if rule.name.startswith("Q") and rule.rhs[0][0] == "slope"]
    ours = {rule.rhs: rule.weight for rule in rules([[0, 1]], 1, 480, productions) if rule.name == "START"}
    theirs = {rule.rhs: rule.weight for rule in charlie.rules if rule.name == "START"}
    assert ours.keys() == theirs.keys() and len(ours) == 31 and all(abs(ours[rhs] - theirs[rhs]) < 0.011 for rhs in ours)


def test_a_learnt_grammar_forgets_how_often_something_followed_and_a_corrected_one_does_not():
    woodshed = list(read(ROOT / "data/woodshed"))
    assert uneven(learn(woodshed, Params(context=1, faithful=True))) == 0
    assert uneven(learn(woodshed, Params(context=1))) > 20


def test_so_many_clusters_that_no_beginning_has_a_weight_are_refused():
    with pytest.raises(ValueError, match="in 200 productions, since weights have two decimals; found 201 clusters of 201 productions; raise learned_grammar.woodshed.windows_per_cluster"):
        rules([[0, 1]], 1, 480, [(label, ("C1",), 1) for label in range(201)])


def test_an_approach_tone_need_lead_nowhere():
    line = "c4 - - - - - - b4 bb4 - - - - - - -"
    to_the_fourth, to_the_third = (windows_of(eighths(line, "C7", after))[0] for after in ("F7", "Gm7"))       # bb, neither chord nor colour tone, or both
    assert [terminals(window, faithful)[-1].letter for window in (to_the_fourth, to_the_third) for faithful in (False, True)] == ["X", "A", "A", "A"]
    assert [production(to_the_third, faithful)[-1].parts[-1].letter for faithful in (False, True)] == ["X", "A"]    # it ends its slope


def test_consonance_loses_parts_of_a_slot():
    made = (Slope(0, 0, (Flat("C", 24), Flat("X", 24), Flat("X", 24))),)
    assert [features(made, faithful)[1] for faithful in (False, True)] == [pytest.approx(19.2 + 2.4 + 2.4), 19 + 2 + 2]


@pytest.mark.parametrize("chart", sorted((ROOT / "data/charts").glob("*.ls")), ids=lambda path: path.stem)
def test_it_plays_over_every_chart(learnt, chart):
    changes = read_chart(chart).changes.times(4)
    solo = improvise(read_grammar(write_grammar(learnt)), changes, np.random.default_rng(1), (55, 79), faithful=True)
    assert 0.8 < len(solo.notes) / changes.length < 2.2 and {note.pitch for note in solo.notes} <= set(range(54, 81))


def test_it_goes_on_behind_a_cluster_that_has_no_rule():
    grammar = JazzGrammar("P", {}, tuple(rules([[0, 1]], 1, 480, [(0, ("C1",), 5), (1, ("L1",), 5)])))
    melody = expand(grammar, 480 * 200, lambda slot: "major", np.random.default_rng(1), faithful=True)
    assert {part.letter for part in melody} == {"C"} and len(melody) == 200       # 1 begins no chain, so that its own window is never reached


@pytest.mark.parametrize(("params", "found"), [({"context": 0}, "a context of 0 and 2 windows"), ({"context": 2}, "a context of 2 and 2 windows")])
def test_what_makes_no_chain_is_refused(params, found, two_bars):
    with pytest.raises(ValueError, match=f"a context of at least 1 and a solo of more windows than that; found {found}"):
        learn([two_bars], replace(FAITHFUL, **params))
