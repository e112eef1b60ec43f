"""The human solos of a corpus, measured once for all improvisers: what ``takes.measure_human`` finds, as arrays in a file."""

from pathlib import Path

import numpy as np

from stages.evaluation.takes import Measured

PARTS = ("values", "points")


def to_arrays(measured: Measured) -> dict[str, np.ndarray]:
    """Plain arrays under names that ``from_file`` understands; tunes are only told apart."""
    tunes = {tune: number for number, tune in enumerate(dict.fromkeys(measured.tunes))}
    rows = {f"{part} {name}": array for part in PARTS for name, array in getattr(measured, part).items()}
    return rows | {"tunes": np.array([tunes[tune] for tune in measured.tunes]), "metres": np.array(measured.metres)}


def from_file(path: Path) -> Measured | None:
    """The inverse of ``to_arrays``, from an ``.npz`` archive; None from an empty one."""
    with np.load(path) as file:
        if not file.files:
            return None
        parts = {part: {name.removeprefix(f"{part} "): file[name] for name in file if name.startswith(f"{part} ")} for part in PARTS}
        return Measured(**parts, tunes=file["tunes"].tolist(), metres=[tuple(metre) for metre in file["metres"].tolist()])
