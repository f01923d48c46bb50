"""The ruling (分隔线) below a masthead: a rule, parted where a star stands, and a second one.

All places are in points from the left and the top of the type area.
"""

import math

from msgspec import Struct
from msgspec.structs import replace

from bulletin_cli.profiles.model import Profile

_INNER = 0.381966
"""Where the sides of a pentagram cross: share of the way from its middle to its tips."""
_WIDTH = 2 * math.sin(math.radians(72))
"""From the left tip to the right where the way from the middle to a tip is 1."""
_HEIGHT = 1 + math.cos(math.radians(36))
"""The same from the upper tip to the lower ones."""


class Bar(Struct, frozen=True):
    """A straight rule: left end, middle of its weight, length, weight."""

    x: float
    y: float
    width: float
    weight: float


class Star(Struct, frozen=True):
    """A star with the top left corner of what it fills at (x, y)."""

    x: float
    y: float
    width: float

    @property
    def height(self) -> float:
        """From its upper tip to its lower ones, pt."""
        return self.width * _HEIGHT / _WIDTH

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """Its ten corners from the upper tip on, clockwise."""
        radius = self.width / _WIDTH
        middle = self.x + self.width / 2, self.y + radius
        result = []
        for number in range(10):
            reach = radius * (_INNER if number % 2 else 1.0)
            angle = math.radians(36 * number)
            corner = middle[0] + reach * math.sin(angle), middle[1] - reach * math.cos(angle)
            result.append(corner)
        return tuple(result)


class Ruling(Struct, frozen=True):
    """What is drawn below a masthead, in the colour of its rule."""

    bars: tuple[Bar, ...] = ()
    star: Star | None = None

    @property
    def plain(self) -> bool:
        """Whether it is nothing but one rule from side to side."""
        return len(self.bars) == 1 and self.star is None

    @property
    def bottom(self) -> float:
        """Its lower edge; 0 where nothing is drawn."""
        edges = [bar.y + bar.weight / 2 for bar in self.bars]
        if self.star:
            edges.append(self.star.y + self.star.height)
        return max(edges, default=0.0)


NO_RULING = Ruling()
"""Nothing drawn."""


def ruling(above: float, profile: Profile) -> Ruling:
    """The ruling of a masthead whose texts end at ``above``.

    A star stands in the middle of it, across and down, and parts every rule; one that is higher
    than the gap above the rule pushes it down.
    """
    style, measure = profile.masthead, profile.paper.area_width
    first, second = style.rule.weight, style.rule2.weight
    between = first + (style.rule2.gap if first else 0.0)
    height = between + second if second else first
    top = above + style.rule_gap
    star, arm = None, measure
    if style.star.size:
        width = min(style.star.size, measure)
        star = Star((measure - width) / 2, 0.0, width)
        top = max(top, above + (star.height - height) / 2)
        star = replace(star, y=top + (height - star.height) / 2)
        arm = max(star.x - style.star.gap, 0.0)
    middles = [(top + first / 2, first), (top + between + second / 2, second)]
    rules = [(y, weight) for y, weight in middles if weight]
    starts = (0.0, measure - arm) if star else (0.0,)
    bars = [Bar(x, y, arm, weight) for y, weight in rules for x in starts if arm]
    return Ruling(tuple(bars), star)
