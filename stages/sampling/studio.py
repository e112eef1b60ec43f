"""The playing: takes of one improviser over charts, many side by side; of several candidates for a take the best is kept."""

import zlib
from collections.abc import Iterator
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
from stages.grammar.limits import NONE, Limits
from stages.grammar.takes import perform
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import Lessons
from stages.improvisers.choosing import Choice, improvise
from stages.melody.solo import Solo
from stages.melody.tunes import solos_on
from stages.sampling.asked import Params, Woodshed, asked, steering

CORPUS = Path("artifacts/corpus")
ARTIFACTS = Path("artifacts")
TOGETHER = 64               # takes that are played at a time
OTHERS = 2                  # the streams of chance of a take's candidates but the first; 1 is that of ``perform``


Played = tuple[list[str], float, tuple[int, int]]       # tokens, how surprising the improviser finds them, and the lowest and highest pitch that they may reach


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
        self._by_symbol = hasattr(self._improviser, "step")
        if not self._by_symbol and (idle := steering(params)):
            print(f"sample {name}: it chooses by the weights of its rules, so without effect on it: {', '.join(idle)}")
        self._choice, self._many = Choice(params.greedy, params.temperature, params.top_k, params.top_p), 1 if params.greedy and self._by_symbol else params.best_of
        by_people = self._many > 1 and isinstance(params, Woodshed) and params.by == "human"
        self._people = usual(solos_on(corpus, artifacts.read_json(CORPUS / "split.json")["train"])) if by_people else None

    def play(self, wanted: list[tuple[Solo, int]], opening: bool = True) -> list[dict]:
        """A line of takes.jsonl for each chart and number of a take; with the opening that was asked for, or without."""
        limits = self._limits if opening else replace(self._limits, opening=None)
        if opening:
            limits.check([chart for chart, _ in wanted], self._vocabulary)
        candidates = [Candidate(chart, take, [self._params.seed, take, zlib.crc32(chart.source.encode())], number)        # another chart in the list changes no other take
                      for chart, take in wanted for number in range(self._many)]
        found: list[tuple[float, dict]] = []
        for first in tqdm(range(0, len(candidates), TOGETHER), desc=f"sample {self._name}", unit="batch", disable=None):
            together = candidates[first:first + TOGETHER]
            for candidate, (tokens, surprise, within) in zip(together, (self._grown if self._by_symbol else self._whole)(together, limits)):
                take = {"chart": candidate.chart.to_json(), "take": candidate.take, "seed": candidate.seed, "candidate": candidate.number, "compass": within, "tokens": tokens}
                found.append((distance(perform(take, self._grammar), self._people) if self._people else surprise, take))
        return [best(found[first:first + self._many]) for first in range(0, len(found), self._many)]

    def fills(self, chart: Solo) -> bool:
        """Whether the improviser can fill a chart with what the corpus has."""
        try:
            if self._by_symbol:
                self._grammar.constraint([chart], self._vocabulary, self._habits, self._within, self._settings, NONE, [Candidate(chart, 1, [0], 0).generator])
        except grammars.GrammarError:
            return False
        return True

    def _grown(self, together: list[Candidate], limits: Limits) -> list[Played]:
        """Takes that grow symbol by symbol, side by side."""
        over, generators = [candidate.chart for candidate in together], [candidate.generator for candidate in together]
        constraint = self._grammar.constraint(over, self._vocabulary, self._habits, self._within, self._settings, limits, generators)
        played, nats = improvise(self._improviser, constraint, generators, self._choice)
        return [(self._grammar.tokens(self._vocabulary.decode(integers), self._settings), surprise, self._within) for integers, surprise in zip(played, nats.tolist())]

    def _whole(self, together: list[Candidate], limits: Limits) -> Iterator[Played]:
        """Takes that are played as a whole; of one with an opening, what begins behind it. (A faithful grammar may leave its compass.) Raises GrammarError for a choice by a likelihood that is not known."""
        for candidate in together:
            solo = self._improviser.play(candidate.chart, candidate.generator, self._within)
            surprise = self._surprise(solo) if self._many > 1 and not self._people else 0.0
            if limits.opening:
                given = limits.opening.notes
                solo = replace(solo, notes=(*given, *(note for note in solo.notes if note.onset >= given[-1].end)))
            pitches = [*self._within, *(note.pitch for note in solo.notes)]
            yield [token for bar in self._grammar.measures(solo) for token in bar], surprise, (min(pitches), max(pitches))

    def _surprise(self, solo: Solo) -> float:
        """Nats a symbol, two a note."""
        if (nats := self._improviser.nats(solo)) is None:
            raise grammars.GrammarError(f"params.yaml: sample.woodshed.by: expected human for {self._name}, found likelihood: how likely its grammar finds a take is not known")
        return sum(part for part in nats if part is not None) / max(2 * len(solo.notes), 1)


def best(candidates: list[tuple[float, dict]]) -> dict:
    """The candidate with the lowest number, which is rounded, so that its last bits never decide; of equals, the first."""
    return min(candidates, key=lambda candidate: round(candidate[0], 6))[1]
