"""The contents: entries turn over, and every one says the page where its heading stands."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_cli.characters import ems
from bulletin_cli.document import Contents, Document, Entry, Metadata, Paragraph, Run
from bulletin_cli.layout import lay_out
from bulletin_cli.layout.contents import settled_entries
from bulletin_cli.pages import Glyphs, Kind, Page, Pages, Stroke
from bulletin_cli.profiles import load
from bulletin_cli.roles import Role

METADATA = Metadata("刊", "", "简报", (), datetime.date(2021, 5, 17))


def pages(*titles: str, lines: int = 15, alone: bool = False, **house: Any) -> Pages:
    """Pages with contents, and below each title so many lines of text."""
    body: list[Paragraph] = []
    entries = []
    for title in titles:
        entries.append(Entry(title, 1, 1 + len(body)))
        body.append(Paragraph(Role.SECTION, (Run(title, Role.SECTION),)))
        body += [Paragraph(Role.BODY, (Run("文", Role.BODY),)) for _ in range(lines)]
    contents = Contents("本期要目", tuple(entries), alone)
    document = Document(METADATA, None, (contents, *body), ())
    return lay_out(document, load(house), lambda char, _face: ems(char))


def linked(page: Page, elements: Pages) -> list[Glyphs]:
    return [
        item
        for item in page.items
        if isinstance(item, Glyphs)
        and item.element is not None
        and elements.elements[item.element].kind is Kind.LINK
    ]


def pages_of_headings(set_pages: Pages) -> dict[str, int]:
    found: dict[str, int] = {}
    for page in set_pages.pages:
        for item in page.items:
            if isinstance(item, Glyphs) and item.element is not None:
                element = set_pages.elements[item.element]
                if element.role is Role.SECTION:
                    found.setdefault(element.text, page.number)
    return found


@pytest.mark.parametrize("alone", [False, True])
def test_entries_say_where_their_headings_stand(alone: bool) -> None:
    titles = [f"第{number}个栏目" for number in range(1, 30)]
    set_pages = pages(*titles, alone=alone)
    entries = settled_entries(set_pages)
    assert ["".join(entry.lines) for entry in entries] == titles
    found = pages_of_headings(set_pages)
    assert [entry.page for entry in entries] == [found[title] for title in titles]
    assert len({entry.page for entry in entries}) > 10


@settings(max_examples=60)
@given(st.lists(st.integers(1, 80), min_size=1, max_size=12), st.integers(0, 30))
def test_a_number_stands_at_the_right_of_every_last_line(lengths: list[int], lines: int) -> None:
    titles = [f"{number:02}" + "长" * length for number, length in enumerate(lengths)]
    set_pages = pages(*titles, lines=lines)
    profile = load()
    edge = profile.paper.left + profile.paper.area_width
    room = profile.contents.room * 16
    for entry in settled_entries(set_pages):
        assert all(entry.lines)
    for page in set_pages.pages:
        for item in linked(page, set_pages):
            right = item.x + sum(item.advances)
            if item.text.isdigit():
                assert right == pytest.approx(edge)
            else:
                assert right <= edge - room + 1e-6


def test_an_entry_that_fills_its_line_keeps_its_number_on_it() -> None:
    """24 characters of 16 pt are what the measure holds beside the room for a number."""
    for count, expected in ((24, 1), (25, 2), (48, 2), (49, 3)):
        (entry,) = settled_entries(pages("满" * count))
        assert len(entry.lines) == expected
        assert entry.page == 1


def test_a_word_longer_than_the_line_still_begins_on_the_first() -> None:
    (entry,) = settled_entries(pages("a" * 100))
    assert [len(line) for line in entry.lines] == [49, 49, 2]


def test_dots_lead_from_the_text_to_the_number() -> None:
    set_pages = pages("短", "长一些的栏目", "满" * 24)
    dots = [item for item in set_pages.pages[0].items if isinstance(item, Stroke) and item.step]
    words = linked(set_pages.pages[0], set_pages)
    ends = [dot.x + dot.width for dot in dots]
    assert len(dots) == 3
    assert ends == pytest.approx([ends[0]] * 3), "one below the other"
    for dot, (text, number) in zip(dots, zip(words[::2], words[1::2], strict=True), strict=True):
        assert dot.x >= text.x + sum(text.advances) + dot.step - 1e-6
        assert dot.x + dot.width <= number.x - dot.step + 1e-6


def test_a_house_may_leave_out_the_dots() -> None:
    (page, *_rest) = pages("短", contents={"leader": "none"}).pages
    assert not [item for item in page.items if isinstance(item, Stroke)]


def test_the_text_begins_on_the_next_page_where_contents_stand_alone() -> None:
    first, second, *_rest = pages("甲", "乙", alone=True).pages
    roles = {item.element for item in first.items if isinstance(item, Glyphs)}
    assert len(first.items) < 10
    assert None in roles
    assert "甲" in [item.text for item in second.items if isinstance(item, Glyphs)]


def test_contents_may_fill_several_pages() -> None:
    titles = [f"第{number}个" for number in range(50)]
    set_pages = pages(*titles, lines=1, alone=True)
    entries = settled_entries(set_pages)
    assert (len(entries), entries[0].page) == (50, 4)


def test_lines_are_left_free_below() -> None:
    def top(after: int) -> float:
        (page, *_rest) = pages("甲", lines=1, contents={"after": after}).pages
        return max(i.y for i in page.items if isinstance(i, Glyphs) and i.text == "甲")

    assert top(3) - top(1) == pytest.approx(2 * load().pitch)


def test_the_structure_is_contents_of_entries() -> None:
    elements = pages("甲").elements
    kinds = [element.kind for element in elements]
    start = kinds.index(Kind.CONTENTS)
    assert kinds[start : start + 4] == [Kind.CONTENTS, Kind.ENTRY, Kind.REFERENCE, Kind.LINK]
    assert [each.parent for each in elements[start + 1 : start + 4]] == [
        start,
        start + 1,
        start + 2,
    ]
    link = elements[start + 3]
    assert link.target is not None
    assert elements[link.target].role is Role.SECTION
