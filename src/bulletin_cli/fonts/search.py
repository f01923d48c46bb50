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
"""Identifiers of names in a font (OpenType, table name)."""
_REGULAR = 400
"""Weight class of a regular font (OpenType, OS/2 usWeightClass)."""


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
    """The fonts of the files by each name that they go by, lower case.

    A family's own name is taken by its most regular font; of equals the first one wins. A file that
    is no font, or cannot be read, is passed over.
    """
    found: dict[str, tuple[float, FontFile]] = {}
    for path in files:
        for index, face in _fonts(path):
            font = FontFile(path, index, _name(face, path), licence=_licence(face))
            for name, rank in _names(face):
                known = found.get(name.lower())
                if known is None or rank < known[0]:
                    found[name.lower()] = rank, font
    return {name: font for name, (_rank, font) in found.items()}


def _fonts(path: Path) -> Iterator[tuple[int, hb.Face]]:
    """The fonts of a file or collection."""
    try:
        blob = hb.Blob.from_file_path(str(path))
    except (OSError, hb.HarfBuzzError):
        return
    for index in range(max(hb.Face(blob, 0).count, 1)):
        face = hb.Face(blob, index)
        if face.glyph_count:
            yield index, face


def _name(face: hb.Face, path: Path) -> str:
    return str(face.get_name(_TYPOGRAPHIC_FAMILY) or face.get_name(_FAMILY) or path.stem)


def _licence(face: hb.Face) -> str:
    return str(face.get_name(_LICENCE) or "")


def _names(face: hb.Face) -> Iterator[tuple[str, float]]:
    """Each name of a font in each language, and how far it is from what the name promises.

    A full name means this very font; a family's name means its regular weight, upright.
    """
    font = hb.Font(face)
    weight = font.get_style_value(hb.StyleTag.WEIGHT)
    slant = font.get_style_value(hb.StyleTag.ITALIC)
    for entry in face.list_names():
        name = face.get_name(entry.name_id, entry.language)
        if not name:
            continue
        if entry.name_id == _FULL:
            yield str(name), 0.0
        elif entry.name_id in {_FAMILY, _TYPOGRAPHIC_FAMILY}:
            yield str(name), abs(weight - _REGULAR) + _REGULAR * slant
