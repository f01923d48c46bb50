"""Killed at any moment, on a full disk, in a read-only folder: old or new, nothing between."""

import importlib.util
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="killing as POSIX does it")


@pytest.fixture(scope="module")
def kill():
    spec = importlib.util.spec_from_file_location("kill", Path(__file__).with_name("kill.py"))
    module = importlib.util.module_from_spec(spec)
    sys.modules["kill"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["kill"]


def test_a_killed_run_leaves_the_old_or_the_new(kill):
    assert sum(kill.kills(3, random.Random(1)).values()) == 6


@pytest.mark.parametrize("small_disk", ["200k"], indirect=True)
@pytest.mark.parametrize("trouble", ["full", "read-only"])
def test_every_command_leaves_what_was_there(kill, small_disk, bulletin, monkeypatch, trouble):
    monkeypatch.chdir(small_disk)
    for work in kill.works():
        for path in small_disk.iterdir():
            path.unlink()
        work.reset(small_disk)
        if trouble == "full":
            filler = os.open(small_disk / "filler", os.O_WRONLY | os.O_CREAT)
            with pytest.raises(OSError, match="No space"):
                while True:
                    os.write(filler, bytes(4096))
            os.close(filler)
        else:
            remount(small_disk, "ro")
        before = {path.name: path.read_bytes() for path in small_disk.iterdir()}
        done = bulletin(*work.arguments)
        assert (done.code, len(done.err.splitlines())) == (2, 1), done.err
        assert {path.name: path.read_bytes() for path in small_disk.iterdir()} == before
        if trouble == "read-only":
            remount(small_disk, "rw")


def remount(folder, options):
    command = ["mount", "-o", f"remount,{options}", str(folder)]
    subprocess.run(command, check=True, capture_output=True)


def test_two_that_mend_one_file_lose_nothing(write):
    """Whoever comes second mends what the first has left."""
    items = "".join(
        f'[[sections.items]]\ntext = "第{number}次会议传达了有关精神 ，部署了工作。"\n'
        for number in range(60)
    )
    head = 'publication = { name = "刊" }\ndate = 2021-05-17\n[[sections]]\ntitle = "要闻"\n'
    mend = [sys.executable, "-m", "bulletin_cli", "validate", "--fix", "x.toml"]
    for _time in range(3):
        path = write("x.toml", head + items)
        runs = [
            subprocess.Popen(mend, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            for _ in range(3)
        ]
        assert [run.communicate() and run.returncode for run in runs] == [0, 0, 0]
        assert path.read_text("utf-8") == head + items.replace(" ，", "，")


def test_a_file_saved_while_it_is_mended_is_looked_at_again(write, monkeypatch, capfd):
    from bulletin_cli import outputs
    from bulletin_cli.cli import main

    text = 'publication = { name = "刊" }\ndate = 2021-05-17\n[[sections]]\ntitle = "要闻"\n'
    text += '[[sections.items]]\ntext = "会议传达了有关精神 ，部署了工作。"\n'
    path = write("x.toml", text)
    store, saved = outputs._store_all, []

    def late(*arguments):
        store(*arguments)
        if not saved:
            saved.append(path.write_text(text.replace("会议", "大会"), "utf-8"))

    monkeypatch.setattr(outputs, "_store_all", late)
    assert main(["validate", "--fix", "x.toml"]) == 0
    assert path.read_text("utf-8") == text.replace("会议", "大会").replace(" ，", "，")


def test_of_two_new_issues_one_is_written(write, tmp_path):
    write("publication.toml", 'name = "某集团简报"\noffice = "办公室"\n')
    new = [sys.executable, "-m", "bulletin_cli", "new", ".", "-o", "x.toml"]
    runs = [subprocess.Popen(new, stderr=subprocess.DEVNULL) for _ in range(4)]
    assert sorted(run.wait() for run in runs) == [0, 2, 2, 2]
    assert {path.name for path in tmp_path.iterdir()} == {"publication.toml", "x.toml"}
