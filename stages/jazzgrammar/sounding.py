"""The changes as a jazz grammar sees them: at each slot, what kind of tone each pitch class is.

Conventions: slots are 120 a quarter note. Without a chord (NC) no tone is a chord or colour tone, every tone is a scale tone, and all are equally likely.
"""

from bisect import bisect_right
from dataclasses import dataclass
from math import ceil

from stages.harmony.changes import Changes
from stages.harmony.chords import Chord
from stages.jazzgrammar.degrees import FAMILY_OF
from stages.jazzgrammar.durations import BEAT
from stages.jazzgrammar.settings import OCTAVE, Settings
from stages.melody.categories import CHORD, COLOUR, OTHER, SCALE

HELPFUL = "H"                     # any tone that has a weight: chord, colour or scale tone


@dataclass(frozen=True, slots=True)
class Sounding:
    """A chord.

    Args:
        sounds: False for NC.
        root: pitch class, 0 for NC.
        family: by Impro-Visor's name.
        labels: of each pitch class C (chord tone), L (colour tone) or X (any other).
        weights: of each pitch class, how likely it is for a flat terminal; their sum is 1, or 0 where the grammar gives no weight to anything.
        kinds: by letters of flat terminals, whether each pitch class is of that kind.
    """

    sounds: bool
    root: int
    family: str
    labels: tuple[str, ...]
    weights: tuple[float, ...]
    kinds: dict[str, tuple[bool, ...]]


class Timeline:
    """What sounds at each slot of some changes.

    Args:
        slots: the length of the changes, rounded up.
    """

    def __init__(self, changes: Changes, settings: Settings):
        known: dict[Chord, Sounding] = {}
        self._starts = [ceil(onset * BEAT) for onset, _ in changes.chords]
        self._soundings = [known.get(chord) or known.setdefault(chord, _sounding(chord, settings)) for _, chord in changes.chords]
        self.slots = ceil(changes.length * BEAT)

    def at(self, slot: int) -> Sounding:
        """What sounds at a slot from 0 on."""
        return self._soundings[bisect_right(self._starts, slot) - 1]

    def family_at(self, slot: int) -> str:
        """Its family."""
        return self.at(slot).family


def _sounding(chord: Chord, settings: Settings) -> Sounding:
    pitch_classes = range(OCTAVE)
    scale = chord.scale if settings.fixed_scale is None else settings.fixed_scale
    chordal, coloured, scalar = (tuple(tone in tones for tone in pitch_classes) for tones in (chord.tones, chord.colour, scale))
    if not chord.sounds:
        return Sounding(False, 0, FAMILY_OF[""], (OTHER,) * OCTAVE, (1 / OCTAVE,) * OCTAVE, {kind: (True,) * OCTAVE for kind in (CHORD, COLOUR, SCALE, HELPFUL)})
    sums = [settings.chord * chordal[tone] + settings.colour * coloured[tone] + settings.scale * scalar[tone] for tone in pitch_classes]
    weights = tuple(weight / (sum(sums) or 1) for weight in sums)
    kinds = {CHORD: chordal, COLOUR: coloured, SCALE: scalar, HELPFUL: tuple(weight > 0 for weight in weights)}
    labels = tuple(CHORD if chordal[tone] else COLOUR if coloured[tone] else OTHER for tone in pitch_classes)
    return Sounding(True, chord.root, FAMILY_OF[chord.family], labels, weights, kinds)
