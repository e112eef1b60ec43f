"""The sample stage with its knobs turned: what the takes then are, and what is refused."""

import json
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from stages.evaluation.closeness import distance, usual
from stages.experiment import artifacts
from stages.grammar import woodshed
from stages.grammar.filling import Filling
from stages.grammar.takes import compass, perform
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import Lessons
from stages.improvisers import jazz_grammar, trigram
from stages.improvisers.choosing import Choice, improvise
from stages.melody.solo import Solo
from stages.melody.tunes import tune_key
from tests.project import Project, copy
from tests.test_parse import said

N = 5
PHRASE = """(title Phrase)
(meter 4 4)
(part (type chords))
C7 | F7 |
(part (type melody))
r8 g8 bb8 a8 c+4 g4
f4. a8 c+4
"""


@pytest.fixture(scope="module")
def trained(tmp_path_factory) -> Project:
    """The small copy with a trained trigram."""
    project = copy(tmp_path_factory.mktemp("trained") / "project")
    project.must("dvc", "repro", "--quiet", "train@trigram")
    return project


def sampled(project: Project, grammar: str = "woodshed", **changes) -> list[dict]:
    """The takes with some keys of ``sample`` changed."""
    with project.changed(**{f"sample.{grammar}.{key}": value for key, value in changes.items()}):
        done = project.stage("sample", "trigram")
    assert done.returncode == 0, done.stderr
    return artifacts.read_lines(project / "artifacts/trigram/takes.jsonl")


def refused(project: Project, **changes) -> str:
    """The line that the stage says of some keys of ``sample``."""
    with project.changed(**{f"sample.woodshed.{key}": value for key, value in changes.items()}):
        return said(project.stage("sample", "trigram"))


def replayed(project: Project, chart: Solo, seeds: list[list[int]]) -> list[tuple[dict, float]]:
    """A take from each seed, one at a time, and its nats a symbol: the model's log-probabilities of the whole take, shared out among what a filling allows."""
    home = project / "artifacts/corpus"
    vocabulary, lessons = Vocabulary.from_json(artifacts.read_json(home / "vocabulary.json")), Lessons.read(home / "windows.npz")
    corpus = [Solo.from_json(record) for record in artifacts.read_lines(home / "solos.jsonl")]
    placed, low_high, model = woodshed.habits([vocabulary.decode(solo) for solo in lessons.train]), compass(corpus), trigram.read(project / "artifacts/trigram/model")
    found = []
    for seed in seeds:
        (integers,), _ = improvise(model, Filling([chart], vocabulary, placed, low_high), [np.random.Generator(np.random.PCG64(seed))], Choice(False, 1.0, 0, 1.0))
        filling, nats = Filling([chart], vocabulary, placed, low_high), 0.0
        for symbol, row in zip(integers, next(model.log_probabilities([np.array(integers)], [None]))):
            nats += np.log(np.exp(row)[filling.allowed()[0]].sum()) - row[symbol]
            filling.push(np.array([symbol]))
        take = {"chart": chart.to_json(), "take": 1, "seed": seed, "tokens": woodshed.tokens(vocabulary.decode(integers), None), "compass": low_high}
        found.append((take, nats / len(integers)))
    return found


@pytest.fixture(scope="module")
def candidates(trained) -> list[tuple[dict, float]]:
    """The N candidates of the one take, played here."""
    (off,) = sampled(trained)
    return replayed(trained, Solo.from_json(off["chart"]), [off["seed"], *([*off["seed"], 2, number] for number in range(1, N))])


def test_one_candidate_is_what_a_take_was_before_there_were_several(trained, candidates):
    (off,) = sampled(trained)
    assert off["tokens"] == candidates[0][0]["tokens"] and off["candidate"] == 0
    assert sampled(trained, by="human") == sampled(trained, greedy=False, best_of=1) == [off]


def test_the_best_by_likelihood_has_the_highest_of_all(trained, candidates):
    (best,) = sampled(trained, best_of=N)
    nats = [nats for _, nats in candidates]
    assert best["candidate"] == int(np.argmin(nats)) and best["tokens"] == candidates[best["candidate"]][0]["tokens"]
    assert len(set(nats)) == N


def test_the_best_by_human_is_the_closest_of_all(trained, candidates):
    (best,) = sampled(trained, best_of=N, by="human")
    learnt = json.loads((trained / "artifacts/corpus/split.json").read_text())["train"]          # tunes that the improviser is judged on say nothing here
    people = usual([solo for solo in map(Solo.from_json, artifacts.read_lines(trained / "artifacts/corpus/solos.jsonl")) if tune_key(solo.tune) in learnt])
    distances = [distance(perform(take, woodshed), people) for take, _ in candidates]
    assert best["candidate"] == int(np.argmin(distances)) and best["tokens"] == candidates[best["candidate"]][0]["tokens"]


