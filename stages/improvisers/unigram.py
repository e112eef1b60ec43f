"""The unigram: how often each symbol occurs, whatever came before. See ``ngram.py``; its context is 0."""

from stages.improvisers.ngram import NGram, Params, fit

__all__ = ["Params", "fit", "read"]

read = NGram.read
