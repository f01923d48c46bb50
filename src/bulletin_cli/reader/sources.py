"""The files an issue is read from, and in which of them each of its keys stands."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from bulletin_cli.diagnostics import KeyPath, Place


class Sources(Struct, frozen=True):
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
