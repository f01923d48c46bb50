"""Who makes the issues makes no difference to them; a process that dies costs its own issue."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import psutil
import pytest

from bulletin_cli import batch, folders
from bulletin_cli.batch import Status, Task, executors, workers
from bulletin_cli.batch.making import Making

OURS = "--ignore-system-fonts"
MAKING = Making(system_fonts=False)


@pytest.fixture
def cluster():
    """A cluster of one worker on this machine, and its address."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        silence_logs=50,
    ) as local:
        yield local.scheduler_address


@pytest.mark.network
def test_one_process_two_and_a_cluster_make_equal_bytes(series, bulletin, built, cluster):
    folder = series(9)
    for name, options in (
        ("one", ["-j", "1"]),
        ("two", ["-j", "2"]),
        ("far", ["--cluster", cluster]),
    ):
        done = bulletin("build", folder, "-o", name, OURS, *options)
        assert done.returncode == 0, done.stderr
        assert "9 built, 0 unchanged, 0 failed" in done.stderr
    one, two, far = (built(folder.with_name(name)) for name in ("one", "two", "far"))
    assert len(one) == 18
    assert one == two == far
    again = bulletin("build", folder, "-o", "far", OURS)
    assert "0 built, 9 unchanged" in again.stderr


@pytest.mark.network
def test_a_cluster_that_does_not_answer(series, bulletin):
    done = bulletin("build", series(1), "-o", "out", "--cluster", "tcp://127.0.0.1:1")
    assert done.returncode == 2
    [said] = done.stderr.splitlines()
    assert "127.0.0.1:1" in said


def _deadly(task: Task) -> batch.Outcome:
    """Stands for the making of an issue; the third kills its process, the fifth only at first."""
    marker = task.folder / "died-once"
    if task.path.name == "3" or (task.path.name == "5" and not marker.exists()):
        marker.touch() if task.path.name == "5" else None
        time.sleep(0.05)
        os._exit(9)
    return batch.Outcome(task.path, Status.MADE)


def test_a_worker_that_dies_is_told_of_and_the_rest_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(executors, "make", _deadly)
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    monkeypatch.setattr(executors, "processes", lambda count: ProcessPoolExecutor(count, context))
    todo = [Task(Path(str(number)), tmp_path, MAKING) for number in range(20)]
    found = list(workers.outcomes(todo, 2))
    assert sorted(int(outcome.path.name) for outcome in found) == list(range(20))
    [failed] = [outcome for outcome in found if outcome.failed]
    assert failed.path == Path("3")
    assert "BrokenProcessPool" in failed.error


def test_a_worker_killed_from_outside_costs_nothing(series, tmp_path, faults):
    """The real workers; one of them is killed while it works."""
    folder = series(40)
    wanted = batch.tasks(folders.issues([folder]), tmp_path / "out", MAKING)
    stream = workers.outcomes(wanted, 2)
    found = [next(stream)]
    victim = next(iter(_children()))
    os.kill(victim, signal.SIGKILL)
    found += stream
    assert [outcome for outcome in found if outcome.failed] == []
    assert sorted(outcome.path for outcome in found) == [task.path for task in wanted]
    batch.unchanged(wanted)
    assert not faults.temporaries(tmp_path / "out")
    assert not faults.untrue(tmp_path / "out")


def _children() -> list[int]:
    return [
        child.pid
        for child in psutil.Process().children()
        if "spawn_main" in " ".join(child.cmdline())
    ]


def test_workers_end_with_the_one_that_started_them(series, tmp_path):
    folder = series(60)
    arguments = ["build", str(folder), "-o", "out", OURS, "-j", "2"]
    run = subprocess.Popen(
        [sys.executable, "-m", "bulletin_cli", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 120
    while not list(tmp_path.glob("out/*.pdf")) and time.monotonic() < deadline:
        time.sleep(0.02)
    children = psutil.Process(run.pid).children(recursive=True)
    assert children
    run.kill()
    run.wait()
    _gone, alive = psutil.wait_procs(children, timeout=60)
    assert alive == []


def test_few_issues_are_made_without_other_processes(monkeypatch):
    monkeypatch.setattr(workers, "_processors", lambda: 16)
    assert [workers.usual_jobs(count) for count in (0, 1, 7, 8, 20, 1000)] == [1, 1, 1, 2, 5, 16]


def test_nothing_to_do_starts_nothing(monkeypatch):
    monkeypatch.setattr(executors, "processes", None)
    assert list(workers.outcomes([], 8)) == []
    assert list(workers.outcomes([], 1, "tcp://nowhere")) == []
    assert threading.active_count() >= 1


def test_the_first_tasks_are_handed_out_again_when_submitting_breaks(monkeypatch, tmp_path):
    class Broken:
        def submit(self, *_arguments):
            raise executors.BrokenExecutor

        def shutdown(self, **_options):
            pass

    done = []
    monkeypatch.setattr(executors, "_alone", lambda task: iter([done.append(task) or task]))
    todo = deque(Task(Path(str(number)), tmp_path, MAKING) for number in range(3))
    assert len(list(executors.shared(todo, Broken, 2))) == 3
