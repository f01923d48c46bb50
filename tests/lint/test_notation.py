"""The proofreader reads what is printed; findings and fixes stay out of the notation."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bulletin_cli.diagnostics import Place
from bulletin_cli.issue import Issue
from bulletin_cli.levels import Levels
from bulletin_cli.lint import check
from bulletin_cli.prose import paragraphs

PIECES = (
    *(
        "{粗：",
        "{楷：",
        "{上：",
        "{链：",
        "｜https://a.cn/a，，b",
        "}",
        "}",
        "{换行}",
        "{一、}",
        "{1.}",
    ),
    *(
        "，，",
        "。",
        "会议",
        "认真的",
        "学习了",
        " ",
        "(",
        "）",
        "5月",
        "14日",
        "的的",
        "2",
        "再接再励",
    ),
    *("“", "”", "、", "等", ",", "{", "{{粗：", "\n", "\n\n", "一、", "（一）、"),
)


def whole(text: str) -> Issue:
    sections = [{"title": "要闻", "items": [{"text": text}]}]
    return Issue.model_validate({"publication": {}, "date": "2021-05-17", "sections": sections})


def shown(found, text):
    return [(each.code, text[slice(*each.place.span)]) for each in found]


def test_findings_point_at_the_characters_of_the_source(lint):
    text = "讲{粗：安全，，}和{链：网，，站｜https://a.cn/，，}，{换行}要再接再励。"
    found = lint(text)
    assert shown(found, text) == [("M102", "，，"), ("M102", "，，"), ("W105", "再接再励")]
    assert [each.place.span[0] for each in found] == [6, 14, 40]
    assert all(each.fix for each in found)


def test_what_the_notation_says_is_not_proofread(lint):
    assert lint("讲{粗：安全}，见{链：网站｜https://a.cn/a,b;c?d=(e)}。") == []
    assert lint("春风又绿江南岸，{换行}明月何时照我还。") == []


def test_a_slip_across_the_notation_is_found_and_not_mended(lint):
    text = "讲安全，{粗：，}讲{楷：再接}再励。"
    found = lint(text)
    assert shown(found, text) == [("M102", "，{粗：，"), ("W105", "再接}再励")]
    assert [each.fix for each in found] == [None, None]


def test_a_fix_never_leaves_a_notation_empty(lint):
    found = lint("发放毛巾、肥皂{粗：、}等用品。")
    assert [(each.code, each.fix) for each in found] == [("M302", None)]


def test_a_fix_never_makes_a_notation(lint):
    """Without the space between them these characters would mean something."""
    for each in lint("{ 粗：讲安全}，会议结束。"):
        assert each.fix is None or each.fix.text not in {"", "{粗"}


def test_in_a_very_long_paragraph_nothing_is_mended(lint):
    found = lint("讲{粗：安全}。" + "会议，，结束。" * 2000)
    assert len(found) == 20
    assert not any(each.fix for each in found)


def test_levels_are_proofread_with_their_numbers(lint, of_issue):
    assert lint("{一、}加强学习\n\n{（一）}抓好落实\n\n{一、}改进作风") == []
    text = "{一、}加强学习\n\n三、改进作风"
    found = lint(text)
    assert shown(found, text) == [("T201", "三、")]
    text = "{一、}加强学习\n\n{（1）}改进作风"
    found = lint(text)
    assert shown(found, text) == [("T202", "{（1）}")]


def test_typed_levels_are_checked_as_before(lint):
    text = "一、加强学习\n\n三、改进作风\n\n（一）、抓好落实"
    assert {code for code, _ in shown(lint(text), text)} >= {"T201", "M303"}


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=16).map("".join))
def test_a_fix_changes_what_is_printed_and_no_notation(text):
    try:
        issue = whole(text)
    except ValueError:
        return  # its notation is wrong, and so it is never proofread
    before = said(text)
    for each in check(issue, lambda keys: Place(Path("issue.toml"), keys)):
        start, end = each.place.span
        if each.place.keys[-1] == "text":
            assert 0 <= start <= end <= len(text)
            if each.fix:
                start, end = each.fix.span
                after = text[:start] + each.fix.text + text[end:]
                assert not after.strip() or said(after) == before


def said(text):
    """What is said of a text: the notation without what is printed."""
    return [
        (
            typed.written.level,
            [(p.face, p.raised, p.link, p.text == "\n") for p in typed.written.pieces],
        )
        for typed in paragraphs(text, Levels())
        if len(typed.written.pieces) > 1 or typed.written.level
    ]
