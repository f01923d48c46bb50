"""How tables stand (表格版面): what follows from the profile for rows and columns of tables."""

import math
from collections.abc import Sequence

from bulletin_cli.document import Column, Table
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.values import Align
from bulletin_cli.roles import Role

ALIGN = {Column.NUMBERS: Align.RIGHT, Column.WORDS: Align.CENTRE, Column.TEXT: Align.LEFT}
"""Where the texts of a column stand."""


def line_height(role: Role, profile: Profile) -> float:
    """From line to line of a text within a cell, pt."""
    return profile.text[role].size * profile.tables.line


def row_lines(lines: int, role: Role, profile: Profile) -> int:
    """Lines of the grid that a row takes whose fullest cell has so many lines of text."""
    if lines <= 1:
        return profile.text[role].lines
    high = lines * line_height(role, profile) + 2 * profile.tables.space
    return max(math.ceil(high / profile.pitch - 1e-9), profile.text[role].lines)


def side(role: Role, profile: Profile) -> float:
    """White between a text and the rules at its sides, pt."""
    return profile.tables.side * profile.text[role].size


def said_widths(table: Table, profile: Profile) -> tuple[float, ...]:
    """The widths of the columns that a person says, pt, the white at their sides included."""
    size, white = profile.text[table.role].size, 2 * side(table.role, profile)
    return tuple(characters * size + white for characters in table.widths)


def found_widths(
    natural: Sequence[float], least: Sequence[float], measure: float
) -> tuple[float, ...]:
    """Widths of columns that fill the measure.

    Where all texts fit on one line the columns are as wide as they are, and share what is left;
    else each has at least what its longest word takes, and of the rest as much as it needs.

    Args:
        natural: what each column takes if nothing turns over, pt.
        least: what each takes at the least, pt; together no more than the measure.
        measure: the measure, pt.
    """
    left = measure - sum(natural)
    if left >= 0:
        return tuple(width + left / len(natural) for width in natural)
    room = measure - sum(least)
    needs = [width - small for width, small in zip(natural, least, strict=True)]
    return tuple(small + room * need / sum(needs) for small, need in zip(least, needs, strict=True))
