"""How time and memory of the parse stage grow with the corpus.   python -m tests.bench.scale [FILES ...], e.g. 1000 10000 100000

Copies of the project's own sheets, each with another title and tempo and three other notes, seven of ten as lead sheets and three as MIDI files, in folders of a
thousand. Measured: the stage from nothing, the stage again with one file changed, and the peak memory of all its processes together.
"""

import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import psutil

from stages.corpora import read
from stages.experiment.params import read_params
from stages.melody.solo import Solo
from stages.rendering.midi import Params, to_bytes

SIZES = (1000, 10_000)
SHEETS = Path("data/woodshed")
PROJECT = ("stages", "params.yaml", "data/mine/README.md")


def main(*sizes: str) -> None:
    """Measure and print a row a size."""
    print(f"{'files':>8} {'seconds':>9} {'ms a file':>10} {'one changed, s':>15} {'peak MB':>8}")
    for size in map(int, sizes or SIZES):
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), size)


def measure(folder: Path, size: int) -> None:
    """One row."""
    for path in PROJECT:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if Path(path).is_dir() else shutil.copy)(path, folder / path)
    text = (folder / "params.yaml").read_text()
    (folder / "params.yaml").write_text(text.replace("corpus: woodshed", "corpus: mine"))
    fill(folder / "data/mine", size)
    seconds, peak = parse(folder)
    changed = next((folder / "data/mine").rglob("*.ls"))
    changed.write_text(changed.read_text().replace("(title ", "(title New "))
    again, _ = parse(folder)
    print(f"{size:8} {seconds:9.1f} {1000 * seconds / size:10.2f} {again:15.1f} {peak / 2**20:8.0f}", flush=True)


def fill(folder: Path, size: int) -> None:
    """So many music files."""
    dice, solos, params = random.Random(1), [(path.read_text(), next(read(path))) for path in sorted(SHEETS.glob("*.ls"))], read_params("render", Params)
    for number in range(size):
        text, solo = solos[number % len(solos)]
        home = folder / str(number // 1000)
        home.mkdir(exist_ok=True)
        tempo = dice.randint(60, 300)
        if number % 10 < 7:
            told = re.sub(r"\(tempo [^)]*\)", f"(tempo {tempo}.0)", re.sub(r"\(title [^)]*\)", f"(title Tune {number})", text))
            (home / f"{number}.ls").write_text(respelt(told, dice))
        else:
            (home / f"{number}.mid").write_bytes(to_bytes(varied(replace(solo, tune=f"Tune {number}", tempo=float(tempo)), dice), params))


def respelt(text: str, dice: random.Random) -> str:
    """A lead sheet with three notes of another letter."""
    for note in dice.sample(list(re.finditer(r"(?<=\s)[a-g](?=[#b]?[+-]*\d)", text)), 3):
        text = text[:note.start()] + dice.choice("abcdefg") + text[note.end():]
    return text


def varied(solo: Solo, dice: random.Random) -> Solo:
    """The solo with three other notes."""
    notes = list(solo.notes)
    for number in dice.sample(range(len(notes)), 3):
        notes[number] = notes[number]._replace(pitch=notes[number].pitch + dice.randint(-5, 5))
    return replace(solo, notes=tuple(notes))


def parse(folder: Path) -> tuple[float, int]:
    """Seconds, and the peak of the resident memory of all processes together in bytes, looked at ten times a second."""
    start, peak = time.perf_counter(), 0
    stage = subprocess.Popen([sys.executable, "-m", "stages.parse"], cwd=folder, stdout=subprocess.PIPE, text=True)
    process = psutil.Process(stage.pid)
    while stage.poll() is None:
        peak = max(peak, sum(map(resident, family(process))))
        time.sleep(0.1)
    if stage.returncode:
        sys.exit(f"parse failed: {stage.stdout.read()}")
    return time.perf_counter() - start, peak


def family(process: psutil.Process) -> list[psutil.Process]:
    """A process and all that it started."""
    try:
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


def resident(process: psutil.Process) -> int:
    """Bytes in memory that are its own."""
    try:
        return process.memory_full_info().uss
    except psutil.Error:
        return 0


if __name__ == "__main__":
    main(*sys.argv[1:])
