"""The report: every measure with its clause, what a house changed, what stood in."""

from pathlib import Path

import pytest

from bulletin_cli.fonts import FontSearch
from bulletin_cli.pipeline import build

ISSUE = """\
date = 2021-05-17
[publication]
name = "测试简报"
[publication.profile.text.section]
size = "二号"
[[sections]]
title = "要闻"
[[sections.items]]
text = "{text}"
"""


def report(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch, language: str) -> str:
    monkeypatch.setenv("BULLETIN_LANG", language)
    source = folder / "issue.toml"
    source.write_text(ISSUE.format(text=text), encoding="utf-8")
    (path,) = build(source, None, ["report"], FontSearch(system=False)).outputs
    assert path.name == "issue.report.md"
    return path.read_text(encoding="utf-8")


def test_it_says_what_was_set_and_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = report(tmp_path, "正文。", monkeypatch, "en")
    assert "参照 GB/T 9704—2012" in text
    assert "符合" not in text
    assert "| Paper: upper margin `paper.top` | 37mm | 5.2.1 | fixed |" in text
    assert "| Section heading: size `text.section.size` | 二号 | 小二 |" in text
    assert "| 仿宋_GB2312 | Bulletin FangSong | yes | OFL-1.1 |" in text
    assert "## Lines that could not be broken well\n\nNone." in text


def test_a_line_that_could_not_be_broken_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = report(tmp_path, "）" * 60, monkeypatch, "en")
    assert "| 1 | " + "）" * 20 in text


def test_it_is_chinese_for_chinese_readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = report(tmp_path, "正文。", monkeypatch, "zh")
    assert "纸张：天头 `paper.top` | 37mm | 5.2.1 | 规定 |" in text
