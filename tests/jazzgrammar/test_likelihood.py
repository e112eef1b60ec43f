"""Likelihoods: by hand, over all solos of a chart, and against what is really played."""

import math
from collections import Counter
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.grammar import JazzGrammar, Rule, read_grammar
from stages.jazzgrammar.improvising import improvise
from stages.jazzgrammar.likelihood import Escape, log_likelihood
from stages.melody.solo import Note, Solo
from tests.jazzgrammar.band import chart, note

ROOT = Path(__file__).parents[2]
PLAIN = ("(parameter (avoid-repeats false)) (parameter (rectify false)) (parameter (min-pitch 60)) (parameter (max-pitch 72)) (parameter (max-interval 4)) (parameter (leap-prob 0)) ")
# Everything at once: empty right sides, names without rules, arguments, weights that look at the chord, all kinds of terminals, approach tones that wait across rules.
RICH = PLAIN.replace("leap-prob 0", "leap-prob 0.1") + """
(rule (P Y) (V (P (- Y 60))) 1) (rule (P Y) (V) 0.5) (rule (P Y) (W) 1) (base (P 0) () 1)
(rule (V) (C8) 1) (rule (V) (A8) 1) (rule (V) (R8) 0.5) (rule (V) () .1) (rule (V) (Y8) .3) (rule (V) (H8) .2) (rule (V) (L8) (builtin chord-family (dominant)))
(rule (W) ((slope 1 3 C8 A8 X8)) 1) (rule (W) ((slope -3 -1 A8 R8 L8)) 1) (rule (W) ((X b3 8) (X 5 4)) 1) (rule (W) (A4 S8 Nothing) 1)
"""


ONE_BAR = chart("C7")
grammar_of = lru_cache(read_grammar)


def chance(text, *notes, changes=ONE_BAR, escape=None):
    """The probability of notes, each (onset, slots, name or pitch) in slots."""
    heard = tuple(Note(Fraction(onset, 120), Fraction(slots, 120), note(pitch) if isinstance(pitch, str) else pitch) for onset, slots, pitch in notes)
    return math.exp(log_likelihood(grammar_of(text), Solo(heard, changes), escape=escape))


def short(slots, *symbols):
    """A chart of so many slots, the chords evenly spaced."""
    return Changes(tuple((Fraction(slots * place, 120 * len(symbols)), parse_chord(symbol)) for place, symbol in enumerate(symbols)), Fraction(slots, 120))


def solos(slots, unit):
    """All solos of so many slots whose notes begin and end on multiples of a unit, in an octave from middle C: as tuples of (onset, slots, pitch)."""
    if slots <= 0:
        yield ()
        return
    for end in range(0, slots, unit):                              # the last note begins here, or there is none
        for rest in range(0, slots - end, unit):
            for before in solos(end, unit):
                yield from (before + ((end, slots - end - rest, pitch),) for pitch in range(60, 73))
    yield ()


def test_by_hand():
    # From any C, E, G or Bb in reach. The note before the first is drawn near the middle, F#4 (62 to 70): of D E F F# G A Bb weighing 3 8 1 2 8 3 8, in 33.
    text = PLAIN + "(rule (P) (C2 R2) 3) (rule (P) (R1) 1)"
    reach = {"D4": "C E F#", "E4": "C E G", "F4": "E G", "F#4": "E G Bb", "G4": "E G Bb", "A4": "G Bb C", "Bb4": "G Bb C"}
    weights = dict(zip(reach, (3, 8, 1, 2, 8, 3, 8)))
    reach["D4"] = "C E"                                            # F# is a colour
    expected = sum(weight / 33 / len(reach[name].split()) for name, weight in weights.items() if "E" in reach[name].split())
    assert chance(text, (0, 240, "E4")) == pytest.approx(3 / 4 * expected) and chance(text) == pytest.approx(1 / 4)
    assert chance(text, (0, 240, "F4")) == chance(text, (0, 120, "E4")) == chance(text, (240, 240, "E4")) == 0


def test_a_rest_may_be_several_and_a_note_may_be_cut_by_the_end():
    text = PLAIN + "(rule (P) (R2) 1) (rule (P) (R4) 1) (rule (P) ((slope 1 1 X1 X1)) 2)"
    assert chance(text, changes=short(240, "NC")) == pytest.approx(1 / 4 + 1 / 4 * (1 / 4 + 1 / 4))
    total = sum(chance(text, (120, 120, pitch), changes=short(240, "NC")) for pitch in range(60, 73))
    assert total == pytest.approx(1 / 4 * 1 / 2)


@pytest.mark.parametrize("changes", [short(120, "C7"), short(120, "C7", "Fm7"), short(120, "NC")], ids=["one chord", "two chords", "no chord"])
def test_over_all_solos_they_sum_to_one(changes):
    everything = set(solos(120, 60))
    assert len(everything) == 1 + 3 * 13 + 13 * 13
    assert sum(chance(RICH, *heard, changes=changes) for heard in everything) == pytest.approx(1)


