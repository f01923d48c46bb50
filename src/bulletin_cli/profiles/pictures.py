"""How large pictures stand (图片版面): what follows from the profile for pictures side by side.

Both forms of the document need it, and the reader, which samples a picture down to what it takes.
"""

import math
from collections.abc import Sequence

from msgspec import Struct

from bulletin_cli.document import PictureRow
from bulletin_cli.profiles.model import Profile


class Wanted(Struct, frozen=True):
    """A picture by its pixels, and how wide it is to be: in pt, or as is best.

    Attributes:
        pixels: its width and height.
        width: what a person says, pt.
    """

    pixels: tuple[int, int]
    width: float | None = None

    @property
    def ratio(self) -> float:
        """Its width by its height."""
        return self.pixels[0] / self.pixels[1]


class Box(Struct, frozen=True):
    """A picture at its size, in the middle of its column.

    Attributes:
        left: of the column, pt from the left of the measure.
        column: width of the column, pt.
        width: of the picture, pt.
        height: of the picture, pt.
    """

    left: float
    column: float
    width: float
    height: float


class PicturePlan(Struct, frozen=True):
    """Where pictures stand side by side: a box each, and the lines of the grid they take."""

    boxes: tuple[Box, ...]
    lines: int


def said_width(characters: float | None, share: float | None, profile: Profile) -> float | None:
    """What a person says of a width, pt: characters of the text, or a share of the measure."""
    if characters is not None:
        return characters * profile.cell
    return None if share is None else share * profile.paper.area_width


def excess(wanted: Sequence[Wanted], profile: Profile) -> float:
    """By how much pictures with their gaps are wider than the measure, pt; 0 where they fit.

    One of which no width is said takes a character at the least.
    """
    gaps = (len(wanted) - 1) * profile.pictures.gap * profile.cell
    said = sum(each.width or profile.cell for each in wanted) + gaps
    return max(said - profile.paper.area_width - 0.01, 0.0)


def row_plan(row: PictureRow, profile: Profile) -> PicturePlan:
    """Place the pictures of a row of a document side by side."""
    wanted = [
        Wanted(
            (each.picture.width, each.picture.height),
            said_width(each.characters, each.share, profile),
        )
        for each in row.pictures
    ]
    return plan(wanted, profile)


def plan(wanted: Sequence[Wanted], profile: Profile) -> PicturePlan:
    """Place pictures side by side.

    Those without a width share what the others leave and are of one height; one alone is as wide
    as its pixels make it at the print resolution, but never wider or higher than the profile says.
    """
    style, measure = profile.pictures, profile.paper.area_width
    gaps = (len(wanted) - 1) * style.gap * profile.cell
    free = measure - gaps - sum(each.width or 0.0 for each in wanted)
    ratios = sum(each.ratio for each in wanted if each.width is None)
    most = style.lines * profile.pitch - 2 * style.space
    height = min(free / ratios if ratios else most, most)
    sizes = []
    for each in wanted:
        width = each.width
        if width is None:
            width = height * each.ratio
            if len(wanted) == 1:
                width = min(width, each.pixels[0] / style.resolution * 72, style.share * measure)
        tall = width / each.ratio
        scale = min(1.0, most / tall)
        sizes.append((width * scale, tall * scale))
    lines = math.ceil((max(tall for _width, tall in sizes) + 2 * style.space) / profile.pitch)
    return PicturePlan(tuple(_boxes(sizes, profile)), lines)


def _boxes(sizes: Sequence[tuple[float, float]], profile: Profile) -> list[Box]:
    """The pictures in columns that fill the measure, what is left shared out evenly.

    A column holds at least a character, for the caption of a picture that is narrower.
    """
    measure = profile.paper.area_width
    columns = [max(width, profile.cell) for width, _height in sizes]
    slack = (measure - sum(columns)) / len(sizes)
    left, boxes = 0.0, []
    for (width, height), column in zip(sizes, columns, strict=True):
        boxes.append(Box(left, column + slack, width, height))
        left += column + slack
    return boxes
