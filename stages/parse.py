"""Read the corpus, turn its solos into tokens and integers, and cut them into windows.   python -m stages.parse

From ``data/<parse.corpus>`` to ``artifacts/corpus``: solos.jsonl, tokens.jsonl (a line a measure), vocabulary.json, split.json, windows.npz, skipped.json
(what was left out, with the reason) and reading.json (how the rest was read). Files are read by several processes or a Ray cluster, in bounded
memory; what was read before and has not changed is remembered. None of this shows in the results.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

import numpy as np
from tqdm import tqdm

from stages import grammar as grammars
from stages.corpora import READERS, Options, Piece, catalogue, companions, files, pieces, read_piece, strangers, within
from stages.corpora.errors import CorpusError, shown
from stages.corpora.report import Report
from stages.corpora.split import split
from stages.experiment import artifacts
from stages.experiment.crew import Crew, crew, in_order
from stages.experiment.memo import Memo
from stages.experiment.params import ParamsError, read_params, section
from stages.experiment.parse_section import Parse, parse_section
from stages.experiment.running import run
from stages.experiment.spool import Spool
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import PARTS, cut
from stages.melody.quantize import Grid
from stages.melody.solo import Solo
from stages.melody.tunes import tune_key

DATA = Path("data")
HOME = Path("artifacts/corpus")
MEMO = Path("artifacts/.memo")
PROGRAM = Path(__file__).parent
SPARSE = 4                  # bars without a second note, on average, are no solo
CHUNK = 4                   # pieces that a worker gets at a time


@dataclass(frozen=True)
class Work:
    """What a worker must know of one piece; ``key``: under which its result is remembered, "" if it is not."""

    piece: Piece
    folder: Path
    options: Options
    grid: Grid
    grammar: str
    key: str = ""


class Gathered:
    """What is kept of all solos: on disk the symbols, numbered as they came, in memory a few numbers a solo.

    Args:
        solos, tokens: the files that the lines go to.
    """

    def __init__(self, solos: BinaryIO, tokens: BinaryIO):
        self.report, self.numbers, self.tunes = Report(), {}, []
        self._files, self._rows, self._ends = (solos, tokens), Spool(HOME, np.int32), [0]
        self._first: dict[bytes, str] = {}          # digest of a solo's notes and changes -> the source of the first one with it

    def add(self, result: dict) -> None:
        """The result of one piece, as ``parse_piece`` returns it."""
        self.report.skip(result["skipped"])
        for solo in result["solos"]:
            first = self._first.setdefault(bytes.fromhex(solo["digest"]), solo["source"])
            if first != solo["source"]:
                self.report.skip([{"file": solo["source"], "reason": f"{solo['source']}: expected a solo of its own, found the same notes over the same changes again; the first is {first}"}])
                continue
            for file, lines in zip(self._files, solo["lines"]):
                file.write(lines.encode())
            self._rows.append(np.array([self.numbers.setdefault(symbol, len(self.numbers)) for symbol in solo["symbols"].split()], np.int32))
            self._ends.append(self._rows.rows)
            self.tunes.append(solo["tune"])
            self.report.add(solo["source"], solo["notes"], solo["reading"], solo["swing"])

    def rows(self, tunes: set[str], vocabulary: Vocabulary) -> Iterator[np.ndarray]:
        """The solos on some tunes, encoded: int32 arrays (T,)."""
        final = vocabulary.encode(list(self.numbers))
        for number, tune in enumerate(self.tunes):
            if tune in tunes:
                yield final[self._rows[self._ends[number]:self._ends[number + 1]]]


def main() -> None:
    """The stage."""
    params = parse_section()
    if params.validation + params.test >= 1:
        raise ParamsError(f"params.yaml: parse.validation + parse.test: expected less than 1, found {params.validation + params.test:g}; nothing is left to learn from")
    grammar = grammars.load(params.grammar)
    windowing = read_params(f"grammar.{params.grammar}", grammar.Params)
    memo = Memo(MEMO, (file for room in ("corpora", "grammar", "harmony", "melody") for file in (PROGRAM / room).rglob("*.py")))
    with artifacts.growing(HOME / "solos.jsonl") as solos, artifacts.growing(HOME / "tokens.jsonl") as tokens:
        gathered = Gathered(solos, tokens)
        with crew(params.engine) as workers:
            for result in parse_all(works(params, gathered.report), workers, memo):
                gathered.add(result)
        if not gathered.tunes:
            raise nothing_read(params, gathered.report)
        vocabulary = Vocabulary.of([list(gathered.numbers)])
        parts = split(gathered.tunes, params.validation, params.test, np.random.Generator(np.random.PCG64(params.seed)))
        artifacts.write_arrays(HOME / "windows.npz", **lessons(gathered, parts, vocabulary, grammar, windowing))
        artifacts.write_json(HOME / "vocabulary.json", vocabulary.to_json())
        artifacts.write_json(HOME / "split.json", parts)
        artifacts.write_json(HOME / "skipped.json", gathered.report.skipped_to_json())
        artifacts.write_json(HOME / "reading.json", gathered.report.to_json())
    print(f"parse: {gathered.report.summary()}; {len(vocabulary)} values" + (f"; see {HOME}/skipped.json" if gathered.report.skipped else ""))


def works(params: Parse, report: Report) -> list[Work]:
    """All pieces of the corpus, in the order of their paths; what cannot be divided into pieces is reported as skipped. Raises CorpusError for a corpus that is not there."""
    known, folder = section("corpora"), DATA / params.corpus
    catalogue.require(params.corpus, known, folder)
    grid, found, music = Grid(params.grid, Fraction(params.legato)), [], files(folder)
    report.skip([skipped(path, folder, f"{path}: expected a music file ending in {', '.join(READERS)}; found another kind of file") for path in strangers(folder, music)])
    for path in music:
        options = catalogue.reader_options(params.corpus, known, path.relative_to(folder).as_posix())
        try:
            found += [Work(piece, folder, options, grid, params.grammar) for piece in pieces(path)]
        except CorpusError as error:
            report.skip([skipped(path, folder, error)])
    return found


def parse_all(todo: list[Work], workers: Crew, memo: Memo) -> Iterator[dict]:
    """The results of all pieces, in order; those that are remembered are not computed again."""
    with tqdm(total=len(todo), unit="file", desc="parse", disable=None) as bar:
        chunks = (recall(todo[first:first + CHUNK], memo) for first in range(0, len(todo), CHUNK))
        for results in in_order(workers, parse_pieces, chunks, lost):
            memo.put({key: result for key, result, fresh in results if fresh and key})
            for _, result, _ in results:
                yield result
            bar.update(len(results))


def recall(chunk: list[Work], memo: Memo) -> list[tuple[Work, dict | None]]:
    """Each piece with its result if it is remembered."""
    keyed = [replace(work, key=key_of(work, memo)) for work in chunk]
    return [(work, memo.get(work.key) if work.key else None) for work in keyed]


def key_of(work: Work, memo: Memo) -> str:
    """The key of a piece's result, "" for one that cannot be read."""
    path = work.piece.path
    told = [path.relative_to(work.folder).as_posix(), str(work.folder), work.piece.part, dict(work.options), asdict(work.grid), work.grammar]
    try:
        return memo.key([path, *companions(path)], told)
    except OSError:
        return ""


