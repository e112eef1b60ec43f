"""Score an improviser: on tunes it never saw, and by its takes beside human solos; then show the run in MLflow.   python -m stages.evaluate djmodel

From the takes and the corpus to ``artifacts/<improviser>/scores.json`` (DVC metrics) and scores.csv (the same, for plots), and to ``artifacts/results/<improviser>.json``
(``experiment/results.py``: with the rows beside people and all settings), from which ``compare`` goes on.
"""

import csv
from pathlib import Path

import numpy as np

from stages import grammar as grammars
from stages import improvisers
from stages.evaluation import likelihood, people, takes, unseen
from stages.experiment import artifacts, results, tracking
from stages.experiment.parse_section import parse_section
from stages.experiment.running import run
from stages.experiment.subject import subject
from stages.grammar.takes import perform
from stages.grammar.windows import PARTS, Lessons
from stages.melody.solo import Solo
from stages.melody.tunes import solos_on

CORPUS = Path("artifacts/corpus")
ARTIFACTS = Path("artifacts")
SEED = 1                    # of the human sets that takes are held against


def main(name: str) -> None:
    """The stage, for one improviser."""
    grammar = grammars.load(parse_section().grammar)
    enabled, about = tracking.enabled(), subject(name, CORPUS)
    home = ARTIFACTS / name
    corpus = [Solo.from_json(record) for record in artifacts.read_lines(CORPUS / "solos.jsonl")]
    split = artifacts.read_json(CORPUS / "split.json")
    parts = {part: solos_on(corpus, split[part]) for part in PARTS}
    rows = beside_people(home, grammar, parts["train"])
    tunes = unseen.expectations(improvisers.load(name).read(home / "model"), grammar, Lessons.read(CORPUS / "windows.npz"), parts)
    found = {part: likelihood.evaluate([*counted.values()]) for part, counted in tunes.items()}
    found |= {side: {row.metric: getattr(row, column) for row in rows if getattr(row, column) is not None} for side, column in (("takes", "value"), ("human", "human"))}

    artifacts.write_json(home / "scores.json", found)
    artifacts.write_json(ARTIFACTS / "results" / f"{name}.json", results.result(about, home / "takes.jsonl", found, tunes.get("test", {}), [row.to_json() for row in rows]))
    artifacts.write_table(home / "scores.csv", [
        {"measure": f"{part} {measure}", "value": value} for part, measures in found.items() for measure, value in measures.items()])
    with tracking.run(about, enabled) as mirror:
        with open(home / "losses.csv", encoding="utf-8", newline="") as file:
            mirror.log_losses({key: float(value) if value else None for key, value in row.items()} for row in csv.DictReader(file))
        mirror.log_scores(found)
        mirror.log_files([home / name for name in ("losses.csv", "scores.json", "takes.jsonl")])
        for folder in ("model", "takes", "pages"):
            mirror.log_files(sorted((home / folder).iterdir()), folder)
    told = ", ".join(f"{part} {measures['nats_per_note']:.3f} nats a note" for part, measures in found.items() if "nats_per_note" in measures)
    print(f"evaluate {name}: {told or 'how likely a solo is, it cannot say'}")


def beside_people(home: Path, grammar, learnt: list[Solo]) -> list[takes.Row]:
    """The takes over the changes of the test tunes (where there are none, those over the charts) beside human solos; no rows where either have not eight bars."""
    human = people.from_file(CORPUS / "people.npz")
    lines = artifacts.read_lines(home / "heldout.jsonl") or artifacts.read_lines(home / "takes.jsonl")
    played = [perform(take, grammar) for take in lines]
    try:
        measured = takes.measure_takes(played, learnt)
    except ValueError:
        return []
    return takes.beside(measured, human, np.random.Generator(np.random.PCG64(SEED))) if human else []


if __name__ == "__main__":
    run(main, grammars.GrammarError)
