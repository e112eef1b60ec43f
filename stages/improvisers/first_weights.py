"""The weights that training of the transformer starts from."""

import numpy as np

from stages.improvisers.cache import KNOWN
from stages.improvisers.decoder import BEHIND, CACHES, JUDGES, OWN, Weights
from stages.improvisers.features import BEHIND_REALS, HALVES, PITCHES, before_sizes, behind_sizes, many_before_reals
from stages.improvisers.memory import DEGREES, SUB, Symbols
from stages.improvisers.transformer import Params


def initial_weights(symbols: Symbols, params: Params, generator: np.random.Generator) -> Weights:
    """The arrays before training, normal with the variance 1 / inputs; outputs start small, and what adds to the residual stream is smaller the more layers there are."""
    width, hidden = params.width, 2 * params.width
    before, behind, reals, rhythms, pitches = sum(before_sizes(symbols)), sum(behind_sizes(symbols)), many_before_reals(symbols), len(symbols.rhythms), len(symbols.pitches)
    inputs = before + behind + reals + BEHIND_REALS
    rhythm_outputs, pitch_outputs = rhythms + SUB + HALVES + JUDGES, pitches + 2 * DEGREES + PITCHES + OWN + 1 + 2 * CACHES
    slopes = -0.02 * np.arange(params.heads)[:, None] * np.log1p(np.arange(params.context))

    def normal(rows: int, columns: int, fan_in: int, gain: float = 1.0) -> np.ndarray:
        return generator.standard_normal((rows, columns)) * gain / fan_in ** 0.5

    weights = {
        "before": normal(before, width, inputs), "before_reals": normal(reals, width, inputs), "behind": normal(behind, width, inputs),
        "behind_reals": normal(BEHIND_REALS, width, inputs), "bias": np.zeros(width), "convolution": normal(BEHIND * width, width, BEHIND * width)}
    for layer in range(params.layers):
        small = (2 * params.layers) ** -0.5
        weights |= {
            f"{layer} norm_1": np.ones(width), f"{layer} heads": normal(width, 3 * width, width), f"{layer} distance": slopes.copy(), f"{layer} out": normal(width, width, width, small),
            f"{layer} norm_2": np.ones(width), f"{layer} up": normal(width, 4 * width, width), f"{layer} up_bias": np.zeros(4 * width), f"{layer} down": normal(4 * width, width, 4 * width, small)}
    return weights | {
        "norm": np.ones(width), "rhythm_hidden": normal(width, hidden, width), "rhythm_before": normal(before, hidden, before + reals),
        "rhythm_reals": normal(reals, hidden, before + reals), "rhythm_bias": np.zeros(hidden), "rhythm_down": normal(hidden, width, hidden), "rhythm_norm": np.ones(width),
        "rhythm_out": normal(width, rhythm_outputs, width, 0.1), "rhythm_out_bias": np.zeros(rhythm_outputs), "rhythm_known": np.zeros((KNOWN, CACHES)),
        "pitch_out": normal(width, pitch_outputs, width, 0.1), "pitch_out_bias": np.zeros(pitch_outputs), "pitch_known": np.zeros((KNOWN, CACHES)),
        "degree_known": np.zeros((KNOWN, CACHES))}
