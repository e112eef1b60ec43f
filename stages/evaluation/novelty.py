"""How much of a solo was heard before: runs of intervals that it shares with other solos.

Conventions: a solo is the sequence of its intervals in semitones, so a line counts as the same in every key and in every rhythm. A run of n notes
has n - 1 intervals: "8 notes" are 7 intervals. A run never reaches across two solos.

These are read against the human values, not against 0: improvisers share vocabulary, and a solo that copies less than they do is not better for it.
The takes of an improviser are compared with the solos that it learnt from; the solos of a corpus with those of all *other* tunes in it, because
two choruses on one tune share its theme.

Reference: Hakimi, Bhonker & El-Yaniv, "BebopNet" (ISMIR 2020) (plagiarism: common n-grams and the longest common run, both up to transposition).
"""

from itertools import pairwise

from stages.evaluation.spread import mean
from stages.melody.solo import Solo
from stages.melody.tunes import tune_key

APART = "\0"                        # stands between two solos; no interval is written like that
COPY = 8                            # notes, the length whose copy rate is reported


def longest_shared_run(solo: Solo, others: list[Solo]) -> int:
    """The length, in intervals, of the longest run of successive intervals of the solo that occurs in one of the others; 0 if none does."""
    own, theirs = _text(solo), _texts(others)
    longest = 0
    for start in range(len(own)):
        while start + longest < len(own) and own[start:start + longest + 1] in theirs:
            longest += 1
    return longest


def copy_rate(solo: Solo, others: list[Solo], notes: int = COPY) -> float:
    """Runs of ``notes`` notes of the solo whose intervals occur in one of the others / all its runs of that length.

    Every position of the solo counts, also if the same run comes twice. nan if the solo has fewer notes.
    """
    own, theirs = _text(solo), _texts(others)
    intervals = notes - 1
    return mean(own[start:start + intervals] in theirs for start in range(len(own) - intervals + 1))


def of_other_tunes(solo: Solo, corpus: list[Solo]) -> list[Solo]:
    """The solos of a corpus that are neither this one nor on the same tune; a tune without a name is like no other."""
    key = tune_key(solo.tune)
    return [other for other in corpus if other is not solo and not (other.tune and tune_key(other.tune) == key)]


def _text(solo: Solo) -> str:
    """The intervals, one character each: the search for a run is then Python's search for a substring."""
    return "".join(chr(128 + after.pitch - note.pitch) for note, after in pairwise(solo.notes))


def _texts(solos: list[Solo]) -> str:
    return APART.join(map(_text, solos))


def evaluate(solo: Solo, others: list[Solo]) -> dict[str, float]:
    """All of the above."""
    return {"longest_shared_run": float(longest_shared_run(solo, others)), "copy_rate_8_notes": copy_rate(solo, others)}
