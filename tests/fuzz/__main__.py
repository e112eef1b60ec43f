"""Fuzzes every reader, guided by coverage, for a bounded time.   python -m tests.fuzz [SECONDS for each format, 60] [FORMAT ...]

Each format is fuzzed in a process of its own with Atheris (libFuzzer), two at a time, starting from the small real files in tests/tiny. A reader answers
any bytes with sound Solos or a CorpusError (``invariants.py``); anything else, a crash, more than 5 seconds or more than 500 MiB for one file end
the run of its format, and the file is kept.
"""

import importlib.util
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TINY = Path(__file__).parent.parent / "tiny"
SEEDS = {"ls": "*.ls", "mid": "*.mid", "musicxml": "*.musicxml", "mxl": "*.mxl", "zipped": "*.musicxml", "db": "*.db", "sql": "*.sql", "csv": "melody/*.csv"}
LIMITS = ["-timeout=5", "-rss_limit_mb=500", "-malloc_limit_mb=400", "-max_len=65536", "-len_control=0", "-print_final_stats=1"]
XML = ["<note>", "</note>", "<measure>", "</measure>", "<chord/>", "<grace/>", "<tie type=\"start\"/>", "<backup>", "<forward>", "<duration>", "</duration>", "<divisions>", "<time>", "<beats>", "<beat-type>",
       "<senza-misura/>", "<transpose>", "<chromatic>", "<repeat direction=\"backward\" times=\"99\"/>", "<repeat direction=\"forward\"/>", "<ending number=\"1\" type=\"start\"/>", "<sound dacapo=\"yes\"/>",
       "<sound tempo=\"0\"/>", "<harmony>", "<kind>", "<root>", "<root-step>", "<bass>", "<degree>", "<inversion>", "<offset>", "<time-modification>", "<actual-notes>", "<voice>", "<staff>", "<cue/>", "<words>",
       "D.S. al Coda", "<segno/>", "<coda/>", "<barline>", "<!ENTITY", "<!DOCTYPE", "<![CDATA[", "&amp;", "&#0;", "99999999", "-1", "0.5", "UTF-16"]
WORDS = {           # that chance would take long to find
    "ls": ["(part (type melody))", "(part (type chords))", "(meter 7 8)", "(key ", "(tempo ", "(title ", "(section (style ", "(composer ", " | ", " / ", "NC", "/*", "*/", "//", "Cmaj7#11/E", "8/3", "2+8..", "b#--", "r0", "v1"],
    "mid": ["MThd", "MTrk", "\\xff\\x2f\\x00", "\\xff\\x51\\x03", "\\xff\\x58\\x04", "\\xff\\x59\\x02", "\\xff\\x06\\x02C7", "\\xff\\x01\\x03Dm7", "\\xff\\x03", "\\x90\\x3c\\x40", "\\x80\\x3c\\x40", "\\xff\\xff\\xff\\x7f", "\\xf0", "\\xf7", "\\x99", "\\x7f\\xff"],
    "musicxml": XML, "zipped": XML, "mxl": ["PK\\x01\\x02", "PK\\x03\\x04", "PK\\x05\\x06", "PK\\x06\\x06", "META-INF/container.xml", "../", "\\x08\\x00", "\\xff\\xff\\xff\\xff"],
    "db": ["melody", "beats", "sections", "solo_info", "melid", "INTEGER", "VIEW", "CREATE TABLE", "WITHOUT ROWID", "GENERATED ALWAYS AS"],
    "sql": ["CREATE TABLE melody", "CREATE VIEW", "DROP TABLE ", "WITHOUT ROWID", "INTEGER PRIMARY KEY", "BLOB", "NULL", "x'00ff'", "1e999", "9223372036854775807", "-9223372036854775808", "GENERATED ALWAYS AS (1)",
            "ALTER TABLE ", "RENAME TO", "INSERT INTO ", "VALUES", ";\\x0a", "PHRASE", "'4/4'", "'Cj7'", "COLLATE NOCASE", "WITH RECURSIVE"],
    "csv": ["nan", "inf", "1e308", "-0", "1_0", "\\x22", "\\x00", "\\x0d", "\\xef\\xbb\\xbf", ";", "\\x09", "signature", "chord", "denom", "phrase_begin", "4/4", "C-7/F", "NC", "99999999999999999999"],
}


def main(seconds: int, formats: list[str]) -> int:
    """Fuzz some formats; 1 if one of them failed, else 0."""
    if importlib.util.find_spec("atheris") is None:
        print("tests.fuzz: expected Atheris to be installed, found none; `make fuzz` installs it, where there is one (Linux on x86-64)", file=sys.stderr)
        return 1
    kept = Path(tempfile.mkdtemp(prefix="woodshed-fuzz-"))
    with ThreadPoolExecutor(2) as pool:
        fine = all(list(pool.map(lambda name: fuzz(name, seconds, kept), formats)))
    if fine:
        shutil.rmtree(kept)
    return int(not fine)


def fuzz(name: str, seconds: int, kept: Path) -> bool:
    """Fuzz one format and say what came of it; whether nothing was found."""
    seeds, words = kept / name, kept / f"{name}.dict"
    seeds.mkdir()
    words.write_text("".join('"{}"\n'.format(word.replace('"', '\\x22')) for word in WORDS[name]))
    for file in sorted(TINY.glob(SEEDS[name])):
        beats = b"\0" + (TINY / "beats" / file.name).read_bytes() if name == "csv" else b""
        (seeds / file.name).write_bytes(file.read_bytes() + beats)
    command = [sys.executable, "-m", "tests.fuzz.target", name, str(seeds), f"-max_total_time={seconds}", f"-artifact_prefix={kept}/{name}-", f"-dict={words}", *LIMITS]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", env=os.environ | {"TMPDIR": str(kept)})
    stats = {key: value for key, _, value in (line.removeprefix("stat::").partition(":") for line in done.stderr.splitlines() if line.startswith("stat::"))}
    tried, peak = (stats.get(key, "?").strip() for key in ("number_of_executed_units", "peak_rss_mb"))
    print(f"{name}: {tried} files tried, at most {peak} MiB, " + ("FAILED" if done.returncode else "nothing but sound Solos and CorpusErrors"), flush=True)
    if done.returncode:
        found = " ".join(str(path) for path in sorted(kept.glob(f"{name}-*"))) or "FILE"
        print("\n".join(done.stdout.splitlines()[-20:] + done.stderr.splitlines()[-30:]), f"\nagain: python -m tests.fuzz.target {name} {found}", flush=True)
    return not done.returncode


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 60, sys.argv[2:] or [name for name in SEEDS if name != "sql" or hasattr(sqlite3.Connection, "serialize")]))       # Python 3.11
