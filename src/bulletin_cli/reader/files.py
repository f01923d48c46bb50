"""From a path to text: what may be opened, how much of it, and in which encoding."""

import codecs
import errno
import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Literal

from bulletin_cli import limits
from bulletin_cli.diagnostics import Code, Diagnostic, InputError, Place, Rejected
from bulletin_cli.messages import _

Held = Mapping[Path, bytes]
"""Bytes that stand for those on the disk, by the name of their file."""

NOTHING_HELD: Held = MappingProxyType({})

Kind = Literal["bytes", "picture_bytes"]
"""Which limit holds for a file: that of a text, or that of a picture."""


def text(path: Path, held: Held = NOTHING_HELD) -> str:
    r"""The text of a source file with lines ending in ``\n`` and without a byte order mark.

    Raises:
        InputError: there is no such file, or it cannot or should not be opened.
        Rejected: it is not UTF-8 text.
    """
    data = held[path] if path in held else contents(path)
    decoded = _decoded(data, path)
    if not decoded.strip():
        message = _("This file is empty: write the bulletin into it and save it.")
        raise Rejected([Diagnostic(Code.EMPTY, message, Place(path))])
    decoded = decoded.replace("\r\n", "\n")
    _check_lines(decoded, path)
    return decoded


def is_json(path: Path, text: str) -> bool:
    """Whether a source is JSON: by its name, or, without one, by its first character."""
    return path.suffix.lower() == ".json" or (not path.suffix and text.lstrip().startswith("{"))


def contents(path: Path, kind: Kind = "bytes") -> bytes:
    """The bytes of an ordinary file; folders, devices and pipes are refused unopened.

    Args:
        path: the file.
        kind: the limit that holds for it.

    Raises:
        InputError: it cannot be read or has more bytes than the limit.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(_('"{path}" is a folder; name a file in it.').format(path=path))
        if not stat.S_ISREG(mode):
            raise InputError(
                _('"{path}" is not an ordinary file; name a TOML or JSON file.').format(path=path)
            )
        with path.open("rb") as file:
            data = file.read(_most(kind) + 1)
    except OSError as error:
        raise InputError(reason(error, path)) from error
    return _not_more(data, path, kind)


def within(stream: BinaryIO, path: Path) -> bytes:
    """The bytes of a stream that stands for a source.

    Raises:
        InputError: it has more bytes than a source may.
    """
    return _not_more(stream.read(_most("bytes") + 1), path, "bytes")


def _most(kind: Kind) -> int:
    now = limits.now()
    return now.bytes if kind == "bytes" else now.picture_bytes


def _not_more(data: bytes, path: Path, kind: Kind) -> bytes:
    if len(data) > _most(kind):
        message = _(
            '"{path}" is larger than {limit:.3g} MB; is it the right file? --limit {name}=NUMBER'
            " allows more."
        )
        values = {"limit": _most(kind) / 1024**2, "name": kind.replace("_", "-")}
        raise InputError(message.format(path=path, **values))
    return data


def reason(error: OSError, path: Path) -> str:
    """Why a file could not be read, as one sentence."""
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            message = _('There is no file "{path}"; check its name and folder.')
        case errno.EACCES | errno.EPERM:
            message = _('You have no permission to read "{path}"; ask whoever owns it for it.')
        case errno.ELOOP:
            message = _('"{path}" is a link that leads back to itself.')
        case errno.ENAMETOOLONG:
            message = _('The file name "{path}" is too long for this computer.')
        case _other:
            message = _('"{path}" cannot be read (the system says {error}).')
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return message.format(path=path, error=name)


def _decoded(data: bytes, path: Path) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Rejected([_encoding(_('UTF-16 ("Unicode")'), Place.at(path, "", 0))])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        place = Place.at(path, before, len(before))
    if b"\0" in data:
        raise Rejected([_encoding(_('UTF-16 ("Unicode")'), Place.at(path, "", 0))])
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        raise Rejected([_encoding("", place)]) from None
    raise Rejected([_encoding(_('GBK ("ANSI")'), place)])


def _encoding(name: str, place: Place) -> Diagnostic:
    message = _('This file is not in UTF-8: in your editor choose "Save as", encoding UTF-8.')
    if name:
        message = _(
            'This file is in {encoding}: in your editor choose "Save as", encoding UTF-8.'
        ).format(encoding=name)
    return Diagnostic(Code.ENCODING, message, place)


def _check_lines(decoded: str, path: Path) -> None:
    """Refuse what is text to Python and to nobody else."""
    if "\0" in decoded:
        place = Place.at(path, decoded, decoded.index("\0"))
        message = _(
            "Here stands a null character (U+0000): the file is damaged or is no text file."
        )
        raise Rejected([Diagnostic(Code.ENCODING, message, place)])
    if "\r" in decoded:
        place = Place.at(path, decoded, decoded.index("\r"))
        message = _(
            "This line ends in the old Macintosh manner (CR): in your editor choose line ends LF"
            " or CRLF and save again."
        )
        raise Rejected([Diagnostic(Code.LINE_ENDS, message, place)])
