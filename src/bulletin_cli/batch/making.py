"""What outputs are made of besides their sources: the program, what was asked for, the fonts.

Each is reduced to a digest. Two digests that are equal mean equal bytes, so an output with the same
digests need not be made again. Nothing of the program's own weight is imported for it.
"""

import hashlib
import os
import sys
import zlib
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from bulletin_cli import font_files
from bulletin_cli.limits import USUAL, Limits
from bulletin_cli.messages import language

if TYPE_CHECKING:
    from bulletin_cli.fonts import Faces, FontSearch

_LIBRARIES = ("reportlab", "docx", "uharfbuzz", "PIL", "pypdfium2", "lxml", "pydantic")
"""Modules of the libraries that have a say in the bytes of an output."""

_SILENT = {".pyc", ".po", ".typed"}
"""Files of the program that no output can depend on; any other may have a say."""

_OTHERS = {"__pycache__", "bundled"}
"""Folders that are none of the program's: what is compiled, and fonts, which are surroundings."""


class Making(Struct, frozen=True):
    """How issues are to be made.

    Attributes:
        formats: what each is written as.
        font_paths: files and folders where fonts are looked for first.
        system_fonts: whether the system's fonts count.
        strict_fonts: whether a stand-in is an error.
        embed_fonts: whether our own faces travel in the DOCX.
        limits: how much is taken in.
    """

    formats: tuple[str, ...] = ("pdf", "docx")
    font_paths: tuple[Path, ...] = ()
    system_fonts: bool = True
    strict_fonts: bool = False
    embed_fonts: bool = False
    limits: Limits = USUAL

    def search(self) -> "FontSearch":
        """Where fonts are looked for."""
        from bulletin_cli.fonts import FontSearch

        return FontSearch(self.font_paths, self.system_fonts, self.strict_fonts)

    def digest(self) -> str:
        """The program, its libraries, and all that was asked for but the fonts."""
        said = language() if "report" in self.formats else ""
        asked = (sorted(self.formats), self.strict_fonts, self.embed_fonts, self.limits, said)
        return _digest([_program(), repr(asked), os.environ.get("SOURCE_DATE_EPOCH", "")])

    def surroundings(self) -> str:
        """The font files that can be found, told apart by size and time, unopened."""
        return _surroundings(self.font_paths, self.system_fonts)


@cache
def _surroundings(paths: tuple[Path, ...], system: bool) -> str:
    files = [*font_files.named_files(paths), *font_files.files_below(font_files.bundled_folder())]
    if system:
        files += font_files.system_files()
    return _digest(_stamp(path) for path in files)


def faces_digest(faces: "Faces") -> str:
    """The fonts that an issue is set with, by what is in them."""
    return _digest(
        " ".join([face, *(_key(font.path, font.index) for font in chain)])
        for face, chain in sorted(faces.chains.items())
    )


def _key(path: Path, index: int) -> str:
    return f"{_content(path, _stamp(path))}:{index}"


@cache
def _content(path: Path, _stamp: str) -> str:
    return font_files.identity(path)


def _stamp(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return f"{path} -"
    return f"{path} {status.st_size} {status.st_mtime_ns}"


@cache
def _program() -> str:
    """The program by what its files say, the libraries and Python by their versions."""
    whole = hashlib.sha256()
    for folder, below, names in os.walk(Path(__file__).parents[1]):
        below[:] = sorted(set(below) - _OTHERS)
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix not in _SILENT:
                data = path.read_bytes()
                whole.update(f"{path.name} {len(data)}\n".encode())
                whole.update(data)
    return _digest([whole.hexdigest(), *_versions(), sys.version, zlib.ZLIB_RUNTIME_VERSION])


def _versions() -> list[str]:
    """Names of the folders in which installers say what they have put there, with versions."""
    homes: set[Path] = set()
    for name in _LIBRARIES:
        spec = find_spec(name)
        if spec and spec.origin:
            homes.add(Path(spec.origin).parents[1])
    return sorted(
        entry.name for home in homes for entry in os.scandir(home) if entry.name.endswith("-info")
    )


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
