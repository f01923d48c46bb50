"""The faces (字体) that the styles name, as the file lists them (ECMA-376 Part 1 § 17.8)."""

from bulletin_cli.profiles.model import Profile
from bulletin_cli.writers.docx.markup import Element, root, w

_CHARSET = "86"
"""GB 2312 (§ 17.8.3.2): where a face is missing, Word looks for another Chinese one."""


def face_table(profile: Profile) -> Element:
    """Every face that a role uses, with the other names it goes by."""
    used = sorted({style.face for style in profile.text.values()})
    return root("fonts", *(_face(name, profile) for name in used))


def _face(key: str, profile: Profile) -> Element:
    face = profile.faces[key]
    return w(
        "font",
        w("altName", val=",".join(face.aliases)) if face.aliases else None,
        w("charset", val=_CHARSET),
        w("family", val="auto"),
        w("pitch", val="default"),
        name=face.name,
    )
