"""The files that blocks name: pictures in as many pixels as print shows, and rows of tables."""

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from bulletin_cli.attachments import Rows
from bulletin_cli.blocks import PictureSource, TableSource, share_of
from bulletin_cli.diagnostics import Code, Diagnostic, KeyPath, Rejected
from bulletin_cli.document import Picture
from bulletin_cli.messages import _
from bulletin_cli.notation import parse
from bulletin_cli.profiles import Profile
from bulletin_cli.profiles.pictures import Box, Wanted, excess, plan, said_width
from bulletin_cli.reader.files import Held
from bulletin_cli.reader.pictures import Opened, below, opened
from bulletin_cli.reader.sources import Sources


class BlockFiles:
    """The files of one issue, each read once."""

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

    def _open(self, each: PictureSource, keys: KeyPath) -> Opened:
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

    def _draw(self, each: PictureSource, opened: Opened, box: Box) -> Picture:
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
