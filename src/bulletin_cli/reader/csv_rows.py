"""Rows of a table from a CSV file (RFC 4180), checked; what is wrong is told with its line."""

import csv
import io
from pathlib import Path
from typing import NoReturn

from bulletin_cli import limits
from bulletin_cli.attachments import Rows
from bulletin_cli.diagnostics import Code, Diagnostic, InputError, Place, Rejected
from bulletin_cli.limits import TABLE_COLUMNS
from bulletin_cli.messages import _
from bulletin_cli.publication import UNSETTABLE
from bulletin_cli.reader.files import Held, text


def csv_rows(path: Path, place: Place, held: Held) -> Rows:
    """The rows of a CSV file, each with as many cells, blank lines at the end left out.

    Args:
        path: the file.
        place: where it is named.
        held: bytes that stand for what lies on the disk.

    Raises:
        Rejected: it cannot be read, or is no table.
    """
    try:
        content = text(path, held)
    except InputError as error:
        raise Rejected([Diagnostic(Code.TABLE_FILE, str(error), place)]) from None
    rows: list[tuple[str, ...]] = []
    reader = csv.reader(io.StringIO(content), strict=True)
    begun = 1
    try:
        for cells in reader:
            rows.append(_checked(cells, rows, (path, begun)))
            begun = reader.line_num + 1
    except csv.Error:
        _refuse(
            _(
                "This line is no CSV: a quotation mark is not closed or not doubled, or a cell is"
                " too long."
            ),
            (path, begun),
        )
    while rows and not any(rows[-1]):
        rows.pop()
    return tuple(rows)


def _checked(
    cells: list[str], before: list[tuple[str, ...]], where: tuple[Path, int]
) -> tuple[str, ...]:
    """A row that is like the ones before it."""
    for cell in cells:
        match = UNSETTABLE.search(cell)
        if match:
            message = _("This line holds a control character (U+{code:04X}); remove it.")
            _refuse(message.format(code=ord(match[0])), where)
    if len(cells) > TABLE_COLUMNS or len(before) >= limits.now().rows:
        message = _(
            "A table has at most {columns} columns and {rows} rows; split it, or allow more rows"
            " with --limit rows=NUMBER."
        )
        _refuse(message.format(columns=TABLE_COLUMNS, rows=limits.now().rows), where)
    wanted = len(before[0]) if before else len(cells)
    if cells and len(cells) != wanted:
        message = _("This row has {count} cells, the first has {wanted}; give each as many.")
        _refuse(message.format(count=len(cells), wanted=wanted), where)
    return tuple(cells) if cells else ("",) * wanted


def _refuse(message: str, where: tuple[Path, int]) -> NoReturn:
    path, line = where
    place = Place(path, (), max(line, 1), 1, None, max(line, 1), 1)
    raise Rejected([Diagnostic(Code.TABLE_ROWS, message, place)])
