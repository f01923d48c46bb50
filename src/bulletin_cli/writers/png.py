"""Pages as pictures: the finished PDF drawn by PDFium, a PNG for each page."""

import io

import pypdfium2

_DOTS = 150
"""Dots in an inch: sharp on a screen and in a chat, about 200 KB a page."""


def write(pdf: bytes) -> list[bytes]:
    """The pages of a PDF as PNG files, in order."""
    pictures = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            drawn = page.render(scale=_DOTS / 72).to_pil().convert("RGB")
            file = io.BytesIO()
            drawn.save(file, "PNG", dpi=(_DOTS, _DOTS))
            pictures.append(file.getvalue())
    finally:
        document.close()
    return pictures
