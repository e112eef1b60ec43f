"""How fast the Transformer learns.   python -m tests.bench.transformer

Notes a second of AdamW steps on the default corpus, beside ``torch.nn.TransformerEncoder`` with as many layers, heads and units, a causal mask and torch's AdamW, float32 on both sides and
as many threads as each likes: once with a linear layer at either end (``torch bare``), once with all of our linear layers (``torch``: also those of the convolution and before the rhythm). The artifacts of ``parse`` must be there (make repro).
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from stages.grammar.windows import Lessons
from stages.improvisers.decoder import BEHIND
from stages.improvisers.features import BEHIND_REALS, before_sizes, behind_sizes, events_of, many_before_reals
from stages.improvisers.first_weights import initial_weights
from stages.improvisers.memory import Symbols
from stages.improvisers.transformer import Params, training

CORPUS = Path("artifacts/corpus")
PARAMS = Params(width=128, layers=2, heads=4, context=128, epochs=1, batch=8, learning_rate=0.002, weight_decay=0.1, dropout=0.3, feature_dropout=0.15, averaging=0.998, patience=0,
                precision="float32", seed=1)
STEPS, RUNS = 12, 5


def main() -> None:
    """Measure and print the comparisons."""
    if not CORPUS.exists():
        sys.exit("transformer: expected artifacts/corpus, found none; run make repro first")
    print(f"{'':44} {'ours':>9} {'peer':>9} {'ratio':>7} {'runs':>7} {'our MB':>7} {'peer MB':>8}")
    runs = [{side: _in_a_process(side) for side in ("ours", "torch", "torch bare")} for _ in range(RUNS)]
    for name in ("torch", "torch bare") if runs[0]["torch"] else ():
        ours, peer = ([run[side] for run in runs] for side in ("ours", name))
        our, torch = (statistics.median(run["rate"] for run in side) for side in (ours, peer))
        print(f"{f'training, notes a second: {name}':44} {our:9.0f} {torch:9.0f} {our / torch:6.2f}x {RUNS:7} {ours[0]['memory']:7.0f} {peer[0]['memory']:8.0f}")
    if not runs[0]["torch"]:
        print("training: pip install torch")


def _in_a_process(side: str) -> dict | None:
    """One run of a side, None where its library is missing."""
    process = subprocess.run([sys.executable, "-m", "tests.bench.transformer", side], capture_output=True, text=True)
    if "No module named 'torch'" in process.stderr:
        return None
    if process.returncode:
        raise RuntimeError(process.stderr)
    return json.loads(process.stdout.splitlines()[-1])


def _rate(step) -> float:
    """Notes a second of a training step on ``batch`` times ``context`` of them, the first two calls left out."""
    step(), step()
    start = time.perf_counter()
    for _ in range(STEPS):
        step()
    return STEPS * PARAMS.batch * PARAMS.context / (time.perf_counter() - start)


def ours() -> float:
    """Our training step."""
    network_of = training(PARAMS.precision).Network
    from stages.improvisers.repeatable import be_repeatable, tf

    be_repeatable(threads=0)
    lessons = Lessons.read(CORPUS / "windows.npz")
    symbols = Symbols(lessons.alphabet)
    (events,) = events_of(symbols, [max(zip(lessons.train, lessons.train_contexts), key=lambda pair: len(pair[0]))])
    cut = type(events)(**{name: array[:PARAMS.context] for name, array in vars(events).items()})
    network = network_of(initial_weights(symbols, PARAMS, np.random.default_rng(1)), symbols, PARAMS)
    rate, seed = tf.constant(0.001, network.dtype), tf.constant(1, tf.int32)
    return _rate(lambda: float(network.train(network.batch([cut] * PARAMS.batch, PARAMS.batch), rate, seed)))


def torch(whole: bool) -> float:
    """The step of PyTorch's encoder, with all of our linear layers or with one at either end."""
    import torch
    from torch.nn import Linear, TransformerEncoder, TransformerEncoderLayer
    from torch.nn.functional import cross_entropy, silu

    symbols, d = Symbols(Lessons.read(CORPUS / "windows.npz").alphabet), PARAMS.width
    before, behind = sum(before_sizes(symbols)) + many_before_reals(symbols), sum(behind_sizes(symbols)) + BEHIND_REALS
    layer = TransformerEncoderLayer(d, PARAMS.heads, 4 * d, PARAMS.dropout, silu, batch_first=True, norm_first=True)
    encoder, ends = TransformerEncoder(layer, PARAMS.layers, enable_nested_tensor=False), [Linear(before + behind, d), Linear(d, len(symbols.rhythms)), Linear(d, len(symbols.pitches))]
    ours = [Linear(BEHIND * d, d), Linear(d, 2 * d), Linear(before, 2 * d), Linear(2 * d, d)]
    net = torch.nn.ModuleList([encoder, *ends, *ours])
    adam, mask = torch.optim.AdamW(net.parameters(), 0.002), torch.nn.Transformer.generate_square_subsequent_mask(PARAMS.context)
    x = torch.rand(PARAMS.batch, PARAMS.context, before + behind)
    rhythms, pitches = (torch.randint(end.out_features, (PARAMS.batch * PARAMS.context,)) for end in ends[1:])

    def step() -> None:
        inputs = ends[0](x)
        hidden = rhythm = encoder(silu(ours[0](torch.cat([inputs] * BEHIND, dim=2))) if whole else inputs, mask=mask, is_causal=True)
        if whole:
            rhythm = ours[3](silu(ours[1](hidden) + ours[2](x[:, :, :before])))
        loss = sum(cross_entropy(end(part).flatten(0, 1), targets) for end, part, targets in ((ends[1], rhythm, rhythms), (ends[2], hidden, pitches)))
        adam.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        adam.step()

    return _rate(step)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        found = {"ours": ours, "torch": lambda: torch(True), "torch bare": lambda: torch(False)}[sys.argv[1]]()
        print(json.dumps({"rate": found, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
    else:
        main()