def test_the_most_likely_take_has_no_rivals(trained):
    assert sampled(trained, greedy=True, best_of=N) == sampled(trained, greedy=True)


def test_the_knobs_do_what_they_say(trained):
    (take,) = sampled(trained, lowest="Bb3", highest=82, chord_tone_beats=[1, 3], repeats=1, top_k=20)
    solo = perform(take, woodshed)
    pitches = [note.pitch for note in solo.notes]
    assert take["compass"] == [58, 82] and 58 <= min(pitches) and max(pitches) <= 82 and all(pitches[1:][place] != pitch for place, pitch in enumerate(pitches[:-1]))
    assert all(note.pitch % 12 in solo.changes.at(note.onset).tones for note in solo.notes if note.onset % 2 == 0)


def test_a_take_goes_on_from_the_opening(trained):
    (trained / "data/charts/phrase.ls").write_text(PHRASE)
    (take,) = sampled(trained, opening="data/charts/phrase.ls")
    notes = perform(take, woodshed).notes
    assert [note.pitch for note in notes[:8]] == [67, 70, 69, 72, 67, 65, 69, 72] and [float(note.onset) for note in notes[:8]] == [0.5, 1, 1.5, 2, 3, 4, 5.5, 6]
    assert len(notes) > 20 and notes[8].onset >= 7


@contextmanager
def written(path: Path, text: str):
    path.write_text(text)
    yield
    path.unlink()


@pytest.mark.parametrize("changes, expected", [
    ({"lowest": "H3"}, "sample.woodshed.lowest: expected a MIDI number from 0 to 127, or a name such as Bb3 or F#5 (C4 is middle C), found 'H3'"),
    ({"lowest": "C5", "highest": "C4"}, "expected lowest below highest, found C5 (72) and C4 (60)"),
    ({"lowest": 60, "highest": 71}, "expected lowest and highest at least an octave (12 semitones) apart"),
    ({"chord_tone_beats": [1, 5]}, "sample.woodshed.chord_tone_beats: expected beats counted from 1 in the metre of a chart (4/4), found 5"),
    ({"pattern_notes": 1}, "sample.woodshed.pattern_notes: expected 0 or at least 2 notes, found 1"),
    ({"by": "ear"}, "sample.woodshed.by: expected 'likelihood' or 'human', found 'ear'"),
    ({"best_of": 0}, "sample.woodshed.best_of: expected greater than or equal to 1, found 0"),
    ({"top_k": -1}, "sample.woodshed.top_k: expected greater than or equal to 0, found -1"),
    ({"opening": "nowhere.ls"}, "nowhere.ls: expected"),
    ({"opening": "data/charts/blues.ls"}, "data/charts/blues.ls: expected a melody part with notes, found chords only"),
    ({"opening": "data/charts/odd.ls"}, "sample.woodshed.opening: data/charts/odd.ls: expected the bars of the chart blues, 4/4, found 3/4"),
    ({"opening": "data/charts/long.ls", "choruses": 1}, "sample.woodshed.opening: data/charts/long.ls: expected at most the 48 quarter notes of the chart blues, found 52"),
    ({"opening": "data/charts/far.ls"}, "sample.woodshed.opening: data/charts/far.ls: expected durations and intervals that the corpus has, found over blues bar 1 beat 1: a duration of 1/24"),
])
def test_what_cannot_be_is_one_line(trained, changes, expected):
    chords = "(meter {} 4)\n(part (type chords))\nC7 |\n(part (type melody))\n{}\n"
    texts = {"odd": chords.format(3, "c+4 d+4 e+4"), "long": chords.format(4, "c+1 " * 13), "far": chords.format(4, "c+128/3 d+4")}
    with written(trained / "data/charts/odd.ls", texts["odd"]), written(trained / "data/charts/long.ls", texts["long"]), written(trained / "data/charts/far.ls", texts["far"]):
        assert expected in refused(trained, **changes)


