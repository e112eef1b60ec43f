"""What a Transformer keeps of the events that it has played, so that none is computed twice: keys and values (the KV cache of Shazeer, "Fast Transformer Decoding", 2019).

Shapes: B takes, H heads of size s; ``context`` events are looked back at.
"""

import numpy as np


class Attended:
    """Keys and values of the latest events of B takes, layer by layer.

    Args:
        layers, takes, heads, context, size: how many of each, and s.
    """

    def __init__(self, layers: int, takes: int, heads: int, context: int, size: int):
        self._context, self._kept = context, 0                              # events that are kept; when there is no room left, the older half makes it
        self._arrays = [np.zeros((2, takes, heads, 2 * context, size)) for _ in range(layers)]

    def begin(self) -> None:
        """An event begins."""
        if self._kept == 2 * self._context:
            for array in self._arrays:
                array[:, :, :, :self._context] = array[:, :, :, self._context:]
            self._kept = self._context
        self._kept += 1

    def see(self, layer: int, key: np.ndarray, value: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Take the key and value of a layer for that event, (B, H, s) each: those of the latest events, itself the last, (B, H, events, s) each."""
        array = self._arrays[layer]
        array[0, :, :, self._kept - 1], array[1, :, :, self._kept - 1] = key, value
        keys, values = array[:, :, :, max(0, self._kept - self._context):self._kept]
        return keys, values

    def keep(self, takes: np.ndarray) -> None:
        """Forget all but some of the takes, booleans (B,)."""
        kept = np.flatnonzero(takes)
        for array in self._arrays:
            for place, take in enumerate(kept):                             # one by one, for a copy of all would need as much memory again
                array[:, place, :, :self._kept] = array[:, take, :, :self._kept]
        self._arrays = [array[:, :len(kept)] for array in self._arrays]
