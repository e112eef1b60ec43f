"""Rules are applied until a melody is full: as in the paper, as in the original, and where that goes wrong."""

import time
from collections import Counter
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.expansion import BARREN, expand
from stages.jazzgrammar.grammar import read_grammar
from stages.jazzgrammar.terminals import Flat, Slope
from tests.jazzgrammar.band import Dice, toy


def play(text, slots=480, faithful=False, seed=0, family="dominant"):
    """What a grammar becomes, as text: letters and slots."""
    return spelled(expand(read_grammar(text), slots, lambda slot: family if isinstance(family, str) else family(slot), np.random.default_rng(seed), faithful))


def spelled(melody) -> str:
    return " ".join(f"{terminal.letter}{terminal.slots}" if isinstance(terminal, Flat) else f"({' '.join(f'{part.letter}{part.slots}' for part in terminal.parts)})"
                    if isinstance(terminal, Slope) else str(terminal) for terminal in melody)


@given(st.integers(1, 40), st.integers(0, 10**6))
def test_the_toy_of_the_paper_fills_an_even_number_of_beats_exactly(halves, seed):
    melody = expand(toy(), 240 * halves, lambda slot: "", np.random.default_rng(seed))
    assert sum(terminal.slots for terminal in melody) == 240 * halves
    assert {terminal.slots for terminal in melody} <= {60, 120, 240}             # nothing had to be cut


def test_the_toy_of_the_paper_chooses_in_proportion():
    generator, draws = np.random.default_rng(7), 10_000
    halves = Counter(spelled(expand(read_grammar("(startsymbol V2) (rule (V2) (X2) 0.2) (rule (V2) (X8 X4 X8) 0.8)"), 240, lambda slot: "", generator)) for _ in range(draws))
    assert set(halves) == {"X240", "X60 X120 X60"} and abs(halves["X240"] - 0.2 * draws) < 3 * sqrt(draws * 0.2 * 0.8)


def test_weights_need_not_sum_to_one_and_those_of_zero_or_less_are_never_taken():
    text = "(rule (P) (C4) 3) (rule (P) (L4) 1) (rule (P) (X4) 0) (rule (P) (S4) -5)"
    letters = Counter(play(text, 120 * 4000, seed=3).split())
    assert set(letters) == {"C120", "L120"} and abs(letters["C120"] - 3000) < 3 * sqrt(4000 * 0.75 * 0.25)


@pytest.mark.parametrize("roll, letter", [(0.0, "C"), (0.2499, "C"), (0.25, "L"), (0.9999999999999999, "L")])
def test_a_roll_falls_into_the_share_of_its_rule(roll, letter):
    grammar = read_grammar("(rule (P) (X4) 0) (rule (P) (C4) 1) (rule (P) (L4) 3) (rule (P) (S4) 0)")
    assert expand(grammar, 120, lambda slot: "", Dice(roll)) == [Flat(letter, 120)]


# E1, E2: base rules.
WINDOWS = "(rule (P Y) ((Bar 2) (P (- Y 960))) 1) (rule (Bar Z) (C1 (Bar (- Z 1))) 1) (base (Bar 0) (L4) 1) (rule (Bar Z) (X1 (Bar (- Z 1))) 0)"


def test_a_base_rule_that_fits_is_the_only_one_that_is_taken():
    assert play(WINDOWS, 2160) == "C480 C480 L120 C480 C480 L120"


def test_in_the_original_base_rules_are_never_taken_and_the_recursion_goes_on_below_zero():
    assert play(WINDOWS, 2160, faithful=True) == "C480 C480 C480 C480"


def test_one_of_several_base_rules_is_drawn_by_weight():
    assert play("(rule (P Y) (C4 (Q 0)) 1) (base (Q 0) (L4) 0) (base (Q 0) (S4) 2) (rule (Q Z) (X4) 9)", 240) == "C120 S120"


# E3, E4: the end.
def test_the_last_terminal_is_cut_to_fit():
    assert play("(rule (P) (C2.) 1)") == "C360 C120"


def test_in_the_original_a_last_terminal_that_is_too_long_is_left_out():
    assert play("(rule (P) (C2.) 1)", faithful=True) == "C360"


def test_a_slope_is_cut_within():
    assert play("(rule (P) ((slope 1 2 C4 C4 C4 C8)) 1)") == "(C120 C120 C120 C60) (C60)"


