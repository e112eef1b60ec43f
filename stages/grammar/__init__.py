"""The grammars: solos <-> tokens <-> integers. ``load`` picks one by its name in params.yaml."""

import importlib
from types import ModuleType


class GrammarError(ValueError):
    """Music that a grammar cannot say, or a corpus or chart that it can do nothing with; the message says why."""


def load(name: str) -> ModuleType:
    """The module of a grammar; both have Params, measures, symbols, tokens, alphabet, contexts, consistent, pitched, windows, habits, constraint and perform."""
    return importlib.import_module(f"stages.grammar.{name}")
