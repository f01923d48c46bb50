"""Assembling (编排): an issue becomes a document, worded and in order."""

import datetime
import re
from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from bulletin_cli.assemble.items import Items, bracketed
from bulletin_cli.attachments import NOTHING_ATTACHED, Attachments
from bulletin_cli.diagnostics import KeyPath
from bulletin_cli.document import (
    Block,
    Contents,
    Document,
    Entry,
    FootLine,
    Masthead,
    Metadata,
    Paragraph,
    Picture,
    Run,
)
from bulletin_cli.issue import Collected, Issue, Section
from bulletin_cli.publication import (
    NUMBERING,
    NUMBERING_WITH_TOTAL,
    SUPPLEMENT_NUMBERING,
    SUPPLEMENT_NUMBERING_WITH_TOTAL,
    ContentsLevel,
    ContentsPlace,
    FootElement,
    Publication,
    Signature,
)
from bulletin_cli.publication import FootLine as FootSource
from bulletin_cli.roles import Role


def assemble(
    issue: Issue, logo: Picture | None = None, attached: Attachments = NOTHING_ATTACHED
) -> Document:
    """Put an issue in order: masthead, contents, sections, collection period, foot.

    Args:
        issue: what a person wrote, checked.
        logo: the picture that ``publication.logo`` names.
        attached: the pictures and the rows of tables that its blocks name.
    """
    publication = issue.publication
    number = _number(issue)
    marks = tuple(_marks(issue))
    day = _day(issue.date)
    head = Masthead(publication.name, logo, number, publication.office, day, marks)
    head = replace(head, unit=publication.unit)
    items = Items(_labelled(publication.comment_label), attached)
    body: list[Block] = [*items.comment(issue.comment)]
    for index, section in enumerate(issue.sections):
        body += _section(section, ("sections", index), items)
    if issue.collected:
        text = _collected(issue.collected, publication.collecting)
        body.append(Paragraph(Role.COLLECTED, (Run(text, Role.COLLECTED),)))
    return Document(
        metadata=_metadata(issue, number),
        masthead=head if any((head.name, logo, number, head.office, marks, head.unit)) else None,
        body=(*_contents(body, issue), *body),
        foot=tuple(_foot(issue)),
        signatures=tuple(_signature(each) for each in _signatures(issue)),
    )


def _metadata(issue: Issue, number: str | None) -> Metadata:
    publication: Publication = issue.publication
    title = " ".join(filter(None, (publication.name, number or _day(issue.date))))
    keywords = tuple(dict.fromkeys(section.title for section in issue.sections))
    return Metadata(title, publication.office or "", "简报", keywords, issue.date)


def _marks(issue: Issue) -> Iterator[Run]:
    """The lines at the top left: a copy's number in six digits, secrecy (GB/T 9704 § 7.2.1–2)."""
    if issue.copy_number:
        yield Run(f"{issue.copy_number:06}", Role.COPY)
    secrecy = issue.secrecy or issue.publication.secrecy
    if secrecy:
        yield Run(secrecy, Role.SECRECY)


def _number(issue: Issue) -> str | None:
    """The number line, or nothing where the issue has no number."""
    if issue.number is None:
        return None
    if issue.supplement:
        wording = issue.publication.supplement_numbering
        usual = SUPPLEMENT_NUMBERING_WITH_TOTAL if issue.total else SUPPLEMENT_NUMBERING
    else:
        wording = issue.publication.numbering
        usual = NUMBERING_WITH_TOTAL if issue.total else NUMBERING
    values = {"year": issue.year or issue.date.year, "number": issue.number, "total": issue.total}
    return _worded(wording or usual, {name: str(value) for name, value in values.items()})


def _day(date: datetime.date) -> str:
    """A date as official documents write it: full year, nothing padded (GB/T 9704 § 7.3.5.4)."""
    return f"{date.year}年{date.month}月{date.day}日"


def _collected(collected: Collected, wording: str) -> str:
    """The collection period; years are written where they differ."""
    days = (collected.start, collected.end)
    one_year = collected.start.year == collected.end.year
    written = [f"{day.month}月{day.day}日" if one_year else _day(day) for day in days]
    return _worded(wording, dict(zip(("from", "to"), written, strict=True)))


def _worded(wording: str, values: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], wording)


_LISTED = {
    Role.SECTION: (ContentsLevel.SECTION, 1),
    Role.PART: (ContentsLevel.PART, 2),
    Role.GROUP: (ContentsLevel.PART, 2),
    Role.HEADLINE: (ContentsLevel.HEADLINE, 3),
}
"""What each heading is to the contents, and its rank."""


def _contents(body: Sequence[Block], issue: Issue) -> Iterator[Contents]:
    """The contents, which stand before the body, where there is something to list."""
    publication = issue.publication
    place = issue.contents or publication.contents
    if place is ContentsPlace.NONE:
        return
    entries = tuple(_entries(body, publication.contents_levels))
    if entries:
        yield Contents(publication.contents_title, entries, place is ContentsPlace.OWN_PAGE)


def _entries(body: Sequence[Block], listed: Collection[ContentsLevel]) -> Iterator[Entry]:
    """The entries, each one level below the nearest of those that it stands under."""
    above: list[int] = []
    for index, paragraph in enumerate(body, 1):
        if not isinstance(paragraph, Paragraph):
            continue
        level, rank = _LISTED.get(paragraph.role, (None, 0))
        if level is None:
            continue
        above = [each for each in above if each < rank]
        if level in listed:
            above.append(rank)
            yield Entry(paragraph.runs[0].text, len(above), index)


def _section(section: Section, keys: KeyPath, items: Items) -> Iterator[Block]:
    runs = [Run(section.title, Role.SECTION)]
    if section.note:
        runs.append(Run(bracketed(section.note, "（", "）"), Role.NOTE))
    yield Paragraph(Role.SECTION, tuple(runs))
    yield from items.comment(section.comment)
    yield from items.all(section.items, keys)
    for number, part in enumerate(section.parts):
        role = Role.GROUP if part.bracketed else Role.PART
        title = bracketed(part.title, "【", "】") if part.bracketed else part.title
        yield Paragraph(role, (Run(title, role),))
        yield from items.all(part.items, (*keys, "parts", number))


def _foot(issue: Issue) -> list[FootLine]:
    """The lines of the foot; how many copies are printed stands at the right of the last.

    Where something else stands there, they take a line of their own.
    """
    lines = [_foot_line(line) for line in issue.publication.foot]
    if issue.copies:
        copies = _worded(issue.publication.printing, {"copies": str(issue.copies)})
        if not lines or lines[-1].right:
            lines.append(FootLine("", "", ""))
        lines[-1] = replace(lines[-1], right=copies)
    return lines


def _foot_line(line: FootSource) -> FootLine:
    right = f"{_label(line.right)}{line.right.text}" if line.right else ""
    return FootLine(_label(line), line.text, right)


def _label(line: FootSource | FootElement) -> str:
    """The label with its colon, typed or not."""
    return _labelled(line.label) if line.label else ""


def _labelled(label: str) -> str:
    """A label with its colon, typed or not; one in brackets needs none."""
    return label if label.endswith("】") else f"{label.rstrip('：')}："


def _signatures(issue: Issue) -> tuple[Signature, ...]:
    own = issue.signatures
    return issue.publication.signatures if own is None else own


def _signature(signature: Signature) -> FootLine:
    return FootLine(_labelled(signature.label), signature.text, "")
