"""The same results in the same order, whoever does the work; and a process that dies takes no other task with it."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from stages.experiment.crew import crew, in_order


def squares(numbers):
    time.sleep(0.02 * (numbers[0] % 3))                 # later chunks may be ready before earlier ones
    return [number * number for number in numbers]


def deadly(numbers):
    if 7 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return [-number for number in numbers]


def chunks(count, size=3):
    return [list(range(first, min(first + size, count))) for first in range(0, count, size)]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_the_order_is_that_of_the_tasks(workers):
    with crew("processes", workers) as team:
        found = [result for results in in_order(team, squares, chunks(40), lost=lambda task: None) for result in results]
    assert found == [number * number for number in range(40)]


def test_an_empty_chunk_keeps_its_place_and_is_nobodys_work():
    class Team:
        size, asked = 1, []

        def submit(self, function, task):
            self.asked.append(task)
            return lambda: function(task)

    assert list(in_order(Team(), squares, [[], [3], [], [4, 5]], lost=None)) == [[], [9], [], [16, 25]] and Team.asked == [[3], [4, 5]]


def test_a_task_that_kills_its_process_is_lost_alone():
    with crew("processes", 2) as team:
        found = [result for results in in_order(team, deadly, chunks(20), lost=lambda task: f"lost {task}") for result in results]
    assert found == [-number if number != 7 else "lost 7" for number in range(20)]


def test_no_more_tasks_are_drawn_than_workers_can_soon_use():
    drawn = []

    def endless():
        for number in range(10**6):
            drawn.append(number)
            yield [number]

    with crew("processes", 2) as team:
        results = in_order(team, squares, endless(), lost=lambda task: None)
        assert [next(results) for _ in range(3)] == [[0], [1], [4]]
        results.close()
    assert len(drawn) < 20


BUSY = """
import os, signal, time
from stages.experiment.crew import crew
def work(number):
    time.sleep(0.2)
    return os.getpid()
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)        # a shell starts what runs in the background deaf to it
    with crew("processes", 2) as team:
        first = [team.submit(work, number) for number in range(4)]
        print(*{wait() for wait in first}, flush=True)
        for wait in [team.submit(work, number) for number in range(1000)]:
            wait()
"""


@pytest.mark.parametrize("number, everybody", [(signal.SIGKILL, False), (signal.SIGTERM, False), (signal.SIGINT, True)])
def test_workers_go_when_the_one_they_work_for_goes(tmp_path, number, everybody):
    """Killed alone, or interrupted together with them, as Ctrl-C does; then nobody but the first has anything to say."""
    (tmp_path / "busy.py").write_text(BUSY)
    command = [sys.executable, tmp_path / "busy.py"]
    with subprocess.Popen(command, env=os.environ | {"PYTHONPATH": os.getcwd()}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True) as first:
        workers = [psutil.Process(int(process)) for process in first.stdout.readline().split()]
        os.killpg(first.pid, number) if everybody else first.send_signal(number)
        _, said = first.communicate(timeout=60)
        last = time.monotonic() + 20
        while any(map(works, workers)) and time.monotonic() < last:
            time.sleep(0.05)
    assert workers and not any(map(works, workers)) and said.count("Traceback") == everybody


def works(process: psutil.Process) -> bool:
    """Whether a process is there and more than an entry that nobody has asked about yet."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
