"""Whatever is asked for, a take fills its chart; and what is asked for is kept, the softest given up first."""

from collections import Counter
from fractions import Fraction
from itertools import groupby, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stages.grammar import GrammarError, woodshed
from stages.grammar.filling import Filling
from stages.grammar.limits import NONE, Limited, Limits, Patterns
from stages.grammar.realize import realize
from stages.grammar.tokens import Token, unspell
from stages.grammar.vocabulary import Vocabulary
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.melody.solo import Note, Solo
from tests.grammar.test_filling import COMPASS, EVERYWHERE, POOR, chart

RHYTHMS = ["1", "1/2", "1/3", "3/2"]
RICH = Vocabulary(tuple(sorted([*RHYTHMS, "R", *(f"{category}{interval:+d}" for category in "CLSAX" for interval in range(-24, 25))])))
SYMBOLS = st.lists(st.sampled_from(["C7", "FM7", "Bm7b5", "E7alt", "NC", "Am6/C", "Gsus7", "C5"]), min_size=1, max_size=4)
LIMITS = st.builds(Limits, st.lists(st.sampled_from([1, 2, 2.5, 3, 4, 4.5]), max_size=3).map(tuple), st.integers(0, 2), st.sampled_from([0, 2, 3, 5]), st.integers(1, 2), st.none())
COMPASSES = st.sampled_from([COMPASS, (60, 72), (40, 52), (84, 108)])
SEEDS = st.integers(0, 10_000)


def play(filling: Filling, charts: list[Solo], seed: int, vocabulary: Vocabulary, compass: tuple[int, int]) -> list[tuple[list[Token], Solo]]:
    """Random allowed symbols for a take on each chart: its tokens, and what sounds."""
    generator, takes = np.random.default_rng(seed), [[] for _ in charts]
    while not filling.full.all():
        allowed, full = filling.allowed(), filling.full
        symbols = np.array([generator.choice(np.flatnonzero(row)) for row in allowed])
        filling.push(symbols)
        for take, symbol, was_full in zip(takes, symbols, full):
            take += [] if was_full else [vocabulary.symbols[symbol]]
    return [(unspell(take), realize(unspell(take), over.changes, compass)) for take, over in zip(takes, charts)]


def limited(over: Solo, seed: int, limits: Limits, vocabulary: Vocabulary = RICH, compass=COMPASS) -> tuple[list[Token], Solo]:
    return play(Limited([over], vocabulary, EVERYWHERE, compass, limits), [over], seed, vocabulary, compass)[0]


def beat_of(changes: Changes, onset: Fraction) -> Fraction:
    """The beat of the bar, from 1, in 4/4."""
    return (onset - changes.bar_line(changes.bar_at(onset))) + 1


def allowed(filling: Filling) -> set[str]:
    return {RICH.symbols[symbol] for symbol in np.flatnonzero(filling.allowed()[0])}


EIGHT_BEATS = chart(8)


def begun(limits: Limits, *symbols: str, over: Solo = EIGHT_BEATS) -> Limited:
    """A take that has played some symbols."""
    filling = Limited([over], RICH, EVERYWHERE, COMPASS, limits)
    for symbol in symbols:
        filling.push(np.array([RICH.symbols.index(symbol)]))
    return filling


@settings(deadline=None)
@given(SEEDS, st.lists(st.sampled_from([4, 8, 3, Fraction(7, 2), Fraction(14, 3)]), min_size=1, max_size=3), st.sampled_from([RICH, POOR]), LIMITS, COMPASSES)
def test_every_combination_of_limits_fills_every_chart_exactly_and_within_the_range(seed, lengths, vocabulary, limits, compass):
    charts = [chart(quarters, "C7", "F7") for quarters in lengths]
    takes = play(Limited(charts, vocabulary, EVERYWHERE, compass, limits), charts, seed, vocabulary, compass)
    assert [sum(token.duration for token in tokens) for tokens, _ in takes] == lengths
    assert all(compass[0] <= note.pitch <= compass[1] for _, solo in takes for note in solo.notes)


@settings(deadline=None)
@given(SEEDS, SYMBOLS, LIMITS, st.sampled_from([RICH, POOR]), COMPASSES)
def test_what_begins_on_a_beat_asked_for_is_a_chord_tone(seed, symbols, limits, vocabulary, compass):
    _, solo = limited(chart(16, *symbols), seed, limits, vocabulary, compass)
    on_them = [(note, solo.changes.at(note.onset)) for note in solo.notes if beat_of(solo.changes, note.onset) in limits.chord_tone_beats]
    assert all(not chord.sounds or note.pitch % 12 in chord.tones for note, chord in on_them)


@settings(deadline=None)
@given(SEEDS, SYMBOLS, LIMITS, COMPASSES)
def test_a_pitch_comes_no_more_often_in_a_row_than_allowed(seed, symbols, limits, compass):
    _, solo = limited(chart(16, *symbols), seed, limits, compass=compass)
    rows = [len(list(row)) for _, row in groupby(note.pitch for note in solo.notes)]
    assert limits.repeats == 0 or max(rows, default=0) <= limits.repeats


