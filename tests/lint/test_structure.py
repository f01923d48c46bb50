"""Rules of whole issues, and the settings that spare findings."""

import pytest

ITEM = {"text": "会议结束。"}
SLIP = {"text": "会议强调，，要抓好落实。"}


def codes(found):
    return [(d.code, d.place.keys) for d in found]


def test_a_heading_with_nothing_under_it(of_issue):
    assert codes(of_issue({"sections": [{"title": "要闻"}]})) == [
        ("T101", ("sections", 0, "title"))
    ]
    part = {"title": "要闻", "items": [ITEM], "parts": [{"title": "学习篇"}]}
    keys = ("sections", 0, "parts", 0, "title")
    assert codes(of_issue({"sections": [part]})) == [("T101", keys)]
    whole = {"title": "要闻", "parts": [{"title": "学习篇", "items": [ITEM]}]}
    assert of_issue({"sections": [whole]}) == []


@pytest.mark.parametrize(
    ("end", "found"), [("2021-05-18", 1), ("2021-05-17", 0), ("2021-05-14", 0)]
)
def test_the_day_of_issue_is_not_before_the_last_day_of_collection(of_issue, end, found):
    period = {"from": "2021-05-11", "to": end}
    issue = {"collected": period, "sections": [{"title": "要闻", "items": [ITEM]}]}
    assert codes(of_issue(issue)) == [("T102", ("date",))] * found


@pytest.mark.parametrize(
    ("said", "found"), [({}, 1), ({"alt": "会场全景"}, 0), ({"caption": "图1 会场"}, 0)]
)
def test_a_picture_that_nothing_stands_in_for(of_issue, said, found):
    block = {"pictures": [{"file": "会场.jpg", **said}]}
    part = {"title": "学习篇", "items": [{"text": "会议结束。", "blocks": [block]}]}
    keys = ("sections", 0, "parts", 0, "items", 0, "blocks", 0, "pictures", 0, "file")
    issue = {"sections": [{"title": "要闻", "parts": [part]}]}
    assert codes(of_issue(issue)) == [("T105", keys)] * found


def test_a_heading_twice(of_issue):
    section = {"title": "要闻", "items": [ITEM]}
    parts = [{"title": "要闻", "items": [ITEM]}, {"title": "要闻", "items": [ITEM]}]
    twice = [section, section, {"title": "其他", "parts": parts}]
    expected = [("T103", ("sections", 1, "title")), ("T103", ("sections", 2, "parts", 1, "title"))]
    assert codes(of_issue({"sections": twice})) == expected


def test_a_paragraph_twice(of_issue):
    long = (
        "云岭铜业党委组织机关党员赴革命纪念馆开展主题党日活动，聆听了讲解员的讲解，重温了入党誓词。"
    )
    item = {"text": long}
    sections = [{"title": "要闻", "items": [item, ITEM]}, {"title": "动态", "items": [ITEM, item]}]
    assert codes(of_issue({"sections": sections})) == [
        ("T104", ("sections", 1, "items", 1, "text"))
    ]


def test_the_collection_periods_wording_is_looked_at(of_issue):
    issue = {
        "publication": {"collecting": "（采集时间：{from}-{to}）"},
        "sections": [{"title": "要闻", "items": [ITEM]}],
    }
    (found,) = of_issue(issue)
    assert (found.code, found.place.keys) == ("N101", ("publication", "collecting"))
    assert found.fix.text == "—"


def test_the_foot_is_looked_at(of_issue):
    foot = [{"text": "各部门,各单位", "right": {"text": "共印20份。。"}}]
    issue = {"publication": {"foot": foot}, "sections": [{"title": "要闻", "items": [ITEM]}]}
    keys = ("publication", "foot", 0)
    assert codes(of_issue(issue)) == [
        ("M101", (*keys, "text")),
        ("M102", (*keys, "right", "text")),
    ]


def house(**settings):
    return {
        "publication": {"lint": settings},
        "sections": [{"title": "要闻", "items": [SLIP, {"text": "碳素厂布署工作。"}]}],
    }


def test_the_house_adds_words(of_issue):
    word = {"wrong": "碳素厂", "right": "炭素厂", "why": "公司名称用“炭”", "unless": ["碳素厂区"]}
    found = [d for d in of_issue(house(words=[word])) if d.code == "W102"]
    assert [(d.place.span, d.fix.text) for d in found] == [((0, 3), "炭素厂")]
    assert "公司名称用“炭”" in found[0].message
    text = {"text": "碳素厂区绿化完成。"}
    issue = house(words=[word]) | {"sections": [{"title": "要闻", "items": [text]}]}
    assert of_issue(issue) == []


def test_the_house_ignores_and_selects(of_issue):
    assert [d.code for d in of_issue(house())] == ["M102", "W101"]
    assert [d.code for d in of_issue(house(ignore=["M1"]))] == ["W101"]
    assert [d.code for d in of_issue(house(select=["M"]))] == ["M102"]
    assert [d.code for d in of_issue(house(select=["M", "W101"], ignore=["W", "M102"]))] == ["W101"]


@pytest.mark.parametrize("place", ["item", "part", "section"])
def test_a_place_asks_to_be_spared(of_issue, place):
    spared = {
        name: {"ignore": ["M102"]} if name == place else {} for name in ("item", "part", "section")
    }
    part = {"title": "学习篇", "items": [SLIP | spared["item"]]} | spared["part"]
    section = {"title": "要闻", "parts": [part]} | spared["section"]
    other = {"title": "动态", "items": [SLIP]}
    assert codes(of_issue({"sections": [section, other]})) == [
        ("M102", ("sections", 1, "items", 0, "text"))
    ]


def test_codes_that_are_not(of_issue):
    item = ITEM | {"ignore": ["M999"]}
    issue = {"publication": {"lint": {"ignore": ["X", "m1"], "select": ["T", "M"]}}}
    found = of_issue(issue | {"sections": [{"title": "要闻", "items": [item]}]})
    assert codes(found) == [
        ("T301", ("publication", "lint", "ignore", 0)),
        ("T301", ("sections", 0, "items", 0, "ignore", 0)),
    ]
    assert "M1" in found[1].message or "M" in found[1].message
