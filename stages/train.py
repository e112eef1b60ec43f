"""Fit one improviser to the corpus.   python -m stages.train djmodel

From ``artifacts/corpus`` to ``artifacts/<improviser>``: model/ and losses.csv (nats a symbol, by epoch).
"""

from pathlib import Path

from tqdm import tqdm

from stages import improvisers
from stages.experiment import artifacts
from stages.experiment.params import read_params
from stages.experiment.parse_section import parse_section
from stages.experiment.running import run
from stages.grammar.windows import Lessons
from stages.jazzgrammar import JazzGrammarError

CORPUS = Path("artifacts/corpus")
ARTIFACTS = Path("artifacts")


def main(name: str) -> None:
    """The stage, for one improviser."""
    improviser, grammar = improvisers.load(name), parse_section().grammar
    params = read_params(f"{name}.{grammar}", improviser.Params)
    lessons = Lessons.read(CORPUS / "windows.npz")
    home = ARTIFACTS / name

    with tqdm(desc=f"train {name}", total=getattr(params, "epochs", 1), unit="epoch", disable=None) as bar:      # no bar in a log file
        model, losses = improviser.fit(lessons, params, lambda done: (bar.set_postfix(loss=shown(done["loss"])), bar.update()))
    model.write(home / "model")
    artifacts.write_table(home / "losses.csv", losses)
    print(f"train {name}: epoch {len(losses)}: {shown(losses[-1]['loss'])} nats a symbol of the training windows")


def shown(loss: float | None) -> str:
    """A loss in three decimals, a dash for an improviser that has none."""
    return "-" if loss is None else f"{loss:.3f}"


if __name__ == "__main__":
    run(main, JazzGrammarError)
