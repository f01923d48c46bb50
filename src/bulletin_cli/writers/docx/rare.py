"""Rare characters (生僻字): runs parted where a face that travels in the file lacks a character.

Without embedded faces nothing is parted: which font helps out is then the reader's business.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy

from bulletin_cli.profiles.model import Profile
from bulletin_cli.roles import Role
from bulletin_cli.writers.docx.faces import Embedded, families
from bulletin_cli.writers.docx.markup import Element, W, face_of, text, w
from bulletin_cli.writers.docx.names import CHARACTERS, FOLIO_EVEN, FOOT_RIGHT, PARAGRAPHS

_W = f"{{{W}}}"
_ROLES = {
    **{name.id: role for role, name in (*PARAGRAPHS.items(), *CHARACTERS.items())},
    FOOT_RIGHT.id: Role.FOOT,
    FOLIO_EVEN.id: Role.FOLIO,
}


def with_families(
    story: Iterable[Element], profile: Profile, embedded: Embedded
) -> Iterator[Element]:
    """The same elements, in which every character is set in a family that has it."""
    for element in story:
        if embedded.families:
            for paragraph in element.iter(_W + "p"):
                for run in list(paragraph.iter(_W + "r")):
                    _part(run, _face(run, paragraph, profile), embedded)
        yield element


def _face(run: Element, paragraph: Element, profile: Profile) -> str | None:
    """The face of a run, by its own style or its paragraph's; a picture has none."""
    for style in (run.find(f"{_W}rPr/{_W}rStyle"), paragraph.find(f"{_W}pPr/{_W}pStyle")):
        role = None if style is None else _ROLES.get(style.get(_W + "val", ""))
        if role:
            face = profile.inline.face_of(role)
            return face or (profile.text[role].face if role in profile.text else None)
    return None


def _part(run: Element, face: str | None, embedded: Embedded) -> None:
    """Put runs in the place of one whose text is not all of one family."""
    if face is None:
        return
    pieces = list(_pieces(run, face, embedded))
    if all(family is None for family, _piece in pieces):
        return
    parent, properties = run.getparent(), run.find(_W + "rPr")
    assert parent is not None
    for family, piece in pieces:
        own = deepcopy(properties)
        if own is not None and family:
            for fonts in own.iter(_W + "rFonts"):
                own.replace(fonts, face_of(family))
        run.addprevious(w("r", own, piece))
    parent.remove(run)


def _pieces(run: Element, face: str, embedded: Embedded) -> Iterator[tuple[str | None, Element]]:
    """What stands in a run after its properties, text by family."""
    for child in run:
        if child.tag == _W + "t":
            for family, part in families(child.text or "", face, embedded):
                yield family, text(part)
        elif child.tag != _W + "rPr":
            yield None, child
