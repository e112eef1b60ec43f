"""What a solo has done so far, as a growing n-gram: soloists come back to what they have played.

Source: Kuhn & De Mori, "A Cache-Based Natural Language Model for Speech Recognition" (1990); the smoothing is that of ``backoff.py``, here over counts that change with each symbol.
"""

import numpy as np

ORDER = 3                   # symbols that a cache looks back


class Cache:
    """What each of B takes has done so far: interpolated, with Witten-Bell smoothing."""

    def __init__(self, size: int, takes: int):
        self._size, self._seen, self._past = size, [{} for _ in range(takes)], [()] * takes

    def push(self, symbols: np.ndarray) -> None:
        """Take the next symbols (B,)."""
        for take, symbol in enumerate(symbols.tolist()):
            seen, past = self._seen[take], self._past[take]
            for first in range(len(past) + 1):
                counts = seen.setdefault(past[first:], {})
                counts[symbol] = counts.get(symbol, 0) + 1
            self._past[take] = (*past, symbol)[-ORDER:]

    def look(self) -> tuple[np.ndarray, np.ndarray]:
        """Log-probabilities of what comes next, float32 (B, size), and which of the last 0 to ORDER symbols have occurred in a row before, (B, ORDER + 1)."""
        found, known = np.full((len(self._past), self._size), 1 / self._size), np.zeros((len(self._past), ORDER + 1), np.float32)
        for take, past in enumerate(self._past):
            for length in range(len(past) + 1):
                counts = self._seen[take].get(past[len(past) - length:])
                if counts:
                    total = sum(counts.values()) + len(counts)
                    found[take] *= len(counts) / total
                    found[take, list(counts)] += np.fromiter(counts.values(), float, len(counts)) / total
                    known[take, length] = 1
        return np.log(found).astype(np.float32), known
