"""Fetching from a real server on this machine, files and archives, honest and hostile ones; linking what the user has."""

import gzip
import hashlib
import http.server
import io
import os
import re
import stat
import subprocess
import sys
import tarfile
import threading
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from ruamel.yaml import YAML

from stages.corpora import archive as archives
from stages.corpora import fetch as fetching
from stages.corpora.archive import digest
from stages.corpora.errors import CorpusError

CONTENT = b"MThd and the rest"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
TOP = "Tunes-0123abc"
FILES = {f"{TOP}/README.md": b"hello", f"{TOP}/sheets/a.ls": b"C7 |", f"{TOP}/sheets/sub/Åse.ls": b"F7 |", f"{TOP}/sheets/a.txt": b"no sheet", f"{TOP}/other/sheets/b.ls": b"no"}
KEPT = {"a.ls": b"C7 |", "sub/Åse.ls": b"F7 |"}
WANTED = {"licence": "not ours", "archive": "tar.gz", "folder": "*/sheets", "keep": ["*.ls"]}


def digest_of(files: dict[str, bytes]) -> str:
    """What ``sha256sum`` and ``sort`` would give."""
    return hashlib.sha256("".join(sorted(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())).encode()).hexdigest()


def odd(name: str, kind: bytes, target: str = "", size: int = 0) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type, entry.linkname, entry.size = kind, target, size
    return entry


def tar(files: dict[str, bytes], *others: tarfile.TarInfo) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(odd(TOP, tarfile.DIRTYPE))
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        for entry in others:
            archive.addfile(entry)
    return gzip.compress(made.getvalue(), mtime=0)


def zipped(files: dict[str, bytes], mode: int = 0) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


@pytest.fixture
def server() -> SimpleNamespace:
    """The address of a server, what it gives, and what it was asked for."""
    ours = SimpleNamespace(gives={}, asked=[])

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            ours.asked.append(self.path)
            content = ours.gives.get(self.path)
            self.send_response(302 if self.path == "/again" else 404 if content is None else 200)
            self.send_header("Location", "/again")
            if self.path != "/unmeasured":
                self.send_header("Content-Length", str(len(content or b"") + (self.path == "/short")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *arguments):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        ours.address = f"http://127.0.0.1:{running.server_port}"
        yield ours
        running.shutdown()


class Project:
    """A folder with a params.yaml, in which make would run."""

    def __init__(self, folder: Path, server: SimpleNamespace):
        self.folder, self.server, self.data = folder, server, folder / "data"

    def corpus(self, name: str, content: bytes, path: str = "/it", **found) -> None:
        """A corpus with an address, at which the server gives some content."""
        self.server.gives[path] = content
        self.write(name, {"url": self.server.address + path, "licence": "not ours"} | found)

    def write(self, name: str, found: dict) -> None:
        with (self.folder / "params.yaml").open("w", encoding="utf-8") as file:
            YAML(typ="safe", pure=True).dump({"corpora": {name: found}}, file)

    def put(self, folder: str, files: dict[str, bytes]) -> Path:
        for name, content in files.items():
            (self.folder / folder / name).parent.mkdir(exist_ok=True, parents=True)
            (self.folder / folder / name).write_bytes(content)
        return self.folder / folder

    def files(self) -> dict[str, bytes]:
        """All that lies in data, hidden or not."""
        return {path.relative_to(self.data).as_posix(): path.read_bytes() for path in self.data.rglob("*") if path.is_file()}

    def refusal(self, name: str, *source: str) -> str:
        """The one line with which fetching stops; data is as it was."""
        before = self.files()
        with pytest.raises(CorpusError) as raised:
            fetching.main([name, *source])
        assert "\n" not in str(raised.value) and self.files() == before and not list(self.data.glob(".*"))
        return str(raised.value)


@pytest.fixture
def project(tmp_path, monkeypatch, server) -> Project:
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path, server)


@pytest.mark.parametrize("content, found, expected", [
    (CONTENT, {"file": "a.mid", "sha256": SHA256}, {"a.mid": CONTENT}), (tar(FILES), WANTED | {"sha256": digest_of(KEPT)}, KEPT),
    (zipped(FILES), WANTED | {"archive": "zip", "sha256": digest_of(KEPT)}, KEPT),
])
def test_a_corpus_arrives_whole_alone_and_once(project, server, capsys, content, found, expected):
    project.corpus("tunes", content, **found)
    fetching.main(["tunes"])
    fetching.main(["tunes"])
    assert project.files() == {f"tunes/{name}": content for name, content in expected.items()} and server.asked == ["/it"]
    assert [path.name for path in project.data.iterdir()] == ["tunes"]
    assert capsys.readouterr().out.endswith(": already there\n")


