"""What a house puts around the text: contents, comments, signatures, copies, a unit."""

import datetime
from typing import Any

import pytest

from bulletin_cli.assemble import assemble
from bulletin_cli.document import Contents, Document, FootLine, Paragraph
from bulletin_cli.issue import Issue
from bulletin_cli.roles import Role


def assembled(publication: dict[str, Any] | None = None, **issue: Any) -> Document:
    tables = {"publication": publication or {}, "date": datetime.date(2021, 5, 17), **issue}
    return assemble(Issue.model_validate(tables))


SECTIONS = [
    {
        "title": "甲",
        "items": [{"title": "一题", "text": "文。"}, {"text": "文。"}],
        "parts": [{"title": "乙", "items": [{"title": "二题", "text": "文。"}]}],
    },
    {"title": "丙", "parts": [{"title": "丁", "bracketed": True}]},
]


def listed(document: Document) -> list[tuple[str, int]]:
    """The entries of the contents, each leading to what it says."""
    contents = document.body[0]
    assert isinstance(contents, Contents)
    for entry in contents.entries:
        target = document.body[entry.target]
        assert isinstance(target, Paragraph)
        assert target.text == entry.text
    return [(entry.text, entry.depth) for entry in contents.entries]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (None, [("甲", 1), ("一题", 2), ("二题", 2), ("丙", 1)]),
        (["section"], [("甲", 1), ("丙", 1)]),
        (["part"], [("乙", 1), ("【丁】", 1)]),
        (["headline"], [("一题", 1), ("二题", 1)]),
        (["headline", "part"], [("一题", 1), ("乙", 1), ("二题", 2), ("【丁】", 1)]),
        (
            ["section", "part", "headline"],
            [("甲", 1), ("一题", 2), ("乙", 2), ("二题", 3), ("丙", 1), ("【丁】", 2)],
        ),
    ],
)
def test_the_contents_list_what_the_house_says(
    levels: list[str] | None, expected: list[tuple[str, int]]
) -> None:
    publication = {"contents": "first-page", **({"contents_levels": levels} if levels else {})}
    assert listed(assembled(publication, sections=SECTIONS, comment="按。")) == expected


@pytest.mark.parametrize(
    ("house", "own", "alone"),
    [
        ("first-page", None, False),
        ("own-page", None, True),
        ("none", "own-page", True),
        ("own-page", "first-page", False),
        ("none", None, None),
        (False, None, None),
        ("own-page", "none", None),
        ("own-page", False, None),
    ],
)
def test_the_issue_s_contents_stand_where_it_says(
    house: object, own: object, alone: bool | None
) -> None:
    issue = {} if own is None else {"contents": own}
    first = assembled({"contents": house}, sections=SECTIONS, **issue).body[0]
    assert (first.alone if isinstance(first, Contents) else None) == alone


def test_contents_of_nothing_are_none() -> None:
    publication = {"contents": "first-page", "contents_levels": ["headline"]}
    (first, *_others) = assembled(publication, sections=[{"title": "甲"}]).body
    assert isinstance(first, Paragraph)


def test_comments_stand_before_what_they_speak_of() -> None:
    document = assembled(
        {"comment_label": "按语："},
        comment="一。\n\n二。",
        sections=[
            {"title": "甲", "comment": "三。", "items": [{"text": "文。", "comment": "四。"}]}
        ],
    )
    assert [(each.role, each.text) for each in paragraphs(document)] == [
        (Role.COMMENT, "按语：一。"),
        (Role.COMMENT, "二。"),
        (Role.SECTION, "甲"),
        (Role.COMMENT, "按语：三。"),
        (Role.COMMENT, "按语：四。"),
        (Role.BODY, "文。"),
    ]
    label, said = paragraphs(document)[0].runs
    assert (label.role, said.role) == (Role.COMMENT_LABEL, Role.COMMENT)


def test_above_a_level_the_label_stands_alone() -> None:
    found = [each.text for each in paragraphs(assembled(comment="{一、}加强学习。抓好落实。"))]
    assert found == ["编者按：", "一、加强学习。抓好落实。"]


def test_a_label_in_brackets_needs_no_colon() -> None:
    (comment,) = paragraphs(assembled({"comment_label": "【导读】"}, comment="一。"))
    assert comment.text == "【导读】一。"


def paragraphs(document: Document) -> list[Paragraph]:
    return [each for each in document.body if isinstance(each, Paragraph)]


def test_signatures_of_the_issue_stand_instead_of_the_house_s() -> None:
    house = {"signatures": [{"label": "责任编辑：", "text": "张某"}]}
    assert assembled(house).signatures == (FootLine("责任编辑：", "张某", ""),)
    own = [{"label": "签发", "text": "王某"}]
    assert assembled(house, signatures=own).signatures == (FootLine("签发：", "王某", ""),)
    assert assembled(house, signatures=[]).signatures == ()


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ([], [FootLine("", "", "共印120份")]),
        ([{"text": "甲"}], [FootLine("", "甲", "共印120份")]),
        (
            [{"text": "甲", "right": {"text": "乙"}}],
            [FootLine("", "甲", "乙"), FootLine("", "", "共印120份")],
        ),
    ],
)
def test_copies_stand_at_the_right_of_the_last_line(
    foot: list[dict[str, Any]], expected: list[FootLine]
) -> None:
    assert list(assembled({"foot": foot}, copies=120).foot) == expected


def test_the_wording_of_copies_is_the_house_s() -> None:
    (line,) = assembled({"printing": "（印{copies}份）"}, copies=9).foot
    assert line.right == "（印9份）"


def test_a_unit_alone_is_a_masthead() -> None:
    masthead = assembled({"unit": "某集团"}).masthead
    assert masthead is not None
    assert masthead.unit == "某集团"
