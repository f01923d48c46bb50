"""One issue through the stages: read → assemble → lay out → write. Only here is their order known.

Each stage is imported when it is its turn, so that a command waits only for what it needs.
"""

import datetime
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_cli.diagnostics import Code, Diagnostic, InputError, KeyPath, Rejected
from bulletin_cli.messages import _

if TYPE_CHECKING:
    from bulletin_cli.document import Document
    from bulletin_cli.fonts import Faces, FontSearch, Found
    from bulletin_cli.layout import Overfull
    from bulletin_cli.pages import Pages
    from bulletin_cli.reader import Reading

USUAL = ("pdf", "docx")
"""What an issue is written as when nobody asks for anything else."""

FORMATS = (*USUAL, "png", "report")
"""What an issue can be written as, in the order in which it is."""

_ENDINGS = {"pdf": ".pdf", "docx": ".docx", "png": "-1.png", "report": ".report.md"}


@dataclass(frozen=True, slots=True)
class Built:
    """What came of an issue.

    Attributes:
        outputs: the files that were written.
        standins: the faces that another design stands for.
    """

    outputs: tuple[Path, ...]
    standins: "tuple[Found, ...]"


def validate(path: Path, search: "FontSearch | None" = None) -> tuple[Diagnostic, ...]:
    """What is wrong with an issue; empty if nothing is.

    Raises:
        BulletinError: a file cannot be read.
    """
    from bulletin_cli.fonts import FontSearch, find
    from bulletin_cli.reader import read

    try:
        reading = read(path)
    except Rejected as rejected:
        return rejected.diagnostics
    if not _uncovered(reading, find(reading.profile, FontSearch(system=False))):
        return ()
    return _uncovered(reading, find(reading.profile, search or FontSearch()))


def build(
    path: Path,
    folder: Path | None = None,
    formats: Collection[str] = USUAL,
    search: "FontSearch | None" = None,
) -> Built:
    """Set an issue and write it.

    Args:
        path: the issue's file.
        folder: where the outputs go; beside the issue if it is not given.
        formats: of ``FORMATS``; ``png`` is a picture of each page, ``report`` what was set how.
        search: where to look for fonts.

    Raises:
        Rejected: the text is wrong.
        BulletinError: a file cannot be read or written, or a face is missing.
    """
    from bulletin_cli.outputs import write_all

    reading, faces = _read(path, search)
    rendered = _Rendering(reading, faces).all(formats)
    files = {_output(path, folder, ending): data for ending, data in rendered}
    write_all(files)
    return Built(tuple(files), tuple(found for found in faces.found if found.standin))


def dump(path: Path, search: "FontSearch | None" = None) -> str:
    """The laid-out pages of an issue as text.

    Raises:
        Rejected: the text is wrong.
        BulletinError: a file cannot be read, or a face is missing.
    """
    from bulletin_cli.writers import dump

    return dump.write(_Rendering(*_read(path, search)).pages())


def targets(path: Path, folder: Path | None, formats: Collection[str]) -> tuple[Path, ...]:
    """The files that an issue is written to; of several pictures the first."""
    return tuple(_output(path, folder, _ENDINGS[name]) for name in FORMATS if name in formats)


def _output(path: Path, folder: Path | None, ending: str) -> Path:
    return (folder or path.parent) / f"{path.stem}{ending}"


def _read(path: Path, search: "FontSearch | None") -> "tuple[Reading, Faces]":
    """An issue that is right, and the fonts that have all its characters."""
    from bulletin_cli.fonts import FontSearch, find
    from bulletin_cli.reader import read

    reading = read(path)
    faces = find(reading.profile, search or FontSearch())
    wrong = _uncovered(reading, faces)
    if wrong:
        raise Rejected(wrong)
    return reading, faces


def _uncovered(reading: "Reading", faces: "Faces") -> tuple[Diagnostic, ...]:
    """Each place where a character stands that no face has."""
    from bulletin_cli.issue import texts

    wrong = []
    folio: KeyPath = ("publication", "profile", "folio", "wording")
    for keys, text in (*texts(reading.issue), (folio, reading.profile.folio.wording)):
        if keys == ("publication", "logo"):
            continue
        for char in faces.uncovered(text):
            message = _('No font has the character "{char}" (U+{code:04X}); write another for it.')
            message = message.format(char=char, code=ord(char))
            wrong.append(Diagnostic(Code.NO_FACE, message, reading.place(keys)))
    return tuple(wrong)


class _Rendering:
    """The forms of one issue, each made once, all in memory before a file is touched."""

    def __init__(self, reading: "Reading", faces: "Faces") -> None:
        self.reading, self.faces = reading, faces
        self._document: Document | None = None
        self._pages: Pages | None = None
        self._pdf: bytes | None = None

    def all(self, formats: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """What each format's files end in, and their bytes."""
        if "pdf" in formats:
            yield _ENDINGS["pdf"], self.pdf()
        if "docx" in formats:
            from bulletin_cli.writers import docx

            yield _ENDINGS["docx"], docx.write(self.document(), self.reading.profile)
        if "png" in formats:
            from bulletin_cli.writers import png

            for number, picture in enumerate(png.write(self.pdf()), 1):
                yield f"-{number}.png", picture
        if "report" in formats:
            yield _ENDINGS["report"], self.report().encode("utf-8")

    def document(self) -> "Document":
        from bulletin_cli.assemble import assemble

        if self._document is None:
            document = assemble(self.reading.issue, self.reading.logo)
            metadata = replace(document.metadata, modified=_build_time())
            self._document = replace(document, metadata=metadata)
        return self._document

    def pages(self) -> "Pages":
        from bulletin_cli.layout import Overfull, lay_out

        if self._pages is None:
            try:
                self._pages = lay_out(self.document(), self.reading.profile, self.faces.advance)
            except Overfull as error:
                raise Rejected([_overfull(error, self.reading)]) from None
        return self._pages

    def pdf(self) -> bytes:
        from bulletin_cli.writers import pdf

        if self._pdf is None:
            self._pdf = pdf.write(self.pages(), self.faces)
        return self._pdf

    def report(self) -> str:
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


def _overfull(error: "Overfull", reading: "Reading") -> Diagnostic:
    from bulletin_cli.document import Role

    if error.part is Role.FOOT:
        key, message = "foot", _("The foot leaves no room on the page for text; shorten it.")
    else:
        key, message = "name", _("The masthead leaves no room for text; make it smaller.")
    return Diagnostic(Code.OVERFULL, message, reading.place(("publication", key)))
