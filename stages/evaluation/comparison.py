"""Improvisers beside each other and beside people, in one table that is read in a minute.

A *standing* is one improviser on one corpus: for each measure a ``Cell``. Several results of it that differ in seeds are pooled: every number is the mean over
the seeds, and the standard deviation of the value over them (n - 1 in the denominator) is told.

There are two kinds of measures. Of the *expected* ones (nats a note and the perplexities, on the test tunes) less is better; their interval is that of
``likelihood.py``, over tunes. The *two-sided* ones (``takes.py``) are best where they are nearest to the human value; beside them stands the band of human sets, and the mark says on which
side of it a value lies. Distances of different measures are compared in half widths of the band, d = (value - human) / ((high - low) / 2): about -1 to 1 is inside.
"""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stages.evaluation.band import ABOVE, BELOW, Band

NATS = "nats_per_note"
EXPECTED = {NATS: "nats a note", "rhythm_perplexity": "rhythm perplexity", "pitch_perplexity": "pitch perplexity"}
INSIDE = "inside the human band"
ASIDE = "–"                                   # where there is no number

# metric, heading, decimals: those of the rows of takes.py that the table shows; the others are in the CSV file and in the picture
SHOWN = (
    ("chord_tone_share", "chord tones", 2),
    ("inside_share", "fitting notes", 2),
    ("approach_resolution", "resolved", 2),
    ("entropy_1_bar", "H1, bits", 2),
    ("entropy_4_bars", "H4, bits", 2),
    ("grooving_similarity", "GS", 3),
    ("interval_repeats", "repeats", 3),
    ("interval_wide_leaps", "leaps", 3),
    ("notes_per_bar", "notes a bar", 1),
    ("note_duration_median", "duration", 2),
    ("rest_share", "rests", 2),
    ("longest_shared_run", "copied", 1),
)
DECIMALS = {NATS: 2, "rhythm_perplexity": 1, "pitch_perplexity": 1} | {metric: decimals for metric, _, decimals in SHOWN}

LEGEND = """\
How to read it. A row is an improviser, best first; a block is a corpus that they learnt from and are judged on.

* **Less is better**, with 95 % intervals over tunes in brackets: *nats a note*, how surprised the improviser is by what people really played on tunes that it never saw; *perplexity*, the same
  for rhythm and for pitch alone, as the number of continuations between which it is undecided.
* **Near to human is better**, all the others. They are measured on stretches of eight bars of what the improvisers play. In brackets behind the human value: the band in which 19 of 20 sets
  of human solos of the same size lie. **+** above the band, **-** below it; no mark: such a value is found among people, too. *Inside the human band* counts all measures
  that have a band, also those that are in `comparison.csv` and `comparison.svg` only.
* **Bold**: the best of the block. *By chance*: the same chords, every pitch as likely as any other. ±: standard deviation over seeds. –: cannot be told.

*Chord tones*: share of the notes; *fitting notes*: chord, colour and scale tones, share; *resolved*: share of the notes outside that move on by a semitone into the chord; *H1*, *H4*: entropy
of the pitch classes in one bar and in four; *GS*: how alike the rhythms of two bars are, 1 is the same; *repeats*, *leaps*: share of the intervals that are 0, and 8 semitones or more; *notes a bar*;
*duration*: median, in quarter notes; *rests*: share of the time; *copied*: longest run of intervals shared with a training solo (for people: on another tune).
"""


