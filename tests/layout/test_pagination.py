"""Rows into pages: headings keep, the foot finds room, nothing is lost."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bulletin_cli.layout.pagination import Row, paginate
from bulletin_cli.pages import Stroke


def rows(kinds: str) -> list[Row]:
    """Rows from letters: ``t`` text, ``k`` kept with the next, ``h`` a heading of two lines."""
    return [
        Row((Stroke(index, 0, 0, 0, ""),), 2 if kind == "h" else 1, keep=kind in "kh")
        for index, kind in enumerate(kinds)
    ]


def place(row: Row) -> int:
    """Which one it is."""
    return int(row.items[0].x)


def paged(kinds: str, lines: int, head: int = 0, foot: int = 0) -> list[str]:
    pages = paginate(rows(kinds), lines, head, foot)
    return ["".join(kinds[place(row)] for row in page) for page in pages]


def test_pages_are_full() -> None:
    assert paged("tttttt", 3) == ["ttt", "ttt"]


def test_the_masthead_takes_lines_of_the_first_page() -> None:
    assert paged("tttt", 3, head=2) == ["t", "ttt"]


def test_a_heading_goes_over_with_what_follows() -> None:
    assert paged("tthttt", 4) == ["tt", "htt", "t"]


def test_two_headings_in_a_row_go_over_together() -> None:
    assert paged("tthktt", 5) == ["tt", "hktt"]


def test_a_heading_that_fits_nowhere_is_not_a_reason_to_stop() -> None:
    assert paged("hhht", 4) == ["hh", "ht"]


def test_a_heading_under_the_masthead_may_go_over() -> None:
    assert paged("hkt", 4, head=2) == ["", "hkt"]


def test_the_foot_stands_below_the_text_where_it_fits() -> None:
    assert paged("tt", 4, foot=2) == ["tt"]


def test_else_it_takes_a_line_with_it() -> None:
    assert paged("ttt", 4, foot=2) == ["tt", "t"]
    assert paged("tttt", 4, foot=3) == ["ttt", "t"]


def test_the_heading_goes_with_the_line_that_goes_with_the_foot() -> None:
    assert paged("ttkt", 4, foot=2) == ["tt", "kt"]


def test_no_text_is_a_page_with_the_foot() -> None:
    assert paged("", 4, head=1, foot=2) == [""]


def block_around(kinds: str, index: int) -> int:
    """Grid lines of the rows that must stand on one page with a row."""
    start = index
    while start > 0 and kinds[start - 1] in "kh":
        start -= 1
    end = index
    while end < len(kinds) - 1 and kinds[end] in "kh":
        end += 1
    return sum(row.lines for row in rows(kinds[start : end + 1]))


@given(st.text("tttkh", max_size=80), st.integers(5, 22), st.integers(0, 3), st.integers(0, 4))
def test_any_rows(kinds: str, lines: int, head: int, foot: int) -> None:
    pages = paginate(rows(kinds), lines, head, foot)
    assert [place(row) for page in pages for row in page] == list(range(len(kinds)))
    for number, page in enumerate(pages):
        room = lines if number else lines - head
        assert sum(row.lines for row in page) <= room
    for page, following in pairwise(pages):
        if page and following and page[-1].keep:
            assert block_around(kinds, place(page[-1])) > lines
    taken = sum(row.lines for row in pages[-1]) + (head if len(pages) == 1 else 0)
    assert taken + foot <= lines
