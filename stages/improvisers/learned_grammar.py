"""A jazz grammar that is learnt from the solos: Gillick, Tang & Keller, "Machine Learning of Jazz Grammars" (2010). See ``stages/jazzgrammar``.

It plays a whole chart at once and judges whole solos, so it has ``play`` and ``nats`` where other improvisers have ``step`` and ``log_probabilities``. With ``faithful`` it is learnt and
played as by the authors' program, mistakes included; what such a grammar makes of a solo that it does not know is not defined, so it judges none.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from stages.experiment import artifacts
from stages.grammar.windows import Lessons
from stages.jazzgrammar.grammar import JazzGrammar, read_grammar, write_grammar
from stages.jazzgrammar.improvising import improvise
from stages.jazzgrammar.learned import FILE
from stages.jazzgrammar.learned import LearnedGrammar as Learned
from stages.jazzgrammar.learning import Params, learn
from stages.melody.solo import Solo

__all__ = ["Faithful", "LearnedGrammar", "Params", "fit", "read"]


class LearnedGrammar:
    """A learnt grammar."""

    def __init__(self, learned: Learned):
        self._learned = learned

    def play(self, chart: Solo, generator: np.random.Generator, compass: tuple[int, int]) -> Solo:
        """A solo over the changes of a chart, in a compass of MIDI pitches at least an octave wide."""
        return improvise(self._learned.grammar, chart.changes, generator, compass)

    def nats(self, solo: Solo) -> tuple[float, float]:
        """Minus the log-likelihood of a solo: of its rhythm and of its pitches given that."""
        rhythm, pitch = self._learned.log_likelihood(solo)
        return -rhythm, -pitch

    def write(self, folder: Path) -> None:
        """``learned.grammar``, ``fallback.json`` and ``playing.json``."""
        self._learned.write(folder)
        artifacts.write_json(folder / "playing.json", {"faithful": False})


class Faithful:
    """One that is learnt and played as by the authors' program."""

    def __init__(self, grammar: JazzGrammar):
        self._grammar = grammar

    def play(self, chart: Solo, generator: np.random.Generator, compass: tuple[int, int]) -> Solo:
        """As that of ``LearnedGrammar``, but that it may leave the compass by a semitone, and end early."""
        return improvise(self._grammar, chart.changes, generator, compass, faithful=True)

    def nats(self, solo: Solo) -> None:
        """Not known."""

    def write(self, folder: Path) -> None:
        """``learned.grammar`` and ``playing.json``."""
        artifacts.write_text(folder / FILE, write_grammar(self._grammar))
        artifacts.write_json(folder / "playing.json", {"faithful": True})


def read(folder: Path) -> LearnedGrammar | Faithful:
    """The inverse of ``write``."""
    if artifacts.read_json(folder / "playing.json")["faithful"]:
        return Faithful(read_grammar((folder / FILE).read_text(encoding="utf-8")))
    return LearnedGrammar(Learned.read(folder))


def fit(lessons: Lessons, params: Params, report: Callable[[dict], None]) -> tuple[LearnedGrammar | Faithful, list[dict]]:
    """Learn from the training solos, in one epoch.

    Returns:
        The model, and its losses in nats a symbol of the woodshed grammar: None where it judges no solo, the validation loss also where no tune is kept for it.

    Raises:
        JazzGrammarError: as ``learn`` does.
    """
    solos = lessons.solos("train")
    model = Faithful(learn(solos, params)) if params.faithful else LearnedGrammar(Learned.fit(solos, params))
    losses = {"epoch": 1, "loss": _loss(model, lessons, "train"), "validation_loss": _loss(model, lessons, "validation")}
    report(losses)
    return model, [losses]


def _loss(model: LearnedGrammar | Faithful, lessons: Lessons, part: str) -> float | None:
    nats, symbols = [model.nats(solo) for solo in lessons.solos(part)], sum(map(len, getattr(lessons, part)))
    return sum(map(sum, nats)) / symbols if symbols and None not in nats else None
