"""Where the parts of the masthead (报头) stand, as spacing of paragraphs.

A line of exact height has its baseline at a known share of it (``profile.grid.baseline``); from
that and the plan follow the height of each part's line and the space above it. The red rule is the
border of the last part, whole points below its line; so that line is as high as brings the rule to
its place.
"""

import math
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from bulletin_cli.profiles.masthead import MastheadPlan
from bulletin_cli.profiles.model import Profile
from bulletin_cli.roles import Role
from bulletin_cli.units import twips
from bulletin_cli.writers.docx.styles import Underline

_MOST_SPACE = 31
"""Most points between a line and its border (ECMA-376 Part 1 § 17.3.4)."""


class Place(Struct, frozen=True):
    """A part as a paragraph, twips: space above, height of its line, space below; its border."""

    before: int
    line: int
    after: int = 0
    underline: Underline | None = None


class _Part(Struct, frozen=True):
    """A part as the plan has it, pt: its baseline, and its line above and below that.

    The two keep their ratio where a line must be higher or lower; a picture has nothing below.
    """

    role: Role
    baseline: float
    above: float
    below: float


def places(plan: MastheadPlan, profile: Profile) -> dict[Role, Place]:
    """Where each part below the marks goes; all together take the plan's lines of the grid."""
    parts = list(_parts(plan, profile))
    result: dict[Role, Place] = {}
    bottom = len(plan.marks) * twips(profile.pitch)
    for part in parts[:-1]:
        result[part.role] = _place(part, bottom)
        bottom += result[part.role].before + result[part.role].line
    if parts and plan.ruling.plain:
        result[parts[-1].role] = _ruled(parts[-1], bottom, plan, profile)
    elif parts:
        place = _place(parts[-1], bottom)
        used = bottom + place.before + place.line
        after = max(plan.lines * twips(profile.pitch) - used, 0)
        result[parts[-1].role] = replace(place, after=after)
    return result


def _parts(plan: MastheadPlan, profile: Profile) -> Iterator[_Part]:
    """The parts from top to bottom, below the marks, which stand on lines of the grid."""
    ratio = 1 / profile.grid.baseline - 1
    if plan.unit:
        yield _Part(Role.UNIT, plan.unit.baseline, plan.unit.size, plan.unit.size * ratio)
    if plan.logo:
        yield _Part(Role.LOGO, plan.logo.top + plan.logo.height, plan.logo.height, 0.0)
    if plan.name:
        yield _Part(Role.NAME, plan.name.baseline, plan.name.size, plan.name.size * ratio)
    lines = (
        (Role.NUMBER, plan.number),
        (Role.OFFICE, plan.office.baseline if plan.office else None),
        (Role.DATE, plan.office.date if plan.office else None),
    )
    for role, baseline in lines:
        if baseline is not None:
            size = profile.text[role].size
            yield _Part(role, baseline, size, size * ratio)


def _place(part: _Part, bottom: int) -> Place:
    """A part below what ends at ``bottom`` twips; where that is too near its line is lower."""
    top = max(twips(part.baseline - part.above), bottom)
    scale = (part.baseline - top / 20) / part.above
    return Place(top - bottom, twips((part.above + part.below) * scale))


def _ruled(part: _Part, bottom: int, plan: MastheadPlan, profile: Profile) -> Place:
    """The last part with the rule below it, and with space below that to the end of the grid."""
    bar = plan.ruling.bars[0]
    rule = profile.masthead.rule.model_copy(update={"weight": bar.weight})
    gap = bar.y - bar.weight / 2 - part.baseline
    space = _space(part, gap, bottom)
    if part.below:
        scale = (gap - space) / part.below
        part = _Part(part.role, part.baseline, part.above * scale, part.below * scale)
    place = _place(part, bottom)
    used = bottom + place.before + place.line + space * 20 + twips(rule.weight)
    after = max(plan.lines * twips(profile.pitch) - used, 0)
    return Place(place.before, place.line, after, Underline(rule, space))


def _space(part: _Part, gap: float, bottom: int) -> int:
    """Whole points between a line and the rule that is ``gap`` below its baseline.

    As many as leave the line its height; one more where it would be too high for its place.
    """
    highest = (part.baseline - bottom / 20) * part.below / part.above
    space = math.floor(gap - part.below)
    if gap - space > highest:
        space = math.ceil(gap - highest)
    return min(max(space, 0), _MOST_SPACE)
