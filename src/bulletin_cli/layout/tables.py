"""Tables (表格): rows of whole grid lines, found columns, a header that each page repeats."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from bulletin_cli.document import Cells, Column, Document, Paragraph, Run, SettledTable, Table
from bulletin_cli.layout.cells import cells
from bulletin_cli.layout.fitting import Line
from bulletin_cli.layout.fitting import natural as natural_width
from bulletin_cli.layout.lines import Owner, owner, placed_line, width_of
from bulletin_cli.layout.pagination import Row
from bulletin_cli.layout.paragraph import SetLine, set_text
from bulletin_cli.layout.setter import Setter
from bulletin_cli.layout.tree import Tree
from bulletin_cli.layout.unfit import Unfit
from bulletin_cli.pages import Element, Glyphs, Item, Kind, Stroke
from bulletin_cli.profiles.rooms import Rule
from bulletin_cli.profiles.tables import (
    ALIGN,
    found_widths,
    line_height,
    row_lines,
    said_widths,
    side,
)
from bulletin_cli.profiles.values import Align
from bulletin_cli.roles import Role

_TOLERANCE = 0.01
"""Widths that are said may pass the measure by this much, pt."""


def table_rows(table: Table, setter: Setter, tree: Tree) -> list[Row]:
    """A table's rows, its caption above them.

    Args:
        table: the table.
        setter: what it is set with.
        tree: where its elements go.

    Raises:
        Unfit: it is too wide, or a row is higher than a page.
    """
    whole = tree.add(Element(table.role, 0, "", Kind.TABLE))
    rows = [*_caption(table, setter, tree, whole)]
    frame = _Frame(table, column_widths(table, setter), setter, tree, whole)
    count = len(table.rows) + bool(table.header)
    head: tuple[Row, ...] = ()
    for number, texts in enumerate((*([table.header] if table.header else []), *table.rows)):
        is_head = bool(table.header) and number == 0
        edges = number == 0, number == count - 1
        row = frame.row(texts, edges, head=is_head)
        lines = row.lines + sum(each.lines for each in head)
        if lines > setter.profile.grid.lines:
            raise Unfit(lines=lines)
        if is_head:
            head = (_again(row),)
            rows.append(replace(row, keep=count > 1))
        else:
            rows.append(replace(row, head=head))
    return rows


def _again(row: Row) -> Row:
    """A header as a page repeats it: it is no part of the text a second time."""
    items = tuple(
        replace(item, element=None) if isinstance(item, Glyphs) else item for item in row.items
    )
    return replace(row, items=items, keep=True)


def _caption(table: Table, setter: Setter, tree: Tree, whole: int) -> Iterator[Row]:
    if not table.caption:
        return
    profile = setter.profile
    paragraph = Paragraph(Role.CAPTION, table.caption)
    said = Element(Role.CAPTION, 0, paragraph.text, Kind.CAPTION, whole)
    belongs = owner(said, paragraph, tree)
    for line in set_text(paragraph, profile, setter.advance, (profile.paper.area_width, 0.0)):
        y = profile.grid.baseline * profile.pitch
        yield Row(tuple(placed_line(line, 0.0, y, belongs)), 1, keep=True)


class _Frame(Struct, frozen=True):
    """What the rows of a table have in common."""

    table: Table
    widths: tuple[float, ...]
    setter: Setter
    tree: Tree
    whole: int

    @property
    def left(self) -> float:
        """Its left edge: a table narrower than the measure stands in the middle."""
        return (self.setter.profile.paper.area_width - sum(self.widths)) / 2

    def row(self, texts: Cells, edges: tuple[bool, bool], *, head: bool) -> Row:
        """A row with the rules around it; ``edges``: whether it is the first, and the last."""
        profile, table = self.setter.profile, self.table
        role = table.head if head else table.role
        set_cells = [
            self._set(runs, role, width) for runs, width in zip(texts, self.widths, strict=True)
        ]
        lines = row_lines(max(map(len, set_cells)), role, profile)
        element = self.tree.add(Element(role, 0, "", Kind.ROW, self.whole))
        kind = Kind.HEADER if head else Kind.CELL
        items: list[Item] = []
        left = self.left
        for column, (runs, cell, width) in enumerate(
            zip(texts, set_cells, self.widths, strict=True)
        ):
            own = Paragraph(role, runs)
            belongs = owner(
                Element(role, 0, own.text.replace("\n", " "), kind, element), own, self.tree
            )
            align = Align.CENTRE if head else ALIGN[table.columns[column]]
            items += self._cell(cell, role, align, (left, width, lines), belongs)
            left += width
        return Row((*items, *self._rules(lines, *edges)), lines)

    def _set(self, runs: tuple[Run, ...], role: Role, width: float) -> list[SetLine]:
        if not any(run.text for run in runs):
            return []
        profile = self.setter.profile
        measure = width - 2 * side(role, profile)
        paragraph = Paragraph(role, runs)
        return set_text(paragraph, profile, self.setter.advance, (measure, 0.0))

    def _cell(
        self,
        lines: list[SetLine],
        role: Role,
        align: Align,
        box: tuple[float, float, int],
        belongs: Owner,
    ) -> Iterator[Item]:
        """A cell's lines, in the middle of its height, each at its side of the column."""
        left, width, high = box
        profile = self.setter.profile
        step, white = line_height(role, profile), side(role, profile)
        top = (high * profile.pitch - len(lines) * step) / 2
        share = {Align.CENTRE: 0.5, Align.RIGHT: 1.0}.get(align, 0.0)
        for number, line in enumerate(lines):
            free = max(width - 2 * white - width_of(line), 0.0)
            y = top + (number + profile.grid.baseline) * step
            yield from placed_line(line, left + white + share * free, y, belongs)

    def _rules(self, lines: int, first: bool, last: bool) -> Iterator[Stroke]:
        profile = self.setter.profile
        style, height = profile.tables, lines * profile.pitch
        across = sum(self.widths)
        yield self._rule(style.outer if first else style.inner, (self.left, 0.0, across, 0.0))
        yield self._rule(style.outer if last else style.inner, (self.left, height, across, 0.0))
        left = self.left
        for number, width in enumerate((*self.widths, 0.0)):
            outer = number in {0, len(self.widths)}
            yield self._rule(style.outer if outer else style.inner, (left, 0.0, 0.0, height))
            left += width

    @staticmethod
    def _rule(rule: Rule, line: tuple[float, float, float, float]) -> Stroke:
        x, y, width, height = line
        return Stroke(x, y, width, rule.weight, rule.colour, height=height)


