"""Takes: what an improviser played over one chart, as integers, and the solo that it is."""

from types import ModuleType

import numpy as np

from stages.melody.solo import Solo


def compass(solos: list[Solo]) -> tuple[int, int]:
    """The lowest and highest MIDI pitch that a take may reach; at least an octave apart, so that every pitch class has a place.

    Half of the solos go so low, half so high (medians of their lowest and of their highest notes): one bass in a corpus of horns does not send a
    take to where no horn can follow.
    """
    low, high = (round(float(np.median([edge(note.pitch for note in solo.notes) for solo in solos if solo.notes]))) for edge in (min, max))
    return min(low, 115), max(high, min(low, 115) + 12)


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
