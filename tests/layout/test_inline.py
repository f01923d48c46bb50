"""What the notation names, set: one text that is broken as one, superscripts, breaks, links."""

import datetime

import pytest

from bulletin_cli.characters import ems
from bulletin_cli.document import Document, FootLine, Metadata, Paragraph, Run
from bulletin_cli.layout import lay_out
from bulletin_cli.layout.headings import Headings
from bulletin_cli.layout.keeping import may_keep
from bulletin_cli.layout.paragraph import links, set_paragraph
from bulletin_cli.levels import Levels, Ordinal
from bulletin_cli.pages import Glyphs, Kind, Pages
from bulletin_cli.profiles import load
from bulletin_cli.roles import LEVELS, Role

ABOUT = Metadata("刊", "", "简报", (), datetime.date(2021, 5, 17))


def advance(char: str, _face: str) -> float:
    return ems(char)


def of_runs(*runs: Run, role: Role = Role.BODY, number: Ordinal | None = None) -> Paragraph:
    return Paragraph(role, runs, number)


def body(text: str, **said: object) -> Run:
    return Run(text, Role.BODY, **said)


def laid(*paragraphs: Paragraph, foot: tuple[FootLine, ...] = ()) -> Pages:
    return lay_out(Document(ABOUT, None, paragraphs, foot), load(), advance)


def glyphs(pages: Pages) -> list[Glyphs]:
    return [item for page in pages.pages for item in page.items if isinstance(item, Glyphs)]


def lines(paragraph: Paragraph, **house: object) -> list[str]:
    return [line.text for line in set_paragraph(paragraph, load(house), advance)]


TEXT = (
    "要把安全第一放在首位，学习“评论员文章”，排放浓度由18mg降到6mg以下，再讲一遍，再讲一遍，再讲。"
)


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_paragraph_is_broken_as_one_text(cut: int) -> None:
    parted = of_runs(body(TEXT[:cut]), Run(TEXT[cut : cut + 5], Role.STRONG), body(TEXT[cut + 5 :]))
    assert lines(parted) == lines(of_runs(body(TEXT)))


def test_strong_words_and_emphasis_have_the_size_of_the_text() -> None:
    runs = (body("文"), Run("粗", Role.STRONG), Run("楷", Role.EMPHASIS))
    house = load({"text": {"body": {"size": "15pt", "colour": "111111"}}})
    (line,) = set_paragraph(of_runs(*runs), house, advance)
    assert [(p.style.face, p.style.size, p.style.colour) for p in line.pieces] == [
        ("fangsong", 15, "111111"),
        ("hei", 15, "111111"),
        ("kai", 15, "111111"),
    ]
    assert {piece.advances for piece in line.pieces} == {line.pieces[0].advances}


def test_a_superscript_is_smaller_and_higher() -> None:
    profile = load()
    first, second, third = glyphs(laid(of_runs(body("米"), body("2", raised=True), body("。"))))[:3]
    assert second.size == 16 * profile.inline.raised_size
    assert first.y - second.y == pytest.approx(16 * profile.inline.raised_rise)
    assert first.y == third.y
    assert second.x + sum(second.advances) == pytest.approx(third.x)


def test_a_superscript_begins_no_line() -> None:
    paragraph = of_runs(body("国" * 26), body("注", raised=True), body("国" * 9))
    assert lines(paragraph) == ["国" * 25, "国注" + "国" * 9]


def test_a_forced_break_ends_a_line_that_is_not_stretched() -> None:
    long = "春风又绿江南岸，明月何时照我还，春风又绿江南岸，明月何时照。"
    (first, second) = set_paragraph(of_runs(body(f"{long[:9]}\n{long[9:18]}")), load(), advance)
    profile = load()
    assert (first.text, second.text) == (long[:9], long[9:18])
    assert first.pieces[0].x == profile.indent_of(Role.BODY)
    assert second.pieces[0].x == 0.0
    assert first.pieces[0].advances[0] == pytest.approx(profile.cell)
    whole = set_paragraph(of_runs(body(f"{long}\n{long}")), profile, advance)
    assert [line.text for line in whole] == [long[:26], long[26:], long[:28], long[28:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("甲\n\n乙", ["甲", "", "乙"]), ("\n甲", ["", "甲"]), ("甲\n", ["甲", ""])],
)
def test_breaks_beside_one_another_leave_lines_free(text: str, expected: list[str]) -> None:
    assert lines(of_runs(body(text))) == expected