def test_another_file_is_refused_with_both_hashes_and_the_old_one_stays(project):
    project.corpus("tiny", CONTENT, file="tiny.mid", sha256="0" * 64)
    project.put("data/tiny", {"tiny.mid": b"old"})
    assert f"expected contents with sha256 {'0' * 64}, found {SHA256}; they have changed" in project.refusal("tiny")


@pytest.mark.parametrize("path, largest, expected", [
    ("/it", 2**20, "found HTTP 404"), ("/again", 2**20, "found HTTP 302 .* infinite loop.* correct the url"), ("/short", 2**20, "broke off|could not be fetched"), ("/large", 5, "expected at most 5 bytes, found more"),
    ("/unmeasured", 5, "expected at most 5 bytes, found more"),
])
def test_what_the_server_does_not_give_is_told(project, server, monkeypatch, path, largest, expected):
    monkeypatch.setattr(fetching, "LARGEST", largest)
    project.corpus("tiny", CONTENT, path, file="tiny.mid", sha256=SHA256)
    server.gives.pop("/it", None)
    said = project.refusal("tiny")
    assert re.search(expected, said) and "\\n" not in said


def test_what_cannot_be_reached_is_told(project):
    project.write("tiny", {"url": "http://127.0.0.1:1/file.mid", "licence": "not ours", "file": "tiny.mid", "sha256": SHA256})
    assert "check the network" in project.refusal("tiny")


def test_a_place_that_cannot_be_written_is_told(project):
    project.corpus("tiny", CONTENT, file="tiny.mid", sha256=SHA256)
    project.put("data", {"tiny": b"in the way"})
    assert "data/tiny: could not be written" in project.refusal("tiny")


@pytest.mark.parametrize("source", [[], ["elsewhere"]])
def test_the_licence_is_shown_first_or_nothing_is_done(project, capsys, monkeypatch, source):
    for name in ("fetch_file", "link"):
        monkeypatch.setattr(fetching, name, lambda *_: print("working"))
    project.corpus("tiny", CONTENT, file="tiny.mid", sha256=SHA256)
    fetching.main(["tiny", *source])
    assert capsys.readouterr().out.splitlines()[:2] == ["tiny: licence: not ours", "working"]
    project.corpus("tiny", CONTENT, file="tiny.mid", sha256=SHA256, licence="")
    assert "corpora.tiny: expected licence, found none" in project.refusal("tiny", *source) and capsys.readouterr().out == ""


@pytest.mark.parametrize("found, sha256", [({"file": "tiny.mid"}, hashlib.sha256(tar(FILES)).hexdigest()), (WANTED, digest_of(KEPT))])
def test_without_a_sha256_nothing_is_kept_but_the_sha256_is_told(project, found, sha256):
    project.corpus("tiny", tar(FILES), **found)
    assert re.search(f"corpora.tiny.sha256: expected the sha256 of what http.* gives, found none; this time it gave {sha256}: .*nothing was kept", project.refusal("tiny"))


def test_the_digest_is_that_of_the_shell_command_in_the_docstring(project):
    command = next(line for line in archives.__doc__.splitlines() if line.startswith("    find"))
    shell = subprocess.run(["bash", "-c", command], cwd=project.put("own", KEPT), capture_output=True, text=True, check=True).stdout
    assert shell.split()[0] == digest(project.folder / "own", ["*"]) == digest_of(KEPT)


@pytest.mark.parametrize("change", [{"a.ls": b"C6 |"}, {"b.ls": b"C7 |"}, {"a.ls": None}])
def test_other_contents_are_refused(project, change):
    files = {name: content for name, content in (KEPT | change).items() if content is not None}
    project.corpus("tunes", tar({f"{TOP}/sheets/{name}": content for name, content in files.items()}), **WANTED, sha256=digest_of(KEPT))
    assert f"expected contents with sha256 {digest_of(KEPT)}, found {digest_of(files)}" in project.refusal("tunes")


SHEETS = f"{TOP}/sheets"


def bomb() -> bytes:
    """A tar archive with a header of 8 million bytes."""
    entry = tarfile.TarInfo("x.ls")
    entry.pax_headers = {"comment": "x" * 2**23}
    return tar(FILES, entry)


