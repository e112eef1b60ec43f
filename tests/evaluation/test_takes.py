"""Takes beside people, from solos to rows."""

import json
import math
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stages.evaluation import band, takes
from stages.melody.solo import Note

TUNES = ("Lamp", "Porch", "Rain", "Stairs", "Moss", "Gate")


def chance(seed=1):
    return np.random.Generator(np.random.PCG64(seed))


@pytest.fixture(autouse=True, scope="module")
def few_splits():
    """A tenth of the halves, for speed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(band, "SPLITS", 10)
        yield


def walk(line, seed, tune="", steps=(-2, -1, 1, 2, 3), symbol="C7", bars=16):
    """Eighths that wander by these steps, held between C3 and C6."""
    pitches, here = [], 60 + seed % 12
    for step in chance(seed).choice(steps, bars * 8):
        here += step if 48 <= here + step <= 84 else -step
        pitches.append(int(here))
    return line(pitches, symbol, tune)


def people(line):
    return [walk(line, number, tune) for number, tune in enumerate(TUNES * 2)]


def rows_of(found):
    return {row.metric: row for row in found}


@pytest.fixture(scope="module")
def beside(line, few_splits):
    """Rows of takes that wander as people do, of one that repeats a note, and of one that copies a solo."""
    human = people(line)
    sets = {"alike": [walk(line, 100 + number) for number in range(6)], "monotone": [line([64] * 128)] * 6, "copied": [replace(solo, tune="") for solo in human[:6]]}
    return {name: rows_of(takes.two_sided(solos, human, human, chance())) for name, solos in sets.items()}


def test_takes_that_play_like_people_are_hardly_marked(beside):
    rows = beside["alike"]
    assert sum(row.mark != "" for row in rows.values()) <= len(rows) // 5
    assert rows["interval_steps"].mark == "" and rows["interval_steps"].low < rows["interval_steps"].value < rows["interval_steps"].high


def test_a_row_is_the_mean_over_chunks(beside):
    """One E over C7 is a chord tone, and the four tones of C7 are a third of all pitch classes."""
    rows = beside["monotone"]
    assert (rows["chord_tone_share"].value, rows["chord_tone_share"].chance) == (1.0, pytest.approx(1 / 3))
    assert (rows["pitches_used"].value, rows["entropy_1_bar"].value, rows["interval_repeats"].value, rows["notes_per_bar"].value) == (1, 0, 1, 8)


def test_marks_have_two_sides(beside):
    rows = beside["monotone"]
    assert rows["chord_tone_share"].mark == "+" and rows["pitch_range"].mark == "-" and rows["notes_per_bar"].mark == ""
    assert rows["overlap_pitch_interval"].mark == "-" and rows["divergence_pitch_interval"].mark == "+"


def test_copies_stand_above_people(beside):
    rows = beside["copied"]
    assert rows["copy_rate_8_notes"].value == 1.0 and rows["longest_shared_run"].value == 63
    assert rows["copy_rate_8_notes"].mark == rows["longest_shared_run"].mark == "+"
    assert rows["copy_rate_8_notes"].human < 0.1


def test_people_are_not_held_against_their_own_tune(line):
    """Two solos on Lamp share everything, but with no other tune."""
    human = [walk(line, 1, "Lamp"), walk(line, 1, "The Lamp"), line([60, 72] * 64, tune="Porch")]
    assert takes.measure_human(human, human).values["copy_rate_8_notes"].tolist() == [0.0] * 6
    assert takes.measure_takes(human, human).values["copy_rate_8_notes"].tolist() == [1.0] * 6


def test_people_without_a_title_are_not_held_against_themselves(line):
    human = [replace(walk(line, number), source=f"{number}.mid") for number in range(2)]
    assert max(takes.measure_human(human, human).values["longest_shared_run"]) < 20


def test_every_metric_has_one_row(beside):
    names = list(beside["alike"])
    assert len(set(names)) == len(names) and not any(name.endswith("_chance") for name in names)
    assert sum(name.startswith("overlap_") for name in names) == sum(name.startswith("divergence_") for name in names) == 9
    assert [name for name, row in beside["alike"].items() if row.chance is not None] == [
        "chord_tone_share", "inside_share", "chord_tone_time_share", "chord_tone_on_1_share", "scale_share"]
    assert {name for name, row in beside["alike"].items() if row.floor is not None} == {name for name in names if name.split("_")[0] in ("overlap", "divergence")}


def test_rows_are_plain_values(beside):
    for rows in beside.values():
        records = [row.to_json() for row in rows.values()]
        assert json.loads(json.dumps(records, allow_nan=False)) == records


def test_what_cannot_be_told_is_none(line):
    """No chord: no share and no mark. One human tune: no band and no floor."""
    rows = rows_of(takes.two_sided([walk(line, 1, symbol="NC")], [walk(line, 2, "Lamp")], [], chance()))
    share, overlap = rows["chord_tone_share"], rows["overlap_note_count"]
    assert (share.value, share.chance, share.low, share.high, share.mark) == (None, None, None, None, "") and 0 < share.human < 1
    assert (overlap.value, overlap.floor, overlap.low, overlap.mark) == (None, None, None, "")


def test_silence_has_a_row(line):
    """Of four chunks one has notes."""
    silent = walk(line, 2, bars=32)
    silent = replace(silent, notes=silent.notes[:64])
    row = rows_of(takes.two_sided([silent], people(line), [], chance()))["few_notes"]
    assert (row.value, row.human, row.high, row.mark) == (3 / 4, 0.0, 0.0, "+")


def test_bars_of_three_are_held_against_bars_of_three(line):
    human = people(line)
    waltzes = [replace(solo, tune=f"{solo.tune} waltz", changes=replace(solo.changes, metre=(3, 4))) for solo in human]
    for take, notes in ((walk(line, 50), 8), (replace(walk(line, 50), changes=waltzes[0].changes), 6)):
        row = rows_of(takes.two_sided([take], [*human, *waltzes], [], chance()))["notes_per_bar"]
        assert row.value == row.human == row.low == row.high == notes


def test_a_metre_that_nobody_plays_is_held_against_all(line):
    take = walk(line, 50)
    rows = rows_of(takes.two_sided([replace(take, changes=replace(take.changes, metre=(5, 4)))], people(line), [], chance()))
    assert (rows["notes_per_bar"].value, rows["notes_per_bar"].human, rows["notes_per_bar"].mark) == (10, 8, "+")


def test_the_same_chance_gives_the_same_rows(line):
    human, played = people(line), [walk(line, 100)]
    assert takes.two_sided(played, human, human, chance(3)) == takes.two_sided(played, human, human, chance(3))


@pytest.mark.parametrize("take, human, whose", [("short", "long", "takes"), ("long", "short", "human solos"), ("none", "long", "takes")])
def test_solos_without_a_chunk_are_refused(line, take, human, whose):
    solos = {"short": [walk(line, 1, bars=7)], "long": [walk(line, 1)], "none": []}
    with pytest.raises(ValueError, match=f"expected {whose} with at least one chunk of 8 bars and 8 notes, found none in 0 chunks"):
        takes.two_sided(solos[take], solos[human], [], chance())


def test_gaps_at_the_edges_do_not_stop_the_metrics(line):
    """Eight long notes, the last beyond the end."""
    notes = tuple(Note(Fraction(4 * bar), Fraction(5 if bar == 7 else 3), 60 + bar) for bar in range(8))
    sparse = replace(line(list(range(64))), notes=notes)
    values = takes.measure_takes([sparse], []).values
    assert values["rest_share"] == [7 / 32] and math.isnan(values["grooving_similarity"][0]) is False