@settings(deadline=None)
@given(SEEDS, LIMITS)
def test_a_pattern_comes_no_more_often_than_allowed_unless_an_approach_tone_must_be_resolved(seed, limits):
    tokens, solo = limited(chart(32, "C7", "FM7"), seed, limits)
    steps = [(after.onset - note.onset, after.pitch - note.pitch) for note, after in pairwise(solo.notes)]
    categories, heard, size = [token.category for token in tokens if not token.rests], Counter(), limits.pattern_notes - 1
    for last in range(size - 1, len(steps) if limits.pattern_notes else 0):
        pattern = tuple(steps[last - size + 1:last + 1])
        heard[pattern] += 1
        assert heard[pattern] <= limits.pattern_times or categories[last] == "A"


@settings(deadline=None)
@given(SEEDS, st.integers(1, 12), SYMBOLS, LIMITS)
def test_an_opening_is_kept_note_for_note(seed, count, symbols, limits):
    over = chart(8, "Dm7", "G7")
    (_, written), = play(Filling([over], RICH, EVERYWHERE, (60, 72)), [over], seed, RICH, (60, 72))
    opening = Solo(written.notes[:count] or (Note(Fraction(1), Fraction(1), 64),), over.changes, source="phrase.ls")
    with_it = Limits(limits.chord_tone_beats, limits.repeats, limits.pattern_notes, limits.pattern_times, opening)
    longer = chart(16, *symbols)
    tokens, solo = limited(longer, seed, with_it)
    assert solo.notes[:len(opening.notes)] == opening.notes and sum(token.duration for token in tokens) == 16
    behind = [note.onset for note in solo.notes[len(opening.notes):]]
    assert all(onset >= opening.notes[-1].end for onset in behind)


def test_without_limits_the_same_is_allowed_as_in_a_filling():
    over = chart(8, "C7", "F7")
    plain, off = Filling([over], RICH, EVERYWHERE, COMPASS), Limited([over], RICH, EVERYWHERE, COMPASS, NONE)
    assert type(woodshed.constraint([over], RICH, EVERYWHERE, COMPASS, None)) is Filling
    generator = np.random.default_rng(1)
    while not plain.full.all():
        assert (plain.allowed() == off.allowed()).all()
        symbol = np.array([generator.choice(np.flatnonzero(plain.allowed()[0]))])
        plain.push(symbol), off.push(symbol)


def test_chord_tones_on_the_beats_by_hand():
    # C7 from its anchor C4: on beat 1 C E G Bb or a rest; on the second eighth anything; C#4 may not lead to D, a colour tone, on beat 2, but to C.
    limits = Limits((1, 2), 0, 0, 1, None)
    assert {symbol for symbol in allowed(begun(limits, "1")) if symbol == "R" or symbol[0] == "C"} == {"R", "C+0", "C+4", "C+7", "C+10", "C+12", "C+16", "C+19", "C-2", "C-5"}
    assert not {symbol for symbol in allowed(begun(limits, "1")) if symbol[0] in "LSAX"}
    assert {"L+2", "S+5", "A+1", "X+1"} <= allowed(begun(limits, "1/2", "C+0", "1/2"))
    assert {symbol for symbol in allowed(begun(limits, "1/2", "C+0", "1/2", "A+1", "1")) if symbol != "R"} == {"C-1"}
    # C#4 has beside it, on beat 2 over F#7, only C, a colour tone.
    assert "A+1" in allowed(begun(NONE, "1/2", "C+0", "1/2", over=chart(2, "C7", "F#7"))) and "A+1" not in allowed(begun(limits, "1/2", "C+0", "1/2", over=chart(2, "C7", "F#7")))


def test_beats_are_those_of_the_metre():
    six_eight = Solo((), Changes(((Fraction(0), parse_chord("C7")),), Fraction(6), (6, 8)))
    filling = Limited([six_eight], RICH, EVERYWHERE, COMPASS, Limits((1, 4), 0, 0, 1, None))
    kinds = []
    for _ in range(6):
        filling.push(np.array([RICH.symbols.index("1/2")]))
        kinds.append("L+2" in allowed(filling))
        filling.push(np.array([RICH.symbols.index("C+0")]))
    assert kinds == [False, True, True, False, True, True]


def test_repeats_by_hand():
    twice = Limits((), 2, 0, 1, None)
    assert "C+0" in allowed(begun(twice, "1", "C+0", "1"))
    assert "C+0" not in allowed(begun(twice, "1", "C+0", "1", "C+0", "1")) and "C+0" not in allowed(begun(twice, "1", "C+0", "1/2", "R", "1/2", "C+0", "1"))
    assert "C+0" in allowed(begun(twice, "1", "C+0", "1", "C+0", "1", "C+4", "1"))


def test_patterns_by_hand():
    once, twice, pair = Patterns(3, 1), Patterns(3, 2), Patterns(2, 1)
    for onset, pitch in ((0, 60), (1, 62), (2, 64)):
        for patterns in (once, twice, pair):
            patterns.hear(onset, pitch)
    assert once.worn(3) == [2] and once.worn(4) == []               # 62 64 66 would be two whole tones in even notes again; a little later it is another rhythm
    assert twice.worn(3) == [] and pair.worn(3) == [2]
    twice.hear(3, 66)
    assert twice.worn(4) == [2]


