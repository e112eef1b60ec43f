"""A grammar plays over charts: blues, waltz, no chord, one bar, odd lengths."""

import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from stages.corpora.charts import read_chart
from stages.harmony.changes import Changes
from stages.harmony.chords import chord_of_pitches, parse_chord
from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.expansion import expand
from stages.jazzgrammar.grammar import read_grammar
from stages.jazzgrammar.improvising import improvise
from stages.jazzgrammar.settings import settings_of
from stages.jazzgrammar.sounding import Timeline
from stages.melody.categories import categories
from tests.jazzgrammar.band import Dice, chart, names

ROOT = Path(__file__).parents[2]
GRAMMARS = {path.stem: path for path in sorted((ROOT / "../shared/corpora/improvisor/grammars").glob("*.grammar")) if path.stem != "_empty"}
OURS = ROOT / "data/grammars/woodshed.grammar"
CHARTS = {path.stem: read_chart(path).changes for path in sorted((ROOT / "data/charts").glob("*.ls"))} | {
    "one bar": chart("Dm7"), "no chord": chart("NC", "NC"), "some chord": chart("NC", "C7", "NC", "F7"), "a beat": Changes(((Fraction(0), parse_chord("G7")),), Fraction(1), (1, 4)),
    "five": chart("Em7b5", "A7alt", "Dm6", beats=5), "seven eighths": Changes(((Fraction(0), parse_chord("Am7")), (Fraction(7, 2), parse_chord("E7#9"))), Fraction(7), (7, 8)),
    "no slots": Changes(((Fraction(0), parse_chord("Am7")), (Fraction(11, 7), parse_chord("D7"))), Fraction(29, 7)),
    "played": Changes(((Fraction(0), chord_of_pitches((48, 52, 58))), (Fraction(2), chord_of_pitches((50, 53, 57, 60)))), Fraction(4)),
}


def filled(grammar, changes, seed):
    """The slots of the abstract melody."""
    timeline = Timeline(changes, settings_of(grammar.parameters))
    return sum(terminal.slots for terminal in expand(grammar, timeline.slots, timeline.family_at, np.random.default_rng(seed))) / 120


@pytest.mark.parametrize("name", ["woodshed", *GRAMMARS])
def test_every_grammar_plays_over_every_chart_to_its_end(name):
    grammar = read_grammar((OURS if name == "woodshed" else GRAMMARS[name]).read_text(encoding="utf-8"))
    settings = settings_of(grammar.parameters)
    for changes in CHARTS.values():
        solo = improvise(grammar, changes, np.random.default_rng(1))
        assert solo.changes == changes and (solo.notes or changes.bars < 10 or name == "_muse-brainwave")          # which rests, without its sensor
        assert all(note.duration > 0 and settings.lowest <= note.pitch <= settings.highest for note in solo.notes)
        assert all(note.end <= after.onset for note, after in zip(solo.notes, solo.notes[1:])) and all(note.end <= changes.length for note in solo.notes)
        assert 0 <= filled(grammar, changes, 1) - changes.length < Fraction(1, 120)


@pytest.mark.parametrize("name", GRAMMARS)
def test_every_grammar_plays_as_the_original(name):
    grammar = read_grammar(GRAMMARS[name].read_text(encoding="utf-8"))
    settings = settings_of(grammar.parameters)
    for changes in CHARTS.values():
        solo = improvise(grammar, changes, np.random.default_rng(1), faithful=True)
        # One semitone more than the compass is allowed, and rectifying moves by a few more without looking at it.
        assert all(settings.lowest - 4 <= note.pitch <= settings.highest + 4 and note.end <= changes.length for note in solo.notes)


def test_the_same_state_of_the_generator_is_the_same_solo():
    grammar = read_grammar(OURS.read_text())
    solos = [improvise(grammar, CHARTS["blues"], np.random.default_rng(seed)) for seed in (3, 3, 4)]
    assert solos[0].notes == solos[1].notes != solos[2].notes


@pytest.mark.parametrize("compass", [(60, 72), (40, 60), (0, 127)])
def test_a_compass_holds_instead_of_that_of_the_grammar(compass):
    for path in (OURS, GRAMMARS["CharlieParker"], GRAMMARS["outside"], GRAMMARS["Garzone-TriadicColor"], GRAMMARS["idiom"]):
        notes = improvise(read_grammar(path.read_text()), CHARTS["minor"], np.random.default_rng(0), compass=compass).notes
        assert notes and all(compass[0] <= note.pitch <= compass[1] for note in notes)


@pytest.mark.parametrize("compass", [(60, 71), (72, 60), (-1, 40), (100, 128)])
def test_a_compass_that_is_none_is_refused(compass):
    with pytest.raises(JazzGrammarError, match=f"^expected a compass of at least an octave within 0 to 127, found {compass[0]} to {compass[1]}"):
        improvise(read_grammar(OURS.read_text()), CHARTS["blues"], np.random.default_rng(0), compass=compass)


