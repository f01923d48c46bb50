"""For a person: what is wrong, the line of the source with marks under the characters, the mend.

A paragraph of a bulletin is one line of hundreds of characters; only what stands around the place
is shown.
"""

from functools import lru_cache

from bulletin_cli.diagnostics import Diagnostic, Findings, Fix, Place
from bulletin_cli.messages import _
from bulletin_cli.report.columns import columns, visible
from bulletin_cli.report.concise import where

WIDTH = 60
"""Columns of the source that are shown of a longer line."""

_BEFORE = 24
"""Columns shown before the place where not all can be."""

_NEAR = 3 * WIDTH
"""Characters of a line that are looked at before and after the place; JSON may be all one line."""

_CUT = "..."


def write(findings: Findings) -> str:
    """The findings, a block of lines for each, a blank line between two."""
    lines = {path: text.split("\n") for path, text in findings.texts.items()}
    return "\n\n".join(
        _block(each, lines.get(each.place.path, ())) for each in findings.diagnostics
    )


def _block(diagnostic: Diagnostic, lines: "list[str] | tuple[()]") -> str:
    place = diagnostic.place
    said, *more = diagnostic.message.split("\n")
    block = [visible(f"{where(diagnostic)}: {diagnostic.code} {said}")]
    gutter = ""
    if place.line is not None and place.line <= len(lines):
        number = str(place.line)
        gutter = " " * len(number)
        source, marks = _excerpt(lines[place.line - 1], place)
        block += [f"{gutter} |", f"{number} | {source}".rstrip(), f"{gutter} | {marks}"]
    block += [f"{gutter} = {visible(reason)}" for reason in more if reason.strip()]
    if diagnostic.fix is not None:
        block.append(f"{gutter} = {_mend(diagnostic.fix)}")
    return "\n".join(block)


def _mend(fix: Fix) -> str:
    """What mending would make of it, and the option that asks for that."""
    option = "--fix" if fix.safe else "--fix --unsafe-fixes"
    start, end = fix.span
    if not fix.text:
        said = _("{option} removes these characters.")
    elif start == end:
        said = _("{option} puts “{text}” here.")
    else:
        said = _("{option} makes it “{text}”.")
    return said.format(option=option, text=visible(fix.text))


def _excerpt(line: str, place: Place) -> tuple[str, str]:
    """A line of the source and the row of marks under it, both cut around the place."""
    at = (place.column or 1) - 1
    left = max(at - _NEAR, 0)
    near = line[left : at + _NEAR]
    cells = [_cell(char) for char in near]
    start = min(at - left, len(cells))
    ends_here = place.end_line in {None, place.line} and place.end_column is not None
    end = place.end_column - 1 - left if ends_here and place.end_column else len(cells)
    widths = [_columns(cell) for cell in cells]
    first, last = _window(widths, start)
    opening = _CUT if left + first else ""
    closing = _CUT if left + last < len(line) else ""
    indent = len(opening) + sum(widths[first:start])
    marked = max(sum(widths[start : min(end, last)]), 1)
    return opening + "".join(cells[first:last]) + closing, " " * indent + "^" * marked


@lru_cache(maxsize=8192)
def _cell(char: str) -> str:
    """What is shown of a character."""
    return "    " if char == "\t" else visible(char)


_columns = lru_cache(maxsize=8192)(columns)


def _window(widths: list[int], start: int) -> tuple[int, int]:
    """From where to where a line is shown, so that the place is in it."""
    if sum(widths) <= WIDTH:
        return 0, len(widths)
    first, room = start, _BEFORE
    while first and widths[first - 1] <= room:
        first -= 1
        room -= widths[first]
    last, room = first, WIDTH
    while last < len(widths) and widths[last] <= room:
        room -= widths[last]
        last += 1
    while first and widths[first - 1] <= room:
        first -= 1
        room -= widths[first]
    return first, last
