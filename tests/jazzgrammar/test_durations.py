"""Durations in slots."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.durations import parse_duration, write_duration

LEADSHEETS = Path(__file__).parents[2] / "../shared/corpora/improvisor/leadsheets"
VECTORS = "1=480 2=240 4=120 8=60 16=30 32=15 4.=180 2.=360 4..=210 2/3=160 4/3=80 8/3=40 16/3=20 8/5=48 16/5=24 4+8=180 2+8=300 2.+8/3+32=415 1+1+1=1440 480=1 =60 0=0 4u8=180 8/1=0 8/0=0"


@pytest.mark.parametrize("vector", VECTORS.split())
def test_vectors(vector):
    text, slots = vector.split("=")
    assert parse_duration(text) == int(slots)


def test_the_durations_that_solos_have_come_back_as_they_were_written():
    # What is in brackets is no music. Long silences are whole notes tied to each other.
    music = [re.sub(r"\([^()]*\)", "", path.read_text(encoding="utf-8", errors="replace")) for path in sorted(LEADSHEETS.rglob("*.ls"))]
    found = Counter(duration for text in music for duration in re.findall(r"(?<!\S)[a-gr][#b]?[+-]*([0-9][0-9/+.]*)(?!\S)", text))
    other = {duration: times for duration, times in found.items() if write_duration(parse_duration(duration)) != duration}
    assert found.total() > 30_000 and sum(other.values()) < 0.02 * found.total()
    assert all("/3" in duration for duration in other) and other["2/3+16/3"] == 128                    # an older way to write 4+8
    assert all(parse_duration(write_duration(parse_duration(duration))) == parse_duration(duration) for duration in found)


@given(st.integers(1, 20_000))
def test_every_number_of_slots_is_written_and_read_back(slots):
    assert parse_duration(write_duration(slots)) == slots


@pytest.mark.parametrize("slots, text", [(180, "4+8"), (40, "8/3"), (48, "8/5"), (96, "4/5"), (1, "480"), (140, "4+32+120+480"), (240, "2"), (100, "4/3+16/3"), (415, "2+4+16+32+32/3")])
def test_written(slots, text):
    assert write_duration(slots) == text


@pytest.mark.parametrize("text", ["-8", "8-", "x", "8+", "+8", "8//3", "8/", "1234567", "8 8", ".", "8." + "." * 9])
def test_what_is_no_duration(text):
    with pytest.raises(JazzGrammarError, match=r"expected a duration such as 8, 4\., 8/3 or 2\+8, found"):
        parse_duration(text)


@pytest.mark.parametrize("slots", [0, -60])
def test_less_than_a_slot_cannot_be_written(slots):
    with pytest.raises(JazzGrammarError, match=f"at least 1 slot, found {slots}$"):
        write_duration(slots)
