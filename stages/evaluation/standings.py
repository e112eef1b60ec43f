"""Standings: improvisers beside each other and beside people.

A *standing* is one improviser on one corpus: for each measure a ``Cell``. Several results of it that differ in seeds are pooled: every number is the mean over
the seeds, and the standard deviation of the value over them (n - 1 in the denominator) is told.

There are two kinds of measures. Of the *expected* ones (nats a note and the perplexities, on the test tunes) less is better; their interval is that of
``likelihood.py``, over tunes. The *two-sided* ones (``takes.py``) are best where they are nearest to the human value; beside them stands the band of human sets, and the mark says on which
side of it a value lies. Distances of different measures are compared in half widths of the band, d = (value - human) / ((high - low) / 2): about -1 to 1 is inside.

How many nats a note an improviser is behind the best of its block comes with an interval of the difference on the same tunes (``likelihood.py``).
"""

import math
import statistics
from collections.abc import Iterable
from dataclasses import dataclass

from stages.evaluation.band import ABOVE, BELOW, Band
from stages.evaluation.likelihood import Tunes, behind, pooled

NATS = "nats_per_note"
BEHIND = "nats_behind_the_best"
OVERLAP = "overlap_mean"                        # of the nine of ``mgeval.py``; each has a band, their mean has none
EXPECTED = {NATS: "nats a note", "rhythm_perplexity": "rhythm perplexity", "pitch_perplexity": "pitch perplexity"}


@dataclass(frozen=True)
class Cell:
    """One measure of one improviser; None where something cannot be told.

    Args:
        value: mean over the seeds. spread: its standard deviation over them.
        low, high: the 95 % interval over tunes of an expected measure and of BEHIND, the human band of a two-sided one.
        human, chance, floor: as in ``takes.Row``; none for an expected measure.
    """

    value: float | None
    spread: float | None
    low: float | None
    high: float | None
    human: float | None = None
    chance: float | None = None
    floor: float | None = None

    @property
    def mark(self) -> str:
        """"-" below the human band, "+" above it, "" inside or without one."""
        known = self.human is not None and None not in (self.value, self.low, self.high)
        return Band(self.low, self.high).mark(self.value) if known else ""

    @property
    def distance(self) -> float | None:
        """From the human value, in half widths of the band; None without a band or where it has no width."""
        if None in (self.value, self.human, self.low, self.high) or self.high <= self.low:
            return None
        return 2 * (self.value - self.human) / (self.high - self.low)


@dataclass(frozen=True)
class Standing:
    """One improviser on one corpus: its names, how many seeds were pooled, the nats and notes of each test tune (nats: mean over the seeds), and {measure: cell}, the expected ones first."""

    corpus: str
    grammar: str
    improviser: str
    seeds: int
    tunes: Tunes
    cells: dict[str, Cell]

    def count(self) -> tuple[int, int]:
        """How many two-sided measures lie inside the human band, of how many that have a value and a band."""
        banded = [cell for cell in self.cells.values() if cell.human is not None and None not in (cell.value, cell.low, cell.high)]
        return sum(not cell.mark for cell in banded), len(banded)


Block = list[Standing]                          # of one corpus in one grammar, best first


def blocks(results: Iterable[dict], first: tuple[str, str]) -> list[Block]:
    """The standings of results (``experiment/results.py``), a block a corpus and grammar, the ``first`` one on top, then by name. Best first is: by nats a note; who has none comes last, by name."""
    pools: dict[tuple[str, str], dict[str, list[dict]]] = {}
    for found in results:
        pools.setdefault((found["corpus"], found["grammar"]), {}).setdefault(found["improviser"], []).append(found)
    order = sorted(pools, key=lambda names: (names != first, names))
    return [_behind(sorted((_standing(*names, improviser, pool) for improviser, pool in pools[names].items()), key=_rank)) for names in order]


def _behind(block: Block) -> Block:
    """The block with how far each improviser is behind the first, where both were judged on the same tunes and nothing was impossible."""
    for standing in block[1:]:
        gap = behind(standing.tunes, block[0].tunes)
        if gap and math.isfinite(gap.nats):
            standing.cells[BEHIND] = Cell(gap.nats, None, *(gap.interval or (None, None)))
    return block


