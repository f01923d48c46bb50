"""A series made by the test, its names invented, and a command line in a process of its own."""

import datetime
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin_cli.batch.manifest import FOLDER, digest

_WORDS = "近日公司召开会议传达有关精神部署下一步工作干部职工认真落实要求推进项目建设提高质量效率"


@pytest.fixture(autouse=True)
def surroundings(alone):
    """Every test here starts alone."""


def issue_text(number: int, total: int, date: datetime.date) -> str:
    text = f'publication = "publication.toml"\nnumber = {number}\ntotal = {total}\ndate = {date}\n'
    for section in ("要闻", "基层"):
        start = (total * 7 + len(section)) % 20
        said = (_WORDS[start:] + _WORDS[:start]) * 3
        text += f'[[sections]]\ntitle = "{section}"\n[[sections.items]]\ntext = "{said}。"\n'
        text += f'credit = "某{"甲乙丙丁"[total % 4]}厂 某某"\n'
    return text


@pytest.fixture
def series(tmp_path) -> Callable[..., Path]:
    """Writes a folder of issues that follow one another."""

    def series(count: int, name: str = "archive") -> Path:
        folder = tmp_path / name
        folder.mkdir()
        text = 'name = "某集团简报"\noffice = "某办公室"\nsections = ["要闻", "基层"]\n'
        (folder / "publication.toml").write_text(text, "utf-8")
        date, number = datetime.date(2010, 1, 4), 0
        for total in range(1, count + 1):
            number += 1
            path = folder / f"{date.year}-{number:02}.toml"
            path.write_text(issue_text(number, total, date), "utf-8")
            later = date + datetime.timedelta(days=14)
            number, date = (number if later.year == date.year else 0), later
        return folder

    return series


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "bulletin_cli", *map(str, arguments)]


@pytest.fixture
def bulletin() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """The command line in a process of its own."""

    def bulletin(*arguments: object, **variables: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command(*arguments),
            capture_output=True,
            check=False,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **variables},
        )

    return bulletin


@pytest.fixture
def built() -> Callable[[Path], dict[str, bytes]]:
    """Every file of an output folder but the manifest's."""

    def built(folder: Path) -> dict[str, bytes]:
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in files
            if ".bulletin" not in path.parts
        }

    return built


@pytest.fixture
def counts() -> Callable[["subprocess.CompletedProcess[str]"], tuple[int, ...]]:
    """How many were built, unchanged, failed, as a run says in its last line."""

    def counts(done: "subprocess.CompletedProcess[str]") -> tuple[int, ...]:
        last = done.stderr.splitlines()[-1]
        found = re.match(r"(\d+) built, (\d+) unchanged, (\d+) failed", last)
        assert found, done.stderr
        return tuple(map(int, found.groups()))

    return counts


class Faults:
    """What must not be in an output folder at any moment, whatever has happened to a run."""

    @staticmethod
    def temporaries(folder: Path) -> list[Path]:
        return [path for path in folder.rglob("*") if path.name.endswith(".tmp")]

    @staticmethod
    def torn(folder: Path) -> list[Path]:
        """Outputs that are not whole."""
        return [path for path in folder.rglob("*") if path.is_file() and not _whole(path)]

    @staticmethod
    def untrue(folder: Path, *, sources: bool = True) -> list[Path]:
        """Entries of the manifest that say of outputs, or of sources, what is not so."""
        return [path for path in folder.rglob(f"{FOLDER}/*.json") if not _true(path, sources)]


@pytest.fixture
def faults() -> type[Faults]:
    return Faults


def _whole(path: Path) -> bool:
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    if path.suffix == ".docx":
        try:
            return zipfile.ZipFile(io.BytesIO(data)).testzip() is None
        except zipfile.BadZipFile:
            return False
    return path.suffix != ".json" or isinstance(json.loads(data), dict)


def _true(path: Path, sources: bool) -> bool:
    entry = json.loads(path.read_bytes())
    home = path.parents[1]
    known = {**entry["outputs"], **(entry["sources"] if sources else {})}
    return all(
        (home / name).is_file() and digest((home / name).read_bytes()) == value
        for name, value in known.items()
    )
