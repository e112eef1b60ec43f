"""The comparison, from results made by hand."""

import csv
import io
import math

import pytest

from stages.evaluation import comparison, standings
from stages.evaluation.standings import Cell
from stages.experiment import artifacts

HEADINGS = ["", *standings.EXPECTED.values(), comparison.AFTER, comparison.INSIDE, *(heading for _, heading, _ in comparison.SHOWN)]


def row(metric, value, human=0.50, low=0.40, high=0.60, chance=None):
    return {"metric": metric, "value": value, "human": human, "low": low, "high": high, "chance": chance, "floor": None, "mark": ""}


def result(improviser, nats=4.0, rows=(), corpus="porch", seed=1, grammar="woodshed", **test):
    scores = {"test": {"tunes": 7, "nats_per_note": nats, "nats_per_note_low": nats - 0.25, "nats_per_note_high": nats + 0.25} | test} if nats is not None else {}
    tunes = {f"tune {number}": [10 * nats, 10] for number in range(7)} if nats is not None else {}
    return {"corpus": corpus, "grammar": grammar, "improviser": improviser, "params": {improviser: {"seed": seed}}, "tokens": "t", "takes": "t", "scores": scores, "tunes": tunes, "beside": list(rows)}


def read(results, first=("porch", "woodshed")):
    """The table as [{heading: cell}], in the order of the page."""
    lines = [line for line in comparison.markdown(standings.blocks(results, first)).splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert cells[0] == HEADINGS and all(len(line) == len(HEADINGS) for line in cells)
    return [dict(zip(HEADINGS, line)) for line in cells[2:]]


def column(results, heading):
    """{first cell: cell of a column}."""
    return {line[""]: line[heading] for line in read(results)}


def test_the_least_nats_come_first_and_are_bold_with_their_interval():
    shown = read([result("slow", 5.0), result("quick", 4.0), result("mute", None)])
    assert [line[""] for line in shown] == ["**porch, 7 unseen tunes**", "*human solos*", "*by chance*", "quick", "slow", "mute"]
    assert [line["nats a note"] for line in shown[1:]] == ["–", "–", "**4.00** (3.75–4.25)", "5.00 (4.75–5.25)", "–"]


def test_the_nearest_to_human_is_bold_not_the_highest():
    shown = column([result("more", rows=[row("chord_tone_share", 0.59)]), result("near", rows=[row("chord_tone_share", 0.47)])], "chord tones")
    assert (shown["more"], shown["near"]) == ("0.59", "**0.47**")


def test_marks_on_both_sides_and_the_edges_belong_to_the_band():
    values = {"below": 0.39, "low": 0.40, "high": 0.60, "above": 0.61}
    shown = column([result(name, rows=[row("rest_share", value)]) for name, value in values.items()], "rests")
    assert {name: shown[name].replace("*", "") for name in values} == {"below": "0.39-", "low": "0.40", "high": "0.60", "above": "0.61+"}


def test_the_best_may_lie_outside_the_band():
    shown = column([result("far", rows=[row("rest_share", 0.9)]), result("further", rows=[row("rest_share", 0.95)])], "rests")
    assert (shown["far"], shown["further"]) == ("**0.90**+", "0.95+")


def test_equal_ones_are_all_bold_and_one_alone_is_not():
    rows = [row("rest_share", 0.5512)], [row("rest_share", 0.5488)]
    shown = column([result("one", rows=rows[0]), result("two", rows=rows[1])], "rests")
    assert (shown["one"], shown["two"]) == ("**0.55**", "**0.55**")
    assert column([result("one", rows=rows[0])], "rests")["one"] == "0.55" and "**" not in column([result("one")], "nats a note")["one"]


def test_the_human_row_has_the_band_and_the_chance_row_the_level():
    shown = column([result("one", rows=[row("chord_tone_share", 0.5, 0.55, 0.53, 0.57, chance=0.34)])], "chord tones")
    assert (shown["*human solos*"], shown["*by chance*"]) == ("0.55 (0.53–0.57)", "0.34")


def test_the_interval_of_a_perplexity_is_that_of_its_nats():
    parts = {"rhythm_perplexity": math.exp(1.5), "rhythm_nats_per_note_low": 1.0, "rhythm_nats_per_note_high": 2.0}
    shown = column([result("one", **parts), result("grammar", 4.5)], "rhythm perplexity")
    assert (shown["one"], shown["grammar"]) == ("4.5 (2.7–7.4)", "–")


def test_measures_inside_the_band_are_counted_also_those_that_are_not_shown():
    rows = [row("rest_share", 0.5), row("overlap_pitch_count", 0.3), row("few_notes", 0.7), row("scale_share", 0.5, low=None, high=None), row("step_resolution", None)]
    assert column([result("one", rows=rows)], "inside the human band")["one"] == "1 of 3"
    assert column([result("one")], "inside the human band")["one"] == "–"


def test_the_overlaps_are_shown_as_one_mean_without_a_band():
    rows = [row("overlap_pitch_count", 0.3, human=0.9), row("overlap_pitch_range", 0.8, human=0.7), row("rest_share", 0.5)], [row("rest_share", 0.5)]
    shown = column([result("one", rows=rows[0]), result("two", rows=rows[1])], "overlap")
    assert (shown["*human solos*"], shown["one"], shown["two"]) == ("0.80", "0.55", "–")


def test_the_one_with_most_measures_inside_is_bold():
    """By share, since not every improviser has all measures: 1 of 1 is more than 1 of 2."""
    shown = column([result("one", rows=[row("rest_share", 0.5)]), result("two", rows=[row("rest_share", 0.5), row("few_notes", 0.7)]), result("none")], "inside the human band")
    assert (shown["one"], shown["two"], shown["none"]) == ("**1 of 1**", "1 of 2", "–")


def test_seeds_are_pooled_and_the_spread_is_told():
    """Means 4.5 and 0.62; standard deviations 0.5 sqrt 2 and 0.04 sqrt 2. Neither seed's 0.58 is outside, but their mean is above."""
    pooled = [result("one", 4.0, [row("rest_share", 0.58)], seed=1), result("one", 5.0, [row("rest_share", 0.66)], seed=2)]
    shown = read(pooled)[-1]
    assert (shown[""], shown["nats a note"], shown["rests"]) == ("one, 2 seeds", "4.50 ±0.71 (4.25–4.75)", "0.62+ ±0.06")


def test_what_one_is_behind_the_best_has_an_interval_of_the_difference_on_the_same_tunes():
    """Nats of 20 and 60 on 10 notes each, and 1 and 3 more: 4 / 20 behind, residuals of 1, a standard error of sqrt(2 / 1 / 2) / 10, times Student's 12.706. The tunes themselves differ by far more."""
    best, second, other = (result(name, nats) for name, nats in (("best", 4.0), ("second", 4.2), ("other", 5.0)))
    best["tunes"], second["tunes"], other["tunes"] = {"a": [20.0, 10], "b": [60.0, 10]}, {"b": [63.0, 10], "a": [21.0, 10]}, {"c": [100.0, 20]}
    assert column([best, second, other, result("mute", None)], "behind the best") == {
        "**porch, 2 unseen tunes**": "", "*human solos*": "–", "*by chance*": "–", "best": "–", "second": "0.20 (-1.07–1.47)", "other": "–", "mute": "–"}


def test_seeds_are_pooled_before_they_are_held_against_the_best():
    shown = column([result("best", 4.0), result("two", 5.0, seed=1), result("two", 6.0, seed=2)], "behind the best")
    assert shown["two, 2 seeds"] == "1.50 (1.50–1.50)"


def test_seeds_that_were_judged_on_other_tunes_are_not_held_against_the_best():
    first, second = result("two", 5.0, seed=1), result("two", 6.0, seed=2)
    second["tunes"] = {"elsewhere": [60.0, 10]}
    assert column([result("best", 4.0), first, second], "behind the best")["two, 2 seeds"] == "–"
    assert column([first, second, result("other", 6.0)], "behind the best")["other"] == "–"
    assert column([first, second, *(result("other", 6.0, seed=seed) | {"tunes": {f"{seed}": [60.0, 10]}} for seed in (1, 2))], "behind the best")["other, 2 seeds"] == "–"


def test_other_corpora_are_blocks_below_and_compete_among_themselves():
    results = [result("one", 4.0), result("two", 5.0), result("one", 3.0, corpus="attic"), result("two", 2.0, corpus="attic"), result("one", 1.0, grammar="seed")]
    shown = read(results)
    assert [line[""] for line in shown if line[""][0] != "*"] == ["one", "two", "two", "one", "one"]
    assert [line[""] for line in shown if line[""][:2] == "**"] == ["**porch, 7 unseen tunes**", "**attic, 7 unseen tunes**", "**porch, seed grammar, 7 unseen tunes**"]
    assert [line["nats a note"].split()[0] for line in shown if line[""][0] != "*"] == ["**4.00**", "5.00", "**2.00**", "3.00", "1.00"]


def test_nothing_to_tell_is_dashes():
    shown = read([result("one", None)])
    assert shown[0][""] == "**porch, no unseen tunes**" and set(list(shown[-1].values())[1:]) == {"–"}
    assert standings.distances(standings.blocks([result("one", None)], ("porch", "woodshed"))[0]) == []


def test_an_impossible_symbol_is_infinite_nats_and_last():
    shown = read([result("never", math.inf, nats_per_note_low=None, nats_per_note_high=None), result("one")])
    assert [line["nats a note"] for line in shown[3:]] == ["**4.00** (3.75–4.25)", "∞"]


@pytest.mark.parametrize("cell, distance, mark", [
    (Cell(0.7, None, 0.4, 0.6, 0.5), 2.0, "+"), (Cell(0.45, None, 0.4, 0.6, 0.5), -0.5, ""), (Cell(0.5, None, 0.4, 0.8, 0.5), 0.0, ""),
    (Cell(0.1, None, 0.0, 0.0, 0.0), None, "+"), (Cell(0.1, None, None, None, 0.0), None, ""), (Cell(4.0, None, 5.0, 6.0), None, ""), (Cell(None, None, 0.4, 0.6, 0.5), None, ""),
])
def test_distance_in_half_widths(cell, distance, mark):
    assert cell.distance == (None if distance is None else pytest.approx(distance)) and cell.mark == mark


def test_distances_for_the_picture():
    rows = [row("rest_share", 0.7), row("few_notes", 0.1, 0.0, 0.0, 0.0), row("divergence_pitch_count", 0.5), row("scale_share", 0.5, low=None, high=None)]
    found = standings.distances(standings.blocks([result("one", rows=rows)], ("porch", "woodshed"))[0])
    assert [(label, low, high) for label, low, high, _ in found] == [("rest share", pytest.approx(-1), pytest.approx(1)), ("few notes", 0, 0)]
    assert found[0][3]["one"][0] == pytest.approx(2) and found[1][3]["one"][0] == math.inf


def test_the_csv_table_has_every_number(tmp_path):
    results = [result("one", 4.0, [row("rest_share", 0.7, chance=0.1)], seed=seed) for seed in (1, 2)]
    artifacts.write_table(tmp_path / "table.csv", comparison.table(standings.blocks(results, ("porch", "woodshed"))))
    rows = {found["measure"]: found for found in csv.DictReader(io.StringIO((tmp_path / "table.csv").read_text()))}
    assert rows["rest_share"] == {"corpus": "porch", "grammar": "woodshed", "improviser": "one", "seeds": "2", "measure": "rest_share", "value": "0.7", "spread": "0.0", "low": "0.4",
                                  "high": "0.6", "human": "0.5", "chance": "0.1", "floor": "", "mark": "+", "distance": "2.0"}
    assert (rows["nats_per_note"]["low"], rows["nats_per_note"]["human"], rows["pitch_perplexity"]["value"]) == ("3.75", "", "")


def test_the_order_of_the_results_does_not_show():
    results = [result("one", 4.0), result("two", 4.0), result("three", 3.0, corpus="attic")]
    pages = {comparison.markdown(standings.blocks(order, ("porch", "woodshed"))) for order in (results, results[::-1])}
    assert len(pages) == 1


def test_every_column_is_explained():
    """Each heading of the table stands in the legend, in italics."""
    legend = " ".join(comparison.LEGEND.lower().split())
    words = {heading.split(",")[0].lower().removeprefix("rhythm ").removeprefix("pitch ") for heading in HEADINGS[1:]}
    assert {word for word in words if f"*{word}*" not in legend} == set()
