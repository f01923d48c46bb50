"""The interface for scripts, and the script in its documentation."""

import datetime
import gc
import re
import subprocess
import sys
from pathlib import Path

import pytest

import bulletin_cli
from bulletin_cli import build, load_issue
from bulletin_cli.batch import Status, make, workers
from bulletin_cli.diagnostics import BulletinError, Rejected

ROOT = Path(__file__).parents[1]
ISSUE = """\
publication = { name = "某集团简报" }
number = 1
date = 2021-05-17
[[sections]]
title = "要闻"
[[sections.items]]
text = "文字。"
"""


@pytest.fixture
def archive(tmp_path):
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in (1, 2):
        text = ISSUE.replace("number = 1", f"number = {number}")
        (folder / f"{number}.toml").write_text(text, "utf-8")
    return folder


def test_an_issue_is_read(archive):
    issue = load_issue(str(archive / "2.toml"))
    assert (issue.number, issue.date) == (2, datetime.date(2021, 5, 17))
    assert issue.publication.name == "某集团简报"


def test_an_issue_that_is_wrong(archive):
    (archive / "2.toml").write_text("number = 0", "utf-8")
    with pytest.raises(Rejected) as rejected:
        load_issue(archive / "2.toml")
    assert "E118" in {d.code for d in rejected.value.diagnostics}
    with pytest.raises(BulletinError):
        load_issue(archive / "3.toml")


def test_an_archive_is_built_and_then_left_alone(archive, tmp_path, capfd):
    (archive / "3.toml").write_text("number = 0", "utf-8")
    for status in (Status.MADE, Status.UNCHANGED):
        found = build(archive, tmp_path / "out", system_fonts=False)
        assert [outcome.path.name for outcome in found] == ["1.toml", "2.toml", "3.toml"]
        assert [outcome.status for outcome in found] == [status, status, Status.WRONG]
        assert [outcome.failed for outcome in found] == [False, False, True]
        assert all(path.is_file() for outcome in found for path in outcome.outputs)
    assert capfd.readouterr() == ("", "")


def test_one_issue_beside_itself(archive):
    [outcome] = build(str(archive / "1.toml"), formats=["pdf"], system_fonts=False)
    assert outcome.outputs == (archive / "1.pdf",)
    assert not (archive / ".bulletin").exists()


def test_what_cannot_be_asked_for(archive, tmp_path):
    with pytest.raises(ValueError, match="odt"):
        build(archive, formats=["odt"])
    with pytest.raises(BulletinError):
        build([archive / "1.toml", archive / "1.toml"], tmp_path / "out")
    (tmp_path / "empty").mkdir()
    with pytest.raises(BulletinError):
        build(tmp_path / "empty")


def test_importing_it_imports_nothing_else():
    code = "import sys, bulletin_cli; print(sorted(n for n in sys.modules if 'bulletin' in n))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['bulletin_cli', 'bulletin_cli.version']"
    assert set(bulletin_cli.__all__) == {"__version__", "build", "load_issue"}


def test_the_script_in_the_documentation(archive, tmp_path):
    text = (ROOT / "docs" / "python.md").read_text("utf-8")
    script = tmp_path / "nightly.py"
    [*_, code] = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    script.write_text(code, "utf-8")
    command = [sys.executable, str(script), str(archive), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2", "issues,", "0", "failed"]
    assert (tmp_path / "out" / "2.docx").is_file()
    (archive / "2.toml").write_text("number = 0", "utf-8")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "2.toml" in done.stderr


def test_a_script_s_own_pace_of_collecting_is_kept(archive, tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr(workers, "make", lambda task: seen.append(gc.get_threshold()) or make(task))
    before = gc.get_threshold()
    build(archive, tmp_path / "out", system_fonts=False)
    assert len(seen) == 2
    assert before not in seen
    assert gc.get_threshold() == before
