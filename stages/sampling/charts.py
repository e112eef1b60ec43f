"""What is played over: the charts that are named, and the changes of tunes that no improviser has learnt from."""

from collections import Counter
from collections.abc import Callable
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
        found = [replace(solo, notes=(), phrases=(), seconds=(), changes=solo.changes.times(params.choruses), source=name) for solo, name in zip(corpus, _names([solo.source for solo in corpus]))]
    names = [chart.source for chart in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise CorpusError(f"expected charts of different names, since takes are named after them; found {', '.join(twice)} more than once")
    return found


def _names(sources: list[str]) -> list[str]:
    """What takes over the changes of a corpus are called: after the file and the place in it, ``wjazzd-12`` for ``wjazzd.db#12``; with the ending of the file where two have one name without."""
    parts = [(Path(file), place and f"-{place}") for file, _, place in (source.partition("#") for source in sources)]
    short = [f"{file.with_suffix('')}{place}" for file, place in parts]
    many = Counter(short)
    return [(name if many[name] == 1 else f"{file}{place}").replace("/", "-") for name, (file, place) in zip(short, parts)]


def held_out(corpus: list[Solo], tunes: list[str], chunks: int, fills: Callable[[Solo], bool]) -> tuple[list[tuple[Solo, int]], list[str]]:
    """Charts and numbers of takes that make at least so many chunks of eight bars: the changes of one solo on each test tune, at most PIECE bars of it, in rounds.

    Args:
        fills: whether a chart can be filled.

    Returns:
        These, and the tunes that are left out because they cannot.
    """
    firsts = {tune_of(solo): solo for solo in reversed(corpus)}
    whole = {tune: cut(firsts[tune], min(PIECE, bars)) for tune in tunes if (bars := _whole_bars(firsts[tune]) // BARS * BARS)}
    cuts = [replace(solos[0], notes=(), phrases=(), seconds=(), source=tune) for tune, solos in whole.items()]
    pieces = [piece for piece in cuts if fills(piece)]
    each = sum(piece.changes.bars // BARS for piece in pieces)
    unseen = [(piece, take) for take in range(1, -(-chunks // each) + 1 if each else 1) for piece in pieces]
    return unseen, sorted({piece.source for piece in cuts} - {piece.source for piece in pieces})


def _whole_bars(solo: Solo) -> int:
    """Without a last one that the changes break off in."""
    return solo.changes.bars - (solo.changes.bar_line(solo.changes.bars) > solo.changes.length)
