"""What a batch must survive: being killed, a full disk, a folder made read-only, moving sources."""

import os
import random
import signal
import subprocess
import sys
import threading
import time

import psutil
import pytest

from bulletin_cli import batch, folders
from bulletin_cli.batch import Status
from bulletin_cli.batch.making import Making

OURS = "--ignore-system-fonts"
BUILD = [sys.executable, "-m", "bulletin_cli", "build"]
MAKING = Making(system_fonts=False)


@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_at_random_moments(series, tmp_path, bulletin, built, faults, counts, jobs):
    """After each kill no output is torn and no entry untrue; the last run finishes the work."""
    folder, out = series(12), tmp_path / "out"
    assert bulletin("build", folder, "-o", "whole", OURS).returncode == 0
    chance = random.Random(jobs)
    for _ in range(6):
        run = subprocess.Popen(
            [*BUILD, str(folder), "-o", str(out), OURS, "-j", str(jobs)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.2, 1.2))
        workers = psutil.Process(run.pid).children(recursive=True)
        run.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        run.wait()
        psutil.wait_procs(workers, timeout=60)
        if out.exists():
            assert not faults.torn(out)
            assert not faults.untrue(out)
    last = bulletin("build", folder, "-o", out, OURS, "-j", jobs)
    assert last.returncode == 0
    assert sum(counts(last)) == 12
    assert built(out) == built(tmp_path / "whole")
    assert not faults.temporaries(out)


def remount(folder, options):
    command = ["mount", "-o", f"remount,{options}", str(folder)]
    subprocess.run(command, check=True, capture_output=True)


def test_a_disk_that_fills_up(series, small_disk, bulletin, built, faults, counts, tmp_path):
    folder = series(20)
    assert bulletin("build", folder, "-o", "whole", OURS).returncode == 0
    full = bulletin("build", folder, "-o", small_disk, OURS)
    made, _unchanged, failed = counts(full)
    assert (full.returncode, made + failed) == (1, 20)
    assert made
    assert failed
    assert "no space left" in full.stderr
    assert not faults.torn(small_disk)
    assert not faults.untrue(small_disk)
    assert not faults.temporaries(small_disk)
    remount(small_disk, "size=40m")
    rest = bulletin("build", folder, "-o", small_disk, OURS)
    assert counts(rest) == (failed, made, 0)
    assert built(small_disk) == built(tmp_path / "whole")


def test_a_folder_made_read_only_half_way(series, small_disk, bulletin, built, faults, tmp_path):
    folder = series(20)
    remount(small_disk, "size=40m")
    wanted = batch.tasks(folders.issues([folder]), small_disk, MAKING)
    found = []
    for number, task in enumerate(wanted):
        if number == 8:
            remount(small_disk, "ro")
        found.append(batch.make(task))
    assert [each.status for each in found] == [Status.MADE] * 8 + [Status.FAILED] * 12
    assert "read-only" in found[-1].error
    assert not faults.torn(small_disk)
    assert not faults.untrue(small_disk)
    assert not faults.temporaries(small_disk)
    remount(small_disk, "rw")
    assert bulletin("build", folder, "-o", small_disk, OURS).returncode == 0
    bulletin("build", folder, "-o", "whole", OURS)
    assert built(small_disk) == built(tmp_path / "whole")


def test_sources_that_change_while_they_are_read(series, tmp_path, bulletin, built, faults, counts):
    """What the manifest says was set is what was set, whatever lies there by now."""
    folder, out = series(8), tmp_path / "out"
    stop = threading.Event()

    def change():
        publication, number = folder / "publication.toml", 0
        text = publication.read_text("utf-8")
        while not stop.is_set():
            number += 1
            for path in (publication, folder / "2010-03.toml"):
                new = path.with_name("new")
                words = path.read_text("utf-8") if path != publication else text
                new.write_text(f"{words}# {number}\n", "utf-8")
                new.replace(path)

    changing = threading.Thread(target=change)
    changing.start()
    try:
        for _ in range(4):
            wanted = batch.tasks(folders.issues([folder]), out, MAKING)
            done = batch.unchanged(wanted)
            assert all(not batch.make(t).failed for t in wanted if t not in done)
            assert not faults.untrue(out, sources=False)
    finally:
        stop.set()
        changing.join()
    last = bulletin("build", folder, "-o", out, OURS)
    assert last.returncode == 0
    assert counts(last)[0] >= 1
    assert not faults.untrue(out)
    bulletin("build", folder, "-o", "whole", OURS)
    assert built(out) == built(tmp_path / "whole")


def test_the_digest_is_of_the_very_bytes_that_were_set(series, tmp_path, monkeypatch, faults):
    """An issue replaced right after it was read is set as it was read, and known for it."""
    from bulletin_cli import reader

    folder, out = series(1), tmp_path / "out"
    path = folder / "2010-01.toml"
    original = reader.parsed

    def replaced(content, source):
        if source == path:
            path.write_text(content.replace("精神", "要求"), "utf-8")
        return original(content, source)

    [task] = batch.tasks(folders.issues([folder]), out, MAKING)
    monkeypatch.setattr(reader, "parsed", replaced)
    assert batch.make(task).status is Status.MADE
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    assert faults.untrue(out)
    assert batch.unchanged([task]) == {}
    assert batch.make(task).status is Status.MADE
    assert not faults.untrue(out)
    assert list(batch.unchanged([task])) == [task]


def test_two_runs_into_one_folder(series, tmp_path, bulletin, built, faults, counts):
    folder, out = series(12), tmp_path / "out"
    command = [*BUILD, str(folder), "-o", str(out), OURS]
    runs = [
        subprocess.Popen(
            [*command, "--force", "-j", "2"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(2)
    ]
    assert [run.wait() for run in runs] == [0, 0]
    assert not faults.torn(out)
    assert not faults.untrue(out)
    assert not faults.temporaries(out)
    assert counts(bulletin("build", folder, "-o", out, OURS)) == (0, 12, 0)
    bulletin("build", folder, "-o", "whole", OURS)
    assert built(out) == built(tmp_path / "whole")


def test_what_dead_runs_have_left_is_cleared_by_the_next(series, tmp_path, bulletin):
    from bulletin_cli.outputs import temporaries

    folder, out = series(1), tmp_path / "out"
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (out / ".bulletin").mkdir(parents=True)
    ours = temporaries._computer()
    gone = [
        out / f".bulletin-{dead.pid}-0123abcd.tmp",
        out / f".bulletin-{dead.pid}-{ours}0123abcd.tmp",
        out / ".bulletin" / f".bulletin-{dead.pid}-{ours}0123abcd.tmp",
    ]
    kept = [
        out / f".bulletin-{os.getpid()}-{ours}0123abcd.tmp",
        out / f".bulletin-{dead.pid}-00000000ffffffff.tmp",
        out / f".bulletin-{dead.pid}-notes.tmp",
        out / ".bulletin-x.tmp",
    ]
    for path in (*gone, *kept):
        path.touch()
    for _ in range(2):  # once when it builds, once when nothing has changed
        assert bulletin("build", folder, "-o", out, OURS).returncode == 0
        assert [path for path in gone if path.exists()] == []
        assert [path for path in kept if not path.exists()] == []
        gone[0].touch()
    os.utime(kept[1], (0, 0))
    bulletin("build", folder, "-o", out, OURS)
    assert not kept[1].exists()
