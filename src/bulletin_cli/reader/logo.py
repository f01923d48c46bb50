"""The masthead's artwork: fetched from below the publication's folder, checked, made plain.

Size and kind are read from the header, so that a picture too large is refused before a byte of it
is unpacked. What is embedded is drawn anew: no notes, places or names of a camera travel along.
"""

import io
import struct
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from bulletin_cli.diagnostics import Code, Diagnostic, InputError, Place, Rejected
from bulletin_cli.document import Picture
from bulletin_cli.messages import _
from bulletin_cli.reader.files import NOTHING_HELD, Held, contents
from bulletin_cli.reader.limits import LOGO_BYTES, LOGO_PIXELS, LOGO_SIDE
from bulletin_cli.reader.names import unfit

if TYPE_CHECKING:
    from PIL import Image

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers that hold the picture's size (SOF)."""


def load(
    name: str, folder: Path, place: Place, description: str, held: Held = NOTHING_HELD
) -> Picture:
    """The picture that a publication names.

    Args:
        name: its path below the folder, as it stands in the publication.
        folder: the publication's folder.
        place: where the name stands.
        description: what the picture shows, for those who cannot see it.
        held: bytes that stand for what lies on the disk.

    Raises:
        Rejected: the name leads elsewhere, or what it leads to is no fit picture.
    """
    data = _data(_path(name, folder, place), place, held)
    size = _size(data)
    if size is None:
        _reject(Code.LOGO_BROKEN, _("The logo is no PNG or JPEG picture; export it as one."), place)
    width, height = size
    if not (0 < width <= LOGO_SIDE and 0 < height <= LOGO_SIDE and width * height <= LOGO_PIXELS):
        message = _(
            "The logo has {width} by {height} pixels, too many: export it with at most {million}"
            " million in all and {side} on a side."
        )
        message = message.format(
            width=width, height=height, side=LOGO_SIDE, million=LOGO_PIXELS // 1_000_000
        )
        _reject(Code.LOGO_LARGE, message, place)
    return _plain(data, place, description)


def _path(name: str, folder: Path, place: Place) -> Path:
    reason = unfit(name)
    if reason:
        _reject(Code.LOGO_NAME, reason, place)
    path = folder / name
    try:
        below = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        below = False
    if ".." in path.relative_to(folder).parts or not below:
        message = _("The logo must lie in the publication's folder or below it; move it there.")
        _reject(Code.LOGO_NAME, message, place)
    return path


def _data(path: Path, place: Place, held: Held) -> bytes:
    try:
        data = held.get(path)
        return contents(path, LOGO_BYTES) if data is None else data
    except InputError as error:
        _reject(Code.LOGO_MISSING, str(error), place)


def _size(data: bytes) -> tuple[int, int] | None:
    """Width and height from the header of a PNG or JPEG, or nothing if it is neither."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data.startswith(_JPEG):
        return _jpeg_size(data)
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    index = 2
    while index + 9 <= len(data) and data[index] == 0xFF:
        marker = data[index + 1]
        if marker in _JPEG_SIZES:
            height, width = struct.unpack(">HH", data[index + 5 : index + 9])
            return width, height
        if marker == 0xFF:
            index += 1
        else:
            index += 2 + int.from_bytes(data[index + 2 : index + 4])
    return None


def _plain(data: bytes, place: Place, description: str) -> Picture:
    """The picture drawn anew on white, in grey or RGB, eight bits a channel."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            kind = picture.format or "PNG"
            picture.load()
            drawn = _flattened(ImageOps.exif_transpose(picture))
    except Exception:  # decoders of damaged pictures raise whatever they like
        message = _("The logo is damaged or incomplete; export it again as PNG.")
        _reject(Code.LOGO_BROKEN, message, place)
    file = io.BytesIO()
    if kind == "JPEG":
        drawn.save(file, "JPEG", quality=95, subsampling=0)
    else:
        drawn.save(file, "PNG")
    return Picture(file.getvalue(), drawn.width, drawn.height, description)


def _flattened(picture: "Image.Image") -> "Image.Image":
    from PIL import Image

    if picture.mode in {"I", "I;16", "I;16B"}:
        wide = picture.convert("I")
        eight = wide.point(lambda value: value * (1 / 256)).convert("L")
        return Image.frombytes("L", eight.size, eight.tobytes())
    if picture.mode in {"1", "L"} and "transparency" not in picture.info:
        plain = picture.convert("L")
        return Image.frombytes("L", plain.size, plain.tobytes())
    if picture.mode in {"LA", "PA", "P", "RGBA", "La", "RGBa"} or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture)
    plain = picture.convert("RGB")
    return Image.frombytes("RGB", plain.size, plain.tobytes())


def _reject(code: Code, message: str, place: Place) -> NoReturn:
    raise Rejected([Diagnostic(code, message, place)])
