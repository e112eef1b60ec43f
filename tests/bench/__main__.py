"""All benchmarks, one after the other, each in a process of its own.   python -m tests.bench

Each prints a table: seconds of ours, of its peer (or goal), their ratio, the number of runs and the peak memory. A benchmark that fails does not
stop the others; the exit code is then 1.
"""

import os
import platform
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version

BENCHES = {
    "parse": "MIDI file to tokens, beside music21",
    "corpus": "a corpus of solos, beside music21",
    "scale": "corpora of 1,000 and 10,000 files",
    "train": "training the LSTM, beside Keras and PyTorch",
    "deepjazz": "training deepjazz, beside Keras and PyTorch",
    "transformer": "training the Transformer, beside PyTorch",
    "playing": "playing 64 takes, beside one by one and beside PyTorch",
    "sample": "playing 50 values, beside Keras",
    "pipeline": "the whole pipeline, beside its goals",
}
LIBRARIES = ("numpy", "symusic", "music21", "tensorflow", "keras", "torch", "dvc", "mlflow")


def main() -> int:
    """Run all; how many failed, as an exit code."""
    print(f"{os.cpu_count()} cores ({_processor()}), Python {platform.python_version()}")
    print(", ".join(map(_named, LIBRARIES)))
    failed = [name for name, title in BENCHES.items() if not _succeeds(name, title)]
    if failed:
        print(f"\nfailed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _succeeds(name: str, title: str) -> bool:
    print(f"\n{name}: {title}", flush=True)
    quiet = os.environ | {"TF_CPP_MIN_LOG_LEVEL": "3"}
    return subprocess.run([sys.executable, "-m", f"tests.bench.{name}"], env=quiet).returncode == 0


def _named(library: str) -> str:
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        return f"no {library}"


def _processor() -> str:
    """The model of the first core, on Linux."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    except OSError:
        return platform.machine()


if __name__ == "__main__":
    sys.exit(main())
