"""The playing: takes of one improviser over charts, many side by side; of several candidates for a take the best is kept."""

import zlib
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from tqdm import tqdm

from stages import grammar as grammars
from stages import improvisers
from stages.evaluation.closeness import distance, usual
from stages.experiment import artifacts
from stages.experiment.params import read_params
from stages.experiment.parse_section import Parse
from stages.grammar.limits import Limits
from stages.grammar.takes import perform
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import Lessons
from stages.improvisers.choosing import Choice, improvise
from stages.melody.solo import Solo
from stages.melody.tunes import solos_on
from stages.sampling.asked import Params, Woodshed, asked

CORPUS = Path("artifacts/corpus")
ARTIFACTS = Path("artifacts")
TOGETHER = 64               # takes that are played at a time
OTHERS = 2                  # the streams of chance of a take's candidates but the first; 1 is that of ``perform``


class Candidate(NamedTuple):
    """What is to be played: a chart, the number of the take and its seed, and the number of the candidate for it, from 0."""

    chart: Solo
    take: int
    seed: list[int]
    number: int

    @property
    def generator(self) -> np.random.Generator:
        """Its source of chance."""
        return np.random.Generator(np.random.PCG64([*self.seed, OTHERS, self.number] if self.number else self.seed))


class Studio:
    """An improviser and all that its takes depend on, but for their charts.

    Raises:
        ParamsError, CorpusError, GrammarError: what was asked for cannot be done; the message names the key.
    """

    def __init__(self, name: str, parse: Parse, params: Params, corpus: list[Solo]):
        self._name, self._params, self._grammar = name, params, grammars.load(parse.grammar)
        self._improviser = improvisers.load(name).read(ARTIFACTS / name / "model")
        self._settings = read_params(f"grammar.{parse.grammar}", self._grammar.Params)
        self._vocabulary = Vocabulary.from_json(artifacts.read_json(CORPUS / "vocabulary.json"))
        self._habits = self._grammar.habits([self._vocabulary.decode(solo) for solo in Lessons.read(CORPUS / "windows.npz").train])
        self._limits, self._within = asked(params, parse, corpus)
        self._choice, self._many = Choice(params.greedy, params.temperature, params.top_k, params.top_p), 1 if params.greedy else params.best_of
        by_people = self._many > 1 and isinstance(params, Woodshed) and params.by == "human"
        self._people = usual(solos_on(corpus, artifacts.read_json(CORPUS / "split.json")["train"])) if by_people else None

    def play(self, wanted: list[tuple[Solo, int]], opening: bool = True) -> list[dict]:
        """A line of takes.jsonl for each chart and number of a take; with the opening that was asked for, or without."""
        limits = self._limits if opening else replace(self._limits, opening=None)
        candidates = [Candidate(chart, take, [self._params.seed, take, zlib.crc32(chart.source.encode())], number)        # another chart in the list changes no other take
                      for chart, take in wanted for number in range(self._many)]
        found: list[tuple[float, dict]] = []
        for first in tqdm(range(0, len(candidates), TOGETHER), desc=f"sample {self._name}", unit="batch", disable=None):
            together = candidates[first:first + TOGETHER]
            by_symbol = hasattr(self._improviser, "step")
            for candidate, (tokens, surprise) in zip(together, self._by_symbol(together, limits) if by_symbol else map(self._whole, together)):
                take = {"chart": candidate.chart.to_json(), "take": candidate.take, "seed": candidate.seed, "candidate": candidate.number, "compass": self._within, "tokens": tokens}
                found.append((distance(perform(take, self._grammar), self._people) if self._people else surprise, take))
        return [best(found[first:first + self._many]) for first in range(0, len(found), self._many)]

    def _by_symbol(self, together: list[Candidate], limits: Limits) -> list[tuple[list[str], float]]:
        """Tokens and surprise of takes that grow symbol by symbol, side by side."""
        over = [candidate.chart for candidate in together]
        limits.check(over, self._vocabulary)
        constraint = self._grammar.constraint(over, self._vocabulary, self._habits, self._within, self._settings, limits)
        played, nats = improvise(self._improviser, constraint, [candidate.generator for candidate in together], self._choice)
        return [(self._grammar.tokens(self._vocabulary.decode(integers)), surprise) for integers, surprise in zip(played, nats.tolist())]

    def _whole(self, candidate: Candidate) -> tuple[list[str], float]:
        """The same of a take that is played as a whole; it can only be chosen by what sounds."""
        solo = self._improviser.play(candidate.chart, candidate.generator, self._within)
        return [token for bar in self._grammar.measures(solo) for token in bar], 0.0


def best(candidates: list[tuple[float, dict]]) -> dict:
    """The candidate with the lowest number, which is rounded, so that its last bits never decide; of equals, the first."""
    return min(candidates, key=lambda candidate: round(candidate[0], 6))[1]
