"""MLflow mirrors what the pipeline leaves behind; nothing is ever read back from it into the pipeline.

One experiment, "woodshed". A run, one row of the comparison page, is one improviser on one corpus with one set of parameters; one more is the comparison of all of them (``stages/compare.py``). Every stage that
knows something about it opens the same run again, found by the tag ``pipeline.key``, and adds what it has just written to its files::

    with tracking.run(Subject("woodshed", "trigram", "woodshed", params), enabled) as run:
        run.log_losses([{"epoch": 1, "loss": 3.2, "validation_loss": 3.4}])
        run.log_scores({"nats_a_note": 2.9})
        run.log_files([Path("artifacts/trigram/take.mid")], "takes")

The same losses again change nothing; other losses under the same key mean that the code has changed, and a new run takes the place of the old one,
which is deleted. Scores and files of the same name replace each other.

MLflow away, broken or not installed is one warning line, and the stage goes on. No run is left "RUNNING": an exception or a SIGTERM inside leaves
it FAILED, and what a killed process left is closed when the next one opens the store. Where the store is: ``experiment/store.py``.

The client of ``mlflow-skinny`` with ``sqlalchemy`` and ``alembic`` is all that is needed here, and costs about two seconds of imports a stage; its global state (``mlflow.start_run``) is not used, since
that ends runs as FINISHED on a crash and resumes whatever MLFLOW_RUN_ID names.
"""

import contextlib
import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from stages.experiment import store
from stages.experiment.params import read_params

BATCH = {"metrics": 1000, "params": 100}        # what one call to MLflow may carry
LONGEST = 6000                                  # characters in the value of a parameter
EPOCH = "epoch"


@dataclass(frozen=True)
class Params:
    """enabled: whether runs are shown in MLflow."""

    enabled: bool


def enabled() -> bool:
    """The section ``tracking`` of params.yaml. Raises ParamsError."""
    return read_params("tracking", Params).enabled


@dataclass(frozen=True)
class Subject:
    """What a run is about.

    Args:
        corpus, improviser, grammar: their names.
        params: whatever made it what it is, nested as in params.yaml; values are numbers, words, lists.
        digest: hash of the corpus, so that another corpus of the same name is another run; "" to go by the name.
    """

    corpus: str
    improviser: str
    grammar: str
    params: dict
    digest: str = ""

    @property
    def key(self) -> str:
        """sha256 of all of it, the params flattened."""
        parts = [self.corpus, self.improviser, self.grammar, flat(self.params), self.digest]
        return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()

    @property
    def name(self) -> str:
        """Of a run: the DVC experiment and the improviser; outside an experiment, the improviser and the corpus."""
        experiment = os.environ.get("DVC_EXP_NAME")
        return f"{experiment} {self.improviser}" if experiment else f"{self.improviser} on {self.corpus}"


