"""Takes beside people: every metric of a set of takes, what human solos have in its place, and on which side of them the takes lie.

Everything is measured on chunks of eight bars (``chunks.py``), so that takes and solos of any length compare. Two-sided: a metric that lies above the human band is as far
off as one below it, for copies, chord tones and overlaps, too. What the rows mean:

* a metric of single chunks (``pitch.py``, ``fit.py``, ``rhythm.py``, ``novelty.py``): value and human are means over chunks, low to high the band of the means of
  human sets of the same size (``band.py``). Where the metric has a chance level, it is that of the takes over *their* chords.
* ``few_notes``: the share of chunks with fewer than eight notes, which count in no other row, so that an improviser does not escape by silence.
* ``overlap_*`` and ``divergence_*`` (nats): the nine features of ``mgeval.py``; human and floor are both that of one half of the human tunes against the other.

Takes are held against human chunks in the metres that they are in themselves (bars of another length have other entropies and note counts), against all of
them where no human solo is in these.

Copies are looked for in what the improviser learnt from; for human chunks in the solos there on other tunes, because their own solo may be among them.
"""

import math
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import compress

import numpy as np

from stages.evaluation import fit, mgeval, novelty, pitch, rhythm
from stages.evaluation.band import Band, Comparison, bands, comparisons
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
        points: what ``mgeval.features`` gives, (N, D) each, nan for the chunks with few notes.
        tunes: (N) what tells the tune of each chunk from others. metres: (N) those that the chunks begin in.
    """

    values: dict[str, np.ndarray]
    points: mgeval.Points
    tunes: list[Hashable]
    metres: list[tuple[int, int]]

    def only(self, kept: Sequence[bool]) -> "Measured":
        """Some of the chunks."""
        values, points = ({name: rows[np.array(kept)] for name, rows in part.items()} for part in (self.values, self.points))
        return Measured(values, points, list(compress(self.tunes, kept)), list(compress(self.metres, kept)))


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
    kept = [metre in takes.metres for metre in human.metres]
    human = human.only(kept) if any(kept) else human
    return [*_metrics(takes, human, generator), *_distances(takes, human, generator)]


def _metrics(takes: Measured, human: Measured, generator: np.random.Generator) -> Iterator[Row]:
    names = [name for name in takes.values if not name.endswith(CHANCE)]
    found = bands(np.stack([human.values[name] for name in names], axis=1), human.tunes, len(takes.tunes), generator)
    for name, band in zip(names, found):
        chance = takes.values.get(name.removesuffix(SHARE) + CHANCE)
        yield _row(name, _mean(takes.values[name]), _mean(human.values[name]), band, chance=math.nan if chance is None else _mean(chance))


def _distances(takes: Measured, human: Measured, generator: np.random.Generator) -> Iterator[Row]:
    takes, human = (chunked.only(chunked.values[FEW] == 0) for chunked in (takes, human))
    compared = comparisons(takes.points, human.points, human.tunes, generator)
    for part, kind in enumerate(("overlap", "divergence")):
        for feature in mgeval.FEATURES:
            found = compared[feature][part] if feature in compared else Comparison(math.nan, math.nan, UNKNOWN)
            yield _row(f"{kind}_{feature}", found.value, found.floor, found.band, floor=found.floor)


def _measured(found: Chunks, copies: list[dict[str, float]], tunes: list[Hashable], whose: str) -> Measured:
    """Args: copies: of each chunk. tunes: of each solo. whose: said in errors."""
    enough = np.array([len(solo.notes) >= FEWEST for solo in found.solos], bool)
    if not enough.any():
        raise ValueError(f"expected {whose} with at least one chunk of {BARS} bars and {FEWEST} notes, found none in {len(found.solos)} chunks; play over longer charts, or more choruses")
    measured = [pitch.evaluate(solo) | fit.evaluate(solo) | rhythm.evaluate(solo) | copied if kept else {} for solo, copied, kept in zip(found.solos, copies, enough)]
    values = {name: np.array([row.get(name, math.nan) for row in measured]) for name in measured[enough.argmax()]}
    points = {}
    for name, rows in mgeval.features(list(compress(found.solos, enough))).items():
        points[name] = np.full((len(enough), rows.shape[1]), math.nan)
        points[name][enough] = rows
    return Measured(values | {FEW: 1.0 - enough}, points, [tunes[owner] for owner in found.owners], [solo.changes.metre for solo in found.solos])


def _mean(values: np.ndarray) -> float:
    return mean(values[~np.isnan(values)].tolist())


def _row(metric: str, value: float, human: float, band: Band, chance: float = math.nan, floor: float = math.nan) -> Row:
    known = (None if math.isnan(number) else float(number) for number in (value, human, *band, chance, floor))
    return Row(metric, *known, band.mark(value))
