"""Layout (排版): a document becomes pages, everything at its place.

A paragraph is set in four steps: *where a line may end* (breaking) apart from *where it does*
(fitting), characters as widths between them (cells), lines as places (paragraph). Pages are then
filled on the grid (pagination) and what stands around the text is added (furniture). Of fonts
layout knows only how wide a character is in a face.
"""

from collections.abc import Iterator, Sequence

from bulletin_cli.document import Document
from bulletin_cli.layout.blocks import rows_of
from bulletin_cli.layout.cells import Advance
from bulletin_cli.layout.contents import with_numbers
from bulletin_cli.layout.ending import add_ending, ending, ending_items
from bulletin_cli.layout.furniture import folio
from bulletin_cli.layout.masthead import masthead_items, natural_widths
from bulletin_cli.layout.pagination import Row, paginate
from bulletin_cli.layout.setter import Setter
from bulletin_cli.layout.settling import settle
from bulletin_cli.layout.tree import Tree, add_masthead
from bulletin_cli.layout.unfit import Overfull, Unfit
from bulletin_cli.pages import Fallback, Item, Page, Pages
from bulletin_cli.profiles.masthead import MastheadPlan, plan
from bulletin_cli.profiles.model import Profile
from bulletin_cli.roles import Role

__all__ = ["Advance", "Overfull", "Unfit", "lay_out", "settle"]


def lay_out(document: Document, profile: Profile, advance: Advance) -> Pages:
    """Set a document on pages.

    Args:
        document: what is to be set.
        profile: every measure.
        advance: width of a character in a face of the profile, em.

    Raises:
        Overfull: the masthead or the foot leaves no room for a line of text, or a line of the
            masthead is wider than the measure.
        Unfit: a table is too wide or too high.
    """
    setter, tree = Setter(profile, advance), Tree()
    head = plan(document.masthead, profile, natural_widths(document.masthead, setter))
    end = ending(document, setter)
    _check_room(head, end.lines, profile)
    masthead_elements = add_masthead(document, tree)
    rows = rows_of(document, setter, tree)
    end_elements = add_ending(document, tree)
    filled = paginate(rows, profile.grid.lines, head.lines, end.lines)
    filled = with_numbers(filled, tree.all(), setter)
    pages = []
    for number, rows_here in enumerate(filled, 1):
        items: list[Item] = []
        if number == 1 and document.masthead:
            items += masthead_items(document.masthead, head, setter, masthead_elements)
        items += _placed_rows(rows_here, head.lines if number == 1 else 0, profile)
        if number == len(filled):
            items += ending_items(end, setter, end_elements)
        if number > 1 or profile.folio.first:
            items.append(folio(number, setter))
        pages.append(Page(number, tuple(items)))
    paper = profile.paper
    return Pages(
        width=paper.width,
        height=paper.height,
        pages=tuple(pages),
        elements=tree.all(),
        metadata=document.metadata,
        fallbacks=tuple(_fallbacks(filled)),
    )


def _check_room(head: MastheadPlan, foot_lines: int, profile: Profile) -> None:
    if head.lines >= profile.grid.lines:
        raise Overfull(Role.NAME)
    if foot_lines >= profile.grid.lines:
        raise Overfull(Role.FOOT)


def _fallbacks(pages: Sequence[Sequence[Row]]) -> Iterator[Fallback]:
    for number, rows in enumerate(pages, 1):
        yield from (Fallback(number, row.fallback) for row in rows if row.fallback)


def _placed_rows(rows: Sequence[Row], start: int, profile: Profile) -> Iterator[Item]:
    """Rows at their places on the grid, from its line ``start``."""
    paper, used = profile.paper, start
    for row in rows:
        top = paper.top + used * profile.pitch
        yield from (item.moved(paper.left, top) for item in row.items)
        used += row.lines
