"""The section ``parse`` of params.yaml: which corpus, in which grammar. Every stage reads it."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Lt

from stages.experiment.params import read_params


@dataclass(frozen=True)
class Parse:
    """The corpus and the grammar by name; the shares of its tunes kept for validation and test; the seed of that choice."""

    corpus: str
    grammar: Literal["woodshed", "seed"]
    validation: Annotated[float, Ge(0), Lt(1)]
    test: Annotated[float, Ge(0), Lt(1)]
    seed: Annotated[int, Ge(0)]


def parse_section() -> Parse:
    """The section. Raises ParamsError for a key that is unknown, missing or out of range."""
    return read_params("parse", Parse)
