"""Numbers between issues: gaps, doubles, the year's new beginning, the total, the dates.

Supplements (增刊) are numbered in a count of their own. A supplement that has a total takes its
place in the count of totals; one without it leaves that count alone.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from bulletin_cli.diagnostics import Code, Diagnostic, Severity
from bulletin_cli.messages import _
from bulletin_cli.series.filed import Filed, Series, order, year


def numbers(series: Series) -> Iterator[Diagnostic]:
    """What is wrong with the numbers of one publication's issues."""
    numbered = sorted((filed for filed in series if filed.issue.number), key=order)
    if numbered:
        yield from _unnumbered(series)
    for supplement in (False, True):
        count = [filed for filed in numbered if filed.issue.supplement == supplement]
        yield from _doubles(count, "number", lambda it: (year(it), it.issue.number), Code.DOUBLE)
        for before, after in pairwise(_first_of_each(count)):
            yield from _gap(before, after)
            yield from _date(before, after)
    yield from _totals(numbered)


def _unnumbered(series: Series) -> Iterator[Diagnostic]:
    for filed in series:
        if filed.issue.number is None:
            message = _("This issue has no number, though others of the same publication have one.")
            yield _warning(Code.UNNUMBERED, message, filed, "number")


def _doubles(
    count: Series, key: str, value: Callable[[Filed], object], code: Code
) -> Iterator[Diagnostic]:
    """Every issue whose number, or total, another has had before it."""
    first: dict[object, Filed] = {}
    for filed in count:
        other = first.setdefault(value(filed), filed)
        if other is not filed:
            message = _('"{other}" has the same {key}, {value}; each is given once.')
            value_ = getattr(filed.issue, key)
            message = message.format(other=other.path, key=key, value=value_)
            yield Diagnostic(code, message, filed.place((key,)))


def _first_of_each(count: Series) -> Series:
    """The issues without those whose number another has: one fault is told once."""
    return list({order(filed)[:2]: filed for filed in reversed(count)}.values())[::-1]


def _gap(before: Filed, after: Filed) -> Iterator[Diagnostic]:
    """Numbers left out between two issues, or a year that does not begin with 1."""
    last, number = before.issue.number or 0, after.issue.number or 0
    if year(before) == year(after):
        expected = last + 1
    elif number == last + 1:
        message = _("Numbers begin anew with the year: the first of {year} is 1, not {number}.")
        message = message.format(year=year(after), number=number)
        yield _warning(Code.YEAR, message, after, "number")
        return
    else:
        expected = 1
    if number > expected:
        missing = str(expected) if number == expected + 1 else f"{expected}–{number - 1}"
        message = _("Of {year}, number {missing} is missing before this one (number {number}).")
        message = message.format(year=year(after), missing=missing, number=number)
        yield _warning(Code.GAP, message, after, "number")


def _date(before: Filed, after: Filed) -> Iterator[Diagnostic]:
    if after.issue.date < before.issue.date:
        message = _(
            'This issue is dated {date}, but number {number} before it, "{other}", {later}; correct'
            " one of them."
        ).format(
            date=after.issue.date,
            number=before.issue.number,
            other=before.path,
            later=before.issue.date,
        )
        yield Diagnostic(Code.DATE_BACK, message, after.place(("date",)))


def _totals(numbered: Series) -> Iterator[Diagnostic]:
    """Totals given twice, left out, or not counted on from the issue before."""
    counted = [filed for filed in numbered if filed.issue.total]
    yield from _doubles(counted, "total", lambda it: it.issue.total, Code.DOUBLE_TOTAL)
    extra = [filed.issue.total or 0 for filed in counted if filed.issue.supplement]
    regular = [filed for filed in numbered if not filed.issue.supplement]
    for before, after in pairwise(_first_of_each(regular)):
        if before.issue.total is None:
            continue
        expected = before.issue.total + _step(before, after)
        while expected in extra:
            expected += 1
        yield from _total(before, after, expected)


def _step(before: Filed, after: Filed) -> int:
    """How far the total moves from one issue to the next that is there."""
    last, number = before.issue.number or 0, after.issue.number or 0
    begun_anew = year(before) != year(after) and number != last + 1
    return number if begun_anew else number - last


def _total(before: Filed, after: Filed, expected: int) -> Iterator[Diagnostic]:
    total, other = after.issue.total, before.path
    values = {"total": total, "expected": expected, "other": other, "last": before.issue.total}
    if total is None:
        message = _('"total" is missing here; after {last} in "{other}" it is {expected}.')
        yield _warning(Code.NO_TOTAL, message.format(**values), after, "total")
    elif total not in {expected, before.issue.total}:
        message = _('The total is {total}, but after {last} in "{other}" it must be {expected}.')
        yield Diagnostic(Code.TOTAL_BREAK, message.format(**values), after.place(("total",)))


def _warning(code: Code, message: str, filed: Filed, key: str) -> Diagnostic:
    return Diagnostic(code, message, filed.place((key,)), Severity.WARNING)
