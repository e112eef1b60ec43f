"""What DVC would trip over before any stage can say a word: checked by ``make repro``, which is told the names of the improvisers.   python -m data.preflight

DVC fills dvc.yaml in from ``parse.corpus`` and ``improvisers``; where these are no names, or the folder is missing, it fails with a message of its own insides.
"""

from pathlib import Path

from stages import improvisers
from stages.experiment import results
from stages.experiment.params import PARAMS, ParamsError
from stages.experiment.parse_section import parse_section
from stages.experiment.running import run

DATA = Path("data")


def main() -> None:
    """Raises ParamsError for the first thing that is wrong."""
    corpus = parse_section().corpus
    if not (DATA / corpus).is_dir():
        raise ParamsError(f"{PARAMS}: parse.corpus: expected the name of a folder below {DATA}, found {corpus!r}; there are {', '.join(sorted(path.name for path in DATA.iterdir() if path.is_dir() and path.name[0] != '_'))}, and `make corpus NAME=...` gets others")
    names = results.improvisers()
    for name in names:
        improvisers.load(name)
    print(*names)


if __name__ == "__main__":
    run(main)
