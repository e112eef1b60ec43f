"""What a solo has done so far, as growing n-grams: soloists come back to what they have played, and go on from the same place as before.

Source: Kuhn & De Mori, "A Cache-Based Natural Language Model for Speech Recognition" (1990). Orders are interpolated as in ``backoff.py``, over counts that change with each symbol.

Legend: B takes; a symbol of the past *matches* as far as those before it are those that were played last.
"""

import numpy as np

ORDERS, HERE = 4, 3         # matches of 0 to 3 symbols, wherever they were played; of 0 to 2 where they began in the same place
KNOWN = ORDERS + HERE
CAUTION = 4                 # times Witten-Bell's share for what is new: what was done once is not yet a habit (the best of 1, 2, 4 and 8 on validation solos of WJazzD)


class Cache:
    """What each of B takes has done so far.

    Args:
        size: how many symbols there are.
    """

    def __init__(self, size: int, takes: int):
        self._size, self._many, self._here = size, 0, np.zeros(takes, int)
        self._past = np.zeros((3, takes, 64), np.int32)         # symbols, their places, and how far they match, in the first ``_many`` columns
        self._counts = np.zeros((takes, size), int)             # of the symbols, whatever stood before them

    def look(self, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What is to be expected at these places (B,), where the symbols of the next ``push`` are played.

        Returns:
            Log-probabilities by the whole past and by what began here, float32 (B, 2, size); which orders of both have occurred before, float32 (B, KNOWN).
        """
        self._here = places
        _, past_places, matches = self._past[:, :, :self._many]
        anything = _smoothed(np.full(self._counts.shape, 1 / self._size), self._counts, np.full(len(places), self._many))
        found, known = zip(self._interpolated(anything, matches > 0, range(1, ORDERS)), self._interpolated(anything, past_places == places[:, None], range(HERE)))
        return np.log(np.stack(found, axis=1)).astype(np.float32), np.stack([np.full(len(places), self._many > 0), *known[0], *known[1]], axis=1).astype(np.float32)

    def _interpolated(self, found: np.ndarray, counted: np.ndarray, orders: range) -> tuple[np.ndarray, list[np.ndarray]]:
        """Probabilities (B, size), those that are given mixed with the counts of longer and longer matches among the symbols that are counted at all, booleans (B, n); and which orders occur, (B,) each."""
        take, at = np.nonzero(counted)
        symbols, _, matches = self._past[:, take, at]
        known = []
        for order in orders:
            longer = matches >= order
            take, symbols, matches = take[longer], symbols[longer], matches[longer]
            many = np.bincount(take, minlength=len(found))
            found = _smoothed(found, np.bincount(take * self._size + symbols, minlength=found.size).reshape(found.shape), many)
            known.append(many > 0)
        return found, known

    def push(self, symbols: np.ndarray) -> None:
        """Take the next symbols (B,)."""
        if self._many == self._past.shape[2]:
            self._past = np.pad(self._past, [(0, 0), (0, 0), (0, self._past.shape[2])])
        self._past[:2, :, self._many] = symbols, self._here
        self._counts[np.arange(len(symbols)), symbols] += 1
        self._many += 1
        repeated, matches = self._past[0, :, :self._many - 1] == symbols[:, None], self._past[2]
        matches[:, 1:self._many] = np.where(repeated, np.minimum(matches[:, :self._many - 1] + 1, ORDERS - 1), 0)

    def keep(self, takes: np.ndarray) -> None:
        """Forget all but some of the takes, booleans (B,)."""
        self._past, self._counts, self._here = self._past[:, takes], self._counts[takes], self._here[takes]


def _smoothed(found: np.ndarray, counts: np.ndarray, many: np.ndarray) -> np.ndarray:
    """Witten-Bell, with CAUTION: what is found by counts (B, size), so many in all (B,), over what was found by shorter matches; where there are none, the latter."""
    new = np.maximum(CAUTION * np.count_nonzero(counts, axis=1), 1)[:, None]            # without counts all of it, whatever its weight
    return (counts + new * found) / (many[:, None] + new)
