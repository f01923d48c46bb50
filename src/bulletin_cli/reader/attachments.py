"""What an issue names besides its text: pictures and rows of tables, by where they are named."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_cli.attachments import Attachments, Rows
from bulletin_cli.blocks import Block, PictureSource, TableSource, share_of
from bulletin_cli.diagnostics import Code, Diagnostic, KeyPath, Rejected
from bulletin_cli.document import Picture
from bulletin_cli.issue import Issue, holders
from bulletin_cli.messages import _
from bulletin_cli.notation import parse
from bulletin_cli.profiles import Profile
from bulletin_cli.profiles.pictures import Box, Wanted, excess, plan, said_width
from bulletin_cli.reader.files import Held
from bulletin_cli.reader.sources import Sources

if TYPE_CHECKING:
    from bulletin_cli.reader.pictures import Opened


def attachments(
    issue: Issue, profile: Profile, sources: Sources, held: Held, wrong: list[Diagnostic]
) -> Attachments:
    """Read what an issue names.

    Args:
        issue: the issue, checked.
        profile: says how large pictures stand, and so how many pixels they need.
        sources: its files; what is named lies below the folder of the issue's.
        held: bytes that stand for what lies on the disk.
        wrong: takes what is wrong with them.
    """
    pictures: dict[KeyPath, Picture] = {}
    rows: dict[KeyPath, Rows] = {}
    reader = _Reader(profile, sources, held)
    for keys, block in blocks(issue):
        try:
            if block.pictures:
                pictures.update(reader.pictures(block.pictures, (*keys, "pictures")))
            if block.table and block.table.file is not None:
                rows[*keys, "table"] = reader.rows(block.table, (*keys, "table"))
        except Rejected as rejected:
            wrong += rejected.diagnostics
    return Attachments(pictures, rows)


def blocks(issue: Issue) -> Iterator[tuple[KeyPath, Block]]:
    """The blocks of an issue, each with the keys that lead to it."""
    for above, items in holders(issue):
        for place, item in enumerate(items):
            for number, block in enumerate(item.blocks):
                yield (*above, "items", place, "blocks", number), block


class _Reader:
    """Reads the files of one issue, each once."""

    def __init__(self, profile: Profile, sources: Sources, held: Held) -> None:
        self._profile, self._sources, self._held = profile, sources, held
        self._folder: Path = sources.issue.parent
        self._opened: dict[str, Opened] = {}
        self._drawn: dict[tuple[str, int, str], Picture] = {}

    def pictures(
        self, row: tuple[PictureSource, ...], keys: KeyPath
    ) -> Iterator[tuple[KeyPath, Picture]]:
        """The pictures of a row, as many pixels of each as print shows."""
        found = [self._open(each, (*keys, number)) for number, each in enumerate(row)]
        wanted = [
            Wanted(opened.pixels, _said(each, self._profile))
            for each, opened in zip(row, found, strict=True)
        ]
        self._check(wanted, keys)
        boxes = plan(wanted, self._profile).boxes
        for number, (each, box) in enumerate(zip(row, boxes, strict=True)):
            yield (*keys, number), self._draw(each, found[number], box)

    def _open(self, each: PictureSource, keys: KeyPath) -> "Opened":
        from bulletin_cli.reader.pictures import opened

        place = self._sources.place((*keys, "file"))
        if each.file not in self._opened:
            self._opened[each.file] = opened(each.file, self._folder, place, self._held)
        return replace(self._opened[each.file], place=place)

    def _check(self, wanted: list[Wanted], keys: KeyPath) -> None:
        too_much = excess(wanted, self._profile)
        if too_much:
            message = _(
                "These pictures are together {count:.1f} characters wider than the text; make them"
                " narrower, or put them in two rows."
            ).format(count=too_much / self._profile.cell)
            raise Rejected([Diagnostic(Code.PICTURES_WIDE, message, self._sources.place(keys))])

    def _draw(self, each: PictureSource, opened: "Opened", box: Box) -> Picture:
        width = round(box.width / 72 * self._profile.pictures.resolution)
        caption = parse(each.caption or "", levels=False).text
        described = each.alt or caption or Path(each.file).stem
        key = each.file, width, described
        if key not in self._drawn:
            self._drawn[key] = opened.drawn(described, max(width, 1))
        return self._drawn[key]

    def rows(self, table: TableSource, keys: KeyPath) -> Rows:
        """The rows of a table's file, the header's among them where the source says none."""
        from bulletin_cli.reader.csv_rows import csv_rows
        from bulletin_cli.reader.pictures import below

        assert table.file is not None
        place = self._sources.place((*keys, "file"))
        found = csv_rows(below(table.file, self._folder, place), place, self._held)
        wanted = len(table.header) or len(table.widths)
        if found and wanted and len(found[0]) != wanted:
            message = _("The file has {count} columns, but {wanted} are said here.")
            message = message.format(count=len(found[0]), wanted=wanted)
            raise Rejected([Diagnostic(Code.TABLE_ROWS, message, place)])
        if len(found) < 1 + (not table.header):
            message = _("The file has no rows below its header; add some.")
            raise Rejected([Diagnostic(Code.TABLE_ROWS, message, place)])
        return found


def _said(each: PictureSource, profile: Profile) -> float | None:
    if each.width is None:
        return None
    share = share_of(each.width)
    return said_width(None if share else float(each.width), share, profile)
