"""The package (OPC, ECMA-376 Part 2): parts, the relationships between them, and equal bytes.

It is made from nothing, so it holds nothing of a template's: no unused styles, no
thumbnail, no name or date of a library.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.spec import default_content_types
from docx.package import Package
from lxml import etree
from msgspec import Struct

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_TYPES_ALONE: dict[Any, str] = {None: _TYPES[1:-1]}
_LEVEL = 3
"""Deflate level: equal input gives equal bytes only at a fixed one."""


class Kind(Enum):
    """What a part is: its content type and the type of the relationship to it."""

    DOCUMENT = CONTENT_TYPE.WML_DOCUMENT_MAIN, RELATIONSHIP_TYPE.OFFICE_DOCUMENT
    PROPERTIES = CONTENT_TYPE.OPC_CORE_PROPERTIES, RELATIONSHIP_TYPE.CORE_PROPERTIES
    STYLES = CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES
    SETTINGS = CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS
    FACES = CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE
    FACE = "application/vnd.openxmlformats-officedocument.obfuscatedFont", RELATIONSHIP_TYPE.FONT
    NUMBERING = CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING
    THEME = CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME
    FOOTER = CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER
    PNG = CONTENT_TYPE.PNG, RELATIONSHIP_TYPE.IMAGE
    JPEG = CONTENT_TYPE.JPEG, RELATIONSHIP_TYPE.IMAGE


class Attached(Struct, frozen=True):
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
    document: etree._Element,
    attached: Sequence[Attached],
    properties: etree._Element,
    addresses: Mapping[str, str],
) -> bytes:
    """The whole file.

    Args:
        document: root of the main document.
        attached: the parts it points to.
        properties: what the file says about itself.
        addresses: for each address outside that it points to, the id of the relationship.
    """
    package = Package()
    main = _part("/word/document.xml", Kind.DOCUMENT, serialised(document), package)
    core = _part("/docProps/core.xml", Kind.PROPERTIES, serialised(properties), package)
    package.load_rel(Kind.DOCUMENT.value[1], main, "rId1")
    package.load_rel(Kind.PROPERTIES.value[1], core, "rId2")
    _attach(attached, main, package)
    for address, relation in addresses.items():
        main.load_rel(RELATIONSHIP_TYPE.HYPERLINK, address, relation, is_external=True)
    return _zipped(_members(package))


def _members(package: Package) -> Iterator[tuple[PackURI, bytes]]:
    """The files of the package: what each is, then each part with its relationships."""
    parts = list(package.iter_parts())
    yield CONTENT_TYPES_URI, _content_types(tuple((p.partname, p.content_type) for p in parts))
    yield PACKAGE_URI.rels_uri, package.rels.xml
    for part in parts:
        yield part.partname, part.blob
        if part.rels:
            yield part.partname.rels_uri, part.rels.xml


@lru_cache(maxsize=16)
def _content_types(parts: tuple[tuple[PackURI, str], ...]) -> bytes:
    """What each part is: by the ending of its name where that says it (§ 10.1.2)."""
    endings = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
    endings |= {name.ext: kind for name, kind in parts if (name.ext, kind) in default_content_types}
    types = etree.Element(f"{_TYPES}Types", nsmap=_TYPES_ALONE)
    for ending, kind in sorted(endings.items()):
        etree.SubElement(types, f"{_TYPES}Default", Extension=ending, ContentType=kind)
    for name, kind in sorted(parts):
        if (name.ext, kind) not in default_content_types:
            etree.SubElement(types, f"{_TYPES}Override", PartName=name, ContentType=kind)
    return serialised(types)


def _attach(attached: Sequence[Attached], source: Part, package: Package) -> None:
    for part in attached:
        target = _part(part.path, part.kind, part.content, package)
        source.load_rel(part.kind.value[1], target, part.relation)
        _attach(part.attached, target, package)


def _part(path: str, kind: Kind, content: bytes, package: Package) -> Part:
    return Part(PackURI(path), kind.value[0], content, package)


def _zipped(members: Iterable[tuple[PackURI, bytes]]) -> bytes:
    """A zip with the earliest date on every entry, and nothing of the machine."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as target:
        for name, data in members:
            entry = zipfile.ZipInfo(name.membername)
            entry.create_system = 0
            entry.external_attr = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, data, compresslevel=_LEVEL)
    return result.getvalue()