def test_a_pattern_is_the_same_in_another_key_and_a_rest_belongs_to_its_rhythm():
    once = Limits((), 0, 3, 1, None)
    up = ("1/2", "C+0", "1/2", "L+2", "1/2", "C+2")
    assert "L+2" not in allowed(begun(once, *up, "1/2")) and "L+2" in allowed(begun(once, *up, "1/2", "R", "1"))
    again = ("1/2", "S+1", "1/2", "C+2", "1/2")                     # F G, and A would be the third whole tone
    assert "L+2" not in allowed(begun(once, *up, *again)) and "L+2" in allowed(begun(NONE, *up, *again))
    assert "L+2" in allowed(begun(once, *up, *again, "R", "1/2"))


def test_the_softest_limit_is_given_up_first():
    words = Vocabulary(("1", "C+0", "L+2"))
    over = chart(4)

    def left(limits: Limits) -> set[str]:
        filling = Limited([over], words, EVERYWHERE, COMPASS, limits)
        for symbol in ("1", "C+0", "1"):
            filling.push(np.array([words.symbols.index(symbol)]))
        return {words.symbols[symbol] for symbol in np.flatnonzero(filling.allowed()[0])}

    assert left(NONE) == {"C+0", "L+2"}
    assert left(Limits((2,), 0, 0, 1, None)) == {"C+0"} and left(Limits((), 1, 0, 1, None)) == {"L+2"}
    assert left(Limits((2,), 1, 0, 1, None)) == {"C+0"}             # a chord tone, though on the same pitch


OPENING = Solo((Note(Fraction(0), Fraction(1), 64), Note(Fraction(1), Fraction(1, 2), 66), Note(Fraction(2), Fraction(1), 73)), chart(4).changes, source="phrase.ls")


def test_a_last_note_outside_may_become_an_approach_tone():
    filling = begun(Limits((), 0, 0, 1, OPENING), "1", "C+4", "1/2", "L+2", "1/2", "R", "1")
    assert allowed(filling) == {"A+7", "X+7"}
    nowhere_to_go = begun(Limits((), 0, 0, 1, OPENING), "1", "C+4", "1/2", "L+2", "1/2", "R", "1", over=chart(3))
    assert allowed(nowhere_to_go) == {"X+7"}


@pytest.mark.parametrize("over, vocabulary, expected", [
    (chart(2), RICH, "phrase.ls: expected at most the 2 quarter notes of the chart here, found 3; shorten it, or raise choruses"),
    (Solo((), Changes(chart(6).changes.chords, Fraction(6), (3, 4))), RICH, "expected the bars of the chart here, 3/4, found 4/4; leave charts of other metres out"),
    (chart(8), Vocabulary(("1", "C+4", "R", "X+7")), "expected durations and intervals that the corpus has, found over here bar 1 beat 2: a duration of 1/2 quarter notes; "
     "bar 1 beat 2: F#4 as L+2; bar 1 beat 2.5: a duration of 1/2 quarter notes"),
    (chart(8), Vocabulary(("1", "1/2", "C+4", "R", "L+2")), "found over here bar 1 beat 3: C#5 as X+7"),
])
def test_an_opening_that_does_not_fit_is_refused(over, vocabulary, expected):
    over = Solo((), over.changes, source="here")
    with pytest.raises(GrammarError) as error:
        Limits((), 0, 0, 1, OPENING).check([over], vocabulary)
    assert expected in str(error.value) and "\n" not in str(error.value)


def test_an_opening_behind_which_the_chart_cannot_be_filled_is_refused():
    words = Vocabulary(("1", "1/2", "C+4", "R", "L+2", "X+7"))
    placed = frozenset({(Fraction(0), Fraction(1))})
    half = Solo(OPENING.notes[:2], OPENING.changes, source="phrase.ls")
    with pytest.raises(GrammarError, match="cannot fill here from where the opening ends, bar 1 beat 2.5; let it end on a beat"):
        Limited([Solo((), chart(4).changes, source="here")], words, placed, COMPASS, Limits((), 0, 0, 1, half))


@pytest.mark.parametrize("beat, fits", [(1, True), (4.5, True), (4.99, True), (5, False), (12, False)])
def test_beats_lie_in_the_metre_of_a_chart(beat, fits):
    charts = [chart(4), Solo((), Changes(chart(6).changes.chords, Fraction(6), (3, 4)))]
    if fits:
        Limits((beat,), 0, 0, 1, None).check(charts, RICH)
    else:
        with pytest.raises(GrammarError, match=rf"expected beats counted from 1 in the metre of a chart \(3/4, 4/4\), found {beat}"):
            Limits((beat,), 0, 0, 1, None).check(charts, RICH)


def test_a_pattern_has_two_notes_at_least():
    with pytest.raises(GrammarError, match="pattern_notes: expected 0 or at least 2 notes, found 1"):
        Limits((), 0, 1, 1, None)
