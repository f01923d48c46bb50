"""Blocks of an item (图文块): text, pictures side by side, a table, as a person writes them."""

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from bulletin_cli.publication import Cell, FileName, Line, Prose, ProseLine, Source
from bulletin_cli.validators import before

_SHARE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)[%％]")
_MOST_CHARACTERS = 100


def _width(value: object) -> object:
    """A number of characters, or a share of the measure as ``"50%"``."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if 0 < value <= _MOST_CHARACTERS:
            return value
    elif isinstance(value, str):
        match = _SHARE.fullmatch(value.strip())
        if match and 0 < float(match[1]) <= 100:
            return value
    raise PydanticCustomError("width", "not a width")


def share_of(width: "Width") -> float | None:
    """The share of the measure that a width names, from 0 to 1, if it names one."""
    match = _SHARE.fullmatch(width.strip()) if isinstance(width, str) else None
    return float(match[1]) / 100 if match else None


Width = Annotated[
    float | str,
    before(_width),
    WithJsonSchema({"type": ["number", "string"], "form": "width"}),
]
"""A width: in characters of the text, or, as ``"50%"``, as a share of the measure."""


class TableSize(StrEnum):
    """The size of a table's type."""

    LARGE = "4号"
    SMALL = "小四"


class PictureSource(Source):
    """A picture (图片).

    Attributes:
        file: PNG, JPEG or WebP, below the folder of the issue.
        width: how wide it is; found where nothing is said.
        caption: what stands below it (图题).
        alt: what it shows, for those who cannot see it; the caption where nothing is said.
    """

    file: FileName
    width: Width | None = None
    caption: ProseLine | None = None
    alt: Line | None = None


class TableSource(Source):
    """A table (表格): its rows here, or in a CSV file beside the issue.

    Attributes:
        caption: what stands above it (表题).
        header: its first row, repeated on each page; of a file, the first line where nothing is
            said.
        rows: the others.
        file: a CSV file in UTF-8, below the folder of the issue, instead of ``rows``.
        widths: of the columns, in characters; found where nothing is said.
        size: of its type.
    """

    caption: ProseLine | None = None
    header: tuple[Cell, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    file: FileName | None = None
    widths: tuple[Annotated[float, Field(strict=True, ge=1, le=_MOST_CHARACTERS)], ...] = ()
    size: TableSize = TableSize.SMALL

    @model_validator(mode="after")
    def _rows_somewhere(self) -> Self:
        if (self.file is None) == (not self.rows):
            raise PydanticCustomError("table_rows", "rows and file")
        wanted = len(self.header) or len(self.widths) or len(self.rows[0] if self.rows else ())
        wanted = max(wanted, 1)
        for number, row in enumerate(self.rows, 1):
            if len(row) != wanted:
                context = {"row": number, "count": len(row), "wanted": wanted}
                raise PydanticCustomError("ragged", "ragged", context)
        if self.header and self.widths and len(self.header) != len(self.widths):
            context = {"count": len(self.widths), "wanted": len(self.header)}
            raise PydanticCustomError("table_widths", "widths", context)
        return self


class Block(Source):
    """A block: exactly one of its kinds.

    Attributes:
        text: paragraphs.
        pictures: pictures side by side.
        table: a table.
    """

    text: Prose | None = None
    pictures: tuple[PictureSource, ...] = ()
    table: TableSource | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = (self.text is not None, bool(self.pictures), self.table is not None)
        if sum(kinds) != 1:
            raise PydanticCustomError("block", "not one kind")
        return self
