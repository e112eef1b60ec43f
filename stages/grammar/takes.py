"""Takes: what an improviser played over one chart, as integers, how far it may reach, and the solo that it is."""

import re
from types import ModuleType

import numpy as np

from stages.grammar import GrammarError
from stages.harmony.spelling import semitones_of, spell
from stages.melody.solo import Solo

OCTAVE = 12
NAME = re.compile(r"(?P<letter>[A-G])(?P<accidentals>#{0,2}|b{0,2})(?P<octave>-?\d)")


def compass(solos: list[Solo]) -> tuple[int, int]:
    """The lowest and highest MIDI pitch that a take may reach; at least an octave apart, so that every pitch class has a place.

    Half of the solos go so low, half so high (medians of their lowest and of their highest notes): one bass in a corpus of horns does not send a
    take to where no horn can follow.
    """
    low, high = (round(float(np.median([edge(note.pitch for note in solo.notes) for solo in solos if solo.notes]))) for edge in (min, max))
    return min(low, 115), max(high, min(low, 115) + 12)


def reach(lowest: int | str | None, highest: int | str | None, usual: tuple[int, int], opening: Solo | None) -> tuple[int, int]:
    """The lowest and highest MIDI pitch of takes, as they are asked for.

    Args:
        lowest, highest: MIDI numbers, or names such as "Bb3" (C4 is middle C, 60); None: the usual one, or that of the opening if it goes beyond.
        usual: what ``compass`` gives. opening: the notes that takes begin with.

    Raises:
        GrammarError: no such pitch, less than an octave, or an opening that goes beyond what is asked for.
    """
    played = [note.pitch for note in opening.notes] if opening else []
    asked = [None if name is None else pitch_of(name, f"sample.woodshed.{key}") for key, name in (("lowest", lowest), ("highest", highest))]
    low = min(usual[0], *played, 127) if asked[0] is None else asked[0]
    high = max(usual[1], *played, 0) if asked[1] is None else asked[1]
    found = f"found {_told(low, asked[0])} and {_told(high, asked[1])}"
    if high < low:
        raise GrammarError(f"sample.woodshed: expected lowest below highest, {found}")
    if high - low < OCTAVE:
        raise GrammarError(f"sample.woodshed: expected lowest and highest at least an octave (12 semitones) apart, so that every pitch class has a place; {found}")
    if beyond := [pitch for pitch in (min(played, default=low), max(played, default=high)) if not low <= pitch <= high]:
        raise GrammarError(f"sample.woodshed.opening: {opening.source}: expected notes from lowest to highest, {name_of(low)} to {name_of(high)}, found {name_of(beyond[0])} ({beyond[0]})")
    return low, high


def pitch_of(name: int | str, key: str) -> int:
    """The MIDI number of a pitch, given as a number or by its name. Raises GrammarError, which begins with ``key``, for any other."""
    written = NAME.fullmatch(str(name))
    pitch = semitones_of(written["letter"] + written["accidentals"].replace("b", "-")) + OCTAVE * (int(written["octave"]) + 1) if written else name
    if not isinstance(pitch, int) or not 0 <= pitch <= 127:
        raise GrammarError(f"{key}: expected a MIDI number from 0 to 127, or a name such as Bb3 or F#5 (C4 is middle C), found {name!r}")
    return pitch


def name_of(pitch: int) -> str:
    """The usual name of a MIDI number: ``Bb3``."""
    name, octave = spell(pitch)
    return f"{name.replace('-', 'b')}{octave}"


def _told(pitch: int, asked: int | None) -> str:
    return f"{name_of(pitch)} ({pitch}{'' if asked is not None else ', that of the corpus'})"


def perform(take: dict, grammar: ModuleType) -> Solo:
    """The solo of a line of takes.jsonl.

    Args:
        grammar: one of the modules that ``stages.grammar.load`` gives.
    """
    chart = Solo.from_json(take["chart"])
    # What a grammar leaves to chance when it plays is drawn from a stream of its own, beside the one that chose the symbols.
    generator = np.random.Generator(np.random.PCG64([*take["seed"], 1]))
    played = grammar.perform(take["tokens"], chart.changes, tuple(take["compass"]), generator)
    return Solo(played.notes, played.changes, tune=chart.tune, tempo=played.tempo or chart.tempo, key=chart.key, source=f"{chart.source}-{take['take']}")