def test_in_the_original_a_slope_that_is_too_long_is_left_out_as_a_whole():
    assert play("(rule (P) ((slope 1 2 C4 C4 C4 C8)) 1)", faithful=True) == "(C120 C120 C120 C60)"
    assert play("(rule (P) ((slope 1 2 C4 C4 C4 C8)) 1)", 300, faithful=True) == ""


def test_a_stump_of_less_than_a_sixteenth_is_a_rest():
    assert play("(rule (P) (C4/5) 1)", 120) == "C96 R24" and play("(rule (P) (C4.) 1)", 210) == "C180 C30" and play("(rule (P) (C32) 1)", 15) == "C15"


# When nothing is left to apply.
def test_the_start_symbol_is_called_again_with_what_is_left():
    text = "(rule (P 480) (C4) 1) (rule (P 360) (L4) 1) (rule (P 240) (S2) 1)"
    assert play(text) == "C120 L120 S240" and play(text, faithful=True) == "C120 C120 C120 C120"


def test_a_call_of_the_start_symbol_with_nothing_left_is_left_out():
    text = "(rule (P Y) (C4 (P (- Y 480)) (Q (- Y 480))) 1) (rule (Q Y) (L4) 1) (rule (P 0) (X4) 100)"
    assert play(text, 240) == play(text, 240, faithful=True) == "C120 L120"


def test_arguments_are_bound_or_must_be_the_same_and_surplus_ones_are_not_looked_at():
    text = "(rule (P) ((A 3 up) (A 4 down) (B 1 2) (A 3 down 9)) 1) (rule (A 3 up) (C4) 1) (rule (A Z down) (L4) 1) (rule (B X) (S4) 1) (rule (A 4 up) (X4) 9)"
    assert play(text) == "C120 L120 S120 L120"


def test_arithmetic():
    text = "(rule (P Y) ((A (/ (+ Y 480) (* 2 (- 7 3))))) 1) (rule (A 120) (C1) 1) (rule (A Z) (X1) 0.001)"
    assert play(text) == "C480"


def test_a_weight_may_be_an_argument():
    assert play("(rule (P Y) (C1) (- Y 480)) (rule (P Y) (L1) Y)") == "L480"


def test_what_has_no_rule_is_dropped():
    assert play("(rule (P) (Nothing C2 10000 1.5 (Nowhere 3) () (R4 R4) L2) 1)") == "C240 L240"


