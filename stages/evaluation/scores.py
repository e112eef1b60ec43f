"""All metrics on the solos of a corpus, each as a whole; ``takes.py`` has them of chunks, takes beside people.

Conventions: a set's value is the mean of its solos' values (``spread.py``); units are those of the single metrics.
"""

from stages.evaluation import novelty, pitch, rhythm
from stages.evaluation.spread import Spread, spread
from stages.melody.solo import Solo


def spread_corpus(corpus: list[Solo]) -> dict[str, Spread]:
    """Every metric over the solos of a corpus, copies looked for in the solos of its other tunes. Raises ValueError for no solo."""
    if not corpus:
        raise ValueError("expected at least one solo to score, got none")
    rows = [pitch.evaluate(solo) | rhythm.evaluate(solo) | copies for solo, copies in zip(corpus, novelty.evaluate_corpus(corpus))]
    return {name: spread(row[name] for row in rows) for name in rows[0]}
