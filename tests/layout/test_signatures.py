"""Who answers for the issue: evenly on one line, or a line for each, above the foot."""

import datetime

import pytest

from bulletin_cli.characters import ems
from bulletin_cli.document import Document, FootLine, Metadata, Paragraph, Run
from bulletin_cli.layout import lay_out
from bulletin_cli.pages import Glyphs, Pages, Stroke
from bulletin_cli.profiles import load
from bulletin_cli.roles import Role

METADATA = Metadata("刊", "", "简报", (), datetime.date(2021, 5, 17))
FOOT = (FootLine("报：", "各部门", ""),)
PROFILE = load()
SIDE = PROFILE.paper.left + 14
EDGE = PROFILE.paper.left + PROFILE.paper.area_width - 14


def signed(*names: str, foot: tuple[FootLine, ...] = FOOT, lines: int = 1) -> Pages:
    body = tuple(Paragraph(Role.BODY, (Run("文", Role.BODY),)) for _ in range(lines))
    signatures = tuple(FootLine("责任编辑：", name, "") for name in names)
    document = Document(METADATA, None, body, foot, signatures)
    return lay_out(document, PROFILE, lambda char, _face: ems(char))


def names(pages: Pages) -> list[Glyphs]:
    return [
        item
        for item in pages.pages[-1].items
        if isinstance(item, Glyphs)
        and item.element is not None
        and pages.elements[item.element].role is Role.SIGNATURE
    ]


def test_three_stand_evenly() -> None:
    found = names(signed("甲", "乙乙", "丙丙丙"))
    widths = [sum(item.advances) for item in found]
    gaps = [
        found[i + 1].x - found[i].x - widths[i] for i in range(2)
    ]  # fmt: skip
    assert found[0].x == pytest.approx(SIDE)
    assert found[-1].x + widths[-1] == pytest.approx(EDGE)
    assert gaps[0] == pytest.approx(gaps[1])
    assert len({item.y for item in found}) == 1


def test_one_stands_at_the_left() -> None:
    (only,) = names(signed("甲"))
    assert only.x == pytest.approx(SIDE)


def test_who_has_no_room_takes_a_line_and_none_is_parted() -> None:
    found = names(signed("甲" * 8, "乙" * 8, "丙" * 8))
    assert [item.text for item in found] == [f"责任编辑：{name * 8}" for name in "甲乙丙"]
    assert len({item.y for item in found}) == 3
    assert [item.x for item in found] == pytest.approx([SIDE] * 3)


def test_a_very_long_one_turns_over_after_the_colon() -> None:
    first, second = names(signed("甲" * 40))
    assert second.x == pytest.approx(first.x + 5 * 14)
    assert second.y == pytest.approx(first.y + PROFILE.foot_line)


def test_they_stand_above_the_first_rule() -> None:
    pages = signed("甲")
    (name,) = names(pages)
    rules = [item.y for item in pages.pages[-1].items if isinstance(item, Stroke)]
    assert name.y < min(rules) < name.y + PROFILE.pitch


@pytest.mark.parametrize("foot", [(), FOOT])
def test_they_have_their_room_on_the_last_page(foot: tuple[FootLine, ...]) -> None:
    taken = 1 + len(foot)
    assert len(signed("甲", foot=foot, lines=22 - taken).pages) == 1
    pages = signed("甲", foot=foot, lines=23 - taken)
    assert len(pages.pages) == 2
    assert names(pages)


def test_without_a_foot_they_stand_at_the_lower_edge() -> None:
    pages = signed("甲", foot=())
    (name,) = names(pages)
    bottom = PROFILE.paper.top + PROFILE.paper.area_height
    assert bottom - PROFILE.pitch < name.y < bottom
    assert not [item for item in pages.pages[-1].items if isinstance(item, Stroke)]
