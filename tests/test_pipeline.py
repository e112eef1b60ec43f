"""dvc.yaml: it names everything that a stage uses, reruns what changed and nothing else, and gives the same outputs anywhere."""

import ast
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from stages.improvisers import IMPROVISERS

ROOT = Path(__file__).parent.parent
PIPELINE = YAML(typ="safe", pure=True).load((ROOT / "dvc.yaml").read_text())["stages"]
VERBS = ("parse", "measure", "train", "sample", "render", "evaluate", "compare")


def imported(file: Path, seen: set[Path]) -> set[Path]:
    """The project's files that a file imports, and those that they import."""
    if file in seen or not file.exists():
        return seen
    seen.add(file)
    for node in ast.walk(ast.parse(file.read_text())):
        names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)] if isinstance(node, ast.ImportFrom) else []
        for name in filter(lambda name: name.startswith("stages"), names):
            path = ROOT / name.replace(".", "/")
            imported(path.with_suffix(".py"), seen)
            imported(path / "__init__.py", seen)
    return seen


def test_a_stage_is_a_file_a_section_of_dvc_yaml_and_a_verb():
    assert tuple(PIPELINE) == VERBS == tuple(sorted((path.stem for path in (ROOT / "stages").glob("[!_]*.py")), key=VERBS.index))


@pytest.mark.parametrize("stage", VERBS)
def test_a_stage_declares_everything_it_imports(stage):
    declared = [ROOT / dep for dep in PIPELINE[stage]["deps"]]
    used = {path for path in imported(ROOT / f"stages/{stage}.py", set()) if path.stat().st_size}
    assert not {path for path in used if not any(path.is_relative_to(dep) for dep in declared)}


@pytest.mark.parametrize("improviser", IMPROVISERS)
def test_an_improviser_needs_only_what_training_declares(improviser):
    declared = [ROOT / dep.replace("${item.improviser}", improviser) for dep in PIPELINE["train"]["deps"]]
    used = {path for path in imported(ROOT / f"stages/improvisers/{improviser}.py", set()) if path.stat().st_size}
    assert not {path for path in used if not any(path.is_relative_to(dep) for dep in declared)}


def test_rooms_import_one_way():
    allowed = {"harmony": set(), "experiment": set(), "melody": {"harmony"}, "corpora": {"melody", "harmony"}, "grammar": {"melody", "harmony"},
               "rendering": {"melody", "harmony"}, "evaluation": {"melody", "harmony"}, "jazzgrammar": {"melody", "harmony", "experiment"}, "improvisers": {"grammar", "jazzgrammar", "melody", "harmony", "experiment"},
               "sampling": {"corpora", "evaluation", "grammar", "improvisers", "melody", "experiment"}, "parsing": {"corpora", "grammar", "melody", "harmony", "experiment"}}
    for room, may in allowed.items():
        for file in (ROOT / "stages" / room).glob("*.py"):
            direct = {node.module.split(".")[1] for node in ast.walk(ast.parse(file.read_text()))
                      if isinstance(node, ast.ImportFrom) and node.module.startswith("stages.")}
            assert direct <= may | {room}, file


def test_a_second_repro_runs_nothing(finished):
    assert "Data and pipelines are up to date" in finished.must("dvc", "repro")


def test_a_changed_temperature_runs_sampling_and_what_follows_only(finished):
    with finished.changed(**{"sample.woodshed.temperature": 1.1}):
        status = finished.must("dvc", "status")
    assert "sample@trigram" in status and "params.yaml" in status and "train@trigram" not in status and "parse:" not in status


def test_a_clone_with_an_empty_cache_gives_what_was_committed(finished, tmp_path):
    finished.git("clone", "--quiet", ".", str(tmp_path / "clone"))
    clone = type(finished)(tmp_path / "clone")
    clone.must("dvc", "repro", "--quiet", "--no-run-cache")
    assert "same:" in clone.must("python", ".ci/compare.py")


@pytest.mark.parametrize("change, expected", [
    (("params.yaml", "temperature: 1.0", "temperature: 1.2"), ("stage sample@trigram: params", "artifacts/trigram/takes.jsonl: line 1: expected")),
    (("stages/harmony/scales.py", '"dominant": ("mixolydian", (2, 6, 9))', '"dominant": ("mixolydian", (2, 9))'), ("stage parse: artifact artifacts/corpus/tokens.jsonl", "tokens.jsonl: line")),
])
def test_a_changed_parameter_or_line_of_code_makes_the_comparison_fail(finished, tmp_path, change, expected):
    finished.git("clone", "--quiet", ".", str(tmp_path / "clone"))
    clone = type(finished)(tmp_path / "clone")
    file, old, new = change
    text = (clone / file).read_text()
    assert old in text
    (clone / file).write_text(text.replace(old, new))
    clone.must("dvc", "repro", "--quiet", "--no-run-cache")
    done = clone.run("python", ".ci/compare.py")
    assert done.returncode == 1 and all(line in done.stdout for line in expected), done.stdout
