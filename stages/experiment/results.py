"""Results: what the ``evaluate`` stage found out about one improviser, with all that made it so, and collections of them.

A result is a plain dictionary, the content of ``artifacts/results/<improviser>.json`` and, a line each, of the committed ``data/results/<corpus>.json``:

    corpus, grammar, improviser     their names
    params                          the sections of params.yaml that made it, with every seed
    tokens, takes                   sha256 of the corpus as it was read and of takes.jsonl: another state of either is another result
    scores                          the content of scores.json
    tunes                           of each test tune the nats of its notes and how many they are, so that improvisers can be compared tune by tune; {} where no nats are known
    beside                          rows beside human solos, ``evaluation/takes.py``; none where takes or solos are too short for it

Results that differ in seeds only are draws of the same thing and may be averaged; any other difference makes them two things. The seed of the split (``parse.seed``) is none of these: on
another split they are judged on other tunes.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from stages.experiment import artifacts
from stages.experiment.params import ParamsError, load
from stages.experiment.tracking import Subject, flat

KEYS = {"corpus", "grammar", "improviser", "params", "tokens", "takes", "scores", "tunes", "beside"}


class ResultsError(ValueError):
    """Results that are missing or not of the shape above; the message names the file and what to do."""


def result(subject: Subject, takes: Path, scores: dict, tunes: dict[str, tuple[float, float | None, int]], beside: list[dict]) -> dict:
    """The result of a run.

    Args:
        subject: what the run is about. takes: its takes.jsonl.
        scores: {part: {measure: number}}. tunes: of each test tune its nats of rhythm and of pitch (or in all, and None), and its notes.
        beside: the rows, as ``Row.to_json`` gives them.
    """
    return {"corpus": subject.corpus, "grammar": subject.grammar, "improviser": subject.improviser, "params": subject.params, "tokens": subject.digest,
            "takes": hashlib.sha256(takes.read_bytes()).hexdigest(), "scores": scores,
            "tunes": {tune: [rhythm + (pitch or 0.0), notes] for tune, (rhythm, pitch, notes) in tunes.items()}, "beside": beside}


def improvisers() -> list[str]:
    """The names in params.yaml. Raises ParamsError where there is no list of some."""
    names = load().get("improvisers")
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise ParamsError(f"params.yaml: improvisers: expected a list of names, such as [trigram, djmodel], found {names!r}")
    return names


def read(folder: Path, names: Iterable[str], corpus: str, grammar: str) -> list[dict]:
    """The results of the current run. Raises ResultsError for an improviser that has none, or one of another corpus or grammar."""
    found = []
    for name in names:
        path = folder / f"{name}.json"
        remedy = f"make it anew: dvc repro evaluate@{name}"
        content = _checked(_content(path, remedy), path, remedy)
        if (content["corpus"], content["grammar"]) != (corpus, grammar):
            raise ResultsError(f"{path}: expected a result on {corpus} in the {grammar} grammar, as params.yaml says, found {content['corpus']}, {content['grammar']}; {remedy}")
        found.append(content)
    return found


def read_collected(folder: Path) -> list[dict]:
    """The results in all collections of a folder. Raises ResultsError."""
    return [found for path in sorted(folder.glob("*.json")) for found in read_collection(path)]


def read_collection(path: Path) -> list[dict]:
    """The results in one collection. Raises ResultsError."""
    remedy = f"remove it and write it anew: python -m data.results {path.stem}"
    found = _content(path, remedy)
    if not isinstance(found, list):
        raise ResultsError(f"{path}: expected a list of results, found {type(found).__name__}; {remedy}")
    return [_checked(entry, path, remedy) for entry in found]


def write_collection(path: Path, results: Iterable[dict]) -> None:
    """Write results, one a line in a fixed order, so that a reader of a change sees which ones are new."""
    lines = [artifacts.text(found) for found in sorted(results, key=_order)]
    artifacts.write_text(path, "[\n" + ",\n".join(lines) + "\n]\n")


def merged(old: Iterable[dict], new: Iterable[dict]) -> list[dict]:
    """The new results and those old ones that may stand beside them: on other corpora; on the same state and split of a corpus of other improvisers, and of the same ones in all but seeds."""
    new = [artifacts.rounded(found) for found in new]
    return sorted([*(found for found in old if not any(_replaces(other, found) for other in new)), *new], key=_order)


def _replaces(new: dict, old: dict) -> bool:
    if _name(new)[:2] != _name(old)[:2]:
        return False
    same = new["improviser"] == old["improviser"]
    elsewhere = new["tokens"] != old["tokens"] or new["params"]["parse"] != old["params"]["parse"]
    return elsewhere or same and (_settings(new) != _settings(old) or seeds(new) == seeds(old))


def seeds(found: dict) -> dict[str, int]:
    """The seeds of a result, by dotted name."""
    return {name: value for name, value in flat(found["params"]).items() if name.endswith(".seed")}


def _settings(found: dict) -> dict:
    """All that made a result but its seeds."""
    return {name: value for name, value in flat(found["params"]).items() if not name.endswith(".seed")}


def _name(found: dict) -> tuple[str, str, str]:
    return found["corpus"], found["grammar"], found["improviser"]


def _order(found: dict) -> tuple:
    return *_name(found), artifacts.text(seeds(found))


def _content(path: Path, remedy: str):
    try:
        return artifacts.read_json(path)
    except FileNotFoundError:
        raise ResultsError(f"{path}: expected a readable file, found none; {remedy}") from None
    except ValueError as error:                 # no JSON, no UTF-8
        raise ResultsError(f"{path}: expected JSON, found something else ({error}); {remedy}") from None


def _checked(found, path: Path, remedy: str) -> dict:
    missing = sorted(KEYS - found.keys()) if isinstance(found, dict) else sorted(KEYS)
    if missing:
        raise ResultsError(f"{path}: expected a result with all of {', '.join(sorted(KEYS))}, found no {', '.join(missing)}; {remedy}")
    return found
