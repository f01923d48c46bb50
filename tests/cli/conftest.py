"""The command line within the process, where nothing asks for a real one."""

from dataclasses import dataclass

import pytest

from bulletin_cli.cli import main

GOOD = """\
publication = { name = "刊" }
number = 1
date = 2021-05-17
[[sections]]
title = "学"
[[sections.items]]
text = "文"
"""


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def surroundings(alone, monkeypatch):
    """Every test here starts alone; what typer says itself is in English too."""
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def issue(tmp_path):
    """A good issue with an older output beside it."""
    path = tmp_path / "issue.toml"
    path.write_text(GOOD, encoding="utf-8")
    path.with_suffix(".pdf").write_bytes(b"old")
    return path


@pytest.fixture
def bulletin(capfd):
    def bulletin(*arguments: object) -> Result:
        code = main([str(argument) for argument in arguments])
        return Result(code, *capfd.readouterr())

    return bulletin
