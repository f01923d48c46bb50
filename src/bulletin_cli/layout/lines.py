"""Set lines at their places, each piece a part of a paragraph's element or of one of its links."""

from collections.abc import Iterator

from msgspec import Struct

from bulletin_cli.document import Paragraph
from bulletin_cli.layout.paragraph import SetLine, links
from bulletin_cli.layout.setter import placed
from bulletin_cli.layout.tree import Tree
from bulletin_cli.pages import Element, Glyphs, Kind


class Owner(Struct, frozen=True):
    """The element that a paragraph's pieces are parts of, and those of its links, in order."""

    own: int
    links: tuple[int, ...] = ()

    def of(self, link: int | None) -> int:
        """The element of a piece that is a part of a link, or of none."""
        return self.own if link is None else self.links[link]


def owner(element: Element, paragraph: Paragraph, tree: Tree) -> Owner:
    """Put the element of a paragraph into the tree, and those of its links."""
    own = tree.add(element)
    return Owner(
        own,
        tuple(
            tree.add(Element(paragraph.role, 0, text, Kind.LINK, own, address=address))
            for address, text in links(paragraph)
        ),
    )


def placed_line(line: SetLine, x: float, y: float, owner: Owner) -> Iterator[Glyphs]:
    """A line with the left of its measure at x and its baseline at y."""
    for piece in line.pieces:
        yield placed(piece, x, y, owner.of(piece.link))


def width_of(line: SetLine) -> float:
    """Where the last character of a line ends, pt from the left of its measure."""
    return max((piece.x + sum(piece.advances) for piece in line.pieces), default=0.0)