@pytest.mark.parametrize("kind, content, said", [
    ("tar.gz", tar({f"{SHEETS}/../../../../out.ls": b""}), "expected a path below the archive's top"),
    ("tar.gz", tar({"/tmp/sheets/out.ls": b""}), "expected a path below the archive's top"),
    ("tar.gz", tar({f"{SHEETS}/a\\..\\b.ls": b""}), "expected a path below the archive's top"),
    ("tar.gz", tar({f"{SHEETS}/a\n{'0' * 64}  b.ls": b""}), "odd characters"),
    ("zip", zipped({"../out.ls": b""}), "expected a path below the archive's top"),
    ("zip", zipped({"/out.ls": b""}), "expected a path below the archive's top"),
    ("tar.gz", tar(FILES, odd(f"{SHEETS}/l.ls", tarfile.SYMTYPE, "/etc/hostname")), "l.ls: expected a file, found a link"),
    ("tar.gz", tar(FILES, odd(f"{SHEETS}/l.ls", tarfile.LNKTYPE, f"{SHEETS}/a.ls")), "l.ls: expected a file, found a link"),
    ("tar.gz", tar(FILES, odd(f"{SHEETS}/l.ls", tarfile.FIFOTYPE)), "l.ls: expected a file, found a device"),
    ("zip", zipped(FILES, stat.S_IFLNK | 0o777), "a.ls: expected a file, found a link"),
    ("tar.gz", tar(FILES, odd(f"{SHEETS}/a.ls", tarfile.REGTYPE)), "a.ls: expected each path once"),
    ("tar.gz", tar(FILES, odd(f"{SHEETS}/a.ls/b.ls", tarfile.REGTYPE)), "a.ls/b.ls: expected each path once"),
    ("tar.gz", tar(FILES, odd(f"{SHEETS}/less", tarfile.DIRTYPE, size=-(2**40))), "expected a tar.gz archive, found a broken one"),
    ("tar.gz", bomb(), "bytes between two files of the archive, found more"),
    ("tar.gz", tar(FILES)[:-40], "expected a tar.gz archive, found a broken one"),
    ("tar.gz", gzip.compress(gzip.decompress(tar(FILES))[:2050]), "expected a tar.gz archive, found a broken one"),
    ("zip", zipped(FILES)[:-40], "expected a zip archive, found a broken one"),
    ("zip", zipped(FILES).replace(zipped({"a": b"C7 |"})[31:37], b"\xff" * 6), "expected a zip archive, found a broken one"),
    ("tar.gz", zipped(FILES), "expected a tar.gz archive, found a broken one"),
    ("zip", b"<html>", "expected a zip archive, found a broken one"),
    ("tar.gz", tar({f"{TOP}/else.ls": b""}), r"expected files like \*.ls in \*/sheets, found none"),
])
def test_a_hostile_or_broken_archive_leaves_nothing(project, kind, content, said):
    project.corpus("tunes", content, **WANTED | {"archive": kind, "sha256": digest_of(KEPT)})
    assert re.search(f"http.*: .*{said}.*; nothing was kept", project.refusal("tunes"))
    assert not (project.folder / "out.ls").exists() and not Path("/tmp/sheets/out.ls").exists()


@pytest.mark.parametrize("kind, make, limit, value, expected", [
    ("tar.gz", tar, "MOST_ENTRIES", 5, "at most 5 entries"), ("zip", zipped, "MOST_ENTRIES", 5, "at most 5 entries, found 6"),
    ("tar.gz", tar, "LARGEST", 2**20, "1048576 bytes in all"), ("zip", zipped, "LARGEST", 2**20, "1048576 bytes in all"),
    ("tar.gz", tar, "LARGEST_KEPT", 2**20, "1048576 that are kept"), ("zip", zipped, "LARGEST_KEPT", 2**20, "1048576 that are kept"),
])
def test_an_archive_that_grows_without_end_is_stopped(project, monkeypatch, kind, make, limit, value, expected):
    monkeypatch.setattr(archives, limit, value)
    project.corpus("tunes", make(FILES | {f"{SHEETS}/zeros.ls": bytes(2**21)}), **WANTED | {"archive": kind, "sha256": digest_of(KEPT)})
    assert expected in project.refusal("tunes")


def test_what_is_not_wanted_may_be_a_link_and_large(project, monkeypatch):
    monkeypatch.setattr(archives, "LARGEST_KEPT", 100)
    others = (odd(f"{TOP}/link", tarfile.SYMTYPE, "/etc"), odd(f"{SHEETS}/folder.ls", tarfile.DIRTYPE))
    project.corpus("tunes", tar(FILES | {f"{TOP}/big": bytes(2**21)}, *others), **WANTED, sha256=digest_of(KEPT))
    fetching.main(["tunes"])
    assert len(project.files()) == 2


@pytest.mark.parametrize("name", ["own.ls", "a.ls", "README.md"])
def test_what_lies_there_already_is_left_alone(project, server, name):
    project.corpus("tunes", tar(FILES), **WANTED, sha256=digest_of(KEPT))
    project.put("data/tunes", {name: b"my own"})
    assert f"data/tunes: expected nothing there, found a folder with {name}; move it away, then fetch again" in project.refusal("tunes") and server.asked == []


