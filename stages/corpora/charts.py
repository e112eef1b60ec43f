"""What players are given: charts, the changes of a file to play over, and openings, the notes of a file to begin with.

As a chart a lead sheet needs no melody; of another file the changes of its first solo are taken.
"""

from dataclasses import replace
from itertools import islice
from pathlib import Path

from stages.corpora import GRID, READERS, read
from stages.corpora.errors import CorpusError
from stages.corpora.leadsheet import read_sheet
from stages.corpora.musicxml import changes_of
from stages.melody.quantize import Grid
from stages.melody.solo import Solo


def read_chart(path: Path) -> Solo:
    """The changes of a file as a solo without notes, named after its title or file.

    Raises:
        CorpusError: the file cannot be read, or it has a chord symbol that nobody knows: what is guessed in a corpus is a mistake in a chart.
    """
    chart = _sheet(path) if path.suffix.lower() == ".ls" else _first(path)
    if guessed := chart.reading.get("respelt"):
        symbol, (chord, _) = next(iter(guessed.items()))
        raise CorpusError(f"{path}: expected chord symbols such as 'Bbm7', 'C7#9/E' or 'NC', found {symbol!r}; did you mean {chord!r}?")
    return replace(chart, source=path.stem)


def read_opening(path: Path, grid: Grid) -> Solo:
    """The one solo of a file, named after the file.

    Raises:
        CorpusError: the file cannot be read, or it has no notes, or several solos.
    """
    solos = list(islice(read(path, grid=grid), 2))
    if len(solos) != 1 or not solos[0].notes:
        raise CorpusError(f"{path}: expected the notes of one solo, found {'several' if len(solos) > 1 else 'none'}")
    return replace(solos[0], source=str(path))


def _sheet(path: Path) -> Solo:
    sheet = read_sheet(path)
    return Solo((), sheet.changes, tune=sheet.title or path.stem, tempo=sheet.tempo, key=sheet.key, reading=sheet.reading)


def _first(path: Path) -> Solo:
    try:
        solo = next(read(path, grid=GRID))
    except CorpusError:
        if READERS.get(path.suffix.lower()) != "musicxml":
            raise
        return Solo((), changes_of(path), tune=path.stem)               # chords without a melody
    return Solo((), solo.changes, tune=solo.tune, tempo=solo.tempo, key=solo.key, reading=solo.reading)
