"""A real MLflow and a real sqlite store in a temporary folder."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from stages.experiment import store, tracking
from stages.experiment.tracking import Subject

ROOT = Path(__file__).parents[2]
TRIGRAM = Subject("tiny", "trigram", "woodshed", {"trigram": {"context": 2}})
CURVE = [{"epoch": 1, "loss": 3.5, "validation_loss": 4.0}, {"epoch": 2, "loss": 3.0, "validation_loss": None}]
PROGRAM = """
import sys, time
from stages.experiment import tracking
with tracking.run(tracking.Subject("tiny", sys.argv[1], "woodshed", {}), sys.argv[2] != "off") as run:
    run.log_scores({"nats": 2.5})
    print("open", flush=True)
    time.sleep(60 if sys.argv[2] == "wait" else 0)
"""


pytestmark = pytest.mark.filterwarnings("ignore")       # those of MLflow and its dependencies about each other


@pytest.fixture(scope="module")
def tables(tmp_path_factory) -> Path:
    """An empty store: to make its tables takes MLflow a second."""
    from mlflow.tracking.client import MlflowClient

    made = tmp_path_factory.mktemp("tables") / "mlflow.db"
    MlflowClient(f"sqlite:///{made}").search_experiments()
    return made


@pytest.fixture(autouse=True)
def project(tables, tmp_path, monkeypatch) -> Path:
    """The root of a project with an empty store."""
    for name in ("MLFLOW_TRACKING_URI", "DVC_EXP_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DVC_ROOT", str(tmp_path))
    shutil.copy(tables, tmp_path / "mlflow.db")
    return tmp_path


def runs() -> list:
    client, experiment = store.connect()
    return client.search_runs([experiment], order_by=["attributes.run_name"])


def start(improviser: str, mode: str, cwd: Path = ROOT) -> subprocess.Popen:
    """The program above as a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROGRAM, improviser, mode]
    return subprocess.Popen(command, cwd=cwd, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def killed(number: signal.Signals) -> int:
    """The exit code of a program that gets a signal while its run is open."""
    with start("trigram", "wait") as process:
        assert process.stdout.readline() == "open\n"
        process.send_signal(number)
        process.communicate()
    return process.returncode


def test_stages_add_to_one_run(project):
    (project / "take.mid").write_bytes(b"MThd")
    with tracking.run(TRIGRAM, True) as run:
        run.log_losses(CURVE)
    with tracking.run(TRIGRAM, True) as run:
        run.log_scores({"copies": {"longest": 7}, "nothing": None})
        run.log_files([project / "take.mid"], "takes")
    row, = runs()
    assert (row.info.run_name, row.info.status) == ("trigram on tiny", "FINISHED")
    assert row.data.params == {"corpus": "tiny", "improviser": "trigram", "grammar": "woodshed", "trigram.context": "2"}
    assert row.data.metrics == {"loss": 3.0, "validation_loss": 4.0, "copies.longest": 7.0}
    assert row.data.tags["dvc.exp"] == "workspace" and row.data.tags["pipeline.key"] == TRIGRAM.key
    assert (project / "mlruns" / row.info.run_id / "artifacts" / "takes" / "take.mid").read_bytes() == b"MThd"


def test_the_same_losses_change_nothing_and_others_make_a_new_run():
    rows = []
    for first in (3.5, 3.5, 3.25):
        with tracking.run(TRIGRAM, True) as run:
            run.log_losses([{"epoch": 1, "loss": first}])
        rows += [row.info.run_id for row in runs()]
    assert len(rows) == 3 and rows[0] == rows[1] != rows[2]
    client, _ = store.connect()
    assert [point.value for point in client.get_metric_history(rows[2], "loss")] == [3.25]


def test_other_params_are_another_run_and_an_experiment_names_it(monkeypatch):
    with tracking.run(TRIGRAM, True):
        pass
    monkeypatch.setenv("DVC_EXP_NAME", "tacky-hill")
    with tracking.run(Subject("tiny", "trigram", "woodshed", {"trigram": {"context": 3}}), True):
        pass
    assert [row.info.run_name for row in runs()] == ["tacky-hill trigram", "trigram on tiny"]
    assert runs()[0].data.tags["dvc.exp"] == "tacky-hill"


def test_more_params_and_epochs_than_one_call_may_carry():
    many = Subject("tiny", "wide", "woodshed", {f"key{number}": number for number in range(150)})
    with tracking.run(many, True) as run:
        run.log_losses([{"epoch": epoch, "loss": 1 / epoch} for epoch in range(1, 1501)])
    row, = runs()
    assert len(row.data.params) == 153
    assert len(store.connect()[0].get_metric_history(row.info.run_id, "loss")) == 1500


def test_the_experiment_describes_itself():
    client, experiment = store.connect()
    assert "Improvisers compared" in client.get_experiment(experiment).tags["mlflow.note.content"]


def test_an_exception_leaves_the_run_failed():
    with pytest.raises(ZeroDivisionError), tracking.run(TRIGRAM, True):
        raise ZeroDivisionError
    assert [row.info.status for row in runs()] == ["FAILED"]


def test_a_failed_run_is_finished_by_the_next_try():
    test_an_exception_leaves_the_run_failed()
    with tracking.run(TRIGRAM, True):
        assert [row.info.status for row in runs()] == ["RUNNING"]
    assert [row.info.status for row in runs()] == ["FINISHED"]


def test_sigterm_leaves_the_run_failed():
    assert killed(signal.SIGTERM) == 143
    assert [row.info.status for row in runs()] == ["FAILED"]


def test_a_killed_run_is_closed_when_the_store_is_next_opened():
    killed(signal.SIGKILL)
    assert [row.info.status for row in runs()] == ["FAILED"]


def test_two_processes_on_a_fresh_store(project):
    (project / "mlflow.db").unlink()
    processes = [start(improviser, "go") for improviser in ("djmodel", "trigram")]
    assert [(process.communicate(), process.returncode)[0] for process in processes] == [("open\n", "")] * 2
    assert [(row.info.run_name, row.info.status) for row in runs()] == [("djmodel on tiny", "FINISHED"), ("trigram on tiny", "FINISHED")]


def test_off_is_off(project):
    (project / "mlflow.db").unlink()
    program = PROGRAM + "assert 'mlflow' not in sys.modules"
    done = subprocess.run([sys.executable, "-c", program, "trigram", "off"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(project.iterdir()) == []


def test_a_server_that_is_away_is_one_warning(monkeypatch, capsys):
    with socket.socket() as closed:                 # bound, but nobody listens
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("MLFLOW_TRACKING_URI", f"http://127.0.0.1:{closed.getsockname()[1]}")
        with tracking.run(TRIGRAM, True) as run:
            run.log_losses(CURVE)
            run.log_scores({"nats": 2.5})
    warning, = capsys.readouterr().err.splitlines()
    assert warning.startswith("warning: not tracked, the stage goes on: MLflow at http://127.0.0.1:")


def test_a_broken_store_is_one_warning(project, capsys):
    (project / "mlflow.db").write_bytes(b"this is not a database" * 100)
    with tracking.run(TRIGRAM, True) as run:
        run.log_scores({"nats": 2.5})
    warning, = capsys.readouterr().err.splitlines()
    assert "file is not a database" in warning


def test_a_file_that_is_missing_does_not_stop_the_stage(project, capsys):
    with tracking.run(TRIGRAM, True) as run:
        run.log_files([project / "missing.mid"])
    assert "missing.mid" in capsys.readouterr().err
    assert [row.info.status for row in runs()] == ["FINISHED"]


def test_an_experiment_that_was_deleted_comes_back():
    client, experiment = store.connect()
    client.delete_experiment(experiment)
    with tracking.run(TRIGRAM, True):
        pass
    assert len(runs()) == 1


def test_a_stage_in_a_temporary_folder_logs_to_the_store_of_the_project(project, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("experiment")
    assert start("trigram", "go", cwd=elsewhere).communicate() == ("open\n", "")
    assert list(elsewhere.iterdir()) == [] and (project / "mlflow.db").exists()
    assert len(runs()) == 1


def test_names_are_flat():
    assert tracking.flat({"a": {"b": 1, "c": {"d": 2}}, "e": 3}) == {"a.b": 1, "a.c.d": 2, "e": 3}
