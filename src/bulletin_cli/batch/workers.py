"""Who makes the issues of a batch: this process, others of this machine, or a cluster.

Whoever it is speaks the interface of ``concurrent.futures.Executor``. A process that dies takes no
other issue with it: those it may have been at are made again, each alone, and the one that kills
its process once more is told of.
"""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager

from bulletin_cli.batch import Outcome, Status, Task, make, unchanged
from bulletin_cli.diagnostics import BulletinError
from bulletin_cli.messages import _

FEW = 8
"""Fewer issues than these are made before other processes have started."""

_RARELY = 100_000
"""New objects after which a worker looks through them for rubbish: an issue or two."""

_AHEAD = 3
"""Tasks handed out for each worker: enough that none waits, few enough to stop soon."""


def outcomes(
    todo: Sequence[Task], jobs: int = 1, cluster: str | None = None
) -> Generator[Outcome, None, None]:
    """Make issues; what came of each, as it comes.

    Args:
        todo: the issues.
        jobs: how many processes work at once; 1 is this one alone.
        cluster: address of the scheduler of a dask cluster that works instead.

    Raises:
        BulletinError: the cluster cannot be reached.
    """
    if not todo:
        return
    if cluster is not None:
        with _cluster(cluster) as (executor, workers):
            yield from _shared(deque(todo), lambda: executor, workers)
    elif jobs <= 1:
        yield from map(make, todo)
    else:
        yield from _shared(deque(todo), lambda: _processes(jobs), jobs)


def run(wanted: Sequence[Task], jobs: int) -> tuple[Outcome, ...]:
    """Make what is out of date; what came of each issue, in their order."""
    found = {task.path: outcome for task, outcome in unchanged(wanted).items()}
    todo = [task for task in wanted if task.path not in found]
    found.update((outcome.path, outcome) for outcome in outcomes(todo, jobs))
    return tuple(found[task.path] for task in wanted)


def usual_jobs(count: int) -> int:
    """How many processes are worth their start for so many issues."""
    return 1 if count < FEW else min(_processors(), count // (FEW // 2))


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _shared(waiting: deque[Task], start: Callable[[], Executor], workers: int) -> Iterator[Outcome]:
    """Hand tasks to an executor; begin again with another when one breaks."""
    while waiting:
        suspects: list[Task] = []
        executor = start()
        try:
            yield from _handed(waiting, executor, workers * _AHEAD, suspects)
        finally:
            executor.shutdown(wait=True)
        for task in suspects:
            yield from _alone(task)


def _handed(
    waiting: deque[Task], executor: Executor, ahead: int, suspects: list[Task]
) -> Iterator[Outcome]:
    """The outcomes of an executor until nothing waits, or it breaks; then the suspects too."""
    running: dict[Future[Outcome], Task] = {}
    try:
        while (waiting and not suspects) or running:
            _hand_out(waiting, executor, ahead, running, suspects)
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                yield from _came(future, running.pop(future), suspects)
    finally:
        for future in running:
            future.cancel()


def _hand_out(
    waiting: deque[Task],
    executor: Executor,
    ahead: int,
    running: dict[Future[Outcome], Task],
    suspects: list[Task],
) -> None:
    """Give out tasks until enough are under way; none more once the executor is broken."""
    while waiting and not suspects and len(running) < ahead:
        task = waiting.popleft()
        try:
            running[executor.submit(make, task)] = task
        except BrokenExecutor:
            suspects.append(task)


def _came(future: Future[Outcome], task: Task, suspects: list[Task]) -> Iterator[Outcome]:
    try:
        yield future.result()
    except (BrokenExecutor, CancelledError):
        suspects.append(task)
    except Exception as error:  # what a cluster raises when a worker is lost
        yield _died(task, type(error).__name__)


def _alone(task: Task) -> Iterator[Outcome]:
    """Make an issue in a process that nobody else needs."""
    with _processes(1) as executor:
        try:
            yield executor.submit(make, task).result()
        except BrokenExecutor as error:
            yield _died(task, type(error).__name__)


def _died(task: Task, kind: str) -> Outcome:
    message = _(
        "The process that worked at it ended before its time ({kind}), perhaps for want of memory;"
        " try again with -j 1."
    )
    return Outcome(task.path, Status.FAILED, error=message.format(kind=kind))


def _processes(count: int) -> Executor:
    from multiprocessing import get_context

    return ProcessPoolExecutor(count, get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """In a new process: leave Ctrl-C to the one that started it, and end when that one does."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait as wait_for

    gc.set_threshold(_RARELY)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:

        def watch() -> None:
            wait_for([parent.sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """The workers of a dask cluster, which must see the same folders under the same names."""
    try:
        from distributed import Client
    except ImportError:
        message = _('For --cluster install the extra: pip install "bulletin-cli[dask]".')
        raise BulletinError(message) from None
    try:
        client = Client(address, timeout="5s", set_as_default=False)
    except (OSError, ValueError) as error:
        message = _('No cluster answers at "{address}"; check the address ({kind}).')
        kind = type(error).__name__
        raise BulletinError(message.format(address=address, kind=kind)) from None
    with client:
        yield client.get_executor(pure=False), max(sum(client.nthreads().values()), 1)
