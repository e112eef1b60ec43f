"""The order of measures, checked by hand: every measure is a letter, its signs stand behind it."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.corpora import limits
from stages.corpora.musicxml.endings import Marks
from stages.corpora.musicxml.repeats import played

SIGNS = {
    "|:": {"forward": True}, ":|": {"backward": True}, ":|3": {"backward": True, "rounds": 3}, ":|*": {"backward": True, "after_jump": True}, ":|999": {"backward": True, "rounds": 999},
    "[1": {"ending": (1,)}, "[2": {"ending": (2,)}, "[3": {"ending": (3,)}, "[1,2": {"ending": (1, 2)}, "[1,4": {"ending": (1, 4)}, "[4": {"ending": (4,)}, "]": {"ending_stops": True},
    "segno": {"segno": "1"}, "segno2": {"segno": "2"}, "DS": {"dalsegno": "1"}, "DS2": {"dalsegno": "2"}, "coda": {"coda": "1"}, "tocoda": {"tocoda": "1"}, "fine": {"fine": True},
    "DC": {"dacapo": True}, "alfine": {"until": "fine"}, "alcoda": {"until": "coda"},
}


def score(text: str) -> list[Marks]:
    """"A |: B :|" is two measures, the second with a sign before and one behind it."""
    words, marks, waiting = text.split(), [], {}
    for word in words:
        if re.fullmatch("[A-Z]", word):
            marks.append(Marks(**waiting))
            waiting = {}
        elif word == "|:" or word.startswith("["):
            waiting |= SIGNS[word]
        else:
            for name, value in SIGNS[word].items():
                setattr(marks[-1], name, value)
    return marks


def order(text: str) -> str:
    found, notes = played(score(text))
    assert not notes
    return "".join("ABCDEFGHIJKLM"[number] for number in found)


@pytest.mark.parametrize("text, expected", {
    "A B C": "ABC",
    "A B :| C": "ABABC",
    "A |: B :| C": "ABBC",
    "|: A :|3 B": "AAAB",
    "A :| B :| C": "AABBC",
    "|: A |: B :| C :|": "ABBCC",
    "|: A [1 B ] :| [2 C ] D": "ABACD",
    "|: A [1 B ] :| C": "ABAC",
    "|: A [1,2 B ] :| [3 C ] D": "ABABACD",
    "|: A [1 B :| [2 C :| D": "ABACD",
    "|: A [1 B ] :| [2 C ] D ] :| E": "ABACDE",
    "|: A [1 B ] C ] :| [2 D ] E": "ABCADE",
    "|: A [1,4 B ] :| [2 C ] :| [3 D ] :| E": "ABACADABE",
    "|: A [1 B ] :| [2 C ] :| [3 D ] E": "ABACADE",
    "|: A [1 B ] :| [2 C ] D |: E [1 F ] :| [2 G ]": "ABACDEFEG",
    "|: A [1 B ] :| [2 C ] D :| E": "ABACDDE",
    "|: A [1 B ] [2 C ] D :| E": "ABDACDE",
    "|: A [1 B ] C :| [2 D ] E": "ABCADE",
    "A B DC": "ABAB",
    "A fine B DC alfine": "ABA",
    "A B segno C fine D DS alfine E": "ABCDBC",
    "A tocoda B DC alcoda C coda D": "ABACD",
    "A segno B tocoda C DS alcoda D coda E": "ABCABDE",
    "A B tocoda C fine DC alcoda D coda": "ABCABD",
    "|: A [1 B ] :| [2 C ] fine D DC alfine": "ABACDAC",
    "|: A [1 B ] fine :| [2 C ] D DC alfine": "ABACDAB",
    "A |: B :| C fine DC alfine": "ABBCABC",
    "A |: B :|* C fine DC alfine": "ABBCABBC",
    "A tocoda B DC alcoda |: C coda :| D": "ABACCD",
    "A :| B DC": "AABAB",
    "A segno B segno2 C DS2 D DS": "ABCBCDABCD",
    "A segno [1 B ] DS alfine [2 C ] fine": "ABAC",
    "A |: B :| DC": "ABBAB",
    "|: A tocoda B :| C coda D": "ABACD",
    "|: A tocoda B :|3 C coda D": "ABABACD",
    "A tocoda B C coda D": "ABCD",
    "|: A tocoda [1 B ] :| [2 C ] D coda E": "ABACDE",
    "|: A tocoda [1 B ] :| C coda D": "ABACD",
}.items())
def test_order(text, expected):
    assert order(text) == expected


@pytest.mark.parametrize("text, expected, said", [
    ("A B DS C", [0, 1, 2], "bar 2 goes back to a segno that is not there"),
    ("A tocoda B DC", [0, 1, 0, 1], "bar 1 leads to a coda that is not there"),
    ("A B DC alcoda C coda", [0, 1, 0, 1, 2], "a way to the coda that is not there, played to the end"),
    ("A B DC alfine", [0, 1, 0, 1], "a Fine that is not there, played to the end"),
    ("|: A [1 B ] [2 C ]", [0, 1, 0, 2], "the ending at bar 2 does not go back, read as if it did"),
    ("A [2 B ] C", [0, 1, 2], "the ending at bar 2 has none before it"),
    ("|: A [2 B ] :| [2 C ]", [0, 1, 0, 2], "numbered 2 and 2, read as 1 to 2"),
    ("|: A [1 B ] :| [3 C ] D", [0, 1, 0, 2, 3], "numbered 1 and 3, read as 1 to 2"),
    ("|: A [1,2 B ] :| [4 C ] D", [0, 1, 0, 1, 0, 2, 3], "numbered 2 and 4, read as 1 to 3"),
    ("|: A [1 B C |: D :|", [0, 1, 2, 3, 3], "the ending at bar 2 has no end"),
    ("A :|999", [0, 0], "bar 1 is to be played 999 times, played twice instead"),
])
def test_what_cannot_be_followed_is_noted_and_read_straight(text, expected, said):
    found, notes = played(score(text))
    assert found == expected and any(said in note for note in notes)


def test_too_many_bars_are_read_straight():
    found, notes = played([Marks(backward=True, rounds=100) for _ in range(limits.BARS)])
    assert found == list(range(limits.BARS)) and "more than 10000 bars" in notes[0]


@pytest.mark.parametrize("mark", [{"segno": "a", "dalsegno": "b"}, {"segno": "a", "dalsegno": "b", "coda": "c", "tocoda": "d"}, {"ending": (1,), "tocoda": "a", "backward": True}])
def test_signs_at_every_bar_take_no_longer_than_bars(mark):
    """The time of a walk is that of its bars, however many signs there are to look for."""
    started = time.process_time()
    played([Marks(**mark) for _ in range(limits.BARS)])
    assert time.process_time() - started < 5


@given(st.lists(st.sampled_from(sorted(SIGNS)) | st.just("A"), max_size=40))
def test_any_signs_come_to_an_end_and_repeats_alone_play_every_measure(words):
    marks = score(" ".join(["A", *words]))
    found, notes = played(marks)
    assert found[0] == 0 and set(found) <= set(range(len(marks))) and len(found) <= limits.BARS and len(notes) <= 20
    plain = [Marks(forward=mark.forward, backward=mark.backward, rounds=mark.rounds) for mark in marks]
    assert sorted(set(played(plain)[0])) == list(range(len(marks)))
