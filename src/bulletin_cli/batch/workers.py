"""Who makes the issues of a batch: this process alone, or others that it hands them to."""

import os
from collections import deque
from collections.abc import Generator, Sequence

from bulletin_cli import rubbish
from bulletin_cli.batch import Outcome, Task, make, unchanged

FEW = 8
"""Fewer issues than these are made before other processes have started."""


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
    if cluster is None and jobs <= 1:
        yield from map(make, todo)
        return
    from bulletin_cli.batch import executors

    if cluster is None:
        yield from executors.shared(deque(todo), lambda: executors.processes(jobs), jobs)
    else:
        with executors.cluster(cluster) as (executor, workers):
            yield from executors.shared(deque(todo), lambda: executor, workers)


def run(wanted: Sequence[Task], jobs: int) -> tuple[Outcome, ...]:
    """Make what is out of date; what came of each issue, in their order."""
    found = {task.path: outcome for task, outcome in unchanged(wanted).items()}
    todo = [task for task in wanted if task.path not in found]
    with rubbish.rarely_meanwhile():
        found.update((outcome.path, outcome) for outcome in outcomes(todo, jobs))
    return tuple(found[task.path] for task in wanted)


def usual_jobs(count: int) -> int:
    """How many processes are worth their start for so many issues."""
    return 1 if count < FEW else min(_processors(), count // (FEW // 2))


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
