"""How long the whole pipeline takes, beside its goals.   python -m tests.bench.pipeline

In a fresh clone of the last commit (what is not committed is not measured) with this .venv: ``make repro`` from nothing, that is with an empty cache, no
dvc.lock and no artifacts, all improvisers trained, as many side by side as there are processors, and shown in the clone's own MLflow store; then ``dvc repro``, which finds
nothing to do. Medians. The memory is that of the largest process.
"""

import os
import resource
import statistics
import tempfile
import time
from pathlib import Path

from tests.project import ROOT, Project

WHOLE_GOAL, AGAIN_GOAL = 240, 2       # seconds on two cores
WHOLE_RUNS, AGAIN_RUNS = 2, 3
SURROUNDINGS = {"PYTHONPATH": "", "MLFLOW_DISABLE_TELEMETRY": "true"}


def main() -> None:
    """Measure and print both beside their goals."""
    whole, again = [], []
    for _ in range(WHOLE_RUNS):
        with tempfile.TemporaryDirectory() as folder:
            project = clone(Path(folder) / "project")
            whole.append(_seconds(project, "make", "repro", "FLAGS=--no-run-cache"))
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # MB; kB on Linux
            again = [_seconds(project, "dvc", "repro", expected="up to date") for _ in range(AGAIN_RUNS)]
    print(f"{'seconds':34} {'ours':>9} {'goal':>9} {'ratio':>7} {'runs':>7} {'our MB':>7}")
    _row("make repro, everything from nothing", whole, WHOLE_GOAL, f"{memory:7.0f}")
    _row("dvc repro, nothing to do", again, AGAIN_GOAL, f"{'':7}")


def clone(folder: Path) -> Project:
    """The last commit in a folder of its own, without what the pipeline makes."""
    Project(ROOT).must("git", "clone", "--quiet", ".", str(folder))
    project = Project(folder)
    project.must("git", "rm", "-r", "--quiet", "dvc.lock", "artifacts")
    (folder / ".venv").symlink_to(ROOT / ".venv")
    for name in ("requirements.txt", "pyproject.toml"):
        os.utime(folder / name, (0, 0))             # else make would set it up anew, for they are younger
    return project


def _seconds(project: Project, *command: str, expected: str = "") -> float:
    """Seconds of one command. Raises RuntimeError where it fails or does not say what is expected."""
    start = time.perf_counter()
    done = project.run(*command, **SURROUNDINGS)
    seconds = time.perf_counter() - start
    if done.returncode or expected not in done.stdout + done.stderr:
        raise RuntimeError(f"{' '.join(command)}: {done.stdout}\n{done.stderr}")
    return seconds


def _row(title: str, seconds: list[float], goal: float, memory: str) -> None:
    our = statistics.median(seconds)
    print(f"{title:34} {our:9.2f} {goal:9.0f} {goal / our:6.1f}x {len(seconds):7} {memory}")


if __name__ == "__main__":
    main()
