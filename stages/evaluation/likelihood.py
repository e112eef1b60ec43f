"""How well an improviser expects what was really played: nats a note on tunes that it never saw.

Conventions: a tune gives (nats, notes): minus the natural logarithm of the probability that the improviser gave to all of its tokens, rests included, and the
number of its notes. Only symbols that are consistent with the chords and with what came before share in the probability (``grammar/alphabet.py``), so it is that of
the notes over their changes, and improvisers whose symbols differ can be compared. It has two factors, of *rhythm* (all durations, and whether one sounds) and
of *pitch* given the rhythm. Perplexity is exp of nats a note, the number of equally likely continuations of the same uncertainty.

The estimate is a ratio of sums, r = sum(nats) / sum(notes), so that a note counts the same in a short tune and in a long one. Its interval is one over
*tunes*: the notes of one tune are no independent observations. With tunes i = 1..n and residuals d_i = nats_i - r notes_i

    standard error = sqrt(sum(d_i^2) / (n - 1) / n) / mean(notes),   interval = r -+ t(0.975, n - 1) standard error.

This is Cochran's ratio estimator; for tunes of equal length it is the ordinary Student interval of their means. A bootstrap was not
chosen: with a handful of tunes its percentiles are too narrow, and it needs a source of chance. To compare two improvisers on the same tunes, give the
differences of their nats: an interval of the difference that leaves out 0 tells more than two intervals side by side.

Reference: Cochran, "Sampling Techniques" (3rd ed., 1977), chapter 6.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import logsumexp, stdtrit

CONFIDENCE = 0.95
Tunes = dict[str, tuple[float, int]]                # of each tune its nats and its notes


@dataclass(frozen=True, slots=True)
class Likelihood:
    """Nats a note over some tunes.

    Args:
        nats: nats a note.
        interval: (low, high) in nats a note, 95 %; None for a single tune, which says nothing about others.
        tunes, notes: how many were counted.
    """

    nats: float
    interval: tuple[float, float] | None
    tunes: int
    notes: int

    @property
    def perplexity(self) -> float:
        """exp(nats a note)."""
        return math.exp(self.nats)


def nats(log_probabilities: np.ndarray, symbols: np.ndarray, consistent: np.ndarray, pitched: np.ndarray) -> tuple[float, float]:
    """Nats of rhythm and of pitch of one solo.

    Args:
        log_probabilities: what the improviser gave to every symbol at every place, in nats, (T, V). symbols: what stood there, (T,).
        consistent: which symbols could stand there, booleans (T, V). pitched: which symbols are a note's pitch, booleans (V,).
    """
    places = np.arange(len(symbols))
    given = log_probabilities[places, symbols]
    with np.errstate(divide="ignore"):              # nowhere but at a pitch are there pitches to sum up
        everything, notes = (logsumexp(log_probabilities, axis=1, b=shared) for shared in (consistent, consistent & pitched))
    pitch = np.where(pitched[symbols], notes - given, 0)
    return float((everything - given - pitch).sum()), float(pitch.sum())


def nats_per_note(tunes: list[tuple[float, int]]) -> Likelihood:
    """The ratio of sums over (nats, notes) of each tune, with its interval; the formulas stand above.

    Raises:
        ValueError: no tune, or a tune without a note.
    """
    if not tunes or any(notes <= 0 for _, notes in tunes):
        raise ValueError(f"expected tunes as (nats, notes) with at least one note each, got {tunes}")
    notes = sum(count for _, count in tunes)
    ratio = math.fsum(nats for nats, _ in tunes) / notes
    return Likelihood(ratio, _interval(tunes, ratio, notes), len(tunes), notes)


def pooled(seeds: Sequence[Tunes]) -> Tunes:
    """The mean nats and the notes of each tune over several seeds; {} where one of them was judged on other tunes."""
    same = all(tunes.keys() == seeds[0].keys() for tunes in seeds)
    return {tune: (statistics.fmean(tunes[tune][0] for tunes in seeds), notes) for tune, (_, notes) in seeds[0].items()} if same else {}


def behind(tunes: Tunes, best: Tunes) -> Likelihood | None:
    """How many nats a note more than another improviser, tune by tune; None where that was judged on other tunes, or both on none."""
    if not best or tunes.keys() != best.keys():
        return None
    return nats_per_note([(nats - best[tune][0], notes) for tune, (nats, notes) in tunes.items()])


def _interval(tunes: list[tuple[float, int]], ratio: float, notes: int) -> tuple[float, float] | None:
    number = len(tunes)
    if number == 1:
        return None
    squares = math.fsum((nats - ratio * count) ** 2 for nats, count in tunes)
    error = math.sqrt(squares / (number - 1) / number) / (notes / number)
    reach = float(stdtrit(number - 1, (1 + CONFIDENCE) / 2)) * error
    return ratio - reach, ratio + reach


def evaluate(tunes: list[tuple[float, float | None, int]]) -> dict[str, float]:
    """All of the above, in all and of rhythm and pitch alone; the two ends of an interval are missing for a single tune.

    Args:
        tunes: of each, its nats of rhythm, its nats of pitch, its notes; or its nats in all and None, and nothing is told of the parts.
    """
    scores: dict[str, float] = {"tunes": len(tunes)}
    parts = {"": [(rhythm + (pitch or 0.0), notes) for rhythm, pitch, notes in tunes]}
    if all(pitch is not None for _, pitch, _ in tunes):
        parts |= {"rhythm_": [(rhythm, notes) for rhythm, _, notes in tunes], "pitch_": [(pitch, notes) for _, pitch, notes in tunes]}
    for part, counted in parts.items():
        found = nats_per_note(counted)
        scores |= {f"{part}nats_per_note": found.nats, f"{part}perplexity": found.perplexity}
        if found.interval:
            scores[f"{part}nats_per_note_low"], scores[f"{part}nats_per_note_high"] = found.interval
    return scores
