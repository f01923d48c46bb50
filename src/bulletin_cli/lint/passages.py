"""Passages (语段): the texts of an issue as they are read, each character with its place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bulletin_cli.diagnostics import KeyPath
from bulletin_cli.levels import Levels
from bulletin_cli.lint.rule import Kind, Passage
from bulletin_cli.prose import Typed, paragraphs
from bulletin_cli.prose import line as one_line

if TYPE_CHECKING:
    from bulletin_cli.blocks import Block
    from bulletin_cli.issue import Issue, Item, Part, Section
    from bulletin_cli.publication import Publication


def passages(issue: "Issue") -> Iterator[Passage]:
    """The passages of an issue, in the order in which they are read."""
    yield from _masthead(issue.publication)
    yield from _comment(issue.comment, ())
    for index, section in enumerate(issue.sections):
        keys = ("sections", index)
        yield from _line(Kind.TITLE, (*keys, "title"), section.title)
        yield from _line(Kind.NOTE, (*keys, "note"), section.note)
        yield from _comment(section.comment, keys)
        yield from _items(section, keys)
        for number, part in enumerate(section.parts):
            below = (*keys, "parts", number)
            yield from _line(Kind.TITLE, (*below, "title"), part.title)
            yield from _items(part, below)
    yield from _line(Kind.WORDING, ("publication", "collecting"), issue.publication.collecting)
    yield from _signatures(issue)
    yield from _foot(issue.publication)


def _masthead(publication: "Publication") -> Iterator[Passage]:
    yield from _line(Kind.NAME, ("publication", "unit"), publication.unit)
    yield from _line(Kind.NAME, ("publication", "name"), publication.name)
    yield from _line(Kind.WORDING, ("publication", "numbering"), publication.numbering)
    yield from _line(Kind.NAME, ("publication", "office"), publication.office)
    yield from _line(Kind.NAME, ("publication", "contents_title"), publication.contents_title)
    yield from _line(Kind.NAME, ("publication", "comment_label"), publication.comment_label)


def _comment(text: str | None, keys: KeyPath) -> Iterator[Passage]:
    """The editor's comment: running text, the label before it no part of it."""
    found = [*paragraphs(text or "", Levels())]
    for number, typed in enumerate(found, 1):
        yield _prose((*keys, "comment"), typed, number == 1, number == len(found))


def _signatures(issue: "Issue") -> Iterator[Passage]:
    keys: KeyPath = ("signatures",)
    own = issue.signatures
    if own is None:
        own, keys = issue.publication.signatures, ("publication", "signatures")
    for index, signature in enumerate(own):
        yield from _line(Kind.FOOT, (*keys, index, "label"), signature.label)
        yield from _line(Kind.FOOT, (*keys, index, "text"), signature.text)


def _foot(publication: "Publication") -> Iterator[Passage]:
    yield from _line(Kind.WORDING, ("publication", "printing"), publication.printing)
    for index, line in enumerate(publication.foot):
        keys = ("publication", "foot", index)
        yield from _line(Kind.FOOT, (*keys, "text"), line.text)
        if line.right:
            yield from _line(Kind.FOOT, (*keys, "right", "text"), line.right.text)


def _items(holder: "Section | Part", keys: KeyPath) -> Iterator[Passage]:
    for index, item in enumerate(holder.items):
        yield from _item(item, (*keys, "items", index))


def _item(item: "Item", keys: KeyPath) -> Iterator[Passage]:
    yield from _line(Kind.TITLE, (*keys, "title"), item.title)
    yield from _comment(item.comment, keys)
    yield from _line(Kind.LEAD, (*keys, "lead"), item.lead)
    yield from _texts(item, keys)
    yield from _line(Kind.CREDIT, (*keys, "credit"), item.credit)


def _texts(item: "Item", keys: KeyPath) -> Iterator[Passage]:
    """The paragraphs of an item, with the captions and cells that stand between them."""
    levels = Levels()
    parts: list[tuple[KeyPath, Block]] = [
        ((*keys, "blocks", number), block) for number, block in enumerate(item.blocks)
    ]
    texts = [((*keys, "text"), item.text)]
    texts += [((*above, "text"), block.text) for above, block in parts]
    found = {where: [*paragraphs(text, levels)] for where, text in texts if text is not None}
    count = sum(map(len, found.values()))
    number = 0
    for where, block in [(keys, None), *parts]:
        for typed in found.get((*where, "text"), ()):
            number += 1
            first = number == 1 and item.lead is None
            yield _prose((*where, "text"), typed, first, number == count)
        if block:
            yield from _figures(block, where)


def _figures(block: "Block", keys: KeyPath) -> Iterator[Passage]:
    """The captions of pictures and tables, and the cells that stand in the source."""
    for index, picture in enumerate(block.pictures):
        yield from _short(Kind.CAPTION, (*keys, "pictures", index, "caption"), picture.caption)
    if block.table:
        below = (*keys, "table")
        yield from _short(Kind.CAPTION, (*below, "caption"), block.table.caption)
        for index, cell in enumerate(block.table.header):
            yield from _short(Kind.CELL, (*below, "header", index), cell)
        for number, row in enumerate(block.table.rows):
            for index, cell in enumerate(row):
                yield from _short(Kind.CELL, (*below, "rows", number, index), cell)


def _short(kind: Kind, keys: KeyPath, text: str | None) -> Iterator[Passage]:
    if text:
        typed = one_line(text)
        yield Passage(kind, keys, typed.text, typed=typed if "{" in text else None)


def _line(kind: Kind, keys: KeyPath, text: str | None) -> Iterator[Passage]:
    if text:
        yield Passage(kind, keys, text)


def _prose(keys: KeyPath, typed: Typed, first: bool, last: bool) -> Passage:
    """A paragraph as the layout reads it: its lines joined, its level counted, no notation."""
    return Passage(Kind.TEXT, keys, typed.text, first, last, typed)
