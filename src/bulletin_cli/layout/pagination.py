"""Lines into pages (分页): how many rows of the grid are left, and what must stay together."""

from collections.abc import Sequence

from msgspec import Struct

from bulletin_cli.pages import Item
from bulletin_cli.profiles.rooms import TextStyle


class Reference(Struct, frozen=True):
    """What a line says of another place: its page, told when the pages are known.

    Attributes:
        link: the element of the line, which leads there.
        end: right end of its text, pt from the left of the type area.
        style: how the number is set.
    """

    link: int
    end: float
    style: TextStyle


class Row(Struct, frozen=True):
    """A set line, or what else is as wide as the type area, on its way to a page.

    Attributes:
        items: what it shows, from the left of the type area and the top of the row.
        lines: of the grid that it takes.
        keep: whether it must not be the last on a page.
        fallback: its text, where it is a line that had to end at a wrong place.
        last: whether the page ends after it.
        head: rows that are set once more above it where it begins a page: a table's header.
        reference: the place whose page it tells.
    """

    items: tuple[Item, ...]
    lines: int
    keep: bool = False
    fallback: str = ""
    last: bool = False
    reference: Reference | None = None
    head: "tuple[Row, ...]" = ()


def paginate(rows: Sequence[Row], lines: int, head: int, foot: int) -> list[list[Row]]:
    """Part rows into pages of ``lines`` grid lines; a page ends early where a row says so.

    A row that keeps with the next goes over with it; the header of a table is set again where its
    rows go on. The foot stands at the bottom of the last
    page; where it does not fit below the text it goes to a page of its own together with at least
    the last row of the text (GB/T 9704 § 7.4).

    Args:
        rows: all rows, in order.
        lines: of the grid on each page.
        head: of them, taken by the masthead on the first page.
        foot: of them, taken by the foot on the last page.
    """
    pages: list[list[Row]] = [[]]
    room = lines - head
    for block in _blocks(rows, lines):
        height = sum(row.lines for row in block)
        ended = bool(pages[-1]) and pages[-1][-1].last
        if ended or (height > room and (pages[-1] or room < lines)):
            pages.append([*block[0].head])
            room = lines - sum(row.lines for row in block[0].head)
        pages[-1].extend(block)
        room -= height
    if foot > room:
        pages.append(_torn_off(pages[-1], lines, lines - foot))
    return pages


def _blocks(rows: Sequence[Row], lines: int) -> list[list[Row]]:
    """Rows in the smallest blocks that may be parted: each ends with one that need not be kept.

    A block that no page can hold, a page full of headings, is parted anywhere.
    """
    blocks: list[list[Row]] = []
    block: list[Row] = []
    for row in rows:
        block.append(row)
        if not row.keep:
            blocks.append(block)
            block = []
    if block:
        blocks.append(block)
    fits = [sum(row.lines for row in block) <= lines for block in blocks]
    return [
        part
        for block, whole in zip(blocks, fits, strict=True)
        for part in ([block] if whole else [[row] for row in block])
    ]


def _torn_off(page: list[Row], lines: int, room: int) -> list[Row]:
    """Take the last block off a page, for the foot's page where ``room`` lines are left beside it.

    Nothing is taken where it would leave a page bare or does not fit: then the foot stands alone.
    """
    *others, last = _blocks(page, lines) or [[]]
    torn = [*last[0].head, *last] if last else []
    if not others or sum(row.lines for row in torn) > room:
        return []
    del page[-len(last) :]
    return torn
