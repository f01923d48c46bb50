"""Patterns say the same whether or not a class names the range of Chinese characters."""

import re

import pytest

from bulletin_cli.lint.pattern import Pattern

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
