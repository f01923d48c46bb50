"""Who signs (责任编辑、审核、签发) on one line: where each stands, so that both forms agree."""

from collections.abc import Sequence

from bulletin_cli.profiles.model import Profile
from bulletin_cli.roles import Role


def evenly(widths: Sequence[float], profile: Profile) -> list[float] | None:
    """Where texts begin that stand evenly on one line, the first and the last at the sides.

    Args:
        widths: of the texts, pt.
        profile: whose sides and measure.

    Returns:
        Places in pt from the left of the type area; nothing where one line does not hold them.
    """
    foot = profile.foot
    side = foot.side * profile.text[Role.FOOT].size
    room = profile.paper.area_width - 2 * side - sum(widths)
    count = len(widths) - 1
    if room < foot.between * profile.text[Role.SIGNATURE].size * count:
        return None
    places, x = [], side
    for width in widths:
        places.append(x)
        x += width + (room / count if count else 0.0)
    return places
