"""Tables: columns found or said, whole lines of the grid, a header on each page, nothing lost."""

import datetime
from typing import Any

import pytest

from bulletin_cli.characters import ems
from bulletin_cli.document import Column, Document, Metadata, Run, Table
from bulletin_cli.layout import Unfit, lay_out
from bulletin_cli.layout.setter import Setter
from bulletin_cli.layout.tables import column_widths, settled_tables
from bulletin_cli.pages import Glyphs, Kind, Pages, Stroke
from bulletin_cli.profiles import load
from bulletin_cli.roles import Role

ABOUT = Metadata("", "", "", (), datetime.date(2021, 5, 17))
KINDS = {"n": Column.NUMBERS, "w": Column.WORDS, "t": Column.TEXT}


def wide(char: str, _face: str) -> float:
    return ems(char)


def table(header: str, *rows: str, kinds: str = "", widths: tuple[float, ...] = ()) -> Table:
    """A table of texts parted by |, its columns of the kinds n, w and t."""

    def cells(row: str, role: Role) -> tuple[tuple[Run, ...], ...]:
        return tuple((Run(text, role),) if text else () for text in row.split("|"))

    columns = tuple(KINDS[kind] for kind in kinds or "w" * (rows[0].count("|") + 1))
    head = cells(header, Role.TABLE_HEAD_SMALL) if header else ()
    return Table((), head, tuple(cells(row, Role.TABLE_SMALL) for row in rows), columns, widths)


def pages(*tables: Table, **house: Any) -> Pages:
    return lay_out(Document(ABOUT, None, tables, ()), load(house), wide)


def texts(found: Pages, page: int) -> list[str]:
    items = found.pages[page].items
    return [item.text for item in items if isinstance(item, Glyphs) and item.face != "song"]


def test_found_columns_fill_the_measure() -> None:
    setter = Setter(load(), wide)
    for each in (table("一|二", "甲|乙"), table("一|二", f"甲|{'乙' * 200}", kinds="wt")):
        assert sum(column_widths(each, setter)) == pytest.approx(load().paper.area_width)


def test_a_column_of_figures_or_words_is_not_broken_for_one_of_text() -> None:
    first, second, third = column_widths(
        table("序号|要求|得分", f"1|{'按月报送' * 40}|12.5", kinds="wtn"), Setter(load(), wide)
    )
    assert first == pytest.approx(12 * 2 + 12)
    assert third == pytest.approx(12 * 2 + 12)
    assert second > 10 * first


def test_said_widths_hold_and_the_table_stands_in_the_middle() -> None:
    found = pages(table("", "甲|乙", widths=(6, 4)))
    profile = load()
    [top] = [s for s in found.pages[0].items if isinstance(s, Stroke) and s.width][:1]
    assert top.width == pytest.approx(10 * 12 + 2 * 12)
    middle = profile.paper.left + profile.paper.area_width / 2
    assert top.x + top.width / 2 == pytest.approx(middle)


@pytest.mark.parametrize(
    "wrong",
    [
        table("", "甲|乙", widths=(30, 30)),
        table("", "|".join(["甲乙"] * 30), kinds="t" * 30),
        table("", "X" * 400),
    ],
)
def test_a_table_that_is_too_wide_says_by_how_much(wrong: Table) -> None:
    with pytest.raises(Unfit) as unfit:
        pages(table("", "甲"), wrong)
    assert unfit.value.excess > 1
    assert unfit.value.block == 1


def test_a_row_higher_than_a_page_says_how_high() -> None:
    with pytest.raises(Unfit) as unfit:
        pages(table("一", "字" * 3000, kinds="t"))
    assert unfit.value.lines > 22


def test_figures_stand_at_the_right_words_in_the_middle_texts_at_the_left() -> None:
    profile = load()
    found = pages(table("", "乙|甲|丙", kinds="nwt"))
    by_text = {item.text: item for item in found.pages[0].items if isinstance(item, Glyphs)}
    column = profile.paper.area_width / 3
    left = profile.paper.left
    assert by_text["乙"].x + 12 == pytest.approx(left + column - 6)
    assert by_text["甲"].x + 6 == pytest.approx(left + 1.5 * column)
    assert by_text["丙"].x == pytest.approx(left + 2 * column + 6)


def test_every_page_repeats_the_header_which_is_read_once() -> None:
    found = pages(table("任务", *(f"第{number}项" for number in range(50))))
    assert len(found.pages) == 3
    for number in range(3):
        assert texts(found, number)[0] == "任务"
        assert sum(isinstance(item, Glyphs) for item in found.pages[number].items) <= 22 + 1
    assert sum(element.kind is Kind.HEADER for element in found.elements) == 1
    repeated = [page.items[0].element for page in found.pages[1:]]  # type: ignore[union-attr]
    assert repeated == [None, None]
    rows = [text for number in range(3) for text in texts(found, number) if text != "任务"]
    assert rows == [f"第{number}项" for number in range(50)]


def test_rows_are_whole_lines_of_the_grid_and_never_parted() -> None:
    profile = load()
    long = table("", *["文" * 100] * 12, kinds="t")
    found = pages(long)
    [settled] = settled_tables(Document(ABOUT, None, (long,), ()), Setter(profile, wide))
    assert settled.lines == (3,) * 12
    rules = {
        round((item.y - profile.paper.top) / profile.pitch, 6)
        for page in found.pages
        for item in page.items
        if isinstance(item, Stroke) and item.width
    }
    assert rules == {0, 3, 6, 9, 12, 15, 18, 21}


def test_empty_cells_are_there() -> None:
    found = pages(table("一|二", "|", "甲|"))
    assert sum(element.kind is Kind.CELL for element in found.elements) == 4
    assert texts(found, 0) == ["一", "二", "甲"]


def test_a_cell_of_two_lines_is_read_as_one() -> None:
    found = pages(table("", "一\n二|乙"))
    assert [each.text for each in found.elements if each.kind is Kind.CELL] == ["一 二", "乙"]
