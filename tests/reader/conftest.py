"""A way to write a source, read it, and see what is said of it."""

import os
from pathlib import Path

import pytest

from bulletin_cli.diagnostics import Rejected
from bulletin_cli.reader import read

GOOD = """\
publication = { name = "刊" }
number = 1
total = 2
date = 2021-05-17

[[sections]]
title = "学"

[[sections.items]]
text = "文"
"""


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("BULLETIN_LANG", "en")


@pytest.fixture
def write(tmp_path):
    """Writes text or bytes into the test's folder and gives the path."""

    def write(content: str | bytes, name: str = "issue.toml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def beside(tmp_path):
    """Puts a file into the folder above the test's and into one beside it, with ways to them."""

    def beside(name: str, content: bytes) -> None:
        outside = tmp_path.parent / f"{tmp_path.name}-outside"
        outside.mkdir()
        for path in (tmp_path.parent / "outside.png", outside / "outside.png", tmp_path / name):
            path.write_bytes(content)
        (tmp_path / "folder").mkdir()
        if os.name != "nt":  # links need rights on Windows
            (tmp_path / "link.png").symlink_to(outside / "outside.png")
            (tmp_path / "linked").symlink_to(outside)

    return beside


@pytest.fixture
def good():
    """A good issue in TOML, or one with a passage of it changed."""

    def good(old: str = "", new: str = "") -> str:
        assert old in GOOD
        return GOOD.replace(old, new, 1) if old else GOOD

    return good


@pytest.fixture
def faults(write):
    """What is wrong with a source, as ``(code, keys or line and column, message)``."""

    def faults(content: str | bytes, name: str = "issue.toml"):
        with pytest.raises(Rejected) as rejected:
            read(write(content, name))
        return [
            (d.code.value, d.place.keys or (d.place.line, d.place.column), d.message)
            for d in rejected.value.diagnostics
        ]

    return faults