def distances(block: Block) -> list[tuple[str, float, float, dict[str, tuple[float, str]]]]:
    """For the picture of a block: of each two-sided measure its name, the ends of the human band in half widths from the human value, and {improviser: (distance, in words)}.

    A value outside a band without width, where all human sets agree, is infinitely far off. Left out: measures without a band, and the divergences, which tell what the overlaps tell.
    """
    rows = []
    for measure in dict.fromkeys(name for standing in block for name in standing.cells):
        cells = {standing.improviser: standing.cells[measure] for standing in block if measure in standing.cells}
        ends = [Cell(end, None, cell.low, cell.high, cell.human).distance for cell in cells.values() for end in (cell.low, cell.high)]
        dots = {name: (_far(cell), _words(cell)) for name, cell in cells.items() if cell.human is not None and None not in (cell.value, cell.low, cell.high)}
        if dots and not measure.startswith("divergence"):
            rows.append((measure.replace("_", " "), mean(ends[::2]) or 0.0, mean(ends[1::2]) or 0.0, dots))
    return rows


def _far(cell: Cell) -> float:
    return cell.distance if cell.distance is not None else {BELOW: -math.inf, ABOVE: math.inf, "": 0.0}[cell.mark]


def _words(cell: Cell) -> str:
    return f"{cell.value:.3g}; people {cell.human:.3g}, {cell.low:.3g} to {cell.high:.3g}"


def _standing(corpus: str, grammar: str, improviser: str, pool: list[dict]) -> Standing:
    tests = [found["scores"].get("test", {}) for found in pool]
    cells = {measure: _expected([test.get(measure) for test in tests], [_interval(test, measure) for test in tests]) for measure in EXPECTED}
    rows = [{row["metric"]: row for row in found["beside"]} for found in pool]
    for metric in dict.fromkeys(name for named in rows for name in named):
        cells[metric] = _two_sided([named[metric] for named in rows if metric in named])
    cells[OVERLAP] = _two_sided(list(map(_mean_overlap, rows)))
    return Standing(corpus, grammar, improviser, len(pool), pooled([found["tunes"] for found in pool]), cells)


def _interval(test: dict, measure: str) -> tuple[float | None, float | None]:
    """The ends of the interval; those of a perplexity are exp of those of its nats."""
    nats = measure.replace("perplexity", NATS)
    ends = test.get(f"{nats}_low"), test.get(f"{nats}_high")
    return tuple(math.exp(end) if measure != NATS and end is not None else end for end in ends)


def _expected(values: list[float | None], intervals: list[tuple[float | None, float | None]]) -> Cell:
    return Cell(mean(values), _spread(values), *map(mean, zip(*intervals)))


def _two_sided(rows: list[dict]) -> Cell:
    columns = {name: [row[name] for row in rows] for name in ("value", "low", "high", "human", "chance", "floor")}
    means = {name: mean(column) for name, column in columns.items()}
    return Cell(spread=_spread(columns["value"]), **means)


def _mean_overlap(named: dict[str, dict]) -> dict[str, float | None]:
    """A row of all overlaps of a result together; its band cannot be told from theirs."""
    rows = [row for metric, row in named.items() if metric.startswith("overlap_")]
    return dict.fromkeys(("low", "high", "chance", "floor")) | {name: mean(row[name] for row in rows) for name in ("value", "human")}


def _known(values: Iterable[float | None]) -> list[float]:
    return [value for value in values if value is not None and not math.isnan(value)]


def mean(values: Iterable[float | None]) -> float | None:
    """Of the numbers that can be told; None where none can."""
    known = _known(values)
    return sum(known) / len(known) if known else None


def _spread(values: Iterable[float | None]) -> float | None:
    known = _known(values)
    return statistics.stdev(known) if len(known) > 1 and all(map(math.isfinite, known)) else None


def _rank(standing: Standing) -> tuple[float, str]:
    nats = standing.cells[NATS].value
    return math.inf if nats is None else nats, standing.improviser
