"""The improvisers: one model a file, under one roof. Those that play symbol by symbol see integers, never notes.

A module has ``Params`` (a frozen dataclass), ``fit(lessons, params, report) -> (improviser, losses)`` and ``read(folder) -> improviser``.
An improviser has ``start``, ``step`` and ``keep``, for many takes at a time, ``log_probabilities`` of whole solos, and ``write(folder)``. One that listens to the chords
finds them encoded in the contexts (``grammar/contexts.py``). The jazz grammars work by whole solos and have ``play`` and ``nats`` instead.
"""

import importlib
from types import ModuleType

from stages.experiment.params import ParamsError

IMPROVISERS = ("unigram", "trigram", "ngram", "jazz_grammar", "learned_grammar", "djmodel", "deepjazz", "transformer")


def load(name: str) -> ModuleType:
    """The module of an improviser; only that one is imported. Raises ParamsError for a name that is none."""
    if name not in IMPROVISERS:
        raise ParamsError(f"params.yaml: improvisers: expected names out of {', '.join(IMPROVISERS)}, found {name!r}")
    return importlib.import_module(f"stages.improvisers.{name}")
