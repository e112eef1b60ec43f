"""Which tunes are learnt from, which choose the settings, which judge: split by tune, never by window.

Two solos on the same tune share their changes and often their licks, so they stay on the same side, however the title is spelled.
"""

import numpy as np

from stages.melody.solo import Solo
from stages.melody.tunes import tune_key


def split(solos: list[Solo], validation: float, test: float, generator: np.random.Generator) -> dict[str, list[str]]:
    """Tune keys of each part, sorted.

    Args:
        validation, test: shares of the tunes, rounded to whole tunes; at least one tune is left to train on.
        generator: decides which tunes.
    """
    tunes = sorted({tune_key(solo.tune) for solo in solos})
    order = [tunes[place] for place in generator.permutation(len(tunes))]
    held = min(round(test * len(tunes)), len(tunes) - 1)
    chosen = min(round(validation * len(tunes)), len(tunes) - 1 - held)
    return {"test": sorted(order[:held]), "validation": sorted(order[held:held + chosen]), "train": sorted(order[held + chosen:])}
