"""Patterns say the same whether or not a class names the range of Chinese characters."""

import re

import pytest

from bulletin_cli.lint.pattern import Choice, Pattern, near

TEXT = "会议强调，A组完成12项“任务”，二零二一年。5 月1日！abc安全%"


@pytest.mark.parametrize(
    "source",
    [
        "[一-鿿]{2}",
        r"[\u4e00-\u9fff]{1,3}(?=，)",
        r"[\u4e00-\u9fff\d“]",
        "(?<=[〇一-鿿”])[，。！]",
        "[〇一-鿿“”]{3}",
        "[^，一-鿿]",
    ],
)
def test_a_cheap_class_matches_the_same(source):
    found = [match.span() for match in Pattern(source).finditer(TEXT)]
    assert found == [match.span() for match in re.finditer(source, TEXT)]


def test_a_pattern_is_compiled_only_where_a_text_has_what_it_needs():
    pattern = Pattern("会议(?=，|。)", "会议|大会", "，|。")
    for text in ("座谈，", "会议", ""):
        assert not list(pattern.finditer(text))
        assert not pattern.search(text)
        assert not pattern.match(text)
    assert "compiled" not in vars(pattern)
    assert [match.span() for match in pattern.finditer("会议，会议。会议")] == [(0, 2), (3, 5)]
    assert "compiled" in vars(pattern)


def test_of_a_choice_the_first_branch_counts_and_nothing_is_told_twice():
    choice = Choice(Pattern("会议(?P<more>强调)", "强调"), Pattern("会议|强调|调研"))
    found = [(match[0], match.lastgroup) for match in choice.finditer("会议强调研，会议")]
    assert found == [("会议强调", "more"), ("会议", None)]


@pytest.mark.parametrize(("within", "expected"), [(2, False), (3, True), (40, True)])
def test_a_word_is_near_only_before_an_anchor(within, expected):
    assert near("学习了，全体党们，进行", "们", ("全体", "进行"), within) is expected
    assert not near("进行", "们", ("进行",), 9)
