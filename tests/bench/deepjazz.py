"""How fast deepjazz learns, beside Keras and PyTorch.   python -m tests.bench.deepjazz

One epoch of its training once that runs, in the shape of the original (58 windows of 20 values, 78 values, 2 x 128 units, one batch, dropout) and in one of a larger
corpus (1,280 such windows, batches of 128): ours, in float64, against ``model.fit`` on its Keras model in float32, Keras's default, and against
``torch.nn.LSTM`` in float32 and float64. Torch takes as many threads as it likes. Seconds on the clock and, since a machine may be busy, of the processor.

Both sides see the same random windows. Each training runs in a process of its own; the sides take turns, and medians are printed.
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from types import SimpleNamespace

import numpy as np

W, V, U, BATCH, DROPOUT, RUNS = 20, 78, 128, 128, 0.2, 3
SHAPES = {"58": 12, "1280": 4}         # windows: epochs
SIDES = ("ours", "keras", "torch float32", "torch float64")


def main() -> None:
    """Measure and print the comparisons."""
    found = {(shape, side): [] for shape in SHAPES for side in SIDES}
    for _ in range(RUNS):
        for (shape, side), runs in found.items():
            runs.extend(_in_a_process(side, shape))
    print(f"{'seconds an epoch':34} {'ours':>9} {'peer':>9} {'ratio':>7} {'ours, cpu':>10} {'peer, cpu':>10} {'runs':>5} {'our MB':>7} {'peer MB':>8}")
    for shape in SHAPES:
        for side in SIDES[1:]:
            ours, peers = found[shape, "ours"], found[shape, side]
            if peers:
                (our, peer), (cpu, peer_cpu) = ([statistics.median(run[key] for run in runs) for runs in (ours, peers)] for key in ("epoch", "cpu"))
                memory = [max(run["memory"] for run in runs) for runs in (ours, peers)]
                print(f"{shape + ' windows: ' + side:34} {our:9.4f} {peer:9.4f} {peer / our:6.1f}x {cpu:10.4f} {peer_cpu:10.4f} {len(peers):5} {memory[0]:7.0f} {memory[1]:8.0f}")
            else:
                print(f"{shape + ' windows: ' + side:34} pip install torch")


def _in_a_process(side: str, shape: str) -> list[dict]:
    """One run of a side, [] where its library is missing."""
    process = subprocess.run([sys.executable, "-m", "tests.bench.deepjazz", shape, *side.split()], capture_output=True, text=True)
    if "No module named 'torch'" in process.stderr:
        return []
    if process.returncode:
        raise RuntimeError(process.stderr)
    return [json.loads(process.stdout.splitlines()[-1])]


def ours(corpus: np.ndarray, epochs: int, tick) -> None:
    """Our ``fit``."""
    from stages.improvisers.deepjazz import Params, fit

    params = Params(units=U, epochs=epochs, batch=BATCH, learning_rate=0.001, dropout=DROPOUT, window=W, step=3, first=W, patience=0, seed=1)
    fit(SimpleNamespace(alphabet=np.zeros((V, 4)), train=(corpus,), validation=()), params, lambda losses: tick())


def keras(corpus: np.ndarray, epochs: int, tick) -> None:
    """The original's cells on today's Keras."""
    from keras import callbacks, optimizers

    from stages.improvisers.deepjazz import deepjazz

    x, y = _examples(corpus)
    model = deepjazz(W, V, U, DROPOUT)
    model.compile(optimizers.RMSprop(0.001, 0.9, epsilon=1e-6), "categorical_crossentropy")
    model.fit(x, np.eye(V)[y], batch_size=BATCH, epochs=epochs, verbose=0, callbacks=[callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: tick())])


def torch(corpus: np.ndarray, epochs: int, tick, kind: str) -> None:
    """The same training in PyTorch; its dropout stands between the two layers, and one more behind them."""
    import torch

    dtype = getattr(torch, kind)
    x, y = (torch.tensor(array) for array in _examples(corpus))
    x, lstm = x.to(dtype), torch.nn.LSTM(V, U, num_layers=2, dropout=DROPOUT, batch_first=True).to(dtype)
    densor, dropout, loss_of = torch.nn.Linear(U, V).to(dtype), torch.nn.Dropout(DROPOUT), torch.nn.CrossEntropyLoss()
    rmsprop = torch.optim.RMSprop([*lstm.parameters(), *densor.parameters()], 0.001, alpha=0.9, eps=1e-6)
    for _ in range(epochs):
        for rows in torch.randperm(len(x)).split(BATCH):
            rmsprop.zero_grad()
            loss_of(densor(dropout(lstm(x[rows])[0][:, -1])), y[rows]).backward()
            rmsprop.step()
        tick()


def _examples(corpus: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """One-hot inputs (M, W, V) and targets (M,)."""
    starts = np.arange(0, len(corpus) - W, 3)
    return np.eye(V, dtype=bool)[corpus[starts[:, None] + np.arange(W)]], corpus[starts + W].astype(np.int64)


def _one_side(shape: str, side: str, *kind: str) -> None:
    corpus = np.random.Generator(np.random.PCG64(1)).integers(0, V, 3 * int(shape) + W, dtype=np.int32)
    ends, spent = [], []
    {"ours": ours, "keras": keras, "torch": torch}[side](corpus, SHAPES[shape], lambda: (ends.append(time.perf_counter()), spent.append(time.process_time())), *kind)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # kB on Linux
    print(json.dumps({"epoch": statistics.median(np.diff(ends)[1:]), "cpu": statistics.median(np.diff(spent)[1:]), "memory": memory}))


if __name__ == "__main__":
    _one_side(*sys.argv[1:]) if len(sys.argv) > 1 else main()
