"""The Weimar Jazz Database as one SQLite file (`wjazzd.db`): improvised solos, transcribed note by note, with beats, chords and phrases.

Source: the Jazzomat Research Project, Hochschule für Musik Franz Liszt Weimar (Pfleiderer, Frieler, Abesser, Zaddach, Burkhart: Inside the Jazzomat,
Schott 2017). Licence: Open Database License 1.0, contents Database Contents License 1.0.

Tables: ``melody`` (a row a note), ``beats`` (a row a beat; chord and signature only where they change), ``sections`` (PHRASE: first and last note of each,
counted from 0) and ``solo_info`` (a row a solo), joined by ``melid``, the number of the solo.

Quirks: pitches are stored as floats; bars before the first chorus are numbered 0, -1, ...; "1/4" is free playing, in which every beat is a bar; a last bar
often consists of the beat on which the solo stops. Chord symbols put accidentals behind tensions ("79b"). ``database.py`` reads the tables,
``transcription.py`` makes the Solos.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from stages.corpora.errors import CorpusError
from stages.corpora.wjazzd.database import COLUMNS, Fetched, fetch, parts
from stages.corpora.wjazzd.names import key_signature
from stages.corpora.wjazzd.transcription import Labels, Transcription, solo_of
from stages.melody.quantize import Grid
from stages.melody.solo import Solo

UNITS = (1, 2, 4, 8, 16, 32, 64)
UNKNOWN = (None,) * (1 + len(COLUMNS["solo_info"]))
NOTHING = np.zeros((0, 1))

__all__ = ["parts", "read"]


def _refuse(reason: CorpusError) -> None:
    raise reason


def read(path: Path, grid: Grid, part: str = "", *, skip: Callable[[CorpusError], None] = _refuse) -> Iterator[Solo]:
    """The solos of a part, ascending by melid; of the whole file for "".

    Args:
        part: one of ``parts``.
        skip: told why a solo is left out; by default the error is raised.

    Raises:
        CorpusError: the file cannot be read, or is no such database.
    """
    for piece in [part] if part else parts(path):
        found = fetch(path, piece)
        if not found.notes and not found.infos:
            raise CorpusError(f"{path}: expected solos in its part {piece}, found none; the file may be damaged, fetch it again")
        for melid in sorted({*found.notes, *found.infos}):
            try:
                solo = _solo(melid, found, grid, path)
            except CorpusError as error:
                skip(error)
            else:
                yield solo


def _solo(melid: int, found: Fetched, grid: Grid, path: Path) -> Solo:
    notes, beats, info = found.notes.get(melid, NOTHING), found.beats.get(melid, NOTHING), found.infos.get(melid, [UNKNOWN])[0][1:]
    performer, title, style, feel = map(_text, info[:4])
    where = f"{path}, solo {melid}" + (f" ({performer}: {title})"[:80] if title else "")
    if not len(notes) or not len(beats):
        raise CorpusError(f"{where}: expected notes and beats, found {len(notes)} notes and {len(beats)} beats")
    texts = found.texts.get(melid, [])
    rows = np.searchsorted(beats[:, 0], [row for _, row, _, _ in texts]).tolist()
    chords, signatures = ({row: _text(text[column]) for row, text in zip(rows, texts) if text[column]} for column in (2, 3))
    phrases = {start for _, start, kind in found.sections.get(melid, []) if type(start) is int and _text(kind) == "PHRASE"}
    tempo = float(info[4]) if type(info[4]) in (int, float) else None
    labels = Labels(title or f"{path.stem} {melid}", performer, f"{path.name}#{melid}", tempo, key_signature(_text(info[5])), style or feel, phrases)
    unit = int(notes[0, -1]) if notes[0, -1] in UNITS else 4
    return solo_of(Transcription(notes[:, :-1], beats[:, 1:], signatures, chords), unit, labels, grid, where)


def _text(value: Any) -> str:
    """What a cell says, in one line."""
    return "" if value is None else " ".join((value.decode("utf-8", "replace") if type(value) is bytes else str(value)).split())
