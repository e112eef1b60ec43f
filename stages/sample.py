"""Improvise over every chart.   python -m stages.sample djmodel

From a model and the charts named in params.yaml (where none is named: the changes of the corpus itself) to
``artifacts/<improviser>/takes.jsonl``, a take a line; and over the changes of test tunes to heldout.jsonl, to be measured. A take is a function of the model, its chart, its seed and how it is chosen: of ``best_of`` candidates,
the first of which is what a single one would be, the best is kept.
"""

import zlib
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import numpy as np
from annotated_types import Ge, Gt, Le
from tqdm import tqdm

from stages import grammar as grammars
from stages import improvisers
from stages.corpora.charts import read_chart, read_opening
from stages.corpora.errors import CorpusError
from stages.evaluation.chunks import BARS, cut
from stages.evaluation.closeness import distance, usual
from stages.experiment import artifacts
from stages.experiment.params import PARAMS, ParamsError, read_params, section
from stages.experiment.parse_section import Parse, parse_section
from stages.experiment.running import run
from stages.grammar.limits import NONE, Limits
from stages.grammar.takes import compass, perform, reach
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import Lessons
from stages.improvisers.choosing import Choice, improvise
from stages.melody.quantize import Grid
from stages.melody.solo import Solo
from stages.melody.tunes import tune_key

CORPUS = Path("artifacts/corpus")
ARTIFACTS = Path("artifacts")
TOGETHER = 64               # takes that are played at a time
PIECE = 32                  # bars of a test tune that are played over, at most
OTHERS = 2                  # the streams of chance of a take's candidates but the first; 1 is that of ``perform``


@dataclass(frozen=True)
class Params:
    """What to play over and how to choose, in any grammar.

    Args:
        charts: files whose chords are played over, lead sheets with or without a melody; none: those of the corpus.
        choruses: how often in a row. takes: how many on each chart. seed: of the first take.
        chunks: of eight bars, at least, that are played over the changes of test tunes besides, to be measured; 0: none.
        greedy, temperature, top_k, top_p: see ``improvisers/choosing.py``.
        best_of: candidates for each take, of which one is kept; without ``by`` the one that surprises its improviser least. With ``greedy`` there is only one.
    """

    charts: list[str]
    choruses: Annotated[int, Ge(1), Le(1000)]
    takes: Annotated[int, Ge(1), Le(100_000)]
    chunks: Annotated[int, Ge(0), Le(100_000)]
    seed: Annotated[int, Ge(0)]
    greedy: bool
    temperature: Annotated[float, Gt(0), Le(1000)]
    top_k: Annotated[int, Ge(0), Le(1_000_000)]
    top_p: Annotated[float, Gt(0), Le(1)]
    best_of: Annotated[int, Ge(1), Le(10_000)]


@dataclass(frozen=True)
class Woodshed(Params):
    """What else can be asked for where there are notes over chords.

    Args:
        by: what the best candidate is: ``likelihood`` (``improvisers/choosing.py``) or ``human``, the closest to the solos of the corpus (``evaluation/closeness.py``).
        lowest, highest: pitches, see ``grammar/takes.py``.
        chord_tone_beats, repeats, pattern_notes, pattern_times: see ``grammar/limits.py``.
        opening: a file whose notes each take begins with, see ``grammar/opening.py``; None: no such file.
    """

    by: Literal["likelihood", "human"]
    lowest: int | str | None
    highest: int | str | None
    chord_tone_beats: list[Annotated[float, Ge(1)]]
    repeats: Annotated[int, Ge(0), Le(1_000_000)]
    pattern_notes: Annotated[int, Ge(0), Le(1_000_000)]
    pattern_times: Annotated[int, Ge(1), Le(1_000_000)]
    opening: str | None


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


