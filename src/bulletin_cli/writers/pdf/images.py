"""Pictures in the PDF: an image object each, transparency as a mask of its own."""

import hashlib
import io

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from bulletin_cli.document import Picture
from bulletin_cli.writers.pdf.objects import Stream, reference, stream


def image(picture: Picture, canvas: Canvas) -> str:
    """Put a picture into the document of a canvas; its resource name, for the ``Do`` operator."""
    document = canvas._doc
    name = f"Im{hashlib.sha256(picture.data).hexdigest()[:16]}"
    internal: str = document.getXObjectName(name)
    if document.hasForm(name):
        canvas._formsinuse.append(name)
        return internal
    opened = Image.open(io.BytesIO(picture.data))
    if opened.format == "JPEG" and opened.mode in {"RGB", "L"}:
        body = Stream(f"{_entries(opened)}/Filter/DCTDecode", picture.data)
    else:
        mask = _mask(opened)
        pixels = opened.convert("RGB" if opened.mode != "L" else "L")
        masked = f"/SMask {reference(mask, document)}" if mask else ""
        body = stream(pixels.tobytes(), _entries(pixels) + masked)
    document.addForm(name, body)
    canvas._formsinuse.append(name)
    return internal


def _mask(opened: Image.Image) -> Stream | None:
    """The alpha channel as a grey image, where there is one."""
    if not opened.has_transparency_data:
        return None
    alpha = opened.convert("RGBA").getchannel("A")
    return stream(alpha.tobytes(), _entries(alpha))


def _entries(pixels: Image.Image) -> str:
    space = "DeviceGray" if pixels.mode == "L" else "DeviceRGB"
    return (
        f"/Type/XObject/Subtype/Image/Width {pixels.width}/Height {pixels.height}"
        f"/ColorSpace/{space}/BitsPerComponent 8"
    )
