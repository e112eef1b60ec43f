"""Naming chords: voicings spelled out note by note."""

import numpy as np
import pytest

from stages.harmony.chords import LETTERS, parse_chord
from stages.harmony.recognition import recognize

EVERY_BAR = np.array([0, 2, 1, 2])


def pitch_classes(names: str) -> list[int]:
    return [(LETTERS[name[0]] + name.count("#") - name[1:].count("b")) % 12 for name in names.split()]


def symbols(*beats: str) -> list[tuple[int, str]]:
    """The chords of beats in 4/4, each the names of its notes from the bass up, "" for silence."""
    weights, bass = np.zeros((len(beats), 12)), np.full(len(beats), -1)
    for number, names in enumerate(beats):
        found = pitch_classes(names)
        weights[number, found] = 1
        bass[number] = found[0] if found else -1
    heard = recognize(weights, bass, np.resize(EVERY_BAR, len(beats)))
    return [(beat, chord.symbol) for beat, chord in heard.chords]


@pytest.mark.parametrize("notes, symbol", [
    ("C E G B", "CM7"), ("C B E A D", "CM7"), ("D F A C", "Dm7"), ("D C F A E", "Dm7"), ("G F B D", "G7"), ("G F B E", "G7"), ("B D F A", "Bm7b5"), ("C E G A", "C6"),
    ("A C E G", "Am7"), ("C Eb Gb A", "Cdim7"), ("G C D F", "G7sus4"), ("C Eb G A", "Cm6"), ("C Eb G B", "CmM7"), ("C E G", "C"), ("C Eb G", "Cm"), ("G F B Ab", "G7b9"),
    ("G F B Eb Bb", "G7alt"), ("Bb D F A", "BbM7"), ("G B F Db", "G7#11"), ("G F A C E", "G7sus4"),
])
def test_a_voicing_held_for_a_bar(notes, symbol):
    heard = symbols(*[notes] * 4)
    assert [(beat, parse_chord(name)) for beat, name in heard] == [(0, parse_chord(symbol))]



@pytest.mark.parametrize("notes, symbol", [("B F G D", "G7/B"), ("E C G B", "CM7/E"), ("F# C D A", "D7/F#")])
def test_a_bass_that_stays_on_another_tone(notes, symbol):
    assert symbols(*[notes] * 4) == [(0, symbol)]


def test_a_walking_bass_does_not_change_the_chord():
    assert symbols("D F A C", "F F A C", "A F A C", "Ab F A C", "G B F D", "B B F D", "D B F D", "Db B F D") == [(0, "Dm7"), (4, "G7")]


def test_a_walking_bass_may_begin_on_the_fifth():
    """Rhythm changes over a bass that is hardly ever on a root: Bb6 and G7, Cm7 and F7."""
    assert symbols(*["F Bb D G", "F Bb D G", "D F G B", "D F G B", "G Bb C Eb", "G Bb C Eb", "C Eb F A", "C Eb F A"] * 2)[0] == (0, "Bb6/F")
    assert [chord.split("/")[0] for _, chord in symbols(*["F Bb D G", "Bb F D G", "D F G B", "G F D B", "G Bb C Eb", "C Bb G Eb", "C Eb F A", "F Eb C A"] * 2)] == ["Bb6", "G7", "Cm7", "F7"] * 2


@pytest.mark.parametrize("low, symbol", [("D", "Dm7"), ("F", "FM7"), ("G", "G7sus4")])
def test_the_bass_says_what_a_rootless_voicing_is(low, symbol):
    assert symbols(*[f"{low} F A C E"] * 4) == [(0, symbol)]


def test_a_long_piece_is_heard_as_its_parts_are():
    turn = ["D F A C"] * 4 + ["G F B D"] * 4 + ["C E G B"] * 4 + ["A G C# E"] * 4
    once = symbols(*turn * 2)
    assert once[1:5] == [(4, "G7"), (8, "CM7"), (12, "A7"), (16, "Dm7")]
    assert symbols(*turn * 150) == [(16 * number + beat, chord) for number in range(150) for beat, chord in once[:4]]


def test_two_chords_in_a_bar():
    assert symbols("C E B", "C E B", "A G C# E", "A G C# E") == [(0, "CM7"), (2, "A7")]


def test_a_chord_that_is_struck_early_begins_on_the_bar_line():
    weights, bass = np.zeros((8, 12)), np.array([2, 2, 2, 2, 7, 7, 7, 7])
    weights[:4, pitch_classes("D F A C")] = 1
    weights[3, pitch_classes("G F B D")] += [0.4, 0, 0.4, 0]
    weights[4:, pitch_classes("G F B D")] = 1
    assert [(beat, chord.symbol) for beat, chord in recognize(weights, bass, np.resize(EVERY_BAR, 8)).chords] == [(0, "Dm7"), (4, "G7")]


def test_there_is_no_chord_before_the_first_sound_but_one_in_a_short_silence():
    assert symbols("", "", "", "", "D F A C", "", "", "", "D F A C", "", "", "") == [(0, "NC"), (4, "Dm7")]


def test_a_long_silence_is_no_chord():
    assert symbols("D F A C", *[""] * 8) == [(0, "Dm7"), (1, "NC")]


def test_every_key_reads_alike():
    weights = np.zeros((4, 12))
    weights[:, pitch_classes("G F B D")] = 1
    for up in range(12):
        (_, chord), = recognize(np.roll(weights, up, axis=1), np.full(4, (7 + up) % 12), EVERY_BAR).chords
        assert (chord.root, chord.family) == ((7 + up) % 12, "dominant")


def test_clusters_are_less_sure_than_chords():
    clear, cluster = np.zeros((4, 12)), np.zeros((4, 12))
    clear[:, pitch_classes("D F A C")], cluster[:, pitch_classes("C Db D Eb E F")] = 1, 1
    sure = [recognize(weights, np.full(4, 2), EVERY_BAR).sure for weights in (clear, cluster)]
    assert sure[0] == 1 and sure[1] < 0.7


def test_chords_fit_best_where_they_change_on_bar_lines():
    names = ["D F A C"] * 4 + ["G F B D"] * 4 + ["C E G B"] * 4
    weights = np.array([[float(pitch_class in pitch_classes(notes)) for pitch_class in range(12)] for notes in names])
    bass = np.array([pitch_classes(notes)[0] for notes in names])
    fits = [recognize(weights, bass, np.roll(np.resize(EVERY_BAR, 12), beat)).fit for beat in range(4)]
    assert max(fits) == fits[0] and fits[0] > fits[2] > max(fits[1], fits[3])
