"""Layout (排版): a document becomes pages, everything at its place.

A paragraph is set in four steps: *where a line may end* (breaking) apart from *where it does*
(fitting), characters as widths between them (cells), lines as places (paragraph). Pages are then
filled on the grid (pagination) and what stands around the text is added (furniture). Of fonts
layout knows only how wide a character is in a face.
"""

import math
from collections.abc import Iterator, Sequence

from bulletin_cli.document import Document, Masthead, Role
from bulletin_cli.layout.cells import Advance
from bulletin_cli.layout.furniture import (
    Setter,
    folio,
    foot_height,
    foot_items,
    foot_rows,
    masthead_items,
    placed,
)
from bulletin_cli.layout.pagination import Row, paginate
from bulletin_cli.layout.paragraph import set_paragraph
from bulletin_cli.pages import Element, Fallback, Item, Page, Pages
from bulletin_cli.profiles.masthead import MastheadPlan, plan
from bulletin_cli.profiles.model import Profile

__all__ = ["Advance", "Overfull", "lay_out"]

_LEVELS = {Role.SECTION: 1, Role.PART: 2, Role.GROUP: 2}


class Overfull(Exception):  # noqa: N818 - a verdict on the text, not an error of the program
    """The masthead or the foot leaves no room for text; ``part`` names it."""

    def __init__(self, part: Role) -> None:
        """Name the part: ``Role.NAME`` for the masthead, ``Role.FOOT`` for the foot."""
        super().__init__(part.value)
        self.part = part


def lay_out(document: Document, profile: Profile, advance: Advance) -> Pages:
    """Set a document on pages.

    Args:
        document: what is to be set.
        profile: every measure.
        advance: width of a character in a face of the profile, em.

    Raises:
        Overfull: the masthead or the foot leaves no room for a line of text.
    """
    setter = Setter(profile, advance)
    head = plan(document.masthead, profile)
    foot = foot_rows(document.foot, setter)
    foot_lines = math.ceil(foot_height(foot, profile) / profile.pitch)
    _check_room(head, foot_lines, profile)
    elements = _elements(document)
    body = len(elements) - len(document.body) - len(foot)
    rows = list(_rows(document, setter, body))
    filled = paginate(rows, profile.grid.lines, head.lines, foot_lines)
    pages = []
    for number, rows_here in enumerate(filled, 1):
        items: list[Item] = []
        if number == 1 and document.masthead:
            items += masthead_items(document.masthead, head, setter, _indexes(elements[:body]))
        items += _placed_rows(rows_here, head.lines if number == 1 else 0, profile)
        if number == len(filled) and foot:
            items += foot_items(foot, setter, len(elements) - len(foot))
        if number > 1 or profile.folio.first:
            items.append(folio(number, setter))
        pages.append(Page(number, tuple(items)))
    paper = profile.paper
    return Pages(
        width=paper.width,
        height=paper.height,
        pages=tuple(pages),
        elements=elements,
        metadata=document.metadata,
        fallbacks=tuple(_fallbacks(filled)),
    )


def _check_room(head: MastheadPlan, foot_lines: int, profile: Profile) -> None:
    if head.lines >= profile.grid.lines:
        raise Overfull(Role.NAME)
    if foot_lines >= profile.grid.lines:
        raise Overfull(Role.FOOT)


def _elements(document: Document) -> tuple[Element, ...]:
    """The logical structure in reading order: masthead, body, foot."""
    masthead = document.masthead or Masthead()
    description = masthead.logo.description if masthead.logo else None
    office = " ".join(filter(None, (masthead.office, masthead.date)))
    head = (
        *((mark.role, mark.text) for mark in masthead.marks),
        (Role.LOGO, description),
        (Role.NAME, masthead.name),
        (Role.NUMBER, masthead.number),
        (Role.OFFICE, office),
    )
    return (
        *(Element(role, 0, text) for role, text in head if text),
        *(Element(p.role, _LEVELS.get(p.role, 0), p.text) for p in document.body),
        *(Element(Role.FOOT, 0, line.label + line.left) for line in document.foot),
    )


def _indexes(elements: Sequence[Element]) -> dict[Role, int]:
    return {element.role: index for index, element in enumerate(elements)}


def _rows(document: Document, setter: Setter, first: int) -> Iterator[Row]:
    """Every paragraph as rows; a heading keeps with what follows, and its lines together."""
    for index, paragraph in enumerate(document.body):
        lines = setter.profile.text[paragraph.role].lines
        heading = paragraph.role in _LEVELS
        widow = setter.profile.grid.widow
        set_lines = set_paragraph(paragraph, setter.profile, setter.advance)
        for place, line in enumerate(set_lines, 1):
            alone = place < min(widow, len(set_lines)) or 0 < len(set_lines) - place < widow
            yield Row(line, lines, first + index, keep=heading or alone)


def _fallbacks(pages: Sequence[Sequence[Row]]) -> Iterator[Fallback]:
    for number, rows in enumerate(pages, 1):
        for row in rows:
            if row.line.forced:
                yield Fallback(number, "".join(piece.text for piece in row.line.pieces))


def _placed_rows(rows: Sequence[Row], start: int, profile: Profile) -> Iterator[Item]:
    """Rows at their places on the grid, from its line ``start``."""
    paper, pitch = profile.paper, profile.pitch
    used = start
    for row in rows:
        y = paper.top + (used + profile.grid.baseline * row.lines) * pitch
        for piece in row.line.pieces:
            yield placed(piece, paper.left, y, row.element)
        used += row.lines
