"""Read the corpus, turn its solos into tokens and integers, and cut them into windows.   python -m stages.parse

From ``data/<parse.corpus>`` to ``artifacts/corpus``: solos.jsonl, tokens.jsonl (a line a measure), vocabulary.json, split.json,
windows.npz and skipped.json (files left out, with the reason).
"""

from pathlib import Path

import numpy as np

from stages import grammar as grammars
from stages.corpora import catalogue, read_corpus
from stages.corpora.errors import CorpusError
from stages.corpora.split import split
from stages.experiment import artifacts
from stages.experiment.params import ParamsError, read_params, section
from stages.experiment.parse_section import parse_section
from stages.experiment.running import run
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import Lessons, cut
from stages.melody.solo import Solo
from stages.melody.tunes import tune_key

DATA = Path("data")
HOME = Path("artifacts/corpus")


def main() -> None:
    """The stage."""
    params = parse_section()
    if params.validation + params.test >= 1:
        raise ParamsError(f"params.yaml: parse.validation + parse.test: expected less than 1, found {params.validation + params.test:g}; nothing is left to learn from")
    grammar = grammars.load(params.grammar)
    windowing = read_params(f"grammar.{params.grammar}", grammar.Params)
    catalogue.require(params.corpus, section("corpora"), DATA / params.corpus)
    solos, skipped = read_corpus(DATA / params.corpus, catalogue.reader_options(params.corpus, section("corpora")))
    solos, measures, unspoken = abstract_all(solos, grammar)
    skipped += unspoken
    symbols = [grammar.symbols([token for bar in bars for token in bar]) for bars in measures]
    vocabulary = Vocabulary.of(symbols)
    parts = split(solos, params.validation, params.test, np.random.Generator(np.random.PCG64(params.seed)))
    encoded = {part: tuple(vocabulary.encode(row) for solo, row in zip(solos, symbols) if tune_key(solo.tune) in tunes) for part, tunes in parts.items()}
    lessons = Lessons(**encoded, windows=grammar.windows(encoded["train"], windowing), validation_windows=cut(encoded["validation"], windowing.window, windowing.window))

    artifacts.write_lines(HOME / "solos.jsonl", (solo.to_json() for solo in solos))
    artifacts.write_lines(HOME / "tokens.jsonl", (
        {"solo": solo.source, "bar": number, "tokens": bar} for solo, bars in zip(solos, measures) for number, bar in enumerate(bars, 1)))
    artifacts.write_json(HOME / "vocabulary.json", vocabulary.to_json())
    artifacts.write_json(HOME / "split.json", parts)
    artifacts.write_json(HOME / "skipped.json", {"count": len(skipped), "files": skipped})
    artifacts.write_arrays(HOME / "windows.npz", **lessons.arrays())
    notes = sum(len(solo.notes) for solo in solos)
    print(f"parse: {len(solos)} solos, {notes} notes, {sum(map(len, symbols))} symbols of {len(vocabulary)} values; {len(skipped)} files skipped" + (f", see {HOME}/skipped.json" if skipped else ""))


def abstract_all(solos: list[Solo], grammar) -> tuple[list[Solo], list[list[list[str]]], list[dict[str, str]]]:
    """The solos that the grammar can say, their tokens by measure, and the others with the reason. Raises CorpusError where there is none."""
    said, measures, skipped = [], [], []
    for solo in solos:
        try:
            measures.append(grammar.measures(solo))
            said.append(solo)
        except grammars.GrammarError as error:
            skipped.append({"file": solo.source, "reason": str(error)})
    if not said:
        raise CorpusError(f"not one of {len(solos)} solos fits the grammar (parse.grammar); the first: {skipped[0]['reason']}")
    return said, measures, skipped


if __name__ == "__main__":
    run(main, CorpusError, grammars.GrammarError)
