"""From an issue to a document: order, wordings, brackets, paragraphs."""

import datetime
from typing import Any

import pytest

from bulletin_cli.assemble import assemble
from bulletin_cli.document import Document, Role
from bulletin_cli.issue import Issue


def assembled(publication: dict[str, Any] | None = None, **issue: Any) -> Document:
    tables = {"publication": publication or {}, "date": datetime.date(2021, 5, 17), **issue}
    return assemble(Issue.model_validate(tables))


def item(**keys: Any) -> list[dict[str, Any]]:
    return [{"title": "栏目", "items": [keys]}]


def test_without_anything_there_is_no_masthead() -> None:
    document = assembled()
    assert (document.masthead, document.body, document.foot) == (None, (), ())


@pytest.mark.parametrize(
    ("publication", "issue", "expected"),
    [
        ({}, {"number": 9}, "2021年第9期"),
        ({}, {"number": 9, "total": 19}, "2021年第9期（总第19期）"),
        ({}, {"number": 24, "year": 2020}, "2020年第24期"),
        ({"numbering": "第{number}期"}, {"number": 9, "total": 19}, "第9期"),
        ({"numbering": "〔{year}〕第{number}期"}, {"number": 9}, "〔2021〕第9期"),
        ({"name": "刊"}, {}, None),
    ],
)
def test_the_number_line(
    publication: dict[str, Any], issue: dict[str, Any], expected: str | None
) -> None:
    masthead = assembled(publication, **issue).masthead
    assert masthead is not None
    assert masthead.number == expected
    assert masthead.date == "2021年5月17日"


def test_sections_parts_and_groups_in_order() -> None:
    document = assembled(
        sections=[
            {
                "title": "甲",
                "note": "连载之三",
                "items": [{"text": "一。"}],
                "parts": [
                    {"title": "乙", "items": [{"text": "二。"}]},
                    {"title": "丙", "bracketed": True},
                ],
            }
        ]
    )
    assert [(p.role, p.text) for p in document.body] == [
        (Role.SECTION, "甲（连载之三）"),
        (Role.BODY, "一。"),
        (Role.PART, "乙"),
        (Role.BODY, "二。"),
        (Role.GROUP, "【丙】"),
    ]


def test_lead_and_credit_stand_around_the_paragraphs() -> None:
    document = assembled(sections=item(lead="导语。", text="一。\n\n二。", credit="甲 乙"))
    runs = [[(run.role, run.text) for run in p.runs] for p in document.body[1:]]
    assert runs == [
        [(Role.LEAD, "导语。"), (Role.BODY, "一。")],
        [(Role.BODY, "二。"), (Role.CREDIT, "（甲 乙）")],
    ]


@pytest.mark.parametrize("credit", ["央视网", "（央视网）"])
def test_brackets_are_not_doubled(credit: str) -> None:
    assert assembled(sections=item(text="文。", credit=credit)).body[1].text == "文。（央视网）"


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("一\n二", ["一二"]),
        ("GB\nT", ["GB T"]),
        ("\n\u3000\u3000一\n\n\n  二\u3000\n", ["一", "二"]),
        ("一\n \u3000\n二", ["一", "二"]),
        ("一  二", ["一  二"]),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert [p.text for p in assembled(sections=item(text=text)).body[1:]] == paragraphs


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ((2021, 5, 11), (2021, 5, 14), "（本期信息采集时间：5月11日—5月14日）"),
        ((2020, 12, 28), (2021, 1, 3), "（本期信息采集时间：2020年12月28日—2021年1月3日）"),
    ],
)
def test_the_collection_period(
    start: tuple[int, int, int], end: tuple[int, int, int], expected: str
) -> None:
    period = {"from": datetime.date(*start), "to": datetime.date(*end)}
    assert assembled(collected=period).body[-1].text == expected


def test_the_foot() -> None:
    foot = [
        {"label": "发放", "text": "甲"},
        {"label": "抄送：", "text": "乙", "right": {"label": "邮箱", "text": "a@b.cn"}},
        {"text": "共印9份"},
    ]
    lines = assembled({"foot": foot}).foot
    assert [(line.label, line.left, line.right) for line in lines] == [
        ("发放：", "甲", ""),
        ("抄送：", "乙", "邮箱：a@b.cn"),
        ("", "共印9份", ""),
    ]


def test_marks_at_the_top_left() -> None:
    masthead = assembled({"secrecy": "内部资料 注意保存"}, copy_number=12).masthead
    assert masthead is not None
    assert [(run.role, run.text) for run in masthead.marks] == [
        (Role.COPY, "000012"),
        (Role.SECRECY, "内部资料 注意保存"),
    ]
    own = assembled({"secrecy": "内部"}, secrecy="秘密★1年").masthead
    assert own is not None
    assert [run.text for run in own.marks] == ["秘密★1年"]


def test_metadata_comes_from_the_issue() -> None:
    document = assembled({"name": "刊", "office": "办公室"}, number=2, sections=item(text="文。"))
    metadata = document.metadata
    assert (metadata.title, metadata.author) == ("刊 2021年第2期", "办公室")
    assert (metadata.keywords, metadata.date) == (("栏目",), datetime.date(2021, 5, 17))
