"""Arrays that grow on disk."""

import resource
import subprocess
import sys

import numpy as np

from stages.experiment import artifacts
from stages.experiment.spool import Spool
from stages.grammar.windows import mapped


def test_rows_come_back_in_order(tmp_path):
    spool = Spool(tmp_path, np.int32, (2,))
    spool.append(np.array([[1, 2], [3, 4]]))
    spool.append(np.array([[5, 6]]))
    assert spool.shape == (3, 2) and spool[1:3].tolist() == [[3, 4], [5, 6]]
    spool.append(np.array([[7, 8]]))
    assert np.concatenate(list(spool.blocks())).tolist() == [[1, 2], [3, 4], [5, 6], [7, 8]]


def test_rows_without_a_column_are_counted(tmp_path):
    spool = Spool(tmp_path, np.int16, (0,))
    spool.append(np.zeros((193, 0)))
    assert spool.shape == (193, 0) and [block.shape for block in spool.blocks()] == [(193, 0)] and spool[100:999].shape == (93, 0)


def test_an_archive_from_a_spool_is_that_of_the_array(tmp_path):
    array = np.arange(3_000_000, dtype=np.int32).reshape(-1, 3)          # more than one block
    spool = Spool(tmp_path, np.int32, (3,))
    spool.append(array)
    artifacts.write_arrays(tmp_path / "spool.npz", a=spool)
    artifacts.write_arrays(tmp_path / "array.npz", a=array)
    assert (tmp_path / "spool.npz").read_bytes() == (tmp_path / "array.npz").read_bytes()
    assert np.array_equal(mapped(tmp_path / "spool.npz")["a"], array)


LARGER_THAN_MEMORY = """
import sys, resource, numpy as np
from pathlib import Path
from stages.experiment import artifacts
from stages.experiment.spool import Spool
from stages.grammar.windows import mapped
resource.setrlimit(resource.RLIMIT_DATA, (400 * 2**20,) * 2)
spool, block = Spool(Path(sys.argv[1]).parent, np.int32, (32,)), np.ones((2**15, 32), np.int32)
for _ in range(256):
    spool.append(block)                                                     # 1 GiB in all
artifacts.write_arrays(Path(sys.argv[1]), a=spool)
rows = mapped(Path(sys.argv[1]))["a"]
print(rows.shape, int(rows[np.arange(0, len(rows), 10**6)].sum()))
"""


def test_an_array_larger_than_the_memory_is_written_and_read(tmp_path):
    done = subprocess.run([sys.executable, "-c", LARGER_THAN_MEMORY, str(tmp_path / "large.npz")], capture_output=True, text=True)
    assert done.stdout.split("\n")[0] == "(8388608, 32) 288", done.stderr
    assert resource.getrlimit(resource.RLIMIT_DATA) != (400 * 2**20,) * 2       # the limit was the other process's own


def test_rows_without_columns_are_rows(tmp_path):
    spool = Spool(tmp_path, np.int16, (0,))
    spool.append(np.zeros((3, 0), np.int16))
    assert spool.shape == (3, 0) and [block.shape for block in spool.blocks()] == [(3, 0)]
