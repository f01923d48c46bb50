"""The shape of a format profile (版式): every measure, size, face and colour, each at one place.

What follows from other numbers is a property, never a second number.
"""

from collections.abc import Mapping
from typing import Any

from bulletin_cli.profiles.rooms import (
    Breaking,
    ContentsStyle,
    Face,
    FolioStyle,
    FootStyle,
    Grid,
    Inline,
    MastheadStyle,
    Paper,
    PictureStyle,
    Room,
    TableStyle,
    TextStyle,
)
from bulletin_cli.profiles.values import ASCENT, Align, Name
from bulletin_cli.roles import Role

_ALONE = frozenset(
    {Role.COPY, Role.SECRECY, Role.UNIT, Role.NAME, Role.NUMBER, Role.OFFICE, Role.DATE, Role.FOLIO}
)
"""Roles of single lines, which fill no measure."""


class Profile(Room):
    """A whole format: everything that layout and the writers measure with."""

    title: Name
    paper: Paper
    grid: Grid
    faces: dict[str, Face]
    text: dict[Role, TextStyle]
    inline: Inline
    masthead: MastheadStyle
    contents: ContentsStyle
    pictures: PictureStyle
    tables: TableStyle
    foot: FootStyle
    folio: FolioStyle
    breaking: Breaking

    def __hash__(self) -> int:
        """What is made of a profile alone is made once for all issues that have it."""
        return hash((self.title, self.paper, self.grid, self.masthead))

    def style_of(self, role: Role, within: Role, *, raised: bool = False) -> TextStyle:
        """How a run looks.

        Args:
            role: its role.
            within: the role of its paragraph, of which strong words and emphasis have their size.
            raised: whether it is a superscript; its size is then a share of what it would be.
        """
        face = self.inline.face_of(role)
        style = self.text[within].model_copy(update={"face": face}) if face else self.text[role]
        if raised:
            style = style.model_copy(update={"size": style.size * self.inline.raised_size})
        return style

    @property
    def pitch(self) -> float:
        """Distance from line to line (行距), pt."""
        return self.paper.area_height / self.grid.lines

    @property
    def cell(self) -> float:
        """Width of one body character with its share of the measure (字距), pt."""
        return self.paper.area_width / self.grid.characters

    @property
    def tracking(self) -> float:
        """What each body character gives up or gains so that the grid fills the measure, pt."""
        return self.cell - self.text[Role.BODY].size

    def tracking_of(self, role: Role) -> float:
        """What each character of a role gives up or gains, pt: only text set as the body is."""
        body, style = self.text[Role.BODY], self.text[role]
        like_body = style.size == body.size and style.align is Align.JUSTIFY
        return self.tracking if like_body and role not in _ALONE else 0.0

    def indent_of(self, role: Role) -> float:
        """First-line indent of a role, pt."""
        style = self.text[role]
        return style.indent * (style.size + self.tracking_of(role))

    @property
    def folio_baseline(self) -> float:
        """Baseline of the folio from the top of the paper, pt."""
        below = self.folio.gap + self.folio.dash * self.text[Role.FOLIO].size
        return self.paper.top + self.paper.area_height + below

    @property
    def foot_line(self) -> float:
        """Height of a line of the foot, pt: its baseline centres one line in a row of one pitch."""
        size = self.text[Role.FOOT].size
        return (self.pitch + (2 * ASCENT - 1) * size) / (2 * self.grid.baseline)

    def foot_row(self, lines: int) -> float:
        """Height of a row of the foot with so many lines, rule to rule, pt."""
        return self.pitch + (lines - 1) * self.foot_line


def merged(base: Mapping[str, Any], overrides: Mapping[str, Any]) -> dict[str, Any]:
    """The base with the overrides laid over it, table by table."""
    result = dict(base)
    for key, value in overrides.items():
        below = result.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            result[key] = merged(below, value)
        else:
            result[key] = value
    return result
