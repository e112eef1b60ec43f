"""The parse stage with a corpus of broken files, odd names and things that are no files among good ones: it reads the good ones and says what it left out."""

import json
import os
import shutil
import socket
from pathlib import Path

import pytest

TINY = Path(__file__).parent / "tiny"
SHEET = "(title {}) (part (type chords)) Dm7 | G7 | C | C (part (type melody)) c4 d4 e4 f4 g4 a4 b4 c+4 {}"


@pytest.fixture
def mine(project) -> Path:
    """The folder of the corpus ``mine``, with three good files in it."""
    project.set(**{"parse.corpus": "mine", "grammar.woodshed.window": 4, "grammar.woodshed.hop": 2})
    for number in range(3):
        (project / f"data/mine/good-{number}.ls").write_text(SHEET.format(f"Good {'ABC'[number]}", f"d{2 ** number}"))
    return project / "data/mine"


def parsed(project, solos: int, *command: str) -> dict[str, str]:
    """Runs the stage, or a command that does; why each file was skipped, by its name."""
    done = project.run("timeout", "60", *(command or ("python", "-m", "stages.parse")))
    assert done.returncode == 0, done.stderr
    skipped = json.loads((project / "artifacts/corpus/skipped.json").read_text(encoding="utf-8"))
    assert f"parse: {solos} solos" in done.stdout and f"{skipped['count']} skipped" in done.stdout and skipped["read"] == solos
    assert len((project / "artifacts/corpus/solos.jsonl").read_text(encoding="utf-8").splitlines()) == solos
    assert not list((project / "artifacts/corpus").glob(".*"))
    return {line["file"]: line["reason"] for line in skipped["files"]}


def test_broken_files_of_every_kind_are_named(project, mine):
    for ending in ("ls", "mid", "musicxml", "mxl", "db", "csv"):
        (mine / f"empty-{ending}.{ending}").write_bytes(b"")
        (mine / f"noise-{ending}.{ending}").write_bytes(bytes(range(256)) * 9)
    for file in ("tiny.musicxml", "tiny.mxl", "tiny.db", "tiny_markers.mid"):
        (mine / f"cut-{file}").write_bytes((TINY / file).read_bytes()[:-40])
    (mine / "deep.ls").write_text("(" * 200_000)
    reasons = parsed(project, 3)
    assert {"empty-ls.ls", "noise-mid.mid", "cut-tiny.mxl", "cut-tiny.db", "deep.ls"} <= reasons.keys()
    assert all(reason.startswith(f"data/mine/{name}") and "defect" not in reason for name, reason in reasons.items())


def test_names_may_be_odd(project, mine):
    names = [b"a\nb", b"\xff\xfe", b"-rf", "\N{SAXOPHONE}".encode(), b"%s {0}", b"x" * 251, b"\xe2\x80\xa8", b"\x1b[2J", b"a..", b"[a]*?"]
    for number, name in enumerate(names):
        with open(os.fsencode(mine) + b"/" + name + b".mid", "wb") as file:
            file.write((TINY / "tiny_markers.mid").read_bytes().replace(b"\x90\x3e", b"\x90" + bytes([64 + number])).replace(b"\x80\x3e", b"\x80" + bytes([64 + number])))
        with open(os.fsencode(mine) + b"/" + name + b".db", "wb") as file:
            file.write(b"nothing")
    reasons = parsed(project, 3 + len(names))
    assert len(reasons) == len(names) and {"a\\nb.db", "\\udcff\\udcfe.db", "\\x1b[2J.db"} <= reasons.keys()


