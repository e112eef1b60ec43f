"""S-expressions: the text of a grammar file <-> nested tuples.

Conventions: an atom is a whole number (int), another number (float) or anything else (str): ``4.`` is the number 4.0 and ``4+8`` is text. ``[``, ``]``, ``,`` and ``|``
are atoms of their own wherever they stand; ``// ...`` and ``/* ... */`` are comments. Source: Impro-Visor's reader of its grammar files.
"""

import math
import re
from typing import TypeAlias

from stages.jazzgrammar import JazzGrammarError

Atom: TypeAlias = int | float | str
Expression: TypeAlias = "Atom | tuple[Expression, ...]"

DEEPEST = 100                     # brackets within brackets; what music needs is 6
LONGEST = 18                      # digits of a whole number, as in the 64 bits of the original; longer ones are floats
TOKEN = re.compile(r"(?P<blank>\s+|//[^\n]*|/\*.*?\*/)|(?P<open>/\*)|[()\[\],|]|(?:[^\s()\[\],|/]|/(?![/*]))+", re.DOTALL)
NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
WHOLE = re.compile(rf"[+-]?[0-9]{{1,{LONGEST}}}")


def read_expressions(text: str) -> list[tuple[int, Expression]]:
    """The expressions of a text in order, each with the number of the line (from 1) that it begins in.

    Raises:
        JazzGrammarError: a bracket or comment without its other half, too many brackets within each other, or a number that is too large.
    """
    found: list[tuple[int, Expression]] = []
    lists: list[tuple[int, list[Expression]]] = []           # those still open, outermost first, each with its line
    line = 1
    for match in TOKEN.finditer(text):
        token = match[0]
        if match.lastgroup == "blank":
            line += token.count("\n")
        elif token == "(":
            if len(lists) == DEEPEST:
                raise JazzGrammarError(f"line {line}: expected at most {DEEPEST} brackets within each other, found more")
            lists.append((line, []))
        elif match.lastgroup == "open":
            raise JazzGrammarError(f"line {line}: expected */ behind the comment that begins here, found the end of the file")
        else:
            began, expression = _closed(lists, line) if token == ")" else (line, _atom(token, line))
            (lists[-1][1] if lists else found).append(expression if lists else (began, expression))
    if lists:
        raise JazzGrammarError(f"line {lists[-1][0]}: expected ) behind the ( here, found the end of the file")
    return found


def write_expression(expression: Expression) -> str:
    """The text of an expression, the inverse of ``read_expressions``.

    Raises:
        JazzGrammarError: an atom that would be read as something else: text with a blank or a bracket, or that looks like a number, or a number that is not finite.
    """
    if isinstance(expression, tuple):
        return "(" + " ".join(map(write_expression, expression)) + ")"
    text = expression if isinstance(expression, str) else repr(expression)
    match = TOKEN.fullmatch(text)
    if match is None or match["blank"] or match["open"] or text in ("(", ")") or type(_atom(text, 0)) is not type(expression):
        raise JazzGrammarError(f"expected an atom that reads back as itself, such as 'C8', 'b3' or 480, found {expression!r:.60}")
    return text


def _closed(lists: list[tuple[int, list[Expression]]], line: int) -> tuple[int, Expression]:
    if not lists:
        raise JazzGrammarError(f"line {line}: expected ( before the ) here, found none that is open")
    began, expression = lists.pop()
    return began, tuple(expression)


def _atom(token: str, line: int) -> Atom:
    if WHOLE.fullmatch(token):
        return int(token)
    if not NUMBER.fullmatch(token):
        return token
    if not math.isfinite(number := float(token)):
        raise JazzGrammarError(f"line {line}: expected a number below 1e308, found {token[:60]}")
    return number
