"""Pictures and tables (图、表) as blocks of a document, with what their files hold."""

import re
from collections.abc import Sequence

from bulletin_cli.assemble.running import line
from bulletin_cli.attachments import Attachments
from bulletin_cli.blocks import PictureSource, TableSize, TableSource, share_of
from bulletin_cli.characters import ems
from bulletin_cli.diagnostics import KeyPath
from bulletin_cli.document import Cells, Column, PictureRow, Placed, Run, Table
from bulletin_cli.roles import Role

_NUMBER = re.compile(r"[-+−±]?[0-9][0-9,，]*(?:\.[0-9]+)?[%％‰]?|[-—–/]+|")
"""A figure, or what stands in a column of figures where there is none."""

_SHORT = 8.0
"""The longest text of a column whose texts stand in the middle, em."""

_ROLES = {
    TableSize.LARGE: (Role.TABLE, Role.TABLE_HEAD),
    TableSize.SMALL: (Role.TABLE_SMALL, Role.TABLE_HEAD_SMALL),
}


def picture_row(
    pictures: Sequence[PictureSource], keys: KeyPath, attached: Attachments
) -> PictureRow:
    """Pictures side by side."""
    placed = []
    for index, each in enumerate(pictures):
        share = None if each.width is None else share_of(each.width)
        characters = None if each.width is None or share else float(each.width)
        caption = line(each.caption, Role.CAPTION) if each.caption else ()
        placed.append(Placed(attached.pictures[*keys, index], caption, characters, share))
    return PictureRow(tuple(placed))


def table(source: TableSource, keys: KeyPath, attached: Attachments) -> Table:
    """A table; of a file without a header beside it the first row is that."""
    role, head = _ROLES[source.size]
    header, rows = source.header, source.rows
    if source.file is not None:
        rows = attached.rows[keys]
        if not header:
            header, rows = rows[0], rows[1:]
    set_rows = tuple(_cells(row, role) for row in rows)
    columns = tuple(
        _column([_text(cell) for cell in column]) for column in zip(*set_rows, strict=True)
    )
    caption = line(source.caption, Role.CAPTION) if source.caption else ()
    return Table(caption, _cells(header, head), set_rows, columns, source.widths, role, head)


def _cells(texts: Sequence[str], role: Role) -> Cells:
    return tuple(tuple(run for run in line(text.strip(), role) if run.text) for text in texts)


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _column(texts: Sequence[str]) -> Column:
    """What a column holds."""
    if any(texts) and all(_NUMBER.fullmatch(text) for text in texts):
        return Column.NUMBERS
    return Column.WORDS if all(ems(text) <= _SHORT for text in texts) else Column.TEXT
