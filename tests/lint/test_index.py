"""What the index of a text tells, and that looking only where it says loses no finding."""

import random
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from bulletin_cli.diagnostics import Place
from bulletin_cli.issue import Issue
from bulletin_cli.lint import check
from bulletin_cli.lint.index import Index, Needs, Pairs, side_by_side
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.wording import _twice

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


TEXTS = ["会议会议", "", "议程。"]
INDEX = Index(TEXTS, Pairs(map("".join, pairwise(f"\n{TEXTS[0]}\n\n{TEXTS[2]}\n"))))


@pytest.mark.parametrize(
    ("needs", "numbers"),
    [
        (("会议",), {0}),
        (("议",), {0, 2}),
        (("议会议", "程"), {0, 2}),
        (("议程",), {2}),
        (("。会", "工作", "会议程"), set()),
        (("\n会",), {0}),
        (("\n议",), {2}),
        (("。\n",), {2}),
        (("\n\n",), {1}),
    ],
)
def test_passages_are_told_by_what_they_hold(needs, numbers):
    assert INDEX.holding(Needs(needs)) == numbers
    assert INDEX.holds(Needs(needs)) == bool(numbers)


def test_only_what_is_asked_for_is_noted():
    assert {
        pair: len(places) for pair, places in INDEX.asked(Pairs({"会议", "程会"})).pairs.items()
    } == {"会议": 2}


def test_what_stands_twice_in_a_row_is_told_once_a_line():
    """Two characters to twelve; not a mark, and not one character, which has its own list."""
    lines = [
        "甲甲乙丙乙丙",
        "一二三四五六七八九十百千" * 2,
        "，，，，𠮷野𠮷野",
        "子丑子丑寅卯寅卯",
        "——",
    ]
    text = "\n".join(lines)
    starts = [text.index(part) for part in ("乙丙乙", "一二三", "𠮷野", "子丑")]
    assert sorted(_twice(text)) == starts


def test_side_by_side_is_every_one_with_every_other():
    assert side_by_side("一二", ("是", "要")) == ("一是", "一要", "二是", "二要")


def texts(marked):
    for file in CASES:
        for cases in tomllib.loads(file.read_text(encoding="utf-8")).values():
            for text in (*cases["wrong"], *cases["right"]):
                yield marked(text)[0]


def test_a_rule_finds_the_same_where_every_passage_is_looked_at(marked, monkeypatch):
    known, shuffle = list(texts(marked)), random.Random(2021)
    issues = [_issue(known, shuffle) for _ in range(150)]
    found = [check(issue, _place) for issue in issues]
    monkeypatch.setattr(Index, "holding", lambda self, _needs: range(len(self._texts)))
    monkeypatch.setattr(Index, "holds", lambda _self, _needs: True)
    monkeypatch.setattr(Pattern, "possible", lambda _self, _text: True)
    assert found == [check(issue, _place) for issue in issues]


def _place(keys):
    return Place(None, keys)


def _issue(known, shuffle):
    """Texts one after the other in paragraphs, some with a character lost or typed twice."""
    paragraphs = []
    for _ in range(20):
        text = "".join(shuffle.choices(known, k=3))
        at = shuffle.randrange(len(text))
        typed = text[at] * shuffle.choice((0, 1, 2))
        paragraphs.append(f"{text[:at]}{typed}{text[at + 1 :]}")
    title, lead, credit = (each.splitlines()[0] for each in shuffle.choices(known, k=3))
    item = {"text": "\n\n".join(paragraphs), "lead": lead, "credit": credit[:20]}
    sections = [{"title": title[:9], "items": [item]}]
    return Issue.model_validate({"publication": {}, "date": "2021-05-17", "sections": sections})
