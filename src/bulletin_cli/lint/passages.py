"""Passages (语段): the texts of an issue as they are read, each character with its place."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bulletin_cli.characters import is_half
from bulletin_cli.diagnostics import KeyPath
from bulletin_cli.lint.rule import Kind, Passage

if TYPE_CHECKING:
    from bulletin_cli.issue import Issue, Item, Part, Section
    from bulletin_cli.publication import Publication

_BLANK = " \u3000"
_BLANK_LINE = re.compile(r"\n[ \u3000]*\n")


def passages(issue: "Issue") -> Iterator[Passage]:
    """The passages of an issue, in the order in which they are read."""
    yield from _masthead(issue.publication)
    for index, section in enumerate(issue.sections):
        keys = ("sections", index)
        yield from _line(Kind.TITLE, (*keys, "title"), section.title)
        yield from _line(Kind.NOTE, (*keys, "note"), section.note)
        yield from _items(section, keys)
        for number, part in enumerate(section.parts):
            below = (*keys, "parts", number)
            yield from _line(Kind.TITLE, (*below, "title"), part.title)
            yield from _items(part, below)
    yield from _line(Kind.WORDING, ("publication", "collecting"), issue.publication.collecting)
    yield from _foot(issue.publication)


def _masthead(publication: "Publication") -> Iterator[Passage]:
    yield from _line(Kind.NAME, ("publication", "name"), publication.name)
    yield from _line(Kind.WORDING, ("publication", "numbering"), publication.numbering)
    yield from _line(Kind.NAME, ("publication", "office"), publication.office)


def _foot(publication: "Publication") -> Iterator[Passage]:
    for index, line in enumerate(publication.foot):
        keys = ("publication", "foot", index)
        yield from _line(Kind.FOOT, (*keys, "text"), line.text)
        if line.right:
            yield from _line(Kind.FOOT, (*keys, "right", "text"), line.right.text)


def _items(holder: "Section | Part", keys: KeyPath) -> Iterator[Passage]:
    for index, item in enumerate(holder.items):
        yield from _item(item, (*keys, "items", index))


def _item(item: "Item", keys: KeyPath) -> Iterator[Passage]:
    yield from _line(Kind.LEAD, (*keys, "lead"), item.lead)
    paragraphs = list(_paragraphs(item.text))
    for number, (text, at) in enumerate(paragraphs, 1):
        first = number == 1 and item.lead is None
        yield Passage(Kind.TEXT, (*keys, "text"), text, at, first, number == len(paragraphs))
    yield from _line(Kind.CREDIT, (*keys, "credit"), item.credit)


def _line(kind: Kind, keys: KeyPath, text: str | None) -> Iterator[Passage]:
    if text:
        yield Passage(kind, keys, text, range(len(text) + 1))


def _paragraphs(text: str) -> Iterator[tuple[str, list[int]]]:
    """Paragraphs as the layout reads them: lines joined, their indents left out."""
    start = 0
    for gap in [*_BLANK_LINE.finditer(text), None]:
        joined = _joined(text, start, gap.start() if gap else len(text))
        if joined[0]:
            yield joined
        start = gap.end() if gap else 0


def _joined(text: str, start: int, end: int) -> tuple[str, list[int]]:
    words: list[str] = []
    at: list[int] = []
    for line in text[start:end].split("\n"):
        kept = line.strip(_BLANK)
        begin = start + len(line) - len(line.lstrip(_BLANK))
        start += len(line) + 1
        if not kept:
            continue
        if words and is_half(words[-1][-1]) and is_half(kept[0]):
            words.append(" ")
            at.append(at[-1] + 1)
        words.append(kept)
        at.extend(range(begin, begin + len(kept)))
    return "".join(words), [*at, at[-1] + 1] if at else []
