"""Chords as the seed (``seed.py``) hears them: in sets, one for each 4 quarter notes, and with scales of their own.

Source: deepjazz (Ji-Sung Kim, 2016; preprocess and grammar), as it runs on music21 5.7.2.
"""

from fractions import Fraction
from functools import cache
from itertools import pairwise

from stages.harmony.changes import Changes
from stages.harmony.chords import Chord
from stages.harmony.spelling import NAMES, Voicing, best_scale, is_major

MEASURE = Fraction(4)


def chord_sets(changes: Changes) -> list[list[tuple[Fraction, Voicing]]]:
    """For each 4 quarter notes the chords that start there, (onset within, pitches); where none does, the last one before, if any."""
    sets: list[list[tuple[Fraction, Voicing]]] = [[] for _ in range(-int(-changes.length // MEASURE))]
    for onset, chord in changes.chords:
        if chord.sounds:
            sets[int(onset // MEASURE)].append((onset % MEASURE, _voicing(chord)))
    for before, here in pairwise(sets):
        if not here and before:
            here.append((Fraction(0), before[-1][1]))
    return sets


def sounding(chords: list[tuple[Fraction, Voicing]], beat: Fraction) -> Voicing:
    """The latest chord at a beat; before the first one, that one; () without any."""
    found = chords[0][1] if chords else ()
    for onset, voicing in chords:
        if onset <= beat:
            found = voicing
    return found


def _voicing(chord: Chord) -> Voicing:
    """The pitches that were played or, of a symbol, its tones closely above a root from MIDI 48 on."""
    return chord.voicing or tuple(sorted(48 + chord.root + (tone - chord.root) % 12 for tone in chord.tones))


@cache
def tones_of(voicing: Voicing) -> frozenset[int]:
    """The pitch classes of a chord."""
    return frozenset(pitch % 12 for pitch in voicing)


@cache
def scale_of(voicing: Voicing) -> frozenset[int]:
    """The pitch classes of the scale that fits the chord, without those which it spells unusually."""
    spelled = best_scale("major" if is_major(voicing) else "dorian", tones_of(voicing))
    return frozenset(pitch.midi % 12 for pitch in spelled if pitch.name == NAMES[pitch.midi % 12])
