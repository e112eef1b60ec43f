"""Those who do the work of a stage: this process, several processes, or a Ray cluster. The results are the same, in the same order.

``processes`` is the standard library's pool. ``ray`` (the extra ``cluster``) uses the cluster that is running or that RAY_ADDRESS names, else one on this
machine; every node needs this project's environment and must see the same files under the same paths.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, Protocol, TypeVar

from stages.experiment.params import ParamsError

AHEAD = 4                                       # tasks that wait for each worker; more would only fill the memory

Task = TypeVar("Task")
Result = TypeVar("Result")


class Crew(Protocol):
    """``submit`` starts a function on one argument and returns what waits for its result; ``size`` is the number of workers."""

    size: int

    def submit(self, function: Callable[[Task], Result], task: Task) -> Callable[[], Result]: ...


def in_order(crew: Crew, function: Callable[[list[Task]], list[Result]], chunks: Iterable[list[Task]], lost: Callable[[Task], Result]) -> Iterator[list[Result]]:
    """The function's results for each chunk of tasks, in order, few of them in memory at a time; an empty chunk is nobody's work.

    Args:
        lost: the result of a task whose process died, also when it was tried again alone.
    """
    waiting: deque[tuple[list[Task], Callable[[], list[Result]]]] = deque()
    for chunk in chunks:
        waiting.append((chunk, crew.submit(function, chunk) if chunk else list))
        if len(waiting) > AHEAD * crew.size:
            yield _settled(crew, function, *waiting.popleft(), lost)
    while waiting:
        yield _settled(crew, function, *waiting.popleft(), lost)


def _settled(crew: Crew, function: Callable, chunk: list, result: Callable, lost: Callable) -> list:
    try:
        return result()
    except WorkerDied:
        return [_alone(crew, function, task, lost) for task in chunk]


def _alone(crew: Crew, function: Callable, task: Any, lost: Callable) -> Any:
    try:
        return crew.submit(function, [task])()[0]
    except WorkerDied:
        return lost(task)


class WorkerDied(Exception):
    """The process that worked on a task is gone."""


@contextmanager
def crew(engine: str, size: int | None = None) -> Iterator[Crew]:
    """A crew of ``size`` workers (default: one for each core that this process may use), sent home at the end.

    Args:
        engine: "processes" or "ray"; the size of a cluster is its own.

    Raises:
        ParamsError: Ray is not installed.
    """
    size = size or _cores()
    if engine == "ray":
        yield _Cluster()
    elif size == 1:
        yield _Alone()
    else:
        pool = _Pool(size)
        try:
            yield pool
        finally:
            pool.executor.shutdown(cancel_futures=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Alone:
    size = 1

    def submit(self, function: Callable[[Task], Result], task: Task) -> Callable[[], Result]:
        return lambda: function(task)


class _Pool:
    def __init__(self, size: int):
        self.size, self.executor = size, self._new(size)

    def submit(self, function: Callable[[Task], Result], task: Task) -> Callable[[], Result]:
        with _deaf_to_interrupts():                             # this may start a process, which inherits that
            try:
                future = self.executor.submit(function, task)
            except BrokenProcessPool:
                self.executor = self._new(self.size)
                future = self.executor.submit(function, task)
        return lambda: self._result(future)

    @staticmethod
    def _new(size: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(size, mp_context=get_context("spawn"), initializer=_settle_in)     # a forked process would inherit locks and open databases

    @staticmethod
    def _result(future: Future) -> Any:
        try:
            return future.result()
        except BrokenProcessPool:
            raise WorkerDied from None


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Ctrl-C, which the terminal sends to all processes, is for the one to hear who started the others; here it waits."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _settle_in() -> None:
    """What a new process of the pool does first: when the one that it works for is gone, killed perhaps, it goes, too."""
    Thread(target=_leave_with, args=(parent_process(),), daemon=True).start()


def _leave_with(other) -> None:
    other.join()
    os._exit(1)


def _in_folder(folder: str, function: Callable[[Task], Result], task: Task) -> Result:
    """The function's result in the folder of the project, where its paths begin; a worker of Ray starts elsewhere."""
    os.chdir(folder)
    return function(task)


class _Cluster:
    def __init__(self):
        try:
            import ray
        except ImportError:
            raise ParamsError("params.yaml: parse.engine: expected Ray to be installed for 'ray', found none; run `pip install -e '.[cluster]'`, or use 'processes'") from None
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        if not ray.is_initialized():
            ray.init(log_to_driver=False, logging_level="error")
        self._ray, self._work, self.size = ray, ray.remote(_in_folder), int(ray.cluster_resources().get("CPU", 1))

    def submit(self, function: Callable[[Task], Result], task: Task) -> Callable[[], Result]:
        reference = self._work.remote(os.getcwd(), function, task)

        def result() -> Result:
            try:
                return self._ray.get(reference)
            except self._ray.exceptions.WorkerCrashedError:
                raise WorkerDied from None
        return result
