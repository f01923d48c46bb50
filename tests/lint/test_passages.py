"""The proofreader reads whatever is printed, each text at its own place."""

import pytest

from bulletin_cli.diagnostics import Place
from bulletin_cli.issue import Issue
from bulletin_cli.lint import check
from bulletin_cli.lint.passages import passages

ISSUE = {
    "publication": {
        "name": "刊",
        "unit": "单位",
        "office": "部",
        "signatures": [{"label": "审核", "text": "甲"}],
        "foot": [{"text": "各部门"}],
    },
    "date": "2021-05-17",
    "comment": "按语一。\n\n按语二。",
    "sections": [
        {
            "title": "栏目",
            "comment": "按语三。",
            "items": [{"title": "标题", "comment": "按语四。", "lead": "导语。", "text": "文。"}],
        }
    ],
}


def issue(**keys):
    return Issue.model_validate({**ISSUE, **keys})


def test_texts_are_read_in_the_order_of_the_page():
    read = [passage.text for passage in passages(issue())]
    expected = [
        "单位",
        "刊",
        "部",
        "本期要目",
        "编者按",
        "按语一。",
        "按语二。",
        "栏目",
        "按语三。",
    ]
    expected += ["标题", "按语四。", "导语。", "文。", "审核", "甲", "各部门"]
    assert [text for text in read if "{" not in text] == expected


def test_the_issue_s_own_signatures_are_read_instead_of_the_house_s():
    own = issue(signatures=[{"label": "签发", "text": "乙"}])
    read = [passage.text for passage in passages(own)]
    assert "签发" in read
    assert "审核" not in read


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ({"comment": "会议结束，，散会。"}, ("comment",)),
        ({"comment": "一。\n\n会议结束，，散会。"}, ("comment",)),
        (
            {
                "sections": [
                    {"title": "栏", "comment": "会议，，结束。", "items": [{"text": "文。"}]}
                ]
            },
            ("sections", 0, "comment"),
        ),
        (
            {
                "sections": [
                    {"title": "栏", "items": [{"text": "文。", "comment": "会议，，结束。"}]}
                ]
            },
            ("sections", 0, "items", 0, "comment"),
        ),
        (
            {"sections": [{"title": "栏", "items": [{"text": "文。", "title": "会议，，结束"}]}]},
            ("sections", 0, "items", 0, "title"),
        ),
    ],
)
def test_a_slip_is_found_at_its_place(keys, place):
    found = check(issue(**keys), lambda keys: Place(None, keys))
    assert [(each.code, each.place.keys) for each in found] == [("M102", place)]


def test_an_item_may_spare_its_comment_a_rule():
    items = [{"text": "文。", "comment": "会议，，结束。", "ignore": ["M102"]}]
    spared = issue(sections=[{"title": "栏", "items": items}])
    assert check(spared, lambda keys: Place(None, keys)) == []
