"""Files, folders and patterns: what is read, what is skipped and named, what is refused."""

import subprocess
import sys
from pathlib import Path

import pytest

from stages.corpora import CorpusWarning, files, read
from stages.corpora.errors import CorpusError

GOOD = "(title T) (part (type chords)) C7 | (part (type melody)) c1"
TINY = Path(__file__).parent.parent / "tiny"
PROJECT = Path(__file__).parent.parent.parent


def test_a_file_a_folder_and_a_pattern_are_read_in_the_order_of_their_names(tmp_path):
    for name in ("b.ls", "a.ls", "deep/c.LS"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    (tmp_path / "notes.txt").write_text("not music")
    assert [solo.source for solo in read(tmp_path)] == ["a.ls", "b.ls", "c.LS"]
    assert [solo.source for solo in read(str(tmp_path / "*.ls"))] == ["a.ls", "b.ls"]
    assert [solo.source for solo in read(str(tmp_path / "**/*.LS"))] == ["c.LS"]
    assert [solo.source for solo in read(tmp_path / "a.ls")] == ["a.ls"]


def test_one_bad_file_among_good_ones_is_a_warning_that_names_it(tmp_path):
    (tmp_path / "a.ls").write_text(GOOD)
    (tmp_path / "b.ls").write_text("(title T) (part (type chords)) C7 | (part (type melody)) q1")
    with pytest.warns(CorpusWarning, match="b.ls:1: note 'q1' not understood"):
        assert [solo.source for solo in read(tmp_path)] == ["a.ls"]


@pytest.mark.parametrize("name, said", [
    ("nothing", "expected a file, a folder, or a pattern"), ("empty", "expected files ending in .ls"), ("notes.txt", "expected a file ending in .ls"), ("*.ls", "expected a file, a folder, or a pattern"),
])
def test_where_there_is_no_music_it_is_refused(tmp_path, name, said):
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("not music")
    with pytest.raises(CorpusError, match=said):
        list(read(tmp_path / name))


def test_a_single_bad_file_is_refused(tmp_path):
    (tmp_path / "b.ls").write_text("C7 |")
    with pytest.raises(CorpusError, match="found chords only"):
        list(read(tmp_path / "b.ls"))


def test_the_four_bars_are_the_same_solo_in_every_format():
    (sheet,) = read(TINY / "tiny.ls")
    found = {path.name: list(read(path)) for path in files(TINY)}
    assert {"tiny.ls", "tiny.musicxml", "tiny.mxl", "tiny.db"} <= found.keys() and {Path(name).suffix for name in found} >= {".mid", ".csv"}
    assert all(solos == [sheet] for solos in found.values()), [name for name, solos in found.items() if solos != [sheet]]


def test_a_csv_file_of_beats_is_read_with_its_melody_and_not_alone():
    assert not [path for path in files(TINY) if "beats" in path.parts]


def test_a_reader_is_imported_when_its_first_file_turns_up():
    done = subprocess.run([sys.executable, "-c", "import sys, stages.corpora; list(stages.corpora.read('tests/tiny/tiny.ls')); print([name for name in sys.modules if name.startswith('stages.corpora.')])"],
                          cwd=PROJECT, capture_output=True, text=True, check=True)
    assert "leadsheet" in done.stdout and "midi" not in done.stdout and "musicxml" not in done.stdout
