"""Results: what the ``evaluate`` stage found out about one improviser, with all that made it so, and collections of them.

A result is a plain dictionary, the content of ``artifacts/results/<improviser>.json`` and, a line each, of the committed ``data/results/<corpus>.json``:

    corpus, grammar, improviser     their names
    params                          the sections of params.yaml that made it, with every seed
    tokens, takes                   sha256 of the corpus as it was read and of takes.jsonl: another state of either is another result
    scores                          the content of scores.json
    beside                          rows beside human solos, ``evaluation/takes.py``; none where takes or solos are too short for it

Results that differ in seeds only are draws of the same thing and may be averaged; any other difference makes them two things.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from stages.experiment import artifacts
from stages.experiment.tracking import Subject, flat

KEYS = {"corpus", "grammar", "improviser", "params", "tokens", "takes", "scores", "beside"}


class ResultsError(ValueError):
    """Results that are missing or not of the shape above; the message names the file and what to do."""


def result(subject: Subject, takes: Path, scores: dict, beside: list[dict]) -> dict:
    """The result of a run.

    Args:
        subject: what the run is about. takes: its takes.jsonl.
        scores: {part: {measure: number}}. beside: the rows, as ``Row.to_json`` gives them.
    """
    return {"corpus": subject.corpus, "grammar": subject.grammar, "improviser": subject.improviser, "params": subject.params, "tokens": subject.digest,
            "takes": hashlib.sha256(takes.read_bytes()).hexdigest(), "scores": scores, "beside": beside}


def read(folder: Path, improvisers: Iterable[str]) -> list[dict]:
    """The results of the current run. Raises ResultsError for an improviser that has none."""
    return [_checked(_content(folder / f"{name}.json", f"dvc repro evaluate@{name}"), folder / f"{name}.json") for name in improvisers]


def read_collected(folder: Path) -> list[dict]:
    """The results in all collections of a folder. Raises ResultsError."""
    return [found for path in sorted(folder.glob("*.json")) for found in read_collection(path)]


def read_collection(path: Path) -> list[dict]:
    """The results in one collection. Raises ResultsError."""
    found = _content(path, "git checkout the file or write it anew: python -m data.results")
    if not isinstance(found, list):
        raise ResultsError(f"{path}: expected a list of results, found {type(found).__name__}; write it anew: python -m data.results")
    return [_checked(entry, path) for entry in found]


def write_collection(path: Path, results: Iterable[dict]) -> None:
    """Write results, one a line in a fixed order, so that a reader of a change sees which ones are new."""
    lines = [artifacts.text(found) for found in sorted(results, key=_order)]
    artifacts.write_text(path, "[\n" + ",\n".join(lines) + "\n]\n")


def merged(old: Iterable[dict], new: Iterable[dict]) -> list[dict]:
    """The new results and those old ones that may stand beside them: of other improvisers, and of the same ones in all but seeds."""
    new = [artifacts.rounded(found) for found in new]
    kept = [found for found in old if not any(_name(found) == _name(other) and (_settings(found) != _settings(other) or seeds(found) == seeds(other)) for other in new)]
    return sorted([*kept, *new], key=_order)


def seeds(found: dict) -> dict[str, int]:
    """The seeds of a result, by dotted name."""
    return {name: value for name, value in flat(found["params"]).items() if name.endswith(".seed")}


def _settings(found: dict) -> dict:
    """All that made a result but its seeds."""
    return {name: value for name, value in flat(found["params"]).items() if not name.endswith(".seed")} | {"tokens": found["tokens"]}


def _name(found: dict) -> tuple[str, str, str]:
    return found["corpus"], found["grammar"], found["improviser"]


def _order(found: dict) -> tuple:
    return *_name(found), artifacts.text(seeds(found))


def _content(path: Path, remedy: str):
    try:
        return artifacts.read_json(path)
    except FileNotFoundError:
        raise ResultsError(f"{path}: expected the result of an improviser, found no file; make it: {remedy}") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ResultsError(f"{path}: expected JSON, found something else ({error}); {remedy}") from None


def _checked(found, path: Path) -> dict:
    missing = sorted(KEYS - found.keys()) if isinstance(found, dict) else sorted(KEYS)
    if missing:
        raise ResultsError(f"{path}: expected a result with {', '.join(sorted(KEYS))}, found none of {', '.join(missing)}; make it anew: dvc repro -f -s evaluate, python -m data.results")
    return found
