"""What is kept of a corpus while it is read: the text of its solos on disk, their symbols as numbers on disk, a few numbers a solo in memory."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np

from stages.corpora.report import Report
from stages.experiment.spool import Spool
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import PARTS, cut
from stages.parsing.piece import CONTEXT, NUMBER


class Gathered:
    """All solos, one result of a piece after the other.

    Args:
        solos, tokens: the files that the lines go to. folder: on the disk with room for the numbers.
    """

    def __init__(self, solos: BinaryIO, tokens: BinaryIO, folder: Path):
        self.report, self.tunes = Report(), []
        self._files, self._folder = (solos, tokens), folder
        self._numbers: dict[str, int] = {}          # of the symbols, as they came
        self._rows, self._ends = Spool(folder, np.int32), [0]
        self._contexts = Spool(folder, np.int16)    # of all symbols, one row behind the other
        self._first: dict[bytes, str] = {}          # digest of a solo's notes and changes -> the source of the first one with it

    def add(self, result: dict[str, list]) -> None:
        """The result of one piece, as ``parse_piece`` returns it."""
        self.report.skip(result["skipped"])
        for solo in result["solos"]:
            first = self._first.setdefault(bytes.fromhex(solo["digest"]), solo["source"])
            if first != solo["source"]:
                self.report.skip([{"file": solo["source"], "reason": f"{solo['source']}: expected a solo of its own, found the same notes over the same changes again; the first is {first}"}])
                continue
            for file, lines in zip(self._files, solo["lines"]):
                file.write(lines.encode())
            numbers = np.array([self._numbers.setdefault(symbol, len(self._numbers)) for symbol in solo["symbols"]], np.int32)
            self._rows.append(numbers[np.frombuffer(bytes.fromhex(solo["sequence"]), NUMBER)])
            self._contexts.append(np.frombuffer(zlib.decompress(bytes.fromhex(solo["contexts"])), CONTEXT))
            self._ends.append(self._rows.rows)
            self.tunes.append(solo["tune"])
            self.report.add(solo["source"], solo["notes"], solo["reading"], solo["swing"])

    def vocabulary(self) -> Vocabulary:
        """Of all solos."""
        return Vocabulary.of([list(self._numbers)])

    def lessons(self, parts: dict[str, list[str]], grammar, windowing) -> dict[str, np.ndarray | Spool]:
        """The arrays of windows.npz (``grammar/windows.py``).

        Args:
            parts: the tunes of each part of the split. windowing: the ``Params`` of the grammar.

        Raises:
            GrammarError: nothing to learn from.
        """
        arrays: dict[str, np.ndarray | Spool] = {"alphabet": grammar.alphabet(self.vocabulary())}
        tunes, final = {part: set(parts[part]) for part in PARTS}, self.vocabulary().encode(list(self._numbers))
        columns = self._contexts.rows // max(1, self._rows.rows)
        for part in PARTS:
            row, contexts, lengths = Spool(self._folder, np.int32), Spool(self._folder, np.int16, (columns,)), []
            for start, end in self._places(tunes[part]):
                row.append(final[self._rows[start:end]])
                contexts.append(self._contexts[start * columns:end * columns].reshape(end - start, columns))
                lengths.append(end - start)
            arrays |= {part: row, f"{part}_contexts": contexts, f"{part}_lengths": np.array(lengths, np.int32)}
        cuts = {"": grammar.windows(self._encoded(tunes["train"], final), windowing),
                "validation_": cut(self._encoded(tunes["validation"], final), windowing.window, windowing.window)}
        for name, blocks in cuts.items():
            inputs, targets = (Spool(self._folder, np.int32, (windowing.window,)) for _ in range(2))
            for block in blocks:
                inputs.append(block.inputs)
                targets.append(block.targets)
            arrays |= {f"{name}inputs": inputs, f"{name}targets": targets}
        return arrays

    def _encoded(self, tunes: set[str], final: np.ndarray) -> Iterator[np.ndarray]:
        """The solos on some tunes, int32 arrays (T,); ``final`` is the number in the vocabulary of each symbol as it came."""
        for start, end in self._places(tunes):
            yield final[self._rows[start:end]]

    def _places(self, tunes: set[str]) -> Iterator[tuple[int, int]]:
        """Where the solos on some tunes start and end in the row of all symbols."""
        return ((start, end) for tune, start, end in zip(self.tunes, self._ends, self._ends[1:]) if tune in tunes)
