"""What a batch says while it runs: a bar on a terminal, plain lines elsewhere."""

import os
import subprocess
import sys

import pytest

OURS = "--ignore-system-fonts"


def test_plain_lines_and_a_summary(series, bulletin):
    done = bulletin("build", series(3), "-o", "out", OURS)
    lines = [line for line in done.stderr.splitlines() if "stood in" not in line]
    assert [line.split()[0] for line in lines[:3]] == ["1/3", "2/3", "3/3"]
    assert lines[0].endswith("2010-01.toml")
    assert lines[3].startswith("3 built, 0 unchanged, 0 failed")
    assert len(lines) == 4


@pytest.mark.skipif(os.name == "nt", reason="a terminal as POSIX has it")
def test_a_bar_on_a_terminal(series, tmp_path):
    import pty

    ours, theirs = pty.openpty()
    arguments = ["build", str(series(3)), "-o", "out", OURS, "-j", "1"]
    with (tmp_path / "out.txt").open("wb") as out:
        subprocess.run(
            [sys.executable, "-m", "bulletin_cli", *arguments],
            stdout=out,
            stderr=theirs,
            check=True,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
        )
    os.close(theirs)
    said = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:
            break
        if not more:
            break
        said += more
    os.close(ours)
    text = said.decode("utf-8")
    assert "3/3" in text
    assert "2010-02.toml" in text
    assert "3 built, 0 unchanged, 0 failed" in text
    assert len((tmp_path / "out.txt").read_text("utf-8").splitlines()) == 6


def test_unchanged_issues_are_only_counted(series, bulletin):
    folder = series(3)
    bulletin("build", folder, "-o", "out", OURS)
    done = bulletin("build", folder, "-o", "out", OURS)
    assert done.stderr == "0 built, 3 unchanged, 0 failed.\n"
    one = bulletin("build", folder / "2010-01.toml", "-o", "out", OURS)
    assert (one.stdout, len(one.stderr.splitlines())) == ("", 1)
    assert "unchanged" in one.stderr


def test_the_same_in_chinese(series, bulletin):
    folder = series(2)
    (folder / "2010-02.toml").write_text("number = 0", "utf-8")
    done = bulletin("build", folder, "-o", "out", OURS, BULLETIN_LANG="zh")
    assert done.returncode == 1
    assert "生成 1 期、未改动 0 期、失败 1 期" in done.stderr
