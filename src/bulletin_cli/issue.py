"""The issue (期): what one number of a publication says, as a person writes it."""

import contextlib
import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Annotated, NamedTuple, get_args

from pydantic import (
    AfterValidator,
    Field,
    StrictBool,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from bulletin_cli.blocks import Block
from bulletin_cli.diagnostics import KeyPath
from bulletin_cli.levels import Levels
from bulletin_cli.prose import line, paragraphs
from bulletin_cli.publication import (
    LINE_NOTATION,
    NOTATION,
    ContentsWhere,
    Line,
    Prose,
    Publication,
    Signature,
    Source,
    form,
)
from bulletin_cli.validators import before

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _date(value: object) -> object:
    """A TOML date, or the same as JSON can write it; never a number of seconds."""
    if isinstance(value, str):
        with contextlib.suppress(ValueError):
            if _DAY.fullmatch(value):
                return datetime.date.fromisoformat(value)
    elif isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    raise PydanticCustomError("date", "not a date")


Date = Annotated[datetime.date, before(_date), form("date")]
Count = Annotated[int, Field(strict=True, ge=1, le=99_999)]


class Collected(Source):
    """The days in which the news of the issue were collected (信息采集时间)."""

    start: Annotated[Date, Field(alias="from")]
    end: Annotated[Date, Field(alias="to")]

    @field_validator("end")
    @classmethod
    def _after_start(cls, end: datetime.date, info: ValidationInfo) -> datetime.date:
        start = info.data.get("start")
        if start and end < start:
            raise PydanticCustomError("period", "ends before it begins")
        return end


class Item(Source):
    """An item (稿件): its paragraphs parted by blank lines, who sent it, and an optional lead.

    ``title`` is a headline of its own, ``comment`` the editor's, before the text; ``blocks``, after
    the text or instead of it, are text, pictures and tables; ``ignore`` names rules of the
    proofreader that are not to look at it.
    """

    title: Line | None = None
    comment: Prose | None = None
    lead: Line | None = None
    text: Prose | None = None
    blocks: Annotated[tuple[Block, ...], Field(validate_default=True)] = ()
    credit: Line | None = None
    ignore: tuple[Line, ...] = ()

    @field_validator("blocks")
    @classmethod
    def _says_something(cls, blocks: tuple[Block, ...], info: ValidationInfo) -> tuple[Block, ...]:
        if not blocks and info.data.get("text", "") is None:
            raise PydanticCustomError("no_text", "nothing said")
        return blocks


Items = tuple[Item, ...]


class Part(Source):
    """A part of a section (篇), or, bracketed, a group of items under 【…】."""

    title: Line
    bracketed: StrictBool = False
    items: Items = ()
    ignore: tuple[Line, ...] = ()


class Section(Source):
    """A section (栏目): items of its own, parts, or both, in that order."""

    title: Line
    note: Line | None = None
    comment: Prose | None = None
    items: Items = ()
    parts: tuple[Part, ...] = ()
    ignore: tuple[Line, ...] = ()


class Issue(Source):
    """One issue.

    Attributes:
        publication: what stays the same from issue to issue.
        number: number within the year (期号), from 1.
        total: number since the first issue (总第), never below ``number``.
        supplement: whether it is a supplement (增刊), which is numbered in a count of its own.
        date: day of issue.
        year: year of the number, where it is not that of the date.
        collected: when its news were collected.
        copy_number: number of the printed copy (份号).
        secrecy: secrecy and its term (密级), instead of the publication's.
        copies: how many copies are printed (共印份数), told at the foot.
        contents: where the contents (本期要目) stand, instead of the publication's place.
        comment: the editor's (编者按), before the first section.
        signatures: who answers for the issue, instead of the publication's.
        sections: its sections in order.
    """

    publication: Publication
    number: Count | None = None
    total: Count | None = None
    supplement: StrictBool = False
    date: Date
    year: Annotated[int, Field(strict=True, ge=1949, le=2999)] | None = None
    collected: Collected | None = None
    copy_number: Annotated[int, Field(strict=True, ge=1, le=999_999)] | None = None
    secrecy: Line | None = None
    copies: Count | None = None
    contents: ContentsWhere | None = None
    comment: Prose | None = None
    signatures: tuple[Signature, ...] | None = None
    sections: tuple[Section, ...] = ()

    @field_validator("total")
    @classmethod
    def _at_least_number(cls, total: int | None, info: ValidationInfo) -> int | None:
        number = info.data.get("number")
        if total and number and total < number:
            raise PydanticCustomError("total", "below number", {"number": number, "total": total})
        return total


def holders(issue: Issue) -> Iterator[tuple[KeyPath, Items]]:
    """What holds items: sections and their parts, each with the keys that lead to it."""
    for index, section in enumerate(issue.sections):
        yield ("sections", index), section.items
        for number, part in enumerate(section.parts):
            yield ("sections", index, "parts", number), part.items


NOT_PRINTED = frozenset({"lint", "ignore", "logo", "file", "width", "size", "alt"})
"""Keys that speak to the proofreader, name files, or are no text."""


class Printed(NamedTuple):
    """A text to be printed.

    Attributes:
        keys: the keys that lead to its value.
        text: what is printed, the notation left out.
        at: where each of its characters stands in the value.
    """

    keys: KeyPath
    text: str
    at: Sequence[int]


def texts(
    node: object, keys: KeyPath = (), notation: AfterValidator | None = None
) -> Iterator[Printed]:
    """Every text to be printed of an issue or publication.

    Args:
        node: the issue, the publication, or what they hold.
        keys: the keys that lead to it.
        notation: ``NOTATION`` or ``LINE_NOTATION`` where it means something there.
    """
    if isinstance(node, str):
        yield _printed(node, keys, notation)
    elif isinstance(node, tuple):
        for index, value in enumerate(node):
            yield from texts(value, (*keys, index), notation)
    elif isinstance(node, Source):
        for name, field in type(node).model_fields.items():
            if name in NOT_PRINTED:
                continue
            below = (*keys, field.alias or name)
            yield from texts(getattr(node, name), below, _notation(type(node), name))


def _printed(text: str, keys: KeyPath, notation: AfterValidator | None) -> Printed:
    """A text as it is printed: one with notation paragraph by paragraph, any other as it is."""
    if notation is None or "{" not in text:
        return Printed(keys, text, range(len(text)))
    found = [*paragraphs(text, Levels())] if notation == NOTATION else [line(text)]
    at = [place for typed in found for place in typed.at[:-1]]
    return Printed(keys, "".join(typed.text for typed in found), at)


@cache
def _notation(model: type[Source], name: str) -> AfterValidator | None:
    """Which notation means something in a field of a model, or in what the field lists."""
    field = model.model_fields[name]
    found = (*field.metadata, *_metadata(field.annotation))
    return next((each for each in (NOTATION, LINE_NOTATION) if each in found), None)


def _metadata(annotation: object) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for each in get_args(annotation):
        yield from _metadata(each)
