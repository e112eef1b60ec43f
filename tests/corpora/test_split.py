"""Split by tune, never by window."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stages.corpora.split import split
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.melody.solo import Solo
from stages.melody.tunes import tune_key

SOLO = Solo((), Changes(((Fraction(0), parse_chord("C")),), Fraction(4)))


def solos(*tunes: str) -> list[Solo]:
    return [replace(SOLO, tune=tune) for tune in tunes]


@pytest.mark.parametrize("one, other", [("Körper & Seele", "korper  seele"), ("The Song", "song"), ("Don't", "DONT"), ("A Tune, Slow", "a tune slow")])
def test_spellings_of_one_tune_have_one_key(one, other):
    assert tune_key(one) == tune_key(other)


def test_tunes_without_latin_letters_stay_apart():
    assert tune_key("枯葉") != tune_key("月光") != ""


def test_every_tune_is_in_one_part_and_shares_are_kept():
    parts = split(solos(*"abcdefghij", "A", "b"), 0.2, 0.3, np.random.default_rng(1))
    assert {part: len(tunes) for part, tunes in parts.items()} == {"train": 5, "validation": 2, "test": 3}
    assert sorted(sum(parts.values(), [])) == sorted(tune_key(name) for name in "abcdefghij")


@pytest.mark.parametrize("tunes", [1, 2, 3])
def test_something_is_always_left_to_learn_from(tunes):
    assert split(solos(*"abc"[:tunes]), 0.9, 0.9, np.random.default_rng(0))["train"]


def test_the_order_of_the_files_does_not_matter():
    names = list("abcdefghij")
    assert split(solos(*names), 0.2, 0.2, np.random.default_rng(7)) == split(solos(*reversed(names)), 0.2, 0.2, np.random.default_rng(7))
