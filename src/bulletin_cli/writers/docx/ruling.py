"""The ruling of a masthead as a drawing, where it is more than one rule: parted, or two of them.

One rule from side to side is a border of the last paragraph (``places``). More is a group of shapes
at its place on the page, which every program since Word 2010 draws (ISO/IEC 29500-1 § 20.4, 20.5;
[MS-ODRAWXML] § 2.11, 2.13): bars, and the star that DrawingML knows by name.
"""

from collections.abc import Iterator

from lxml import etree

from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.ruling import Ruling
from bulletin_cli.writers.docx.markup import Element, w

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_SPACES = {"mc": _MC, "wp": _WP, "a": _A, "wpg": _WPG, "wps": _WPS}
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension that says a drawing is no content ([MS-ODRAWXML] § 2.24)."""
_EMU = 12700
"""English metric units in a point."""
_ID = 1000
"""Of the drawing; pictures are numbered from 1."""
_NAME = "分隔线"

Box = tuple[float, float, float, float]
"""Left, top, width and height of a shape, pt from the left and the top of the type area."""


def ruling_run(ruling: Ruling, profile: Profile) -> Element:
    """A run that holds the drawing."""
    shapes = list(_shapes(ruling))
    left, top = min(box[0] for _kind, box in shapes), min(box[1] for _kind, box in shapes)
    right = max(box[0] + box[2] for _kind, box in shapes)
    bottom = max(box[1] + box[3] for _kind, box in shapes)
    whole = left, top, right - left, bottom - top
    colour = profile.masthead.rule.colour
    group = _element(
        _WPG,
        "wgp",
        _element(_WPG, "cNvGrpSpPr"),
        _element(_WPG, "grpSpPr", _frame(whole, "off", "ext", "chOff", "chExt")),
        *(_shape(number, *each, colour) for number, each in enumerate(shapes, 1)),
    )
    data = _element(_A, "graphicData", group, uri=_WPG)
    drawing = w("drawing", _anchor(whole, _element(_A, "graphic", data)))
    choice = _element(_MC, "Choice", drawing, Requires="wpg")
    return w("r", _element(_MC, "AlternateContent", choice))


def _shapes(ruling: Ruling) -> Iterator[tuple[str, Box]]:
    """The shapes by the names that DrawingML has for them."""
    for bar in ruling.bars:
        yield "rect", (bar.x, bar.y - bar.weight / 2, bar.width, bar.weight)
    if ruling.star:
        yield "star5", (ruling.star.x, ruling.star.y, ruling.star.width, ruling.star.height)


def _anchor(whole: Box, graphic: Element) -> Element:
    """The drawing at its place on the page; text takes no notice of it."""
    sides = {f"dist{side}": 0 for side in "TBLR"}
    said = {"relativeHeight": 1, "behindDoc": 0, "locked": 0, "layoutInCell": 1, "allowOverlap": 1}
    return _element(
        _WP,
        "anchor",
        _element(_WP, "simplePos", x=0, y=0),
        _position("positionH", whole[0]),
        _position("positionV", whole[1]),
        _element(_WP, "extent", cx=_emu(whole[2]), cy=_emu(whole[3])),
        _element(_WP, "effectExtent", l=0, t=0, r=0, b=0),
        _element(_WP, "wrapNone"),
        _element(_WP, "docPr", _decorative(), id=_ID, name=_NAME),
        _element(_WP, "cNvGraphicFramePr"),
        graphic,
        simplePos=0,
        **sides,
        **said,
    )


def _position(tag: str, offset: float) -> Element:
    element = _element(_WP, "posOffset")
    element.text = str(_emu(offset))
    return _element(_WP, tag, element, relativeFrom="margin")


def _decorative() -> Element:
    mark = etree.Element(f"{{{_ADEC}}}decorative", {"val": "1"}, nsmap={"adec": _ADEC})
    return _element(_A, "extLst", _element(_A, "ext", mark, uri=_DECORATIVE))


def _shape(number: int, kind: str, box: Box, colour: str) -> Element:
    fill = _element(_A, "solidFill", _element(_A, "srgbClr", val=colour))
    properties = _element(
        _WPS,
        "spPr",
        _frame(box, "off", "ext"),
        _element(_A, "prstGeom", _element(_A, "avLst"), prst=kind),
        fill,
        _element(_A, "ln", _element(_A, "noFill")),
    )
    name = _element(_WPS, "cNvPr", id=_ID + number, name=f"{_NAME} {number}")
    shape = _element(_WPS, "cNvSpPr")
    return _element(_WPS, "wsp", name, shape, properties, _element(_WPS, "bodyPr"))


def _frame(box: Box, *tags: str) -> Element:
    """Where a shape stands: its corner and its size, as often as tags are given."""
    corner = {"x": _emu(box[0]), "y": _emu(box[1])}
    size = {"cx": _emu(box[2]), "cy": _emu(box[3])}
    parts = (_element(_A, tag, **(corner if tag.endswith("ff") else size)) for tag in tags)
    return _element(_A, "xfrm", *parts)


def _emu(points: float) -> int:
    return round(points * _EMU)


def _element(space: str, tag: str, *children: Element, **attributes: str | int) -> Element:
    element = etree.Element(f"{{{space}}}{tag}", nsmap=_SPACES)
    for name, value in attributes.items():
        element.set(name, str(value))
    element.extend(children)
    return element
