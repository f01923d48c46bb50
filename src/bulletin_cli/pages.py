"""Pages (版面): everything at its place, nothing left to decide.

Places are in points from the top left corner of the paper, y downwards; the y of glyphs is their
baseline. A writer of a fixed format turns these items into its own marks and decides nothing.
"""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from bulletin_cli.document import Metadata, Picture
from bulletin_cli.roles import Role


class Glyphs(Struct, frozen=True):
    """A stretch of one line in one face and size.

    Attributes:
        x: left edge of the first character's box, pt.
        y: baseline, pt from the top.
        text: the characters.
        advances: from each character to the next one's box, pt; as many as characters.
        face: name of the profile's face; which font file has a character is the fonts' business.
        size: pt.
        colour: ``RRGGBB``.
        element: index into :attr:`Pages.elements`, or ``None`` for what is not content (a folio).
    """

    x: float
    y: float
    text: str
    advances: tuple[float, ...]
    face: str
    size: float
    colour: str
    element: int | None

    def moved(self, x: float, y: float) -> "Glyphs":
        """The same so much further right and down."""
        return Glyphs(
            self.x + x,
            self.y + y,
            self.text,
            self.advances,
            self.face,
            self.size,
            self.colour,
            self.element,
        )


class Stroke(Struct, frozen=True):
    """A straight rule from (x, y), which is in its middle; never content.

    Attributes:
        width: how far it reaches to the right, pt.
        height: how far it reaches down, pt; of the two one is 0.
        step: from the middle of a dot to the next one's, pt, where it is a row of dots as wide as
            its weight; 0 where it is solid.
    """

    x: float
    y: float
    width: float
    weight: float
    colour: str
    step: float = 0.0
    height: float = 0.0

    def moved(self, x: float, y: float) -> "Stroke":
        """The same so much further right and down."""
        return replace(self, x=self.x + x, y=self.y + y)


class Polygon(Struct, frozen=True):
    """A filled shape with its corners, from (x, y), pt; never content."""

    x: float
    y: float
    corners: tuple[tuple[float, float], ...]
    colour: str

    def moved(self, x: float, y: float) -> "Polygon":
        """The same so much further right and down."""
        return replace(self, x=self.x + x, y=self.y + y)


class Figure(Struct, frozen=True):
    """A picture with its top left corner at (x, y)."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture
    element: int | None

    def moved(self, x: float, y: float) -> "Figure":
        """The same so much further right and down."""
        return replace(self, x=self.x + x, y=self.y + y)


Item = Glyphs | Stroke | Polygon | Figure


class Page(Struct, frozen=True):
    """One page: its items in reading order, the folio last."""

    number: int
    items: tuple[Item, ...]


class Kind(StrEnum):
    """What a unit of the logical structure is; the values are PDF's own (ISO 32000-1 § 14.8.4)."""

    PARAGRAPH = "P"
    """A paragraph, or, where the element has a level, a heading."""
    FIGURE = "Figure"
    CAPTION = "Caption"
    """What stands beside a figure or a table and says what it is."""
    TABLE = "Table"
    ROW = "TR"
    HEADER = "TH"
    """A cell of the header of a table, which heads its column."""
    CELL = "TD"
    CONTENTS = "TOC"
    """Contents, made of entries."""
    ENTRY = "TOCI"
    """An entry of the contents."""
    REFERENCE = "Reference"
    """What an entry refers with."""
    LINK = "Link"
    """What leads elsewhere when it is pressed."""


class Element(Struct, frozen=True):
    """A unit of the logical structure, in reading order.

    Attributes:
        role: what it is in the bulletin.
        level: of a heading, from 1; 0 where it is none.
        text: its whole text, for outlines; of a figure, what it shows.
        kind: what it is in the structure.
        parent: index of the element that it is a part of; ``None`` for the document itself.
        target: of a link, index of the element that it leads to.
        address: of a link out of the document, the URI that it leads to.
    """

    role: Role
    level: int
    text: str
    kind: Kind = Kind.PARAGRAPH
    parent: int | None = None
    target: int | None = None
    address: str = ""


class Fallback(Struct, frozen=True):
    """A line that ends where a line should not, because its measure holds no better place."""

    page: int
    text: str


class Pages(Struct, frozen=True):
    """A set issue.

    Attributes:
        width: of the paper, pt.
        height: of the paper, pt.
        pages: the pages in order.
        elements: the structure that their items belong to, in reading order.
        metadata: what the files say about themselves.
        fallbacks: the lines that could not be broken as they should.
    """

    width: float
    height: float
    pages: tuple[Page, ...]
    elements: tuple[Element, ...]
    metadata: Metadata
    fallbacks: tuple[Fallback, ...] = ()

    @property
    def characters(self) -> dict[str, set[str]]:
        """The characters that are set in each face."""
        found: dict[str, set[str]] = {}
        for page in self.pages:
            for item in page.items:
                if isinstance(item, Glyphs):
                    found.setdefault(item.face, set()).update(item.text)
        return found
