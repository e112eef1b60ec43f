"""Where the first bar line is, in a file whose notes begin before it without a word: a pickup that starts with the file, under a plain metre.

Most programs write such a pickup as if its first note were on beat one, and every bar is late. What tells is where in the bar the chords change: those
of the texts; or those that are heard, where the accompaniment sets in on a beat within the first bar and the melody before it. Nothing is moved unless
that is clear (chords mostly change on bar lines, and at half a bar: Temperley, "The Cognition of Basic Musical Structures", 2001, ch. 2).
"""

from collections import Counter
from fractions import Fraction
from itertools import pairwise
from math import ceil

import numpy as np

from stages.corpora.midi.score import Part, Ruler
from stages.corpora.midi.sounding import LOOKED_AT, Frame, beat_of, listen
from stages.harmony.changes import Changes
from stages.harmony.recognition import recognize

CHANGES = 6                          # changes of chords that tell, at least
MOST, NEARLY_ALL = 0.7, 0.9          # share of the written changes on the first beat that is found; on it and half a bar behind it
FEWEST = 0.1                         # share of them at most on the first beat that the file has
CLEAR, NEAR = 0.03, 0.005            # by how much the chords that are heard must fit better, and how near to the best of all beats, a beat
LONGEST = 12                         # beats of a bar
LEAST = 24                           # beats of accompaniment
ASIDE = 0.15                         # quarter notes that the accompaniment may set in beside a beat


def written_pickup(symbols: list[tuple[int, str]], bars: Ruler, quarter: int) -> Fraction | None:
    """Quarter notes before the first bar line, by chord symbols (tick, symbol); None where these do not tell."""
    if not _plain(bars):
        return None
    changed = symbols[:1] + [later for before, later in pairwise(symbols) if later[1] != before[1]]
    bar, places = _bar(bars), [Fraction(round(Fraction(2 * tick, quarter)), 2) for tick, _ in changed if tick > 0]
    counts = Counter(place % bar for place in places)
    if len(places) < CHANGES or counts[Fraction(0)] > FEWEST * len(places):
        return None
    phase, count = counts.most_common(1)[0]
    if count < MOST * len(places):
        phase = places[0]                                                           # as often as at half a bar: it is where the first one stands
        count = counts[phase] + counts[(phase + bar / 2) % bar] if symbols[0][0] > 0 and phase < bar else 0
        count = count if count >= NEARLY_ALL * len(places) else 0
    return phase if count and 0 < phase != bar - Fraction(1, 2) else None           # half a beat early is anticipated


def played_pickup(melody: int, backing: list[Part], bars: Ruler, quarter: int) -> Fraction | None:
    """The same by what parts play; ``melody`` is the tick at which the melody starts."""
    first = min((int(part.onsets[0]) for part in backing), default=0)
    bar, entry = _bar(bars), round(first / quarter)
    if not _plain(bars) or not 0 < entry < bar or abs(first / quarter - entry) > ASIDE or melody / quarter > entry - 0.25:
        return None
    whole = Changes(bars.bars.chords, ceil(bars.bars.length / bar) * bar, bars.bars.metre)
    sounds = listen(backing, Frame(whole, Fraction(0), quarter))
    if sounds is None or len(sounds.beats) < LEAST:
        return None
    places, weights, bass = np.array(sounds.places)[:LOOKED_AT], sounds.weights[:LOOKED_AT], sounds.bass[:LOOKED_AT]
    fits = [recognize(weights, bass, np.roll(places, beat)).fit for beat in range(int(bar))]
    return Fraction(entry) if fits[entry] >= max(fits) - NEAR and fits[entry] >= fits[0] + CLEAR else None


def _plain(bars: Ruler) -> bool:
    """Whether a file has one metre only, in quarter notes, and no pickup that it tells of."""
    return not bars.lead and not bars.bars.metre_changes and beat_of(bars.bars.metre) == 1 and bars.bars.metre[1] == 4 and bars.bars.metre[0] <= LONGEST


def _bar(bars: Ruler) -> Fraction:
    """Quarter notes a bar."""
    beats, unit = bars.bars.metre
    return Fraction(4 * beats, unit)
