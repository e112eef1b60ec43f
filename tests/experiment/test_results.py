"""Results, and collections of them."""

import copy
import json

import pytest

from stages.experiment import params, results
from stages.experiment.results import ResultsError
from stages.experiment.tracking import Subject


def made(tmp_path, improviser="one", seed=1, units=64, corpus="porch", tokens="t", split=1):
    (tmp_path / "takes.jsonl").write_text("a take\n")
    subject = Subject(corpus, improviser, "woodshed", {"parse": {"seed": split}, improviser: {"seed": seed, "units": units}}, tokens)
    return results.result(subject, tmp_path / "takes.jsonl", {"test": {"nats_per_note": 4.123456789}}, {"waltz": (1.0, 2.5, 3), "blues": (4.0, None, 5)}, [])


def test_a_result_tells_what_made_it(tmp_path):
    found = made(tmp_path)
    assert found["params"]["one"] == {"seed": 1, "units": 64} and found["corpus"] == "porch"
    assert found["takes"] == "a6736c498b0189e79d1ff6744d87a7a59cada8dc39e4350fa065111f2a5ec6ce"
    assert found["tunes"] == {"waltz": [3.5, 3], "blues": [4.0, 5]}
    assert results.seeds(found) == {"parse.seed": 1, "one.seed": 1}


def test_other_seeds_and_other_improvisers_stay(tmp_path):
    old = [made(tmp_path), made(tmp_path, "two"), made(tmp_path, corpus="attic")]
    kept = results.merged(old, [made(tmp_path, seed=2)])
    assert [(found["corpus"], found["improviser"], found["params"][found["improviser"]]["seed"]) for found in kept] == [("attic", "one", 1), ("porch", "one", 1), ("porch", "one", 2), ("porch", "two", 1)]


@pytest.mark.parametrize("change", [{}, {"units": 128}, {"units": 128, "seed": 2}, {"tokens": "another"}])
def test_the_same_seeds_and_other_settings_are_replaced(tmp_path, change):
    new = made(tmp_path, **change)
    kept = results.merged([made(tmp_path)], [new])
    assert len(kept) == 1 and kept[0]["params"] == new["params"] and kept[0]["tokens"] == new["tokens"]


def test_another_state_of_the_corpus_puts_nothing_beside_the_old_one(tmp_path):
    old = [made(tmp_path), made(tmp_path, "two"), made(tmp_path, "two", corpus="attic")]
    kept = results.merged(old, [made(tmp_path, tokens="another")])
    assert [(found["corpus"], found["improviser"], found["tokens"]) for found in kept] == [("attic", "two", "t"), ("porch", "one", "another")]


def test_another_split_puts_nothing_beside_the_old_one_since_other_tunes_are_judged(tmp_path):
    old = [made(tmp_path), made(tmp_path, "two")]
    assert results.merged(old, [made(tmp_path, split=2)]) == results.merged([], [made(tmp_path, split=2)])


def test_a_collection_is_read_as_it_was_written_one_result_a_line(tmp_path):
    found = results.merged([], [made(tmp_path, seed=2), made(tmp_path)])
    paths = tmp_path / "a.json", tmp_path / "b.json"
    results.write_collection(paths[0], found)
    results.write_collection(paths[1], results.read_collection(paths[0])[::-1])
    assert paths[0].read_bytes() == paths[1].read_bytes() and len(paths[0].read_text().splitlines()) == 4
    assert results.read_collection(paths[0]) == found and found[0]["scores"]["test"]["nats_per_note"] == 4.123457


@pytest.mark.parametrize("content, expected", [
    (None, "expected a readable file, found none; make it anew: dvc repro evaluate@one"), ("{", "expected JSON, found something else"), ("[]", "expected a result with all of beside"),
    ({"beside": ...}, "found no beside; make it anew: dvc repro evaluate@one"), ({"corpus": "attic"}, "expected a result on porch in the woodshed grammar, as params.yaml says, found attic"),
])
def test_what_is_wrong_with_a_current_result_is_one_line(tmp_path, content, expected):
    path = tmp_path / "one.json"
    if isinstance(content, dict):
        found = copy.deepcopy(made(tmp_path)) | content
        content = json.dumps({key: value for key, value in found.items() if value is not ...})
    if content is not None:
        path.write_text(content)
    with pytest.raises(ResultsError) as error:
        results.read(tmp_path, ["one"], "porch", "woodshed")
    assert expected in str(error.value) and str(path) in str(error.value) and "\n" not in str(error.value)


def test_a_collection_that_is_none(tmp_path):
    (tmp_path / "porch.json").write_text("{}")
    with pytest.raises(ResultsError, match="porch.json: expected a list of results, found dict; remove it and write it anew: python -m data.results porch"):
        results.read_collected(tmp_path)


@pytest.mark.parametrize("content", ["improvisers: []", "improvisers: trigram", "improvisers: [1]", "parse: {}"])
def test_a_list_of_improvisers_that_is_none(tmp_path, monkeypatch, content):
    (tmp_path / "params.yaml").write_text(content)
    monkeypatch.chdir(tmp_path)
    params.load.cache_clear()
    with pytest.raises(params.ParamsError, match="params.yaml: improvisers: expected a list of names"):
        results.improvisers()
    params.load.cache_clear()