def test_the_seed_grammar_takes_what_it_can_and_refuses_the_rest(tmp_path):
    project = copy(tmp_path / "project")
    project.set(**{"parse.grammar": "seed", "sample.seed.charts": ["data/charts/blues.ls"], "sample.seed.greedy": False})
    for stage in ("parse", "train"):
        assert project.stage(stage, *["trigram"] * (stage == "train")).returncode == 0
    plain, cool = sampled(project, "seed"), sampled(project, "seed", temperature=0.5, top_k=5, top_p=0.9, best_of=N)
    assert len(cool) == 1 and len(cool[0]["tokens"]) == 50 and plain != cool
    with project.changed(**{"grammar.seed.program": "deepjazz"}):
        assert [take["tokens"].count("|") for take in sampled(project, "seed")] == [12]                 # a measure for each bar of the blues
    with project.changed(**{"sample.seed.repeats": 1}):
        assert "sample.seed.repeats: the values of this grammar are no notes over chords; it knows temperature, top_k, top_p and best_of (by likelihood)" in said(project.stage("sample", "trigram"))


def by_grammar(project: Project, **changes) -> tuple[str, list[dict]]:
    """What the stage prints of the jazz grammar with some keys of ``sample`` changed, and its takes."""
    with project.changed(**{f"sample.woodshed.{key}": value for key, value in changes.items()}):
        printed = project.must("python", "-m", "stages.sample", "jazz_grammar")
    return printed, artifacts.read_lines(project / "artifacts/jazz_grammar/takes.jsonl")


def test_a_grammar_says_which_controls_have_no_effect_on_it_and_keeps_to_the_others(trained):
    project = trained
    project.must("python", "-m", "stages.train", "jazz_grammar")
    printed, (off,) = by_grammar(project)
    assert "without effect" not in printed
    printed, (take,) = by_grammar(project, temperature=0.5, repeats=2)
    assert "without effect on it: temperature, repeats" in printed and take["tokens"] == off["tokens"]
    _, (likeliest,) = by_grammar(project, best_of=N)
    model, over = jazz_grammar.read(project / "artifacts/jazz_grammar/model"), Solo.from_json(off["chart"])
    played = [model.play(over, np.random.Generator(np.random.PCG64(seed)), off["compass"]) for seed in [off["seed"], *([*off["seed"], 2, number] for number in range(1, N))]]
    assert by_grammar(project, best_of=N, greedy=True)[1] == [likeliest]                 # greedy has no effect, so there is still a choice
    assert likeliest["candidate"] == int(np.argmin([model.nats(solo)[0] / len(solo.notes) for solo in played])) and off["candidate"] == 0


def test_a_take_of_a_grammar_goes_on_from_the_opening(trained):
    trained.must("python", "-m", "stages.train", "jazz_grammar")
    (trained / "data/charts/phrase.ls").write_text(PHRASE)
    _, (take,) = by_grammar(trained, opening="data/charts/phrase.ls")
    notes = perform(take, woodshed).notes
    assert [note.pitch for note in notes[:8]] == [67, 70, 69, 72, 67, 65, 69, 72] and notes[8].onset >= 7 and len(notes) > 20
    (trained / "data/charts/waltz-phrase.ls").write_text(PHRASE.replace("(meter 4 4)", "(meter 3 4)").replace("C7 | F7 |", "C7 | F7 | C7 |"))
    with trained.changed(**{"sample.woodshed.opening": "data/charts/waltz-phrase.ls"}):
        assert "expected the bars of the chart" in said(trained.stage("sample", "jazz_grammar"))


def test_a_faithful_grammar_leaves_its_compass_and_its_takes_are_kept_as_played(trained):
    with trained.changed(**{"jazz_grammar.woodshed.faithful": True}):
        trained.must("python", "-m", "stages.train", "jazz_grammar")
    _, takes = by_grammar(trained, lowest=58, highest=79, takes=40)
    model = jazz_grammar.read(trained / "artifacts/jazz_grammar/model")
    for take in takes:
        played = model.play(Solo.from_json(take["chart"]), np.random.Generator(np.random.PCG64(take["seed"])), (58, 79))
        assert [note.pitch for note in perform(take, woodshed).notes] == [note.pitch for note in played.notes]
    assert any(take["compass"] != [58, 79] for take in takes)


def test_a_beat_that_only_some_charts_have_is_no_mistake_however_many_takes_there_are(trained):
    takes = sampled(trained, charts=["data/charts/blues.ls", "data/charts/waltz.ls"], takes=33, chord_tone_beats=[4])
    assert len(takes) == 66


def test_takes_are_lines_of_json_that_say_how_far_they_reach(trained):
    sampled(trained)
    record = json.loads((trained / "artifacts/trigram/takes.jsonl").read_text())
    assert record.keys() == {"chart", "take", "seed", "candidate", "compass", "tokens"}
