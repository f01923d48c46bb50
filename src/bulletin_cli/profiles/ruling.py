"""The ruling (分隔线) below a masthead: a rule, parted where a star stands, and a second one.

All places are in points from the left and the top of the type area.
"""

import math
from dataclasses import dataclass

from bulletin_cli.profiles.model import Profile

_INNER = 0.381966
"""Where the sides of a pentagram cross: share of the way from its middle to its tips."""
_WIDTH = 2 * math.sin(math.radians(72))
"""From the left tip to the right where the way from the middle to a tip is 1."""
_HEIGHT = 1 + math.cos(math.radians(36))
"""The same from the upper tip to the lower ones."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A straight rule: left end, middle of its weight, length, weight."""

    x: float
    y: float
    width: float
    weight: float


@dataclass(frozen=True, slots=True)
class Star:
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


@dataclass(frozen=True, slots=True)
class Ruling:
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


def ruling(top: float, profile: Profile) -> Ruling:
    """The ruling of a masthead whose rule has its upper edge at ``top``."""
    style, measure = profile.masthead, profile.paper.area_width
    weight = style.rule.weight
    middle = top + weight / 2
    star = None
    bars: list[Bar] = []
    if style.star.size:
        width = min(style.star.size, measure)
        star = Star((measure - width) / 2, 0.0, width)
        star = Star(star.x, middle - star.height / 2, width)
    arm = star.x - style.star.gap if star else measure
    if weight and arm > 0:
        bars.append(Bar(0.0, middle, arm, weight))
        if star:
            bars.append(Bar(measure - arm, middle, arm, weight))
    if style.rule2.weight:
        y = Ruling(tuple(bars[:1])).bottom or top
        y += style.rule2.gap + style.rule2.weight / 2
        bars.append(Bar(0.0, y, measure, style.rule2.weight))
    return Ruling(tuple(bars), star)
