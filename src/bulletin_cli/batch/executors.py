"""Handing issues to other processes (分派): of this machine, or of a cluster.

Whoever it is speaks the interface of ``concurrent.futures.Executor``. A process that dies takes no
other issue with it: those it may have been at are made again, each alone, and the one that kills
its process once more is told of.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
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

from bulletin_cli import rubbish
from bulletin_cli.batch import Outcome, Status, Task, make
from bulletin_cli.diagnostics import BulletinError
from bulletin_cli.messages import _

_AHEAD = 3
"""Tasks handed out for each worker: enough that none waits, few enough to stop soon."""


def shared(waiting: deque[Task], start: Callable[[], Executor], workers: int) -> Iterator[Outcome]:
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
    with processes(1) as executor:
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


def processes(count: int) -> Executor:
    """So many processes of this machine, each begun anew."""
    from multiprocessing import get_context

    return ProcessPoolExecutor(count, get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """In a new process: leave Ctrl-C to the one that started it, and end when that one does."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait as wait_for

    rubbish.rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:

        def watch() -> None:
            wait_for([parent.sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
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
