"""Prose: paragraphs as both layout and proofreader see them, every character at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_cli.levels import Levels
from bulletin_cli.notation import Wrong
from bulletin_cli.prose import faults, line, paragraphs

PIECES = (
    *(
        "{粗：",
        "{楷：",
        "{上：",
        "{链：",
        "｜https://a.cn",
        "}",
        "{换行}",
        "{一、}",
        "{（1）}",
        "{{粗：",
    ),
    *("\n", "\n\n", "\u3000\u3000", " ", "，", "会议", "ab", "{", "a}"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)


def texts(value: str) -> list[str]:
    return [typed.text for typed in paragraphs(value, Levels())]


def test_numbers_are_printed_and_counted() -> None:
    value = "　　{一、}甲\n\n{（一）}乙\n\n{一、}丙\n丁"
    assert texts(value) == ["一、甲", "（一）乙", "二、丙丁"]


def test_the_number_stands_where_its_mark_does() -> None:
    value = "　　{十一、} 甲{粗：乙}"
    (typed,) = paragraphs(value, Levels())
    assert typed.text == "一、甲乙"
    assert typed.at == [2, 6, 8, 12, 13]
    assert value[typed.at[0] : typed.at[1] + 1] == "{十一、}"


def test_a_line_begins_with_no_level() -> None:
    assert line("{一、}甲{粗：乙}").text == "{一、}甲乙"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("甲\n\n　　乙{粗：丙\n\n丁}", [(Wrong.UNCLOSED, "{粗：")]),
        ("甲{链：乙\n　丙}", [(Wrong.NO_ADDRESS, "{链：乙\n　丙}")]),
        ("甲{链：乙｜https://a.cn/\nb}", [(Wrong.ADDRESS, "https://a.cn/\nb")]),
    ],
)
def test_faults_are_at_their_places_in_the_value(
    value: str, expected: list[tuple[str, str]]
) -> None:
    found = faults(paragraphs(value, Levels()))
    assert [(fault.wrong, value[slice(*fault.span)]) for fault in found] == expected


@given(TEXTS)
def test_every_character_is_at_its_place(value: str) -> None:
    for typed in paragraphs(value, Levels()):
        text, at = typed.text, typed.at
        assert len(at) == len(text) + 1
        assert at == sorted(at)
        number = len(typed.number.text) if typed.number else 0
        for char, place in list(zip(text, at, strict=False))[number:]:
            printed = {"\n": "{", " ": " \n"}.get(char, char)
            assert value[place] in printed


@given(TEXTS, st.data())
def test_what_is_kept_is_kept(value: str, data: st.DataObject) -> None:
    """Where other characters may stand, the text says what they say and nothing else changes."""
    for typed in paragraphs(value, Levels()):
        if not typed.text:
            continue
        start = data.draw(st.integers(0, len(typed.text)))
        end = data.draw(st.integers(start, len(typed.text)))
        mended = data.draw(st.sampled_from(["", "。", "粗", "{", "}", "乙丙"]))
        if typed.keeps((start, end), mended):
            at = typed.at
            last = at[end - 1] + 1 if end > start else at[start]
            after = value[: at[start]] + mended + value[last:]
            found = [each.text for each in paragraphs(after, Levels())]
            assert typed.text[:start] + mended + typed.text[end:] in found
