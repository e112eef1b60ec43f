"""Read the corpus, turn its solos into tokens and integers, and cut them into windows.   python -m stages.parse

From ``data/<parse.corpus>`` to ``artifacts/corpus``: solos.jsonl, tokens.jsonl (a line a measure), vocabulary.json, split.json, windows.npz, skipped.json
(what was left out, with the reason) and reading.json (how the rest was read). Files are read by several processes or a Ray cluster, in bounded
memory; what was read before and has not changed is remembered. None of this shows in the results.
"""

from fractions import Fraction
from pathlib import Path

import numpy as np

from stages import grammar as grammars
from stages.corpora import catalogue, listing, pieces
from stages.corpora.errors import CorpusError
from stages.corpora.report import Report
from stages.corpora.split import split
from stages.experiment import artifacts
from stages.experiment.crew import crew
from stages.experiment.memo import Memo
from stages.experiment.params import ParamsError, read_params, section
from stages.experiment.parse_section import Parse, parse_section
from stages.experiment.running import run
from stages.melody.quantize import Grid
from stages.parsing.gathered import Gathered
from stages.parsing.piece import Work, skipped
from stages.parsing.remembered import parse_all, program

DATA = Path("data")
HOME = Path("artifacts/corpus")
MEMO = Path("artifacts/.memo")


def main() -> None:
    """The stage."""
    params = parse_section()
    if params.validation + params.test >= 1:
        raise ParamsError(f"params.yaml: parse.validation + parse.test: expected less than 1, found {params.validation + params.test:g}; nothing is left to learn from")
    grammar = grammars.load(params.grammar)
    windowing = read_params(f"grammar.{params.grammar}", grammar.Params)
    memo = Memo(MEMO, program())
    with artifacts.growing(HOME / "solos.jsonl") as solos, artifacts.growing(HOME / "tokens.jsonl") as tokens:
        gathered = Gathered(solos, tokens, HOME)
        with crew(params.engine) as workers:
            for result in parse_all(works(params, gathered.report), workers, memo):
                gathered.add(result)
        tell(gathered)
        if not gathered.tunes:
            raise nothing_read(params, gathered.report)
        parts = split(gathered.tunes, params.validation, params.test, np.random.Generator(np.random.PCG64(params.seed)))
        artifacts.write_arrays(HOME / "windows.npz", **gathered.lessons(parts, grammar, windowing))
        artifacts.write_json(HOME / "vocabulary.json", gathered.vocabulary().to_json())
        artifacts.write_json(HOME / "split.json", parts)


def works(params: Parse, report: Report) -> list[Work]:
    """All pieces of the corpus, in the order of their paths; what cannot be divided into pieces is reported as skipped. Raises CorpusError for a corpus that is not there."""
    known, folder = section("corpora"), DATA / params.corpus
    catalogue.require(params.corpus, known, folder)
    grid, found, listed = Grid(params.grid, Fraction(params.legato)), [], listing(folder)
    report.skip([skipped(path, folder, f"{path}: expected a music file, found {what}") for path, what in listed.strangers])
    for path in listed.music:
        options = catalogue.reader_options(params.corpus, known, path.relative_to(folder).as_posix())
        try:
            found += [Work(piece, folder, options, grid, params.grammar) for piece in pieces(path)]
        except CorpusError as error:
            report.skip([skipped(path, folder, error)])
    return found


def tell(gathered: Gathered) -> None:
    """How the corpus was read, in two files and a line; also where the rest of the stage fails, for want of solos perhaps."""
    artifacts.write_json(HOME / "skipped.json", gathered.report.skipped_to_json())
    artifacts.write_json(HOME / "reading.json", gathered.report.to_json())
    print(f"parse: {gathered.report.summary()}; {len(set(gathered.tunes))} tunes, {len(gathered.vocabulary())} values" + (f"; see {HOME}/skipped.json" if gathered.report.skipped else ""), flush=True)


def nothing_read(params: Parse, report: Report) -> CorpusError:
    """The error of a corpus without a single solo."""
    last = f"; the last: {report.skipped[-1]['reason']}" if report.skipped else ""
    return CorpusError(f"{DATA / params.corpus}: expected at least one readable solo, found none; {len(report.skipped)} skipped, see {HOME}/skipped.json{last}")


if __name__ == "__main__":
    run(main, CorpusError, grammars.GrammarError)
