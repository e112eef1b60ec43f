"""Grammars, charts and chance made by hand."""

from fractions import Fraction

from stages.harmony.changes import Changes
from stages.harmony.chords import parse_chord
from stages.jazzgrammar.grammar import JazzGrammar, read_grammar
from stages.jazzgrammar.settings import Settings, settings_of
from stages.jazzgrammar.sounding import Sounding, Timeline

# The running example of the paper: X8 X4 X8 has the weight 0.8, and a phrase is two halves or four quarters; here in slots.
TOY = """
(startsymbol P)
(rule (V2) (X2) 0.2) (rule (V2) (X8 X4 X8) 0.8) (rule (V4) (X4) 1)
(rule (P Y) (V2 (P (- Y 240))) 0.5) (rule (P Y) (V4 V4 (P (- Y 240))) 0.5)
(base (P 0) () 1)
"""
SETTINGS = settings_of({"avoid-repeats": "false", "rectify": "false", "leap-prob": 0, "min-pitch": 0, "max-pitch": 127})
NAMES = {name: pitch for pitch, name in enumerate("C Db D Eb E F F# G Ab A Bb B".split())}


def toy() -> JazzGrammar:
    return read_grammar(TOY)


def chart(*bars: str, beats: int = 4) -> Changes:
    """One chord a bar of so many quarter notes."""
    return Changes(tuple((Fraction(beats * bar), parse_chord(symbol)) for bar, symbol in enumerate(bars)), Fraction(beats * len(bars)), (beats, 4))


def timeline(*bars: str, settings: Settings = SETTINGS) -> Timeline:
    return Timeline(chart(*bars), settings)


def sounding(symbol: str, settings: Settings = SETTINGS) -> Sounding:
    return timeline(symbol, settings=settings).at(0)


def note(name: str) -> int:
    """The MIDI pitch of a name such as Eb4; C4 is middle C."""
    return NAMES[name[:-1]] + 12 * (int(name[-1]) + 1)


def names(pitches) -> str:
    """The names of MIDI pitches, the inverse of ``note``."""
    return " ".join(f"{list(NAMES)[pitch % 12]}{pitch // 12 - 1}" for pitch in pitches)


class Dice:
    """Chance that always says the same, again and again, and counts how often it was asked; it stands for a generator."""

    def __init__(self, *values: float):
        self.values, self.asked = values, 0

    def random(self) -> float:
        """The next value."""
        self.asked += 1
        return self.values[(self.asked - 1) % len(self.values)]
