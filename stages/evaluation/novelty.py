"""How much of a solo was heard before: runs of intervals that it shares with other solos.

Conventions: a solo is the sequence of its intervals in semitones, so a line counts as the same in every key and in every rhythm. A run of n notes
has n - 1 intervals: "8 notes" are 7 intervals. A run never reaches across two solos.

These are read against the human values, not against 0: improvisers share vocabulary, and a solo that copies less than they do is not better for it.
The takes of an improviser are compared with the solos that it learnt from; the solos of a corpus with those of all *other* tunes in it, because
two choruses on one tune share its theme.

Reference: Hakimi, Bhonker & El-Yaniv, "BebopNet" (ISMIR 2020) (plagiarism: common n-grams and the longest common run, both up to transposition).

All runs are put in order once, by doubling the length by which they are compared (Manber & Myers, "Suffix Arrays", SIAM J. Comput. 1993); those that begin
alike are then neighbours. Searching each run in each solo would take the square of the corpus.
"""

from collections.abc import Hashable, Sequence

import numpy as np

from stages.evaluation.spread import mean
from stages.melody.solo import Solo
from stages.melody.tunes import tune_key

COPY = 8                            # notes, the length whose copy rate is reported
INTERVALS = 256                     # more than there are from one MIDI pitch to another


def shared_runs(solos: Sequence[Solo], labels: Sequence[Hashable], known: Sequence[bool] | None = None) -> list[np.ndarray]:
    """For each interval of each solo: how many intervals from there on, (N - 1,) for N notes, occur in a known solo with another label, too.

    Args:
        labels: for each solo; solos with the same label are not held against each other.
        known: for each solo whether the others are held against it; all of them if None.

    Raises:
        ValueError: no solo.
    """
    if not solos:
        raise ValueError("expected at least one solo to compare, got none")
    lines = [np.diff(np.array([note.pitch for note in solo.notes], np.int64)) + INTERVALS // 2 for solo in solos]
    # Behind each solo stands a code of its own, which is like no other, so that no run reaches beyond it.
    codes = np.concatenate([np.append(line, INTERVALS + number) for number, line in enumerate(lines)])
    numbers: dict[Hashable, int] = {}
    owners = np.repeat([numbers.setdefault(label, len(numbers)) for label in labels], [len(line) + 1 for line in lines])
    heard = np.repeat([True] * len(solos) if known is None else known, [len(line) + 1 for line in lines])
    ranks = _ranks(codes)
    order = np.argsort(ranks[-1])
    shared = np.zeros(len(codes), np.int64)
    for places in (order, order[::-1]):                     # the nearest one before in the order, then the nearest one behind
        nearest = _last_of_others(owners[places], heard[places])
        found = nearest >= 0
        here, there = places[found], places[nearest[found]]
        shared[here] = np.maximum(shared[here], _common(ranks, here, there))
    ends = np.cumsum([len(line) + 1 for line in lines])
    return [shared[end - 1 - len(line):end - 1] for end, line in zip(ends, lines)]


def longest_shared_run(runs: np.ndarray) -> int:
    """The longest of the ``shared_runs`` of a solo, in intervals; 0 if none is shared."""
    return int(runs.max(initial=0))


def copy_rate(runs: np.ndarray, notes: int = COPY) -> float:
    """Runs of ``notes`` notes of a solo that are shared / all its runs of that length.

    Every position of the solo counts, also if the same run comes twice. nan if the solo has fewer notes.
    """
    intervals = notes - 1
    return mean((runs[:max(len(runs) - intervals + 1, 0)] >= intervals).tolist())


def evaluate(takes: Sequence[Solo], corpus: Sequence[Solo]) -> list[dict[str, float]]:
    """All of the above for each take, against the solos that were learnt from."""
    return _measures(shared_runs([*takes, *corpus], ["take"] * len(takes) + ["corpus"] * len(corpus))[:len(takes)])


def evaluate_corpus(corpus: Sequence[Solo]) -> list[dict[str, float]]:
    """All of the above for each solo of a corpus, against those on other tunes; a tune without a name is like no other."""
    return _measures(shared_runs(corpus, tune_labels(corpus)))


def evaluate_human(solos: Sequence[Solo], corpus: Sequence[Solo]) -> list[dict[str, float]]:
    """All of the above for each human solo or piece of one, against those of the corpus on other tunes."""
    labels = [*tune_labels(solos), *tune_labels(corpus, len(solos))]
    known = [False] * len(solos) + [True] * len(corpus)
    return _measures(shared_runs([*solos, *corpus], labels, known)[:len(solos)])


def tune_labels(solos: Sequence[Solo], first: int = 0) -> list[Hashable]:
    """What tells tunes apart: the key of each solo's tune; its source where it has no name; without that a number from ``first`` on, which is like no other."""
    return [tune_key(solo.tune) if solo.tune else ("source", solo.source) if solo.source else number for number, solo in enumerate(solos, first)]


def _measures(solos: Sequence[np.ndarray]) -> list[dict[str, float]]:
    return [{"longest_shared_run": float(longest_shared_run(runs)), f"copy_rate_{COPY}_notes": copy_rate(runs)} for runs in solos]


def _last_of_others(owners: np.ndarray, heard: np.ndarray) -> np.ndarray:
    """For each place the last one before it that may be heard and has another owner; -1 if there is none."""
    places = np.flatnonzero(heard)
    if not len(places):
        return np.full(len(owners), -1)
    known = owners[places]
    begins = np.flatnonzero(np.append(True, known[1:] != known[:-1]))
    before_own = np.repeat(begins - 1, np.diff(np.append(begins, len(known))))      # for each known place, the last known one of another owner
    last = np.cumsum(heard) - heard - 1                                             # the last known one, whoever owns it
    chosen = np.where((last >= 0) & (known[last] == owners), before_own[last], last)
    return np.where(chosen >= 0, places[chosen], -1)


def _ranks(codes: np.ndarray) -> list[np.ndarray]:
    """Of the runs of 1, 2, 4, ... codes from each place on: their numbers in ascending order, equal for equal runs, until all are different."""
    ranks = [np.unique(codes, return_inverse=True)[1]]
    while ranks[-1].max() + 1 < len(codes):
        width = 2 ** (len(ranks) - 1)
        following = np.append(ranks[-1][width:], np.full(width, -1))[:len(codes)]
        ranks.append(np.unique(ranks[-1] * (len(codes) + 1) + following + 1, return_inverse=True)[1])
    return ranks


def _common(ranks: list[np.ndarray], first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """How many codes from each pair of places on are the same."""
    length = np.zeros(len(first), np.int64)
    for doubled, rank in reversed(list(enumerate(ranks))):
        length += (rank[first + length] == rank[second + length]).astype(np.int64) << doubled
    return length
