"""The parse stage, started as DVC starts it."""

import json
import re
import shutil
import subprocess
import sys
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
    assert done.returncode == 0 and "parse: 3 solos, 456 notes read; 0 skipped" in done.stdout
    assert sorted(path.name for path in (project / "artifacts/corpus").iterdir()) == [
        "reading.json", "skipped.json", "solos.jsonl", "split.json", "tokens.jsonl", "vocabulary.json", "windows.npz"]
    first = json.loads((project / "artifacts/corpus/tokens.jsonl").read_text().splitlines()[0])
    assert first.keys() == {"solo", "bar", "tokens"} and (first["solo"], first["bar"]) == ("blues-f-plain.ls", 1)


def test_a_broken_sheet_is_skipped_counted_and_named(project):
    (project / "data/woodshed/broken.ls").write_text("(title B) (part (type chords)) C7 | (part (type melody)) c4 q8")
    assert "1 skipped (1: note ... not understood" in project.stage("parse").stdout
    skipped = json.loads((project / "artifacts/corpus/skipped.json").read_text())
    assert (skipped["read"], skipped["count"]) == (3, 1) and skipped["files"][0]["file"] == "broken.ls" and "note 'q8' not understood" in skipped["files"][0]["reason"]


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
    ({"corpora.woodshed.licens": "x"}, "corpora.woodshed.licens: unknown key"),
])
def test_a_mistake_is_one_line_and_leaves_nothing(project, change, expected):
    project.set(**change)
    assert expected in said(project.stage("parse"))
    assert not (project / "artifacts/corpus").exists()


def test_a_corpus_too_small_to_learn_from_is_told_and_so_is_why(project):
    """What was left out stands in skipped.json all the same; it may be what is missing."""
    (project / "data/woodshed/broken.ls").write_text("(title B) (part (type chords)) C7 | (part (type melody)) c4 q8")
    project.set(**{"grammar.woodshed.window": 100000})
    done = project.stage("parse")
    assert "expected at least one window of 100000 symbols (grammar.woodshed.window)" in said(done) and "parse: 3 solos, 456 notes read; 1 skipped" in done.stdout
    assert {path.name for path in (project / "artifacts/corpus").iterdir()} == {"skipped.json", "reading.json"}


def test_a_corpus_of_which_nothing_can_be_read_is_told_with_every_reason(project):
    for name in ("one", "two"):
        (project / f"data/mine/{name}.mid").write_bytes(b"nonsense")
    project.set(**{"parse.corpus": "mine"})
    assert "data/mine: expected at least one readable solo, found none; 2 skipped" in said(project.stage("parse"))
    assert [line["file"] for line in json.loads((project / "artifacts/corpus/skipped.json").read_text())["files"]] == ["one.mid", "two.mid"]


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


def test_a_file_that_nobody_reads_is_named(project):
    (project / "data/woodshed/song.mscz").write_bytes(b"PK")
    (project / "data/woodshed/.hidden").write_text("")
    (project / "data/woodshed/table.csv").write_text("price,count\n1,2\n")
    project.stage("parse")
    song, table = json.loads((project / "artifacts/corpus/skipped.json").read_text())["files"]
    assert song["file"] == "song.mscz" and "expected a music file, found another kind of file; those that are read end in .ls" in song["reason"]
    assert table == {"file": "table.csv", "reason": "data/woodshed/table.csv: expected a music file, found a table of other things than notes"}


def test_the_same_solo_twice_is_learnt_from_once(project):
    sheet = (project / "data/woodshed/waltz.ls").read_text()
    (project / "data/woodshed/waltz-copy.ls").write_text(re.sub(r"\(title [^)]*\)", "(title Another Name)", sheet))
    assert "parse: 3 solos, 456 notes read; 1 skipped" in project.stage("parse").stdout
    assert "found the same notes over the same changes again; the first is waltz-copy.ls" in (project / "artifacts/corpus/skipped.json").read_text()


@pytest.fixture
def many(project):
    """A corpus of 50 files in data/mine, the sheets in other keys, in two folders."""
    sheets = sorted((project / "data/woodshed").glob("*.ls"))
    for number in range(50):
        text = sheets[number % 3].read_text().replace("(tempo 1", f"(tempo {number % 2 + 1}")
        (project / f"data/mine/{'ab'[number % 2]}").mkdir(exist_ok=True)
        (project / f"data/mine/{'ab'[number % 2]}/{number}.ls").write_text(re.sub(r"\(title [^)]*\)", f"(title Tune {number})", text) + f" {'cdefgab'[number % 7]}{'+' * (number // 7 % 2)}{2 ** (number % 5)}")
    project.set(**{"parse.corpus": "mine"})
    return project


def results(project) -> dict[str, bytes]:
    """What the parse stage leaves, from nothing."""
    shutil.rmtree(project / "artifacts", ignore_errors=True)
    assert project.stage("parse").returncode == 0
    return {path.name: path.read_bytes() for path in (project / "artifacts/corpus").iterdir()}


def test_the_number_of_workers_shows_nowhere(many):
    everyone = results(many)
    alone = subprocess.run(["taskset", "--cpu-list", "0", "true"]).returncode == 0 and many.run("taskset", "--cpu-list", "0", "python", "-m", "stages.parse")
    assert alone.returncode == 0
    assert {path.name: path.read_bytes() for path in (many / "artifacts/corpus").iterdir()} == everyone


def test_a_cluster_of_two_nodes_leaves_the_same_bytes(many):
    here = results(many)
    many.set(**{"parse.engine": "ray"})
    with subprocess.Popen([sys.executable, Path(__file__).parent / "experiment/cluster.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as cluster:
        address = next(line for line in cluster.stdout if line.startswith("address ")).split()[1]
        shutil.rmtree(many / "artifacts")
        done = many.run("python", "-m", "stages.parse", RAY_ADDRESS=address)
        cluster.stdin.close()
    assert done.returncode == 0, done.stderr
    assert {path.name: path.read_bytes() for path in (many / "artifacts/corpus").iterdir()} == here


def test_only_what_changed_is_read_again(many):
    """The readers are taken away for all files but the changed one: what is remembered needs none."""
    before = results(many)
    changed = many / "data/mine/b/7.ls"
    changed.write_text(changed.read_text().replace("(title Tune 7)", "(title Other)"))
    many.run("python", "-c", TRAP)
    assert json.loads((many / "read.json").read_text()) == ["data/mine/b/7.ls"]
    after = {path.name: path.read_bytes() for path in (many / "artifacts/corpus").iterdir()}
    assert after["solos.jsonl"] == before["solos.jsonl"].replace(b'"tune": "Tune 7"', b'"tune": "Other"')


@pytest.mark.parametrize("part", ["stages/corpora/limits.py", "stages/experiment/artifacts.py", "stages/melody/quantize.py", "requirements.txt"])
def test_another_program_reads_everything_again(project, part):
    results(project)
    with open(project / part, "a") as file:
        file.write("# another version\n")
    project.run("python", "-c", TRAP)
    assert len(json.loads((project / "read.json").read_text())) == 3


# Runs the stage in one process and writes down which files its reader was asked for.
TRAP = """
import json, os
from stages import parse
from stages.corpora import leadsheet
asked, read = [], leadsheet.read
leadsheet.read = lambda path, *rest, **options: (asked.append(str(path)), read(path, *rest, **options))[1]
os.sched_getaffinity = lambda process: {0}
parse.main()
json.dump(asked, open("read.json", "w"))
"""
