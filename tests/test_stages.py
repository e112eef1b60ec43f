"""Train, sample, render and evaluate: what they leave, and how they fail."""

import csv
import json
import os
import resource
import signal
import subprocess
import sys
import time
from fractions import Fraction

import mido
import pytest

from tests.test_parse import said


def test_a_take_fills_its_chart_to_the_beat(finished):
    takes = [json.loads(line) for line in (finished / "artifacts/trigram/takes.jsonl").read_text().splitlines()]
    lengths = {take["chart"]["source"]: sum(Fraction(token.split(",")[1]) for token in take["tokens"]) for take in takes}
    assert lengths == {"blues": 2 * 12 * 4}


def test_the_rendered_file_has_the_solo_and_the_chords_on_their_own_tracks(finished):
    file = mido.MidiFile(finished / "artifacts/trigram/takes/blues-1.mid")
    assert [track.name for track in file.tracks[1:]] == ["Solo", "Chords"]
    notes = [message for message in file.tracks[1] if message.type == "note_on" and message.velocity]
    record = json.loads((finished / "artifacts/trigram/takes.jsonl").read_text().splitlines()[0])
    assert len(notes) == sum(not token.startswith("R") for token in record["tokens"])


def test_picture_and_page_stand_beside_it(finished):
    assert "<svg" in (finished / "artifacts/trigram/takes/blues-1.svg").read_text()
    assert "Blues in C, take 1 by trigram" in (finished / "artifacts/trigram/pages/blues-1.html").read_text()


def test_scores_have_held_out_nats_takes_and_the_human_row(finished):
    scores = json.loads((finished / "artifacts/trigram/scores.json").read_text())
    assert set(scores) == {"train", "validation", "test", "takes", "human"}
    assert scores["test"]["nats_per_note"] > scores["train"]["nats_per_note"] > 0 and 0 < scores["takes"]["chord_tone_share"] < 1
    assert scores["takes"].keys() >= {"entropy_1_bar", "entropy_4_bars", "grooving_similarity", "longest_shared_run", "copy_rate_8_notes"} <= scores["human"].keys()
    table = {row["measure"]: float(row["value"]) for row in csv.DictReader((finished / "artifacts/trigram/scores.csv").read_text().splitlines())}
    assert table["test nats_per_note"] == scores["test"]["nats_per_note"]


def test_another_chart_changes_no_other_take(project):
    project.must("dvc", "repro", "--quiet", "sample@trigram")
    before = (project / "artifacts/trigram/takes.jsonl").read_text().splitlines()
    project.set(**{"sample.woodshed.charts": ["data/charts/waltz.ls", "data/charts/blues.ls"]})
    assert project.stage("sample", "trigram").returncode == 0
    assert (project / "artifacts/trigram/takes.jsonl").read_text().splitlines()[1:] == before


@pytest.mark.parametrize("text, expected", [
    ("(part (type chords)) C7 | Q7 |", "data/charts/blues.ls"), ("(part (type chords)) C7 | Cfoo |", "found 'Cfoo'; did you mean 'C'?"), (None, "data/charts/blues.ls: expected a readable file, found none"),
])
def test_a_bad_chart_is_named(project, text, expected):
    project.must("dvc", "repro", "--quiet", "train@trigram")
    chart = project / "data/charts/blues.ls"
    chart.unlink() if text is None else chart.write_text(text)
    assert expected in said(project.stage("sample", "trigram"))
    assert not (project / "artifacts/trigram/takes.jsonl").exists()


@pytest.mark.parametrize("stage, change, expected", [
    ("train", {"trigram.woodshed.context": -1}, "trigram.woodshed.context: expected greater than or equal to 0, found -1"),
    ("sample", {"sample.woodshed.temperature": 0}, "sample.woodshed.temperature: expected greater than 0, found 0"),
    ("sample", {"sample.woodshed.top_p": None}, "sample.woodshed.top_p: missing"),
    ("render", {"render.solo_program": 128}, "render.solo_program: expected less than or equal to 127, found 128"),
    ("evaluate", {"tracking.enabled": "yes"}, "tracking.enabled: expected a valid boolean, found 'yes'"),
])
def test_a_bad_key_stops_its_stage(finished, tmp_path, stage, change, expected):
    with finished.changed(**change):
        done = finished.stage(stage, "trigram")
    assert expected in said(done)


