"""Whole folders: what is read, what is skipped and counted, what is refused."""

import pytest

from stages.corpora import read_corpus
from stages.corpora.catalogue import reader_options
from stages.corpora.errors import CorpusError

GOOD = "(title T) (part (type chords)) C7 | (part (type melody)) c1"


def test_one_bad_file_among_good_ones_is_skipped_with_its_reason(tmp_path):
    (tmp_path / "a.ls").write_text(GOOD)
    (tmp_path / "b.ls").write_text("(title T) (part (type chords)) C7x | (part (type melody)) c1")
    (tmp_path / "notes.txt").write_text("not music")
    solos, skipped = read_corpus(tmp_path, {})
    assert [solo.source for solo in solos] == ["a.ls"] and len(skipped) == 1
    assert skipped[0]["file"] == "b.ls" and "chord symbol 'C7x' not understood" in skipped[0]["reason"]


def test_the_order_is_that_of_the_names(tmp_path):
    for name in ("b.ls", "a.ls", "c.ls"):
        (tmp_path / name).write_text(GOOD)
    assert [solo.source for solo in read_corpus(tmp_path, {})[0]] == ["a.ls", "b.ls", "c.ls"]


@pytest.mark.parametrize("content, said", [(None, "found nothing there"), ({}, "expected files ending in .ls"), ({"a.ls": "C7 |"}, "expected at least one readable file, found 1 unreadable")])
def test_a_folder_without_music_is_refused(tmp_path, content, said):
    folder = tmp_path / "corpus"
    if content is not None:
        folder.mkdir()
        for name, text in content.items():
            (folder / name).write_text(text)
    with pytest.raises(CorpusError, match=said):
        read_corpus(folder, {})


def test_the_catalogue_names_corpora_and_keys():
    with pytest.raises(CorpusError, match="expected a corpus named 'nope', found mine"):
        reader_options("nope", {"mine": {}})
    with pytest.raises(CorpusError, match=r"corpora.mine.midy: unknown key"):
        reader_options("mine", {"mine": {"midy": {}}})


def test_files_of_one_name_in_two_folders_stay_apart(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.ls").write_text(GOOD)
    assert [solo.source for solo in read_corpus(tmp_path, {})[0]] == ["a/x.ls", "b/x.ls"]


@pytest.mark.parametrize("entry, said", [
    (3, "corpora.mine: expected keys and values, found 3"), ({"midi": "x"}, "corpora.mine.midi: expected keys and values"), ({"file": 5}, "corpora.mine.file: expected a text"),
    ({"file": "../../x"}, "expected a file name without a folder"),
])
def test_an_entry_of_the_wrong_kind_is_named(entry, said):
    with pytest.raises(CorpusError, match=said):
        reader_options("mine", {"mine": entry})
