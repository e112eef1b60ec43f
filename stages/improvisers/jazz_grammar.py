"""A jazz grammar out of a file, as Impro-Visor reads it: Keller & Morrison, "A Grammatical Approach to Automatic Improvisation" (2007). See ``stages/jazzgrammar``.

Nothing is learnt. It plays a whole chart at once and judges whole solos, so it has ``play`` and ``nats`` where other improvisers have ``step`` and ``log_probabilities``. Most solos have no
derivation in a grammar of a page, so they are judged with an escape, note by note, that is part of the probability (``jazzgrammar/likelihood.py``); and as the grammar chose the notes: before
repeated ones are joined and those outside the harmony moved, and as if what is shared were chosen anew each time.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from stages.experiment import artifacts
from stages.grammar.windows import Lessons
from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.grammar import JazzGrammar as Grammar
from stages.jazzgrammar.grammar import read_grammar, write_grammar
from stages.jazzgrammar.improvising import improvise
from stages.jazzgrammar.likelihood import Escape, log_likelihood
from stages.jazzgrammar.sexpr import Expression
from stages.melody.solo import Solo

FILE = "jazz.grammar"
RULES = 400                 # of a grammar with more, the sum over all derivations would take minutes a solo


@dataclass(frozen=True)
class Params:
    """file: a ``.grammar`` file. faithful: as Impro-Visor of 2019 plays it, mistakes included."""

    file: str
    faithful: bool


class JazzGrammar:
    """A grammar that plays."""

    def __init__(self, grammar: Grammar, faithful: bool):
        self._grammar, self._faithful = grammar, faithful
        rules = tuple(replace(rule, rhs=tuple(map(_unshared, rule.rhs))) for rule in grammar.rules)
        self._as_chosen = replace(grammar, rules=rules, parameters=dict(grammar.parameters) | {"avoid-repeats": "false", "rectify": "false"})

    def play(self, chart: Solo, generator: np.random.Generator, compass: tuple[int, int]) -> Solo:
        """A solo over the changes of a chart, in a compass of MIDI pitches at least an octave wide."""
        return improvise(self._grammar, chart.changes, generator, compass, self._faithful)

    def nats(self, solo: Solo) -> tuple[float, None] | None:
        """Minus the log-likelihood of a solo in all, since the grammar does not tell rhythm and pitch apart; None of a grammar of which it is not known, or which is too large."""
        if len(self._grammar.rules) > RULES:
            return None
        try:
            return -log_likelihood(self._as_chosen, solo, (0, 127), Escape()), None
        except JazzGrammarError:
            return None

    def write(self, folder: Path) -> None:
        """``jazz.grammar``, which Impro-Visor reads too, and ``playing.json``."""
        artifacts.write_text(folder / FILE, write_grammar(self._grammar))
        artifacts.write_json(folder / "playing.json", {"faithful": self._faithful})


def _unshared(item: Expression) -> Expression:
    return item[1] if isinstance(item, tuple) and len(item) == 2 and item[0] in ("share", "unshare") else item


def read(folder: Path) -> JazzGrammar:
    """The inverse of ``JazzGrammar.write``."""
    return JazzGrammar(read_grammar((folder / FILE).read_text(encoding="utf-8")), artifacts.read_json(folder / "playing.json")["faithful"])


def fit(lessons: Lessons, params: Params, report: Callable[[dict], None]) -> tuple[JazzGrammar, list[dict]]:
    """Read the grammar; it has no losses. Raises JazzGrammarError for a file that cannot be read."""
    path = Path(params.file)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise JazzGrammarError(f"params.yaml: jazz_grammar.woodshed.file: expected a .grammar file, found that {path} cannot be read ({type(error).__name__})") from None
    try:
        model = JazzGrammar(read_grammar(text), params.faithful)
    except JazzGrammarError as error:
        raise JazzGrammarError(f"{path}: {error}") from None
    losses = {"epoch": 1, "loss": None, "validation_loss": None}
    report(losses)
    return model, [losses]
