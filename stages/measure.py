"""Measure the human solos of the corpus, once for all improvisers.   python -m stages.measure

From ``artifacts/corpus`` to ``artifacts/corpus/people.npz``: every metric of every chunk of eight bars, copies looked for in the solos that improvisers learn from.
"""

from pathlib import Path

from stages.evaluation import people, takes
from stages.experiment import artifacts
from stages.experiment.running import run
from stages.melody.solo import Solo
from stages.melody.tunes import solos_on

CORPUS = Path("artifacts/corpus")


def main() -> None:
    """The stage."""
    corpus = [Solo.from_json(record) for record in artifacts.read_lines(CORPUS / "solos.jsonl")]
    try:
        measured = takes.measure_human(corpus, solos_on(corpus, artifacts.read_json(CORPUS / "split.json")["train"]))
    except ValueError as error:             # a few bars are a corpus, too; nobody can be held against them
        artifacts.write_arrays(CORPUS / "people.npz")
        print(f"measure: {error}")
        return
    artifacts.write_arrays(CORPUS / "people.npz", **people.to_arrays(measured))
    print(f"measure: {len(measured.tunes)} chunks of eight bars by people")


if __name__ == "__main__":
    run(main)
