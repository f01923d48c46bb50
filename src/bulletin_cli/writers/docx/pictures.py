"""Pictures (图片): one in a paragraph of its own, several in a table without rules.

What stands above and below a picture makes its paragraph whole lines of the grid. Each of several
stands in a cell, whose row is as high; their captions are the row below.
"""

from collections.abc import Iterator, Sequence

from docx.oxml.shape import CT_Inline
from docx.shared import Pt

from bulletin_cli.document import Paragraph, Picture, PictureRow, Placed
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.pictures import Box, PicturePlan, row_plan
from bulletin_cli.profiles.values import Align
from bulletin_cli.roles import Role
from bulletin_cli.units import twips
from bulletin_cli.writers.docx.markup import Element, paragraph, w
from bulletin_cli.writers.docx.names import NORMAL, PARAGRAPHS, PICTURE_CELL
from bulletin_cli.writers.docx.running import running
from bulletin_cli.writers.docx.styles import Shape, paragraph_style, tiny_type, type_of


class Shown:
    """The pictures of a document, each file once.

    Attributes:
        relations: for each picture's bytes the id of the relationship to it.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.relations: dict[bytes, str] = {}
        self._count = 1  # the logo's

    def show(self, picture: Picture) -> tuple[str, int]:
        """Take a picture in; the id of the relationship to it, and the number of the drawing."""
        self._count += 1
        number = len(self.relations) + 1
        return self.relations.setdefault(picture.data, f"rIdPicture{number}"), self._count


_DESCENT = 5
"""What the line of a picture is higher than it, for the type of one point that it stands in;
twips."""


def picture_styles(profile: Profile) -> Iterator[Element]:
    """Styles of a picture alone, of one in a cell, and of a caption."""
    alone = Shape(None, Align.CENTRE)
    for name in (PARAGRAPHS[Role.PICTURE], PICTURE_CELL):
        yield paragraph_style(name, NORMAL, alone, tiny_type(profile))
    style = profile.text[Role.CAPTION]
    shape = Shape(style.lines * twips(profile.pitch), style.align)
    yield paragraph_style(PARAGRAPHS[Role.CAPTION], NORMAL, shape, type_of(Role.CAPTION, profile))


def picture_story(row: PictureRow, profile: Profile, shown: Shown) -> Iterator[Element]:
    """The pictures, with their captions."""
    planned = row_plan(row, profile)
    if len(row.pictures) == 1:
        yield from _alone(row.pictures[0], planned, profile, shown)
    else:
        yield _side_by_side(row.pictures, planned, profile, shown)


def _alone(each: Placed, planned: PicturePlan, profile: Profile, shown: Shown) -> Iterator[Element]:
    box = planned.boxes[0]
    height = planned.lines * twips(profile.pitch) - twips(box.height) - _DESCENT
    before = max(height // 2, 0)
    properties = (
        *((w("keepNext"),) if each.caption else ()),
        w("spacing", before=before, after=max(height - before, 0)),
    )
    yield paragraph(
        PARAGRAPHS[Role.PICTURE].id, _drawing(each.picture, box, shown), properties=properties
    )
    if each.caption:
        yield running(Paragraph(Role.CAPTION, each.caption), profile)


def _side_by_side(
    pictures: Sequence[Placed], planned: PicturePlan, profile: Profile, shown: Shown
) -> Element:
    widths = [twips(box.column) for box in planned.boxes]
    captioned = any(each.caption for each in pictures)
    cells = []
    for each, box, width in zip(pictures, planned.boxes, widths, strict=True):
        keep = (w("keepNext"),) if captioned else ()
        drawing = _drawing(each.picture, box, shown)
        shows = paragraph(PICTURE_CELL.id, drawing, properties=keep)
        cells.append(_cell(width, shows, middle=True))
    high = planned.lines * twips(profile.pitch)
    rows = [_row(cells, w("trHeight", val=high, hRule="exact"))]
    if captioned:
        captions = [
            _cell(width, running(Paragraph(Role.CAPTION, each.caption), profile))
            for each, width in zip(pictures, widths, strict=True)
        ]
        rows.append(_row(captions))
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", _properties(sum(widths)), grid, *rows)


def _properties(width: int) -> Element:
    sides = (w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    return w(
        "tblPr",
        w("tblW", w=width, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *sides),
    )


def _row(cells: Sequence[Element], *properties: Element) -> Element:
    return w("tr", w("trPr", w("cantSplit"), *properties), *cells)


def _cell(width: int, content: Element, *, middle: bool = False) -> Element:
    place = w("vAlign", val="center") if middle else None
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), place), content)


def _drawing(picture: Picture, box: Box, shown: Shown) -> Element:
    """The picture in its line, with what it shows for those who cannot see it."""
    relation, number = shown.show(picture)
    inline = CT_Inline.new_pic_inline(number, relation, "", Pt(box.width), Pt(box.height))
    for properties in inline.iter("{*}docPr", "{*}cNvPr"):
        properties.set("name", f"{PARAGRAPHS[Role.PICTURE].name} {number - 1}")
        properties.set("descr", picture.description)
    return w("r", w("drawing", inline))
