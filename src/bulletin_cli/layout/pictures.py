"""Pictures side by side (图片): one row of whole grid lines, their captions with them."""

from bulletin_cli.document import Paragraph, PictureRow, Placed
from bulletin_cli.layout.lines import owner, placed_line
from bulletin_cli.layout.pagination import Row
from bulletin_cli.layout.paragraph import set_text
from bulletin_cli.layout.setter import Setter
from bulletin_cli.layout.tree import Tree
from bulletin_cli.layout.unfit import Unfit
from bulletin_cli.pages import Element, Figure, Item, Kind
from bulletin_cli.profiles.pictures import Box, row_plan
from bulletin_cli.roles import Role


def picture_rows(row: PictureRow, setter: Setter, tree: Tree) -> list[Row]:
    """The pictures with their captions: one row, which no page parts.

    Raises:
        Unfit: a caption in a narrow column makes it higher than a page.
    """
    profile = setter.profile
    planned = row_plan(row, profile)
    items: list[Item] = []
    most = 0
    for each, box in zip(row.pictures, planned.boxes, strict=True):
        items.append(_figure(each, box, planned.lines * profile.pitch, tree))
        caption, lines = _caption(each, box, planned.lines, setter, tree)
        items += caption
        most = max(most, lines)
    if planned.lines + most > profile.grid.lines:
        raise Unfit(lines=planned.lines + most)
    return [Row(tuple(items), planned.lines + most)]


def _figure(each: Placed, box: Box, height: float, tree: Tree) -> Figure:
    """A picture in the middle of its column and of its lines."""
    element = tree.add(Element(Role.PICTURE, 0, each.picture.description, Kind.FIGURE))
    x = box.left + (box.column - box.width) / 2
    return Figure(x, (height - box.height) / 2, box.width, box.height, each.picture, element)


def _caption(
    each: Placed, box: Box, above: int, setter: Setter, tree: Tree
) -> tuple[list[Item], int]:
    """The caption of a picture, below it in its column, and how many lines of the grid it takes."""
    if not each.caption:
        return [], 0
    profile = setter.profile
    paragraph = Paragraph(Role.CAPTION, each.caption)
    belongs = owner(Element(Role.CAPTION, 0, paragraph.text, Kind.CAPTION), paragraph, tree)
    lines = set_text(paragraph, profile, setter.advance, (box.column, 0.0))
    items: list[Item] = []
    for number, line in enumerate(lines):
        y = (above + number + profile.grid.baseline) * profile.pitch
        items += placed_line(line, box.left, y, belongs)
    return items, len(lines)
