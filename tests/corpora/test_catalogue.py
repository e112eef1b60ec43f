"""What an entry of the catalogue may say, and what is said of a corpus that is not here."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from stages.corpora.catalogue import entry, reader_options, require
from stages.corpora.errors import CorpusError

OURS = YAML(typ="safe", pure=True).load((Path(__file__).parents[2] / "params.yaml").read_text(encoding="utf-8"))["corpora"]
SHA256 = "0123456789abcdef" * 4
CATALOGUE = {
    "jazz": {"licence": "ODbL", "url": "http://127.0.0.1/jazz.tgz", "archive": "tar.gz", "keep": ["*.ls"]}, "mine": None,
    "tune": {"licence": "not ours", "url": "http://127.0.0.1/tune.mid", "file": "tune.mid", "sha256": SHA256},
}


def test_the_corpora_of_the_project_are_in_order():
    assert {"woodshed", "metheny", "wjazzd", "improvisor", "openewld", "mine"} <= set(OURS)
    for name in OURS:
        found = entry(name, OURS)
        assert found["licence"]
        assert "url" not in found or "sha256" in found and ("file" in found) != ("archive" in found)


@pytest.mark.parametrize("found, said", [
    ({"sha256": "00"}, "sha256: expected 64 hexadecimal digits in lower case, found '00'"), ({"sha256": SHA256.upper()}, "sha256: expected 64"),
    ({"url": "file:///etc/hostname"}, "url: expected an address that starts with http://"), ({"url": 3}, "url: expected a text"),
    ({"file": ".."}, "file: expected a file name without a folder"), ({"file": ""}, "file: expected a file name"),
    ({"archive": "rar", "keep": ["*"]}, "archive: expected one of tar.gz, zip, found 'rar'"), ({"archive": "zip"}, "expected 'keep' beside 'archive'"),
    ({"archive": "zip", "keep": ["*"], "file": "x"}, "expected 'file' or 'archive', found both"), ({"keep": ["*"]}, "expected 'archive' beside 'keep'"),
    ({"folder": "a"}, "expected 'archive' beside 'folder'"), ({"archive": "zip", "keep": "*"}, "keep: expected a list of texts, found '*'"),
    ({"archive": "zip", "keep": []}, "keep: expected a list of texts"), ({"archive": "zip", "keep": ["*", 3]}, "keep: expected a list of texts"),
    ({"archive": "zip", "keep": ["*"], "folder": "../a"}, "folder: expected a folder in the archive"),
    ({"archive": "zip", "keep": ["*"], "folder": ""}, "folder: expected a folder"),
    ({"keeps": ["*"]}, "corpora.x.keeps: unknown key; expected licence, url"),
])
def test_a_wrong_entry_is_named(found, said):
    with pytest.raises(CorpusError, match=said):
        entry("x", {"x": found})


@pytest.mark.parametrize("name, said", [
    ("jazz", r"data/jazz: expected a folder with music files, found nothing there; `make corpus NAME=jazz` fetches it, `make corpus NAME=jazz FROM=/path` links a copy"),
    ("mine", "data/mine: expected a folder with music files, found nothing there; put your files into data/mine"),
    ("tune", "data/tune/tune.mid: not here yet; `make corpus NAME=tune` fetches it, `make corpus NAME=tune FROM=/path` links a copy"),
])
def test_how_to_get_a_corpus_that_is_missing(tmp_path, monkeypatch, name, said):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CorpusError, match=said) as raised:
        require(name, CATALOGUE, Path("data", name))
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name, remedy", [("jazz", "fetches it"), ("mine", "put your files into")])
def test_a_readme_is_no_music(tmp_path, name, remedy):
    for file in ("README.md", ".DS_Store"):
        (tmp_path / file).touch()
    with pytest.raises(CorpusError, match=f"expected files ending in .ls.*, found none; .*{remedy}"):
        require(name, CATALOGUE, tmp_path)
    (tmp_path / "a.ls").touch()
    require(name, CATALOGUE, tmp_path)


def test_a_corpus_may_be_a_link_but_not_to_nowhere(tmp_path):
    (tmp_path / "jazz").symlink_to(tmp_path / "gone")
    with pytest.raises(CorpusError, match="found a link to .*gone, which is not there; `make corpus NAME=jazz` fetches it"):
        require("jazz", CATALOGUE, tmp_path / "jazz")
    (tmp_path / "gone").mkdir()
    (tmp_path / "gone/a.ls").touch()
    require("jazz", CATALOGUE, tmp_path / "jazz")


def test_another_file_does_not_stand_for_the_file_of_the_entry(tmp_path):
    (tmp_path / "other.mid").touch()
    with pytest.raises(CorpusError, match="tune.mid: not here yet"):
        require("tune", CATALOGUE, tmp_path)


def test_a_file_of_its_own_is_told_more_than_the_others():
    known = {"mine": {"midi": {"melody": "Sax", "chords": "heard"}, "files": {"live/odd.mid": {"melody": 3}}}}
    assert reader_options("mine", known, "live/odd.mid") == {"midi": {"melody": 3, "chords": "heard"}}
    assert reader_options("mine", known, "live/even.mid") == {"midi": {"melody": "Sax", "chords": "heard"}}
    assert reader_options("mine", {"mine": {"files": {"a.mxl": {"part": 2}}}}, "a.mxl") == {"musicxml": {"part": 2}}


@pytest.mark.parametrize("name", ["b.mid", "./a.mid", "late/../a.mid", "late", "/etc/hostname", 3])
def test_a_file_that_is_told_something_must_be_there_under_this_name(tmp_path, name):
    (tmp_path / "a.mid").touch()
    (tmp_path / "late").mkdir()
    with pytest.raises(CorpusError, match=f"corpora.mine.files: expected files in .*, found no {name!r}"):
        require("mine", {"mine": {"files": {"a.mid": {}, name: {}}}}, tmp_path)


@pytest.mark.parametrize("told, said", [
    ({"midi": {"melodie": "Sax"}}, "corpora.mine.midi: expected melody, chords, span, .* found 'melodie'"),
    ({"files": {"a.mxl": {"melody": 1}}}, "corpora.mine.files.a.mxl: expected part; found 'melody'"),
    ({"files": {"a.ls": {"part": 1}}}, "corpora.mine.files.a.ls: expected nothing, this format needs no options; found 'part'"),
])
def test_an_option_that_the_reader_does_not_have_stops_the_run(told, said):
    with pytest.raises(CorpusError, match=said):
        reader_options("mine", {"mine": told}, *told.get("files", {}))
