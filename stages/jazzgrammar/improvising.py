"""A grammar improvises over changes: an abstract melody as long as the changes, then its pitches."""

from fractions import Fraction

import numpy as np

from stages.harmony.changes import Changes
from stages.jazzgrammar.durations import BEAT
from stages.jazzgrammar.expansion import expand
from stages.jazzgrammar.grammar import JazzGrammar
from stages.jazzgrammar.realization import realize
from stages.jazzgrammar.settings import settings_of
from stages.jazzgrammar.sounding import Timeline
from stages.melody.solo import Note, Solo


def improvise(grammar: JazzGrammar, changes: Changes, generator: np.random.Generator, compass: tuple[int, int] | None = None, faithful: bool = False) -> Solo:
    """A solo over any changes, NC and any metre included; with the same state of the generator, the same solo.

    Args:
        compass: lowest and highest MIDI pitch, at least an octave apart; None for that of the grammar.
        faithful: as Impro-Visor of 2019, mistakes included: the solo may end early, and leave the compass by a semitone. Else the melody, rests included, ends
        with the changes.

    Raises:
        JazzGrammarError: a grammar that cannot be played; the message says why.
    """
    settings = settings_of(grammar.parameters, compass)
    timeline = Timeline(changes, settings)
    melody = expand(grammar, timeline.slots, timeline.family_at, generator, faithful)
    placed = realize(melody, timeline, settings, generator, faithful)
    notes = [(Fraction(note.onset, BEAT), Fraction(note.slots, BEAT), note.pitch) for note in placed]
    return Solo(tuple(Note(onset, min(duration, changes.length - onset), pitch) for onset, duration, pitch in notes), changes)