def parse_pieces(chunk: list[tuple[Work, dict | None]]) -> list[tuple[str, dict, bool]]:
    """(key, result, whether it is new) of some pieces; what a worker does."""
    return [(work.key, result or parse_piece(work), result is None) for work, result in chunk]


def parse_piece(work: Work) -> dict:
    """The solos of a piece as lines and symbols, and what was skipped, all plain values."""
    grammar, path, folder = grammars.load(work.grammar), work.piece.path, work.folder
    solos, left_out = [], []
    try:
        for solo in read_piece(work.piece, work.options, work.grid, lambda error: left_out.append(skipped(path, folder, error))):
            try:
                solos.append(parsed(whole(within(solo, path, folder)), grammar))
            except (CorpusError, grammars.GrammarError) as error:
                left_out.append(skipped(path, folder, error))
    except CorpusError as error:
        left_out.append(skipped(path, folder, error))
    except Exception as error:      # a defect of a reader must not cost the rest of the corpus; it is named like any other cause
        left_out.append(skipped(path, folder, f"{path}: expected to be readable, found a defect of its reader ({type(error).__name__}: {error}); please report it with the file"))
    return {"solos": solos, "skipped": left_out}


def whole(solo: Solo) -> Solo:
    """The solo. Raises CorpusError where so few notes stand over the changes that it is the beginning of a melody, which would teach rests (many lead sheets have that)."""
    if len(solo.notes) * SPARSE < solo.changes.bars:
        raise CorpusError(f"{solo.source}: expected at least one note in {SPARSE} bars, found {len(solo.notes)} in {solo.changes.bars}; nothing is learnt from the mere beginning of a melody")
    return solo


