"""PDF objects that reportlab lacks or writes too loosely for PDF/A."""

from collections.abc import Mapping
from typing import Any, ClassVar

import deflate
from reportlab.pdfbase.pdfdoc import (
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFPage,
    PDFStream,
)

_LEVEL = 6
"""Of compression: fixed, because equal input must give equal bytes."""


class Stream(PDFStream):
    """A compressed stream whose length counts exactly its data (ISO 19005-2 § 6.1.7.1)."""

    def format(self, document: PDFDocument) -> bytes:
        """The stream as bytes, an end of line before ``endstream``."""
        dictionary = PDFDictionary({**self.dictionary.dict, "Length": len(self.content)})
        head: bytes = dictionary.format(document)
        return b"".join((head, b"\nstream\n", self.content, b"\nendstream\n"))


def stream(data: bytes, entries: Mapping[str, Any] | None = None, *, plain: bool = False) -> Stream:
    """A stream of data with further entries of its dictionary, compressed unless ``plain``."""
    content = data if plain else bytes(deflate.zlib_compress(data, _LEVEL))
    dictionary = {**(entries or {}), **({} if plain else {"Filter": PDFName("FlateDecode")})}
    return Stream(PDFDictionary(dictionary), content)


class Raw(PDFObject):
    """An object that is written as it is: of some there are too many to have them formatted."""

    def __init__(self, text: str) -> None:
        """Take the object's text, ASCII."""
        self.text = text

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - reportlab's protocol
        """The object as bytes."""
        return self.text.encode("ascii")


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
    """A page with its key in the structure's parent tree, tabbing in that order."""

    __NoDefault__: ClassVar[list[str]] = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
    Tabs = PDFName("S")
