"""A take ends with its chart, whatever an improviser proposes."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stages.grammar.abstract import abstract
from stages.grammar.contexts import PITCH
from stages.grammar.filling import Count, Filling, placements
from stages.grammar.realize import realize
from stages.grammar.tokens import unspell
from stages.grammar.vocabulary import Vocabulary
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.melody.solo import Solo

EVERYWHERE = frozenset((Fraction(place, 6), Fraction(duration, 6)) for place in range(6) for duration in range(1, 13))
VOCABULARY = Vocabulary(tuple(sorted(["1", "1/2", "1/3", "3/2", "R", *(f"{category}{interval:+d}" for category in "CLSAX" for interval in range(-7, 8))])))
POOR = Vocabulary(tuple(sorted(["1", "1/2", "1/3", "3/2", "A+1", "C+1", "C-1", "L+2", "X+3", "R"])))
COMPASS = (55, 79)


def chart(quarters, *symbols: str) -> Solo:
    chords = tuple((Fraction(quarters * place, len(symbols or "1")), parse_chord(symbol)) for place, symbol in enumerate(symbols or ("C7",)))
    return Solo((), Changes(chords, Fraction(quarters)))


def fill(charts: list[Solo], seed: int, vocabulary: Vocabulary = VOCABULARY, placed=EVERYWHERE) -> list[list[str]]:
    """Random allowed symbols for a take on each chart; what is pushed to a full take is garbage."""
    filling, generator, takes = Filling(charts, vocabulary, placed, COMPASS), np.random.default_rng(seed), [[] for _ in charts]
    while not filling.full.all():
        allowed, full = filling.allowed(), filling.full
        symbols = np.array([generator.choice(np.flatnonzero(row)) for row in allowed])
        filling.push(symbols)
        for take, symbol, was_full in zip(takes, symbols, full):
            take += [] if was_full else [vocabulary.symbols[symbol]]
    return takes


@settings(deadline=None)
@given(st.integers(0, 10_000), st.lists(st.sampled_from([4, 8, 3, Fraction(7, 2), Fraction(14, 3)]), min_size=1, max_size=3), st.sampled_from([VOCABULARY, POOR]))
def test_random_proposals_fill_every_chart_exactly(seed, lengths, vocabulary):
    takes = fill([chart(quarters) for quarters in lengths], seed, vocabulary)
    assert [sum(token.duration for token in unspell(take)) for take in takes] == lengths


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_rests_stay_in_their_bar_and_approaches_resolve(seed):
    (take,), clock = fill([chart(12, "C7", "F7", "Dm7")], seed), Fraction(0)
    tokens = unspell(take)
    for token, after in zip(tokens, [*tokens[1:], None]):
        assert not token.rests or clock // 4 == (clock + token.duration - Fraction(1, 100)) // 4
        assert token.category != "A" or (after.category in "CL" and abs(after.interval) == 1)
        clock += token.duration
        assert after is None or not (token.rests and after.rests) or clock % 4 == 0


@settings(deadline=None)
@given(st.integers(0, 10_000), st.lists(st.sampled_from(["C7", "FM7", "Bm7b5", "E7alt", "NC", "Am6/C", "Gsus7"]), min_size=1, max_size=4))
def test_what_is_asked_for_is_what_sounds(seed, symbols):
    over = chart(16, *symbols)
    (take,) = fill([over], seed)
    solo = realize(unspell(take), over.changes, COMPASS)
    assert [str(token) for token in abstract(solo)] == [str(token) for token in unspell(take)]
    assert all(COMPASS[0] <= note.pitch <= COMPASS[1] for note in solo.notes)


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_where_no_pitch_is_consistent_the_contexts_follow_what_realize_plays(seed):
    over = chart(8, "C7", "NC", "Ebm7")
    filling, generator, symbols, before = Filling([over], POOR, EVERYWHERE, COMPASS), np.random.default_rng(seed), [], []
    while not filling.full.all():
        symbol = generator.choice(np.flatnonzero(filling.allowed()[0]))
        before.append(int(filling.contexts()[0, PITCH]))
        filling.push(np.array([symbol]))
        symbols.append(POOR.symbols[symbol])
    sounding = [place for place, symbol in enumerate(symbols[1::2]) if symbol != "R"]
    pitches = [note.pitch for note in realize(unspell(symbols), over.changes, COMPASS).notes]
    assert [before[2 * place] for place in sounding[1:]] == pitches[:-1]


def test_a_duration_that_would_leave_a_gap_is_not_allowed():
    filling = Filling([chart(2)], Vocabulary(("3/2", "1", "C+1")), EVERYWHERE, COMPASS)
    assert [symbol for symbol, allowed in zip(("3/2", "1", "C+1"), filling.allowed()[0]) if allowed] == ["1"]


def test_a_pitch_must_be_of_its_category_and_in_the_compass():
    filling = Filling([chart(4)], VOCABULARY, EVERYWHERE, (55, 66))
    filling.push(np.array([VOCABULARY.symbols.index("1")]))
    allowed = {VOCABULARY.symbols[symbol] for symbol in np.flatnonzero(filling.allowed()[0])}
    # Over C7 from middle C: C E G Bb are chord tones, D F# A colour tones, F and the other tones of mixolydian the scale, the rest outside; nothing above F#.
    assert {symbol for symbol in allowed if symbol[0] in "CLS"} == {"C+0", "C+4", "C-2", "C-5", "L+2", "L+6", "L-3", "S+5"}
    assert {symbol for symbol in allowed if symbol[0] == "X"} == {"X+1", "X+3", "X-1", "X-4"} and "R" in allowed


def test_a_chart_that_cannot_be_filled_is_refused():
    with pytest.raises(ValueError, match="found a chart of 4/3 quarter notes that they cannot"):
        Filling([chart(Fraction(4, 3))], Vocabulary(("1", "1/2", "C+1")), EVERYWHERE, COMPASS)


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_durations_begin_where_the_corpus_begins_them(seed):
    solo = unspell("1/3 C+1 1/3 C+1 1/3 R 1 C+1 1/2 C+1 1/2 R".split())
    placed = placements([solo])
    assert placed == {(0, Fraction(1, 3)), (Fraction(1, 3), Fraction(1, 3)), (Fraction(2, 3), Fraction(1, 3)), (0, 1), (0, Fraction(1, 2)), (Fraction(1, 2), Fraction(1, 2))}
    (take,) = fill([chart(8)], seed, placed=placed)
    assert placements([unspell(take)]) <= placed            # so every triplet is whole, and every beat is met


def test_a_rare_place_beside_the_beat_is_left_with_the_next_note():
    eighths = "1/2 C+1 " * 200
    solo = unspell(f"{eighths} 1/8 C+1 1/2 C+1 3/8 C+1 {eighths} 1/8 C+1 7/8 C+1".split())
    placed = placements([solo])
    assert (Fraction(1, 8), Fraction(7, 8)) in placed and (Fraction(1, 8), Fraction(1, 2)) not in placed


def test_the_seed_counts_values():
    count = Count(2, 2, 3)
    count.push(np.array([0, 1]))
    assert not count.full.any() and count.allowed().all() and count.contexts().shape == (2, 0)
    count.push(np.array([1, 1]))
    assert count.full.all()
