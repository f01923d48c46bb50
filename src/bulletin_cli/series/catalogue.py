"""Sections against the publication's catalogue (栏目目录): strangers, and those out of order."""

import difflib
from collections.abc import Iterator, Sequence

from bulletin_cli.diagnostics import Code, Diagnostic, Severity
from bulletin_cli.messages import _
from bulletin_cli.series.filed import Filed


def sections(filed: Filed) -> Iterator[Diagnostic]:
    """What an issue's sections have against the catalogue; nothing where there is none."""
    catalogue = [title.strip() for title in filed.issue.publication.sections]
    if not catalogue:
        return
    titles = [section.title.strip() for section in filed.issue.sections]
    known = [index for index, title in enumerate(titles) if title in catalogue]
    for index, title in enumerate(titles):
        if index not in known:
            yield _found(Code.SECTION_UNKNOWN, _unknown(title, catalogue), filed, index)
    ranks = [catalogue.index(titles[index]) for index in known]
    kept = _rising(ranks)
    for position, index in enumerate(known):
        if position not in kept:
            message = _out_of_order(ranks[position], {ranks[each] for each in kept}, catalogue)
            yield _found(Code.SECTION_ORDER, message, filed, index)


def _found(code: Code, message: str, filed: Filed, index: int) -> Diagnostic:
    return Diagnostic(code, message, filed.place(("sections", index, "title")), Severity.WARNING)


def _unknown(title: str, catalogue: Sequence[str]) -> str:
    near = difflib.get_close_matches(title, catalogue, n=1, cutoff=0.5)
    if near:
        message = _('"{title}" is no section of this publication; do you mean "{near}"?')
        return message.format(title=title, near=near[0])
    message = _('"{title}" is not among the publication\'s sections; add it there if it is new.')
    return message.format(title=title)


def _out_of_order(rank: int, others: set[int], catalogue: Sequence[str]) -> str:
    """Where a section belongs, said by a neighbour that stands where it should."""
    title = catalogue[rank]
    if rank in others:
        return _('The section "{title}" stands here a second time.').format(title=title)
    later = [other for other in sorted(others) if other > rank]
    if later:
        message = _('By the publication\'s sections "{title}" stands before "{other}".')
        return message.format(title=title, other=catalogue[later[0]])
    message = _('By the publication\'s sections "{title}" stands after "{other}".')
    return message.format(title=title, other=catalogue[max(others)])


def _rising(ranks: Sequence[int]) -> set[int]:
    """The positions of a longest row of ranks that rises: the others are the ones to blame."""
    best: list[list[int]] = [[]]
    for position, rank in enumerate(ranks):
        before = [row for row in best if not row or ranks[row[-1]] < rank]
        longest: list[int] = max(before, key=len)
        best.append([*longest, position])
    longest = max(best, key=len)
    return set(longest)
