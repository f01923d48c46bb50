"""One issue through the stages: read → assemble → lay out → write. Only here is their order known.

Each stage is imported when it is its turn, so that a command waits only for what it needs.
"""

from collections.abc import Collection
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

from bulletin_cli.diagnostics import Findings
from bulletin_cli.rendering import ENDINGS, Rendering

if TYPE_CHECKING:
    from bulletin_cli.fonts import Faces, FontSearch, Found
    from bulletin_cli.reader import Reading
    from bulletin_cli.reader.files import Held

USUAL = ("pdf", "docx")
"""What an issue is written as when nobody asks for anything else."""

FORMATS = (*USUAL, "png", "report")
"""What an issue can be written as, in the order in which it is."""


class Built(Struct, frozen=True):
    """What came of an issue.

    Attributes:
        outputs: the files that were written.
        standins: the faces that another design stands for.
        findings: what the proofreader says of the text.
    """

    outputs: tuple[Path, ...]
    standins: "tuple[Found, ...]"
    findings: Findings


def validate(path: Path, search: "FontSearch | None" = None) -> Findings:
    """What is wrong with an issue; empty if nothing is.

    Raises:
        BulletinError: a file cannot be read.
    """
    from bulletin_cli.checking import check

    return check(path, search)


def build(
    path: Path,
    folder: Path | None = None,
    formats: Collection[str] = USUAL,
    search: "FontSearch | None" = None,
    embed_fonts: bool = False,
) -> Built:
    """Set an issue and write it.

    Args:
        path: the issue's file.
        folder: where the outputs go; beside the issue if it is not given.
        formats: of ``FORMATS``; ``png`` is a picture of each page, ``report`` what was set how.
        search: where to look for fonts.
        embed_fonts: whether our own faces travel in the DOCX.

    Raises:
        Rejected: the text is wrong.
        BulletinError: a file cannot be read or written, or a face is missing.
    """
    from bulletin_cli.outputs import write_all

    it = ready(path, search)
    rendered = render(it, formats, embed_fonts)
    files = {_output(path, folder, ending): data for ending, data in rendered}
    write_all(files)
    standins = tuple(found for found in it.faces.found if found.standin)
    return Built(tuple(files), standins, it.findings)


class Ready(Struct, frozen=True):
    """An issue that is right, the fonts that have all its characters, and what to say of it."""

    reading: "Reading"
    faces: "Faces"
    findings: Findings


def ready(
    path: Path, search: "FontSearch | None" = None, held: "Held" = MappingProxyType({})
) -> Ready:
    """Read an issue and find its fonts.

    Args:
        path: the issue's file.
        search: where to look for fonts.
        held: bytes that stand for what lies on the disk.

    Raises:
        Rejected: the text is wrong.
        BulletinError: a file cannot be read, or a face is missing.
    """
    from bulletin_cli.checking import sound
    from bulletin_cli.fonts import FontSearch, find
    from bulletin_cli.reader import read

    reading = read(path, held)
    faces = find(reading.profile, search or FontSearch())
    return Ready(reading, faces, sound(reading, faces))


def render(
    it: Ready, formats: Collection[str] = USUAL, embed_fonts: bool = False
) -> list[tuple[str, bytes]]:
    """The files of an issue in memory: what each name ends in, and its bytes.

    Raises:
        Rejected: it cannot be laid out.
    """
    return list(Rendering(it.reading, it.faces, embed_fonts).all(formats))


def dump(path: Path, search: "FontSearch | None" = None) -> str:
    """The laid-out pages of an issue as text.

    Raises:
        Rejected: the text is wrong.
        BulletinError: a file cannot be read, or a face is missing.
    """
    from bulletin_cli.writers import dump

    it = ready(path, search)
    return dump.write(Rendering(it.reading, it.faces).pages())


def page_count(reading: "Reading", search: "FontSearch") -> int:
    """How many pages an issue has.

    Raises:
        Rejected: it cannot be laid out.
        BulletinError: a face is missing.
    """
    from bulletin_cli.fonts import find

    return len(Rendering(reading, find(reading.profile, search)).pages().pages)


def targets(path: Path, folder: Path | None, formats: Collection[str]) -> tuple[Path, ...]:
    """The files that an issue is written to; of several pictures the first."""
    return tuple(_output(path, folder, ENDINGS[name]) for name in FORMATS if name in formats)


def _output(path: Path, folder: Path | None, ending: str) -> Path:
    return (folder or path.parent) / f"{path.stem}{ending}"
