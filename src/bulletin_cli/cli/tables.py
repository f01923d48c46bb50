"""A table for people or for programs: aligned, CSV, JSON, Markdown.

A spreadsheet takes a cell that begins with =, +, - or @ for a formula and runs it. Such a cell, and
one with their full-width forms or white space before them, gets an apostrophe in front. CSV begins
with a byte order mark, without which Excel takes Chinese for another encoding.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Sequence

from bulletin_cli.cli.terminal import table
from bulletin_cli.report.columns import visible
from bulletin_cli.report.json import dumped

Cell = str | int | None
Rows = Sequence[Sequence[Cell]]

_FORMULA = re.compile(r"[\s\x00]*[=+\-@|%]|[\t\r\n\x00]")


def rendered(form: str, head: Sequence[tuple[str, str]], rows: Rows) -> bytes:
    """A table in one of ``FORMS``.

    Args:
        form: how.
        head: for each column its name to programs, and its heading to people.
        rows: the cells; numbers stay numbers where the form has them.
    """
    return FORMS[form](head, rows).encode("utf-8")


def _aligned(head: Sequence[tuple[str, str]], rows: Rows) -> str:
    lines = table([tuple(title for _key, title in head), *(tuple(map(_text, row)) for row in rows)])
    return "".join(f"{line}\n" for line in lines)


def _csv(head: Sequence[tuple[str, str]], rows: Rows) -> str:
    file = io.StringIO()
    writer = csv.writer(file)
    for row in ([title for _key, title in head], *rows):
        writer.writerow([safe(cell) if isinstance(cell, str) else cell for cell in row])
    return "\ufeff" + file.getvalue()


def _json(head: Sequence[tuple[str, str]], rows: Rows) -> str:
    keys = [key for key, _title in head]
    objects = [dict(zip(keys, row, strict=True)) for row in rows]
    return dumped(objects) + "\n"


def _markdown(head: Sequence[tuple[str, str]], rows: Rows) -> str:
    titles = [title for _key, title in head]
    lines = [titles, ["---"] * len(titles), *([_text(cell) for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(map(_escaped, line))} |\n" for line in lines)


FORMS: dict[str, Callable[[Sequence[tuple[str, str]], Rows], str]] = {
    "table": _aligned,
    "csv": _csv,
    "json": _json,
    "md": _markdown,
}


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; its text stays readable as it was."""
    plain = unicodedata.normalize("NFKC", cell)
    return f"'{visible(cell)}" if _FORMULA.match(plain) else visible(cell)


def _text(cell: Cell) -> str:
    return "" if cell is None else visible(str(cell))


def _escaped(text: str) -> str:
    return re.sub(r"([\\|`*_<>\[\]])", r"\\\1", text)