@pytest.mark.parametrize("found", [WANTED, {"file": "tiny.mid", "licence": "not ours"}])
def test_a_link_is_never_written_through(project, server, found):
    (project.folder / "own").mkdir()
    project.data.mkdir()
    (project.data / "tunes").symlink_to(project.folder / "own")
    project.corpus("tunes", tar(FILES), **found, sha256=digest_of(KEPT))
    assert re.search("data/tunes: expected .*found a link to .*own; ", project.refusal("tunes"))
    assert not list((project.folder / "own").iterdir()) and server.asked == []


def test_a_fetch_that_is_stopped_leaves_nothing(project, server):
    code = ("import os, signal, runpy, sys, stages.corpora.archive as archive\n"
            "archive.unpack = lambda *_: os.kill(os.getpid(), signal.SIGTERM)\n"
            "sys.argv = ['fetch', 'tunes']; runpy.run_module('stages.corpora.fetch', run_name='__main__')")
    project.corpus("tunes", tar(FILES), **WANTED, sha256=digest_of(KEPT))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])})
    assert done.returncode == 1 and done.stderr == "fetch: stopped; nothing was kept\n"
    assert list(project.data.iterdir()) == [] and server.asked == ["/it"]


def test_a_folder_is_linked_and_its_contents_are_there(project, capsys):
    own = project.put("my tunes", KEPT)
    project.write("tunes", {"licence": "mine"})
    fetching.main(["tunes", "my tunes"])
    fetching.main(["tunes", str(own)])
    assert (project.data / "tunes").readlink() == own and (project.data / "tunes/a.ls").is_file()
    assert capsys.readouterr().out.splitlines() == ["tunes: licence: mine", f"data/tunes: a link to {own}", "tunes: licence: mine", f"data/tunes: already a link to {own}"]


@pytest.mark.parametrize("found, name", [({}, "my.db"), ({"file": "tiny.mid"}, "tiny.mid")])
def test_a_file_is_linked_into_the_folder_beside_a_readme(project, found, name):
    project.put("data/tiny", {"README.md": b""})
    project.put(".", {"my.db": CONTENT})
    project.write("tiny", {"licence": "not ours"} | found)
    fetching.main(["tiny", "my.db"])
    fetching.main(["tiny", "my.db"])
    assert (project.data / "tiny" / name).is_symlink() and project.files() == {"tiny/README.md": b"", f"tiny/{name}": CONTENT}


@pytest.mark.parametrize("source, there, expected", [
    ("gone", None, "FROM=gone: expected a folder or a file, found nothing there"), ("own", "folder", "data/tunes: expected nothing there, found a folder with x.ls and 1 more"),
    ("own/a.ls", "folder", "data/tunes: expected nothing there, found a folder with x.ls"), ("own", "readme", "data/tunes: expected nothing there, found a folder with README.md"),
    ("own", "file", "data/tunes: expected nothing there, found a file"),
    ("own", "link", "data/tunes: expected nothing there, found a link to "), ("own/a.ls", "link", "data/tunes: expected nothing there, found a link to "),
    ("own", "dead link", "gone, which is not there"),
])
def test_a_link_is_made_only_where_nothing_is(project, source, there, expected):
    project.put("own", KEPT)
    project.put("other", {"README.md": b""})
    project.data.mkdir()
    if there == "folder":
        project.put("data/tunes", {"x.ls": b"", "y.ls": b""})
    elif there == "readme":
        project.put("data/tunes", {"README.md": b""})
    elif there == "file":
        project.put("data", {"tunes": b""})
    elif there:
        (project.data / "tunes").symlink_to(project.folder / ("other" if there == "link" else "gone"))
    project.write("tunes", {"licence": "mine"})
    assert expected in project.refusal("tunes", source)
    assert os.listdir(project.folder / "other") == ["README.md"]


def test_a_linked_copy_of_an_archive_is_not_fetched(project, server, capsys):
    own = project.put("own", KEPT)
    project.corpus("tunes", tar(FILES), **WANTED, sha256=digest_of(KEPT))
    fetching.main(["tunes", "own"])
    fetching.main(["tunes"])
    assert server.asked == [] and capsys.readouterr().out.endswith(f"data/tunes: already there, as a link to {own}\n")


@pytest.mark.parametrize("arguments, message", [
    (["nobody"], "expected a corpus named 'nobody', found own"), (["own"], "expected a url, found none.*: put your files into data/own"),
    ([], "expected the name of one"), ([""], "expected the name of one"), (["a", "b", "c"], "expected the name of one"),
])
def test_what_cannot_be_fetched_is_told(project, arguments, message):
    project.write("own", {"licence": "ours"})
    with pytest.raises(CorpusError, match=message):
        fetching.main(arguments)


def test_an_address_without_a_file_name_is_told(project):
    project.corpus("tiny", CONTENT)
    assert "corpora.tiny: expected file, found none" in project.refusal("tiny")


def test_without_params_there_is_no_catalogue(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CorpusError, match="run from the top folder"):
        fetching.main(["tiny"])