def test_with_an_escape_they_sum_to_one_over_all_solos_that_there_are():
    text = PLAIN + "(rule (P) (C480) 1) (rule (P) (R240) 1) (rule (P) ((slope 1 2 C480 X480)) 1) (rule (P) (A480) 1)"
    one, two, escape = short(1, "C7"), short(2, "C7"), Escape(0.3, 0.4, closeness=0.3)
    assert chance(text, changes=one, escape=escape) + sum(chance(text, (0, 1, pitch), changes=one, escape=escape) for pitch in range(128)) == pytest.approx(1)
    singles = [()] + [((onset, slots, pitch),) for onset, slots in ((0, 1), (0, 2), (1, 1)) for pitch in range(128)]
    pairs = [((0, 1, first), (1, 1, second)) for first in range(128) for second in range(128) if abs(first - second) <= 12 or 60 <= second <= 72]
    # What is left out, an escape by more than an octave, has less than a millionth.
    assert sum(chance(text, *heard, changes=two, escape=escape) for heard in singles + pairs) == pytest.approx(1)


def test_what_is_played_comes_as_often_as_it_is_likely():
    grammar, changes, times = read_grammar(RICH), short(180, "C7", "Fm7"), 5000
    generator = np.random.default_rng(1)
    found = Counter(improvise(grammar, changes, generator).notes for _ in range(times))
    often = [(count, math.exp(log_likelihood(grammar, Solo(notes, changes)))) for notes, count in found.most_common(60)]
    assert all(abs(count - times * share) < 4 * math.sqrt(times * share * (1 - share)) for count, share in often) and len(often) == 60


def test_no_solo_that_was_played_is_impossible_and_long_ones_do_not_underflow():
    rules = read_grammar((ROOT / "data/grammars/woodshed.grammar").read_text())
    unshared = tuple(Rule(rule.name, rule.args, tuple(item[1] if item[0] in ("share", "unshare") else item for item in rule.rhs), rule.weight, rule.base) for rule in rules.rules)
    grammar = JazzGrammar(rules.start, {**rules.parameters, "avoid-repeats": "false"}, unshared)
    solo = improvise(grammar, chart(*["C7", "F7", "Dm7", "G7alt"] * 64), np.random.default_rng(2))
    assert -2000 < log_likelihood(grammar, solo) < -1000 and len(solo.notes) > 1000


def test_what_a_grammar_cannot_play_an_escape_can():
    text = PLAIN + "(rule (P Y) (C1 (P (- Y 480))) 1)"
    heard = [(0, 480, "C4"), (480, 60, "F4"), (600, 360, "B6"), (960, 480, "G4")]
    assert chance(text, *heard, changes=chart("C7", "C7", "C7")) == 0
    likely, unlikely = (chance(text, *heard, changes=chart("C7", "C7", "C7"), escape=Escape(probability)) for probability in (0.2, 0.0001))
    assert likely > unlikely > 0


@pytest.mark.parametrize("text, notes, complaint", [
    ("(rule (P) (C4) 1)", [], r"\(avoid-repeats false\) and \(rectify false\)"), (PLAIN + "(rule (P) ((share M)) 1)", [], "rules without wrappers"), (PLAIN + "(rule (P) ((triadic 2 8)) 1)", [], "triadic"),
    (PLAIN + "(rule (P) (P C4) 1)", [], "expected a note or rest between 'P' and itself"), (PLAIN + "(rule (P) (A) 1) (rule (A) (B) 1) (rule (B) (A) 1)", [], "between 'A' and itself"),
    (PLAIN + "(rule (P) (C4) 1)", [(0, 90, "C4"), (60, 60, "C4")], "one after the other"),
])
def test_what_has_no_likelihood_is_named(text, notes, complaint):
    with pytest.raises(JazzGrammarError, match=complaint):
        chance(text, *notes)


def test_a_solo_on_another_grid_or_beyond_its_changes_is_heard_on_the_nearest_slots():
    text = PLAIN + "(rule (P Y) (C4 C2. (P (- Y 480))) 1)"
    exact, off, beyond = ([(0, 120, "C4"), (120, 360, "C4")], [(0, Fraction(241, 2), "C4"), (Fraction(241, 2), 360, "C4")], [(0, 120, "C4"), (120, 900, "C4")])
    assert chance(text, *exact) == chance(text, *beyond) > 0 and chance(text, *off) == 0        # 120.5 is nearer to 121, a longer note than the grammar has
    assert chance(text, (0, Fraction(1201, 10), "C4"), (Fraction(1201, 10), Fraction(3599, 10), "C4")) == chance(text, *exact)


def test_a_grammar_that_plays_nothing_gives_nothing_a_chance():
    assert chance(PLAIN) == chance(PLAIN + "(rule (P) () 1)") == 0


@pytest.mark.parametrize("wrong", [{"probability": 0}, {"stop": 1}, {"closeness": 1.5}, {"usual": 1}])
def test_an_escape_has_shares_between_0_and_1(wrong):
    with pytest.raises(ValueError, match="between 0 and 1"):
        Escape(**wrong)
