"""What is asked for: the section ``sample`` of params.yaml, and what follows from it for the notes."""

from dataclasses import dataclass, fields
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Le

from stages.corpora.charts import read_opening
from stages.experiment.params import PARAMS, ParamsError, read_params, section
from stages.experiment.parse_section import Parse
from stages.grammar.limits import NONE, Limits
from stages.grammar.takes import compass, reach
from stages.melody.quantize import Grid
from stages.melody.solo import Solo


@dataclass(frozen=True)
class Params:
    """What to play over and how to choose, in any grammar.

    Args:
        charts: files whose chords are played over, lead sheets with or without a melody; none: those of the corpus.
        choruses: how often in a row. takes: how many on each chart. seed: of the first take.
        chunks: of eight bars, at least, that are played over the changes of test tunes besides, to be measured; 0: none.
        greedy, temperature, top_k, top_p: see ``improvisers/choosing.py``.
        best_of: candidates for each take, of which one is kept; without ``by`` the one that surprises its improviser least. With ``greedy`` there is only one.
    """

    charts: list[str]
    choruses: Annotated[int, Ge(1), Le(1000)]
    takes: Annotated[int, Ge(1), Le(100_000)]
    chunks: Annotated[int, Ge(0), Le(100_000)]
    seed: Annotated[int, Ge(0)]
    greedy: bool
    temperature: Annotated[float, Gt(0), Le(1000)]
    top_k: Annotated[int, Ge(0), Le(1_000_000)]
    top_p: Annotated[float, Gt(0), Le(1)]
    best_of: Annotated[int, Ge(1), Le(10_000)]


@dataclass(frozen=True)
class Woodshed(Params):
    """What else can be asked for where there are notes over chords.

    Args:
        by: what the best candidate is: ``likelihood`` (``improvisers/choosing.py``) or ``human``, the closest to the solos of the corpus (``evaluation/closeness.py``).
        lowest, highest: pitches, see ``grammar/takes.py``.
        chord_tone_beats, repeats, pattern_notes, pattern_times: see ``grammar/limits.py``.
        opening: a file whose notes each take begins with, see ``grammar/opening.py``; None: no such file.
    """

    by: Literal["likelihood", "human"]
    lowest: int | str | None
    highest: int | str | None
    chord_tone_beats: list[Annotated[float, Ge(1)]]
    repeats: Annotated[int, Ge(0), Le(1_000_000)]
    pattern_notes: Annotated[int, Ge(0), Le(1_000_000)]
    pattern_times: Annotated[int, Ge(1), Le(1_000_000)]
    opening: str | None


def read(grammar: str) -> Params:
    """The section for a grammar. Raises ParamsError for a key that it does not have, or a value out of range."""
    if grammar == "woodshed":
        return read_params("sample.woodshed", Woodshed)
    others = {field.name for field in fields(Woodshed)} - {field.name for field in fields(Params)}
    if refused := sorted(others & section(f"sample.{grammar}").keys()):
        raise ParamsError(f"{PARAMS}: sample.{grammar}.{refused[0]}: the values of this grammar are no notes over chords; it knows temperature, top_k, top_p and best_of (by likelihood)")
    return read_params(f"sample.{grammar}", Params)


NEUTRAL = {"greedy": False, "temperature": 1, "top_k": 0, "top_p": 1, "chord_tone_beats": [], "repeats": 0, "pattern_notes": 0}


def steering(params: Params) -> list[str]:
    """The keys that were asked for and steer single symbols: an improviser that plays whole takes has no use for them."""
    return [key for key, neutral in NEUTRAL.items() if getattr(params, key, neutral) != neutral]


def asked(params: Params, parse: Parse, corpus: list[Solo]) -> tuple[Limits, tuple[int, int]]:
    """The limits, and the lowest and highest pitch. Raises CorpusError for an opening that cannot be read, GrammarError for limits that cannot be kept."""
    if not isinstance(params, Woodshed):
        return NONE, compass(corpus)
    opening = None if params.opening is None else read_opening(Path(params.opening), Grid(parse.grid, Fraction(parse.legato)))
    limits = Limits(tuple(params.chord_tone_beats), params.repeats, params.pattern_notes, params.pattern_times, opening)
    return limits, reach(params.lowest, params.highest, compass(corpus), opening)
