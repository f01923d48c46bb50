"""Page contents: items of a page as marks of the pen, each within its structure element.

What belongs to the text is marked content with a number of its own on the page (MCID); rules and
folios are artifacts (ISO 32000-1 § 14.8.2.2).
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas

from bulletin_cli.pages import Figure, Glyphs, Item, Page, Polygon, Stroke
from bulletin_cli.writers.pdf.book import FontBook
from bulletin_cli.writers.pdf.images import image

Tag = Callable[[int], str]
"""The structure type, such as ``P``, of an element."""

_LEAST = 0.0005
"""A place that is off by less, em, is not corrected: a ten-thousandth of a millimetre."""


def draw(page: Page, canvas: Canvas, book: FontBook, tag: Tag) -> list[int]:
    """Draw a page; the elements of its marked contents, in the order of their numbers."""
    marked: list[int] = []
    height = canvas._pagesize[1]
    for element, group in groupby(page.items, key=_element):
        if element is None:
            canvas.addLiteral("/Artifact BMC")
        else:
            canvas.addLiteral(f"/{tag(element)} <</MCID {len(marked)}>> BDC")
            marked.append(element)
        for item in group:
            _draw_item(item, height, canvas, book)
        canvas.addLiteral("EMC")
    return marked


def _element(item: Item) -> int | None:
    return None if isinstance(item, Stroke | Polygon) else item.element


def _draw_item(item: Item, height: float, canvas: Canvas, book: FontBook) -> None:
    match item:
        case Glyphs():
            canvas.addLiteral(_text(item, height - item.y, book))
        case Stroke():
            if item.step:
                canvas.addLiteral(_dots(item, height))
            else:
                _rule(item, height, canvas)
        case Polygon():
            canvas.addLiteral(_shape(item, height))
        case Figure():
            name = image(item.picture, canvas)
            matrix = f"{_n(item.width)} 0 0 {_n(item.height)}"
            place = f"{_n(item.x)} {_n(height - item.y - item.height)}"
            canvas.addLiteral(f"q {matrix} {place} cm /{name} Do Q")


def _rule(stroke: Stroke, height: float, canvas: Canvas) -> None:
    canvas.setStrokeColorRGB(*_rgb(stroke.colour))
    canvas.setLineWidth(stroke.weight)
    y = height - stroke.y
    canvas.line(stroke.x, y, stroke.x + stroke.width, y - stroke.height)


def _dots(stroke: Stroke, height: float) -> str:
    """A row of dots: dashes without length, their ends round (ISO 32000-1 § 8.4.3)."""
    pen = f"{' '.join(map(_n, _rgb(stroke.colour)))} RG {_n(stroke.weight)} w 1 J"
    start, y = _n(stroke.x), _n(height - stroke.y)
    # The last dot is drawn for certain only if the line goes a little beyond its middle.
    end = _n(stroke.x + stroke.width + stroke.step / 4)
    return f"q {pen} [0 {_n(stroke.step)}] 0 d {start} {y} m {end} {y} l S Q"


def _shape(shape: Polygon, height: float) -> str:
    corners = [f"{_n(shape.x + x)} {_n(height - shape.y - y)}" for x, y in shape.corners]
    path = " l ".join([f"{corners[0]} m {corners[1]}", *corners[2:]])
    return f"{' '.join(map(_n, _rgb(shape.colour)))} rg {path} l h f"


def _text(glyphs: Glyphs, y: float, book: FontBook) -> str:
    """A text object: the usual advance as character spacing, what differs between the codes."""
    known = book.faces[glyphs.face]
    size, text = glyphs.size, glyphs.text
    codes = [*map(known.codes.__getitem__, text)]
    widths = map(known.advances.__getitem__, text)
    extra = [step - em * size for step, em in zip(glyphs.advances, widths, strict=True)]
    parts = [f"BT {_fill(glyphs.colour)}"]
    x, start = glyphs.x, 0
    for font, count in known.runs(text):
        end = start + count
        usual = sorted(extra[start:end])[count // 2]
        parts.append(f"/{font.name} {_n(size)} Tf {_n(usual)} Tc 1 0 0 1 {_n(x)} {_n(y)} Tm")
        parts.append(_shown(codes[start:end], extra[start:end], usual, size))
        x += sum(glyphs.advances[start:end])
        start = end
    parts.append("ET")
    return " ".join(parts)


def _shown(codes: Sequence[str], extra: Sequence[float], usual: float, size: float) -> str:
    """A TJ array: codes, and between them what stands there beyond the usual advance."""
    least, most = usual - _LEAST * size, usual + _LEAST * size
    array: list[str] = []
    start = 0
    for index, more in enumerate(extra, 1):
        if not least <= more <= most:
            array.append(f"<{''.join(codes[start:index])}> {_n((usual - more) / size * 1000)}")
            start = index
    if start < len(codes):
        array.append(f"<{''.join(codes[start:])}>")
    return f"[{' '.join(array)}] TJ"


@cache
def _fill(colour: str) -> str:
    return f"{' '.join(map(_n, _rgb(colour)))} rg"


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def _n(value: float) -> str:
    """A number in as few characters as say it, to a thousandth."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
