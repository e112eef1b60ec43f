"""All metrics on a set of solos: the takes of an improviser, or the human solos that stand beside them.

Conventions: a set's value is the mean of its solos' values (``spread.py``); units are those of the single metrics.
"""

import math

from stages.evaluation import novelty, pitch, rhythm
from stages.evaluation.spread import Spread, spread
from stages.melody.solo import Solo


def spread_takes(takes: list[Solo], corpus: list[Solo]) -> dict[str, Spread]:
    """Every metric over the takes, copies looked for in the whole corpus that they were learnt from."""
    return _spreads(takes, novelty.evaluate(takes, corpus))


def spread_corpus(corpus: list[Solo]) -> dict[str, Spread]:
    """Every metric over the solos of a corpus, copies looked for in the solos of its other tunes."""
    return _spreads(corpus, novelty.evaluate_corpus(corpus))


def score(spreads: dict[str, Spread]) -> dict[str, float]:
    """{metric: mean} and the longest run of all; a metric that had nothing to count in any solo is missing."""
    scores = {name: found.mean for name, found in spreads.items()}
    scores["longest_shared_run_max"] = spreads["longest_shared_run"].high
    return {name: value for name, value in sorted(scores.items()) if not math.isnan(value)}


def _spreads(solos: list[Solo], copied: list[dict[str, float]]) -> dict[str, Spread]:
    if not solos:
        raise ValueError("expected at least one solo to score, got none")
    rows = [pitch.evaluate(solo) | rhythm.evaluate(solo) | copies for solo, copies in zip(solos, copied)]
    return {name: spread(row[name] for row in rows) for name in rows[0]}
