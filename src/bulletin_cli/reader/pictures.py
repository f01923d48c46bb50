"""Pictures (图片): fetched from below the folder of the source, checked, drawn anew to measure.

Size and kind are read from the header, so that a picture too large is refused before a byte of it
is unpacked. What is embedded is drawn anew: no notes, places or names of a camera travel along. A
picture has no more pixels than print shows.
"""

import io
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from msgspec import Struct

from bulletin_cli import limits
from bulletin_cli.diagnostics import Code, Diagnostic, InputError, Place, Rejected
from bulletin_cli.document import Picture
from bulletin_cli.limits import PICTURE_SIDE
from bulletin_cli.messages import _
from bulletin_cli.reader.files import NOTHING_HELD, Held, contents
from bulletin_cli.reader.names import unfit
from bulletin_cli.reader.picture_header import size_of

if TYPE_CHECKING:
    from PIL import Image

_KINDS = ("PNG", "JPEG", "WEBP")
_TURNED = frozenset({5, 6, 7, 8})
"""EXIF orientations that exchange width and height."""
_ORIENTATION = 0x0112
_QUALITY = 90


class Opened(Struct, frozen=True):
    """A picture that is fit to be embedded, not yet unpacked.

    Attributes:
        data: the bytes of its file.
        pixels: its width and height as it is to be seen.
        place: where it is named.
    """

    data: bytes
    pixels: tuple[int, int]
    place: Place

    def drawn(self, description: str, width: int | None = None) -> Picture:
        """The picture drawn anew, no wider than so many pixels.

        Raises:
            Rejected: it is damaged.
        """
        from PIL import Image, ImageOps

        try:
            with Image.open(io.BytesIO(self.data), formats=_KINDS) as picture:
                kind = picture.format
                size = self._size(width)
                picture.draft("RGB", (2 * max(size), 2 * max(size)))
                upright = ImageOps.exif_transpose(picture)
                plain = _plain(upright, size if size < self.pixels else None)
        except Exception:  # decoders of damaged pictures raise whatever they like
            message = _("The picture is damaged or incomplete; export it again as PNG.")
            reject(Code.PICTURE_BROKEN, message, self.place)
        return Picture(_encoded(plain, kind), plain.width, plain.height, description)

    def _size(self, width: int | None) -> tuple[int, int]:
        wide, high = self.pixels
        if width is None or wide <= width:
            return self.pixels
        return width, max(round(high * width / wide), 1)


def opened(name: str, folder: Path, place: Place, held: Held = NOTHING_HELD) -> Opened:
    """A picture that a source names, its header looked at.

    Args:
        name: its path below the folder, as it stands in the source.
        folder: the folder of the source.
        place: where the name stands.
        held: bytes that stand for what lies on the disk.

    Raises:
        Rejected: the name leads elsewhere, or what it leads to is no fit picture.
    """
    data = fetched(below(name, folder, place), place, held)
    size = size_of(data)
    if size is None:
        message = _("The picture is no PNG, JPEG or WebP; export it as one of these.")
        reject(Code.PICTURE_BROKEN, message, place)
    width, height = size
    fits = 0 < width <= PICTURE_SIDE and 0 < height <= PICTURE_SIDE
    if not fits or width * height > limits.now().pixels:
        message = _(
            "The picture has {width} by {height} pixels: export it with at least one, at most"
            " {million} million in all and {side} on a side; --limit"
            " pixels=NUMBER allows more in all."
        )
        values = {"width": width, "height": height, "side": PICTURE_SIDE}
        message = message.format(million=limits.now().pixels // 1_000_000, **values)
        reject(Code.PICTURE_LARGE, message, place)
    if _is_turned(data, size, place):
        size = height, width
    return Opened(data, size, place)


def below(name: str, folder: Path, place: Place) -> Path:
    """The file that a name leads to, in the folder or below it.

    Raises:
        Rejected: it leads elsewhere.
    """
    reason = unfit(name)
    if reason:
        reject(Code.PICTURE_NAME, reason, place)
    path = folder / name
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        inside = False
    if ".." in path.relative_to(folder).parts or not inside:
        message = _("The file must lie in the folder of this one or below it; move it there.")
        reject(Code.PICTURE_NAME, message, place)
    return path


def fetched(path: Path, place: Place, held: Held) -> bytes:
    """The bytes of a file that a source names.

    Raises:
        Rejected: it cannot be read.
    """
    try:
        data = held.get(path)
        return contents(path, "picture_bytes") if data is None else data
    except InputError as error:
        reject(Code.PICTURE_MISSING, str(error), place)


def reject(code: Code, message: str, place: Place) -> NoReturn:
    """Say what is wrong with a file that a source names.

    Raises:
        Rejected: always.
    """
    raise Rejected([Diagnostic(code, message, place)])


def _is_turned(data: bytes, size: tuple[int, int], place: Place) -> bool:
    """Whether it lies on its side; one that says two sizes is damaged."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=_KINDS) as picture:
            found, turned = picture.size, picture.getexif().get(_ORIENTATION) in _TURNED
    except Exception:  # decoders of damaged pictures raise whatever they like
        found, turned = None, False
    if found != size:
        message = _("The picture is damaged or incomplete; export it again as PNG.")
        reject(Code.PICTURE_BROKEN, message, place)
    return turned


def _plain(picture: "Image.Image", size: tuple[int, int] | None) -> "Image.Image":
    """The picture on white, in grey or RGB, eight bits a channel, in fewer pixels where asked."""
    from PIL import Image

    if picture.mode in {"I", "I;16", "I;16B", "I;16L"}:
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    see_through = picture.mode in {"LA", "PA", "RGBA", "La", "RGBa"} or picture.info.get(
        "transparency"
    )
    if see_through is not None and see_through is not False:
        picture = picture.convert("RGBA")
    elif picture.mode in {"1", "L"}:
        picture = picture.convert("L")
    else:
        picture = _in_srgb(picture)
    if size is not None:
        picture = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    if picture.mode == "RGBA":
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture).convert("RGB")
    return Image.frombytes(picture.mode, picture.size, picture.tobytes())


def _in_srgb(picture: "Image.Image") -> "Image.Image":
    """In the colours that the PDF is in, by the picture's own profile where it carries one."""
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in {"RGB", "CMYK"}:
        from PIL import ImageCms

        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            ours = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(picture, own, ours, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None  # a profile that is none says nothing of the colours
        if converted is not None:
            return converted
    return picture.convert("RGB")


def _encoded(picture: "Image.Image", kind: str | None) -> bytes:
    """A photograph stays one; what was drawn keeps every pixel."""
    file = io.BytesIO()
    if kind == "PNG":
        picture.save(file, "PNG")
    else:
        picture.save(file, "JPEG", quality=_QUALITY, subsampling=0)
    return file.getvalue()
