"""The parse stage, started as DVC starts it."""

import json
from pathlib import Path

import pytest

METHENY = Path(__file__).parent.parent.parent / "shared/corpora/metheny/original_metheny.mid"


def said(done) -> str:
    """The one line that a failed stage prints."""
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_it_leaves_the_corpus_and_says_what_it_read(project):
    done = project.stage("parse")
    assert done.returncode == 0 and "parse: 3 solos" in done.stdout
    assert sorted(path.name for path in (project / "artifacts/corpus").iterdir()) == [
        "skipped.json", "solos.jsonl", "split.json", "tokens.jsonl", "vocabulary.json", "windows.npz"]
    first = json.loads((project / "artifacts/corpus/tokens.jsonl").read_text().splitlines()[0])
    assert first.keys() == {"solo", "bar", "tokens"} and (first["solo"], first["bar"]) == ("blues-f-plain.ls", 1)


def test_a_broken_sheet_is_skipped_counted_and_named(project):
    (project / "data/woodshed/broken.ls").write_text("(title B) (part (type chords)) C7 | (part (type melody)) c4 q8")
    assert "1 files skipped" in project.stage("parse").stdout
    skipped = json.loads((project / "artifacts/corpus/skipped.json").read_text())
    assert skipped["count"] == 1 and skipped["files"][0]["file"] == "broken.ls" and "note 'q8' not understood" in skipped["files"][0]["reason"]


@pytest.mark.parametrize("change, expected", [
    ({"parse.corpus": "nope"}, "params.yaml: corpora: expected a corpus named 'nope'"),
    ({"parse.corpus": "mine"}, "data/mine: expected files ending in .ls"),
    ({"parse.corpus": "metheny"}, "data/metheny/original_metheny.mid: not here yet; `make corpus NAME=metheny` fetches it"),
    ({"parse.corpus": None}, "parse.corpus: missing"),
    ({"parse.corpus": 3}, "parse.corpus: expected a valid string, found 3"),
    ({"parse.grammar": "sede"}, "parse.grammar: expected 'woodshed' or 'seed', found 'sede'"),
    ({"parse.test": 1.5}, "parse.test: expected less than 1, found 1.5"),
    ({"parse.validation": 0.8}, "parse.validation + parse.test: expected less than 1, found 1.14"),
    ({"parse.tset": 0.1}, "parse.tset: unknown key; did you mean 'test'?"),
    ({"grammar.woodshed.window": 100000}, "expected at least one window of 100000 symbols (grammar.woodshed.window)"),
    ({"corpora.woodshed.licens": "x"}, "corpora.woodshed.licens: unknown key"),
])
def test_a_mistake_is_one_line_and_leaves_nothing(project, change, expected):
    project.set(**change)
    assert expected in said(project.stage("parse"))
    assert not (project / "artifacts/corpus").exists()


def test_a_missing_folder_is_named_by_dvc_too(project):
    project.set(**{"parse.corpus": "gone", "corpora.gone": {}})
    assert "data/gone: expected a folder with music files, found nothing there" in said(project.stage("parse"))
    done = project.run("dvc", "repro")
    assert done.returncode != 0 and "data/gone" in done.stderr


@pytest.mark.parametrize("content, part, expected", [(b"MThd nonsense", 5, "mine.mid"), (None, 99, "melody_part")])
def test_a_broken_midi_file_and_a_missing_part_are_named(project, content, part, expected):
    (project / "data/mine/mine.mid").write_bytes(METHENY.read_bytes() if content is None else content)
    project.set(**{"parse.corpus": "mine", "parse.grammar": "seed", "corpora.mine.midi": {"melody_part": part, "chord_part": 0, "span": [476, 548], "quantisation": "seed"}})
    assert expected in said(project.stage("parse"))


def test_the_seed_run_has_the_numbers_of_the_notebook(project):
    (project / "data/metheny/original_metheny.mid").write_bytes(METHENY.read_bytes())
    project.set(**{"parse.corpus": "metheny", "parse.grammar": "seed"})
    assert project.stage("parse").returncode == 0
    measures = [json.loads(line) for line in (project / "artifacts/corpus/tokens.jsonl").read_text().splitlines()]
    golden = (Path(__file__).parent / "golden/seed/tokens.txt").read_text().splitlines()
    assert [" ".join(measure["tokens"]) for measure in measures] == golden and len(golden) == 18
    assert json.loads((project / "artifacts/corpus/vocabulary.json").read_text())["n_values"] == 78
