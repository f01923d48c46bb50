"""Assembling (编排): an issue becomes a document, worded and in order."""

import datetime
import re
from collections.abc import Iterator

from bulletin_cli.characters import is_half
from bulletin_cli.document import (
    Document,
    FootLine,
    Masthead,
    Metadata,
    Paragraph,
    Picture,
    Role,
    Run,
)
from bulletin_cli.issue import Collected, Issue, Item, Part, Section
from bulletin_cli.publication import (
    NUMBERING,
    NUMBERING_WITH_TOTAL,
    SUPPLEMENT_NUMBERING,
    SUPPLEMENT_NUMBERING_WITH_TOTAL,
    FootElement,
    Publication,
)
from bulletin_cli.publication import FootLine as FootSource


def assemble(issue: Issue, logo: Picture | None = None) -> Document:
    """Put an issue in order: masthead, sections, collection period, foot.

    Args:
        issue: what a person wrote, checked.
        logo: the picture that ``publication.logo`` names.
    """
    publication = issue.publication
    number = _number(issue)
    marks = tuple(_marks(issue))
    head = Masthead(publication.name, logo, number, publication.office, _day(issue.date), marks)
    body = [paragraph for section in issue.sections for paragraph in _section(section)]
    if issue.collected:
        text = _collected(issue.collected, publication.collecting)
        body.append(Paragraph(Role.COLLECTED, (Run(text, Role.COLLECTED),)))
    return Document(
        metadata=_metadata(issue, number),
        masthead=head if any((head.name, logo, number, head.office, marks)) else None,
        body=tuple(body),
        foot=tuple(_foot_line(line) for line in publication.foot),
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


def _section(section: Section) -> Iterator[Paragraph]:
    runs = [Run(section.title, Role.SECTION)]
    if section.note:
        runs.append(Run(_bracketed(section.note, "（", "）"), Role.NOTE))
    yield Paragraph(Role.SECTION, tuple(runs))
    for item in section.items:
        yield from _item(item)
    for part in section.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[Paragraph]:
    role = Role.GROUP if part.bracketed else Role.PART
    title = _bracketed(part.title, "【", "】") if part.bracketed else part.title
    yield Paragraph(role, (Run(title, role),))
    for item in part.items:
        yield from _item(item)


def _item(item: Item) -> Iterator[Paragraph]:
    """The paragraphs of an item: its lead before the first, its credit after the last."""
    paragraphs = [[Run(text, Role.BODY)] for text in _paragraphs(item.text)]
    if item.lead:
        paragraphs[0].insert(0, Run(item.lead, Role.LEAD))
    if item.credit:
        paragraphs[-1].append(Run(_bracketed(item.credit, "（", "）"), Role.CREDIT))
    for runs in paragraphs:
        yield Paragraph(Role.BODY, tuple(runs))


def _paragraphs(text: str) -> list[str]:
    """Paragraphs are parted by blank lines; a line end within one is only the source's.

    The indent that a person types, ideographic spaces most often, is the profile's business.
    """
    blocks = re.split(r"\n[ \u3000]*\n", text)
    return [joined for block in blocks if (joined := _joined(block))]


def _joined(block: str) -> str:
    result = ""
    for line in block.split("\n"):
        more = line.strip(" \u3000")
        latin = result and more and is_half(result[-1]) and is_half(more[0])
        result += f" {more}" if latin else more
    return result


def _bracketed(text: str, left: str, right: str) -> str:
    """The text in brackets, unless it was typed with them."""
    typed = text.startswith(left) and text.endswith(right)
    return text if typed else f"{left}{text}{right}"


def _foot_line(line: FootSource) -> FootLine:
    right = f"{_label(line.right)}{line.right.text}" if line.right else ""
    return FootLine(_label(line), line.text, right)


def _label(line: FootSource | FootElement) -> str:
    """The label with its colon, typed or not."""
    return f"{line.label.rstrip('：')}：" if line.label else ""
