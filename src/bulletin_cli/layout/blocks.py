"""Blocks (段落、图、表) as rows: what is to be put on pages, each row whole lines of the grid."""

from collections.abc import Iterator, Sequence

from bulletin_cli.document import Block, Contents, Document, Paragraph
from bulletin_cli.layout.contents import contents_rows
from bulletin_cli.layout.headings import Headings
from bulletin_cli.layout.pagination import Row
from bulletin_cli.layout.paragraph import SetLine, links, set_paragraph
from bulletin_cli.layout.setter import Setter, placed
from bulletin_cli.layout.tree import Tree
from bulletin_cli.pages import Element, Kind


def rows_of(document: Document, setter: Setter, tree: Tree) -> list[Row]:
    """The body as rows; its elements are put into the tree."""
    headings = Headings()
    rows: list[Row] = []
    for index, block in enumerate(document.body):
        tree.begin(index)
        rows += _rows(block, setter, tree, headings)
    return rows


def _rows(block: Block, setter: Setter, tree: Tree, headings: Headings) -> Iterator[Row]:
    match block:
        case Paragraph():
            yield from paragraph_rows(block, setter, tree, headings.level_of(block))
        case Contents():
            yield from contents_rows(block, setter, tree)


def paragraph_rows(paragraph: Paragraph, setter: Setter, tree: Tree, level: int) -> Iterator[Row]:
    """A paragraph's lines; a heading keeps with what follows, and its lines together."""
    text = paragraph.text.replace("\n", " ")
    element = tree.add(Element(paragraph.role, level, text))
    links_here = [
        tree.add(Element(paragraph.role, 0, text, Kind.LINK, element, address=address))
        for address, text in links(paragraph)
    ]
    lines = setter.profile.text[paragraph.role].lines
    widow = setter.profile.grid.widow
    set_lines = set_paragraph(paragraph, setter.profile, setter.advance)
    for place, line in enumerate(set_lines, 1):
        alone = place < min(widow, len(set_lines)) or 0 < len(set_lines) - place < widow
        elements = element, links_here
        yield _row(line, lines, elements, setter, keep=bool(level) or alone)


def _row(
    line: SetLine, lines: int, elements: tuple[int, Sequence[int]], setter: Setter, *, keep: bool
) -> Row:
    """A line on the grid, its pieces parts of the paragraph or of its links."""
    baseline = setter.profile.grid.baseline * lines * setter.profile.pitch
    own, linked = elements
    items = tuple(
        placed(piece, 0.0, baseline, own if piece.link is None else linked[piece.link])
        for piece in line.pieces
    )
    return Row(items, lines, keep, line.text if line.forced else "")
