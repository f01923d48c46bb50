"""Pictures: their sizes by what is said, by their pixels and by what is beside them."""

import datetime

import pytest

from bulletin_cli.characters import ems
from bulletin_cli.document import Document, Metadata, Paragraph, Picture, PictureRow, Placed, Run
from bulletin_cli.layout import lay_out
from bulletin_cli.pages import Figure, Glyphs, Kind, Pages
from bulletin_cli.profiles import load
from bulletin_cli.profiles.pictures import Wanted, excess, plan
from bulletin_cli.roles import Role

ABOUT = Metadata("", "", "", (), datetime.date(2021, 5, 17))
PROFILE = load()
MEASURE, PITCH = PROFILE.paper.area_width, PROFILE.pitch
CAPTION = (Run("图1 会场", Role.CAPTION),)


def shown(*pictures: Placed, before: int = 0) -> Pages:
    text = [Paragraph(Role.BODY, (Run("文", Role.BODY),))] * before
    document = Document(ABOUT, None, (*text, PictureRow(pictures)), ())
    return lay_out(document, PROFILE, lambda char, _face: ems(char))


def picture(width: int, height: int) -> Picture:
    return Picture(b"", width, height, "会场")


def figures(pages: Pages) -> list[tuple[int, Figure]]:
    return [
        (page.number, item)
        for page in pages.pages
        for item in page.items
        if isinstance(item, Figure)
    ]


def test_one_alone_is_as_wide_as_print_shows_its_pixels() -> None:
    [box] = plan([Wanted((600, 300))], PROFILE).boxes
    assert (box.width, box.height) == pytest.approx((144, 72))


def test_but_never_wider_or_higher_than_the_profile_says() -> None:
    [wide] = plan([Wanted((9000, 3000))], PROFILE).boxes
    assert wide.width == pytest.approx(0.8 * MEASURE)
    [high] = plan([Wanted((3000, 9000))], PROFILE).boxes
    assert high.height <= 12 * PITCH
    assert high.width == pytest.approx(high.height / 3)


def test_several_share_the_measure_at_one_height() -> None:
    boxes = plan([Wanted((400, 300)), Wanted((300, 300)), Wanted((600, 300))], PROFILE).boxes
    heights = {round(box.height, 6) for box in boxes}
    assert len(heights) == 1
    gaps = 2 * PROFILE.pictures.gap * PROFILE.cell
    assert sum(box.width for box in boxes) + gaps == pytest.approx(MEASURE)
    assert sum(box.column for box in boxes) == pytest.approx(MEASURE)


def test_what_is_said_holds_and_too_much_is_told() -> None:
    half = Wanted((10, 10), 0.5 * MEASURE)
    [box] = plan([half], PROFILE).boxes
    assert box.width == pytest.approx(0.5 * MEASURE)
    assert excess([half], PROFILE) == 0
    assert excess([half, half], PROFILE) == pytest.approx(PROFILE.cell, abs=0.02)


def test_it_takes_whole_lines_and_its_caption_the_next() -> None:
    [(_page, figure)] = figures(pages := shown(Placed(picture(600, 300), CAPTION)))
    [caption] = [g for g in pages.pages[0].items if isinstance(g, Glyphs) and g.size == 14][:1]
    lines = plan([Wanted((600, 300))], PROFILE).lines
    top = PROFILE.paper.top
    assert top <= figure.y and figure.y + figure.height <= top + lines * PITCH
    assert caption.y == pytest.approx(top + (lines + PROFILE.grid.baseline) * PITCH)


@pytest.mark.parametrize("before", range(15, 23))
def test_it_is_never_parted_from_its_caption(before: int) -> None:
    pages = shown(Placed(picture(600, 300), CAPTION), before=before)
    [(page, _figure)] = figures(pages)
    captions = [
        each.number
        for each in pages.pages
        for item in each.items
        if isinstance(item, Glyphs) and "会场" in item.text
    ]
    assert captions == [page]


def test_the_structure_says_what_it_shows_and_what_stands_below() -> None:
    pages = shown(Placed(picture(600, 300), CAPTION), Placed(picture(300, 300)))
    kinds = [(element.kind, element.text) for element in pages.elements]
    assert kinds == [(Kind.FIGURE, "会场"), (Kind.CAPTION, "图1 会场"), (Kind.FIGURE, "会场")]
