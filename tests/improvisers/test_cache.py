"""What a solo has done so far: by hand, and against the same written as plainly as can be."""

import numpy as np
import pytest

from stages.improvisers.cache import CAUTION, HERE, ORDERS, Cache


def played(symbols: list[int], places: list[int], size: int = 2) -> Cache:
    cache = Cache(size, 1)
    for symbol, place in zip(symbols, places, strict=True):
        cache.look(np.array([place]))
        cache.push(np.array([symbol]))
    return cache


def test_before_the_first_symbol_all_are_as_likely():
    found, known = Cache(4, 3).look(np.zeros(3, int))
    assert np.exp(found) == pytest.approx(np.full((3, 2, 4), 0.25)) and not known.any()


def test_what_followed_the_last_symbols_is_expected_again():
    (found,), (known,) = played([0, 1, 0], [0, 480, 0]).look(np.array([240]))
    seen = (1 + 4 * 0.5 * 2) / (3 + 4 * 2)                      # of symbol 1: once in three, and caution counts four times for each of two symbols, half of that for each
    assert np.exp(found[0, 1]) == pytest.approx((1 + 4 * seen) / (1 + 4))          # after a 0 came a 1
    assert np.exp(found[1, 1]) == pytest.approx(seen)                              # nothing has begun in 240
    assert known.tolist() == [1, 1, 0, 0] + [0, 0, 0]


def test_what_began_in_the_same_place_is_expected_again():
    (found,), (known,) = played([0, 1, 0, 0], [0, 480, 0, 240]).look(np.array([480]))
    seen = (1 + 4) / (4 + 8)
    assert np.exp(found[1, 1]) == pytest.approx((1 + 4 * (1 + 4 * seen) / 5) / 5)  # in 480 came a 1; and so it did after a 0
    assert known[ORDERS:].tolist() == [1, 1, 0]


def plainly(symbols: list[int], places: list[int], place: int, size: int) -> tuple[np.ndarray, np.ndarray]:
    past = range(len(symbols))
    follows = [[at for at in past if at >= order and symbols[at - order:at] == symbols[len(symbols) - order:]] for order in range(ORDERS)]
    here = [[at for at in follows[order] if places[at] == place] for order in range(HERE)]
    found = []
    for orders in (follows, [follows[0], *here]):
        row = np.full(size, 1 / size)
        for at in filter(None, orders):
            counts = np.bincount([symbols[place] for place in at], minlength=size)
            new = CAUTION * np.count_nonzero(counts)
            row = (counts + new * row) / (len(at) + new)
        found.append(row)
    return np.array(found), np.array([bool(at) for at in (*follows, *here)])


@pytest.mark.parametrize("seed", range(3))
def test_many_takes_and_long_ones_are_counted_as_plainly_as_can_be(seed):
    dice, size, takes, long = np.random.default_rng(seed), 5, 3, 150
    symbols, places = dice.integers(0, size, (long, takes)) // 2, dice.integers(0, 3, (long + 1, takes))
    cache = Cache(size, takes)
    for at in range(long + 1):
        found, known = cache.look(places[at])
        for take in range(takes):
            expected, occurred = plainly(symbols[:at, take].tolist(), places[:at, take].tolist(), places[at, take], size)
            assert np.exp(found[take]) == pytest.approx(expected, rel=1e-5) and (known[take] == occurred).all()
        if at < long:
            cache.push(symbols[at])
