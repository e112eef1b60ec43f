"""The references, and what the README says of the committed run."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests/golden"


def test_the_tokens_of_the_seed_run_are_those_of_the_original_program():
    measures = [json.loads(line) for line in (GOLDEN / "seed_run/corpus/tokens.jsonl").read_text().splitlines()]
    assert [" ".join(measure["tokens"]) for measure in measures] == (GOLDEN / "seed/tokens.txt").read_text().splitlines()


def test_the_greedy_values_of_the_seed_run_are_not_all_identical():
    take = json.loads((GOLDEN / "seed_run/djmodel/takes.jsonl").read_text())
    assert len(take["tokens"]) == 50 and len(set(take["tokens"])) > 10


@pytest.mark.parametrize("improviser", ["trigram", "ngram", "jazz_grammar", "learned_grammar", "djmodel", "deepjazz", "transformer"])
def test_the_readme_quotes_the_committed_scores(improviser):
    scores = json.loads((ROOT / f"artifacts/{improviser}/scores.json").read_text())
    test, takes, human = scores["test"], scores["takes"], scores["human"]
    quoted = [f"{test['nats_per_note']:.2f} ({test['nats_per_note_low']:.2f} to {test['nats_per_note_high']:.2f})"]
    quoted += [f"{takes[name]:.2f}" for name in ("chord_tone_share", "entropy_1_bar", "entropy_4_bars", "grooving_similarity")]
    readme = (ROOT / "README.md").read_text()
    assert f"| {improviser} | {' | '.join(quoted)} |" in readme
    assert " | ".join(f"{human[name]:.2f}" for name in ("chord_tone_share", "entropy_1_bar", "entropy_4_bars", "grooving_similarity")) in readme


def test_the_network_beats_the_baseline_on_tunes_it_never_saw():
    nats = {name: json.loads((ROOT / f"artifacts/{name}/scores.json").read_text())["test"]["nats_per_note"] for name in ("trigram", "djmodel")}
    assert nats["djmodel"] < nats["trigram"]
