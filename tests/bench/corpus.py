"""How fast a corpus is read, beside music21.   python -m tests.bench.corpus [wjazzd.db]

Ours: reading the Weimar Jazz Database into Solos, in one process of its own; the whole parse stage on it, from nothing (Python's start, tokens, windows and the writing of all
artifacts included), on all cores; and our reader of MusicXML on some of the solos. The peer: ``music21.converter.parse`` of these as MusicXML files,
``forceSource`` so that it keeps no pickle, and its notes and chord symbols asked for. Imports of music21 are left out. All are divided by the notes that they
read, since a sample of solos may be longer than the rest; ours and the peer take turns, and medians are shown.
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
SAMPLE = range(10, 418, 40)         # every fortieth solo
RUNS = 5


def main(*given: str) -> None:
    """Measure and print the comparison."""
    file = next((path for path in (map(Path, given) if given else PLACES) if path.is_file()), None)
    if file is None:
        sys.exit(f"{' '.join(given) or PLACES[-1]}: expected the Weimar Jazz Database, found none; `make corpus NAME=wjazzd` tells how to get it")
    with tempfile.TemporaryDirectory() as folder:
        solos = list(read(file))
        sample = [solos[number] for number in SAMPLE]
        sheets = [as_musicxml(solo, Path(folder) / f"{number}.musicxml") for number, solo in enumerate(sample)]
        notes, sampled = (sum(len(solo.notes) for solo in some) for some in (solos, sample))
        works = {
            "reading wjazzd.db": (notes, lambda: reading_seconds(file)),
            "parse stage on wjazzd.db": (notes, lambda: stage_seconds(file, Path(folder) / "project")),
            "reading the MusicXML files": (sampled, lambda: reading_seconds(*sheets)),
            "music21 on the same files": (sampled, lambda: seconds(lambda: [music21_notes(sheet) for sheet in sheets])),
        }
        runs = [{name: work() / many for name, (many, work) in works.items()} for _ in range(RUNS)]
    print(f"{'a note':28} {'us':>8} {'music21 / it':>13} {'runs':>6}")
    for name in works:
        print(f"{name:28} {statistics.median(1e6 * run[name] for run in runs):8.2f} {statistics.median(run['music21 on the same files'] / run[name] for run in runs):12.0f}x {RUNS:6}")
    print(f"parse stage: {statistics.median(run['parse stage on wjazzd.db'] for run in runs) * notes:.1f} s for {notes} notes; the sample: {sampled} notes in {len(sheets)} solos")


def reading_seconds(*files: Path) -> float:
    """Of our reader, the median of five passes after a first one, in a process of its own: in this one the collector would visit music21's many objects on our account."""
    return float(subprocess.run([sys.executable, "-c", READ, *files], check=True, capture_output=True, text=True).stdout.splitlines()[-1])


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
    """How many notes and chord symbols music21 finds, of each its place in time and its pitches."""
    from music21 import converter

    return len([(sound.offset, sound.quarterLength, [pitch.midi for pitch in sound.pitches]) for sound in converter.parse(path, forceSource=True).flatten().notes])


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


READ = """
import statistics, sys, time
from stages.corpora import read
passes = []
for _ in range(6):
    start = time.perf_counter()
    for file in sys.argv[1:]:
        for solo in read(file):
            len(solo.notes)
    passes.append(time.perf_counter() - start)
print(statistics.median(passes[1:]))
"""
ROOTS = ("C", "D-", "D", "E-", "E", "F", "F#", "G", "A-", "A", "B-", "B")

if __name__ == "__main__":
    main(*sys.argv[1:])
