"""The structure tree: what each piece of the pages is, in reading order (PDF/UA-1 § 7.1).

Elements become headings, paragraphs, figures and what is made of them, below one ``Document``; a
parent tree leads from each marked content of a page back to its element (ISO 32000-1 § 14.7).
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFString

from bulletin_cli.pages import Element, Kind
from bulletin_cli.writers.pdf.links import Link
from bulletin_cli.writers.pdf.objects import Raw, reference

Marked = Sequence[Sequence[int]]
"""For each page, the elements of its marked contents in the order of their numbers."""

_Kids: TypeAlias = list[tuple[str, int] | int | Link]
"""What an element holds: marked contents, by page and number there, other elements, and links."""


def tag(element: Element) -> str:
    """Structure type of an element."""
    return f"H{element.level}" if element.level else element.kind.value


def structure(
    elements: Sequence[Element],
    marked: Marked,
    pages: Sequence[str],
    links: Sequence[Link],
    document: PDFDocument,
) -> PDFObject:
    """Put the structure tree into a document; its root.

    Args:
        elements: what the pages are made of.
        marked: which of them the marked contents of each page belong to.
        pages: a reference to each page.
        links: the areas that lead elsewhere, in the order of their keys in the parent tree.
        document: what it is put into.
    """
    root, top = Raw(""), Raw("")
    above = reference(top, document)
    kids, first = _kids(elements, marked, pages)
    for link in links:
        kids[link.element].append(link)
    objects = {index: Raw("") for index in sorted(kids)}
    names = {index: reference(each, document) for index, each in objects.items()}
    for index, each in objects.items():
        element = elements[index]
        parent = above if element.parent is None else names[element.parent]
        alt = _said(element, document)
        each.text = (
            f"<</Type/StructElem/S/{tag(element)}/P {parent}{_content(kids[index], names)}{alt}>>"
        )
    below = " ".join(names[index] for index in first)
    top.text = f"<</Type/StructElem/S/Document/P {reference(root, document)}/K[{below}]>>"
    numbers = _numbers(marked, links, names)
    root.text = (
        f"<</Type/StructTreeRoot/K[{above}]/ParentTree<</Nums[{numbers}]>>"
        f"/ParentTreeNextKey {len(marked) + len(links)}>>"
    )
    return root


def _numbers(marked: Marked, links: Sequence[Link], names: Mapping[int, str]) -> str:
    """The parent tree: of each page the elements of its marked contents, of each link its own."""
    pages = [
        f"{page} [{' '.join(names[index] for index in on_page)}]"
        for page, on_page in enumerate(marked)
    ]
    areas = [f"{key} {names[link.element]}" for key, link in enumerate(links, len(marked))]
    return " ".join([*pages, *areas])


def _kids(
    elements: Sequence[Element], marked: Marked, pages: Sequence[str]
) -> tuple[dict[int, _Kids], list[int]]:
    """What each element holds, in the order in which reading comes to it; and those at the top."""
    kids: dict[int, _Kids] = {}
    first: list[int] = []

    def reach(index: int) -> _Kids:
        if index not in kids:
            parent = elements[index].parent
            (first if parent is None else reach(parent)).append(index)
            kids[index] = []
        return kids[index]

    for page, on_page in zip(pages, marked, strict=True):
        for number, index in enumerate(on_page):
            reach(index).append((page, number))
    return kids, first


def _said(element: Element, document: PDFDocument) -> str:
    """What a figure shows, for those who cannot see it; of a header, that it heads its column."""
    if element.kind is Kind.HEADER:
        return "/A<</O/Table/Scope/Column>>"
    if element.kind is not Kind.FIGURE:
        return ""
    return f"/Alt {PDFString(element.text).format(document).decode('ascii')}"


def _content(kids: _Kids, names: Mapping[int, str]) -> str:
    """An element's kids; contents that all stand on one page need only their numbers."""
    on = {kid[0] for kid in kids if isinstance(kid, tuple)}
    page = on.pop() if len(on) == 1 else None
    parts = " ".join(_kid(kid, names, page) for kid in kids)
    return f"{f'/Pg {page}' if page else ''}/K[{parts}]"


def _kid(kid: tuple[str, int] | int | Link, names: Mapping[int, str], page: str | None) -> str:
    """One of them; contents that stand on the element's own page need only their numbers."""
    match kid:
        case int():
            return names[kid]
        case Link():
            return f"<</Type/OBJR/Pg {kid.page}/Obj {kid.annotation}>>"
        case on, number:
            return str(number) if page else f"<</Type/MCR/Pg {on}/MCID {number}>>"
