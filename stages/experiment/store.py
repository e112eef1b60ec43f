"""The MLflow store: where it is, made once, kept clean.

``MLFLOW_TRACKING_URI`` if set; else ``mlflow.db`` (sqlite) and ``mlruns/`` at the root of the project, both absolute. The root is ``DVC_ROOT``
in a stage that DVC runs, so that an experiment in a temporary folder (``dvc exp run --temp``, ``--queue``) logs to the same store;
elsewhere it is the working directory. ``python -m stages.experiment.store`` makes the store before a server opens it, and prints
the address of its comparison page on that server.

MLflow makes its sqlite tables on first use, and two processes that do so at once break each other: hence the file lock.
"""

import contextlib
import fcntl
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

EXPERIMENT = "woodshed"
DESCRIPTION = """\
Improvisers compared. A run is one improviser on one corpus with one set of parameters.

* **Chart view**: `loss` and `validation_loss` by epoch; the scores of the takes beside each other.
* **Artifacts** of a run: its takes as MIDI, as piano rolls and as pages that play; of a run named *comparison*: the table, the picture and the page to listen to.
* `git.commit` and `dvc.exp` say which code and which `dvc exp run` a run belongs to."""
PROCESS = "process"                             # tag: the machine and the process that opened a run last
ENVIRONMENT = {                                 # set where the user has not
    "MLFLOW_DISABLE_TELEMETRY": "true", "DO_NOT_TRACK": "true", "MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT": "true",
    "MLFLOW_HTTP_REQUEST_MAX_RETRIES": "1", "MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR": "1", "MLFLOW_HTTP_REQUEST_TIMEOUT": "10",
}


def place() -> tuple[str, Path | None]:
    """The tracking URI, and the folder for artifacts; None where the server decides."""
    uri = os.environ.get("MLFLOW_TRACKING_URI")
    if uri:
        return uri, None
    root = Path(os.environ.get("DVC_ROOT") or ".").resolve()
    return f"sqlite:///{root / 'mlflow.db'}", root / "mlruns"


@contextlib.contextmanager
def lock() -> Iterator[None]:
    """One process at a time, where the store is our own."""
    artifacts = place()[1]
    if artifacts is None:
        yield
        return
    artifacts.mkdir(parents=True, exist_ok=True)
    with open(artifacts / ".lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)        # given back when the file closes, also by a crash
        yield


def connect():
    """An ``MlflowClient`` and the id of the experiment, which is made where it does not exist. To be called under the lock."""
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    from mlflow.tracking.client import MlflowClient

    for talker in ("mlflow", "alembic", "urllib3"):    # after the import, which sets its own levels
        logging.getLogger(talker).setLevel(logging.CRITICAL)
    client = MlflowClient(tracking_uri=place()[0])
    experiment = _experiment(client)
    _close_orphans(client, experiment)
    return client, experiment


def process() -> str:
    """This machine and this process."""
    return f"{os.uname().nodename}:{os.getpid()}"


def _experiment(client) -> str:
    from mlflow.exceptions import MlflowException

    artifacts = place()[1]
    found = client.get_experiment_by_name(EXPERIMENT)
    if found is None:
        with contextlib.suppress(MlflowException):     # on a server, another process may be quicker
            client.create_experiment(EXPERIMENT, artifacts.as_uri() if artifacts else None, tags={"mlflow.note.content": DESCRIPTION})
        found = client.get_experiment_by_name(EXPERIMENT)
    if found.lifecycle_stage == "deleted":
        client.restore_experiment(found.experiment_id)
    return found.experiment_id


def _close_orphans(client, experiment: str) -> None:
    """Mark FAILED what says that it is running but belonged to a process of this machine that is gone."""
    machine = process().split(":")[0]
    for run in client.search_runs([experiment], f"attributes.status = 'RUNNING' and tags.{PROCESS} LIKE '{machine}:%'"):
        if not _lives(int(run.data.tags[PROCESS].split(":")[1])):
            client.set_terminated(run.info.run_id, "FAILED")


def _lives(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def main() -> None:
    """Make the store and print the address of the page that compares its runs, on the server named on the command line."""
    with lock():
        experiment = connect()[1]
    print(f"{sys.argv[1]}/#/experiments/{experiment}/runs?workflowType=machine_learning&compareRunsMode=CHART")


if __name__ == "__main__":
    main()
