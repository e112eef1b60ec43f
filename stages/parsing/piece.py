"""One piece of a corpus, from its file to lines and symbols: the work that goes to other processes, and what decides its result.

A result is a dictionary of plain values: ``solos``, of each its lines for solos.jsonl and tokens.jsonl, its different symbols and, in hexadecimal digits, the number
of each as they come (``sequence``) and, compressed, what is known of their places (``contexts``), and what the reports tell of it; and ``skipped``, the lines of skipped.json.
"""

import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from stages import grammar as grammars
from stages.corpora import Options, Piece, companions, read_piece, within
from stages.corpora.errors import CorpusError, shown
from stages.experiment import artifacts
from stages.melody.quantize import Grid
from stages.melody.solo import Solo
from stages.melody.tunes import tune_of

NUMBER = np.dtype("<i4")    # of a symbol, in a result
CONTEXT = np.dtype("<i2")   # what is known of its place
SPARSE = 4                  # bars without a second note, on average, are no solo


@dataclass(frozen=True)
class Work:
    """What a worker must know of one piece of the corpus in ``folder``."""

    piece: Piece
    folder: Path
    options: Options
    grid: Grid
    grammar: str

    def files(self) -> list[Path]:
        """The files that are read."""
        return [self.piece.path, *companions(self.piece.path)]

    def told(self) -> list[Any]:
        """Whatever else decides the result, as plain values."""
        return [self.piece.path.relative_to(self.folder).as_posix(), str(self.folder), self.piece.part, dict(self.options), str(self.grid), self.grammar]


def parse_piece(work: Work) -> dict[str, list]:
    """The result of a piece; never an error."""
    grammar, path, folder = grammars.load(work.grammar), work.piece.path, work.folder
    solos, left_out = [], []
    try:
        for solo in read_piece(work.piece, work.options, work.grid, lambda error: left_out.append(skipped(path, folder, error))):
            try:
                solos.append(_parsed(_whole(within(solo, path, folder)), grammar))
            except (CorpusError, grammars.GrammarError) as error:
                left_out.append(skipped(path, folder, error))
    except CorpusError as error:
        left_out.append(skipped(path, folder, error))
    except Exception as error:      # a defect of a reader must not cost the rest of the corpus; it is named like any other cause
        left_out.append(skipped(path, folder, f"{path}: expected to be readable, found a defect of its reader ({type(error).__name__}: {error}); please report it with the file"))
    return {"solos": solos, "skipped": left_out}


def lost(work: Work) -> dict[str, list]:
    """The result of a piece that killed the process which read it: skipped."""
    path, reason = work.piece.path, "expected to be readable, found that the process which read it was killed; move it away or give the machine more memory"
    return {"solos": [], "skipped": [skipped(path, work.folder, f"{path}: {reason}")]}


def skipped(path: Path, folder: Path, reason: object) -> dict[str, str]:
    """A line of skipped.json."""
    return {"file": shown(path.relative_to(folder).as_posix()), "reason": shown(str(reason))}


def _whole(solo: Solo) -> Solo:
    """The solo. Raises CorpusError where so few notes stand over the changes that it is the beginning of a melody, which would teach rests (many lead sheets have that)."""
    if len(solo.notes) * SPARSE < solo.changes.bars:
        raise CorpusError(f"{solo.source}: expected at least one note in {SPARSE} bars, found {len(solo.notes)} in {solo.changes.bars}; nothing is learnt from the mere beginning of a melody")
    return solo


def _parsed(solo: Solo, grammar) -> dict[str, Any]:
    """One solo. Raises GrammarError where the grammar cannot say it."""
    bars, name = grammar.measures(solo), artifacts.text(solo.source)
    # The text of each line is put together here: an encoder takes longer to be called than to write so little. Keys are in order.
    tokens = "".join(f'{{"bar": {number}, "solo": {name}, "tokens": {artifacts.text(bar)}}}\n' for number, bar in enumerate(bars, 1))
    numbers: dict[str, int] = {}
    row = [token for bar in bars for token in bar]
    sequence = np.array([numbers.setdefault(symbol, len(numbers)) for symbol in grammar.symbols(row)], NUMBER)
    contexts = grammar.contexts(row, solo)
    record = {key: artifacts.text(value) for key, value in sorted(solo.to_json().items())}
    line = ", ".join(f'"{key}": {value}' for key, value in record.items())
    digest = hashlib.sha256((record["notes"] + record["changes"]).encode()).hexdigest()[:32]
    return {"lines": [f"{{{line}}}\n", tokens], "symbols": list(numbers), "sequence": sequence.tobytes().hex(), "contexts": zlib.compress(contexts.astype(CONTEXT).tobytes(), 1).hex(), "digest": digest, "source": solo.source, "tune": tune_of(solo),
            "notes": len(solo.notes), "reading": dict(solo.reading), "swing": solo.swing}
