"""A corpus in one small table: its measures beside those of human improvisers.

Conventions: a row is a metric, a cell a mean over solos or its range, in the unit that the label names.

The human column was computed with the functions of this room on the 401 solos in 4/4 of the Weimar Jazz Database 2.1 (Pfleiderer et al., "Inside the
Jazzomat", 2017), every note placed by its bar, beat and tatum. It agrees with what others found there: H1 1.94 and H4 2.87 (Wu & Yang, "The Jazz
Transformer on the Front Line", ISMIR 2020, table 2), GS 0.86 (the same). Two of its parts need a word:

* Played notes are a little shorter than written ones, and no score writes that gap as a rest. So a gap shorter than an eighth was first closed;
  without that the durations are 0.14, 0.35 and 0.68 (p10, median and p90 of all notes).
* The more solos one compares with, the more is found again. A solo held against 348 others shares a run of 12 intervals and 0.16 of its runs of 8 notes. A
  corpus of the size of ours is compared with one of the same size instead: 33 excerpts of 163 notes from different tunes, the mean of 60 draws.
"""

import math

from stages.evaluation.scores import spread_corpus
from stages.evaluation.spread import Spread
from stages.melody.solo import Solo

HEAD = "| measure | mean | range | human |\n|---|--:|--:|--:|"

# metric, label, decimals, human value
ROWS = (
    ("chord_tone_share", "chord tones, share of notes", 2, "0.51"),
    ("chord_tone_chance", "... by chance", 2, "0.33"),
    ("inside_share", "chord, colour or scale tones, share of notes", 2, "0.81"),
    ("inside_chance", "... by chance", 2, "0.64"),
    ("approach_resolution", "notes outside that resolve by a semitone, share", 2, "0.46"),
    ("entropy_1_bar", "H1, bits", 2, "1.94"),
    ("entropy_4_bars", "H4, bits", 2, "2.90"),
    ("interval_repeats", "intervals: the same note, share", 2, "0.06"),
    ("interval_steps", "intervals: 1-2 semitones", 2, "0.54"),
    ("interval_thirds", "intervals: 3-4 semitones", 2, "0.26"),
    ("interval_leaps", "intervals: 5-7 semitones", 2, "0.10"),
    ("interval_wide_leaps", "intervals: 8 semitones and more", 2, "0.04"),
    ("grooving_similarity", "GS", 2, "0.86"),
    ("grooving_similarity_played_bars", "GS without empty bars", 2, "0.86"),
    ("notes_per_bar", "notes a bar", 1, "6.7"),
    ("notes_per_phrase", "notes a phrase", 1, "26"),
    ("note_duration_p10", "note durations, p10, quarter notes", 2, "0.24"),
    ("note_duration_median", "note durations, median", 2, "0.42"),
    ("note_duration_p90", "note durations, p90", 2, "0.87"),
    ("rest_share", "rests, share of time", 2, "0.23"),
    ("rest_duration_median", "rest durations, median, quarter notes", 2, "1.39"),
    ("rest_duration_p90", "rest durations, p90", 2, "3.40"),
    ("longest_shared_run", "longest run shared with another tune, intervals", 1, "7.8"),
    ("copy_rate_8_notes", "runs of 8 notes found in another tune, share", 3, "0.027"),
)


def corpus_table(corpus: list[Solo]) -> str:
    """The measures of a corpus as a Markdown table, under one line with its size."""
    bars, notes = sum(solo.changes.bars for solo in corpus), sum(len(solo.notes) for solo in corpus)
    spreads = spread_corpus(corpus)
    rows = [f"| {label} | {_mean(spreads[name], decimals)} | {_range(spreads[name], decimals)} | {human} |" for name, label, decimals, human in ROWS]
    return "\n".join([f"{len(corpus)} sheets, {bars:,} bars, {notes:,} notes.", "", HEAD, *rows])


def _mean(found: Spread, decimals: int) -> str:
    return "-" if math.isnan(found.mean) else f"{found.mean:.{decimals}f}"


def _range(found: Spread, decimals: int) -> str:
    return "-" if math.isnan(found.mean) else f"{found.low:.{decimals}f} to {found.high:.{decimals}f}"
