"""The alphabet of a corpus: symbols <-> integers.

Sorted, so that the same corpus numbers its symbols alike in every process, and saved, so that a model is never read with another
alphabet. ``n_values`` and ``indices_values`` are the names the course notebook gives to its size and to the table.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from stages.grammar import GrammarError


@dataclass(frozen=True)
class Vocabulary:
    """All symbols of a corpus, sorted; a symbol's integer is its place."""

    symbols: tuple[str, ...]

    @classmethod
    def of(cls, sequences: Iterable[list[str]]) -> "Vocabulary":
        """The vocabulary of some sequences of symbols."""
        return cls(tuple(sorted({symbol for sequence in sequences for symbol in sequence})))

    @classmethod
    def from_json(cls, record: dict) -> "Vocabulary":
        """The inverse of ``to_json``."""
        return cls(tuple(record["indices_values"][str(index)] for index in range(record["n_values"])))

    def to_json(self) -> dict:
        """``{"n_values": V, "indices_values": {"0": symbol, ...}}``."""
        return {"n_values": len(self), "indices_values": {str(index): symbol for index, symbol in enumerate(self.symbols)}}

    def __len__(self) -> int:
        return len(self.symbols)

    @cached_property
    def _indices(self) -> dict[str, int]:
        return {symbol: index for index, symbol in enumerate(self.symbols)}

    def encode(self, symbols: list[str]) -> np.ndarray:
        """Integers (T,) of T symbols. Raises GrammarError for a symbol that the corpus does not have."""
        unknown = sorted({symbol for symbol in symbols if symbol not in self._indices})
        if unknown:
            raise GrammarError(f"expected symbols of the {len(self)} in the vocabulary, found {', '.join(unknown[:5])}; parse the corpus anew")
        return np.array([self._indices[symbol] for symbol in symbols], dtype=np.int32)

    def decode(self, integers: np.ndarray) -> list[str]:
        """The inverse of ``encode``."""
        return [self.symbols[index] for index in integers]