# Weights that look at the chord.
def test_chord_family_looks_at_the_chord_where_the_rule_is_applied():
    text = "(rule (P) (Half) 1) (rule (Half) (C2) (builtin chord-family (major))) (rule (Half) (L2) (* 2 (builtin chord-family (minor7 dominant))))"
    assert play(text, 960, family=lambda slot: ("major", "minor7", "major", "dominant")[slot // 240]) == "C240 L240 C240 L240"


def test_a_brick_weighs_a_tenth():
    letters = Counter(play("(rule (P) (C4) (builtin brick POT) 1.0) (rule (P) (L4) 0.3)", 120 * 4000, seed=1).split())
    assert abs(letters["C120"] - 1000) < 3 * sqrt(4000 * 0.25 * 0.75)


# Wrappers.
def test_fill_goes_on_until_its_beats_are_full():
    assert play("(rule (P) ((fill 3 Q) L4) 1) (rule (Q) (C8.) 1)") == "C90 C90 C90 C90 L120"
    assert play("(rule (P) ((fill 2 Q) L2) 1) (rule (Q) (C8 (fill 1 N)) 1) (rule (N) (X8) 1)") == "C60 X60 X60 C60 L240"
    assert play("(rule (P) ((fill 0 Q) L1) 1) (rule (Q) (C4) 1)") == play("(rule (P) ((fill -3 Q) L1) 1) (rule (Q) (C4) 1)") == "L480"


def test_what_a_fill_does_not_need_is_dropped_and_its_last_terminal_cut():
    assert play("(rule (P) ((fill 1 Q) L2.) 1) (rule (Q) (C8. S8 X1) 1)") == "C90 S30 L360"


FIGURES = "(rule (M) (C4) 1) (rule (M) (L4) 1) (rule (M) (S4) 1) (rule (M) (X4) 1)"


def test_a_shared_nonterminal_keeps_the_right_side_that_it_got():
    shared = {play(f"(rule (P) ((share M) (share M) (share M) (share M)) 1) {FIGURES}", seed=seed) for seed in range(60)}
    assert shared == {" ".join([letter + "120"] * 4) for letter in "CLSX"}


def test_only_one_level_is_shared():
    lines = {play(f"(rule (P) ((share W) (share W)) 1) (rule (W) (M M) 1) (rule (W) (R2) 1) {FIGURES}", seed=seed) for seed in range(200)}
    assert "R240 R240" in lines and not any(line.count("R240") == 1 for line in lines) and any(line.split()[:2] != line.split()[2:] for line in lines)


def test_unshare_is_the_last_time():
    lines = [play(f"(rule (P) ((share M) (unshare M) (share M) (share M)) 1) {FIGURES}", seed=seed).split() for seed in range(60)]
    assert all(line[0] == line[1] and line[2] == line[3] for line in lines) and any(line[1] != line[2] for line in lines)


def test_all_is_forgotten_with_unshareall_and_with_the_end_of_a_fill():
    for text in ("(rule (P) ((share M) (share M) (unshareall) (share M) (share M)) 1)", "(rule (P) ((fill 2 (share M)) (fill 2 (share M))) 1)"):
        lines = [play(f"{text} {FIGURES}", seed=seed).split() for seed in range(60)]
        assert all(line[0] == line[1] and line[2] == line[3] for line in lines) and any(line[1] != line[2] for line in lines)


def test_a_muse_switch_has_its_default():
    assert play("(rule (P) ((muse-switch (+ 0 1) ((1 high) (default low) (2 C8)))) 1) (rule (low) (C1) 1) (rule (high) (X1) 1)") == "C480"
    assert play("(rule (P) ((muse-switch 1 ((1 X1))) L1) 1)") == "L480"


# Chance.
def test_the_same_state_of_the_generator_is_the_same_melody_and_no_other_chance_is_used():
    np.random.seed(1)
    before = np.random.get_state()[1].tolist()
    assert play("(rule (P Y) (M (P (- Y 120))) 1)" + FIGURES, 9600, seed=5) == play("(rule (P Y) (M (P (- Y 120))) 1)" + FIGURES, 9600, seed=5)
    assert np.random.get_state()[1].tolist() == before


# Grammars that lead nowhere.
@pytest.mark.parametrize("faithful", [False, True])
@pytest.mark.parametrize("text", [
    "", "(startsymbol Nobody)", "(base (P 0) () 1)", "(rule (P Y) ((P Y)) 1)", "(rule (P) (A) 1) (rule (A) (B) 1) (rule (B) (A A) 1)", "(rule (P) (C4) 0) (rule (P) (L4) -1)", "(rule (P) () 1)",
    "(rule (P) ((fill 4 P)) 1)", "(rule (P) ((fill 4 10000)) 1)", "(rule (P) ((share P)) 1)", "(rule (P) ((unshareall)) 1)", "(rule (P) ((muse-switch 1 ((default P)))) 1)",
    "(rule (P) (" + "P " * 5000 + ") 1)", "(rule (P) (C4) (builtin chord-family (minor)))", "(rule (P 1) (C4) 1)",
])
def test_a_grammar_without_notes_is_refused_at_once_in_one_line(text, faithful):
    began = time.process_time()
    with pytest.raises(JazzGrammarError, match=rf"^expected the start symbol '(P|Nobody)' to lead to a note or rest within {BARREN} rules, found none, the last at .{{1,80}}; do its") as caught:
        play(text, 480 * 32, faithful)
    assert "\n" not in str(caught.value) and time.process_time() - began < 1


@pytest.mark.parametrize("text, complaint", [
    ("(rule (P Y) ((P (* Y Y))) 1)", "expected numbers up to"), ("(rule (P Y) ((P (/ Y 0))) 1)", r"a divisor other than 0, found \(/ 480 0\)"), ("(rule (P) (C4) Y)", "expected a number"),
    ("(rule (P Y) (C4) (builtin muse 1))", "expected a number"), ("(rule (P Y) ((P (Q Y))) 1)", "expected a number"), ("(rule (P) ((Q (- a 1))) 1) (rule (Q Z) (C4) 1)", "expected a number"),
    ("(rule (P) ((fill 4)) 1)", r"expected \(fill BEATS X\)"), ("(rule (P) ((fill x P)) 1)", "expected a number"), ("(rule (P) ((share)) 1)", "found share"),
    ("(rule (P) ((muse-switch 1)) 1)", "found muse-switch"), ("(rule (P) ((X 5 -8)) 1)", "expected a duration"), ("(rule (P) ((slope 1 2 N8)) 1)", r"expected \(slope MIN MAX"),
])
def test_what_means_nothing_is_named(text, complaint):
    with pytest.raises(JazzGrammarError, match=complaint) as caught:
        play(text)
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 250
