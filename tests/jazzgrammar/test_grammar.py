"""The file of a grammar."""

from pathlib import Path

import pytest

from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.grammar import JazzGrammar, Rule, read_grammar, write_grammar

GRAMMARS = sorted((Path(__file__).parents[2] / "../shared/corpora/improvisor/grammars").glob("*.grammar"))

TEXT = """
(startsymbol P) // comment
(parameter (min-pitch 58))
(parameter (rectify true))
(parameter (scale-type Use First Scale))
(rule (P Y) (Seg4 (P (- Y 480))) 0.75)
(rule Seg4 ((slope -4 -1 C8 A8) (X b3 8) R2.) (* 2 (builtin chord-family (major minor7))))
(rule (BRICK 960) (C1+1) (builtin brick Sad-Cadence) 1.0)
(base (P 0) () 1.0)
(terminals C8 slope) (comment anything) loose
"""


def test_what_a_file_says_is_kept_as_it_stands_there():
    assert read_grammar(TEXT) == JazzGrammar("P", {"min-pitch": 58, "rectify": "true", "scale-type": "Use_First_Scale"}, (
        Rule("P", ("Y",), ("Seg4", ("P", ("-", "Y", 480))), 0.75),
        Rule("Seg4", (), (("slope", -4, -1, "C8", "A8"), ("X", "b3", 8), "R2."), ("*", 2, ("builtin", "chord-family", ("major", "minor7")))),
        Rule("BRICK", (960,), ("C1+1",), ("builtin", "brick", "Sad-Cadence")),
        Rule("P", (0,), (), 1.0, base=True),
    ))


def test_a_grammar_is_written_one_form_a_line():
    grammar = JazzGrammar("P", {"min-pitch": 58}, (Rule("P", ("Y",), ("C8", ("P", ("-", "Y", 60))), 2), Rule("P", (0,), (), 1.0, base=True)))
    assert write_grammar(grammar) == "(startsymbol P)\n(parameter (min-pitch 58))\n(rule (P Y) (C8 (P (- Y 60))) 2)\n(base (P 0) () 1.0)\n"


def test_the_rules_of_a_name_keep_their_order():
    grammar = read_grammar("(rule (A) (C8) 1) (rule (B) (C4) 1) (rule (A) (C2) 3) (base (A) () 2)")
    assert [rule.weight for rule in grammar.by_name["A"]] == [1, 3, 2] and set(grammar.by_name) == {"A", "B"}


@pytest.mark.parametrize("path", GRAMMARS, ids=lambda path: path.stem)
def test_the_grammars_of_the_authors_are_read_and_come_back(path):
    grammar = read_grammar(path.read_text(encoding="utf-8"))
    assert read_grammar(write_grammar(grammar)) == grammar and grammar.start in ("P", "P_motif") and (grammar.rules or path.stem == "_empty")


def test_all_grammars_of_the_authors_are_there():
    assert len(GRAMMARS) == 65


@pytest.mark.parametrize("text, found", [
    ("(rule (P Y) (C8))", "line 1"), ("\n(rule (P Y) C8 1)", "line 2"), ("(rule 1 (C8) 1)", "line 1: expected a name"), ("(rule ((a)) (C8) 1)", "line 1: expected a name"),
    ("(rule () (C8) 1)", "line 1: expected a name"), ("(rul (P) (C8) 1)", "line 1"), ("()", "line 1"), ("(startsymbol)", "line 1"), ("(startsymbol 7)", "line 1"),
    ("(parameter min-pitch 58)", "line 1"), ("(parameter (min-pitch))", "line 1"), ("(parameter (min-pitch (58)))", "line 1"), ("(((a)))", "line 1"),
])
def test_a_form_that_is_none_is_named_with_its_line(text, found):
    with pytest.raises(JazzGrammarError, match=f"^{found}") as caught:
        read_grammar(text)
    assert "\n" not in str(caught.value)
