"""Fonts (字体): from the families that a profile asks for to files, widths and subsets.

``find`` is the way in. Every face ends in the faces that travel with the program, so the chain of
fonts behind a role always reaches the rare characters that official fonts lack.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from bulletin_cli.diagnostics import FontError
from bulletin_cli.font_files import bundled_folder, named_files, system_files
from bulletin_cli.fonts.faces import Faces, FontFile, Found, Letter
from bulletin_cli.fonts.search import by_name
from bulletin_cli.messages import _
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.rooms import Face

__all__ = ["Faces", "FontFile", "FontSearch", "Found", "Letter", "find"]


class FontSearch(Struct, frozen=True):
    """Where to look for fonts.

    Attributes:
        paths: files and folders that the user names; they come first.
        system: whether the system's fonts count; without them a page is the same on every machine.
        strict: whether a stand-in is an error.
    """

    paths: tuple[Path, ...] = ()
    system: bool = True
    strict: bool = False


def find(profile: Profile, search: FontSearch) -> Faces:
    """Find a font for every face of a profile.

    Raises:
        FontError: a path leads nowhere, or, strictly, a face has only a stand-in.
    """
    faces = _faces(tuple(profile.faces.items()), search.paths, search.system)
    standins = [each.wanted for each in faces.found if each.standin]
    if search.strict and standins:
        names = "、".join(standins)
        raise FontError(
            _(
                "These typefaces are not found on this machine: {names}; "
                "install them, or name their folder with --font-path."
            ).format(names=names)
        )
    return faces


@lru_cache(maxsize=16)
def _faces(wanted: tuple[tuple[str, Face], ...], paths: tuple[Path, ...], system: bool) -> Faces:
    """The fonts for some faces; looked for once, for an archive asks for the same ones."""
    places: list[Mapping[str, FontFile]] = [by_name(named_files(paths))] if paths else []
    if system:
        places.append(_system())
    found = tuple(_found(key, face, places) for key, face in wanted)
    return Faces(found, {each.face: tuple(_chain(each.font, each.face)) for each in found})


@cache
def _system() -> Mapping[str, FontFile]:
    return by_name(system_files())


def _found(key: str, face: Face, places: list[Mapping[str, FontFile]]) -> Found:
    for place in places:
        for family in (face.name, *face.aliases, *face.standins):
            font = place.get(family.lower())
            if font:
                return Found(key, face.name, font, family in face.standins)
    return Found(key, face.name, _bundled_for(key), standin=True)


def _chain(first: FontFile, key: str) -> Iterator[FontFile]:
    """The font itself, the bundled ones of its kind, then 宋体, which has the most characters."""
    kinds = dict.fromkeys([key, "song", "rare", *_bundled()])
    bundled = [font for kind in kinds for font in _bundled().get(kind, ())]
    yield from dict.fromkeys([first, *bundled])


def _bundled_for(key: str) -> FontFile:
    return _bundled().get(key, _bundled()["fangsong"])[0]


@cache
def _bundled() -> dict[str, tuple[FontFile, ...]]:
    """The faces that travel with the program, by the key of the face they stand for."""
    folder = bundled_folder()
    manifest = tomllib.loads((folder / "manifest.toml").read_text(encoding="utf-8"))
    fonts: dict[str, tuple[FontFile, ...]] = {}
    for entry in manifest["face"]:
        font = FontFile(
            folder / entry["file"],
            0,
            entry["family"],
            licence=entry["licence"],
            licence_file=folder / entry["licence_file"],
        )
        fonts[entry["role"]] = (*fonts.get(entry["role"], ()), font)
    return fonts
