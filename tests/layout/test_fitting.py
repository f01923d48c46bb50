"""Lines filled as Word fills them, and the fallback where no line can be right."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_cli.characters import NEVER_FIRST, NEVER_LAST, POINTS, ems
from bulletin_cli.layout.cells import cells
from bulletin_cli.layout.fitting import Cells, advances, break_lines, natural
from bulletin_cli.profiles.model import Breaking

WORD = Breaking(gap=0.25, shared=0.5, hanging=True)
PUBLISHED = Path(__file__).parents[1] / "data" / "2021-09-lines.txt"


def strip(text: str, setting: Breaking = WORD) -> Cells:
    """A text at one point an em, so that measures are counts of characters."""
    return cells(text, [ems(char) for char in text], [1.0] * len(text), setting)


def broken(text: str, measure: float, indent: float = 0.0, setting: Breaking = WORD) -> list[str]:
    lines = break_lines(strip(text, setting), measure - indent, measure)
    return [text[line.start : line.end] for line in lines]


def test_a_full_line_takes_exactly_the_measure() -> None:
    assert broken("一二三四五六", 3) == ["一二三", "四五六"]


def test_a_point_hangs() -> None:
    assert broken("一二三，四五", 3) == ["一二三，", "四五"]


def test_a_bracket_does_not_hang() -> None:
    assert broken("（一二）三", 3) == ["（一", "二）三"]


def test_nothing_hangs_before_a_closing_mark() -> None:
    assert broken("一二三。”四", 3) == ["一二", "三。”", "四"]


def test_adjacent_marks_share_half_an_em() -> None:
    assert broken("一。（二）", 4.5) == ["一。（二）"[:4], "）"] or broken("一。（二", 3.5) == [
        "一。（二"
    ]


def test_the_gap_counts() -> None:
    assert broken("一二3四", 4.0) == ["一二3四"]
    assert broken("一二3四", 3.99) == ["一二3", "四"]


def test_spaces_vanish_at_a_line_end() -> None:
    lines = break_lines(strip("一二  三"), 2, 2)
    assert [(line.end, line.fill) for line in lines] == [(4, 2), (5, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abcdefgh", ["abcd", "efgh"]),
        ("a.bcdefgh", ["a.", "bcde", "fgh"]),
        ("））））））", ["）））", "）））"]),
    ],
)
def test_the_fallback_says_that_it_was_one(text: str, expected: list[str]) -> None:
    lines = break_lines(strip(text), 2, 2)
    assert [text[line.start : line.end] for line in lines] == expected
    assert lines[0].forced


def test_room_is_shared_evenly_but_not_within_figures() -> None:
    sample = strip("一二35三")
    line = break_lines(sample, 10, 10)[0]
    spread = advances(sample, line, 0.3)
    assert spread == pytest.approx([1.1, 1.35, 0.5, 0.85, 1.0])


CHARACTERS = st.sampled_from(
    "学习党史教育镕𬭎" * 3 + "，。、：；！？“”‘’（）《》【】—…·～" + "aZ09.-%/@ " + "é"
)
TEXTS = st.text(CHARACTERS, min_size=1, max_size=120)


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.floats(1, 60), st.booleans())
def test_lines_are_right_for_any_text(text: str, measure: float, hanging: bool) -> None:
    sample = strip(text, Breaking(gap=0.25, shared=0.5, hanging=hanging))
    lines = break_lines(sample, max(measure - 2, 1), measure)
    assert "".join(text[line.start : line.end] for line in lines) == text
    for line, following in pairwise(lines):
        if not line.forced:
            assert text[line.end - 1] not in NEVER_LAST
            assert text[following.start] not in NEVER_FIRST
    for line in lines:
        outside = text[line.start + line.fill : line.end].strip(" ")
        assert len(outside) <= 1
        assert set(outside) <= POINTS
        room = measure if line.start else max(measure - 2, 1)
        assert natural(sample, line) <= room + 1e-6 or line.fill == 1 or line.forced


def published() -> list[list[str]]:
    """The paragraphs of a published issue, line by line as Word set them."""
    blocks = PUBLISHED.read_text(encoding="utf-8").strip().split("\n\n")
    return [block.split("\n") for block in blocks if not block.startswith("#")]


def best(lines: list[str]) -> tuple[int, float, float]:
    """The measure and indent with which most line ends are met: (lines met, measure, indent)."""
    text = "".join(lines)
    ends = {sum(map(len, lines[: index + 1])) for index in range(len(lines))}
    sample = strip(text)

    def met(measure: float, indent: float) -> int:
        return len(ends & {line.end for line in break_lines(sample, measure - indent, measure)})

    tries = (
        (met(eighths / 8, quarters / 4), eighths / 8, quarters / 4)
        for eighths in range(23 * 8, 30 * 8 + 1)
        for quarters in range(4, 15)
    )
    return max(tries, key=lambda each: each[0])


def test_lines_end_where_word_ended_them() -> None:
    """The author set measures by hand; with the best measure for each paragraph the ends agree."""
    total = met = plain_total = plain_met = 0
    for lines in published():
        found = best(lines)[0]
        total, met = total + len(lines), met + found
        if not re.search(r"[0-9A-Za-z ]", "".join(lines)):
            plain_total, plain_met = plain_total + len(lines), plain_met + found
    print(f"line ends as published: {met} of {total}; without figures {plain_met} of {plain_total}")
    assert met >= 119
    assert total == 122
    assert plain_met == plain_total
