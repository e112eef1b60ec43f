"""How fast the LSTM learns, beside Keras and PyTorch.   python -m tests.bench.train

* 100 epochs of the notebook's training from nothing, building and tracing included (imports not): our ``fit`` against ``model.fit`` on the
  unrolled ``djmodel``, in its default float32.
* One epoch once training runs: ours, in float64, against ``torch.nn.LSTM`` in float32 and float64 on the threads that torch takes.

Both sides see the same random windows of the notebook's shape: 60 windows of 30 steps, 78 values, 64 units, batches of 32. Each whole
training runs in a process of its own; the sides take turns, and medians are printed.
"""

import json
import resource
import statistics
import subprocess
import sys
import time

import numpy as np

from stages.grammar.windows import Lessons, Windows
from stages.improvisers.djmodel import Params, djmodel, fit

M, T, V, U, BATCH, EPOCHS, RUNS = 60, 30, 78, 64, 32, 100, 3


def main() -> None:
    """Measure and print the two comparisons."""
    sides = {"ours": [], "keras": [], "torch float32": [], "torch float64": []}
    for number in range(RUNS):
        for side, runs in sides.items():
            if number == 0 or runs:
                runs.extend(_in_a_process(side))
    print(f"{'seconds':34} {'ours':>9} {'peer':>9} {'ratio':>7} {'runs':>5} {'our MB':>7} {'peer MB':>8}")
    _row("100 epochs, from nothing: keras", sides["ours"], sides["keras"], "total")
    for name in ("torch float32", "torch float64"):
        if sides[name]:
            _row(f"one epoch, steady: {name}", sides["ours"], sides[name], "epoch")
        else:
            print(f"one epoch, steady: {name}: pip install torch")


def _row(title: str, ours: list[dict], peers: list[dict], key: str) -> None:
    our, peer = (statistics.median(run[key] for run in runs) for runs in (ours, peers))
    memory = [max(run["memory"] for run in runs) for runs in (ours, peers)]
    print(f"{title:34} {our:9.4f} {peer:9.4f} {peer / our:6.1f}x {len(ours):5} {memory[0]:7.0f} {memory[1]:8.0f}")


def _in_a_process(side: str) -> list[dict]:
    """One run of a side, [] where its library is missing."""
    process = subprocess.run([sys.executable, "-m", "tests.bench.train", side], capture_output=True, text=True)
    if "No module named 'torch'" in process.stderr:
        return []
    if process.returncode:
        raise RuntimeError(process.stderr)
    return [json.loads(process.stdout.splitlines()[-1])]


def ours(windows: Windows) -> list[float]:
    """When each epoch of ``fit`` ended, in seconds from its call."""
    import tensorflow  # noqa: F401  not measured

    ends, nothing = [], Windows(windows.inputs[:0], windows.targets[:0])
    params = Params(units=U, epochs=EPOCHS, batch=BATCH, learning_rate=0.01, decay=0.01, dropout=0.0, patience=0, seed=1)
    start = time.perf_counter()
    fit(Lessons(np.zeros((V, 0)), *[()] * 6, windows, nothing), params, lambda losses: ends.append(time.perf_counter() - start))
    return ends


def keras(windows: Windows) -> list[float]:
    """When each epoch of the notebook's cells ended, in seconds from the first."""
    from keras import callbacks, optimizers

    x, y = windows.one_hot(V)
    ends, zeros = [], np.zeros((M, U))
    start = time.perf_counter()
    model = djmodel(T, U, V)
    rate = optimizers.schedules.InverseTimeDecay(0.01, decay_steps=1, decay_rate=0.01)
    model.compile(optimizers.Adam(rate, 0.9, 0.999), "categorical_crossentropy", metrics=[["accuracy"]] * T)
    clock = callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: ends.append(time.perf_counter() - start))
    model.fit([x, zeros, zeros], list(y), epochs=EPOCHS, verbose=0, callbacks=[clock])
    return ends


def torch(windows: Windows, kind: str) -> list[float]:
    """When each epoch of the same training in PyTorch ended, in seconds from its start."""
    import torch

    dtype = getattr(torch, kind)
    x, y = torch.tensor(windows.one_hot(V)[0]).to(dtype), torch.tensor(windows.targets).long()
    network, densor = torch.nn.LSTM(V, U, batch_first=True).to(dtype), torch.nn.Linear(U, V).to(dtype)
    adam = torch.optim.Adam([*network.parameters(), *densor.parameters()], 0.01)
    loss_of, ends, start = torch.nn.CrossEntropyLoss(reduction="sum", ignore_index=-1), [], time.perf_counter()
    for _ in range(EPOCHS):
        for rows in torch.randperm(M).split(BATCH):
            adam.zero_grad()
            (loss_of(densor(network(x[rows])[0]).flatten(0, 1), y[rows].flatten()) / len(rows)).backward()
            adam.step()
        ends.append(time.perf_counter() - start)
    return ends


def _one_side(side: str, *kind: str) -> None:
    symbols = np.random.Generator(np.random.PCG64(1)).integers(0, V, (M, T + 1), dtype=np.int32)
    ends = {"ours": ours, "keras": keras, "torch": torch}[side](Windows(symbols[:, :-1], symbols[:, 1:]), *kind)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # kB on Linux
    print(json.dumps({"total": ends[-1], "epoch": statistics.median(np.diff(ends)[2:]), "memory": memory}))


if __name__ == "__main__":
    _one_side(*sys.argv[1].split()) if len(sys.argv) > 1 else main()
