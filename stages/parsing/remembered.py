"""All pieces of a corpus by all workers, a few at a time; what was read before and has not changed is not read again."""

from collections.abc import Iterator

from tqdm import tqdm

from stages.experiment.crew import Crew, in_order
from stages.experiment.memo import Memo
from stages.parsing.piece import Work, lost, parse_piece

CHUNK = 4                   # pieces that a worker gets at a time


def parse_all(todo: list[Work], workers: Crew, memo: Memo) -> Iterator[dict]:
    """The results of all pieces, in order; those that are remembered are not computed again."""
    with tqdm(total=len(todo), unit="file", desc="parse", disable=None) as bar:
        chunks = (_recall(todo[first:first + CHUNK], memo) for first in range(0, len(todo), CHUNK))
        for results in in_order(workers, _parse_pieces, chunks, _forgotten):
            memo.put({key: result for key, result, fresh in results if fresh and key})
            for _, result, _ in results:
                yield result
            bar.update(len(results))


def _recall(chunk: list[Work], memo: Memo) -> list[tuple[Work, str, dict | None]]:
    """Each piece with its key, "" for one that cannot be read, and its result if it is remembered."""
    keyed = [(work, _key_of(work, memo)) for work in chunk]
    return [(work, key, memo.get(key) if key else None) for work, key in keyed]


def _key_of(work: Work, memo: Memo) -> str:
    """The key of a piece's result, "" for one that cannot be read."""
    try:
        return memo.key(work.files(), work.told())
    except OSError:
        return ""


def _parse_pieces(chunk: list[tuple[Work, str, dict | None]]) -> list[tuple[str, dict, bool]]:
    """(key, result, whether it is new) of some pieces; what a worker does."""
    return [(key, result or parse_piece(work), result is None) for work, key, result in chunk]


def _forgotten(task: tuple[Work, str, dict | None]) -> tuple[str, dict, bool]:
    """The same of a piece that killed its worker; it may go better the next time."""
    return "", lost(task[0]), False
