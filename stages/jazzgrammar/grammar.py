"""A jazz grammar, and its file: ``.grammar``, the format of Impro-Visor.

    (startsymbol P)                                     (parameter (min-pitch 58))
    (rule (P Y) (Seg4 (P (- Y 480))) 0.75)              ; left side, right side, weight
    (rule (V4) ((slope 1 4 C8 L8)) (* 2 (builtin chord-family (major dominant))))
    (base (P 0) () 1.0)                                 ; ends a recursion

What the file says is kept as it stands there, in nested tuples: ``"C8"``, ``("slope", 1, 4, "C8", "L8")``, ``("X", "b3", 8)``, ``("P", ("-", "Y", 480))``; see
``sexpr.py`` for atoms, ``terminals.py`` for what the items of a right side mean and ``expansion.py`` for how rules are chosen. (Comments are // and /* */.)
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.sexpr import Atom, Expression, read_expressions, write_expression

START = "P"                                                  # where a file names no start symbol
IGNORED = ("terminals", "comment")
RULES = {"rule": False, "base": True}


@dataclass(frozen=True)
class Rule:
    """One rule.

    Args:
        name: the nonterminal on the left side.
        args: its arguments: a number or text that a call must have there, or text that stands for what the call has, as "Y" in (P Y).
        rhs: the right side, items in order: a terminal or nonterminal ("C8", "Seg4"), or a tuple (a structured terminal, a call, a wrapper).
        weight: a number, or an expression in nested tuples that is worth one where the rule is applied. Rules of one left side are chosen in proportion.
        base: whether it is a base rule: where one fits exactly, the others are left out.
    """

    name: str
    args: tuple[Expression, ...]
    rhs: tuple[Expression, ...]
    weight: Expression
    base: bool = False


@dataclass(frozen=True)
class JazzGrammar:
    """A grammar.

    Args:
        start: the nonterminal that a solo begins with; it is called with the slots left to fill (120 a quarter note).
        parameters: by their names in the file ("min-pitch"); only those that it sets. Truth is the text "true".
        rules: in the order of the file.
    """

    start: str
    parameters: Mapping[str, Atom] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()

    @cached_property
    def by_name(self) -> dict[str, tuple[Rule, ...]]:
        """The rules of each nonterminal, in order."""
        found: dict[str, list[Rule]] = {}
        for rule in self.rules:
            found.setdefault(rule.name, []).append(rule)
        return {name: tuple(rules) for name, rules in found.items()}


def read_grammar(text: str) -> JazzGrammar:
    """The grammar of a file's text. Of a start symbol or parameter that is set twice the last one holds; a value of several words is one word with "_".

    Raises:
        JazzGrammarError: no S-expressions, or a form that is none of the above; with the number of its line.
    """
    start, parameters, rules = START, {}, []
    for line, form in read_expressions(text):
        if not isinstance(form, tuple) or form and form[0] in IGNORED:
            continue                                         # loose atoms mean nothing, as in the original
        match form:
            case ("startsymbol", str(start)):
                pass
            case ("parameter", (str(name), *values)) if values and not any(isinstance(value, tuple) for value in values):
                parameters[name] = values[0] if len(values) == 1 else "_".join(map(str, values))
            case ("rule" | "base" as kind, left, tuple(rhs), weight, *_):      # behind a weight of (builtin brick ...) files have a number, which nothing reads
                rules.append(_rule(left, rhs, weight, RULES[kind], line))
            case _:
                raise JazzGrammarError(f"line {line}: expected (startsymbol S), (parameter (NAME VALUE)), (rule (NAME ARGUMENT ...) (ITEM ...) WEIGHT) or the same "
                                       f"with base, found {write_expression(form)[:60]}")
    return JazzGrammar(start, parameters, tuple(rules))


def write_grammar(grammar: JazzGrammar) -> str:
    """The text of a grammar's file: ``read_grammar`` reads an equal one from it.

    Raises:
        JazzGrammarError: an atom that cannot be written.
    """
    forms = [("startsymbol", grammar.start), *(("parameter", pair) for pair in grammar.parameters.items())]
    forms += [("base" if rule.base else "rule", (rule.name, *rule.args), rule.rhs, rule.weight) for rule in grammar.rules]
    return "".join(write_expression(form) + "\n" for form in forms)


def _rule(left: Expression, rhs: tuple[Expression, ...], weight: Expression, base: bool, line: int) -> Rule:
    name, *args = left if isinstance(left, tuple) and left else (left,)
    if not isinstance(name, str):
        raise JazzGrammarError(f"line {line}: expected a name or (NAME ARGUMENT ...) as the left side of a rule, found {write_expression(left)[:60]}")
    return Rule(name, tuple(args), rhs, weight, base)
