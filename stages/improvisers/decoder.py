"""The network of the transformer in NumPy, function by function; ``attention.py`` has the same in TensorFlow, ``transformer.py`` says what it is.

Shapes: B examples or takes, n events, d the width, H heads, R rhythms, P pitches or rests; ``events`` has the fields of ``features.Events``. Everything is float64.
"""

import numpy as np
from scipy.special import expit, softmax

from stages.grammar.contexts import TICKS
from stages.improvisers.features import HALVES, PITCHES
from stages.improvisers.memory import DEGREES, ECHOES, NEAR, NO_DEGREE, SUB, Symbols

BEHIND = 4                  # events that the convolution sees
OWN = 6                     # sets of pitch classes that a reached pitch may be in
CACHES = 2                  # by the whole past, and by what began in the same place, from the same pitch or over the same kind of chord
JUDGES = 4 + ECHOES + CACHES    # of durations: the next chord begins where it ends, or has begun; such places, such durations lately; the echoes, the caches

Weights = dict[str, np.ndarray]


def inputs(weights: Weights, events: dict[str, np.ndarray]) -> np.ndarray:
    """(B, d) of B events."""
    looked_up = weights["before"][events["before"]].sum(axis=1) + weights["behind"][events["behind"]].sum(axis=1)
    return looked_up + events["before_reals"] @ weights["before_reals"] + events["behind_reals"] @ weights["behind_reals"] + weights["bias"]


def convolved(weights: Weights, inputs: np.ndarray) -> np.ndarray:
    """(B, n, d) with what the last BEHIND events of each say together added to it; of the first BEHIND - 1 nothing stands before."""
    padded = np.pad(inputs, [(0, 0), (BEHIND - 1, 0), (0, 0)])
    shifted = [padded[:, BEHIND - 1 - back:BEHIND - 1 - back + inputs.shape[1]] for back in range(BEHIND)]
    return together(weights, np.concatenate(shifted, axis=2), inputs)


def together(weights: Weights, recent: np.ndarray, inputs: np.ndarray) -> np.ndarray:
    """(..., d) of events, given with the BEHIND last ones in a row, the latest first, (..., BEHIND d)."""
    return inputs + _silu(recent @ weights["convolution"])