def test_a_link_is_an_element_within_its_paragraph() -> None:
    paragraph = of_runs(
        body("见"),
        body("网", link="https://a.cn"),
        Run("站", Role.STRONG, "https://a.cn"),
        body("和"),
        body("甲" * 30, link="https://a.cn"),
        body("乙", link="https://b.cn"),
    )
    pages = laid(paragraph)
    whole, *parts = pages.elements
    assert [(part.text, part.address, part.kind, part.parent) for part in parts] == [
        ("网站", "https://a.cn", Kind.LINK, 0),
        ("甲" * 30, "https://a.cn", Kind.LINK, 0),
        ("乙", "https://b.cn", Kind.LINK, 0),
    ]
    assert whole.text == paragraph.text
    assert links(paragraph) == [(part.address, part.text) for part in parts]
    texts = [(item.text, item.element) for item in glyphs(pages) if item.element is not None]
    assert texts[:4] == [("见", 0), ("网", 1), ("站", 1), ("和", 0)]
    assert sum(element == 2 for _text, element in texts) == 2


def levels_of(*roles: Role | int) -> list[int]:
    """The structure level of each heading; a figure is a level of an item, 0 begins a new item."""
    headings, counts, found = Headings(), Levels(), []
    for role in roles:
        if role == 0:
            counts = Levels()
        elif isinstance(role, Role):
            found.append(headings.level_of(of_runs(role=role)))
        else:
            number = counts.next(role)
            found.append(headings.level_of(of_runs(role=LEVELS[role - 1], number=number)))
    return found


def test_no_level_of_headings_is_left_out() -> None:
    assert levels_of(Role.SECTION, 1, 2, 3, 4, 1) == [1, 2, 3, 4, 5, 2]
    assert levels_of(Role.SECTION, Role.PART, 2, 3, 0, 3, 1, Role.SECTION) == [1, 2, 3, 4, 3, 3, 1]
    assert levels_of(Role.SECTION, 3, 2, 1) == [1, 2, 2, 2]


def test_no_heading_is_deeper_than_there_are() -> None:
    assert levels_of(Role.SECTION, Role.PART, Role.HEADLINE, 1, 2, 3, 4) == [1, 2, 3, 4, 5, 6, 6]


def test_a_level_keeps_with_what_follows_and_one_run_in_does_not() -> None:
    number = Ordinal("一、", 1, True)
    fill = [of_runs(body("一行。"))] * 21
    heading = of_runs(Run("加强学习", Role.LEVEL_1), role=Role.LEVEL_1, number=number)
    run_in = of_runs(Run("加强学习。", Role.LEVEL_1), body("要学。"), number=number)
    after = of_runs(body("一行。"))
    first, second = laid(*fill, heading, after).pages
    assert [item.text for item in second.items][:2] == ["一、加强学习", "一行。"]
    first, second = laid(*fill, run_in, after).pages
    assert [item.text for item in first.items][-3:] == ["一、加强学习。", "要学。", "— 1 —"]


def test_the_number_has_the_face_of_its_level() -> None:
    run_in = of_runs(Run("重点", Role.STRONG), body("。"), number=Ordinal("（一）", 2, True))
    found = [(item.text, item.face) for item in glyphs(laid(run_in))][:3]
    assert found == [("（一）", "kai"), ("重点", "hei"), ("。", "fangsong")]
    assert laid(run_in).elements[0].text == "（一）重点。"


@pytest.mark.parametrize("raised", [False, True])
def test_superscripts_and_links_do_not_count_as_lines(raised: bool) -> None:
    """The last paragraph runs over from a full page, or only for the foot's sake."""
    foot = (FootLine("报：", "公司", ""),)
    fill = [of_runs(body("一行。"))] * 16
    last = [body("国" * 80), body("2", raised=raised), body("国" * 80, link="https://a.cn")]
    assert may_keep(laid(*fill[:15], of_runs(*last), foot=foot), load())
    assert not may_keep(laid(*fill, *fill[:3], of_runs(*last), foot=foot), load())
