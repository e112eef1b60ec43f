"""Split by tune, never by window."""

import time

import numpy as np
import pytest

from stages.corpora.split import split


def test_every_tune_is_in_one_part_and_shares_are_kept():
    parts = split([*"abcdefghij", "a", "b"], 0.2, 0.3, np.random.default_rng(1))
    assert {part: len(tunes) for part, tunes in parts.items()} == {"train": 5, "validation": 2, "test": 3}
    assert sorted(sum(parts.values(), [])) == list("abcdefghij")


@pytest.mark.parametrize("tunes", [1, 2, 3])
def test_something_is_always_left_to_learn_from(tunes):
    assert split("abc"[:tunes], 0.9, 0.9, np.random.default_rng(0))["train"]


def test_the_order_of_the_files_does_not_matter():
    assert split("abcdefghij", 0.2, 0.2, np.random.default_rng(7)) == split(reversed("abcdefghij"), 0.2, 0.2, np.random.default_rng(7))


def test_solos_without_a_title_stay_together():
    parts = split(["", "", "a", "b", ""], 0.3, 0.3, np.random.default_rng(3))
    assert sorted(map(len, parts.values())) == [1, 1, 1] and sorted(sum(parts.values(), [])) == ["", "a", "b"]


def test_many_tunes_are_soon_split():
    start = time.process_time()
    parts = split((f"tune{number}" for number in range(100_000)), 0.1, 0.2, np.random.default_rng(0))
    assert [len(parts[part]) for part in ("train", "validation", "test")] == [70_000, 10_000, 20_000]
    assert time.process_time() - start < 5
