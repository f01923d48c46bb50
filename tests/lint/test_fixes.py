"""Fixes: they stay within their value, do not overlap, and safe ones leave no safe one behind."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_cli.diagnostics import Place
from bulletin_cli.issue import Issue
from bulletin_cli.lint import check

HERE = Path(__file__).parent
PASSES = 12
PIECES = [
    *"，。、；：！？“”‘’（）《》()\"',.;:!?-—～~…·•％% 　\n",
    *("...", "--", "。。。", "5月", "14日", "2021年", "05", "21年3月", "30", "12，345", "99。8%"),
    *("一、", "（一）", "1、", "一是", "三是", "认真的", "学习了", "会议", "更好的", "为", "职工"),
    *("干的热火朝天", "约", "60项", "左右", "100余人", "再接再励", "台帐", "的的", "进行进行"),
    *("围绕安全为中心，", "通过学习，", "使大家", "“学党史”", "、“悟思想”", "截止", "目前", "１２"),
    "《关于《办法》的通知》",
]


def findings(text):
    item = {"text": text, "credit": "某某公司  赵 "}
    issue = {"publication": {}, "date": "2021-05-17"}
    issue["sections"] = [{"title": "要闻", "items": [item]}]
    return check(Issue.model_validate(issue), lambda keys: Place(Path("issue.toml"), keys))


def of_text(text, safe):
    return [
        d.fix for d in findings(text) if d.fix and d.fix.keys[-1] == "text" and d.fix.safe >= safe
    ]


def mended(text):
    for _ in range(PASSES):
        fixes = of_text(text, True)
        if not fixes or not (after := _mend(text, fixes)).strip():
            return text
        text = after
    raise AssertionError(text)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join))
def test_safe_fixes_come_to_an_end_within_the_value(text):
    if not text.strip():
        return
    for finding in findings(text):
        value = {"text": text, "credit": "某某公司  赵 ", "title": "要闻"}[finding.place.keys[-1]]
        start, end = finding.place.span
        assert 0 <= start <= end <= len(value)
        if finding.fix:
            assert 0 <= finding.fix.span[0] <= finding.fix.span[1] <= len(value)
            assert finding.fix.keys == finding.place.keys
            assert value[slice(*finding.fix.span)] != finding.fix.text
    mended(text)


def _mend(text, fixes):
    done = len(text) + 1
    for fix in sorted(fixes, key=lambda fix: fix.span, reverse=True):
        if fix.span[1] <= done:
            text = text[: fix.span[0]] + fix.text + text[fix.span[1] :]
            done = fix.span[0]
    return text


@pytest.mark.parametrize("file", sorted(HERE.glob("slips/*/*.txt")), ids=lambda file: file.stem)
def test_mended_texts_are_the_better_for_it(marked, file):
    text, _slips = marked(file.read_text(encoding="utf-8").rstrip("\n"))
    before = findings(text)
    after = findings(mended(text))
    assert len(after) < len(before)
    assert not [d for d in after if d.fix and d.fix.safe and d.fix.keys[-1] == "text"]
