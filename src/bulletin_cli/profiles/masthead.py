"""Where the parts of a masthead (报头) stand: what follows from the profile for one masthead.

Both forms of the document need the same places: the pages as coordinates, the DOCX as paragraph
spacing. All are in points from the top of the type area.
"""

import math
from collections.abc import Mapping

from msgspec import Struct

from bulletin_cli.characters import ems
from bulletin_cli.document import Masthead, Picture
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.ruling import NO_RULING, Ruling, ruling
from bulletin_cli.profiles.values import ASCENT
from bulletin_cli.roles import Role


class Name(Struct, frozen=True):
    """The name as it fits the measure: baseline, size in pt, space after each character in pt."""

    baseline: float
    size: float
    spacing: float


class Logo(Struct, frozen=True):
    """The artwork's box: top, width and height."""

    top: float
    width: float
    height: float


class Office(Struct, frozen=True):
    """The issuing office and the date.

    Attributes:
        baseline: of the line with the office, or with the date where there is no office.
        size: of the office, pt; smaller than the profile's where it is wider than the measure.
        date: baseline of the date where it needs a line of its own, else nothing.
    """

    baseline: float
    size: float
    date: float | None = None


class MastheadPlan(Struct, frozen=True):
    """Places of the parts that are there; ``lines`` of the grid are the masthead's."""

    marks: tuple[float, ...] = ()
    """Baselines of the marks at the top left."""
    logo: Logo | None = None
    name: Name | None = None
    number: float | None = None
    """Baseline of the number line."""
    office: Office | None = None
    ruling: Ruling = NO_RULING
    """What is drawn below them."""
    lines: int = 0
    unit: Name | None = None

    @property
    def rule(self) -> float | None:
        """Middle of the uppermost rule."""
        return self.ruling.bars[0].y if self.ruling.bars else None


_UNKNOWN: Mapping[Role, float] = {}


def plan(
    masthead: Masthead | None, profile: Profile, widths: Mapping[Role, float] = _UNKNOWN
) -> MastheadPlan:
    """Place the parts of a masthead one below the other.

    Args:
        masthead: its parts, if there is one.
        profile: the measures.
        widths: of its lines as their faces have them, em; one that is not known is reckoned.
    """
    if masthead is None:
        return MastheadPlan()
    style = profile.masthead
    logo = name = number = office = unit = None
    marks = tuple(
        (line + profile.grid.baseline) * profile.pitch for line in range(len(masthead.marks))
    )
    bottom = _marks_bottom(masthead, marks, profile)
    top = max(style.name_top, bottom + style.marks_gap)
    if masthead.unit:
        width = widths.get(Role.UNIT, ems(masthead.unit))
        unit = _unit(width, bottom + style.marks_gap * bool(bottom), profile)
        bottom = unit.baseline + (1 - ASCENT) * unit.size
        top = max(style.name_top, bottom + style.unit_gap)
    if masthead.logo:
        logo = _logo(masthead.logo, top, profile)
        bottom = logo.top + logo.height
    if masthead.name:
        top = bottom + style.number_gap if logo else top
        width = widths.get(Role.NAME, ems(masthead.name))
        name = _name(len(masthead.name), width, top, profile)
        bottom = top + name.size
    if masthead.number:
        size = profile.text[Role.NUMBER].size
        number = bottom + (style.number_gap if bottom else 0) + ASCENT * size
        bottom = number + (1 - ASCENT) * size
    if masthead.office or masthead.date:
        office = _office(
            widths.get(Role.OFFICE, ems(masthead.office or "")),
            widths.get(Role.DATE, ems(masthead.date or "")),
            bottom + (style.office_gap if bottom else 0),
            profile,
        )
        last = office.date or office.baseline
        bottom = last + (1 - ASCENT) * profile.text[Role.OFFICE].size
    drawn = ruling(bottom, profile)
    lines = math.ceil((max(drawn.bottom, bottom) + style.body_gap) / profile.pitch)
    return MastheadPlan(marks, logo, name, number, office, drawn, lines, unit)


def _marks_bottom(masthead: Masthead, baselines: tuple[float, ...], profile: Profile) -> float:
    if not baselines:
        return 0.0
    return baselines[-1] + (1 - ASCENT) * profile.text[masthead.marks[-1].role].size


def _logo(picture: Picture, top: float, profile: Profile) -> Logo:
    style = profile.masthead
    width = min(style.logo_width, profile.paper.area_width)
    scale = min(width / picture.width, style.logo_height / picture.height)
    return Logo(top, picture.width * scale, picture.height * scale)


_BETWEEN = 2.0
"""Least between office and date on one line, em: one to see, one for faces that are wider."""


def _office(office: float, date: float, top: float, profile: Profile) -> Office:
    """Office and date on one line, or one below the other; a long office shrinks."""
    full = profile.text[Role.OFFICE].size
    baseline = top + ASCENT * full
    room = profile.paper.area_width - 2 * profile.masthead.side * full
    size = min(full, room / office) if office else full
    if not (office and date) or (office + _BETWEEN + date) * full <= room:
        return Office(baseline, size)
    return Office(baseline, size, baseline + profile.pitch)


def _unit(width: float, highest: float, profile: Profile) -> Name:
    """The unit above the name, which keeps its place where there is room; a long one shrinks."""
    style = profile.masthead
    size = min(profile.text[Role.UNIT].size, profile.paper.area_width / width)
    top = max(style.name_top - style.unit_gap - size, highest)
    return Name(top + ASCENT * size, size, 0.0)


def _name(count: int, width: float, top: float, profile: Profile) -> Name:
    """Space the name out to its share of the measure; a long one closes up, then shrinks."""
    style, measure = profile.masthead, profile.paper.area_width
    size = profile.text[Role.NAME].size
    natural = width * size
    if natural > measure:
        size, natural = size * measure / natural, measure
    room = (measure * style.name_fill - natural) / max(count - 1, 1)
    spacing = min(max(room, 0.0), style.name_spacing * size)
    return Name(top + ASCENT * size, size, spacing)