@pytest.mark.parametrize("text, complaint", [
    ("(min-pitch high)", "a number from 0 to 127 as the parameter min-pitch, found 'high'"), ("(leap-prob 2)", "from 0 to 1 as the parameter leap-prob"), ("(max-pitch 60)", "compass of at least an octave"),
    ("(rectify maybe)", "true or false as the parameter rectify"), ("(chord-tone-weight -1)", "chord-tone-weight"), ("(scale-type Nonsense)", "found 'Nonsense' on 'C'"),
    ("(min-interval 12)", "max-interval of at least min-interval, 12, found 9"), ("(min-pitch 1e300)", "min-pitch"),
])
def test_a_parameter_that_is_none_is_named(text, complaint):
    with pytest.raises(JazzGrammarError, match=complaint) as caught:
        improvise(read_grammar(f"(parameter {text}) (rule (P) (C4) 1)"), CHARTS["blues"], np.random.default_rng(0))
    assert "\n" not in str(caught.value)


# Degrees in a solo.
def degrees(text, symbol="C7", faithful=False, parameters="(parameter (rectify false)) (parameter (min-pitch 55)) (parameter (max-pitch 79))"):
    grammar = read_grammar(f"{parameters} (rule (P) ({text}) 1)")
    return names(note.pitch for note in improvise(grammar, chart(symbol), Dice(0.5), faithful=faithful).notes)


def test_a_degree_lies_in_the_octave_nearest_to_the_note_before():
    assert degrees("(X 1 4) (X 3 4) (X 5 4) (X 7 4)") == "C5 E5 G5 Bb4"                               # from G4 on; Bb5 is outside the compass
    assert degrees("(X 9 4) (X b3 4) (X -1 4) (X 15 4)", "G7") == "A4 Bb4 F4 G4"


def test_in_the_original_degrees_lie_above_middle_c():
    assert degrees("(X 1 4) (X 7 4) (X 5 4) (X -1 4)", "G7", faithful=True) == "G4 F5 D5 F4"
    assert degrees("(X 8 4) (X 7 4) (X 9 4) (X -1 4)", "G7", faithful=True) == "G5 F5 A3 F4"           # A5 is two above the compass, also the fifteenth time


def test_over_half_diminished_chords_the_original_takes_another_fifth():
    assert degrees("(X 5 1)", "Cm7b5") == "F#4" and degrees("(X 5 1)", "Cm7b5", faithful=True) == "G4"


# Cost, in chance: what is drawn tells how much is done.
def test_a_chart_of_32_bars_takes_a_few_draws_a_note():
    changes = CHARTS["bridges"].times(2)
    for path in (OURS, GRAMMARS["CharlieParker"], GRAMMARS["Bergonzi-method"]):
        dice = CountedChance(5)
        notes = improvise(read_grammar(path.read_text()), changes, dice).notes
        assert len(notes) > 80 and dice.asked < 6 * len(notes)


class CountedChance:
    """A generator that counts its draws."""

    def __init__(self, seed):
        self.asked, self._generator = 0, np.random.default_rng(seed)

    def random(self):
        self.asked += 1
        return self._generator.random()


# Our own grammar.
def test_our_grammar_plays_lines_that_fit_their_chords():
    grammar = read_grammar(OURS.read_text())
    solos = [improvise(grammar, changes, np.random.default_rng(seed)) for name, changes in CHARTS.items() if name in ("blues", "bridges", "minor", "waltz") for seed in range(20)]
    notes = [(note, kind, solo) for solo in solos for note, kind in zip(solo.notes, categories(solo))]
    on_beat = [kind for note, kind, _ in notes if note.onset.denominator == 1]
    assert sum(kind == "C" for kind in on_beat) > 0.85 * len(on_beat) and sum(kind == "X" for _, kind, _ in notes) < 0.05 * len(notes)
    steps = [abs(after.pitch - note.pitch) for solo in solos for note, after in zip(solo.notes, solo.notes[1:])]
    assert sum(step <= 4 for step in steps) > 0.85 * len(steps) and max(steps) <= 16
    share = sum(note.duration for note, _, _ in notes) / sum(solo.changes.length for solo in solos)
    assert 0.7 < share < 0.9                                                                          # and it breathes


def test_a_grammar_without_rules_is_refused():
    with pytest.raises(JazzGrammarError, match="^expected the start symbol 'P' to lead to a note or rest"):
        improvise(read_grammar((ROOT / "../shared/corpora/improvisor/grammars/_empty.grammar").read_text()), CHARTS["blues"], np.random.default_rng(0))


def test_a_hostile_grammar_is_refused_at_once():
    began = time.process_time()
    for text in ("(rule (P Y) ((P Y)) 1)", "(rule (P) (C4) 0)", "(rule (P) ((X 5 -8)) 1)", "(rule (P) (C480) 0) (rule (P) (P P) 1)"):
        with pytest.raises(JazzGrammarError):
            improvise(read_grammar(text), CHARTS["bridges"].times(10), np.random.default_rng(0))
    assert time.process_time() - began < 1
