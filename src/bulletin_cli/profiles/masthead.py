"""Where the parts of a masthead (报头) stand: what follows from the profile for one masthead.

Both forms of the document need the same places: the pages as coordinates, the DOCX as paragraph
spacing. All are in points from the top of the type area.
"""

import math
from dataclasses import dataclass

from bulletin_cli.characters import ems
from bulletin_cli.document import Masthead, Picture, Role
from bulletin_cli.profiles.model import ASCENT, Profile


@dataclass(frozen=True, slots=True)
class Name:
    """The name as it fits the measure: baseline, size in pt, space after each character in pt."""

    baseline: float
    size: float
    spacing: float


@dataclass(frozen=True, slots=True)
class Logo:
    """The artwork's box: top, width and height."""

    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class MastheadPlan:
    """Places of the parts that are there; ``lines`` of the grid are the masthead's."""

    marks: tuple[float, ...] = ()
    """Baselines of the marks at the top left."""
    logo: Logo | None = None
    name: Name | None = None
    number: float | None = None
    """Baseline of the number line."""
    office: float | None = None
    """Baseline of the line with office and date."""
    rule: float | None = None
    """Middle of the red rule."""
    lines: int = 0


def plan(masthead: Masthead | None, profile: Profile) -> MastheadPlan:
    """Place the parts of a masthead one below the other."""
    if masthead is None:
        return MastheadPlan()
    style = profile.masthead
    logo = name = number = office = None
    marks = tuple(
        (line + profile.grid.baseline) * profile.pitch for line in range(len(masthead.marks))
    )
    bottom = _marks_bottom(masthead, marks, profile)
    top = max(style.name_top, bottom + style.marks_gap)
    if masthead.logo:
        logo = _logo(masthead.logo, top, profile)
        bottom = logo.top + logo.height
    if masthead.name:
        top = bottom + style.number_gap if logo else top
        name = _name(masthead.name, top, profile)
        bottom = top + name.size
    if masthead.number:
        size = profile.text[Role.NUMBER].size
        number = bottom + (style.number_gap if bottom else 0) + ASCENT * size
        bottom = number + (1 - ASCENT) * size
    if masthead.office or masthead.date:
        size = profile.text[Role.OFFICE].size
        office = bottom + (style.office_gap if bottom else 0) + ASCENT * size
        bottom = office + (1 - ASCENT) * size
    rule = bottom + style.rule_gap + style.rule.weight / 2
    lines = math.ceil((rule + style.rule.weight / 2 + style.body_gap) / profile.pitch)
    return MastheadPlan(marks, logo, name, number, office, rule, lines)


def _marks_bottom(masthead: Masthead, baselines: tuple[float, ...], profile: Profile) -> float:
    if not baselines:
        return 0.0
    return baselines[-1] + (1 - ASCENT) * profile.text[masthead.marks[-1].role].size


def _logo(picture: Picture, top: float, profile: Profile) -> Logo:
    style = profile.masthead
    scale = min(style.logo_width / picture.width, style.logo_height / picture.height)
    return Logo(top, picture.width * scale, picture.height * scale)


def _name(text: str, top: float, profile: Profile) -> Name:
    """Space the name out to its share of the measure; a long one closes up, then shrinks."""
    style, measure = profile.masthead, profile.paper.area_width
    size, count = profile.text[Role.NAME].size, len(text)
    natural = ems(text) * size
    if natural > measure:
        size, natural = size * measure / natural, measure
    room = (measure * style.name_fill - natural) / max(count - 1, 1)
    spacing = min(max(room, 0.0), style.name_spacing * size)
    return Name(top + ASCENT * size, size, spacing)
