"""Passages (语段): the texts of an issue as they are read, each character with its place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bulletin_cli.diagnostics import KeyPath
from bulletin_cli.levels import Levels
from bulletin_cli.lint.rule import Kind, Passage
from bulletin_cli.prose import Typed, paragraphs

if TYPE_CHECKING:
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
    found = [*paragraphs(item.text, Levels())]
    for number, typed in enumerate(found, 1):
        first = number == 1 and item.lead is None
        yield _prose((*keys, "text"), typed, first, number == len(found))
    yield from _line(Kind.CREDIT, (*keys, "credit"), item.credit)


def _line(kind: Kind, keys: KeyPath, text: str | None) -> Iterator[Passage]:
    if text:
        yield Passage(kind, keys, text, range(len(text) + 1))


def _prose(keys: KeyPath, typed: Typed, first: bool, last: bool) -> Passage:
    """A paragraph as the layout reads it: its lines joined, its level counted, no notation."""
    marked = typed if "{" in typed.written.source else None
    return Passage(Kind.TEXT, keys, typed.text, typed.at, first, last, marked)
