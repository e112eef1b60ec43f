"""What names of keys and files say."""

import pytest

from stages.corpora.wjazzd.names import key_signature, performer_and_title, spaced


@pytest.mark.parametrize("key, sharps", [
    ("C-maj", 0), ("Bb-maj", -2), ("E-maj", 4), ("F-min", -4), ("E-min", 1), ("D-dor", 0), ("G-dor", -1), ("G-mix", 0), ("Eb-blues", -3), ("F#-maj", 6),
    ("Db-min", 4), ("G#-maj", -4),
    ("Ab", -4), ("", None), ("C-chrom", None), ("H-maj", None), ("atonal", None),
])
def test_keys_are_numbers_of_sharps(key, sharps):
    assert key_signature(key) == sharps


@pytest.mark.parametrize("stem, performer, title", [
    ("ArtPepper_Anthropology_Solo", "Art Pepper", "Anthropology"), ("ArtPepper_Stardust-1_Solo", "Art Pepper", "Stardust"),
    ("EricDolphy_Aisha_solo", "Eric Dolphy", "Aisha"), ("FatsNavarro_GoodBait_No1_Solo", "Fats Navarro", "Good Bait"),
    ("MilesDavis_BluesByFive_FINAL", "Miles Davis", "Blues By Five"), ("notes", "", "notes"), ("JJJohnson_Yesterdays_Solo", "J.J. Johnson", "Yesterdays"),
])
def test_a_file_name_holds_performer_and_title(stem, performer, title):
    assert performer_and_title(stem) == (performer, title)


@pytest.mark.parametrize("name, words", [
    ("InAMellowTone", "In A Mellow Tone"), ("IGotItBad", "I Got It Bad"), ("It'sAWonderfulWorld", "It's A Wonderful World"), ("Runnin'Wild", "Runnin' Wild"),
    ("Be=Bop", "Be-Bop"), ("Cross-Fade", "Cross-Fade"), ("26=2", "26-2"), ("U.M.M.G.", "U.M.M.G."), ("D.B.Blues", "D.B. Blues"), ("Mr.P.C.", "Mr. P.C."),
    ("St.Thomas", "St. Thomas"),
    ("PopTune#1", "Pop Tune #1"), ("Item1,D.I.T.", "Item 1, D.I.T."), ("Day&Nite", "Day & Nite"), ("Infidele(Cry)", "Infidele (Cry)"), ("CherokeeII", "Cherokee II"),
    ("Blue'NBoogie", "Blue 'N Boogie"),
    ("McCoyTyner", "McCoy Tyner"), ("ICan'tGetStarted", "I Can't Get Started"),
])
def test_words_stand_apart(name, words):
    assert spaced(name) == words
