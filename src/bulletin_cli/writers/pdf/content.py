"""Page contents: items of a page as marks of the pen, each within its structure element.

What belongs to the text is marked content with a number of its own on the page (MCID); rules and
folios are artifacts (ISO 32000-1 § 14.8.2.2).
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas

from bulletin_cli.fonts import Faces, FontFile
from bulletin_cli.pages import Figure, Glyphs, Item, Page, Stroke
from bulletin_cli.writers.pdf.fonts import EmbeddedFont
from bulletin_cli.writers.pdf.images import image

Tag = Callable[[int], str]
"""The structure type, such as ``P``, of an element."""


@dataclass(slots=True)
class FontBook:
    """The fonts of one PDF: which font file a character comes from, and its code there."""

    faces: Faces
    fonts: dict[FontFile, EmbeddedFont] = field(default_factory=dict)

    def collect(self, glyphs: Glyphs) -> None:
        """Note the characters of a stretch of text as used."""
        for char in glyphs.text:
            font, glyph = self._found(char, glyphs.face)
            if font not in self.fonts:
                self.fonts[font] = EmbeddedFont(font, f"F{len(self.fonts) + 1}")
            self.fonts[font].glyphs[char] = glyph

    def runs(self, glyphs: Glyphs) -> Iterator[tuple[EmbeddedFont, str, tuple[float, ...]]]:
        """A stretch of text parted where the font file changes, with the advances of each part."""
        found = [self._found(char, glyphs.face)[0] for char in glyphs.text]
        for font, group in groupby(range(len(found)), key=found.__getitem__):
            places = list(group)
            part = slice(places[0], places[-1] + 1)
            yield self.fonts[font], glyphs.text[part], glyphs.advances[part]

    def _found(self, char: str, face: str) -> tuple[FontFile, int]:
        found = self.faces.font(char, face)
        assert found is not None, f"U+{ord(char):04X} reached the writer without a font"
        return found


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
    return None if isinstance(item, Stroke) else item.element


def _draw_item(item: Item, height: float, canvas: Canvas, book: FontBook) -> None:
    match item:
        case Glyphs():
            canvas.addLiteral(_text(item, height - item.y, book))
        case Stroke():
            canvas.setStrokeColorRGB(*_rgb(item.colour))
            canvas.setLineWidth(item.weight)
            canvas.line(item.x, height - item.y, item.x + item.width, height - item.y)
        case Figure():
            name = image(item.picture, canvas)
            matrix = f"{_n(item.width)} 0 0 {_n(item.height)}"
            place = f"{_n(item.x)} {_n(height - item.y - item.height)}"
            canvas.addLiteral(f"q {matrix} {place} cm /{name} Do Q")


def _text(glyphs: Glyphs, y: float, book: FontBook) -> str:
    """A text object: the most common advance as character spacing, what differs between codes."""
    parts = [f"BT {' '.join(map(_n, _rgb(glyphs.colour)))} rg"]
    x = glyphs.x
    for font, text, advances in book.runs(glyphs):
        extra = [
            step - font.font.advance(font.glyphs[char]) * glyphs.size
            for char, step in zip(text, advances, strict=True)
        ]
        common = Counter(round(more, 3) for more in extra).most_common(1)[0][0]
        parts.append(
            f"/{font.name} {_n(glyphs.size)} Tf {_n(common)} Tc 1 0 0 1 {_n(x)} {_n(y)} Tm"
        )
        parts.append(_shown(font, text, [(more - common) / glyphs.size for more in extra]))
        x += sum(advances)
    return " ".join([*parts, "ET"])


def _shown(font: EmbeddedFont, text: str, extra: list[float]) -> str:
    """A TJ array: codes, and between them what stands there beyond the common advance, em."""
    array, codes = [], ""
    for char, more in zip(text, extra, strict=True):
        codes += f"{font.codes[char]:04X}"
        if abs(more) >= 0.0005:
            array.append(f"<{codes}> {_n(-more * 1000)}")
            codes = ""
    if codes:
        array.append(f"<{codes}>")
    return f"[{' '.join(array)}] TJ"


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def _n(value: float) -> str:
    """A number in as few characters as say it, to a thousandth."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
