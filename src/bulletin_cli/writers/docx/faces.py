"""The faces (字体) that the styles name, as the file lists them, and those that travel in it.

ECMA-376 Part 1 § 17.8. An embedded face is obfuscated: its first bytes are mixed with a key that
stands beside it (§ 17.8.1), so that nobody uses the file for anything else by mistake.
"""

import hashlib
import uuid
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.rooms import Face
from bulletin_cli.writers.docx.markup import Element, related, root, w
from bulletin_cli.writers.docx.package import Attached, Kind, serialised

_CHARSET = "86"
"""GB 2312 (§ 17.8.3.2): where a face is missing, Word looks for another Chinese one."""
_ANY_CHARSET = "01"
"""For a supplement, whose characters are in no such set: Word goes by its name alone."""
_MIXED = 32
"""How many bytes of a face are mixed with its key, which is half as long."""


class Embedded(Struct, frozen=True):
    """The faces that travel in a file.

    Attributes:
        files: TrueType files, each by the family that it goes by.
        families: for a character and a face of the profile that lacks it, the family that has it.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    families: Mapping[tuple[str, str], str] = field(default_factory=dict)


def face_table(profile: Profile, embedded: Embedded) -> Attached:
    """Every face that a role uses, with the other names it goes by, and those that are embedded."""
    keys = {style.face for style in profile.text.values()}
    keys |= {profile.inline.strong, profile.inline.emphasis}
    used = [profile.faces[key] for key in sorted(keys)]
    charsets = {face.name: _CHARSET for face in used}
    charsets |= {name: _ANY_CHARSET for name in embedded.files if name not in charsets}
    others = {face.name: face for face in used}
    files = {name: _file(name, number, embedded) for number, name in enumerate(embedded.files, 1)}
    table = root("fonts", *(_face(*pair, others, files) for pair in charsets.items()))
    parts = tuple(part for part, _key in files.values())
    return Attached(
        "rIdFonttable", "/word/fontTable.xml", Kind.FACES, serialised(table), attached=parts
    )


def _face(
    name: str, charset: str, others: Mapping[str, Face], files: Mapping[str, tuple[Attached, str]]
) -> Element:
    aliases = others[name].aliases if name in others else ()
    embedded = None
    if name in files:
        part, key = files[name]
        embedded = related("embedRegular", part.relation, fontKey=key)
    return w(
        "font",
        w("altName", val=",".join(aliases)) if aliases else None,
        w("charset", val=charset),
        w("family", val="auto"),
        w("pitch", val="default"),
        embedded,
        name=name,
    )


def _file(name: str, number: int, embedded: Embedded) -> tuple[Attached, str]:
    """A face as a part of the file, and its key, which is made of it: equal input, equal bytes."""
    data = embedded.files[name]
    key = uuid.UUID(bytes=hashlib.sha256(data).digest()[:16], version=5)
    path = f"/word/fonts/font{number}.odttf"
    part = Attached(f"rId{number}", path, Kind.FACE, _mixed(data, key))
    return part, f"{{{str(key).upper()}}}"


def _mixed(data: bytes, key: uuid.UUID) -> bytes:
    """The first bytes of a face with the key, last byte first, laid over them twice."""
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(data[:_MIXED], mask, strict=True)) + data[_MIXED:]


def families(text: str, face: str, embedded: Embedded) -> Iterator[tuple[str | None, str]]:
    """A text parted where its characters come from another family; ``None`` is its own."""
    part, family = "", None
    for char in text:
        wanted = embedded.families.get((char, face))
        if wanted != family and part:
            yield family, part
            part = ""
        family = wanted
        part += char
    if part:
        yield family, part
