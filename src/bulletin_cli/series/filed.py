"""An issue with its file, as a series sees it, and which issues belong together."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from bulletin_cli.diagnostics import KeyPath, Place
from bulletin_cli.issue import Issue


class Filed(Protocol):
    """An issue that lies in a file."""

    @property
    def issue(self) -> Issue:
        """What it says."""

    @property
    def path(self) -> Path:
        """Its file."""

    @property
    def publication_path(self) -> Path | None:
        """The publication's file, where it is one of its own."""

    def place(self, keys: KeyPath) -> Place:
        """Where a value of it stands."""


Series = Sequence[Filed]
"""The issues of one publication."""

AFiled = TypeVar("AFiled", bound=Filed)


def by_publication(issues: Iterable[AFiled]) -> dict[Path | str, list[AFiled]]:
    """The issues by their publication: its file, or its name where it has none."""
    found: dict[Path | str, list[AFiled]] = {}
    for filed in issues:
        named = filed.publication_path
        key = named.resolve() if named else filed.issue.publication.name or ""
        found.setdefault(key, []).append(filed)
    return found


def year(filed: Filed) -> int:
    """The year within which an issue is numbered."""
    return filed.issue.year or filed.issue.date.year


def order(filed: Filed) -> tuple[int, int, int, str]:
    """What issues are sorted by: the year, then the number, then the day."""
    issue = filed.issue
    return year(filed), issue.number or 0, issue.date.toordinal(), str(filed.path)
