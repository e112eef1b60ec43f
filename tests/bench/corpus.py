"""How fast a corpus is read, beside music21.   python -m tests.bench.corpus [wjazzd.db]

Ours: reading the Weimar Jazz Database into Solos, in one process; the whole parse stage on it, from nothing (Python's start, tokens, windows and the writing of all
artifacts included), on all cores; both divided by the number of solos; and our reader of MusicXML on some of them. The peer: ``music21.converter.parse`` of these as MusicXML files, ``forceSource`` so that it keeps no pickle, and its
notes and chord symbols asked for. Imports of music21 are left out.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from stages.corpora import read
from stages.melody.solo import Solo

PLACES = (Path("../shared/corpora/wjazzd/wjazzd.db"), Path("data/wjazzd/wjazzd.db"))
SAMPLE = range(0, 400, 50)          # every fiftieth solo
RUNS = 5


def main(*given: str) -> None:
    """Measure and print the comparison."""
    file = next((path for path in (map(Path, given) if given else PLACES) if path.is_file()), None)
    if file is None:
        sys.exit(f"{' '.join(given) or PLACES[-1]}: expected the Weimar Jazz Database, found none; `make corpus NAME=wjazzd` tells how to get it")
    with tempfile.TemporaryDirectory() as folder:
        solos = list(read(file))
        reading = statistics.median(seconds(lambda: list(read(file))) for _ in range(RUNS)) / len(solos)
        stage = statistics.median(stage_seconds(file, Path(folder) / "project") for _ in range(RUNS)) / len(solos)
        sheets = [as_musicxml(solos[number], Path(folder) / f"{number}.musicxml") for number in SAMPLE]
        ours = statistics.median(seconds(lambda: [list(read(sheet)) for sheet in sheets]) for _ in range(RUNS)) / len(sheets)
        peer = seconds(lambda: [music21_notes(sheet) for sheet in sheets]) / len(sheets)
    print(f"{'a solo':34} {'ours, ms':>9} {'peer, ms':>9} {'ratio':>7} {'runs':>7}")
    print(f"{'reading wjazzd.db: music21':34} {1000 * reading:9.2f} {1000 * peer:9.1f} {peer / reading:6.0f}x {f'{RUNS}/1':>7}")
    print(f"{'parse stage on wjazzd.db: music21':34} {1000 * stage:9.2f} {1000 * peer:9.1f} {peer / stage:6.0f}x {f'{RUNS}/1':>7}")
    print(f"{'the same MusicXML files: music21':34} {1000 * ours:9.2f} {1000 * peer:9.1f} {peer / ours:6.0f}x {f'{RUNS}/1':>7}")
    print(f"parse stage: {stage * len(solos):.1f} s for {len(solos)} solos, {sum(len(solo.notes) for solo in solos)} notes")


def stage_seconds(file: Path, folder: Path) -> float:
    """Of the parse stage in a copy of the project that remembers nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree("stages", folder / "stages")
    (folder / "data/wjazzd").mkdir(parents=True)
    (folder / "data/wjazzd/wjazzd.db").symlink_to(file.resolve())
    (folder / "params.yaml").write_text(Path("params.yaml").read_text().replace("corpus: woodshed", "corpus: wjazzd"))
    return seconds(lambda: subprocess.run([sys.executable, "-m", "stages.parse"], cwd=folder, check=True, stdout=subprocess.DEVNULL))


def as_musicxml(solo: Solo, path: Path) -> Path:
    """A file with the notes and chords of the solo, written by music21."""
    from music21 import harmony, meter, note, stream

    part = stream.Part()
    part.insert(0, meter.TimeSignature("/".join(map(str, solo.changes.metre))))
    for played in solo.notes:
        part.insert(played.onset, note.Note(played.pitch, quarterLength=played.duration))
    for onset, chord in solo.changes.chords:
        if chord.sounds:
            part.insert(onset, harmony.ChordSymbol(root=ROOTS[chord.root], kind="dominant-seventh"))
    part.write("musicxml", path)
    return path


def music21_notes(path: Path) -> int:
    """How many notes and chord symbols music21 finds."""
    from music21 import converter

    return len(list(converter.parse(path, forceSource=True).flatten().notes))


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


ROOTS = ("C", "D-", "D", "E-", "E", "F", "F#", "G", "A-", "A", "B-", "B")

if __name__ == "__main__":
    main(*sys.argv[1:])