@dataclass(frozen=True)
class Cell:
    """One measure of one improviser; None where something cannot be told.

    Args:
        value: mean over the seeds. spread: its standard deviation over them.
        low, high: the 95 % interval over tunes of an expected measure, the human band of a two-sided one.
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
    """One improviser on one corpus: its names, how many seeds were pooled, how many test tunes there were, and {measure: cell}, the expected ones first."""

    corpus: str
    grammar: str
    improviser: str
    seeds: int
    tunes: int
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
    return [sorted((_standing(*names, improviser, pool) for improviser, pool in pools[names].items()), key=_rank) for names in order]


def markdown(found: Sequence[Block]) -> str:
    """The table with its legend, as a Markdown page."""
    headings = ["", *EXPECTED.values(), INSIDE, *(heading for _, heading, _ in SHOWN)]
    lines = [_line(headings), "|---|" + "--:|" * (len(headings) - 1)]
    for block in found:
        lines += [_line([f"**{_title(block)}**", *[""] * (len(headings) - 1)]), _line(_human(block)), _line(_chance(block))]
        winners = best(block)
        lines += [_line(_improviser(standing, winners)) for standing in block]
    return "# Improvisers compared\n\n" + "\n".join(lines) + f"\n\n{LEGEND}"


def table(found: Sequence[Block]) -> list[dict]:
    """All of it as rows of a CSV file, one a corpus, improviser and measure; what cannot be told is empty."""
    return [{"corpus": standing.corpus, "grammar": standing.grammar, "improviser": standing.improviser, "seeds": standing.seeds, "measure": measure,
             "value": cell.value, "spread": cell.spread, "low": cell.low, "high": cell.high, "human": cell.human, "chance": cell.chance, "floor": cell.floor,
             "mark": cell.mark, "distance": cell.distance}
            for block in found for standing in block for measure, cell in standing.cells.items()]


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
            rows.append((measure.replace("_", " "), _mean(ends[::2]) or 0.0, _mean(ends[1::2]) or 0.0, dots))
    return rows


def _far(cell: Cell) -> float:
    return cell.distance if cell.distance is not None else {BELOW: -math.inf, ABOVE: math.inf, "": 0.0}[cell.mark]


def _words(cell: Cell) -> str:
    return f"{cell.value:.3g}; people {cell.human:.3g}, {cell.low:.3g} to {cell.high:.3g}"


def best(block: Block) -> dict[str, str]:
    """{measure: how the best value of a block reads}: the least of an expected measure, the nearest to its human value of a two-sided one. Nothing where fewer than two
    improvisers can be compared. Of equal distance, the value below. INSIDE: the largest share of measures inside the human band."""
    winners = {}
    for measure in DECIMALS:
        cells = [standing.cells[measure] for standing in block if measure in standing.cells and standing.cells[measure].value is not None]
        comparable = [cell for cell in cells if measure in EXPECTED or cell.human is not None]
        if len(comparable) > 1:
            nearest = min(comparable, key=lambda cell: (cell.value if measure in EXPECTED else abs(cell.value - cell.human), cell.value))
            winners[measure] = number(nearest.value, DECIMALS[measure])
    counts = [standing.count() for standing in block if standing.count()[1]]
    if len(counts) > 1:
        winners[INSIDE] = _of(max(counts, key=lambda count: (count[0] / count[1], count)))
    return winners


def number(value: float | None, decimals: int) -> str:
    """A number with so many decimals, never "-0.00"."""
    if value is None:
        return ASIDE
    return "∞" if math.isinf(value) else f"{round(value, decimals) + 0.0:.{decimals}f}"


def _standing(corpus: str, grammar: str, improviser: str, pool: list[dict]) -> Standing:
    tests = [found["scores"].get("test", {}) for found in pool]
    cells = {measure: _expected([test.get(measure) for test in tests], [_interval(test, measure) for test in tests]) for measure in EXPECTED}
    rows = [{row["metric"]: row for row in found["beside"]} for found in pool]
    for metric in dict.fromkeys(name for named in rows for name in named):
        cells[metric] = _two_sided([named[metric] for named in rows if metric in named])
    return Standing(corpus, grammar, improviser, len(pool), max(test.get("tunes", 0) for test in tests), cells)


def _interval(test: dict, measure: str) -> tuple[float | None, float | None]:
    """The ends of the interval; those of a perplexity are exp of those of its nats."""
    nats = measure.replace("perplexity", NATS)
    ends = test.get(f"{nats}_low"), test.get(f"{nats}_high")
    return tuple(math.exp(end) if measure != NATS and end is not None else end for end in ends)


def _expected(values: list[float | None], intervals: list[tuple[float | None, float | None]]) -> Cell:
    return Cell(_mean(values), _spread(values), *map(_mean, zip(*intervals)))


def _two_sided(rows: list[dict]) -> Cell:
    columns = {name: [row[name] for row in rows] for name in ("value", "low", "high", "human", "chance", "floor")}
    means = {name: _mean(column) for name, column in columns.items()}
    return Cell(spread=_spread(columns["value"]), **means)


def _known(values: Iterable[float | None]) -> list[float]:
    return [value for value in values if value is not None and not math.isnan(value)]


def _mean(values: Iterable[float | None]) -> float | None:
    known = _known(values)
    return sum(known) / len(known) if known else None


def _spread(values: Iterable[float | None]) -> float | None:
    known = _known(values)
    return statistics.stdev(known) if len(known) > 1 and all(map(math.isfinite, known)) else None


def _rank(standing: Standing) -> tuple[float, str]:
    nats = standing.cells[NATS].value
    return math.inf if nats is None else nats, standing.improviser


def _title(block: Block) -> str:
    tunes = max(standing.tunes for standing in block)
    grammar = "" if block[0].grammar == "woodshed" else f", {block[0].grammar} grammar"
    return f"{block[0].corpus}{grammar}, {tunes or 'no'} unseen tune{'' if tunes == 1 else 's'}"


def _human(block: Block) -> list[str]:
    """The row of human solos; where the improvisers play over different charts and are held against different sets, the mean."""
    cells = [ASIDE] * (len(EXPECTED) + 1)
    for metric, _, decimals in SHOWN:
        human, low, high = (_mean(getattr(standing.cells[metric], name) for standing in block if metric in standing.cells) for name in ("human", "low", "high"))
        cells.append(number(human, decimals) + _brackets(low, high, decimals))
    return ["*human solos*", *cells]


def _chance(block: Block) -> list[str]:
    cells = [ASIDE] * (len(EXPECTED) + 1)
    cells += [number(_mean(standing.cells[metric].chance for standing in block if metric in standing.cells), decimals) for metric, _, decimals in SHOWN]
    return ["*by chance*", *cells]


def _improviser(standing: Standing, winners: dict[str, str]) -> list[str]:
    inside = _of(standing.count())
    name = standing.improviser if standing.seeds == 1 else f"{standing.improviser}, {standing.seeds} seeds"
    expected = [_text(measure, standing, winners) for measure in EXPECTED]
    return [name, *expected, f"**{inside}**" if inside == winners.get(INSIDE) else inside, *(_text(metric, standing, winners) for metric, _, _ in SHOWN)]


def _of(count: tuple[int, int]) -> str:
    return f"{count[0]} of {count[1]}" if count[1] else ASIDE


def _text(measure: str, standing: Standing, winners: dict[str, str]) -> str:
    """A cell: the value, bold where it is the best; the mark; the spread; the interval of an expected measure."""
    cell = standing.cells.get(measure)
    if cell is None or cell.value is None:
        return ASIDE
    decimals = DECIMALS[measure]
    value = number(cell.value, decimals)
    shown = f"**{value}**" if winners.get(measure) == value else value
    spread = "" if cell.spread is None else f" ±{number(cell.spread, decimals)}"
    return shown + cell.mark + spread + (_brackets(cell.low, cell.high, decimals) if measure in EXPECTED else "")


def _brackets(low: float | None, high: float | None, decimals: int) -> str:
    return "" if low is None or high is None else f" ({number(low, decimals)}–{number(high, decimals)})"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
