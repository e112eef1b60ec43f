"""Charts to play over, from any lead sheet."""

from pathlib import Path

import pytest

from stages.corpora.charts import read_chart
from stages.corpora.errors import CorpusError
from stages.harmony.chords import parse_chord

TINY = Path(__file__).parent.parent / "tiny"
CHORDS_ONLY = """<score-partwise><part-list><score-part id="P"><part-name>Chords</part-name></score-part></part-list><part id="P"><measure number="1">
<attributes><divisions>1</divisions><time><beats>4</beats><beat-type>4</beat-type></time></attributes>
<harmony><root><root-step>D</root-step></root><kind>minor-seventh</kind></harmony><note><rest/><duration>4</duration></note></measure></part></score-partwise>"""


@pytest.mark.parametrize("name", ["tiny.ls", "tiny.musicxml", "tiny.mxl", "tiny_markers.mid"])
def test_the_chords_of_a_file_are_a_chart(name):
    chart = read_chart(TINY / name)
    assert chart.notes == () and chart.source == Path(name).stem
    assert list(chart.changes.chords) == [(onset, parse_chord(symbol)) for onset, symbol in ((0, "Dm7"), (4, "G7"), (8, "CM7"), (10, "A7"), (12, "Dm7"), (14, "G7/B"))]


def test_a_score_with_chords_only_is_a_chart(tmp_path):
    (tmp_path / "vamp.musicxml").write_text(CHORDS_ONLY)
    chart = read_chart(tmp_path / "vamp.musicxml")
    assert chart.tune == "vamp" and [chord.symbol for _, chord in chart.changes.chords] == ["Dm7"]


def test_a_chord_that_nobody_knows_is_refused_in_a_chart(tmp_path):
    (tmp_path / "odd.ls").write_text("(part (type chords)) C7 | Cfoo |")
    with pytest.raises(CorpusError, match="odd.ls: expected chord symbols .* found 'Cfoo'; did you mean 'C'?"):
        read_chart(tmp_path / "odd.ls")
