"""How well an improviser expects sequences in which rhythms and pitches take turns, whatever they are: perplexities, and how often it was right.

Conventions: T symbols, rhythm and pitch in turn; V symbols in the alphabet, some of them rhythms, the others pitches (or rests). The most likely symbol of the kind that is due counts as the guess.
"""

from collections.abc import Iterable

import numpy as np

from stages.evaluation import likelihood

SEGMENT, BATCH = 35, 10                     # of MINGUS: tokens, and segments that it evaluates at a time


def judge(sequences: Iterable[tuple[str, np.ndarray, np.ndarray]], rhythms: np.ndarray) -> tuple[dict[str, tuple[float, float, int]], dict[str, float]]:
    """Of each tune the nats of rhythm and of pitch given rhythm, and the number of its notes or tokens, for ``likelihood.evaluate``; and the shares that were guessed (``accuracies``).

    Args:
        sequences: of each its tune, its symbols (T,), and the log-probabilities that the improviser gave at each place, (T, V).
        rhythms: which symbols are rhythms, booleans (V,).
    """
    counts: dict[str, np.ndarray] = {}
    right: list[np.ndarray] = []
    for tune, symbols, given in sequences:
        due = rhythms == (np.arange(len(symbols)) % 2 == 0)[:, None]
        counts[tune] = counts.get(tune, np.zeros(3)) + [*likelihood.nats(given, symbols, due, ~rhythms), len(symbols) // 2]
        right.append((np.argmax(np.where(due, given, -np.inf), axis=1) == symbols).reshape(-1, 2))
    return {tune: (float(rhythm), float(pitch), int(notes)) for tune, (rhythm, pitch, notes) in counts.items()}, accuracies(right)


def accuracies(right: list[np.ndarray]) -> dict[str, float]:
    """The share of rhythms and of pitches that were guessed, and (``*_accuracy_mingus``), where all sequences are segments of its length, what MINGUS's program makes of it: padding counts as wrong.

    Its ``evaluate`` (B_train/MINGUS_model.py) divides by all places of a batch, filled up to SEGMENT, and then weighs the batch by those that are filled.

    Args:
        right: of each sequence, whether its rhythms and pitches were guessed, booleans (notes, 2).
    """
    found = dict(zip(("rhythm_accuracy", "pitch_accuracy"), np.concatenate(right).mean(axis=0).tolist()))
    if max(map(len, right)) > SEGMENT:
        return found
    batches = [right[first:first + BATCH] for first in range(0, len(right), BATCH)]
    padded = sum(np.concatenate(batch).sum(axis=0) / (len(batch) * SEGMENT) * sum(map(len, batch)) for batch in batches) / sum(map(len, right))
    return found | dict(zip(("rhythm_accuracy_mingus", "pitch_accuracy_mingus"), padded.tolist()))
