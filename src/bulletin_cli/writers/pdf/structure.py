"""The structure tree: what each piece of the pages is, in reading order (PDF/UA-1 § 7.1).

Elements become ``H1``, ``H2``, ``P`` or ``Figure`` below one ``Document``; a parent tree leads from
each marked content of a page back to its element (ISO 32000-1 § 14.7).
"""

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFString

from bulletin_cli.document import Role
from bulletin_cli.pages import Element
from bulletin_cli.writers.pdf.objects import Raw, reference

Marked = Sequence[Sequence[int]]
"""For each page, the elements of its marked contents in the order of their numbers."""


def tag(element: Element) -> str:
    """Structure type of an element."""
    if element.role is Role.LOGO:
        return "Figure"
    return f"H{element.level}" if element.level else "P"


def structure(
    elements: Sequence[Element],
    marked: Marked,
    pages: Sequence[PDFObject],
    document: PDFDocument,
) -> PDFObject:
    """Put the structure tree into a document; its root."""
    root, top = Raw(""), Raw("")
    parent = reference(top, document)
    kids = _contents(len(elements), marked, [reference(page, document) for page in pages])
    placed = [
        reference(Raw(_element(element, content, parent, document)), document)
        for element, content in zip(elements, kids, strict=True)
    ]
    below = " ".join(own for own, content in zip(placed, kids, strict=True) if content)
    top.text = f"<</Type/StructElem/S/Document/P {reference(root, document)}/K[{below}]>>"
    numbers = " ".join(
        f"{page} [{' '.join(placed[index] for index in on_page)}]"
        for page, on_page in enumerate(marked)
    )
    root.text = (
        f"<</Type/StructTreeRoot/K[{parent}]/ParentTree<</Nums[{numbers}]>>"
        f"/ParentTreeNextKey {len(marked)}>>"
    )
    return root


def _contents(count: int, marked: Marked, pages: Sequence[str]) -> list[list[tuple[str, int]]]:
    """For each element, its marked contents: page and number there, page by page."""
    kids: list[list[tuple[str, int]]] = [[] for _ in range(count)]
    for page, on_page in zip(pages, marked, strict=True):
        for number, index in enumerate(on_page):
            kids[index].append((page, number))
    return kids


def _element(
    element: Element, content: list[tuple[str, int]], parent: str, document: PDFDocument
) -> str:
    """An element's dictionary; contents that all stand on one page need only their numbers."""
    alt = ""
    if element.role is Role.LOGO:
        alt = f"/Alt {PDFString(element.text).format(document).decode('ascii')}"
    first = content[0][0] if content else None
    if first and all(page == first for page, _number in content):
        kids = f"/Pg {first}/K[{' '.join(str(number) for _page, number in content)}]"
    else:
        marks = (f"<</Type/MCR/Pg {page}/MCID {number}>>" for page, number in content)
        kids = f"/K[{''.join(marks)}]"
    return f"<</Type/StructElem/S/{tag(element)}/P {parent}{kids}{alt}>>"
