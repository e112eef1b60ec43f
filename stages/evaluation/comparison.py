"""Improvisers beside each other and beside people (``standings.py``), in one table that is read in a minute."""

import math
from collections.abc import Sequence

from stages.evaluation.standings import BEHIND, EXPECTED, NATS, OVERLAP, Block, Standing, mean

AFTER = "behind the best"
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
    (OVERLAP, "overlap", 2),
    ("copy_rate_8_notes", "copies", 3),
    ("longest_shared_run", "longest copy", 1),
)
DECIMALS = {NATS: 2, BEHIND: 2, "rhythm_perplexity": 1, "pitch_perplexity": 1} | {metric: decimals for metric, _, decimals in SHOWN}

LEGEND = """\
How to read it. A row is an improviser, best first; a block is a corpus that they learnt from and are judged on.

* **Less is better**, with 95 % intervals over tunes in brackets: *nats a note*, how surprised the improviser is by what people really played on tunes that it never saw; *behind the best*,
  by how much more than the first of the block, with an interval of that difference on the same tunes (one without 0 tells more than two intervals side by side); *perplexity*, the same as nats,
  for rhythm and for pitch alone, as the number of continuations between which it is undecided. The jazz grammars have no rule for most of what people play and are judged by it with a way
  out, note by note, that is part of the probability: their nats tell how good that way is, not how the grammar plays.
* **Near to human is better**, all the others. They are measured on stretches of eight bars of what the improvisers play. In brackets behind the human value: the band in which 19 of 20 sets
  of human solos of the same size lie. **+** above the band, **-** below it; no mark: such a value is found among people, too. *Inside the human band* counts all measures
  that have a band, also those that are in `comparison.csv` and `comparison.svg` only.
* **Bold**: the best of the block. *By chance*: the same chords, every pitch as likely as any other. ±: standard deviation over seeds. –: cannot be told.

*Chord tones*: share of the notes; *fitting notes*: chord, colour and scale tones, share; *resolved*: share of the notes outside that move on by a semitone into the chord; *H1*, *H4*: entropy
of the pitch classes in one bar and in four; *GS*: how alike the rhythms of two bars are, 1 is the same; *repeats*, *leaps*: share of the intervals that are 0, and 8 semitones or more; *notes a bar*;
*duration*: median, in quarter notes; *rests*: share of the time; *overlap*: mean overlap area of the nine MGEval features, 1 is the same; *copies*: share of the runs of eight notes that a training
solo has, too; *longest copy*: run of intervals shared with one (for people, both: on another tune).
"""


def markdown(found: Sequence[Block]) -> str:
    """The table with its legend, as a Markdown page."""
    headings = ["", *EXPECTED.values(), AFTER, INSIDE, *(heading for _, heading, _ in SHOWN)]
    lines = [_line(headings), "|---|" + "--:|" * (len(headings) - 1)]
    for block in found:
        lines += [_line([f"**{title(block)}**", *[""] * (len(headings) - 1)]), _line(_human(block)), _line(_chance(block))]
        winners = best(block)
        lines += [_line(_improviser(standing, winners)) for standing in block]
    return "# Improvisers compared\n\n" + "\n".join(lines) + f"\n\n{LEGEND}"


def table(found: Sequence[Block]) -> list[dict]:
    """All of it as rows of a CSV file, one a corpus, improviser and measure; what cannot be told is empty."""
    return [{"corpus": standing.corpus, "grammar": standing.grammar, "improviser": standing.improviser, "seeds": standing.seeds, "measure": measure,
             "value": cell.value, "spread": cell.spread, "low": cell.low, "high": cell.high, "human": cell.human, "chance": cell.chance, "floor": cell.floor,
             "mark": cell.mark, "distance": cell.distance}
            for block in found for standing in block for measure, cell in standing.cells.items()]


def best(block: Block) -> dict[str, str]:
    """{measure: how the best value of a block reads}: the least of an expected measure, the nearest to its human value of a two-sided one. Nothing where fewer than two
    improvisers can be compared. Of equal distance, the value below. INSIDE: the largest share of measures inside the human band."""
    winners = {}
    for measure in DECIMALS.keys() - {BEHIND}:
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


def title(block: Block) -> str:
    """The corpus of a block, and on how many tunes its improvisers were judged."""
    tunes = max(len(standing.tunes) for standing in block)
    grammar = "" if block[0].grammar == "woodshed" else f", {block[0].grammar} grammar"
    return f"{block[0].corpus}{grammar}, {tunes or 'no'} unseen tune{'' if tunes == 1 else 's'}"


def _human(block: Block) -> list[str]:
    """The row of human solos; where the improvisers play over different charts and are held against different sets, the mean."""
    cells = [ASIDE] * (len(EXPECTED) + 2)
    for metric, _, decimals in SHOWN:
        human, low, high = (mean(getattr(standing.cells[metric], name) for standing in block if metric in standing.cells) for name in ("human", "low", "high"))
        cells.append(number(human, decimals) + _brackets(low, high, decimals))
    return ["*human solos*", *cells]


def _chance(block: Block) -> list[str]:
    cells = [ASIDE] * (len(EXPECTED) + 2)
    cells += [number(mean(standing.cells[metric].chance for standing in block if metric in standing.cells), decimals) for metric, _, decimals in SHOWN]
    return ["*by chance*", *cells]


def _improviser(standing: Standing, winners: dict[str, str]) -> list[str]:
    inside = _of(standing.count())
    name = standing.improviser if standing.seeds == 1 else f"{standing.improviser}, {standing.seeds} seeds"
    expected = [_text(measure, standing, winners) for measure in EXPECTED]
    return [name, *expected, _text(BEHIND, standing, winners), f"**{inside}**" if inside == winners.get(INSIDE) else inside, *(_text(metric, standing, winners) for metric, _, _ in SHOWN)]


def _of(count: tuple[int, int]) -> str:
    return f"{count[0]} of {count[1]}" if count[1] else ASIDE


def _text(measure: str, standing: Standing, winners: dict[str, str]) -> str:
    """A cell: the value, bold where it is the best; the mark; the spread; the interval of an expected measure, or of what is behind."""
    cell = standing.cells.get(measure)
    if cell is None or cell.value is None:
        return ASIDE
    decimals = DECIMALS[measure]
    value = number(cell.value, decimals)
    shown = f"**{value}**" if winners.get(measure) == value else value
    spread = "" if cell.spread is None else f" ±{number(cell.spread, decimals)}"
    return shown + cell.mark + spread + (_brackets(cell.low, cell.high, decimals) if measure in (*EXPECTED, BEHIND) else "")


def _brackets(low: float | None, high: float | None, decimals: int) -> str:
    return "" if low is None or high is None else f" ({number(low, decimals)}–{number(high, decimals)})"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
