"""Fetching, from a real server on this machine."""

import hashlib
import http.server
import threading
from pathlib import Path

import pytest

from stages.corpora import fetch as fetching
from stages.corpora.errors import CorpusError
from stages.corpora.fetch import fetch

CONTENT = b"MThd and the rest"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response({"/file.mid": 200, "/short.mid": 200}.get(self.path, 404))
        self.send_header("Content-Length", str(len(CONTENT) + (self.path == "/short.mid")))
        self.end_headers()
        self.wfile.write(CONTENT)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def server() -> str:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.fixture
def project(tmp_path, monkeypatch, server) -> Path:
    (tmp_path / "params.yaml").write_text(f"corpora:\n  tiny: {{url: '{server}/file.mid', sha256: {SHA256}, file: tiny.mid, licence: not ours}}\n  own: {{licence: ours}}\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_file_arrives_whole_and_alone(server, tmp_path):
    fetch(f"{server}/file.mid", SHA256, tmp_path / "new/file.mid")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["file.mid"]
    assert (tmp_path / "new/file.mid").read_bytes() == CONTENT


def test_another_file_is_refused_with_both_hashes_and_the_old_one_stays(server, tmp_path):
    (tmp_path / "file.mid").write_bytes(b"old")
    with pytest.raises(CorpusError, match=f"expected a file with sha256 {'0' * 64}, found {SHA256}"):
        fetch(f"{server}/file.mid", "0" * 64, tmp_path / "file.mid")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize("address, message", [("/none.mid", "found HTTP 404"), ("/short.mid", "broke off|could not be fetched")])
def test_what_the_server_does_not_give_is_told(server, tmp_path, address, message):
    with pytest.raises(CorpusError, match=message):
        fetch(server + address, SHA256, tmp_path / "file.mid")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("url, message", [("http://127.0.0.1:1/file.mid", "check the network"), ("file:///etc/hostname", "http://")])
def test_what_cannot_be_reached_is_told(tmp_path, url, message):
    with pytest.raises(CorpusError, match=message):
        fetch(url, SHA256, tmp_path / "file.mid")


def test_a_destination_that_cannot_be_written_is_told(server, tmp_path):
    (tmp_path / "folder").write_text("in the way")
    with pytest.raises(CorpusError, match="could not be written"):
        fetch(f"{server}/file.mid", SHA256, tmp_path / "folder/file.mid")


def test_the_licence_is_shown_before_the_file_is_fetched(project, capsys, monkeypatch):
    monkeypatch.setattr(fetching, "fetch", lambda *_: print("fetching"))
    fetching.main(["tiny"])
    assert capsys.readouterr().out.splitlines()[:2] == ["tiny: licence: not ours", "fetching"]


def test_a_corpus_is_fetched_once(project, capsys):
    fetching.main(["tiny"])
    fetching.main(["tiny"])
    assert (project / "data/tiny/tiny.mid").read_bytes() == CONTENT
    assert capsys.readouterr().out.endswith("already there\n")


@pytest.mark.parametrize("arguments, message", [(["nobody"], "expected a corpus named 'nobody', found own, tiny"), (["own"], "expected url, sha256, file"), ([], "expected the name of one")])
def test_what_cannot_be_fetched_is_told(project, arguments, message):
    with pytest.raises(CorpusError, match=message):
        fetching.main(arguments)


def test_without_params_there_is_no_catalogue(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CorpusError, match="run from the top folder"):
        fetching.main(["tiny"])
