"""How much less than one of them the others expect the same tunes, under other people's protocols.   python -m data.gaps wjazzd transformer

From what ``data/protocols.py`` kept in data/protocols/<corpus>.jsonl: nats a note more than the improviser that is named, in all, of rhythm and of pitch, with 95 % intervals of the
difference tune by tune (``stages/evaluation/likelihood.py``); seeds are averaged first. Who was judged on other tunes (``:leaky`` beside one that was not) is left out, and so are older
lines, in which the tunes are not told apart.
"""

import json
from collections.abc import Iterable, Iterator

from data.protocols import FOLDER
from stages.evaluation.likelihood import Likelihood, Tunes, behind, pooled
from stages.experiment.params import ParamsError
from stages.experiment.running import run

PARTS = {"in all": (0, 1), "rhythm": (0,), "pitch": (1,)}            # of the nats of rhythm and of pitch


def main(corpus: str, reference: str) -> None:
    """Print a line for each protocol and improviser that can be compared. Raises ParamsError for a corpus or a reference that nothing was measured of."""
    path = FOLDER / f"{corpus}.jsonl"
    if not path.exists():
        raise ParamsError(f"expected what make protocols keeps of a corpus, data/protocols/{path.name}, found no such file; measure some improvisers on it first")
    with open(path, encoding="utf-8") as lines:
        for protocol, name, gaps in gaps_to(map(json.loads, lines), reference):
            told = ", ".join(f"{part} {gap.nats:+.3f}" + (f" ({gap.interval[0]:+.3f} to {gap.interval[1]:+.3f})" if gap.interval else "") for part, gap in gaps.items())
            print(f"{protocol}, {name} against {reference}, nats a note on {gaps['in all'].tunes} tunes: {told}")


def gaps_to(lines: Iterable[dict], reference: str) -> Iterator[tuple[str, str, dict[str, Likelihood]]]:
    """(protocol, improviser, {part: nats a note more than the reference}). Raises ParamsError for a reference that nothing was measured of."""
    seeds: dict[tuple[str, str], list[dict]] = {}
    for line in (line for line in lines if "by_tune" in line):
        seeds.setdefault((line["protocol"], line["improviser"]), []).append(line["by_tune"])
    if reference not in {name for _, name in seeds}:
        raise ParamsError(f"expected an improviser out of {', '.join(sorted({name for _, name in seeds}))}, found {reference!r}")
    for (protocol, name), pool in seeds.items():
        gaps = {part: behind(_told(pool, sides), _told(seeds.get((protocol, reference), [{}]), sides)) for part, sides in PARTS.items()}
        if name != reference and all(gaps.values()):
            yield protocol, name, gaps


def _told(pool: list[dict], sides: tuple[int, ...]) -> Tunes:
    """Of each tune the nats of some sides, the mean over the seeds, and the notes."""
    return pooled([{tune: (sum(counted[side] for side in sides), counted[2]) for tune, counted in tunes.items()} for tunes in pool])


if __name__ == "__main__":
    run(main)
