"""The section ``parse`` of params.yaml: which corpus, in which grammar. Every stage reads it."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Le, Lt

from stages.experiment.params import read_params


@dataclass(frozen=True)
class Parse:
    """What is learnt from.

    Args:
        corpus, grammar: by name.
        grid: slots a quarter note that onsets and durations are moved to. legato: a gap between two played notes shorter than this, in quarter notes, is closed.
        validation, test: the shares of the tunes kept for them. seed: of that choice.
        engine: who reads the files (``experiment/crew.py``); it does not show in the results.
    """

    corpus: str
    grammar: Literal["woodshed", "seed"]
    grid: Annotated[int, Ge(1), Le(960)]
    legato: Annotated[float, Ge(0), Le(1)]
    validation: Annotated[float, Ge(0), Lt(1)]
    test: Annotated[float, Ge(0), Lt(1)]
    seed: Annotated[int, Ge(0)]
    engine: Literal["processes", "ray"]


def parse_section() -> Parse:
    """The section. Raises ParamsError for a key that is unknown, missing or out of range."""
    return read_params("parse", Parse)
