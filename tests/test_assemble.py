"""From an issue to a document: order, wordings, brackets, paragraphs."""

import datetime
from typing import Any

import pytest

from bulletin_cli.assemble import assemble
from bulletin_cli.document import Document, Paragraph
from bulletin_cli.issue import Issue
from bulletin_cli.roles import Role


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


PLAIN = "* _ [ ] # { } 【】 ［］ {a} {粗} 都是原样"


def runs(text: str) -> list[tuple[object, ...]]:
    """The runs of a text's first paragraph: role, text, and what else is said."""
    first = assembled(sections=item(text=text)).body[1]
    assert isinstance(first, Paragraph)
    return [(r.role, r.text, *(each for each in (r.link, r.raised) if each)) for r in first.runs]


def test_the_notation_becomes_runs() -> None:
    assert runs("讲{粗：安全}，{链：看{楷：这}里｜https://a.cn}，m{上：3}{换行}{{粗：完}") == [
        (Role.BODY, "讲"),
        (Role.STRONG, "安全"),
        (Role.BODY, "，"),
        (Role.BODY, "看", "https://a.cn"),
        (Role.EMPHASIS, "这", "https://a.cn"),
        (Role.BODY, "里", "https://a.cn"),
        (Role.BODY, "，m"),
        (Role.BODY, "3", True),
        (Role.BODY, "\n{粗：完}"),
    ]
    assert runs(PLAIN) == [(Role.BODY, PLAIN)]


def test_the_notation_may_go_over_the_lines_of_the_source() -> None:
    assert runs("讲{粗：安\n全}话") == [(Role.BODY, "讲"), (Role.STRONG, "安全"), (Role.BODY, "话")]


def test_only_running_text_has_the_notation() -> None:
    document = assembled(
        sections=[
            {
                "title": "{粗：甲}",
                "items": [{"text": "文。", "lead": "{楷：乙}", "credit": "{上：丙}"}],
            }
        ]
    )
    assert [block.text for block in document.body] == ["{粗：甲}", "{楷：乙}文。（{上：丙}）"]
    assert {run.role for block in document.body for run in block.runs}.isdisjoint(
        {Role.STRONG, Role.EMPHASIS}
    )


def levels(*texts: str) -> list[tuple[Role, str, list[Role]]]:
    body = assembled(sections=item(text="\n\n".join(texts))).body[1:]
    return [(block.role, block.text, [run.role for run in block.runs]) for block in body]


def test_a_level_is_a_heading_or_has_one_run_in() -> None:
    assert levels(
        "{一、}加强学习",
        "{（一）}成立专班。由某某任组长。",
        "{1.}落实“责任。”各单位要……",
        "{（1）}只有一句；",
        "{（1）}做到“三个掌握。”",
        "{（1）}做法：",
        "一、直接打的",
    ) == [
        (Role.LEVEL_1, "一、加强学习", [Role.LEVEL_1]),
        (Role.BODY, "（一）成立专班。由某某任组长。", [Role.LEVEL_2, Role.BODY]),
        (Role.BODY, "1.落实“责任。”各单位要……", [Role.LEVEL_3, Role.BODY]),
        (Role.BODY, "（1）只有一句；", [Role.LEVEL_4]),
        (Role.BODY, "（2）做到“三个掌握。”", [Role.LEVEL_4]),
        (Role.LEVEL_4, "（3）做法：", [Role.LEVEL_4]),
        (Role.BODY, "一、直接打的", [Role.BODY]),
    ]


def test_strong_words_across_the_end_of_a_heading() -> None:
    assert levels("{一、}加强{粗：学习。要}求。") == [
        (
            Role.BODY,
            "一、加强学习。要求。",
            [Role.LEVEL_1, Role.STRONG, Role.STRONG, Role.BODY],
        )
    ]


def test_levels_begin_anew_in_each_item() -> None:
    items = [{"text": "{一、}甲\n\n{一、}乙"}, {"text": "{（一）}丙\n\n{一、}丁"}]
    body = assembled(sections=[{"title": "栏目", "items": items}]).body[1:]
    numbers = [block.number for block in body if isinstance(block, Paragraph) and block.number]
    assert [(each.text, each.begins) for each in numbers] == [
        ("一、", True),
        ("二、", False),
        ("（一）", True),
        ("一、", False),
    ]


def test_beside_a_heading_lead_and_credit_stand_alone() -> None:
    body = assembled(sections=item(lead="导语。", text="{一、}标题", credit="甲")).body[1:]
    assert [(block.role, block.text) for block in body] == [
        (Role.BODY, "导语。"),
        (Role.LEVEL_1, "一、标题"),
        (Role.BODY, "（甲）"),
    ]
    body = assembled(sections=item(text="{一、}标题。正文。", credit="甲")).body[1:]
    assert [block.text for block in body] == ["一、标题。正文。（甲）"]


def test_a_comment_has_the_notation() -> None:
    section = {
        "title": "栏目",
        "comment": "读{粗：这}篇。\n\n{一、}再读",
        "items": [{"text": "文。"}],
    }
    first, second = assembled(sections=[section]).body[1:3]
    assert (first.text, second.text) == ("编者按：读这篇。", "一、再读")
    assert [run.role for run in first.runs] == [
        *(Role.COMMENT_LABEL, Role.COMMENT, Role.STRONG, Role.COMMENT)
    ]
