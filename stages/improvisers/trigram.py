"""The trigram: a symbol given the two before it, with Witten-Bell smoothing. See ``plain.py``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le

from stages.grammar.windows import Lessons
from stages.improvisers.plain import Plain, count, losses

__all__ = ["Params", "fit", "read"]

read = Plain.read


@dataclass(frozen=True)
class Params:
    """context: how many symbols before it a symbol depends on, 0 to 32."""

    context: Annotated[int, Ge(0), Le(32)]


def fit(lessons: Lessons, params: Params, report: Callable[[dict], None]) -> tuple[Plain, list[dict]]:
    """Count the training solos, in one epoch; the losses are nats a symbol, the validation loss None where no tune is kept for it."""
    model = count(lessons.train, len(lessons.alphabet), params.context, "witten_bell")
    return model, losses(model, lessons, report)
