"""Blocks (段落、图、表) as rows: what is to be put on pages, each row whole lines of the grid."""

from collections.abc import Iterator

from bulletin_cli.document import Block, Contents, Document, Paragraph
from bulletin_cli.layout.contents import contents_rows
from bulletin_cli.layout.headings import Headings
from bulletin_cli.layout.pagination import Row
from bulletin_cli.layout.paragraph import SetLine, set_paragraph
from bulletin_cli.layout.setter import Setter, placed
from bulletin_cli.layout.tree import Tree
from bulletin_cli.pages import Element


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
            yield from _paragraph(block, setter, tree, headings.level_of(block))
        case Contents():
            yield from contents_rows(block, setter, tree)


def _paragraph(paragraph: Paragraph, setter: Setter, tree: Tree, level: int) -> Iterator[Row]:
    """A paragraph's lines; a heading keeps with what follows, and its lines together."""
    element = tree.add(Element(paragraph.role, level, paragraph.text))
    lines = setter.profile.text[paragraph.role].lines
    widow = setter.profile.grid.widow
    set_lines = set_paragraph(paragraph, setter.profile, setter.advance)
    for place, line in enumerate(set_lines, 1):
        alone = place < min(widow, len(set_lines)) or 0 < len(set_lines) - place < widow
        yield _row(line, lines, element, setter, keep=bool(level) or alone)


def _row(line: SetLine, lines: int, element: int, setter: Setter, *, keep: bool) -> Row:
    baseline = setter.profile.grid.baseline * lines * setter.profile.pitch
    items = tuple(placed(piece, 0.0, baseline, element) for piece in line.pieces)
    return Row(items, lines, keep, line.text if line.forced else "")
