"""Set the improvisers beside each other and beside people: a table, a picture, a page to listen to.   python -m stages.compare

From the results and takes of all improvisers of params.yaml, and the results on other corpora in ``data/results``, to ``artifacts/comparison.md``, ``comparison.csv`` (the same and
more, for plots), ``comparison.svg`` and ``listening.html``; these are then shown in MLflow.
"""

import hashlib
from pathlib import Path

from stages import grammar as grammars
from stages.evaluation import comparison, standings
from stages.experiment import artifacts, results, tracking
from stages.experiment.parse_section import parse_section
from stages.experiment.running import run
from stages.grammar.takes import perform
from stages.melody.solo import Solo
from stages.rendering import listening, strips

ARTIFACTS = Path("artifacts")
COLLECTED = Path("data/results")


def main() -> None:
    """The stage, for all improvisers."""
    names, parse, enabled = results.improvisers(), parse_section(), tracking.enabled()
    current = results.read(ARTIFACTS / "results", names, parse.corpus, parse.grammar)
    blocks = standings.blocks(results.merged(results.read_collected(COLLECTED), current), (parse.corpus, parse.grammar))
    page = listening.html(performed(names, grammars.load(parse.grammar)), parse.corpus)

    artifacts.write_text(ARTIFACTS / "comparison.md", comparison.markdown(blocks))
    artifacts.write_table(ARTIFACTS / "comparison.csv", comparison.table(blocks))
    artifacts.write_text(ARTIFACTS / "comparison.svg", strips.svg({comparison.title(block): [strips.Strip(*row) for row in standings.distances(block)] for block in blocks}))
    artifacts.write_text(ARTIFACTS / "listening.html", page)
    digest = hashlib.sha256(artifacts.text(current).encode()).hexdigest()
    with tracking.run(tracking.Subject(parse.corpus, "comparison", parse.grammar, {"improvisers": names}, digest), enabled) as mirror:
        mirror.log_scores({standing.improviser: {measure: cell.value for measure, cell in standing.cells.items()} for standing in blocks[0]})
        mirror.log_files([ARTIFACTS / name for name in ("comparison.md", "comparison.csv", "comparison.svg", "listening.html")])
    print(f"compare: {', '.join(standing.improviser for standing in blocks[0])} on {parse.corpus}, best first; {len(blocks) - 1} other corpora")


def performed(names: list[str], grammar) -> dict[str, list[Solo]]:
    """The takes of each improviser, as solos."""
    return {name: [perform(take, grammar) for take in artifacts.read_lines(ARTIFACTS / name / "takes.jsonl")] for name in names}


if __name__ == "__main__":
    run(main, grammars.GrammarError, results.ResultsError)
