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
        self._past = np.zeros((3, takes, 64), int)      # symbols, their places, and how far they match, in the first ``_many`` columns

    def look(self, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What is to be expected at these places (B,), where the symbols of the next ``push`` are played.

        Returns:
            Log-probabilities by the whole past and by what began here, float32 (B, 2, size); which orders of both have occurred before, float32 (B, KNOWN).
        """
        self._here = places
        symbols, past_places, matches = self._past[:, :, :self._many]
        here = past_places == places[:, None]
        found, known = zip(self._interpolated(symbols, [matches >= order for order in range(ORDERS)]),
                           self._interpolated(symbols, [matches >= 0, *(here & (matches >= order) for order in range(HERE))]))
        return np.log(np.stack(found, axis=1)).astype(np.float32), np.concatenate([known[0], known[1][:, 1:]], axis=1).astype(np.float32)

    def _interpolated(self, symbols: np.ndarray, orders: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
        """Probabilities (B, size) from the symbols (B, n) that count for each order, booleans (B, n), the shortest first; and which orders count any, (B, orders)."""
        found, known = np.full((len(symbols), self._size), 1 / self._size), []
        for counted in orders:
            take, at = np.nonzero(counted)
            counts = np.bincount(take * self._size + symbols[take, at], minlength=found.size).reshape(found.shape)
            new = CAUTION * (counts > 0).sum(axis=1, keepdims=True)
            found = np.where(new > 0, (counts + new * found) / np.maximum(counts.sum(axis=1, keepdims=True) + new, 1), found)
            known.append(new[:, 0] > 0)
        return found, np.stack(known, axis=1)

    def push(self, symbols: np.ndarray) -> None:
        """Take the next symbols (B,)."""
        if self._many == self._past.shape[2]:
            self._past = np.pad(self._past, [(0, 0), (0, 0), (0, self._past.shape[2])])
        self._past[:2, :, self._many] = symbols, self._here
        self._many += 1
        repeated, matches = self._past[0, :, :self._many - 1] == symbols[:, None], self._past[2]
        matches[:, 1:self._many] = np.where(repeated, np.minimum(matches[:, :self._many - 1] + 1, ORDERS - 1), 0)
