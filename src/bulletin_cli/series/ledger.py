"""The ledger (台账): a line for each issue, and who contributed how many items (供稿统计)."""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from bulletin_cli.issue import Issue, Item, texts
from bulletin_cli.series.filed import AFiled, Filed, order, year

_LEADING = re.compile(
    r"(?:文[/／、]?图|图[/／、]?文|摄影|供图|供稿|来稿|撰稿|作者|文|图)(?:[:：/／]\s*|\s+)"
)
"""What a credit may say before the name: 图文：, 文/图 , 供稿：."""

_AND = re.compile(r"[、，；;,]")


class Period(StrEnum):
    """What contributions are counted over."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Entry(Struct, frozen=True):
    """An issue in the ledger.

    Attributes:
        issue: the issue.
        path: its file.
        year: the year of its number.
        items: how many items it has.
        characters: how many characters its sections have, white space aside.
        pages: how many pages it has, where they were counted.
    """

    issue: Issue
    path: Path
    year: int
    items: int
    characters: int
    pages: int | None


class Contribution(Struct, frozen=True):
    """How many items a unit contributed, by period; a period without any is left out."""

    unit: str
    counts: dict[str, int]

    @property
    def total(self) -> int:
        """All its items."""
        return sum(self.counts.values())


def ledger(
    issues: Iterable[AFiled], pages: Callable[[AFiled], int | None] = lambda _filed: None
) -> Iterator[Entry]:
    """The issues as they came out.

    Args:
        issues: the issues.
        pages: counts the pages of one; it must be set for that.
    """
    for filed in sorted(issues, key=lambda each: (each.issue.date, order(each))):
        issue = filed.issue
        counted = sum(len("".join(text.split())) for _keys, text, _at in texts(issue.sections))
        items = len(tuple(_items(issue)))
        yield Entry(issue, filed.path, year(filed), items, counted, pages(filed))


def contributions(issues: Iterable[Filed], period: Period = Period.YEAR) -> list[Contribution]:
    """The items of each contributing unit, the most diligent unit first.

    The unit is the first word of a credit; several units joined by 、 have each contributed.
    """
    found: dict[str, Counter[str]] = {}
    for filed in issues:
        when = _period(filed.issue.date, period)
        for item in _items(filed.issue):
            for unit in _units(item.credit or ""):
                found.setdefault(unit, Counter())[when] += 1
    rows = [Contribution(unit, dict(sorted(counts.items()))) for unit, counts in found.items()]
    return sorted(rows, key=lambda row: (-row.total, row.unit))


def _items(issue: Issue) -> Iterator[Item]:
    for section in issue.sections:
        yield from section.items
        for part in section.parts:
            yield from part.items


def _units(credit: str) -> Iterator[str]:
    words = credit.strip().strip("（）()").strip()
    opening = _LEADING.match(words)
    words = words[opening.end() :] if opening else words
    first = words.split(maxsplit=1)[:1]
    for unit in dict.fromkeys(_AND.split(first[0])) if first else ():
        if unit:
            yield unit


def _period(date: datetime.date, period: Period) -> str:
    if period is Period.MONTH:
        return f"{date:%Y-%m}"
    if period is Period.QUARTER:
        return f"{date.year}-Q{(date.month + 2) // 3}"
    return str(date.year)
