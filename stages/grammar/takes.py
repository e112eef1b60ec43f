"""Takes: what an improviser played over one chart, as integers, and the solo that it is."""

from types import ModuleType

import numpy as np

from stages.melody.solo import Solo


def compass(solos: list[Solo]) -> tuple[int, int]:
    """The lowest and highest MIDI pitch of some solos; at least an octave, so that every pitch class has a place."""
    pitches = [note.pitch for solo in solos for note in solo.notes]
    low = min(min(pitches), 115)
    return low, max(max(pitches), low + 12)


def perform(take: dict, grammar: ModuleType, reach: tuple[int, int]) -> Solo:
    """The solo of a line of takes.jsonl.

    Args:
        grammar: one of the modules that ``stages.grammar.load`` gives.
        reach: lowest and highest MIDI pitch of the soloist.
    """
    chart = Solo.from_json(take["chart"])
    # What a grammar leaves to chance when it plays is drawn from a stream of its own, beside the one that chose the symbols.
    generator = np.random.Generator(np.random.PCG64([*take["seed"], 1]))
    played = grammar.perform(take["tokens"], chart.changes, reach, generator)
    return Solo(played.notes, played.changes, tune=chart.tune, tempo=played.tempo or chart.tempo, key=chart.key, source=f"{chart.source}-{take['take']}")
