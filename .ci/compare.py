"""Whether a regeneration gave what is committed, and if not, which artifact of which stage differs and how.

    python .ci/compare.py                                  dvc.lock and artifacts/ against the last commit
    python .ci/compare.py tests/golden/seed_run            the files of artifacts/ that also stand in that folder against it

Exit code 1 and a line for each difference, or 0 and how much was compared.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from ruamel.yaml import YAML

ARTIFACTS = Path("artifacts")


def committed(path: Path) -> bytes | None:
    """A file of the last commit, None where it has none."""
    found = subprocess.run(["git", "show", f"HEAD:{path.as_posix()}"], capture_output=True)
    return found.stdout if found.returncode == 0 else None


def lock_differences(before: dict, now: dict) -> Iterator[str]:
    """What differs between two contents of dvc.lock."""
    for name in sorted(before["stages"].keys() | now["stages"].keys()):
        old, new = before["stages"].get(name), now["stages"].get(name)
        if old is None or new is None:
            yield f"stage {name}: {'not in the committed dvc.lock' if old is None else 'in the committed dvc.lock, but not run'}"
            continue
        for kind in ("cmd", "params"):
            if old.get(kind) != new.get(kind):
                yield f"stage {name}: {kind}: expected {old.get(kind)}, found {new.get(kind)}"
        for kind, word in (("deps", "depends on"), ("outs", "artifact")):
            hashes = [{entry["path"]: entry.get("md5") for entry in stage.get(kind, [])} for stage in (old, new)]
            for path in sorted(hashes[0].keys() | hashes[1].keys()):
                if hashes[0].get(path) != hashes[1].get(path):
                    yield f"stage {name}: {word} {path}: expected md5 {hashes[0].get(path)}, found {hashes[1].get(path)}"


def content_difference(name: str, expected: bytes, found: bytes) -> str | None:
    """How two contents of a file differ, None where they do not."""
    if expected == found:
        return None
    if name.endswith(".npz"):
        return array_difference(expected, found)
    try:
        old, new = expected.decode().splitlines(), found.decode().splitlines()
    except UnicodeDecodeError:
        place = next((place for place, pair in enumerate(zip(expected, found)) if pair[0] != pair[1]), min(len(expected), len(found)))
        return f"byte {place} differs; expected {len(expected)} bytes, found {len(found)}"
    line = next((place for place, pair in enumerate(zip(old, new)) if pair[0] != pair[1]), min(len(old), len(new)))
    show = [text[line][:120] if line < len(text) else "the end" for text in (old, new)]
    return f"line {line + 1}: expected {show[0]!r}, found {show[1]!r}"


def array_difference(expected: bytes, found: bytes) -> str:
    """How two ``.npz`` archives differ: names, shapes, or the largest difference of a number."""
    import io

    with np.load(io.BytesIO(expected)) as old, np.load(io.BytesIO(found)) as new:
        if old.files != new.files:
            return f"expected arrays {old.files}, found {new.files}"
        for name in old.files:
            if old[name].shape != new[name].shape:
                return f"array {name}: expected shape {old[name].shape}, found {new[name].shape}"
        apart = {name: float(np.abs(old[name] - new[name]).max()) for name in old.files if old[name].size}
    worst = max(apart, key=apart.get)
    if not apart[worst]:
        return "the same numbers, but other bytes around them"
    return f"array {worst}: numbers differ by up to {apart[worst]:.3g}"


def against_commit() -> tuple[int, list[str]]:
    """Files compared, and the differences of dvc.lock and artifacts/ from the last commit."""
    old = committed(Path("dvc.lock"))
    if old is None:
        return 0, ["dvc.lock: not committed; run dvc repro and commit it"]
    yaml = YAML(typ="safe", pure=True)
    differences = list(lock_differences(yaml.load(old.decode()), yaml.load(Path("dvc.lock").read_text())))
    listed = subprocess.run(["git", "ls-files", "--", str(ARTIFACTS)], capture_output=True, text=True, check=True).stdout.splitlines()
    for path in map(Path, listed):
        if path.name != ".gitignore":
            found = path.read_bytes() if path.exists() else None
            how = "gone" if found is None else content_difference(path.name, committed(path), found)
            differences += [f"{path}: {how}"] if how else []
    return len(listed), differences


def against_folder(folder: Path) -> tuple[int, list[str]]:
    """Files compared, and the differences of artifacts/ from the files of a folder."""
    references = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "SOURCE.md")
    differences = []
    for reference in references:
        path = ARTIFACTS / reference.relative_to(folder)
        how = content_difference(path.name, reference.read_bytes(), path.read_bytes()) if path.exists() else "gone"
        differences += [f"{path}: {how}"] if how else []
    return len(references), differences


def main(arguments: list[str]) -> int:
    """Compare, print, and return the exit code."""
    count, differences = against_folder(Path(arguments[0])) if arguments else against_commit()
    for difference in differences:
        print(f"differs: {difference}")
    print(f"{'FAILED' if differences or not count else 'same'}: {count} files compared, {len(differences)} differences")
    return 1 if differences or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
