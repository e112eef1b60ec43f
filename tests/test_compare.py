"""The stage compare and what keeps its results: which runs it waits for, what it leaves, and how it fails."""

import csv
import json
import shutil
from xml.etree import ElementTree

import pytest

from tests.test_parse import said

LEFT = ("comparison.md", "comparison.csv", "comparison.svg", "listening.html")


@pytest.fixture
def compared(finished, tmp_path):
    """A copy of the finished project, to change."""
    shutil.copytree(finished.folder, tmp_path / "project", symlinks=True)
    return type(finished)(tmp_path / "project")


def test_it_waits_for_every_improviser_of_the_list_without_a_change_of_dvc_yaml(project):
    project.set(improvisers=["unigram", "trigram", "djmodel"])
    graph = project.must("dvc", "dag", "--dot")
    assert all(f'"evaluate@{name}" -> "compare"' in graph for name in ("unigram", "trigram", "djmodel"))
    project.set(improvisers=["unigram"])
    assert [line for line in project.must("dvc", "dag", "--dot").splitlines() if "-> \"compare\"" in line] == ['"evaluate@unigram" -> "compare";']


def test_it_leaves_a_table_a_picture_and_a_page(finished):
    home = finished / "artifacts"
    scores = json.loads((home / "trigram/scores.json").read_text())
    own = (home / "comparison.md").read_text().split("| **")[1]                  # the block of this run stands first, those that are kept in data/results behind it
    row, = (line for line in own.splitlines() if line.startswith("| trigram |"))
    assert f"{scores['test']['nats_per_note']:.2f}" in row
    beside = {found["metric"]: found for found in json.loads((home / "results/trigram.json").read_text())["beside"]}
    table = {found["measure"]: found for found in csv.DictReader((home / "comparison.csv").read_text().splitlines()) if found["corpus"] == "woodshed"}
    assert len(beside) > 40 and {name: table[name]["mark"] for name in beside} == {name: found["mark"] for name, found in beside.items()}
    assert ElementTree.parse(home / "comparison.svg") and "Blues in C (blues-1)" in (home / "listening.html").read_text()


def test_the_same_results_give_the_same_bytes(compared):
    before = {name: (compared / f"artifacts/{name}").read_bytes() for name in LEFT}
    compared.must("python", "-m", "stages.compare", PYTHONHASHSEED="7")
    assert {name: (compared / f"artifacts/{name}").read_bytes() for name in LEFT} == before


def test_another_corpus_and_another_seed_are_kept_and_shown(compared):
    assert "1 results of this run, 0 others" in compared.must("python", "-m", "data.results", "woodshed")
    path = compared / "data/results/woodshed.json"
    kept = json.loads(path.read_text())
    other = json.loads(path.read_text())[0]
    other["params"]["sample"]["seed"] = 2
    path.write_text(json.dumps([*kept, other]))
    (compared / "data/results/attic.json").write_text(json.dumps([other | {"corpus": "attic", "improviser": "bebop"}]))
    compared.must("python", "-m", "stages.compare")
    shown = (compared / "artifacts/comparison.md").read_text()
    assert "| trigram, 2 seeds |" in shown and shown.index("**woodshed,") < shown.index("**attic,") < shown.index("| bebop |")
    assert "1 results of this run, 1 others; 1 were replaced" in compared.must("python", "-m", "data.results", "woodshed")


@pytest.mark.parametrize("change, expected", [
    (lambda project: project.set(improvisers=["trigram", "unigram"]), "artifacts/results/unigram.json: expected a readable file, found none; make it anew: dvc repro evaluate@unigram"),
    (lambda project: project.set(improvisers="trigram"), "params.yaml: improvisers: expected a list of names, such as [trigram, djmodel], found 'trigram'"),
    (lambda project: project.set(**{"parse.corpus": "mine"}), "artifacts/results/trigram.json: expected a result on mine in the woodshed grammar, as params.yaml says, found woodshed, woodshed"),
    (lambda project: (project / "artifacts/results/trigram.json").write_text("{"), "artifacts/results/trigram.json: expected JSON"),
    (lambda project: (project / "data/results/attic.json").write_text("{}"), "data/results/attic.json: expected a list of results, found dict"),
    (lambda project: (project / "artifacts/trigram/takes.jsonl").unlink(), "artifacts/trigram/takes.jsonl"),
])
def test_what_is_missing_is_one_line_and_nothing_is_written(compared, change, expected):
    for name in LEFT:
        (compared / f"artifacts/{name}").unlink()
    change(compared)
    assert expected in said(compared.stage("compare"))
    assert not any((compared / f"artifacts/{name}").exists() for name in LEFT)


def test_results_are_not_kept_under_the_name_of_another_corpus(compared):
    before = {path: path.read_bytes() for path in (compared / "data/results").iterdir()}
    done = compared.run("python", "-m", "data.results", "wjazzd")
    assert "expected the corpus of the current run, parse.corpus: woodshed, found 'wjazzd'" in said(done)
    assert "expected the name of one corpus, found none" in said(compared.run("python", "-m", "data.results"))
    assert {path: path.read_bytes() for path in (compared / "data/results").iterdir()} == before


def test_dvc_draws_the_distances(compared):
    """The template fits its data: each measure with a distance is a row of the plot."""
    compared.must("dvc", "plots", "show", "--out", "plots", "artifacts/comparison.csv")
    page = (compared / "plots/index.html").read_text()
    assert "DVC_METRIC" not in page and "chord_tone_share" in page and '"improviser"' in page
