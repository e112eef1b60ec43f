"""Improvise over every chart.   python -m stages.sample djmodel

From a model and the charts named in params.yaml (where none is named: the changes of the corpus itself) to
``artifacts/<improviser>/takes.jsonl``, a take a line. A take is a function of the model, its chart, its seed and how it is chosen: of ``best_of`` candidates,
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

CORPUS = Path("artifacts/corpus")
ARTIFACTS = Path("artifacts")
TOGETHER = 64               # takes that are played at a time
OTHERS = 2                  # the streams of chance of a take's candidates but the first; 1 is that of ``perform``


@dataclass(frozen=True)
class Params:
    """What to play over and how to choose, in any grammar.

    Args:
        charts: files whose chords are played over, lead sheets with or without a melody; none: those of the corpus.
        choruses: how often in a row. takes: how many on each chart. seed: of the first take.
        greedy, temperature, top_k, top_p: see ``improvisers/choosing.py``.
        best_of: candidates for each take, of which one is kept; without ``by`` the one that surprises its improviser least. With ``greedy`` there is only one.
    """

    charts: list[str]
    choruses: Annotated[int, Ge(1), Le(1000)]
    takes: Annotated[int, Ge(1), Le(100_000)]
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
    module, parse = improvisers.load(name), parse_section()
    grammar, params = grammars.load(parse.grammar), read(parse.grammar)
    settings = read_params(f"grammar.{parse.grammar}", grammar.Params)
    vocabulary = Vocabulary.from_json(artifacts.read_json(CORPUS / "vocabulary.json"))
    improviser = module.read(ARTIFACTS / name / "model")
    lessons = Lessons.read(CORPUS / "windows.npz")
    habits = grammar.habits([vocabulary.decode(solo) for solo in lessons.train])
    corpus = [Solo.from_json(record) for record in artifacts.read_lines(CORPUS / "solos.jsonl")]

    over, many = charts(params, corpus), 1 if params.greedy else params.best_of
    (limits, within), choice = asked(params, parse, corpus), Choice(params.greedy, params.temperature, params.top_k, params.top_p)
    limits.check(over, vocabulary)
    people = usual(corpus) if many > 1 and isinstance(params, Woodshed) and params.by == "human" else None
    wanted = [Candidate(chart, take, [params.seed, take, zlib.crc32(chart.source.encode())], number)        # another chart in the list changes no other take
              for chart in over for take in range(1, params.takes + 1) for number in range(many)]
    found: list[tuple[float, dict]] = []
    for first in tqdm(range(0, len(wanted), TOGETHER), desc=f"sample {name}", unit="batch", disable=None):
        together = wanted[first:first + TOGETHER]
        constraint = grammar.constraint([candidate.chart for candidate in together], vocabulary, habits, within, settings, limits)
        played, nats = improvise(improviser, constraint, [candidate.generator for candidate in together], choice)
        for candidate, integers, surprise in zip(together, played, nats):
            take = {"chart": candidate.chart.to_json(), "take": candidate.take, "seed": candidate.seed, "candidate": candidate.number, "compass": within,
                    "integers": integers, "tokens": grammar.tokens(vocabulary.decode(integers))}
            found.append((distance(perform(take, grammar), people) if people else surprise, take))
    takes = [best(found[first:first + many]) for first in range(0, len(found), many)]
    artifacts.write_lines(ARTIFACTS / name / "takes.jsonl", takes)
    print(f"sample {name}: {len(takes)} takes, {sum(len(take['tokens']) for take in takes)} tokens")


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
