"""Improvise over every chart.   python -m stages.sample djmodel

From a model and the charts named in params.yaml (where none is named: the changes of the corpus itself) to
``artifacts/<improviser>/takes.jsonl``, a take a line. A take is a function of the model, its chart and its seed.
"""

import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import numpy as np
from annotated_types import Ge, Gt, Le
from tqdm import tqdm

from stages import grammar as grammars
from stages import improvisers
from stages.corpora.charts import read_chart
from stages.corpora.errors import CorpusError
from stages.experiment import artifacts
from stages.experiment.params import read_params
from stages.experiment.parse_section import parse_section
from stages.experiment.running import run
from stages.grammar.takes import compass
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import Lessons
from stages.improvisers.choosing import Choice, improvise
from stages.melody.solo import Solo

CORPUS = Path("artifacts/corpus")
ARTIFACTS = Path("artifacts")
TOGETHER = 64               # takes that are played at a time


@dataclass(frozen=True)
class Params:
    """What to play over and how to choose.

    Args:
        charts: files whose chords are played over, lead sheets with or without a melody; none: those of the corpus.
        choruses: how often in a row. takes: how many on each chart. seed: of the first take.
        greedy, temperature, top_p: see ``improvisers/choosing.py``.
    """

    charts: list[str]
    choruses: Annotated[int, Ge(1), Le(1000)]
    takes: Annotated[int, Ge(1), Le(100_000)]
    seed: Annotated[int, Ge(0)]
    greedy: bool
    temperature: Annotated[float, Gt(0), Le(1000)]
    top_p: Annotated[float, Gt(0), Le(1)]


def main(name: str) -> None:
    """The stage, for one improviser."""
    module, chosen = improvisers.load(name), parse_section().grammar
    grammar, params = grammars.load(chosen), read_params(f"sample.{chosen}", Params)
    settings = read_params(f"grammar.{chosen}", grammar.Params)
    vocabulary = Vocabulary.from_json(artifacts.read_json(CORPUS / "vocabulary.json"))
    improviser = module.read(ARTIFACTS / name / "model")
    lessons = Lessons.read(CORPUS / "windows.npz")
    habits = grammar.habits([vocabulary.decode(solo) for solo in lessons.train])
    corpus = [Solo.from_json(record) for record in artifacts.read_lines(CORPUS / "solos.jsonl")]

    wanted = [(chart, number, [params.seed, number, zlib.crc32(chart.source.encode())])      # another chart in the list changes no other take
              for chart in charts(params, corpus) for number in range(1, params.takes + 1)]
    choice, reach, takes = Choice(params.greedy, params.temperature, params.top_p), compass(corpus), []
    for first in tqdm(range(0, len(wanted), TOGETHER), desc=f"sample {name}", unit="batch", disable=None):
        together = wanted[first:first + TOGETHER]
        constraint = grammar.constraint([chart for chart, _, _ in together], vocabulary, habits, reach, settings)
        played = improvise(improviser, constraint, [np.random.Generator(np.random.PCG64(seed)) for _, _, seed in together], choice)
        takes += [{"chart": chart.to_json(), "take": number, "seed": seed, "integers": integers, "tokens": grammar.tokens(vocabulary.decode(integers))}
                  for (chart, number, seed), integers in zip(together, played)]
    artifacts.write_lines(ARTIFACTS / name / "takes.jsonl", takes)
    print(f"sample {name}: {len(takes)} takes, {sum(len(take['tokens']) for take in takes)} tokens")


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
