"""Links: areas of a page that lead elsewhere when they are pressed (ISO 32000-1 § 12.5.6.5).

Each is an annotation that says where it leads and is a part of the structure (PDF/UA-1 § 7.18.5).
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFString

from bulletin_cli.pages import Element, Glyphs, Kind, Page, Pages
from bulletin_cli.writers.pdf.objects import Raw, reference

_BELOW = 0.12
"""How far the box of a character hangs below its baseline, em."""


class Link(Struct, frozen=True):
    """An area that leads elsewhere: its element, its page and its object as references."""

    element: int
    page: str
    annotation: str


def links(pages: Pages, objects: Sequence[str], document: PDFDocument) -> list[Link]:
    """Put the links of all pages into a document.

    Args:
        pages: what stands where.
        objects: a reference to each page.
        document: what they are put into; the keys of its pages in the structure's parent tree are
            their numbers from 0, and the links' follow.
    """
    if not any(element.kind is Kind.LINK for element in pages.elements):
        return []
    targets = _targets(pages, objects)
    result: list[Link] = []
    for page, own in zip(pages.pages, objects, strict=True):
        for element, area in _areas(page, pages):
            said, leads = _leads(pages.elements[element], targets, document)
            key = len(pages.pages) + len(result)
            annotation = Raw(
                f"<</Type/Annot/Subtype/Link/Rect[{area}]/Border[0 0 0]/F 4/StructParent {key}"
                f"/Contents {_string(said, document)}{leads}>>"
            )
            result.append(Link(element, own, reference(annotation, document)))
    return result


class _Area(Struct):
    """What a link takes of a line: its sides, its baseline and the size of its type, pt."""

    element: int
    left: float
    right: float
    y: float
    size: float

    def holds(self, item: Glyphs) -> bool:
        """Whether an item stands on the same line, higher or lower by less than half its size."""
        return abs(item.y - self.y) < max(self.size, item.size) / 2


def _areas(page: Page, pages: Pages) -> Iterator[tuple[int, str]]:
    """The links on a page; of each line the area from its first to its last character."""
    found: list[_Area] = []
    for item, element in _content(page):
        if pages.elements[element].kind is not Kind.LINK:
            continue
        left, right = item.x, item.x + sum(item.advances)
        last = found[-1] if found else None
        if last and last.element == element and last.holds(item):
            last.right = max(last.right, right)
            last.y, last.size = max(last.y, item.y), max(last.size, item.size)
        else:
            found.append(_Area(element, left, right, item.y, item.size))
    for area in found:
        bottom = pages.height - area.y - _BELOW * area.size
        top = bottom + area.size
        yield area.element, f"{area.left:.2f} {bottom:.2f} {area.right:.2f} {top:.2f}"


def _targets(pages: Pages, objects: Sequence[str]) -> dict[int, tuple[int, str]]:
    """For each element the number of the page where it begins, and the place there."""
    found: dict[int, tuple[int, str]] = {}
    for page, own in zip(pages.pages, objects, strict=True):
        for item, element in _content(page):
            if element not in found:
                top = pages.height - item.y + item.size
                found[element] = page.number, f"[{own}/XYZ 0 {top:.2f} null]"
    return found


def _content(page: Page) -> Iterator[tuple[Glyphs, int]]:
    """What is text on a page, and the element that it belongs to."""
    for item in page.items:
        if isinstance(item, Glyphs) and item.element is not None:
            yield item, item.element


def _leads(
    element: Element, targets: dict[int, tuple[int, str]], document: PDFDocument
) -> tuple[str, str]:
    """What is said of a link to those who cannot see it, and where it leads."""
    if element.address:
        address = _string(element.address, document)
        return f"{element.text}，{element.address}", f"/A<</S/URI/URI {address}>>"
    assert element.target is not None
    number, place = targets[element.target]
    return f"{element.text}，第{number}页", f"/Dest {place}"


def _string(text: str, document: PDFDocument) -> str:
    written: bytes = PDFString(text).format(document)
    return written.decode("ascii")
