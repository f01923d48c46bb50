"""Where font files are looked for: what the user names, then the system's folders."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import uharfbuzz as hb

from bulletin_cli.diagnostics import FontError
from bulletin_cli.fonts.faces import FontFile
from bulletin_cli.messages import _

_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
_FAMILY, _FULL, _LICENCE, _TYPOGRAPHIC_FAMILY = 1, 4, 13, 16


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
        FontError: a path leads nowhere.
    """
    for path in paths:
        if not path.exists():
            raise FontError(_('There is no font file or folder "{path}".').format(path=path))
        yield from _files(path) if path.is_dir() else [path]


def system_files() -> Iterator[Path]:
    """The font files of the system, in a fixed order."""
    for folder in system_folders():
        yield from _files(folder)


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if Path(name).suffix.lower() in _SUFFIXES:
                yield Path(parent) / name


def by_name(files: Iterable[Path]) -> dict[str, FontFile]:
    """The fonts of the files by each name that a family goes by, lower case; the first one wins.

    A file that is no font, or cannot be read, is passed over.
    """
    found: dict[str, FontFile] = {}
    for path in files:
        try:
            blob = hb.Blob.from_file_path(str(path))
        except (OSError, hb.HarfBuzzError):
            continue
        for index in range(max(hb.Face(blob, 0).count, 1)):
            face = hb.Face(blob, index)
            if not face.glyph_count:
                continue
            for font, name in _names(face, path, index):
                found.setdefault(name.lower(), font)
    return found


def _names(face: hb.Face, path: Path, index: int) -> Iterator[tuple[FontFile, str]]:
    """A font under each of its names, in every language it has them in."""
    family = str(face.get_name(_FAMILY) or path.stem)
    font = FontFile(path, index, family, licence=str(face.get_name(_LICENCE) or ""))
    for entry in face.list_names():
        if entry.name_id in {_FAMILY, _FULL, _TYPOGRAPHIC_FAMILY}:
            name = face.get_name(entry.name_id, entry.language)
            if name:
                yield font, str(name)
