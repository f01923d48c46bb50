"""The PDF writer: pages become an archival, accessible PDF (PDF/A-2A, PDF/UA-1).

reportlab's canvas is the pen and its document keeps the objects; fonts, structure and metadata,
which it lacks, are put beside them. Nothing here decides where anything stands.
"""

import io
from collections.abc import Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFtrue
from reportlab.pdfgen.canvas import Canvas

from bulletin_cli.fonts import Faces
from bulletin_cli.pages import Glyphs, Page, Pages
from bulletin_cli.writers.pdf.book import FontBook, font_book
from bulletin_cli.writers.pdf.content import draw
from bulletin_cli.writers.pdf.links import Link, links
from bulletin_cli.writers.pdf.metadata import Info, output_intent, xmp
from bulletin_cli.writers.pdf.objects import Catalog, TaggedPage, reference, stream
from bulletin_cli.writers.pdf.structure import structure, tag

__all__ = ["write"]


def write(pages: Pages, faces: Faces) -> bytes:
    """The pages as a PDF.

    Args:
        pages: what stands where.
        faces: the fonts they were set with.
    """
    canvas = _canvas(pages)
    book = font_book(pages.pages, faces)
    marked: list[list[int]] = []
    seen: set[int] = set()
    for page in pages.pages:
        _bookmark(page, pages, canvas, seen)
        marked.append(draw(page, canvas, book, lambda index: tag(pages.elements[index])))
        canvas.showPage()
    _finish_pages(canvas)
    _finish_catalog(pages, canvas, book, marked)
    data: bytes = canvas.getpdfdata()
    return data


class _NoFont:
    """Stands for the font that reportlab wants to begin each page with; never drawn with."""

    fontName = name = "none"  # noqa: N815 - reportlab's names
    _dynamicFont = True  # noqa: N815
    _multiByte = False  # noqa: N815

    @property
    def face(self) -> "_NoFont":
        return self


def _canvas(pages: Pages) -> Canvas:
    pdfmetrics.registerFont(_NoFont())
    canvas = Canvas(
        io.BytesIO(),
        pagesize=(pages.width, pages.height),
        pageCompression=0,
        invariant=1,
        pdfVersion=(1, 7),
        initialFontName=_NoFont.fontName,
        lang="zh-CN",
    )
    document = canvas._doc
    document.info = Info(pages.metadata)
    document.Catalog = document._catalog = Catalog(document.Catalog)
    return canvas


def _bookmark(page: Page, pages: Pages, canvas: Canvas, seen: set[int]) -> None:
    """Note the headings that begin on a page as entries of the outline."""
    for item in page.items:
        if not isinstance(item, Glyphs) or item.element is None or item.element in seen:
            continue
        seen.add(item.element)
        element = pages.elements[item.element]
        if element.level:
            key = f"e{item.element}"
            canvas.bookmarkPage(key, fit="XYZ", left=0, top=pages.height - item.y + item.size)
            canvas.addOutlineEntry(element.text, key, level=element.level - 1)


def _finish_pages(canvas: Canvas) -> None:
    """Compress each page's contents and tie the page to the structure."""
    document = canvas._doc
    for number, page in enumerate(document.Pages.pages):
        contents = page.stream.encode("ascii")
        document.updateSignature(contents)
        page.Contents = stream(contents)
        page.__class__ = TaggedPage
        page.StructParents = number


def _annotate(pages: Sequence[TaggedPage], objects: Sequence[str], linked: Sequence[Link]) -> None:
    """Tell each page the links on it."""
    for page, own in zip(pages, objects, strict=True):
        page.areas = [link.annotation for link in linked if link.page == own]


def _finish_catalog(
    pages: Pages, canvas: Canvas, book: FontBook, marked: Sequence[Sequence[int]]
) -> None:
    document = canvas._doc
    resources = document.idToObject["BasicFonts"]
    for font in book.fonts:
        resources[font.name] = font.add_to(document)
    catalog = document.Catalog
    objects = [reference(page, document) for page in document.Pages.pages]
    linked = links(pages, objects, document)
    _annotate(document.Pages.pages, objects, linked)
    catalog.StructTreeRoot = structure(pages.elements, marked, objects, linked, document)
    catalog.MarkInfo = PDFDictionary({"Marked": PDFtrue})
    catalog.Metadata = xmp(pages.metadata)
    catalog.OutputIntents = output_intent(document)
    canvas.addPageLabel(0, "ARABIC", 1)
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": PDFtrue})
    if any(element.level for element in pages.elements):
        canvas.showOutline()
