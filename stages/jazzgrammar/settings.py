"""The parameters of a grammar that concern pitches."""

from collections.abc import Mapping
from dataclasses import dataclass

from stages.harmony.scales import SCALES
from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.sexpr import Atom

OCTAVE = 12
FIRST_SCALE, NO_SCALE = "Use_First_Scale", "None"
# By their names in a file: the least and the most they can be, and what they are where a file does not say, as in Impro-Visor.
NUMBERS = {
    "min-pitch": (0, 127, 54), "max-pitch": (0, 127, 84), "min-interval": (0, 127, 0), "max-interval": (0, 127, 9), "leap-prob": (0, 1, 0.01),
    "chord-tone-weight": (0, 1e6, 0.7), "color-tone-weight": (0, 1e6, 0.2), "scale-tone-weight": (0, 1e6, 0.1),
}
ROOTS = {name: pitch for pitch, names in enumerate("C,B# C#,Db D D#,Eb E,Fb F,E# F#,Gb G G#,Ab A A#,Bb B,Cb".split()) for name in names.split(",")}


@dataclass(frozen=True, slots=True)
class Settings:
    """How a grammar chooses pitches.

    Args:
        lowest, highest: MIDI pitches, both included, at least an octave apart.
        nearest, farthest: the interval from the note before, in semitones; of flat terminals only.
        leap: how likely it is that a flat terminal counts its interval from an octave above or below the note before.
        chord, colour, scale: how likely tones of these kinds are for a flat terminal; a tone of several kinds has the sum of their weights.
        fixed_scale: pitch classes of the scale tones, None for those of each chord.
        avoid_repeats: whether a pitch that was just played is avoided, and repeated notes are one long note.
        rectify: whether notes that are neither chord or colour tones nor lead to one are moved to the nearest.
    """

    lowest: int
    highest: int
    nearest: int
    farthest: int
    leap: float
    chord: float
    colour: float
    scale: float
    fixed_scale: frozenset[int] | None
    avoid_repeats: bool
    rectify: bool


def settings_of(parameters: Mapping[str, Atom], compass: tuple[int, int] | None = None) -> Settings:
    """The settings of a grammar; a ``compass`` (lowest, highest) holds instead of its own.

    Raises:
        JazzGrammarError: a parameter that is not of the kind or size that it has to be, or a compass of less than an octave.
    """
    lowest, highest, nearest, farthest, *shares = (_number(parameters, name) for name in NUMBERS)
    lowest, highest = compass or (int(lowest), int(highest))
    if not 0 <= lowest <= highest - OCTAVE <= 127 - OCTAVE:
        raise JazzGrammarError(f"expected a compass of at least an octave within 0 to 127, found {lowest} to {highest} (min-pitch and max-pitch)")
    if farthest < nearest:
        raise JazzGrammarError(f"expected a max-interval of at least min-interval, {nearest}, found {farthest}")
    return Settings(lowest, highest, int(nearest), int(farthest), *shares, _scale(parameters), _truth(parameters, "avoid-repeats"), _truth(parameters, "rectify"))


def _number(parameters: Mapping[str, Atom], name: str) -> float:
    least, most, default = NUMBERS[name]
    value = parameters.get(name, default)
    if isinstance(value, str) or not least <= value <= most:
        raise JazzGrammarError(f"expected a number from {least} to {most:g} as the parameter {name}, found {value!r:.40}")
    return value


def _truth(parameters: Mapping[str, Atom], name: str) -> bool:
    value = str(parameters.get(name, "true"))
    if value not in ("true", "false"):
        raise JazzGrammarError(f"expected true or false as the parameter {name}, found {value[:40]!r}")
    return value == "true"


def _scale(parameters: Mapping[str, Atom]) -> frozenset[int] | None:
    """The pitch classes of ``scale-type``: a scale of harmony/scales.py, or major, on ``scale-root``."""
    name, root = str(parameters.get("scale-type", FIRST_SCALE)), str(parameters.get("scale-root", "C"))
    if name == FIRST_SCALE:
        return None
    if name == NO_SCALE:
        return frozenset(range(OCTAVE))
    tones = SCALES.get(name.replace("_", " ").replace("major", "ionian"))
    if tones is None or root not in ROOTS:
        raise JazzGrammarError(f"expected {FIRST_SCALE}, {NO_SCALE} or a scale such as dorian on a root such as Bb as scale-type and scale-root, "
                               f"found {name[:40]!r} on {root[:40]!r}")
    return frozenset((ROOTS[root] + tone) % OCTAVE for tone in tones)
