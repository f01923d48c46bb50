"""What stands around the text: folio and its variants, the foot and its turn-over lines."""

import datetime
from typing import Any

import pytest

from bulletin_cli.characters import ems
from bulletin_cli.document import Document, FootLine, Masthead, Metadata, Paragraph, Run
from bulletin_cli.layout import Overfull, lay_out
from bulletin_cli.pages import Glyphs, Page, Pages, Stroke
from bulletin_cli.profiles import load
from bulletin_cli.roles import Role

METADATA = Metadata("刊", "", "简报", (), datetime.date(2021, 5, 17))


def pages(
    count: int = 1,
    foot: tuple[FootLine, ...] = (),
    masthead: Masthead | None = None,
    **house: Any,
) -> Pages:
    """Pages with so many lines of text, each character as wide as its kind says."""
    body = tuple(Paragraph(Role.BODY, (Run("文", Role.BODY),)) for _ in range(count))
    document = Document(METADATA, masthead, body, foot)
    return lay_out(document, load(house), lambda char, _face: ems(char))


def text(page: Page, role_size: float) -> list[Glyphs]:
    return [item for item in page.items if isinstance(item, Glyphs) and item.size == role_size]


def test_the_folio_may_stand_in_the_middle() -> None:
    for page in pages(30, folio={"place": "centre"}).pages:
        (folio,) = text(page, 14)
        middle = folio.x + sum(folio.advances) / 2
        assert middle == pytest.approx(load().paper.left + load().paper.area_width / 2)


def test_page_one_may_have_no_folio() -> None:
    first, second = pages(30, folio={"first": False}).pages
    assert text(first, 14) == []
    assert [folio.text for folio in text(second, 14)] == ["— 2 —"]


def test_the_wording_of_the_folio_is_the_house_s() -> None:
    (page,) = pages(1, folio={"wording": "第{page}页"}).pages
    assert text(page, 14)[0].text == "第1页"


def test_turn_over_lines_stand_after_the_label() -> None:
    foot = (FootLine("抄送：", "各部门、" * 20, ""),)
    page = pages(1, foot).pages[0]
    first, second, *_rest = text(page, 14)[:-1]
    assert second.x == pytest.approx(first.x + 3 * 14)


def test_the_right_element_stands_right_or_takes_a_line() -> None:
    edge = load().paper.left + load().paper.area_width - 14
    for left, lines in (("短", 1), ("长" * 26, 2)):
        page = pages(1, (FootLine("送：", left, "共印9份"),)).pages[0]
        *_text, right, _folio = text(page, 14)
        assert right.text == "共印9份"
        assert right.x + sum(right.advances) == pytest.approx(edge)
        assert len({item.y for item in text(page, 14)[:-1]}) == lines


@pytest.mark.parametrize("fill", range(1, 23))
def test_the_foot_ends_the_last_page_and_never_overlaps(fill: int) -> None:
    foot = (FootLine("发放：", "甲", ""), FootLine("抄送：", "乙", ""))
    set_pages = pages(22 + fill, foot).pages
    last = set_pages[-1]
    rules = [item for item in last.items if isinstance(item, Stroke)]
    edge = load().paper.top + load().paper.area_height
    assert rules[-1].y + rules[-1].weight / 2 == pytest.approx(edge)
    lines = text(last, 16)
    assert lines, "at least one line of text goes with the foot"
    assert max(line.y for line in lines) < rules[0].y
    assert len(set_pages) == (2 if fill <= 20 else 3)


def test_a_foot_that_leaves_no_room_is_refused() -> None:
    with pytest.raises(Overfull) as caught:
        pages(1, tuple(FootLine("", f"{line}", "") for line in range(22)))
    assert caught.value.part is Role.FOOT


@pytest.mark.parametrize(
    ("masthead", "part", "excess"),
    [
        (Masthead("刊", number="第" * 30), Role.NUMBER, 30 * 16 - 442.2),
        (Masthead("刊", marks=(Run("密" * 28, Role.SECRECY),)), Role.SECRECY, 28 * 16 - 442.2),
        (Masthead("刊" * 120), Role.NAME, 120 * 4 - 442.2),
        (Masthead("刊", unit="厂" * 120), Role.UNIT, 120 * 4 - 442.2),
        (Masthead("刊", office="室" * 120), Role.OFFICE, 120 * 4 - (442.2 - 32)),
    ],
)
def test_a_line_of_the_masthead_never_leaves_the_measure(
    masthead: Masthead, part: Role, excess: float
) -> None:
    with pytest.raises(Overfull) as caught:
        pages(masthead=masthead)
    assert caught.value.part is part
    assert caught.value.excess == pytest.approx(excess, abs=0.05)


def test_what_stands_at_the_right_of_the_foot_never_leaves_the_measure() -> None:
    held = pages(1, (FootLine("", "左", "右" * 29),))
    assert min(item.x for page in held.pages for item in text(page, 14)) > load().paper.left
    with pytest.raises(Overfull) as caught:
        pages(1, (FootLine("", "一", ""), FootLine("", "左", "右" * 30)))
    assert (caught.value.part, caught.value.line) == (Role.FOOT, 1)
    assert caught.value.excess == pytest.approx(30 * 14 - (442.2 - 28), abs=0.05)


@pytest.mark.parametrize(("label", "hangs"), [(13, True), (14, False), (40, False)])
def test_a_long_label_leaves_its_text_room(label: int, hangs: bool) -> None:
    (page,) = pages(1, (FootLine("抄" * label + "：", "送" * 60, ""),)).pages
    first, second, *_rest = text(page, 14)
    inset = (label + 1) * 14 if hangs else 0
    assert second.x == pytest.approx(first.x + inset)
    edge = load().paper.left + load().paper.area_width
    assert all(line.x + sum(line.advances[:-1]) < edge for line in text(page, 14)[:-1])


def test_a_masthead_that_leaves_no_room_is_refused() -> None:
    document = Document(METADATA, Masthead("刊"), (), ())
    with pytest.raises(Overfull) as caught:
        lay_out(document, load({"masthead": {"name_top": "220mm"}}), lambda char, _face: ems(char))
    assert caught.value.part is Role.NAME
