"""The project, copied to a folder of its own, small enough to run many times: three sheets, the trigram, one chart."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
SHEETS = ("blues-f-plain.ls", "two-five-minor.ls", "waltz.ls")
CHANGES = {
    "improvisers": ["trigram"], "tracking.enabled": False, "parse.test": 0.34, "parse.validation": 0.34,
    "sample.woodshed.charts": ["data/charts/blues.ls"], "sample.woodshed.takes": 1, "sample.woodshed.chunks": 8,
}


def copy(folder: Path) -> "Project":
    """The files that git knows (as they are now), in a new repository with one commit."""
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    wanted = [path for path in listed.splitlines() if not path.startswith(("artifacts/", "dvc.lock", "tests/", "data/woodshed/")) or Path(path).name in SHEETS]
    folder.mkdir()
    for path in wanted:
        if (ROOT / path).is_file():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, folder / path)
    project = Project(folder)
    project.set(**CHANGES)
    project.git("init", "--quiet")
    project.git("config", "user.name", "A")              # DVC's experiments commit, too
    project.git("config", "user.email", "a@localhost")
    project.commit()
    return project


class Project:
    """A copy of the project, and what a user does with it."""

    def __init__(self, folder: Path):
        self.folder = folder

    def __truediv__(self, path: str) -> Path:
        return self.folder / path

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess:
        """Run a command in the folder, with this Python first on the path; the result has returncode, stdout, stderr."""
        surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("DVC_", "MLFLOW_"))}
        surroundings |= {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "DVC_NO_ANALYTICS": "1"} | environment
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, env=surroundings)

    def stage(self, name: str, *arguments: str) -> subprocess.CompletedProcess:
        """Run a stage as dvc.yaml does."""
        return self.run("python", "-m", f"stages.{name}", *arguments)

    def must(self, *command: str, **environment: str) -> str:
        """Run a command that has to succeed; what it printed."""
        done = self.run(*command, **environment)
        assert done.returncode == 0, f"{command}: {done.stdout}\n{done.stderr}"
        return done.stdout + done.stderr

    def git(self, *arguments: str) -> str:
        """Run git."""
        return self.must("git", *arguments)

    def commit(self) -> None:
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "state")

    @contextlib.contextmanager
    def changed(self, **changes) -> Iterator[None]:
        """Inside, keys of params.yaml are other ones."""
        keep = (self / "params.yaml").read_text()
        self.set(**changes)
        yield
        (self / "params.yaml").write_text(keep)

    def set(self, **changes) -> None:
        """Set keys of params.yaml, "parse.corpus" and so on; None removes one."""
        yaml, path = YAML(), self.folder / "params.yaml"
        content = yaml.load(path)
        for place, value in changes.items():
            *sections, key = place.split(".")
            section = content
            for name in sections:
                section = section[name]
            section[key] = value
            if value is None:
                del section[key]
        yaml.dump(content, path)
