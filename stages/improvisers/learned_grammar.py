"""A jazz grammar that is learnt from the solos: Gillick, Tang & Keller, "Machine Learning of Jazz Grammars" (2010). See ``stages/jazzgrammar``.

It plays a whole chart at once and judges whole solos, so it has ``play`` and ``nats`` where other improvisers have ``step`` and ``log_probabilities``.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from stages.grammar.windows import Lessons
from stages.jazzgrammar.improvising import improvise
from stages.jazzgrammar.learned import LearnedGrammar as Learned
from stages.jazzgrammar.learning import Params
from stages.melody.solo import Solo

__all__ = ["LearnedGrammar", "Params", "fit", "read"]


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
        """``learned.grammar`` and ``fallback.json``."""
        self._learned.write(folder)


def read(folder: Path) -> LearnedGrammar:
    """The inverse of ``LearnedGrammar.write``."""
    return LearnedGrammar(Learned.read(folder))


def fit(lessons: Lessons, params: Params, report: Callable[[dict], None]) -> tuple[LearnedGrammar, list[dict]]:
    """Learn from the training solos, in one epoch.

    Returns:
        The model, and its losses in nats a symbol of the woodshed grammar, the validation loss None where no tune is kept for it.

    Raises:
        JazzGrammarError: nothing to learn from, or a slide beyond the window.
    """
    model = LearnedGrammar(Learned.fit(lessons.solos("train"), params))
    losses = {"epoch": 1, "loss": _loss(model, lessons, "train"), "validation_loss": _loss(model, lessons, "validation")}
    report(losses)
    return model, [losses]


def _loss(model: LearnedGrammar, lessons: Lessons, part: str) -> float | None:
    symbols = sum(map(len, getattr(lessons, part)))
    return sum(sum(model.nats(solo)) for solo in lessons.solos(part)) / symbols if symbols else None
