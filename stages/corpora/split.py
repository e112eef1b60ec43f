"""Which tunes are learnt from, which choose the settings, which judge: split by tune, never by window.

Two solos on the same tune share their changes and often their licks, so they stay on the same side, however the title is spelled: what is split
are the keys of ``melody/tunes.py``. Solos without any title have the key "" and count as one tune, which stays together, too.
"""

from collections.abc import Iterable

import numpy as np


def split(tunes: Iterable[str], validation: float, test: float, generator: np.random.Generator) -> dict[str, list[str]]:
    """Tune keys of each part, sorted.

    Args:
        tunes: tune keys, in any order, as often as they come.
        validation, test: shares of the tunes, rounded to whole tunes; at least one tune is left to train on.
        generator: decides which tunes.
    """
    keys = sorted(set(tunes))
    order = [keys[place] for place in generator.permutation(len(keys))]
    held = min(round(test * len(keys)), len(keys) - 1)
    chosen = min(round(validation * len(keys)), len(keys) - 1 - held)
    return {"test": sorted(order[:held]), "validation": sorted(order[held:held + chosen]), "train": sorted(order[held + chosen:])}
