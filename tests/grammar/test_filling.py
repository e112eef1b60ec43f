"""A take ends with its chart, whatever an improviser proposes."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.grammar.filling import Count, Filling, placements
from stages.grammar.tokens import unspell
from stages.grammar.vocabulary import Vocabulary
from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord

EVERYWHERE = frozenset((Fraction(place, 6), Fraction(duration, 6)) for place in range(6) for duration in range(1, 13))
VOCABULARY = Vocabulary(tuple(sorted(["1", "1/2", "1/3", "3/2", "A+1", "C+1", "C-1", "L+2", "X+3", "R"])))


def chart(quarters) -> Changes:
    return Changes(((Fraction(0), parse_chord("C7")),), Fraction(quarters))


def fill(filling: Filling, seed: int) -> list[str]:
    generator, symbols = np.random.default_rng(seed), []
    while not filling.full:
        symbol = int(generator.choice(np.flatnonzero(filling.allowed())))
        filling.push(symbol)
        symbols.append(VOCABULARY.symbols[symbol])
    return symbols


@given(st.integers(0, 10_000), st.sampled_from([4, 8, 3, Fraction(7, 2), Fraction(14, 3)]))
def test_random_proposals_fill_the_chart_exactly(seed, quarters):
    tokens = unspell(fill(Filling(chart(quarters), VOCABULARY, EVERYWHERE), seed))
    assert sum(token.duration for token in tokens) == quarters


@given(st.integers(0, 10_000))
def test_rests_stay_in_their_bar_and_approaches_resolve(seed):
    tokens, clock = unspell(fill(Filling(chart(12), VOCABULARY, EVERYWHERE), seed)), Fraction(0)
    for token, after in zip(tokens, [*tokens[1:], None]):
        assert not token.rests or clock // 4 == (clock + token.duration - Fraction(1, 100)) // 4
        assert token.category != "A" or (after.category in "CL" and abs(after.interval) == 1)
        clock += token.duration


def test_a_duration_that_would_leave_a_gap_is_not_allowed():
    filling = Filling(chart(2), Vocabulary(("3/2", "1", "C+1")), EVERYWHERE)
    assert [symbol for symbol, allowed in zip(("3/2", "1", "C+1"), filling.allowed()) if allowed] == ["1"]


def test_a_chart_that_cannot_be_filled_is_refused():
    with pytest.raises(ValueError, match="cannot fill a chart of 4/3 quarter notes"):
        Filling(chart(Fraction(4, 3)), Vocabulary(("1", "1/2", "C+1")), EVERYWHERE)


@given(st.integers(0, 10_000))
def test_durations_begin_where_the_corpus_begins_them(seed):
    solo = unspell("1/3 C+1 1/3 C+1 1/3 R 1 C+1 1/2 C+1 1/2 R".split())
    placed = placements([solo])
    assert placed == {(0, Fraction(1, 3)), (Fraction(1, 3), Fraction(1, 3)), (Fraction(2, 3), Fraction(1, 3)), (0, 1), (0, Fraction(1, 2)), (Fraction(1, 2), Fraction(1, 2))}
    take = unspell(fill(Filling(chart(8), VOCABULARY, placed), seed))
    assert placements([take]) <= placed            # so every triplet is whole, and every beat is met


def test_a_rare_place_beside_the_beat_is_left_with_the_next_note():
    eighths = "1/2 C+1 " * 200
    solo = unspell(f"{eighths} 1/8 C+1 1/2 C+1 3/8 C+1 {eighths} 1/8 C+1 7/8 C+1".split())
    placed = placements([solo])
    assert (Fraction(1, 8), Fraction(7, 8)) in placed and (Fraction(1, 8), Fraction(1, 2)) not in placed


def test_the_seed_counts_values():
    count = Count(2, 3)
    count.push(0)
    assert not count.full and count.allowed().all()
    count.push(1)
    assert count.full