def test_an_improviser_that_does_not_exist_is_named(finished):
    assert "expected names out of unigram, trigram, ngram, jazz_grammar, learned_grammar, djmodel, deepjazz, transformer, found 'bigram'" in said(finished.stage("train", "bigram"))


def test_a_full_disk_is_one_line_and_dvc_recovers(project):
    def full():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))      # no file may grow beyond 1000 bytes

    done = subprocess.run([sys.executable, "-m", "stages.parse"], cwd=project.folder, capture_output=True, text=True, preexec_fn=full,
                          env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"})
    *before, error = done.stderr.splitlines()
    assert done.returncode == 1 and "File too large" in error and "solos.jsonl" in error
    assert all("nothing is remembered for the next time" in line for line in before)
    assert not list(project.folder.glob("artifacts/corpus/.*draft")) and not (project / "artifacts/corpus/solos.jsonl").exists()
    project.must("dvc", "repro", "--quiet", "parse")


def test_a_kill_in_the_middle_leaves_nothing_half_written_and_dvc_recovers(finished, project):
    project.must("dvc", "repro", "--quiet", "parse")
    pipeline = subprocess.Popen([sys.executable, "-m", "dvc", "repro"], cwd=project.folder, stdout=subprocess.PIPE, text=True, start_new_session=True)
    with pipeline.stdout:
        line = next(line for line in pipeline.stdout if "stages.sample" in line)
        time.sleep(0.3)
        os.killpg(pipeline.pid, signal.SIGKILL)
    assert line and pipeline.wait() == -signal.SIGKILL
    project.must("dvc", "repro", "--quiet")
    same = ("takes.jsonl", "takes/blues-1.mid", "scores.json")
    assert all((project / f"artifacts/trigram/{name}").read_bytes() == (finished / f"artifacts/trigram/{name}").read_bytes() for name in same)


def test_only_training_imports_tensorflow(finished):
    code = "import sys; from stages import {0}; {0}.main({1}); sys.exit('tensorflow' in sys.modules)"
    for stage, argument in (("parse", ""), ("sample", "'trigram'"), ("render", "'trigram'"), ("evaluate", "'trigram'"), ("compare", "")):
        assert finished.run("python", "-c", code.format(stage, argument)).returncode == 0


def test_the_unigram_is_an_improviser_too(project):
    project.must("dvc", "repro", "--quiet", "measure")
    for stage in ("train", "sample", "render", "evaluate"):
        assert project.stage(stage, "unigram").returncode == 0
    scores = json.loads((project / "artifacts/unigram/scores.json").read_text())
    assert scores["test"]["nats_per_note"] > scores["train"]["nats_per_note"] > 0


@pytest.mark.parametrize("stage", ["train", "sample", "render", "evaluate"])
@pytest.mark.parametrize("change, expected", [({"parse.grammar": None}, "parse.grammar: missing"), ({"parse.grammar": 0}, "parse.grammar: expected 'woodshed' or 'seed', found 0")])
def test_every_stage_checks_the_section_that_all_read(finished, stage, change, expected):
    with finished.changed(**change):
        done = finished.stage(stage, "trigram")
    assert expected in said(done)


@pytest.mark.parametrize("arguments, expected", [((), "expected the name of one improviser, found none"), (("trigram", "x"), "found trigram x")])
def test_a_stage_says_what_it_wants_to_be_called_with(finished, arguments, expected):
    assert expected in said(finished.stage("sample", *arguments))


@pytest.mark.parametrize("change, expected", [
    ({"parse.corpus": "gone"}, "parse.corpus: expected the name of a folder below data, found 'gone'; there are charts, grammars, metheny, mine, protocols, results, woodshed"),
    ({"improvisers": "trigram"}, "improvisers: expected a list of names"), ({"improvisers": ["bigram"]}, "learned_grammar, djmodel, deepjazz, transformer, found 'bigram'"),
])
def test_what_dvc_would_trip_over_is_named_before(project, change, expected):
    project.set(**change)
    assert expected in said(project.run("python", "-m", "data.preflight"))


def test_a_file_that_is_no_text_is_named(project):
    with open(project / "params.yaml", "ab") as file:
        file.write(b"# \xff\n")
    assert "params.yaml: not YAML" in said(project.stage("parse"))
