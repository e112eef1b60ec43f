"""Titles of one tune have one key, titles of two tunes have two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.melody.tunes import tune_key

SAME = {
    "songisyou": ["The Song Is You", "TheSongIsYou", "Song Is You, The", "the_song_is_you", "SONG IS YOU", "Song Is You, The (take 2)", "The_Song_Is_You.mid"],
    "nightintunisia": ["A Night in Tunisia", "ANightInTunisia", "Night in Tunisia", "Night In Tunisia, A", "A_Night_in_Tunisia"],
    "bluesforalice": ["Blues for Alice", "BluesForAlice", "BLUES FOR ALICE", "Blues For Alice - transcription", "BluesForAlice_Solo", "03 - Blues for Alice"],
    "stardust": ["Stardust", "Stardust-1", "Stardust-2", "Stardust (take 2)", "Stardust #2", "Stardust [alternate take]", "Stardust, alt take 3", "Stardust_AlternateTake2",
                 "Stardust No. 2", "Stardust 2", "Stardust-2_v3", "Stardust II", "Stardust, part two", "Stardust - head", "Stardust Solo by Somebody", "Somebody Solo - Stardust",
                 "Stardust_1961", "03_Stardust", "Stardust.ls", "STARDUST.MID", "Stardust alternate", "Stardust_alt", "Stardust 2nd take", "Stardust Alt. Take",
                 "StardustSoloLesterSomebody", "Stardust - Lester Somebody solo", "Somebody Solo on Stardust", "StardustEb", "Stardust - F#m", "Stardust, Gm"],
    "bluesinbb": ["Blues in Bb", "BluesInBb", "Blues in Bb (take 2)"],
    "hereiam": ["Here I Am"],
    "soloflight": ["Solo Flight", "SoloFlight-2", "Solo Flight (take 2)"],
    "korperundseele": ["Körper und Seele", "korper  und seele", "KÖRPER UND SEELE"],
    "dont": ["Don't", "DONT", "Don’t"],
    "nightandday": ["Night and Day", "Night & Day", "NightAndDay"],
    "rockandroll": ["Rock and Roll", "Rock 'n' Roll", "Rock'n Roll", "Rock'n'Roll", "Rock n Roll", "RockNRoll"],
    "groovinghigh": ["Groovin' High", "Groovin High", "Grooving High", "GroovinHigh", "Groovin'High"],
    "sevenstepstoheaven": ["Seven Steps to Heaven", "7 Steps To Heaven", "SevenStepsToHeaven"],
    "takefive": ["Take Five", "Take 5", "TakeFive", "Take5"],
    "teafortwo": ["Tea for Two", "Tea For 2"],
    "26": ["26-2", "26=2"],
    "blackandblue": ["(What Did I Do to Be So) Black and Blue?", "Black and Blue"],
    "nogreaterlove": ["No Greater Love"],
    "thereisnogreaterlove": ["There Is No Greater Love", "(There Is) No Greater Love"],
    "chicago": ["Chicago (That Toddling Town)", "Chicago "],
    "itemonedit": ["Item 1, D.I.T.", "Item1,D.I.T."],
    "317e32ndst": ["317 E. 32nd St.", "317E32ndSt"],
    "autumnleaves": ["Autumn Leaves", "枯葉 (Autumn Leaves)"],
    "elcondorpasa": ["El cóndor pasa", "El_Condor_Pasa"],
    "witheverybreathitake": ["With Every Breath I Take", "WithEveryBreathITake"],
    "yougotomyhead": ["You Go To My Head"],
    "youandi": ["You and I"],
}


@pytest.mark.parametrize("key, title", [(key, title) for key, titles in SAME.items() for title in titles])
def test_spellings_of_one_tune_have_one_key(key, title):
    assert tune_key(title) == key


@pytest.mark.parametrize("one, other", [
    ("枯葉", "月光"), ("Summertime", "Summer Time Blues"), ("Yesterday", "Yesterdays"), ("Interlude", "Winterlude"), ("?", "!"), ("Solo", "Take 2"),
    ("Blues in F", "Blues in Bb"), ("Work", "Work Song"), ("My Heart", "My Heart Stood Still"),
])
def test_tunes_stay_apart(one, other):
    assert tune_key(one) != tune_key(other)


@pytest.mark.parametrize("title", ["The", "A", "Solo", "Take 2", "(live)", "()", "#2", "-", " ", "...", "No. 1", "x" * 10**6, "(" * 10**5, "\ud800"])
def test_a_title_of_which_nothing_is_left_keeps_itself(title):
    assert tune_key(title)


def test_no_title_has_no_key():
    assert tune_key("") == ""


@given(st.text(min_size=1, max_size=40))
def test_every_title_has_a_key_and_case_does_not_matter_in_it(title):
    key = tune_key(title)
    assert key and key == key.casefold()


@given(st.lists(st.sampled_from(["Blue", "Moon", "Over", "Green", "Kentucky"]), min_size=1, max_size=5))
def test_spaces_humps_and_underscores_are_the_same(words):
    assert len({tune_key(" ".join(words)), tune_key("".join(words)), tune_key("_".join(words).lower()), tune_key("The" + "".join(words))}) == 1
