"""What DVC's experiments show in MLflow: from the workspace, from a temporary folder and from the queue, all in one store."""

import json

import pytest
from mlflow.tracking import MlflowClient

pytestmark = pytest.mark.filterwarnings("ignore:::mlflow", "ignore:::sqlalchemy", "ignore::DeprecationWarning")


@pytest.fixture
def tracked(project):
    project.set(**{"tracking.enabled": True})
    project.must("dvc", "repro", "--quiet")
    project.commit()
    return project


def runs(project) -> dict[str, object]:
    """Run name -> run, for the store at the root of a project."""
    client = MlflowClient(f"sqlite:///{project.folder}/mlflow.db")
    experiment = client.get_experiment_by_name("woodshed")
    return {run.info.run_name: run for run in client.search_runs([experiment.experiment_id])}


def test_workspace_temp_and_queue_are_rows_of_one_table(tracked):
    tracked.must("dvc", "exp", "run", "--quiet", "-n", "warm", "-S", "sample.woodshed.temperature=1.1")
    tracked.must("dvc", "exp", "run", "--quiet", "--temp", "-n", "hot", "-S", "sample.woodshed.temperature=1.2")
    tracked.must("dvc", "exp", "run", "--queue", "-n", "boiling", "-S", "sample.woodshed.temperature=1.3")
    tracked.must("dvc", "exp", "run", "--run-all", "--quiet")
    found = runs(tracked)
    compared = {name: found.pop(name) for name in ("comparison on woodshed", "warm comparison", "hot comparison", "boiling comparison")}
    assert set(found) == {"trigram on woodshed", "warm trigram", "hot trigram", "boiling trigram"}
    assert {run.info.status for run in compared.values()} == {"FINISHED"}
    assert {run.info.status for run in found.values()} == {"FINISHED"}
    assert {name: run.data.params["sample.temperature"] for name, run in found.items() if " on " not in name} == {"warm trigram": "1.1", "hot trigram": "1.2", "boiling trigram": "1.3"}
    assert all({"loss", "test.nats_per_note", "takes.chord_tone_share", "human.chord_tone_share"} <= run.data.metrics.keys() for run in found.values())
    assert all(run.data.tags["git.commit"] and run.data.tags["dvc.exp"] for run in found.values())


def test_a_run_has_its_takes_pictures_pages_model_and_losses(tracked):
    client, run = MlflowClient(f"sqlite:///{tracked.folder}/mlflow.db"), runs(tracked)["trigram on woodshed"]
    files = {file.path for folder in (None, "takes", "pages", "model") for file in client.list_artifacts(run.info.run_id, folder)}
    assert {"takes/blues-1.mid", "takes/blues-1.svg", "pages/blues-1.html", "model/counts.npz", "losses.csv", "scores.json", "takes.jsonl"} <= files


def test_the_comparison_is_a_run_of_its_own(tracked):
    client, run = MlflowClient(f"sqlite:///{tracked.folder}/mlflow.db"), runs(tracked)["comparison on woodshed"]
    assert {file.path for file in client.list_artifacts(run.info.run_id)} == {"comparison.csv", "comparison.md", "comparison.svg", "listening.html"}
    scores = json.loads((tracked / "artifacts/trigram/scores.json").read_text())
    assert run.data.metrics["trigram.nats_per_note"] == pytest.approx(scores["test"]["nats_per_note"], abs=1e-6)
    assert run.data.metrics["trigram.chord_tone_share"] == pytest.approx(scores["takes"]["chord_tone_share"], abs=1e-6)


def test_with_tracking_off_nothing_is_stored(finished):
    assert not (finished / "mlflow.db").exists() and (finished / "artifacts/trigram/scores.json").exists()


def test_a_server_that_is_away_costs_a_warning_and_changes_no_output(finished, project):
    project.set(**{"tracking.enabled": True})
    said = project.must("dvc", "repro", MLFLOW_TRACKING_URI="http://127.0.0.1:9")
    assert said.count("warning: not tracked") == 2              # evaluate and compare
    assert (project / "artifacts/trigram/scores.json").read_bytes() == (finished / "artifacts/trigram/scores.json").read_bytes()
