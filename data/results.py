"""Keeps the results of the current run in data/results.   python -m data.results wjazzd

Neither a stage nor a room: the pipeline runs without it. It reads what ``evaluate`` left for each improviser of params.yaml and puts it into ``data/results/<corpus>.json``, beside
the results of other improvisers and other seeds there; see data/results/README.md. The name of the corpus is asked for so that no run is kept as that of another.
"""

from pathlib import Path

from stages.experiment import results
from stages.experiment.params import ParamsError
from stages.experiment.parse_section import parse_section
from stages.experiment.results import ResultsError
from stages.experiment.running import run

CURRENT = Path("artifacts/results")
COLLECTED = Path("data/results")


def main(corpus: str) -> None:
    """Keep the results. Raises ParamsError where the run is on another corpus, ResultsError where it is not complete."""
    parse = parse_section()
    if corpus != parse.corpus:
        raise ParamsError(f"expected the corpus of the current run, parse.corpus: {parse.corpus}, found {corpus!r}; run the pipeline on it first: dvc exp run -S parse.corpus={corpus}")
    path = COLLECTED / f"{corpus}.json"
    old = results.read_collection(path) if path.exists() else []
    current = results.read(CURRENT, results.improvisers(), parse.corpus, parse.grammar)
    kept = results.merged(old, current)
    results.write_collection(path, kept)
    print(f"{path}: {len(current)} results of this run, {len(kept) - len(current)} others; {len(old) + len(current) - len(kept)} were replaced")


if __name__ == "__main__":
    run(main, ResultsError)
