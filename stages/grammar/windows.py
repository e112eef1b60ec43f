"""Integers -> X, Y: the pieces of equal length that a network is trained on.

Legend: m windows, T steps, V symbols. Windows are stored as integers; -1 stands for "nothing", an empty row of the one-hot array: as
input, nothing came before; as target, nothing is asked. A target is the symbol that follows its input.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

NOTHING = -1


@dataclass(frozen=True)
class Windows:
    """Inputs and targets, int32 arrays of shape (m, T)."""

    inputs: np.ndarray
    targets: np.ndarray

    def __len__(self) -> int:
        return len(self.inputs)

    def one_hot(self, n_values: int) -> tuple[np.ndarray, np.ndarray]:
        """The arrays of the course notebook: X of shape (m, T, V) and Y of shape (T, m, V), boolean."""
        alphabet = np.arange(n_values)
        return self.inputs[:, :, None] == alphabet, self.targets.T[:, :, None] == alphabet


@dataclass(frozen=True)
class Lessons:
    """What an improviser learns from.

    Args:
        train, validation, test: the encoded solos of each part of the split, int32 arrays (T,) of different lengths.
        windows, validation_windows: the windows cut from the first two; the second may be empty.
    """

    train: tuple[np.ndarray, ...]
    validation: tuple[np.ndarray, ...]
    test: tuple[np.ndarray, ...]
    windows: Windows
    validation_windows: Windows

    def arrays(self) -> dict[str, np.ndarray]:
        """Everything as named arrays, for one ``.npz`` file; solos of a part stand in a row, with their lengths."""
        parts = {"train": self.train, "validation": self.validation, "test": self.test}
        rows = {name: np.concatenate([*solos, np.zeros(0, np.int32)]).astype(np.int32) for name, solos in parts.items()}
        lengths = {f"{name}_lengths": np.array([len(solo) for solo in solos], dtype=np.int32) for name, solos in parts.items()}
        return {
            **rows, **lengths, "inputs": self.windows.inputs, "targets": self.windows.targets,
            "validation_inputs": self.validation_windows.inputs, "validation_targets": self.validation_windows.targets,
        }

    @classmethod
    def read(cls, path: Path) -> "Lessons":
        """The inverse of ``arrays``, from a file."""
        with np.load(path) as file:
            solos = {name: tuple(np.split(file[name], np.cumsum(file[f"{name}_lengths"])[:-1])) if len(file[f"{name}_lengths"]) else ()
                     for name in ("train", "validation", "test")}
            return cls(**solos, windows=Windows(file["inputs"], file["targets"]),
                       validation_windows=Windows(file["validation_inputs"], file["validation_targets"]))


def cut(sequences: list[np.ndarray], length: int, hop: int) -> Windows:
    """Windows of ``length`` steps from each sequence, a new one every ``hop`` steps; the first step of a sequence has NOTHING as input.

    The last window of a sequence is filled up with NOTHING, so that every symbol is a target at least once.
    """
    inputs, targets = [], []
    for sequence in sequences:
        before = np.concatenate(([NOTHING], sequence[:-1]))
        for start in range(0, max(len(sequence) - length + hop, 1), hop):
            inputs.append(_fill(before[start:start + length], length))
            targets.append(_fill(sequence[start:start + length], length))
    return Windows(*(np.array(rows, dtype=np.int32).reshape(-1, length) for rows in (inputs, targets)))


def _fill(piece: np.ndarray, length: int) -> np.ndarray:
    return np.concatenate((piece, np.full(length - len(piece), NOTHING)))
