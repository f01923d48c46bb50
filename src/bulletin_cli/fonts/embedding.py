"""Faces that travel in a DOCX (嵌入字体): subsets of ours, under the names that its styles ask for.

Only the faces that come with the program are embedded, whatever the machine has: the official ones
are commercial, and the file is the same on every machine.

A subset that stands for an official face has that face's name as its family, because a document
finds an embedded font by no other name. Everything else in it says what it is: full name,
PostScript name, copyright, description, licence. Where the reader has the real face, that is used.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from bulletin_cli.characters import CLOSING, DASHES, OPENING, POINTS
from bulletin_cli.fonts.faces import Faces, FontFile
from bulletin_cli.fonts.naming import DESCRIPTION, FAMILY, LICENCE, renamed
from bulletin_cli.profiles.model import Profile

_ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | OPENING | CLOSING | POINTS | DASHES | {"·"}
"""Embedded with every face: a colleague who changes a sentence types figures and marks."""


class Embedding(Struct, frozen=True):
    """The faces that travel in one document.

    Attributes:
        files: TrueType files by the family they go by there.
        families: for a character and a face of the profile that lacks it, the family that has it.
    """

    files: Mapping[str, bytes]
    families: Mapping[tuple[str, str], str]


def embed(profile: Profile, faces: Faces, used: Mapping[str, Iterable[str]]) -> Embedding:
    """Cut the faces of a document down to what it uses.

    Args:
        profile: what its faces are called.
        faces: ours alone; each one's chain begins with the face that stands for it.
        used: for each face of the profile, the characters set in it.
    """
    owners: dict[str, str] = {}
    wanted: dict[str, tuple[FontFile, set[str]]] = {}
    families: dict[tuple[str, str], str] = {}
    for key, characters in sorted(used.items()):
        name = profile.faces[key].name
        owner = owners.setdefault(name, key)
        main = faces.chains[owner][0]
        wanted.setdefault(name, (main, set()))
        for char in sorted({*characters, *_ALWAYS}):
            found = faces.font(char, owner)
            if found is None:
                continue
            font = found[0]
            if font is main:
                wanted[name][1].add(char)
            elif char in characters:
                families[char, key] = font.family
                wanted.setdefault(font.family, (font, set()))[1].add(char)
    files = {name: _subset(name, *entry) for name, entry in sorted(wanted.items())}
    return Embedding(files, families)


def _subset(family: str, font: FontFile, characters: Iterable[str]) -> bytes:
    """A face with only these characters, that says what it is and by whose leave."""
    described = font.described(DESCRIPTION)
    told = f"A subset of {font.family}, made by bulletin-cli together with the document it is in"
    stands = f", where it stands for {family}" if family != font.family else ""
    names = {FAMILY: family, DESCRIPTION: f"{told}{stands}. {described}".strip()}
    if font.licence_text:
        names[LICENCE] = font.licence_text
    return renamed(font.part(characters), names)
