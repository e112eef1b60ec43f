"""All pieces of a corpus by all workers, a few at a time; what was read before and has not changed is not read again."""

from collections import deque
from collections.abc import Iterator
from pathlib import Path

from tqdm import tqdm

from stages.experiment.crew import Crew, in_order
from stages.experiment.memo import Memo
from stages.parsing.piece import Work, lost, parse_piece

CHUNK = 4                   # pieces that a worker gets at a time
STAGES = Path(__file__).parent.parent
ROOMS = ("corpora", "experiment", "grammar", "harmony", "melody", "parsing")


def program() -> list[Path]:
    """The files that decide what comes of a piece, beside its own: the code, and the versions of what it uses."""
    return [*STAGES.parent.glob("requirements.txt"), *(file for room in ROOMS for file in (STAGES / room).rglob("*.py"))]


def parse_all(todo: list[Work], workers: Crew, memo: Memo) -> Iterator[dict]:
    """The results of all pieces, in order; those that are remembered are not computed again."""
    asked: deque[list[tuple[str, dict | None]]] = deque()           # of the chunks that are under way: the key of each piece, and its result if it is remembered
    with tqdm(total=len(todo), unit="file", desc="parse", disable=None) as bar:
        for computed in in_order(workers, _parse_pieces, _unknown(todo, memo, asked), _killed):
            fresh, chunk = iter(computed), asked.popleft()
            results = [(key, (known, False) if known else next(fresh)) for key, known in chunk]
            memo.put({key: result for key, (result, lasting) in results if key and lasting})
            for _, (result, _) in results:
                yield result
            bar.update(len(chunk))


def _unknown(todo: list[Work], memo: Memo, asked: deque) -> Iterator[list[Work]]:
    """Of each chunk, the pieces that must be read; the others stay here, since sending them to a worker and back would cost more than remembering them."""
    for first in range(0, len(todo), CHUNK):
        chunk = todo[first:first + CHUNK]
        keys = [_key_of(work, memo) for work in chunk]
        asked.append([(key, memo.get(key) if key else None) for key in keys])
        yield [work for work, (_, known) in zip(chunk, asked[-1]) if known is None]


def _key_of(work: Work, memo: Memo) -> str:
    """The key of a piece's result, "" for one that cannot be read."""
    try:
        return memo.key(work.files(), work.told())
    except OSError:
        return ""


def _parse_pieces(chunk: list[Work]) -> list[tuple[dict, bool]]:
    """The results of some pieces, and that they would be the same another time; what a worker does."""
    return [(parse_piece(work), True) for work in chunk]


def _killed(work: Work) -> tuple[dict, bool]:
    """The same of a piece that killed its worker; it may go better the next time."""
    return lost(work), False
