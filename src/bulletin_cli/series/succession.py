"""The next issue: its number and total counted on from those there are."""

import datetime
import re

from msgspec import Struct

from bulletin_cli.diagnostics import InputError
from bulletin_cli.messages import _
from bulletin_cli.publication import Publication
from bulletin_cli.series.filed import Filed, Series, order, year


class Following(Struct, frozen=True):
    """What can be said of the next issue before anybody has written it.

    Attributes:
        name: name of its file without the ending, after the manner of the last one's.
        number: within its year; nothing where the issues before it have none.
        total: since the first issue; nothing where the publication does not count them.
        date: day of issue.
        supplement: whether it is a supplement.
        collected: when its news are likely to be collected, where the last issue says so.
        sections: titles of its sections.
    """

    name: str
    number: int | None
    total: int | None
    date: datetime.date
    supplement: bool
    collected: tuple[datetime.date, datetime.date] | None
    sections: tuple[str, ...]


def following(
    series: Series, publication: Publication, date: datetime.date, *, supplement: bool = False
) -> Following:
    """The issue that comes after all there are.

    Args:
        series: the issues of one publication, or none.
        publication: the publication.
        date: the day on which it is to come out.
        supplement: whether it is to be a supplement.

    Raises:
        InputError: an issue that is there comes out later.
    """
    count = sorted((it for it in series if it.issue.supplement == supplement), key=order)
    last = count[-1] if count else None
    if last and last.issue.date > date:
        message = _('"{path}" is dated {later}, after {date}; name a later day with --date.')
        raise InputError(message.format(path=last.path, later=last.issue.date, date=date))
    number = _number(last, date)
    total = _total(series, publication, supplement=supplement)
    return Following(
        name=_name(last, date, number, total),
        number=number,
        total=total,
        date=date,
        supplement=supplement,
        collected=_collected(last, date),
        sections=publication.sections or _sections(last),
    )


def _number(last: Filed | None, date: datetime.date) -> int | None:
    """One more than the last within the year; 1 where a series or a year begins."""
    if last is None:
        return 1
    if last.issue.number is None:
        return None
    return last.issue.number + 1 if year(last) >= date.year else 1


def _total(series: Series, publication: Publication, *, supplement: bool) -> int | None:
    """One more than the highest total; 1 where the first number line is to say it."""
    totals = [it.issue.total for it in series if it.issue.total]
    if supplement:
        counted = any(it.issue.total for it in series if it.issue.supplement)
        counted = counted or "{total}" in (publication.supplement_numbering or "")
        return max(totals, default=0) + 1 if counted else None
    if totals:
        return max(totals) + 1
    return 1 if not series and "{total}" in (publication.numbering or "{total}") else None


def _collected(
    last: Filed | None, date: datetime.date
) -> tuple[datetime.date, datetime.date] | None:
    """From the day after the last period to as long before the issue as it was last time."""
    if last is None or last.issue.collected is None:
        return None
    period = last.issue.collected
    start = period.end + datetime.timedelta(days=1)
    return start, max(start, date - (last.issue.date - period.end))


def _sections(last: Filed | None) -> tuple[str, ...]:
    return tuple(section.title for section in last.issue.sections) if last else ()


def _name(last: Filed | None, date: datetime.date, number: int | None, total: int | None) -> str:
    """The last file's name with the figures of the next one; its figures keep their width."""
    usual = str(date) if number is None else f"{date.year}-{number:02}"
    if last is None or number is None:
        return usual
    issue = last.issue
    wanted = [(issue.number, number), (issue.total, total), (year(last), date.year)]
    met = []

    def replaced(match: re.Match[str]) -> str:
        for pair in wanted:
            if pair[0] is not None and int(match[0]) == pair[0] and pair[1] is not None:
                wanted.remove(pair)
                met.append(pair)
                return str(pair[1]).zfill(len(match[0]))
        return match[0]

    name = re.sub(r"\d+", replaced, last.path.stem, flags=re.ASCII)
    return name if (issue.number, number) in met or (issue.total, total) in met else usual
