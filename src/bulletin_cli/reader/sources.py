"""The files an issue is read from, and in which of them each of its keys stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bulletin_cli.diagnostics import Diagnostic, KeyPath, Place

_NOWHERE = 1_000_000_000
"""Rank of what is missing: after all that is there."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The issue's file, and the publication's where it is a file of its own."""

    issue: Path
    publication: Path | None = None

    def place(self, keys: KeyPath) -> Place:
        """Where the value stands to which keys lead from the top of the issue."""
        if self.publication and keys[:1] == ("publication",):
            return Place(self.publication, keys[1:])
        return Place(self.issue, keys)

    def below(self, prefix: KeyPath) -> Callable[[KeyPath], Place]:
        """The same for keys counted from a table within the issue."""
        return lambda keys: self.place(prefix + keys)


def in_order(
    diagnostics: list[Diagnostic], tables: Mapping[str, Any], sources: Sources
) -> list[Diagnostic]:
    """The diagnostics as their places follow one another in the files, none of them twice."""

    def rank(diagnostic: Diagnostic) -> tuple[int, list[int]]:
        place = diagnostic.place
        if place.path == sources.issue:
            return 0, _rank(place.keys, tables)
        return 1, _rank(place.keys, tables.get("publication"))

    return sorted(dict.fromkeys(diagnostics), key=rank)


def _rank(keys: KeyPath, node: object) -> list[int]:
    ranks = []
    for key in keys:
        if isinstance(node, Mapping) and key in node:
            ranks.append(list(node).index(key))
            node = node[key]
        elif isinstance(node, list) and isinstance(key, int) and key < len(node):
            ranks.append(key)
            node = node[key]
        else:
            ranks.append(_NOWHERE)
            break
    return ranks