def parsed(solo: Solo, grammar) -> dict:
    """One solo. Raises GrammarError where the grammar cannot say it."""
    bars, name = grammar.measures(solo), artifacts.text(solo.source)
    # The text of each line is put together here: an encoder takes longer to be called than to write so little. Keys are in order.
    tokens = "".join(f'{{"bar": {number}, "solo": {name}, "tokens": {artifacts.text(bar)}}}\n' for number, bar in enumerate(bars, 1))
    symbols = " ".join(grammar.symbols([token for bar in bars for token in bar]))
    record = {key: artifacts.text(value) for key, value in sorted(solo.to_json().items())}
    line = ", ".join(f'"{key}": {value}' for key, value in record.items())
    digest = hashlib.sha256((record["notes"] + record["changes"]).encode()).hexdigest()[:32]
    return {"lines": [f"{{{line}}}\n", tokens], "symbols": symbols, "digest": digest, "source": solo.source, "tune": tune_key(solo.tune or solo.source),
            "notes": len(solo.notes), "reading": dict(solo.reading), "swing": solo.swing}


def lost(task: tuple[Work, dict | None]) -> tuple[str, dict, bool]:
    """The result of a piece that killed the process which read it: skipped."""
    path, reason = task[0].piece.path, "expected to be readable, found that the process which read it was killed; move it away or give the machine more memory"
    return "", {"solos": [], "skipped": [skipped(path, task[0].folder, f"{path}: {reason}")]}, False


def skipped(path: Path, folder: Path, reason: object) -> dict[str, str]:
    """A line of skipped.json."""
    return {"file": shown(path.relative_to(folder).as_posix()), "reason": shown(str(reason))}


def nothing_read(params: Parse, report: Report) -> CorpusError:
    """The error of a corpus without a single solo."""
    return CorpusError(f"{DATA / params.corpus}: expected at least one readable solo, found {len(report.skipped)} that are not; the first: {report.skipped[0]['reason'] if report.skipped else 'none'}")


def lessons(gathered: Gathered, parts: dict[str, list[str]], vocabulary: Vocabulary, grammar, windowing) -> dict[str, np.ndarray | Spool]:
    """The arrays of windows.npz (``grammar/windows.py``)."""
    arrays: dict[str, np.ndarray | Spool] = {}
    tunes = {part: set(parts[part]) for part in PARTS}
    for part in PARTS:
        row, lengths = Spool(HOME, np.int32), []
        for solo in gathered.rows(tunes[part], vocabulary):
            row.append(solo)
            lengths.append(len(solo))
        arrays |= {part: row, f"{part}_lengths": np.array(lengths, np.int32)}
    cuts = {"": grammar.windows(gathered.rows(tunes["train"], vocabulary), windowing),
            "validation_": cut(gathered.rows(tunes["validation"], vocabulary), windowing.window, windowing.window)}
    for name, blocks in cuts.items():
        inputs, targets = Spool(HOME, np.int32, (windowing.window,)), Spool(HOME, np.int32, (windowing.window,))
        for block in blocks:
            inputs.append(block.inputs)
            targets.append(block.targets)
        arrays |= {f"{name}inputs": inputs, f"{name}targets": targets}
    return arrays


if __name__ == "__main__":
    run(main, CorpusError, grammars.GrammarError)
