"""Blocks (段落、图、表) as rows: what is to be put on pages, each row whole lines of the grid."""

from collections.abc import Iterable, Iterator

from bulletin_cli.document import Block, Contents, Document, Paragraph, PictureRow, Table
from bulletin_cli.layout.contents import contents_rows
from bulletin_cli.layout.headings import Headings
from bulletin_cli.layout.lines import Owner, owner, placed_line
from bulletin_cli.layout.pagination import Row
from bulletin_cli.layout.paragraph import SetLine, set_paragraph
from bulletin_cli.layout.pictures import picture_rows
from bulletin_cli.layout.setter import Setter
from bulletin_cli.layout.tables import table_rows
from bulletin_cli.layout.tree import Tree
from bulletin_cli.layout.unfit import Unfit
from bulletin_cli.pages import Element


def rows_of(document: Document, setter: Setter, tree: Tree) -> list[Row]:
    """The body as rows; its elements are put into the tree.

    Raises:
        Unfit: a table or pictures cannot be set.
    """
    headings = Headings()
    rows: list[Row] = []
    for index, block in enumerate(document.body):
        tree.begin(index)
        try:
            rows += _rows(block, setter, tree, headings)
        except Unfit as error:
            error.block = index
            raise
    return rows


def _rows(block: Block, setter: Setter, tree: Tree, headings: Headings) -> Iterable[Row]:
    match block:
        case Paragraph():
            return _paragraph(block, setter, tree, headings.level_of(block))
        case Contents():
            return contents_rows(block, setter, tree)
        case PictureRow():
            return picture_rows(block, setter, tree)
        case Table():
            return table_rows(block, setter, tree)


def _paragraph(paragraph: Paragraph, setter: Setter, tree: Tree, level: int) -> Iterator[Row]:
    """A paragraph's lines; a heading keeps with what follows, and its lines together."""
    text = paragraph.text.replace("\n", " ")
    belongs = owner(Element(paragraph.role, level, text), paragraph, tree)
    lines = setter.profile.text[paragraph.role].lines
    widow = setter.profile.grid.widow
    set_lines = set_paragraph(paragraph, setter.profile, setter.advance)
    for place, line in enumerate(set_lines, 1):
        alone = place < min(widow, len(set_lines)) or 0 < len(set_lines) - place < widow
        yield _row(line, lines, belongs, setter, keep=bool(level) or alone)


def _row(line: SetLine, lines: int, belongs: Owner, setter: Setter, *, keep: bool) -> Row:
    """A line on the grid."""
    baseline = setter.profile.grid.baseline * lines * setter.profile.pitch
    items = tuple(placed_line(line, 0.0, baseline, belongs))
    return Row(items, lines, keep, line.text if line.forced else "")
