"""Who expects the same tunes less than another, from lines made by hand."""

import pytest

from data.gaps import gaps_to
from stages.experiment.params import ParamsError


def line(name, tunes, seed=1, protocol="onsets"):
    return {"protocol": protocol, "improviser": name, "seed": seed, "by_tune": tunes}


LINES = [
    line("transformer", {"a": [10.0, 20.0, 10], "b": [30.0, 40.0, 10]}),
    line("trigram", {"b": [33.0, 44.0, 10], "a": [11.0, 20.0, 10]}),
    line("trigram:leaky", {"c": [1.0, 1.0, 20]}),
    line("ngram", {"a": [10.0, 21.0, 10], "b": [30.0, 41.0, 10]}, seed=1),
    line("ngram", {"a": [12.0, 21.0, 10], "b": [32.0, 41.0, 10]}, seed=2),
    line("trigram", {"a": [1.0, 1.0, 10], "b": [1.0, 1.0, 10]}, protocol="mingus"),
]


def test_differences_are_counted_tune_by_tune():
    """Rhythm: 1 and 3 nats more on 20 notes, residuals of 1, a standard error of sqrt(2 / 1 / 2) / 10, times Student's 12.706."""
    gaps = {(protocol, name): found for protocol, name, found in gaps_to(LINES, "transformer")}
    assert set(gaps) == {("onsets", "trigram"), ("onsets", "ngram")}            # on other tunes, or with nobody to compare with: nothing
    rhythm = gaps["onsets", "trigram"]["rhythm"]
    assert (rhythm.nats, rhythm.interval, rhythm.tunes) == (pytest.approx(0.2), pytest.approx((0.2 - 1.2706, 0.2 + 1.2706), rel=1e-4), 2)
    assert (gaps["onsets", "trigram"]["pitch"].nats, gaps["onsets", "trigram"]["in all"].nats) == (pytest.approx(0.2), pytest.approx(0.4))


def test_seeds_are_averaged_first():
    ngram = next(found for _, name, found in gaps_to(LINES, "transformer") if name == "ngram")
    assert (ngram["rhythm"].nats, ngram["pitch"].nats) == (pytest.approx(0.1), pytest.approx(0.1)) and ngram["rhythm"].interval == pytest.approx((0.1, 0.1))


def test_older_lines_that_do_not_tell_the_tunes_apart_are_left_out():
    old = {"protocol": "onsets", "improviser": "trigram", "seed": 3, "nats_per_note": 5.0}
    assert list(gaps_to([old, *LINES], "transformer")) == list(gaps_to(LINES, "transformer"))


def test_an_unknown_reference_is_told():
    with pytest.raises(ParamsError, match="out of ngram, transformer, trigram, trigram:leaky, found 'bigram'"):
        list(gaps_to(LINES, "bigram"))
