"""What the blocks of an issue name: pictures as they may be embedded, and the rows of tables."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from bulletin_cli.diagnostics import KeyPath

if TYPE_CHECKING:
    from bulletin_cli.document import Picture

Rows = tuple[tuple[str, ...], ...]
"""The rows of a table's file."""


class Attachments(Struct, frozen=True):
    """What the blocks of an issue name, by the keys that lead to the picture or the table."""

    pictures: "Mapping[KeyPath, Picture]" = field(default_factory=dict)
    rows: Mapping[KeyPath, Rows] = field(default_factory=dict)


NOTHING_ATTACHED = Attachments()
