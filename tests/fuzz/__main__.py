"""Fuzzes every reader, guided by coverage, for a bounded time.   python -m tests.fuzz [SECONDS for each format]

Each format is fuzzed in a process of its own with Atheris (libFuzzer), starting from the small real files in tests/tiny. A reader may answer any bytes
with Solos or with a CorpusError; another exception, a crash, more than 5 seconds or more than 500 MiB for one file end the run, and the file is kept.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

TINY = Path(__file__).parent.parent / "tiny"
SEEDS = {"ls": ["*.ls"], "mid": ["*.mid"], "musicxml": ["*.musicxml"], "mxl": ["*.mxl"], "db": ["*.db"], "csv": ["melody/*.csv", "beats/*.csv"]}
LIMITS = ["-timeout=5", "-rss_limit_mb=500", "-malloc_limit_mb=400", "-max_len=65536", "-print_final_stats=1"]


def main(seconds: int) -> int:
    """Fuzz all formats one after the other; the number of those that failed."""
    failed = 0
    kept = Path(tempfile.mkdtemp(prefix="woodshed-fuzz-"))
    for ending, patterns in SEEDS.items():
        seeds = kept / ending
        seeds.mkdir()
        for file in (file for pattern in patterns for file in sorted(TINY.glob(pattern))):
            (seeds / file.name).write_bytes(file.read_bytes())
        done = subprocess.run([sys.executable, "-m", "tests.fuzz.target", ending, str(seeds), f"-max_total_time={seconds}", f"-artifact_prefix={kept}/{ending}-", *LIMITS],
                              capture_output=True, text=True)
        failed += done.returncode != 0
        executed = [line.split()[-1] for line in done.stderr.splitlines() if "number_of_executed_units" in line]
        print(f"{ending}: {executed[0] if executed else 'no'} files tried, " + ("nothing but Solos and CorpusErrors" if not done.returncode else f"FAILED, see {kept}"), flush=True)
        if done.returncode:
            print("\n".join(done.stdout.splitlines()[-30:] + done.stderr.splitlines()[-40:]))
    return failed


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 60))
