"""Font files (字体文件): those that travel with the program, those named, those of the system.

No font library is imported here, so that whether fonts have changed is known before one is needed.
"""

import hashlib
import os
import struct
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from bulletin_cli.diagnostics import FontError
from bulletin_cli.messages import _

_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}


def bundled_folder() -> Path:
    """The faces that travel with the program: in a package beside the code, else at the top."""
    package = Path(__file__).parent
    for folder in (package / "bundled", package.parents[1] / "fonts"):
        if (folder / "manifest.toml").is_file():
            return folder
    raise FontError(_("The typefaces that travel with the program are missing; install it again."))


def system_folders() -> list[Path]:
    """The folders where this system, and this user, keep fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return [
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
            local / "Microsoft/Windows/Fonts",
        ]
    if sys.platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    return [
        data / "fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    ]


def named_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The font files that the user names, as files or as folders.

    Raises:
        FontError: a path leads nowhere, or to a device or a pipe.
    """
    for path in paths:
        if not path.exists():
            raise FontError(_('There is no font file or folder "{path}".').format(path=path))
        if not (path.is_dir() or path.is_file()):
            message = _('"{path}" is not an ordinary file; name a font file or a folder.')
            raise FontError(message.format(path=path))
        yield from files_below(path) if path.is_dir() else [path]


def system_files() -> Iterator[Path]:
    """The font files of the system, in a fixed order."""
    for folder in system_folders():
        yield from files_below(folder)


def files_below(folder: Path) -> Iterator[Path]:
    """The font files of a folder and those below it, in a fixed order; no devices, no pipes."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(parent) / name
            if path.suffix.lower() in _SUFFIXES and path.is_file():
                yield path


def identity(path: Path) -> str:
    """A digest that stands for a font file: equal only where the fonts in it are.

    Each font begins with a directory that holds a checksum of every table (OpenType, "Organization
    of an OpenType font"): reading it spares reading megabytes of outlines. What has none is read
    whole.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        try:
            directories = b"".join(_directories(file))
        except struct.error:
            file.seek(0)
            return hashlib.file_digest(file, "sha256").hexdigest()
        size = file.seek(0, os.SEEK_END)
    return hashlib.sha256(directories + str(size).encode()).hexdigest()


def _directories(file: BinaryIO) -> Iterator[bytes]:
    """The directory of each font in a file.

    Raises:
        struct.error: there is none.
    """
    kind = file.read(4)
    offsets: tuple[int, ...] = (0,)
    if kind == b"ttcf":
        _version, count = struct.unpack(">II", file.read(8))
        offsets = struct.unpack(f">{count}I", file.read(4 * count))
    elif kind not in _FONTS:
        raise struct.error
    for offset in offsets:
        file.seek(offset)
        head = file.read(12)
        (tables,) = struct.unpack_from(">H", head, 4)
        yield head + file.read(_ENTRY * tables)


_FONTS = {b"\0\1\0\0", b"OTTO", b"true"}
"""How a file of one font begins."""
_ENTRY = 16
"""Bytes of a table in the directory: its name, checksum, place and length."""
