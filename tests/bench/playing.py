"""How fast the networks play: 64 takes over the blues together, beside the same takes one by one.   python -m tests.bench.playing

In the shapes of a large corpus, with the symbols of the default one. Networks with their first, untrained weights play: how long it takes does not depend on them. Products take one thread, as in the stage, and of
the takes one by one an eighth is played. Beside the LSTMs ``torch.nn.LSTM`` of the same shape, a linear layer and a draw, float32 in one thread, without
chords or constraints: for djmodel a step a symbol, for deepjazz the whole window a symbol, as it was played. The artifacts of ``parse`` must be there (make repro).
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from stages import grammar as grammars
from stages.corpora.charts import read_chart
from stages.experiment import artifacts
from stages.grammar.vocabulary import Vocabulary
from stages.grammar.windows import Lessons
from stages.improvisers import deepjazz, djmodel
from stages.improvisers.choosing import Choice, improvise
from stages.improvisers.first_weights import initial_weights
from stages.improvisers.memory import Symbols
from stages.improvisers.transformer import Params, Transformer

CORPUS = Path("artifacts/corpus")
PARAMS = Params(width=128, layers=2, heads=4, context=128, epochs=1, batch=8, learning_rate=0.002, weight_decay=0.1, dropout=0.3, feature_dropout=0.15, averaging=0.998, patience=0,
                precision="float64", seed=1)
RUNS, TAKES, SHARE = 5, 64, 8
WINDOW, STEPS = 20, 100                                     # of deepjazz; symbols that torch plays
LAYERS = {"djmodel": (64, 1, None), "deepjazz": (128, 2, WINDOW)}           # units of an LSTM, how many, and what they look back on


def main() -> None:
    """Measure and print the comparisons."""
    if not CORPUS.exists():
        sys.exit("playing: expected artifacts/corpus, found none; run make repro first")
    threadpool_limits(1, "blas")
    lessons = Lessons.read(CORPUS / "windows.npz")
    print(f"{'notes a second':16} {'together':>9} {'alone':>9} {'ratio':>7} {'torch':>9} {'ratio':>7} {'runs':>5}")
    for name, model in models(lessons.alphabet).items():
        together, alone = rates(player(model, lessons))
        peer = torch(*LAYERS[name], len(lessons.alphabet)) if name in LAYERS else None
        print(f"{name:16} {together:9.0f} {alone:9.0f} {together / alone:6.1f}x {'' if peer is None else round(peer):>9} {'' if peer is None else f'{together / peer:.2f}x':>7} {RUNS:5}")


def rates(play: Callable[[list[int]], int]) -> tuple[float, float]:
    """Notes and rests a second of the takes together, and one by one: medians."""
    play([0])
    runs = [(_rate(lambda: play(list(range(TAKES)))), _rate(lambda: sum(play([seed]) for seed in range(0, TAKES, SHARE)))) for _ in range(RUNS)]
    return tuple(map(statistics.median, zip(*runs)))


def models(alphabet: np.ndarray) -> dict:
    """The networks."""
    def dice() -> np.random.Generator:
        return np.random.default_rng(1)

    return {
        "djmodel": djmodel.DJModel(*djmodel.initial_weights(len(alphabet), LAYERS["djmodel"][0], dice())),
        "deepjazz": deepjazz.DeepJazz(*deepjazz.initial_weights(len(alphabet), LAYERS["deepjazz"][0], dice()), np.array(WINDOW)),
        "transformer": Transformer(initial_weights(Symbols(alphabet), PARAMS, dice()), alphabet),
    }


def player(model, lessons: Lessons) -> Callable[[list[int]], int]:
    """What plays takes over the blues, one for each seed, and says how many notes and rests they have."""
    grammar, vocabulary = grammars.load("woodshed"), Vocabulary.from_json(artifacts.read_json(CORPUS / "vocabulary.json"))
    habits, chart, params = grammar.habits([vocabulary.decode(solo) for solo in lessons.train]), read_chart(Path("data/charts/blues.ls")), grammar.Params(32, 16)

    def play(seeds: list[int]) -> int:
        constraint = grammar.constraint([chart] * len(seeds), vocabulary, habits, (56, 80), params)
        played, _ = improvise(model, constraint, [np.random.default_rng(seed) for seed in seeds], Choice(False, 1.0, 0, 1.0))
        return sum(map(len, played)) // 2

    return play


def _rate(play: Callable[[], int]) -> float:
    """Notes and rests a second."""
    start = time.perf_counter()
    return play() / (time.perf_counter() - start)


def torch(units: int, layers: int, window: int | None, values: int) -> float | None:
    """Notes (two symbols) a second of as many takes in PyTorch, None without it."""
    try:
        import torch
    except ImportError:
        return None
    torch.set_num_threads(1)
    lstm, densor, eye = torch.nn.LSTM(values, units, layers, batch_first=True), torch.nn.Linear(units, values), torch.eye(values)
    rates = []
    with torch.inference_mode():
        for _ in range(RUNS):
            heard, state, start = torch.zeros((TAKES, window or 1), dtype=torch.long), None, time.perf_counter()
            for _ in range(STEPS):
                outputs, after = lstm(eye[heard], state)
                state = None if window else after
                heard = torch.cat([heard[:, 1:], torch.multinomial(densor(outputs[:, -1]).softmax(1), 1)], dim=1)
            rates.append(TAKES * STEPS / 2 / (time.perf_counter() - start))
    return statistics.median(rates)


if __name__ == "__main__":
    main()
