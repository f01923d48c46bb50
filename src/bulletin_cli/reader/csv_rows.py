"""Rows of a table from a CSV file (RFC 4180), checked; what is wrong is told with its line."""

import csv
import io
import re
from pathlib import Path
from typing import NoReturn

from bulletin_cli import limits
from bulletin_cli.attachments import Rows
from bulletin_cli.diagnostics import Code, Diagnostic, InputError, Place, Rejected
from bulletin_cli.limits import TABLE_COLUMNS
from bulletin_cli.messages import N_, _
from bulletin_cli.notation import parse
from bulletin_cli.publication import unsettable
from bulletin_cli.reader.files import Held, text
from bulletin_cli.reader.notation import sentence

_OTHERS = {
    "\t": N_("tabs"),
    ";": N_("semicolons"),
    "，": N_("full-width commas (，)"),
    "；": N_("full-width semicolons (；)"),
}
"""What stands between cells where it is no comma."""


def csv_rows(path: Path, place: Place, held: Held) -> Rows:
    """The rows of a CSV file, each with as many cells, blank lines at both ends left out.

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
    _check_commas(content, path)
    try:
        for cells in reader:
            if not (cells or rows):
                begun = reader.line_num + 1
                continue
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


def _check_commas(content: str, path: Path) -> None:
    """Refuse a file whose lines are all parted by something else than commas."""
    lines = [line for line in content.split("\n") if line.strip()]
    if any("," in line for line in lines):
        return
    for mark, name in _OTHERS.items():
        counts = {len(re.findall(mark, line)) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and counts != {0}:
            message = _(
                "The cells of this file are parted by {name}; save it as CSV parted by commas (,)."
            )
            number = content[: content.index(lines[0])].count("\n") + 1
            _refuse(message.format(name=_(name)), (path, number))


def _checked(
    cells: list[str], before: list[tuple[str, ...]], where: tuple[Path, int]
) -> tuple[str, ...]:
    """A row that is like the ones before it."""
    for cell in cells:
        match = unsettable(cell)
        if match:
            message = _("This line holds a control character (U+{code:04X}); remove it.")
            _refuse(message.format(code=ord(match[0])), where)
        faults = parse(cell, levels=False).faults if "{" in cell else ()
        if faults:
            _refuse(sentence(cell, faults[0]), where, Code.NOTATION)
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


def _refuse(message: str, where: tuple[Path, int], code: Code = Code.TABLE_ROWS) -> NoReturn:
    path, line = where
    place = Place(path, (), max(line, 1), 1, None, max(line, 1), 1)
    raise Rejected([Diagnostic(code, message, place)])
