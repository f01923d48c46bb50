"""What an issue names besides its text: pictures and rows of tables, by where they are named."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bulletin_cli.attachments import NOTHING_ATTACHED, Attachments, Rows
from bulletin_cli.blocks import Block
from bulletin_cli.diagnostics import Diagnostic, KeyPath, Rejected
from bulletin_cli.issue import Issue, holders
from bulletin_cli.reader.files import Held
from bulletin_cli.reader.sources import Sources

if TYPE_CHECKING:
    from bulletin_cli.document import Picture
    from bulletin_cli.profiles import Profile


def attachments(
    issue: Issue, house: "Profile | None", sources: Sources, held: Held, wrong: list[Diagnostic]
) -> Attachments:
    """Read what an issue names.

    Args:
        issue: the issue, checked.
        house: the house's profile, or none for the standard's: says how large pictures stand, and
            so how many pixels they need.
        sources: its files; what is named lies below the folder of the issue's.
        held: bytes that stand for what lies on the disk.
        wrong: takes what is wrong with them.
    """
    named = [(keys, block) for keys, block in blocks(issue) if block.pictures or block.table]
    if not named:
        return NOTHING_ATTACHED
    from bulletin_cli import profiles
    from bulletin_cli.reader.block_files import BlockFiles

    pictures: dict[KeyPath, Picture] = {}
    rows: dict[KeyPath, Rows] = {}
    files = BlockFiles(house or profiles.load(), sources, held)
    for keys, block in named:
        try:
            if block.pictures:
                pictures.update(files.pictures(block.pictures, (*keys, "pictures")))
            if block.table and block.table.file is not None:
                rows[*keys, "table"] = files.rows(block.table, (*keys, "table"))
        except Rejected as rejected:
            wrong += rejected.diagnostics
    return Attachments(pictures, rows)


def blocks(issue: Issue) -> Iterator[tuple[KeyPath, Block]]:
    """The blocks of an issue, each with the keys that lead to it."""
    for above, items in holders(issue):
        for place, item in enumerate(items):
            for number, block in enumerate(item.blocks):
                yield (*above, "items", place, "blocks", number), block