def settled_tables(document: Document, setter: Setter) -> tuple[SettledTable, ...]:
    """How the tables of a document stand, for a form that has no pages."""
    tables = (block for block in document.body if isinstance(block, Table))
    return tuple(_settled(table, setter) for table in tables)


def _settled(table: Table, setter: Setter) -> SettledTable:
    caption = replace(table, caption=())
    rows = table_rows(caption, setter, Tree())
    return SettledTable(column_widths(table, setter), tuple(row.lines for row in rows))


def column_widths(table: Table, setter: Setter) -> tuple[float, ...]:
    """The widths of a table's columns, pt: those that are said, or those that its texts need.

    Raises:
        Unfit: they are wider than the measure, or one is narrower than a figure in it.
    """
    profile = setter.profile
    measure = profile.paper.area_width
    if table.widths:
        said = said_widths(table, profile)
        if sum(said) > measure + _TOLERANCE:
            raise Unfit(sum(said) - measure)
        _check_figures(table, said, setter)
        return said
    whole, least = zip(
        *(_needs(table, column, setter) for column in range(len(table.columns))), strict=True
    )
    if sum(least) > measure:
        raise Unfit(sum(least) - measure)
    better = tuple(
        each if kind is Column.TEXT else natural
        for each, natural, kind in zip(least, whole, table.columns, strict=True)
    )
    return found_widths(whole, better if sum(better) <= measure else least, measure)


def _check_figures(table: Table, said: tuple[float, ...], setter: Setter) -> None:
    """Refuse a column in which a figure would be broken: its halves read as two."""
    white = 2 * side(table.role, setter.profile)
    for column, (width, kind) in enumerate(zip(said, table.columns, strict=True)):
        if kind is Column.NUMBERS:
            texts = (row[column] for row in table.rows)
            need = white + max(_widths_of(runs, table.role, setter)[0] for runs in texts)
            if need > width + _TOLERANCE:
                raise Unfit(need - width, column=column + 1)


def _needs(table: Table, column: int, setter: Setter) -> tuple[float, float]:
    """What a column takes if none of its texts turns over, and what it takes at the least."""
    texts = [(table.head, table.header[column])] if table.header else []
    texts += [(table.role, row[column]) for row in table.rows]
    found = [_widths_of(runs, role, setter) for role, runs in texts]
    white = 2 * side(table.role, setter.profile)
    return max(whole for whole, _ in found) + white, max(least for _, least in found) + white


def _widths_of(runs: tuple[Run, ...], role: Role, setter: Setter) -> tuple[float, float]:
    """Width of a text on one line, and of its longest part that is not to be parted."""
    paragraph = Paragraph(role, runs)
    lines = set_text(paragraph, setter.profile, setter.advance, (10_000.0, 0.0))
    whole = max((width_of(line) for line in lines), default=0.0)
    size = setter.profile.text[role].size
    style = setter.profile.text[role]
    text = paragraph.text
    widths = [style.size * setter.advance(char, style.face) for char in text.replace("\n", " ")]
    strip = cells(text, widths, [size] * len(text), setter.profile.breaking)
    least, start = size, 0
    for end, place in enumerate(strip.places, 1):
        if place.value == 3 or text[end - 1] == "\n":
            least = max(least, natural_width(strip, Line(start, end, end - start)))
            start = end
    return whole, min(least, max(whole, size))
