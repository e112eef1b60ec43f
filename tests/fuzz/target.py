"""One format under Atheris: writes the bytes it is given to a file and reads that.   python -m tests.fuzz.target ENDING SEEDS [libFuzzer options]"""

import importlib
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["stages"]):
    from stages.corpora import READERS, read
    from stages.corpora.errors import CorpusError
    for name in set(READERS.values()):
        importlib.import_module(f"stages.corpora.{name}")

ENDING = sys.argv.pop(1)
FOLDER = Path(tempfile.mkdtemp(prefix="woodshed-fuzz-"))


def try_bytes(content: bytes) -> None:
    """Read the bytes as a file; for csv the first half (up to a zero byte) as the melody, the rest as the beats."""
    path = FOLDER / f"music.{ENDING}"
    if ENDING == "csv":
        path = FOLDER / "melody/music.csv"
        content, _, beats = content.partition(b"\0")
        for folder, half in (("melody", content), ("beats", beats)):
            (FOLDER / folder).mkdir(exist_ok=True)
            (FOLDER / folder / "music.csv").write_bytes(half)
    else:
        path.write_bytes(content)
    try:
        for _ in read(path):
            pass
    except CorpusError:
        pass


atheris.Setup(sys.argv, try_bytes)
atheris.Fuzz()