def main(name: str) -> None:
    """The stage, for one improviser."""
    parse, home = parse_section(), ARTIFACTS / name
    params = read(parse.grammar)
    corpus = [Solo.from_json(record) for record in artifacts.read_lines(CORPUS / "solos.jsonl")]
    studio = Studio(name, parse, params, corpus)
    over = charts(params, corpus)
    takes = studio.play([(chart, take) for chart in over for take in range(1, params.takes + 1)])
    unseen = held_out(corpus, artifacts.read_json(CORPUS / "split.json")["test"], params.chunks)
    artifacts.write_lines(home / "takes.jsonl", takes)
    artifacts.write_lines(home / "heldout.jsonl", studio.play(unseen))
    print(f"sample {name}: {len(takes)} takes, {sum(len(take['tokens']) for take in takes)} tokens; {len(unseen)} over the changes of {len({chart.tune for chart, _ in unseen})} test tunes")


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
        self._people = usual(corpus) if self._many > 1 and isinstance(params, Woodshed) and params.by == "human" else None

    def play(self, wanted: list[tuple[Solo, int]]) -> list[dict]:
        """A line of takes.jsonl for each chart and number of a take."""
        candidates = [Candidate(chart, take, [self._params.seed, take, zlib.crc32(chart.source.encode())], number)        # another chart in the list changes no other take
                      for chart, take in wanted for number in range(self._many)]
        found: list[tuple[float, dict]] = []
        for first in tqdm(range(0, len(candidates), TOGETHER), desc=f"sample {self._name}", unit="batch", disable=None):
            together = candidates[first:first + TOGETHER]
            by_symbol = hasattr(self._improviser, "step")
            for candidate, (tokens, surprise) in zip(together, self._by_symbol(together) if by_symbol else map(self._whole, together)):
                take = {"chart": candidate.chart.to_json(), "take": candidate.take, "seed": candidate.seed, "candidate": candidate.number, "compass": self._within, "tokens": tokens}
                found.append((distance(perform(take, self._grammar), self._people) if self._people else surprise, take))
        return [best(found[first:first + self._many]) for first in range(0, len(found), self._many)]

    def _by_symbol(self, together: list[Candidate]) -> list[tuple[list[str], float]]:
        """Tokens and surprise of takes that grow symbol by symbol, side by side."""
        over = [candidate.chart for candidate in together]
        self._limits.check(over, self._vocabulary)
        constraint = self._grammar.constraint(over, self._vocabulary, self._habits, self._within, self._settings, self._limits)
        played, nats = improvise(self._improviser, constraint, [candidate.generator for candidate in together], self._choice)
        return [(self._grammar.tokens(self._vocabulary.decode(integers)), surprise) for integers, surprise in zip(played, nats.tolist())]

    def _whole(self, candidate: Candidate) -> tuple[list[str], float]:
        """The same of a take that is played as a whole; it can only be chosen by what sounds."""
        solo = self._improviser.play(candidate.chart, candidate.generator, self._within)
        return [token for bar in self._grammar.measures(solo) for token in bar], 0.0


def held_out(corpus: list[Solo], tunes: list[str], chunks: int) -> list[tuple[Solo, int]]:
    """Charts and numbers of takes that make at least so many chunks of eight bars: the changes of one solo on each test tune, at most PIECE bars of it, in rounds."""
    firsts = {tune_key(solo.tune or solo.source): solo for solo in reversed(corpus)}
    pieces = [replace(cut(firsts[tune], min(PIECE, firsts[tune].changes.bars // BARS * BARS))[0], notes=(), phrases=(), seconds=(), source=tune) for tune in tunes if firsts[tune].changes.bars >= BARS]
    each = sum(piece.changes.bars // BARS for piece in pieces)
    return [(piece, take) for take in range(1, -(-chunks // each) + 1 if each else 1) for piece in pieces]


def read(grammar: str) -> Params:
    """The section for a grammar. Raises ParamsError for a key that it does not have, or a value out of range."""
    if grammar == "woodshed":
        return read_params("sample.woodshed", Woodshed)
    others = {field.name for field in fields(Woodshed)} - {field.name for field in fields(Params)}
    if refused := sorted(others & section(f"sample.{grammar}").keys()):
        raise ParamsError(f"{PARAMS}: sample.{grammar}.{refused[0]}: the values of this grammar are no notes over chords; it knows temperature, top_k, top_p and best_of (by likelihood)")
    return read_params(f"sample.{grammar}", Params)


def asked(params: Params, parse: Parse, corpus: list[Solo]) -> tuple[Limits, tuple[int, int]]:
    """The limits, and the lowest and highest pitch. Raises CorpusError for an opening that cannot be read, GrammarError for limits that cannot be kept."""
    if not isinstance(params, Woodshed):
        return NONE, compass(corpus)
    opening = None if params.opening is None else read_opening(Path(params.opening), Grid(parse.grid, Fraction(parse.legato)))
    limits = Limits(tuple(params.chord_tone_beats), params.repeats, params.pattern_notes, params.pattern_times, opening)
    return limits, reach(params.lowest, params.highest, compass(corpus), opening)


def best(candidates: list[tuple[float, dict]]) -> dict:
    """The candidate with the lowest number, which is rounded, so that its last bits never decide; of equals, the first."""
    return min(candidates, key=lambda candidate: round(candidate[0], 6))[1]


def charts(params: Params, corpus: list[Solo]) -> list[Solo]:
    """The changes to play over, each as a solo without notes that is named after its file. Raises CorpusError for a chart that cannot be read, or two of one name."""
    if params.charts:
        found = [replace(chart, changes=chart.changes.times(params.choruses), reading={}) for chart in map(read_chart, map(Path, params.charts))]
    else:
        found = [replace(solo, notes=(), source=str(Path(solo.source).with_suffix("")).replace("/", "-")) for solo in corpus]
    names = [chart.source for chart in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise CorpusError(f"expected charts of different names, since takes are named after them; found {', '.join(twice)} more than once")
    return found


if __name__ == "__main__":
    run(main, CorpusError, grammars.GrammarError)
