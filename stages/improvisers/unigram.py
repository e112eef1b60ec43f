"""The unigram: how often each symbol occurs, whatever came before. It is the trigram with a context of 0."""

from stages.improvisers.trigram import Params, fit, read

__all__ = ["Params", "fit", "read"]
