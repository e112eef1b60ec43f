"""Takes beside people: every metric of a set of takes, what human solos have in its place, and on which side of them the takes lie.

Everything is measured on chunks of eight bars (``chunks.py``), so that takes and solos of any length compare. Two-sided: a metric that lies above the human band is as far
off as one below it, for copies, chord tones and overlaps, too. What the rows mean:

* a metric of single chunks (``pitch.py``, ``fit.py``, ``rhythm.py``, ``novelty.py``): value and human are means over chunks, low to high the band of the means of
  human sets of the same size (``band.py``). Where the metric has a chance level, it is that of the takes over *their* chords.
* ``few_notes``: the share of chunks with fewer than eight notes, which count in no other row, so that an improviser does not escape by silence.
* ``overlap_*`` and ``divergence_*`` (nats): the nine features of ``mgeval.py``; human and floor are both that of one half of the human tunes against the other.

Copies are looked for in what the improviser learnt from; for human chunks in the solos there on other tunes, because their own solo may be among them.
"""

import math
from collections.abc import Hashable, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from stages.evaluation import fit, mgeval, novelty, pitch, rhythm
from stages.evaluation.band import Band, bands, comparisons
from stages.evaluation.chunks import BARS, FEWEST, Chunks, chunks
from stages.evaluation.spread import mean
from stages.melody.solo import Solo

FEW = "few_notes"
SHARE, CHANCE = "_share", "_chance"
UNKNOWN = Band(math.nan, math.nan)


@dataclass(frozen=True)
class Row:
    """One metric; None where something cannot be told.

    Args:
        metric: its name. value: of the takes.
        human: of human solos. low, high: the band in which 95 % of human sets lie.
        chance: of evenly drawn pitch classes over the same chords. floor: of one half of the human tunes against the other.
        mark: "-" for a value below the band, "+" above it, "" inside or without a band.
    """

    metric: str
    value: float | None
    human: float | None
    low: float | None
    high: float | None
    chance: float | None
    floor: float | None
    mark: str

    def to_json(self) -> dict:
        """A dictionary of plain values."""
        return asdict(self)


@dataclass(frozen=True)
class Measured:
    """The N chunks of some solos, measured.

    Args:
        values: metric -> (N,) its value in each chunk, nan where there is nothing to count; those with few notes have FEW only.
        tunes: (N) what tells the tune of each chunk from others.
        points: what ``mgeval.features`` gives for the chunks with enough notes. point_tunes: their tunes.
    """

    values: dict[str, np.ndarray]
    tunes: list[Hashable]
    points: mgeval.Points
    point_tunes: list[Hashable]


def two_sided(takes: Sequence[Solo], human: Sequence[Solo], training: Sequence[Solo], generator: np.random.Generator) -> list[Row]:
    """Every metric of the takes beside human solos.

    Args:
        takes: the solos of one improviser. human: those they are held against.
        training: the solos that the improviser learnt from, in which copies are looked for; may hold some of ``human``.
        generator: draws the human sets.

    Raises:
        ValueError: no chunk of eight bars with enough notes among the takes, or among the human solos.
    """
    return beside(measure_takes(takes, training), measure_human(human, training), generator)


def measure_takes(takes: Sequence[Solo], training: Sequence[Solo]) -> Measured:
    """The chunks of takes, copies looked for in all that was learnt from. Raises ValueError for no chunk with enough notes."""
    found = chunks(takes, fewest=0)
    return _measured(found, novelty.evaluate(found.solos, training) if found.solos else [], novelty.tune_labels(takes), "takes")


def measure_human(human: Sequence[Solo], training: Sequence[Solo]) -> Measured:
    """The chunks of human solos, copies looked for in the solos on other tunes; the same for every improviser that learnt from these. Raises as ``measure_takes``."""
    found = chunks(human, fewest=0)
    return _measured(found, novelty.evaluate_human(found.solos, training) if found.solos else [], novelty.tune_labels(human), "human solos")


def beside(takes: Measured, human: Measured, generator: np.random.Generator) -> list[Row]:
    """The rows of ``two_sided``."""
    names = [name for name in takes.values if not name.endswith(CHANCE)]
    human_bands = bands(np.stack([human.values[name] for name in names], axis=1), human.tunes, len(takes.tunes), generator)
    rows = []
    for name, band in zip(names, human_bands):
        value, chance = _mean(takes.values[name]), takes.values.get(name.removesuffix(SHARE) + CHANCE)
        rows.append(_row(name, value, _mean(human.values[name]), band, math.nan if chance is None else _mean(chance), math.nan))
    compared = comparisons(takes.points, human.points, human.point_tunes, generator)
    for part, kind in enumerate(("overlap", "divergence")):
        for feature in mgeval.FEATURES:
            if feature in compared:
                found = compared[feature][part]
                rows.append(_row(f"{kind}_{feature}", found.value, found.floor, found.band, math.nan, found.floor))
            else:
                rows.append(_row(f"{kind}_{feature}", math.nan, math.nan, UNKNOWN, math.nan, math.nan))
    return rows


def _measured(found: Chunks, copies: list[dict[str, float]], tunes: list[Hashable], whose: str) -> Measured:
    """Args: copies: of each chunk. tunes: of each solo. whose: said in errors."""
    enough = [len(solo.notes) >= FEWEST for solo in found.solos]
    if not any(enough):
        raise ValueError(f"expected {whose} with at least one chunk of {BARS} bars and {FEWEST} notes, found none in {len(found.solos)} chunks; play over longer charts, or more choruses")
    measured = [pitch.evaluate(solo) | fit.evaluate(solo) | rhythm.evaluate(solo) | copied if kept else {} for solo, copied, kept in zip(found.solos, copies, enough)]
    names = measured[enough.index(True)]
    values = {name: np.array([row.get(name, math.nan) for row in measured]) for name in names} | {FEW: 1 - np.array(enough, float)}
    owners = [tunes[owner] for owner in found.owners]
    points = mgeval.features([solo for solo, kept in zip(found.solos, enough) if kept])
    return Measured(values, owners, points, [tune for tune, kept in zip(owners, enough) if kept])


def _mean(values: np.ndarray) -> float:
    return mean(values[~np.isnan(values)].tolist())


def _row(metric: str, value: float, human: float, band: Band, chance: float, floor: float) -> Row:
    known = (None if math.isnan(number) else float(number) for number in (value, human, *band, chance, floor))
    return Row(metric, *known, band.mark(value))
