"""How much less than one of them the others expect the same tunes, under other people's protocols.   python -m data.gaps wjazzd transformer

From what ``data/protocols.py`` kept in data/protocols/<corpus>.jsonl: nats a note more than the improviser that is named, in all, of rhythm and of pitch, with 95 % intervals of the
difference tune by tune (``stages/evaluation/likelihood.py``); seeds are averaged first. Who was judged on other tunes (``:leaky`` beside one that was not) is left out, and so are older
lines, in which the tunes are not told apart.
"""

import json
import statistics
from collections.abc import Iterable, Iterator

from data.protocols import FOLDER
from stages.evaluation.likelihood import Likelihood, nats_per_note
from stages.experiment.params import ParamsError
from stages.experiment.running import run

PARTS = {"in all": (0, 1), "rhythm": (0,), "pitch": (1,)}
Tunes = dict[str, tuple[float, float, int]]         # of each tune the nats of rhythm and of pitch, and its notes


def main(corpus: str, reference: str) -> None:
    """Print a line for each protocol and improviser that can be compared. Raises ParamsError for a corpus or a reference that nothing was measured of."""
    path = FOLDER / f"{corpus}.jsonl"
    if not path.exists():
        raise ParamsError(f"expected what make protocols keeps of a corpus, data/protocols/{path.name}, found no such file; measure some improvisers on it first")
    with open(path, encoding="utf-8") as lines:
        for protocol, name, gaps in behind(map(json.loads, lines), reference):
            told = ", ".join(f"{part} {gap.nats:+.3f}" + (f" ({gap.interval[0]:+.3f} to {gap.interval[1]:+.3f})" if gap.interval else "") for part, gap in gaps.items())
            print(f"{protocol}, {name} against {reference}, nats a note on {gaps['in all'].tunes} tunes: {told}")


def behind(lines: Iterable[dict], reference: str) -> Iterator[tuple[str, str, dict[str, Likelihood]]]:
    """(protocol, improviser, {part: nats a note more than the reference}). Raises ParamsError for a reference that nothing was measured of."""
    seeds: dict[tuple[str, str], list[Tunes]] = {}
    for line in (line for line in lines if "by_tune" in line):
        seeds.setdefault((line["protocol"], line["improviser"]), []).append(line["by_tune"])
    found = {key: _pooled(pool) for key, pool in seeds.items()}
    if reference not in {name for _, name in found}:
        raise ParamsError(f"expected an improviser out of {', '.join(sorted({name for _, name in found}))}, found {reference!r}")
    for (protocol, name), tunes in found.items():
        best = found.get((protocol, reference), {})
        if name != reference and tunes.keys() == best.keys():
            yield protocol, name, {part: nats_per_note([(sum(tunes[tune][side] - best[tune][side] for side in sides), best[tune][2]) for tune in best]) for part, sides in PARTS.items()}


def _pooled(pool: list[Tunes]) -> Tunes:
    """The means over the seeds."""
    return {tune: tuple(map(statistics.fmean, zip(*(tunes[tune] for tunes in pool)))) for tune in pool[0]}


if __name__ == "__main__":
    run(main)
