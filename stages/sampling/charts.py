"""What is played over: the charts that are named, and the changes of tunes that no improviser has learnt from."""

from dataclasses import replace
from pathlib import Path

from stages.corpora.charts import read_chart
from stages.corpora.errors import CorpusError
from stages.evaluation.chunks import BARS, cut
from stages.melody.solo import Solo
from stages.melody.tunes import tune_of
from stages.sampling.asked import Params

PIECE = 32                  # bars of a test tune that are played over, at most


def charts(params: Params, corpus: list[Solo]) -> list[Solo]:
    """The changes to play over, each as a solo without notes that is named after its file. Raises CorpusError for a chart that cannot be read, or two of one name."""
    if params.charts:
        found = [replace(chart, changes=chart.changes.times(params.choruses), reading={}) for chart in map(read_chart, map(Path, params.charts))]
    else:
        found = [replace(solo, notes=(), source=str(Path(solo.source).with_suffix("")).replace("/", "-")) for solo in corpus]
    names = [chart.source for chart in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise CorpusError(f"expected charts of different names, since takes are named after them; found {', '.join(twice)} more than once")
    return found


def held_out(corpus: list[Solo], tunes: list[str], chunks: int) -> list[tuple[Solo, int]]:
    """Charts and numbers of takes that make at least so many chunks of eight bars: the changes of one solo on each test tune, at most PIECE bars of it, in rounds."""
    firsts = {tune_of(solo): solo for solo in reversed(corpus)}
    pieces = [replace(cut(firsts[tune], min(PIECE, firsts[tune].changes.bars // BARS * BARS))[0], notes=(), phrases=(), seconds=(), source=tune) for tune in tunes if firsts[tune].changes.bars >= BARS]
    each = sum(piece.changes.bars // BARS for piece in pieces)
    return [(piece, take) for take in range(1, -(-chunks // each) + 1 if each else 1) for piece in pieces]
