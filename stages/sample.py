"""Improvise over every chart.   python -m stages.sample djmodel

From a model and the charts named in params.yaml (where none is named: the changes of the corpus itself) to
``artifacts/<improviser>/takes.jsonl``, a take a line; and over the changes of test tunes to heldout.jsonl, to be measured. A take is a function of the model, its chart, its seed and how it is chosen: of ``best_of`` candidates,
the first of which is what a single one would be, the best is kept.
"""

from pathlib import Path

from stages import grammar as grammars
from stages.corpora.errors import CorpusError
from stages.experiment import artifacts
from stages.experiment.parse_section import parse_section
from stages.experiment.running import run
from stages.jazzgrammar import JazzGrammarError
from stages.melody.solo import Solo
from stages.sampling import asked, charts
from stages.sampling.studio import Studio

CORPUS = Path("artifacts/corpus")
ARTIFACTS = Path("artifacts")


def main(name: str) -> None:
    """The stage, for one improviser."""
    parse, home = parse_section(), ARTIFACTS / name
    params = asked.read(parse.grammar)
    corpus = [Solo.from_json(record) for record in artifacts.read_lines(CORPUS / "solos.jsonl")]
    studio = Studio(name, parse, params, corpus)
    over = charts.charts(params, corpus)
    takes = studio.play([(chart, take) for chart in over for take in range(1, params.takes + 1)])
    unseen, left_out = charts.held_out(corpus, artifacts.read_json(CORPUS / "split.json")["test"], params.chunks, studio.fills)
    artifacts.write_lines(home / "takes.jsonl", takes)
    artifacts.write_lines(home / "heldout.jsonl", studio.play(unseen, opening=False))
    print(f"sample {name}: {len(takes)} takes, {sum(len(take['tokens']) for take in takes)} tokens; {len(unseen)} over the changes of {len({chart.tune for chart, _ in unseen})} test tunes")
    if left_out:
        print(f"sample {name}: {len(left_out)} test tunes were left out, for the durations of the corpus cannot fill their bars: {', '.join(left_out)}")


if __name__ == "__main__":
    run(main, CorpusError, JazzGrammarError, grammars.GrammarError)
