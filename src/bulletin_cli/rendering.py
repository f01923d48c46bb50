"""The forms of an issue that is right: its document, its pages, and each file, in memory.

Each stage is imported when it is its turn, so that a command waits only for what it needs.
"""

import datetime
import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bulletin_cli import limits
from bulletin_cli.diagnostics import InputError
from bulletin_cli.messages import _

if TYPE_CHECKING:
    from bulletin_cli.document import Document
    from bulletin_cli.fonts import Faces
    from bulletin_cli.pages import Pages
    from bulletin_cli.reader import Reading
    from bulletin_cli.writers.docx import Embedded

ENDINGS = {"pdf": ".pdf", "docx": ".docx", "png": "-1.png", "report": ".report.md"}
"""What the name of each format's file ends in; of several pictures the first's."""


class Rendering:
    """The forms of one issue, each made once, all in memory before a file is touched."""

    def __init__(self, reading: "Reading", faces: "Faces", embed_fonts: bool = False) -> None:
        self.reading, self.faces, self.embed_fonts = reading, faces, embed_fonts
        self._document: Document | None = None
        self._pages: Pages | None = None
        self._pdf: bytes | None = None

    def all(self, formats: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """What each format's files end in, and their bytes."""
        if "pdf" in formats:
            yield ENDINGS["pdf"], self.pdf()
        if "docx" in formats:
            yield ENDINGS["docx"], self.docx()
        if "png" in formats:
            from bulletin_cli.writers import png

            for number, picture in enumerate(png.write(self.pdf()), 1):
                yield f"-{number}.png", picture
        if "report" in formats:
            yield ENDINGS["report"], self.report().encode("utf-8")

    def document(self) -> "Document":
        """The issue worded and in order, its build time noted."""
        from bulletin_cli.assemble import assemble

        if self._document is None:
            document = assemble(self.reading.issue, self.reading.logo, self.reading.attached)
            metadata = replace(document.metadata, modified=_build_time())
            self._document = replace(document, metadata=metadata)
        return self._document

    def pages(self) -> "Pages":
        """Everything at its place.

        Raises:
            Rejected: it cannot be laid out.
        """
        from bulletin_cli.layout import Overfull, Unfit, lay_out

        if self._pages is None:
            try:
                self._pages = lay_out(self.document(), self.reading.profile, self.faces.advance)
            except Overfull as error:
                from bulletin_cli.verdicts import overfull

                raise overfull(error, self.reading) from None
            except Unfit as error:
                from bulletin_cli.verdicts import unfit

                raise unfit(error, self.document(), self.reading) from None
            _check_count(self._pages, self.reading.path)
        return self._pages

    def pdf(self) -> bytes:
        """The PDF."""
        from bulletin_cli.writers import pdf

        if self._pdf is None:
            self._pdf = pdf.write(self.pages(), self.faces)
        return self._pdf

    def docx(self) -> bytes:
        """The DOCX."""
        from bulletin_cli.layout import settle
        from bulletin_cli.writers import docx

        embedded = self._embedded() if self.embed_fonts else docx.Embedded()
        pages = self.pages()
        document, profile = self.document(), self.reading.profile
        settled = settle(document, pages, profile, self.faces.advance)
        return docx.write(document, profile, embedded, settled)

    def _embedded(self) -> "Embedded":
        """Our own faces, cut down to what the pages use, whatever fonts the machine has."""
        from bulletin_cli.fonts import FontSearch, find
        from bulletin_cli.fonts.embedding import embed
        from bulletin_cli.writers.docx import Embedded

        profile = self.reading.profile
        ours = find(profile, FontSearch(system=False))
        embedding = embed(profile, ours, self.pages().characters)
        return Embedded(embedding.files, embedding.families)

    def report(self) -> str:
        """What was set how, by which clause, as Markdown."""
        from bulletin_cli.profiles.measures import measures
        from bulletin_cli.writers import report

        set_with = measures(self.reading.issue.publication.profile)
        return report.write(set_with, self.faces.found, self.pages())


def _build_time() -> datetime.datetime | None:
    """The moment that the files say they were last changed, where ``SOURCE_DATE_EPOCH`` names one.

    It is the convention of reproducible builds: seconds since 1970, UTC.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        message = _('SOURCE_DATE_EPOCH must be a number of seconds since 1970, not "{value}".')
        raise InputError(message.format(value=seconds)) from None


def _check_count(pages: "Pages", path: Path) -> None:
    if len(pages.pages) > limits.now().pages:
        message = _(
            '"{path}" takes {count} pages, more than {limit}; is the profile right? --limit'
            " pages=NUMBER allows more."
        )
        values = {"count": len(pages.pages), "limit": limits.now().pages}
        raise InputError(message.format(path=path, **values))
