"""The structure tree: what each piece of the pages is, in reading order (PDF/UA-1 § 7.1).

Elements become ``H1``, ``H2``, ``P`` or ``Figure`` below one ``Document``; a parent tree leads from
each marked content of a page back to its element (ISO 32000-1 § 14.7).
"""

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from bulletin_cli.document import Role
from bulletin_cli.pages import Element

Marked = Sequence[Sequence[int]]
"""For each page, the elements of its marked contents in the order of their numbers."""


def tag(element: Element) -> str:
    """Structure type of an element."""
    if element.role is Role.LOGO:
        return "Figure"
    return f"H{element.level}" if element.level else "P"


def add_structure(
    elements: Sequence[Element],
    marked: Marked,
    pages: Sequence[PDFObjectReference],
    document: PDFDocument,
) -> PDFObjectReference:
    """Put the structure tree into a document; a reference to its root."""
    root, top = PDFDictionary({}), PDFDictionary({})
    root_reference, top_reference = document.Reference(root), document.Reference(top)
    kids = _contents(len(elements), marked, pages)
    references = [
        document.Reference(_element(element, children, top_reference))
        for element, children in zip(elements, kids, strict=True)
    ]
    top.dict.update(
        Type=PDFName("StructElem"),
        S=PDFName("Document"),
        P=root_reference,
        K=PDFArray(
            [reference for reference, children in zip(references, kids, strict=True) if children]
        ),
    )
    numbers: list[object] = []
    for page, on_page in enumerate(marked):
        numbers += [page, document.Reference(PDFArray([references[index] for index in on_page]))]
    tree = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    root.dict.update(
        Type=PDFName("StructTreeRoot"),
        K=PDFArray([top_reference]),
        ParentTree=tree,
        ParentTreeNextKey=len(marked),
    )
    return root_reference


def _contents(
    count: int, marked: Marked, pages: Sequence[PDFObjectReference]
) -> list[list[PDFDictionary]]:
    """For each element, references to its marked contents, page by page."""
    kids: list[list[PDFDictionary]] = [[] for _ in range(count)]
    for page, on_page in zip(pages, marked, strict=True):
        for number, index in enumerate(on_page):
            kids[index].append(PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": number}))
    return kids


def _element(
    element: Element, children: list[PDFDictionary], parent: PDFObjectReference
) -> PDFDictionary:
    entries = {
        "Type": PDFName("StructElem"),
        "S": PDFName(tag(element)),
        "P": parent,
        "K": PDFArray(children),
    }
    if element.role is Role.LOGO:
        entries["Alt"] = PDFString(element.text)
    return PDFDictionary(entries)