def turns(numbers: np.ndarray, clock: np.ndarray, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Cosines and sines (..., width / 2) that a head of this width is turned by: half by the number of the event, half by its clock (ticks)."""
    angles = np.concatenate([numbers[..., None] * by_number(width // 4), clock[..., None] / TICKS * by_clock(width // 4)], axis=-1)
    # To float32: the last bits of a cosine depend on the kind of CPU, and training would carry them into every weight.
    return np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32)


def by_number(planes: int) -> np.ndarray:
    """Radians an event, (planes,): from a turn in six events to one in 1250."""
    return 10 ** -np.linspace(0, 2.3, planes)


def by_clock(planes: int) -> np.ndarray:
    """Radians a quarter note, (planes,): periods from one to 128 quarter notes."""
    return 2 * np.pi / np.geomspace(1, 128, planes)


def heads(weights: Weights, layer: int, x: np.ndarray, turns: tuple[np.ndarray, np.ndarray]) -> list[np.ndarray]:
    """Queries, keys and values of a layer, (B, H, n, d / H) each, of x (B, n, d)."""
    heads = len(weights[f"{layer} distance"])
    rows = norm(x, weights[f"{layer} norm_1"]).reshape(-1, x.shape[2])                  # a stack of B matrices would be multiplied one by one
    parts = np.split(rows @ weights[f"{layer} heads"], 3, axis=1)
    query, key, value = (part.reshape(*x.shape[:2], heads, -1).swapaxes(1, 2) for part in parts)
    return [_turned(query, turns), _turned(key, turns), value]


def _turned(x: np.ndarray, turns: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    first, second = np.split(x, 2, axis=3)
    cosine, sine = (turn[:, None] for turn in turns)
    return np.concatenate([first * cosine - second * sine, first * sine + second * cosine], axis=3)


def attended(weights: Weights, layer: int, query: np.ndarray, key: np.ndarray, value: np.ndarray, distances: np.ndarray) -> np.ndarray:
    """(B, queries, d): what each query finds among the keys that stand no farther behind it than the context; ``distances`` (queries, keys) in events."""
    by_distance = weights[f"{layer} distance"]
    seen = (distances >= 0) & (distances < by_distance.shape[1])
    worth = np.where(seen, by_distance[:, np.clip(distances, 0, by_distance.shape[1] - 1)], -np.inf)             # (H, queries, keys)
    found = softmax((query / query.shape[3] ** 0.5) @ key.swapaxes(2, 3) + worth, axis=3) @ value
    return found.swapaxes(1, 2).reshape(len(query), query.shape[2], -1)


def layer_end(weights: Weights, layer: int, x: np.ndarray, attended: np.ndarray) -> np.ndarray:
    """x (..., d) with what its attention found, and what the two feed-forward layers make of that, added to it."""
    x = x + attended @ weights[f"{layer} out"]
    return x + _silu(norm(x, weights[f"{layer} norm_2"]) @ weights[f"{layer} up"] + weights[f"{layer} up_bias"]) @ weights[f"{layer} down"]


def rhythm_logits(weights: Weights, symbols: Symbols, before: np.ndarray, events: dict[str, np.ndarray]) -> np.ndarray:
    """(B, R), from what the network says behind the event before, (B, d), and what is known of this one."""
    own = weights["rhythm_before"][events["before"]].sum(axis=1) + events["before_reals"] @ weights["rhythm_reals"]
    hidden = _silu(before @ weights["rhythm_hidden"] + own + weights["rhythm_bias"]) @ weights["rhythm_down"]
    out = norm(hidden + before, weights["rhythm_norm"]) @ weights["rhythm_out"] + weights["rhythm_out_bias"]
    each, by_beat, by_bar, by_judge = np.split(out, np.cumsum([len(symbols.rhythms), SUB, HALVES]), axis=1)
    by_judge[:, -CACHES:] += events["rhythm_known"] @ weights["rhythm_known"]
    beat, bar, judged = landings(symbols, events)
    return each + np.take_along_axis(by_beat, beat, axis=1) + np.take_along_axis(by_bar, bar, axis=1) + _weighed(by_judge, judged)


def landings(symbols: Symbols, events: dict[str, np.ndarray]) -> tuple[np.ndarray, ...]:
    """Where each duration would end: the place in the beat and the half beat in the bar, (B, R) each; and what the JUDGES say of it, (B, JUDGES, R)."""
    end = events["place"][:, None] + symbols.durations
    bar = np.minimum(end % np.maximum(events["bar_length"], 1)[:, None] * 2 // TICKS, HALVES - 1)
    beat, wait = end % TICKS * SUB // TICKS, events["wait"][:, None]
    one = [symbols.durations == wait, symbols.durations >= wait, np.take_along_axis(events["places"], beat, axis=1), events["lengths"]]
    return beat, bar, np.concatenate([np.stack(one, axis=1), events["echoes"], events["rhythm_cache"]], axis=1)


def pitch_logits(weights: Weights, symbols: Symbols, hidden: np.ndarray, events: dict[str, np.ndarray]) -> np.ndarray:
    """(B, P), from what the network says behind the rhythm, (B, d)."""
    out = hidden @ weights["pitch_out"] + weights["pitch_out_bias"]
    each, by_root, by_next, by_pitch, by_set, by_trace, by_cache, by_degree = np.split(out, np.cumsum([len(symbols.pitches), DEGREES, DEGREES, PITCHES, OWN, 1, CACHES]), axis=1)
    known = _weighed(by_degree + events["degree_known"] @ weights["degree_known"], events["degree_cache"])      # (B, DEGREES)
    rows = zip((by_root + known, by_next), events["roots"].T, strict=True)
    by_class = sum(np.take_along_axis(expert, degrees(roots), axis=1) for expert, roots in rows) + np.einsum("bs,bsk->bk", by_set, events["own"])       # (B, 12)
    near = np.where(abs(symbols.intervals) <= NEAR, events["near"][:, np.clip(symbols.intervals, -NEAR, NEAR) + NEAR], 0)
    reached = np.clip(events["last"][:, None] + symbols.intervals, 0, PITCHES - 1)
    each = each + _weighed(by_cache + events["pitch_known"] @ weights["pitch_known"], events["pitch_cache"])[:, symbols.steps]
    each = each + ~symbols.sounds * known[:, [NO_DEGREE]]
    return each + symbols.sounds * (by_class[:, symbols.intervals % 12] + np.take_along_axis(by_pitch, reached, axis=1) + by_trace * near)


def _weighed(weights: np.ndarray, experts: np.ndarray) -> np.ndarray:
    """The sum of experts (B, E, R), each times its weight (B, E)."""
    return np.einsum("be,ber->br", weights, experts)


def degrees(roots: np.ndarray) -> np.ndarray:
    """For each of the twelve tones from the pitch before up, its degree above a root that lies ``roots`` semitones below it (12: none): (B, 12)."""
    return np.where(roots[:, None] == NO_DEGREE, NO_DEGREE, (roots[:, None] + np.arange(12)) % 12)


def norm(x: np.ndarray, gain: np.ndarray) -> np.ndarray:
    """x (..., d), each row with a root mean square of 1, times the gain (d,)."""
    return x / np.sqrt((x * x).mean(axis=-1, keepdims=True) + 1e-6) * gain


def _silu(x: np.ndarray) -> np.ndarray:
    return x * expit(x)
