"""PDF objects that reportlab lacks or writes too loosely for PDF/A."""

from collections.abc import Sequence
from typing import ClassVar

import deflate
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDocument, PDFObject, PDFPage

USUAL, FAST = 6, 1
"""Levels of compression, fixed, because equal input must give equal bytes. Outlines are hard to
compress: the fast level takes half the time for them and leaves 1.5 % more. The map of characters
beside them is compressed as fast."""


class Raw(PDFObject):
    """An object that is written as it is: reportlab takes long to put dictionaries into words."""

    def __init__(self, text: str) -> None:
        """Take the object's text, ASCII."""
        self.text = text

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - reportlab's protocol
        """The object as bytes."""
        return self.text.encode("ascii")


class Stream(PDFObject):
    """A stream whose length counts exactly its data (ISO 19005-2 § 6.1.7.1)."""

    def __init__(self, entries: str, data: bytes) -> None:
        """Take the entries of its dictionary but the length, and its data."""
        self.entries, self.data = entries, data

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - reportlab's protocol
        """The stream as bytes, an end of line before ``endstream``.

        It is CR LF, for data may end in CR: with LF alone that would count as a part of it.
        """
        head = f"<<{self.entries}/Length {len(self.data)}>>\nstream\n"
        return b"".join((head.encode("ascii"), self.data, b"\r\nendstream\n"))


def stream(data: bytes, entries: str = "", *, level: int = USUAL) -> Stream:
    """A compressed stream of data, with further entries of its dictionary."""
    return Stream(f"{entries}/Filter/FlateDecode", bytes(deflate.zlib_compress(data, level)))


def reference(target: PDFObject, document: PDFDocument) -> str:
    """A reference to an object, put into the document if it is not there, as text."""
    text: bytes = document.Reference(target).format(document)
    return text.decode("ascii").strip()


class Catalog(PDFCatalog):
    """The document catalogue, with the output intents that reportlab does not know."""

    __NoDefault__: ClassVar[list[str]] = [*PDFCatalog.__NoDefault__, "OutputIntents"]
    __Refs__: ClassVar[list[str]] = [
        name for name in PDFCatalog.__Refs__ if name not in {"MarkInfo", "ViewerPreferences"}
    ]

    def __init__(self, plain: PDFCatalog) -> None:
        """Take over what a plain catalogue holds."""
        self.__dict__.update(plain.__dict__)


class TaggedPage(PDFPage):
    """A page with its key in the structure's parent tree, tabbing in that order, and its links.

    ``areas`` are references to what can be pressed on it.
    """

    StructParents: int
    areas: Sequence[str]

    def format(self, document: PDFDocument) -> bytes:
        """The page's dictionary as bytes."""
        pictures = ""
        if self.XObjects:
            pictures = f"/XObject {self.XObjects.format(document).decode('ascii')}"
        areas = f"/Annots[{' '.join(self.areas)}]" if self.areas else ""
        return (
            f"<</Type/Page/Parent {reference(document.Pages, document)}"
            f"/MediaBox[0 0 {fp_str(self.pagewidth)} {fp_str(self.pageheight)}]"
            f"/Resources<</Font {reference(document.idToObject['BasicFonts'], document)}"
            f"{pictures}>>"
            f"/Contents {reference(self.Contents, document)}"
            f"{areas}/StructParents {self.StructParents}/Tabs/S>>"
        ).encode("ascii")
