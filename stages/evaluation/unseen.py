"""How well an improviser expects the solos of each part of the split, tune by tune, for ``likelihood.evaluate``.

An improviser either gives log-probabilities of symbols (``log_probabilities``) or, where it works by whole solos, ``nats`` of each.
"""

from collections.abc import Iterator

from stages.evaluation import likelihood
from stages.melody.solo import Solo
from stages.melody.tunes import tune_of

Nats = tuple[float, float | None]           # of rhythm and of pitch; or in all, and None
Tunes = dict[str, tuple[float, float | None, int]]          # of each tune the same, and its notes


def expectations(improviser, grammar, lessons, parts: dict[str, list[Solo]]) -> dict[str, Tunes]:
    """Nats on the tunes of each part that has some; nothing for an improviser that cannot say how likely a solo is.

    Args:
        lessons: the symbols and contexts of the same solos (``grammar/windows.py``). parts: the solos of ``train``, ``validation`` and ``test``.
    """
    found: dict[str, Tunes] = {}
    for part, solos in parts.items():
        tunes: dict[str, list[tuple[float, float | None, int]]] = {}
        for solo, nats in zip(solos, _nats(improviser, grammar, lessons, part, solos), strict=True):
            if nats is None:
                return {}
            tunes.setdefault(tune_of(solo), []).append((*nats, len(solo.notes)))
        if tunes:
            found[part] = {tune: _summed(solos) for tune, solos in tunes.items()}
    return found


def _nats(improviser, grammar, lessons, part: str, solos: list[Solo]) -> Iterator[Nats | None]:
    """Of each solo of a part; None where it cannot be told."""
    if hasattr(improviser, "nats"):
        yield from map(improviser.nats, solos)
        return
    rows, contexts, alphabet = getattr(lessons, part), getattr(lessons, f"{part}_contexts"), lessons.alphabet
    for symbols, places, given in zip(rows, contexts, improviser.log_probabilities(rows, contexts), strict=True):
        yield likelihood.nats(given, symbols, grammar.consistent(symbols, places, alphabet), grammar.pitched(alphabet))


def _summed(solos: list[tuple[float, float | None, int]]) -> tuple[float, float | None, int]:
    rhythm, pitch, notes = zip(*solos)
    return sum(rhythm), None if None in pitch else sum(pitch), sum(notes)
