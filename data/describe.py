"""Brings the tables of data/README.md up to date.   python -m data.describe

Neither a stage nor a room: the pipeline runs without it. It reads the lead sheets in data/woodshed and rewrites what stands between the markers
``<!-- measures -->`` and ``<!-- /measures -->``, ``<!-- sheets -->`` and ``<!-- /sheets -->``, and, where the other corpora are there too, ``<!-- grid -->``; the words
around them are written by hand.
"""

import re
import warnings
from collections.abc import Iterable
from pathlib import Path

from stages.corpora import GRID, CorpusWarning, read
from stages.corpora.report import Report
from stages.evaluation.table import corpus_table
from stages.experiment.artifacts import write_text
from stages.melody.quantize import Grid
from stages.melody.solo import Solo

SHEETS = Path("data/woodshed")
README = Path("data/README.md")
PRACTISES = re.compile(r"^\(comments\b.*?Practises:\s*(.+)\)\s*$", re.MULTILINE)
CORPORA = ("woodshed", "wjazzd", "improvisor", "openewld")
GRIDS = (12, 24, 48)
GRID_HEAD = "| corpus | solos | onsets | grid | moved | mean of all | mean of the moved | largest |\n|---|--:|--:|--:|--:|--:|--:|--:|"
HEAD = "| sheet | title | metre | bars | notes | practises |\n|---|---|--:|--:|--:|---|"


def main() -> None:
    sheets = {path: solo for path in sorted(SHEETS.glob("*.ls")) for solo in read(path)}
    text = README.read_text(encoding="utf-8")
    text = replace(text, "measures", corpus_table(list(sheets.values())))
    text = replace(text, "sheets", sheet_table(sheets))
    folders = {name: Path("data", name) for name in CORPORA}
    if all(folder.is_dir() for folder in folders.values()):
        text = replace(text, "grid", "\n".join([GRID_HEAD, *(grid_row(name, folder, divisions) for name, folder in folders.items() for divisions in GRIDS)]))
    write_text(README, text)


def replace(text: str, name: str, content: str) -> str:
    """The text with the content between the two markers of that name. Raises ValueError where there is no such pair."""
    before, opening, rest = text.partition(f"<!-- {name} -->\n")
    _, closing, after = rest.partition(f"<!-- /{name} -->")
    if not closing:
        raise ValueError(f"{README}: expected the line '<!-- {name} -->' and behind it '<!-- /{name} -->', found no such pair")
    return f"{before}{opening}{content}\n{closing}{after}"


def sheet_table(sheets: dict[Path, Solo]) -> str:
    """The sheets with what each practises, as a Markdown table."""
    return "\n".join([HEAD, *(sheet_row(path, solo) for path, solo in sheets.items())])


def sheet_row(path: Path, solo: Solo) -> str:
    """One row. Raises ValueError if the sheet does not say what it practises."""
    practises = PRACTISES.search(path.read_text(encoding="utf-8-sig"))
    if practises is None:
        raise ValueError(f"{path}: expected a line '(comments Practises: ...)', found none")
    metre = "/".join(map(str, solo.changes.metre))
    return f"| `{path.name}` | {solo.tune} | {metre} | {solo.changes.bars} | {len(solo.notes)} | {practises[1].strip().rstrip('.')} |"


def grid_row(name: str, folder: Path, divisions: int) -> str:
    """The row of a corpus, as it is read on a grid of so many slots a quarter note."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CorpusWarning)
        return grid_row_of(name, read(folder, grid=Grid(divisions, GRID.legato)), divisions)


def grid_row_of(name: str, solos: Iterable[Solo], divisions: int) -> str:
    """What the grid did to the onsets of some solos, as a row of a Markdown table; moves in quarter notes."""
    report = Report()
    for solo in solos:
        report.add(solo.source, len(solo.notes), solo.reading, solo.swing)
    grid = report.to_json()["grid"]
    moved = grid["mean"] * grid["onsets"] / grid["moved"] if grid["moved"] else 0
    return f"| {name} | {report.solos:,} | {grid['onsets']:,} | {divisions} | {grid['moved'] / grid['onsets']:.2%} | {grid['mean']:.5f} | {moved:.4f} | {grid['largest']:.3f} |"


if __name__ == "__main__":
    main()
