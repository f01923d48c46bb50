"""Pictures in the PDF: an image object each, transparency as a mask of its own."""

import io

from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFName, PDFObject
from reportlab.pdfgen.canvas import Canvas

from bulletin_cli.document import Picture
from bulletin_cli.writers.pdf.objects import Stream, stream


def image(picture: Picture, canvas: Canvas) -> str:
    """Put a picture into the document of a canvas; its resource name, for the ``Do`` operator."""
    document = canvas._doc
    opened = Image.open(io.BytesIO(picture.data))
    if opened.format == "JPEG" and opened.mode in {"RGB", "L"}:
        body = _object(opened, picture.data, {"Filter": PDFName("DCTDecode")})
    else:
        mask = _mask(opened)
        pixels = opened.convert("RGB" if opened.mode != "L" else "L")
        extra = {"SMask": document.Reference(mask)} if mask else {}
        body = _object(pixels, pixels.tobytes(), extra)
    name = f"Im{len(canvas._formsinuse) + 1}"
    document.addForm(name, body)
    canvas._formsinuse.append(name)
    internal: str = document.getXObjectName(name)
    return internal


def _mask(opened: Image.Image) -> Stream | None:
    """The alpha channel as a grey image, where there is one."""
    if not opened.has_transparency_data:
        return None
    alpha = opened.convert("RGBA").getchannel("A")
    return _object(alpha, alpha.tobytes(), {})


def _object(pixels: Image.Image, data: bytes, extra: dict[str, PDFObject]) -> Stream:
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": pixels.width,
        "Height": pixels.height,
        "ColorSpace": PDFName("DeviceGray" if pixels.mode == "L" else "DeviceRGB"),
        "BitsPerComponent": 8,
        **extra,
    }
    return stream(data, entries, plain="Filter" in extra)
