"""What is a terminal, how long it is, and its first part."""

import pytest

from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.terminals import Degree, Flat, Slope, Triadic, parse_terminal


@pytest.mark.parametrize("item, terminal", [
    ("C8", Flat("C", 60)), ("R2.+8/3", Flat("R", 400)), (("A4/3",), Flat("A", 80)), (("slope", 1, 4, "C8", "R8", "A4"), Slope(1, 4, (Flat("C", 60), Flat("R", 60), Flat("A", 120)))),
    (("slope", -1, -3, "C8"), Slope(-3, -1, (Flat("C", 60),))), (("X", 5, 8), Degree(5, 0, 60)), (("X", "b10", "4+8"), Degree(10, -1, 180)), (("X", -1, "8/3"), Degree(-1, 0, 40)),
    (("X", "##4", 16), Degree(4, 2, 30)), (("X", 5, 4.0), Degree(5, 0, 180)), (("triadic", 2, "8/3"), Triadic(240, 40)),
])
def test_terminals(item, terminal):
    assert parse_terminal(item) == terminal


@pytest.mark.parametrize("item", ["N4", "V8", "C", "C8x", "C-8", "Cx8", "P", "H", "G4", 10000, 1.5, (), ("P", 480), ("R4", "R4"), ("Motif1",), ("X", "Y"), ("fill", 16, "P"), ("share", "N"), (("C8",),)])
def test_nonterminals_and_wrappers(item):
    assert parse_terminal(item) is None


@pytest.mark.parametrize("item", [
    "C0", "R999", ("slope", 1, 2), ("slope", 1, 2, "N8"), ("slope", 1, 2, ("C8",)), ("slope", 1.5, 2, "C8"), ("slope", "a", 2, "C8"), ("slope", 1, 10**9, "C8"), ("slope",),
    ("X", 0, 8), ("X", "h3", 8), ("X", 5.0, 8), ("X", (5,), 8), ("X", 5, -8), ("X", 5, 0), ("X", 5, (8,)), ("X", 5, "x"), ("X", 500, 8), ("triadic", 2, 4), ("triadic", 0, 8), ("triadic", 2, -8),
])
def test_a_terminal_that_is_written_wrongly_is_refused(item):
    with pytest.raises(JazzGrammarError, match="expected") as caught:
        parse_terminal(item)
    assert "\n" not in str(caught.value)


def test_a_terminal_is_cut_from_behind():
    assert Flat("C", 60).cut(45) == Flat("C", 45) and Flat("C", 60).cut(90) == Flat("C", 60)
    slope = Slope(1, 4, (Flat("C", 60), Flat("A", 60), Flat("L", 60)))
    assert slope.cut(90) == Slope(1, 4, (Flat("C", 60), Flat("A", 30))) and slope.cut(120).slots == 120 and slope.cut(500) == slope
    assert Degree(5, 0, 60).cut(10) == Degree(5, 0, 10) and Triadic(240, 40).cut(100) == Triadic(100, 40)
