"""How fast 50 greedy values are played, beside Keras.   python -m tests.bench.sample

Ours: read the weights from their file and take 50 steps in NumPy. The notebook: build ``music_inference_model`` with Ty = 50 around layers that are
already in memory, and call ``predict_and_sample`` for the first time. Imports are left out. Random weights of the notebook's shape; both play the same.
"""

import resource
import statistics
import tempfile
import time
from pathlib import Path

import numpy as np

from stages.improvisers.djmodel import DJModel, djmodel, initial_weights, music_inference_model, predict_and_sample, read

V, U, VALUES, RUNS, KERAS_RUNS = 78, 64, 50, 101, 3


def main() -> None:
    """Measure and print the comparison."""
    model = DJModel(*(4 * array for array in initial_weights(V, U, np.random.Generator(np.random.PCG64(1)))))
    with tempfile.TemporaryDirectory() as folder:
        model.write(Path(folder))
        ours = [_seconds(lambda: greedy(read(Path(folder)))) for _ in range(RUNS)]
    before = _memory()
    keras = [_seconds(_player(model)) for _ in range(KERAS_RUNS)]
    our, peer = statistics.median(ours), statistics.median(keras)
    print(f"{'seconds':34} {'ours':>9} {'peer':>9} {'ratio':>7} {'runs':>7} {'our MB':>7} {'peer MB':>8}")
    print(f"{'50 greedy values: keras':34} {our:9.5f} {peer:9.4f} {peer / our:6.0f}x {RUNS:3}/{KERAS_RUNS:<3} {before:7.0f} {_memory():8.0f}")


def greedy(model: DJModel) -> list[int]:
    """The most likely values from the zero state and the empty input on."""
    state, symbol, symbols = model.start(1), np.array([-1]), []
    for _ in range(VALUES):
        log_p, state = model.step(state, symbol, None)
        symbol = np.argmax(log_p, axis=1)
        symbols.append(int(symbol[0]))
    return symbols


def _player(model: DJModel):
    """The notebook's sampling cells, around the same weights."""
    network = djmodel(1, U, V)
    network.set_weights(list(vars(model).values()))

    def play() -> None:
        player = music_inference_model(network.get_layer("LSTM_cell"), network.get_layer("densor"), n_values=V, n_a=U, Ty=VALUES)
        predict_and_sample(player, np.zeros((1, 1, V)), np.zeros((1, U)), np.zeros((1, U)))

    return play


def _seconds(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # MB; kB on Linux


if __name__ == "__main__":
    main()
