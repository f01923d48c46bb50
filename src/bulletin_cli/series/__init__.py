"""A series (一刊各期): many issues of one publication, and what must hold between them.

``check`` says what is wrong between issues; ``succession`` which one comes next, ``drafting`` how
it begins, ``ledger`` what there is. All take issues that were read and are right in themselves.
"""

from collections.abc import Iterable, Iterator

from bulletin_cli.diagnostics import Diagnostic
from bulletin_cli.series.catalogue import sections
from bulletin_cli.series.filed import Filed, Series, by_publication
from bulletin_cli.series.numbering import numbers

__all__ = ["Filed", "by_publication", "check"]


def check(issues: Iterable[Filed]) -> list[Diagnostic]:
    """What is wrong between issues: numbers, totals, dates, and sections against the catalogue.

    Issues belong together that name the same publication file; where the publication is written
    into the issue, those that give it the same name. Each diagnostic stands in the file of the
    issue that is blamed, by its keys.
    """
    return [found for series in by_publication(issues).values() for found in _between(series)]


def _between(series: Series) -> Iterator[Diagnostic]:
    yield from numbers(series)
    for filed in series:
        yield from sections(filed)
