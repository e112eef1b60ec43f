"""How well a learnt grammar expects a solo.

A solo is cut into windows. Each comes from the grammar or, with the escape probability e, from the fallback (``fallback.py``), after which the grammar begins anew at START:

    P(window | before) = (1 - e) sum over contexts of P(context | before) sum over productions of share * P(pitches | production)  +  e P(fallback)

P(context | before) is the forward algorithm over the nonterminals of ``chains.py``, back-off included; P(pitches | production) follows the player note by note (``lines.py``). At each place
of each solo all windows that may come have a probability of 1 together.

Exact: all of this, for the grammar as its file says. Left out: what the player does to a line afterwards (joining repeated notes, except that a note held into a window counts as one, and moving
notes that are no chord or colour tones), and the compass. e is the share of training windows that no production of another solo can have made, counted with a half more (Jeffreys); the clusters stay
as they are, and the fallback has counted all windows.
"""

from collections import defaultdict
from collections.abc import Iterable
from math import exp, log
from pathlib import Path

import numpy as np

from stages.experiment import artifacts
from stages.jazzgrammar.abstraction import production
from stages.jazzgrammar.chains import Context, read_chains
from stages.jazzgrammar.durations import BEAT
from stages.jazzgrammar.fallback import Fallback
from stages.jazzgrammar.grammar import JazzGrammar, read_grammar, write_grammar
from stages.jazzgrammar.learning import Params, learn, written
from stages.jazzgrammar.lines import Lines
from stages.jazzgrammar.sounding import Timeline
from stages.jazzgrammar.windowing import Window, whole
from stages.melody.solo import Solo

FILE = "learned.grammar"
State = dict[Context, float]            # the clusters of the windows before (none: the grammar begins anew), and how likely it was these


class LearnedGrammar:
    """A learnt grammar and what it needs to judge a solo.

    Args:
        grammar: as ``learn`` gives it, or read from its file.
    """

    def __init__(self, grammar: JazzGrammar, fallback: Fallback):
        self.grammar, self.fallback = grammar, fallback
        self._chains, self._lines = read_chains(grammar), Lines(grammar)

    @classmethod
    def fit(cls, solos: Iterable[Solo], params: Params) -> "LearnedGrammar":
        """Learn a grammar. Raises JazzGrammarError as ``learn`` does."""
        solos = list(solos)
        cut = [(solo, whole(solo, params.window)) for solo in solos]
        learnt = cls(learn(solos, params), Fallback.fit([windows for _, windows in cut], params.window * BEAT, (0, 0)))
        learnt.fallback.escapes = _escapes(learnt._lines, cut)
        return learnt

    def log_probabilities(self, solo: Solo) -> np.ndarray:
        """Natural logarithms of the probability of each window, given all before it: float64 (windows, 2), of its rhythm and of its pitches given that.

        Raises:
            JazzGrammarError: two notes sound at once.
        """
        timeline, state, previous, found = Timeline(solo.changes, self._lines.settings), {(): 1.0}, None, []
        for number, window in enumerate(whole(solo, self.fallback.slots // BEAT)):
            rhythm, both, state = self.step(state, window, number * self.fallback.slots, timeline)
            found.append((rhythm, both - rhythm + self.fallback.tie(previous, window)))
            previous = window
        return np.array(found).reshape(-1, 2)

    def log_likelihood(self, solo: Solo) -> tuple[float, float]:
        """The same for a whole solo: (rhythm, pitches), their sum being its log-likelihood in nats. Raises JazzGrammarError as ``log_probabilities`` does."""
        rhythm, pitches = self.log_probabilities(solo).sum(axis=0)
        return float(rhythm), float(pitches)

    def step(self, state: State, window: Window, start: int, timeline: Timeline) -> tuple[float, float, State]:
        """Logarithms of the probability of a window's rhythm, and of its rhythm and pitches, ties left out; and the state behind it. ``start``: its slot."""
        shares, made = self._lines.shares(window), defaultdict(float)
        for likely, makers in self._lines.makers(window, start, timeline):
            for maker in makers:
                made[maker.label] += likely * maker.share
        contexts = self._followed(state, shares)
        escape = self.fallback.escape
        escaped = log(escape) + self.fallback.rhythm(window)
        rhythm = _log_sum((1 - escape) * sum(likely * shares[context[-1]] for context, likely in contexts.items()), escaped)
        after = {context: (1 - escape) * likely * made[context[-1]] for context, likely in contexts.items() if context[-1] in made}
        escaped += self.fallback.pitch(window)
        both = _log_sum(sum(after.values()), escaped)
        return rhythm, both, {**{context: exp(log(likely) - both) for context, likely in after.items() if likely}, (): exp(escaped - both)}

    def _followed(self, state: State, labels: Iterable[int]) -> State:
        """The contexts that end with one of some clusters and may follow a state, and how likely they do."""
        found, waiting, labels, chains = defaultdict(float), defaultdict(float, state), set(labels), self._chains
        for length in range(chains.longest, -1, -1):                     # the long contexts first, since they fall back to the short ones
            for context in [context for context in waiting if len(context) == length]:
                after, forgetting = chains.followers[context], chains.forgetting.get(context, 0)
                share = waiting[context] / (sum(after.values()) + forgetting)
                for label in labels & after.keys():
                    found[chains.known((*context, label))] += share * after[label]
                if context:
                    waiting[chains.known(context[1:])] += share * forgetting
        return found

    def write(self, folder: Path) -> None:
        """``learned.grammar``, which any player of jazz grammars reads, and ``fallback.json``."""
        artifacts.write_text(folder / FILE, write_grammar(self.grammar))
        artifacts.write_json(folder / "fallback.json", self.fallback.to_json())

    @classmethod
    def read(cls, folder: Path) -> "LearnedGrammar":
        """The inverse of ``write``. Raises JazzGrammarError for a grammar that cannot be read."""
        grammar = read_grammar((folder / FILE).read_text(encoding="utf-8"))
        return cls(grammar, Fallback.from_json(artifacts.read_json(folder / "fallback.json")))


def _log_sum(likely: float, other: float) -> float:
    """log(likely + exp(other)); with many notes in a window exp(other) may be too small for a float."""
    return float(np.logaddexp(log(likely), other)) if likely else other


def _escapes(lines: Lines, cut: list[tuple[Solo, list[Window]]]) -> tuple[int, int]:
    """How many windows no production of another solo can have made, and how many there are."""
    owners: dict[tuple, set[int]] = defaultdict(set)
    for number, (_, windows) in enumerate(cut):
        for window in windows:
            owners[written(production(window))].add(number)
    alone = total = 0
    for number, (solo, windows) in enumerate(cut):
        timeline, start = Timeline(solo.changes, lines.settings), 0
        for window in windows:
            others = (owners[maker.rhs] - {number} for likely, makers in lines.makers(window, start, timeline) for maker in makers)
            alone, total, start = alone + (not any(others)), total + 1, start + sum(event.slots for event in window.events)
    return alone, total
