"""What font files hold: the names that each font goes by, the most regular of a family first."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import uharfbuzz as hb

from bulletin_cli.fonts.faces import FontFile

_FAMILY, _FULL, _LICENCE, _TYPOGRAPHIC_FAMILY = 1, 4, 13, 16
"""Identifiers of names in a font (OpenType, table name)."""
_REGULAR = 400
"""Weight class of a regular font (OpenType, OS/2 usWeightClass)."""


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
