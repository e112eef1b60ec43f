"""What is played over: the changes of a corpus and of the tunes that are kept for judging."""

from dataclasses import replace
from fractions import Fraction

from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.melody.solo import Note, Solo
from stages.sampling import asked, charts

EVERY_CHART = dict(charts=[], choruses=1, takes=1, chunks=8, seed=1, greedy=False, temperature=1, top_k=0, top_p=1, best_of=1)


def solo(source: str, quarters: int = 48, tune: str = "Blues") -> Solo:
    changes = Changes(((Fraction(0), parse_chord("C7")),), Fraction(quarters))
    return Solo((Note(Fraction(0), Fraction(1), 60),), changes, tune=tune, source=source, phrases=(0,), seconds=((0.0, 0.5),))


def over_all(*sources: str, choruses: int = 1) -> list[Solo]:
    return charts.charts(asked.Params(**EVERY_CHART | {"choruses": choruses}), [solo(source) for source in sources])


def test_charts_of_a_corpus_are_named_after_file_and_place():
    assert [chart.source for chart in over_all("wjazzd.db#1", "wjazzd.db#12", "sub/tune.ls")] == ["wjazzd-1", "wjazzd-12", "sub-tune"]
    assert [chart.source for chart in over_all("blues.ls", "blues.mid", "waltz.ls")] == ["blues.ls", "blues.mid", "waltz"]


def test_they_have_changes_as_often_as_asked_and_nothing_of_the_notes():
    (chart,) = over_all("blues.ls", choruses=3)
    assert (chart.changes.bars, chart.notes, chart.phrases, chart.seconds) == (36, (), (), ())


def test_a_last_bar_that_breaks_off_is_not_played_over():
    corpus = [solo("a", 4 * 8 - 1, "Short"), solo("b", 4 * 9 - 1, "Nine"), solo("c", 4 * 40, "Long")]
    found, left_out = charts.held_out(corpus, ["short", "nine", "long"], 8, lambda chart: True)
    assert [(chart.source, chart.changes.bars, take) for chart, take in found] == [("nine", 8, 1), ("long", 32, 1), ("nine", 8, 2), ("long", 32, 2)] and left_out == []


def test_tunes_that_cannot_be_filled_are_left_out_and_named():
    corpus = [replace(solo("a"), tune="Fine"), replace(solo("b"), tune="Odd")]
    found, left_out = charts.held_out(corpus, ["fine", "odd"], 2, lambda chart: chart.tune != "Odd")
    assert [chart.source for chart, _ in found] == ["fine"] * 2 and left_out == ["odd"]
