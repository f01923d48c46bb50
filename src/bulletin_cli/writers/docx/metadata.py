"""What the file says about itself (ECMA-376 Part 2 § 11, Dublin Core)."""

from lxml import etree

from bulletin_cli.document import Metadata

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SPACES = {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}


def core_properties(metadata: Metadata) -> etree._Element:
    """Title, author, subject and keywords; made and changed when the document says, in UTC.

    Nothing is taken from the clock, the user or the machine.
    """
    properties = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=_SPACES)
    made, changed = (
        time.replace(tzinfo=None).isoformat(timespec="seconds") + "Z" for time in metadata.times
    )
    for space, name, value in (
        (_DC, "title", metadata.title),
        (_DC, "subject", metadata.subject),
        (_DC, "creator", metadata.author),
        (_CORE, "keywords", "; ".join(metadata.keywords)),
        (_DC, "language", "zh-CN"),
        (_TERMS, "created", made),
        (_TERMS, "modified", changed),
    ):
        if not value:
            continue
        element = etree.SubElement(properties, f"{{{space}}}{name}")
        element.text = value
        if space is _TERMS:
            element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return properties
