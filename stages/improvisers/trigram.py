"""The trigram: a symbol given the two tokens before it. See ``ngram.py``."""

from stages.improvisers.ngram import NGram, Params, fit

__all__ = ["Params", "fit", "read"]

read = NGram.read
