"""The package (OPC, ECMA-376 Part 2): parts, the relationships between them, and equal bytes.

It is made from nothing, so it holds nothing of a template's: no unused styles, no
thumbnail, no name or date of a library.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

_LEVEL = 6
"""Deflate level: equal input gives equal bytes only at a fixed one."""


class Kind(Enum):
    """What a part is: its content type and the type of the relationship to it."""

    DOCUMENT = CONTENT_TYPE.WML_DOCUMENT_MAIN, RELATIONSHIP_TYPE.OFFICE_DOCUMENT
    PROPERTIES = CONTENT_TYPE.OPC_CORE_PROPERTIES, RELATIONSHIP_TYPE.CORE_PROPERTIES
    STYLES = CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES
    SETTINGS = CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS
    FACES = CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE
    FACE = "application/vnd.openxmlformats-officedocument.obfuscatedFont", RELATIONSHIP_TYPE.FONT
    THEME = CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME
    FOOTER = CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER
    PNG = CONTENT_TYPE.PNG, RELATIONSHIP_TYPE.IMAGE
    JPEG = CONTENT_TYPE.JPEG, RELATIONSHIP_TYPE.IMAGE


@dataclass(frozen=True, slots=True)
class Attached:
    """A part that the main document, or another part, points to.

    Attributes:
        relation: id of the relationship to it.
        path: where it stands in the package, from ``/``.
        kind: what it is.
        content: its bytes.
        attached: the parts that it points to itself.
    """

    relation: str
    path: str
    kind: Kind
    content: bytes
    attached: tuple["Attached", ...] = ()


def serialised(element: etree._Element) -> bytes:
    """A part's XML as bytes."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def pack(
    document: etree._Element, attached: Sequence[Attached], properties: etree._Element
) -> bytes:
    """The whole file.

    Args:
        document: root of the main document.
        attached: the parts it points to.
        properties: what the file says about itself.
    """
    package = Package()
    main = _part("/word/document.xml", Kind.DOCUMENT, serialised(document), package)
    core = _part("/docProps/core.xml", Kind.PROPERTIES, serialised(properties), package)
    package.load_rel(Kind.DOCUMENT.value[1], main, "rId1")
    package.load_rel(Kind.PROPERTIES.value[1], core, "rId2")
    _attach(attached, main, package)
    saved = io.BytesIO()
    package.save(saved)
    return _without_clock(saved)


def _attach(attached: Sequence[Attached], source: Part, package: Package) -> None:
    for part in attached:
        target = _part(part.path, part.kind, part.content, package)
        source.load_rel(part.kind.value[1], target, part.relation)
        _attach(part.attached, target, package)


def _part(path: str, kind: Kind, content: bytes, package: Package) -> Part:
    return Part(PackURI(path), kind.value[0], content, package)


def _without_clock(saved: io.BytesIO) -> bytes:
    """The same zip with the earliest date on every entry, and nothing of the machine."""
    result = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 0
            entry.external_attr = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name), compresslevel=_LEVEL)
    return result.getvalue()
