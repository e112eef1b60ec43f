"""Lead sheets that are made to do harm: sound Solos or a CorpusError of one line, soon. (Broken ones of any format: ``test_hostile.py``.)"""

import time
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stages.corpora.errors import CorpusError
from stages.corpora.leadsheet import read
from stages.melody.quantize import Grid
from tests.fuzz.invariants import outcome

GRID = Grid(24, Fraction(1, 4))
SCRAPS = [
    "(", ")", "|", "/", "C7", "Dbm7b5/E", "Qx", "NC", "(part (type melody))", "(meter 7 8)", "(key 3)", "c4", "d8/3", "cb--16/5", "r2", "e1+1", "v5", "//", "/*",
    "\n", "4", "[", "é",
]

MONSTERS = {
    "deep": "(" * 200_000 + ")" * 190_000,
    "deep and closed": "(" * 190_000 + ")" * 190_000 + " C | c4",
    "many words": "C " * 500_000,
    "long chord": "C" * 10**6 + " | c4",
    "long sum": "C | c" + "1+" * 450_000 + "1",
    "many sums": "C | " + ("c" + "480+" * 9_000 + "1 ") * 20,
    "huge number": "C | c" + "9" * 900_000,
    "huge octave": "C | c" + "+" * 900_000 + "4",
    "many choruses": "C | D | " * 5_000 + "(part (type melody)) c4 " * 30_000,
    "small bars": "(meter 1 64) " + "C | " * 19_000 + "c480 " * 100_000,
    "one bar": "C D " * 24_000 + "| c4",
    "strange shares": " | ".join("C D " * number for number in range(1, 220)) + " | c4",
    "zeros": "\0" * 10**6,
    # These stay within the limits of bytes and words.
    "many small bars": "(meter 1 64) " + "C | " * 9_000 + "c480 " * 30_000,
    "different chords": " | ".join(f"C7x{number}" for number in range(20_000)) + " | c4",
    "brackets in titles": ("(title " + "( " * 20 + ")\n") * 1_000 + "C | c4",
    "rests": "C | " + "r1 " * 19_000 + "c4",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("hostile") / "sheet.ls"


@settings(deadline=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=30))
def test_any_words(place, words):
    place.write_text(" ".join(words))
    assert outcome(place)


@pytest.mark.parametrize("name", MONSTERS)
def test_monsters_are_soon_over(place, name):
    place.write_bytes(MONSTERS[name].encode())
    start = time.process_time()
    try:
        assert len(next(read(place, GRID)).notes) < 100
    except CorpusError as error:
        assert "\n" not in str(error) and len(str(error)) < 400
    assert time.process_time() - start < 5


@pytest.mark.parametrize(("text", "notes", "bars"), [
    ("C | " + "c++4 c--4 " * 18_000, 36_000, 9_000), ("C | " * 10 + "(part (type melody)) c4 " * 1_000, 1_000, 10_000),
    ("C | " + ("c" + "480+" * 50 + "1 ") * 2_000, 2_000, 2_209),          # 480 is a slot, a bar has 480
])
def test_the_largest_sheets_that_are_read_are_soon_over_too(place, text, notes, bars):
    place.write_bytes(text.encode())
    start = time.process_time()
    solo = next(read(place, GRID))
    assert (len(solo.notes), solo.changes.bars) == (notes, bars)
    assert time.process_time() - start < 5


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(CorpusError, match="expected a readable file|expected a file"):
        next(read(tmp_path, GRID))