def test_what_is_no_file_is_named(project, mine, monkeypatch):
    (mine / "folder.mid").mkdir()
    shutil.copy(TINY / "tiny.musicxml", mine / "folder.mid/inside.musicxml")
    os.mkfifo(mine / "pipe.ls")
    os.mkfifo(mine / "melody-pipe.csv")
    (mine / "broken.mid").symlink_to("nowhere.mid")
    (mine / "circle.mid").symlink_to("circle.mid")
    (mine / "up").symlink_to(mine)
    (mine / "device.mid").symlink_to("/dev/zero")
    (mine / "link.ls").symlink_to(shutil.copy(TINY / "tiny.ls", project / "linked.ls"))
    monkeypatch.chdir(mine)                                     # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.mid")
        reasons = parsed(project, 5)
    assert {name: reason.partition("found ")[2] for name, reason in reasons.items()} == {
        "pipe.ls": "neither a file nor a folder", "melody-pipe.csv": "neither a file nor a folder", "socket.mid": "neither a file nor a folder", "device.mid": "neither a file nor a folder",
        "broken.mid": "what cannot be opened (No such file or directory)", "circle.mid": "what cannot be opened (Too many levels of symbolic links)",
        "up": "a link to a folder, which is not followed"}


def test_what_is_hidden_and_what_is_about_the_corpus_is_passed_over(project, mine):
    """As a Mac, an editor or a version control leaves it beside music."""
    for name in ("._good-0.ls", "__MACOSX/._good-0.ls", ".git/good.ls", ".DS_Store", "a/.ipynb_checkpoints/take.mid", "README", "readme.md", "License.txt"):
        (mine / name).parent.mkdir(parents=True, exist_ok=True)
        (mine / name).write_bytes(b"\0\5\26\7")
    assert parsed(project, 3) == {}


def test_the_folder_may_be_a_link(project, mine):
    mine.rename(project / "elsewhere")
    mine.symlink_to("../elsewhere")
    assert parsed(project, 3) == {}


def test_what_may_not_be_read_is_skipped(project, mine):
    """Without the right to read everything, which root has."""
    rights = "-dac_override,-dac_read_search"
    plain = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"] if os.getuid() == 0 else []
    for name in ("closed.mid", "closed.csv", "closed.db", "closed/inside.mid", "listed/inside.mid"):
        (mine / name).parent.mkdir(exist_ok=True)
        (mine / name).write_bytes(b"a")
    for name, mode in (("closed.mid", 0), ("closed.csv", 0), ("closed.db", 0), ("closed", 0), ("listed", 0o444)):
        (mine / name).chmod(mode)
    reasons = parsed(project, 3, *plain, "python", "-m", "stages.parse")
    for name in ("closed", "listed"):
        (mine / name).chmod(0o755)
    assert reasons.keys() == {"closed.mid", "closed.csv", "closed.db", "closed", "listed/inside.mid"}
    assert all("Permission denied" in reasons[name] or "unable to open" in reasons[name] for name in reasons.keys() - {"closed.csv"})


VANISH = """
from pathlib import Path
from stages import parse
known = parse.listing
def listed(folder):
    found = known(folder)
    for name in ("gone.mid", "gone.db", "good-1.ls"):
        (folder / name).unlink()
    (folder / "good-1.ls").mkdir()
    return found
parse.listing = listed
parse.main()
"""


def test_what_vanishes_is_skipped(project, mine):
    shutil.copy(TINY / "tiny.db", mine / "gone.db")
    shutil.copy(TINY / "tiny_markers.mid", mine / "gone.mid")
    assert set(parsed(project, 2, "python", "-c", VANISH)) == {"gone.db", "gone.mid", "good-1.ls"}


def test_a_stage_that_is_stopped_leaves_no_drafts(project, mine):
    """By SIGTERM, as a job scheduler stops it, while it reads."""
    stopped = project.run("timeout", "60", "python", "-c", STOPPED)
    assert stopped.returncode == 143 and not stopped.stderr and not (project / "artifacts/corpus").exists()


STOPPED = """
import os, signal, sys
from stages import parse
from stages.experiment.running import run
parse.parse_all = lambda *told: os.kill(os.getpid(), signal.SIGTERM)
sys.argv = ["parse"]
run(parse.main)
"""
