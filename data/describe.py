"""Brings the two tables of data/README.md up to date.   python -m data.describe

Neither a stage nor a room: the pipeline runs without it. It reads the lead sheets in data/woodshed and rewrites what stands between the markers
``<!-- measures -->`` and ``<!-- /measures -->``, ``<!-- sheets -->`` and ``<!-- /sheets -->``; the words around them are written by hand.
"""

import re
from pathlib import Path

from stages.corpora import read
from stages.evaluation.table import corpus_table
from stages.experiment.artifacts import write_text
from stages.melody.solo import Solo

SHEETS = Path("data/woodshed")
README = Path("data/README.md")
PRACTISES = re.compile(r"^\(comments\b.*?Practises:\s*(.+)\)\s*$", re.MULTILINE)
HEAD = "| sheet | title | metre | bars | notes | practises |\n|---|---|--:|--:|--:|---|"


def main() -> None:
    sheets = {path: solo for path in sorted(SHEETS.glob("*.ls")) for solo in read(path)}
    text = README.read_text(encoding="utf-8")
    text = replace(text, "measures", corpus_table(list(sheets.values())))
    text = replace(text, "sheets", sheet_table(sheets))
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


if __name__ == "__main__":
    main()