class Run:
    """A run, open inside ``run``. Its methods never raise: what MLflow refuses becomes one warning, and the run takes nothing more."""

    def __init__(self, subject: Subject, enabled: bool):
        self._subject = subject
        self._tracked = enabled
        self._client, self._experiment, self._id = None, "", ""

    def open(self) -> None:
        """Find the run of the subject or make it."""
        self._try(self._open)

    def log_losses(self, rows: Iterable[dict]) -> None:
        """Curves: a row an epoch, {"epoch": 1, "loss": 3.2, ...}; a value of None is left out. To be called before scores and files, see above."""
        self._try(self._log_losses, list(rows))

    def log_scores(self, scores: dict) -> None:
        """Single numbers, nested ones under dotted names; a value of None is left out."""
        self._try(self._log_scores, {name: float(value) for name, value in flat(scores).items() if value is not None})

    def log_files(self, paths: Iterable[Path], folder: str | None = None) -> None:
        """Copies of files, in a folder of the run's artifacts."""
        for path in paths:
            self._try(lambda path=path: self._client.log_artifact(self._id, str(path), folder))

    def close(self, status: str) -> None:
        """End the run as FINISHED or FAILED, also where MLflow refused something before."""
        if self._id:
            self._try(lambda: self._client.set_terminated(self._id, status), last=True)

    def _try(self, action: Callable, *arguments, last: bool = False) -> None:
        if not (self._tracked or last):
            return
        try:
            action(*arguments)
        except Exception as error:              # whatever MLflow, its database or the network can throw: tracking is never worth a stage
            if self._tracked:
                reason = (str(error).splitlines() or [type(error).__name__])[0]
                print(f"warning: not tracked, the stage goes on: MLflow at {store.place()[0]}: {reason[:160]}", file=sys.stderr)
            self._tracked = False

    def _open(self) -> None:
        with store.lock():
            self._client, self._experiment = store.connect()
            found = self._client.search_runs([self._experiment], f"tags.`pipeline.key` = '{self._subject.key}'", max_results=1)
            if not found:
                return self._create()
            self._id = found[0].info.run_id
            self._client.update_run(self._id, status="RUNNING", name=self._subject.name)
            for tag, value in self._tags().items():
                self._client.set_tag(self._id, tag, value)

    def _create(self) -> None:
        from mlflow.entities import Param

        subject = self._subject
        self._id = self._client.create_run(self._experiment, run_name=subject.name, tags=self._tags()).info.run_id
        names = {"corpus": subject.corpus, "improviser": subject.improviser, "grammar": subject.grammar}
        params = [Param(name, str(value)[:LONGEST]) for name, value in sorted((flat(subject.params) | names).items())]
        for batch in _batches(params, BATCH["params"]):
            self._client.log_batch(self._id, params=batch)

    def _tags(self) -> dict[str, str]:
        subject, commit = self._subject, _commit()
        tags = {"pipeline.key": subject.key, "corpus": subject.corpus, "improviser": subject.improviser, "grammar": subject.grammar,
                "dvc.exp": os.environ.get("DVC_EXP_NAME") or "workspace", store.PROCESS: store.process()}
        return tags | ({"git.commit": commit, "mlflow.source.git.commit": commit} if commit else {})

    def _log_losses(self, rows: list[dict]) -> None:
        curves = [(name, float(value), int(row[EPOCH])) for row in rows for name, value in row.items() if name != EPOCH and value is not None]
        logged = [(name, point.value, point.step) for name in {name for name, _, _ in curves} for point in self._client.get_metric_history(self._id, name)]
        if sorted(logged) == sorted(curves):
            return
        if logged:
            superseded = self._id
            self._create()
            self._client.set_terminated(superseded)
            self._client.delete_run(superseded)
        self._log_metrics(curves)

    def _log_scores(self, scores: dict[str, float]) -> None:
        logged = self._client.get_run(self._id).data.metrics
        self._log_metrics([(name, value, 0) for name, value in scores.items() if logged.get(name) != value])

    def _log_metrics(self, values: list[tuple[str, float, int]]) -> None:
        from mlflow.entities import Metric

        when = int(time.time() * 1000)
        for batch in _batches([Metric(name, value, when, step) for name, value, step in values], BATCH["metrics"]):
            self._client.log_batch(self._id, metrics=batch)


@contextlib.contextmanager
def run(subject: Subject, enabled: bool) -> Iterator[Run]:
    """The run of a subject, open as long as the block lasts; FAILED where the block ends in an exception or by SIGTERM, else FINISHED.

    With ``enabled`` false nothing is done and MLflow is not even imported.
    """
    current = Run(subject, enabled)
    with _sigterm_raises():
        try:
            current.open()
            yield current
        except BaseException:
            current.close("FAILED")
            raise
        current.close("FINISHED")


def flat(nested: dict, prefix: str = "") -> dict:
    """{"a": {"b": 1}} as {"a.b": 1}."""
    found = {}
    for key, value in nested.items():
        found |= flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {f"{prefix}{key}": value}
    return found


def _batches(items: list, size: int) -> Iterator[list]:
    return (items[start:start + size] for start in range(0, len(items), size))


def _commit() -> str:
    """The commit of the working directory; "" outside a repository or without git."""
    with contextlib.suppress(OSError):
        return subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True).stdout.strip()
    return ""


@contextlib.contextmanager
def _sigterm_raises() -> Iterator[None]:
    """Inside, SIGTERM is an exit with status 143, so that what must be closed is closed. Python allows this in the main thread only."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
