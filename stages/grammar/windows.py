"""Integers -> X, Y: the pieces of equal length that a network is trained on.

A corpus may be larger than memory: windows are cut solo by solo, and what is read back is mapped from the file, not loaded.

Legend: m windows, T steps, V symbols. Windows are stored as integers; -1 stands for "nothing", an empty row of the one-hot array: as
input, nothing came before; as target, nothing is asked. A target is the symbol that follows its input.
"""

import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from stages.melody.solo import Solo
from stages.melody.tunes import solos_on

NOTHING = -1
PARTS = ("train", "validation", "test")


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
        alphabet: what the V symbols mean, int32 (V, 4), see ``alphabet.py``; (V, 0) in the seed grammar.
        train, validation, test: the encoded solos of each part of the split, int32 arrays (T,) of different lengths.
        train_contexts, validation_contexts, test_contexts: for each of their symbols what is known of its place, int16 arrays (T, F), see ``contexts.py``.
        windows, validation_windows: the windows cut from the first two; the second may be empty.
        folder: where the solos themselves stand, ``solos.jsonl`` and ``split.json``.
    """

    alphabet: np.ndarray
    train: tuple[np.ndarray, ...]
    validation: tuple[np.ndarray, ...]
    test: tuple[np.ndarray, ...]
    train_contexts: tuple[np.ndarray, ...]
    validation_contexts: tuple[np.ndarray, ...]
    test_contexts: tuple[np.ndarray, ...]
    windows: Windows
    validation_windows: Windows
    folder: Path = Path()

    def solos(self, part: str) -> list[Solo]:
        """The notes of the solos of a part of the split, over their changes, for who learns from more than integers."""
        tunes = json.loads((self.folder / "split.json").read_text(encoding="utf-8"))[part]
        with open(self.folder / "solos.jsonl", encoding="utf-8") as lines:
            return solos_on(map(Solo.from_json, map(json.loads, lines)), tunes)

    @classmethod
    def read(cls, path: Path) -> "Lessons":
        """From an ``.npz`` archive with the arrays ``alphabet``, ``inputs``, ``targets``, ``validation_inputs``, ``validation_targets`` and, of each part of the split, all
        its solos in a row (``train``, ``train_contexts``) with their lengths (``train_lengths``). The arrays stay on disk until they are looked at."""
        file = mapped(path)
        ends = {part: np.cumsum(file[f"{part}_lengths"]) for part in PARTS}
        solos = {f"{part}{kind}": tuple(np.split(file[f"{part}{kind}"], ends[part][:-1])) if len(ends[part]) else () for part in PARTS for kind in ("", "_contexts")}
        return cls(file["alphabet"], **solos, windows=Windows(file["inputs"], file["targets"]), validation_windows=Windows(file["validation_inputs"], file["validation_targets"]), folder=path.parent)


def mapped(path: Path) -> dict[str, np.ndarray]:
    """The arrays of an ``.npz`` archive whose members are stored as they are, mapped from the file (which ``numpy.load`` does for a lone ``.npy`` only)."""
    arrays = {}
    with zipfile.ZipFile(path) as archive, open(path, "rb") as file:
        for member in archive.infolist():
            file.seek(member.header_offset + 26)
            name, extra = np.frombuffer(file.read(4), "<u2").tolist()       # lengths of the two fields between the local header and the content
            file.seek(member.header_offset + 30 + name + extra)
            np.lib.format.read_magic(file)
            shape, _, dtype = np.lib.format.read_array_header_1_0(file)
            arrays[member.filename.removesuffix(".npy")] = np.memmap(path, dtype, "r", file.tell(), shape) if np.prod(shape) else np.zeros(shape, dtype)
    return arrays


def cut(sequences: Iterable[np.ndarray], length: int, hop: int) -> Iterator[Windows]:
    """Windows of ``length`` steps from each sequence, a new one every ``hop`` steps; the first step of a sequence has NOTHING as input.

    The last window of a sequence is filled up with NOTHING, so that every symbol is a target at least once. The windows of a sequence come together.
    """
    for sequence in sequences:
        many = -(-max(len(sequence) - length, 0) // hop) + 1
        before, after = (np.full((many - 1) * hop + length, NOTHING, np.int32) for _ in range(2))
        before[1:len(sequence)], after[:len(sequence)] = sequence[:-1], sequence
        places = hop * np.arange(many)[:, None] + np.arange(length)
        yield Windows(before[places], after[places])
