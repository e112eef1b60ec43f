"""S-expressions: atoms, comments, lines, and texts that are none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.sexpr import read_expressions, write_expression


def read(text):
    return [expression for _, expression in read_expressions(text)]


def test_atoms_are_whole_numbers_other_numbers_and_text():
    (found,) = read("(8 -1 4. .5 5.0E-4 4+8 C8/3 b3 #4 + - 1a 1e)")
    assert found == (8, -1, 4.0, 0.5, 0.0005, "4+8", "C8/3", "b3", "#4", "+", "-", "1a", "1e")
    assert [type(atom) for atom in found[:5]] == [int, int, float, float, float]


def test_brackets_commas_and_bars_stand_for_themselves():
    assert read("(a[b],c|d)e") == [("a", "[", "b", "]", ",", "c", "|", "d"), "e"]


def test_comments_are_skipped_also_within_and_right_behind_atoms():
    assert read("(a // b)\n c/* d ( \n */e C8//f\n C8/3/*g*/)") == [("a", "c", "e", "C8", "C8/3")]


def test_each_expression_knows_the_line_it_begins_in():
    assert read_expressions("a\n\n(b\nc) /* \n\n */ (d)\n e") == [(1, "a"), (3, ("b", "c")), (6, ("d",)), (7, "e")]


def test_a_whole_number_of_more_than_64_bits_is_a_float():
    assert read("123456789012345678 1234567890123456789") == [123456789012345678, 1234567890123456789.0]


@pytest.mark.parametrize("text, complaint", [
    ("(a\n(b)\n", r"line 1: expected \) behind the \( here, found the end of the file"),
    ("(a)\n (b))", r"line 2: expected \( before the \) here, found none that is open"),
    ("(a)\n/* b", r"line 2: expected \*/ behind the comment"),
    ("\n" + "(" * 100_000, "line 2: expected at most 100 brackets within each other"),
    ("(\n1e999)", "line 2: expected a number below 1e308, found 1e999"),
    ("9" * 100_000, "line 1: expected a number below 1e308"),
])
def test_what_is_wrong_is_said_in_one_line_and_at_once(text, complaint):
    began = time.process_time()
    with pytest.raises(JazzGrammarError, match=f"^{complaint}") as caught:
        read_expressions(text)
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 200 and time.process_time() - began < 1


ATOMS = st.integers(-10**17, 10**17) | st.floats(allow_nan=False, allow_infinity=False) | st.from_regex(r"[A-Za-z#*][A-Za-z0-9#/.+]{0,6}", fullmatch=True).filter(
    lambda text: "//" not in text and "/*" not in text)


@given(st.recursive(ATOMS, lambda inner: st.lists(inner, max_size=4).map(tuple), max_leaves=20))
def test_what_is_written_is_read_back(expression):
    (found,) = read(write_expression(expression))
    assert found == expression and repr(found) == repr(expression)


@pytest.mark.parametrize("atom", ["", "a b", "(", "C8)", "4.", "7", "-1e3", "//a", "/*", "a/*b*/", float("nan"), float("inf"), "[]"])
def test_an_atom_that_would_not_come_back_is_not_written(atom):
    with pytest.raises(JazzGrammarError, match="expected an atom that reads back as itself"):
        write_expression(("a", atom))
