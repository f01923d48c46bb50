"""How the lines stand that end an issue (审核签发、版记): both forms agree."""

from collections.abc import Sequence

from bulletin_cli.profiles.model import Profile
from bulletin_cli.roles import Role


def room(profile: Profile) -> float:
    """Width of the lines of the foot and of the signatures, pt."""
    return profile.paper.area_width - 2 * side(profile)


def side(profile: Profile) -> float:
    """What these lines leave free at either side, pt."""
    return profile.foot.side * profile.text[Role.FOOT].size


def hanging(label: float, profile: Profile) -> float:
    """How far turn-over lines stand in, pt: under the text after the colon (GB/T 9704 § 7.4.2).

    Args:
        label: its width with the colon, pt; one wider than half a line leaves no room below it.
        profile: whose lines they are.
    """
    return label if label <= room(profile) / 2 else 0.0


def evenly(widths: Sequence[float], profile: Profile) -> list[float] | None:
    """Where texts begin that stand evenly on one line, the first and the last at the sides.

    Args:
        widths: of the texts, pt.
        profile: whose sides and measure.

    Returns:
        Places in pt from the left of the type area; nothing where one line does not hold them.
    """
    free = room(profile) - sum(widths)
    count = len(widths) - 1
    if free < profile.foot.between * profile.text[Role.SIGNATURE].size * count:
        return None
    places, x = [], side(profile)
    for width in widths:
        places.append(x)
        x += width + (free / count if count else 0.0)
    return places
