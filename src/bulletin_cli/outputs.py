"""The one way in which this program writes a file: whole, or not at all.

The bytes go into a temporary file beside the target, are forced to the disk, and take the target's
name in one step. Until then what stood there before still stands; if anything fails it stays, and
the temporary file goes.
"""

import contextlib
import errno
import os
import secrets
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from bulletin_cli.diagnostics import OutputError
from bulletin_cli.messages import _

MARK = ".bulletin-"
"""How the names of our temporary files begin; the number of the process that writes follows."""


def write(path: Path, data: bytes) -> None:
    """Write one file; its folder is made if it is missing.

    A link at the target is replaced by the file, not followed. The access rights of an older file
    are kept; those of a new one are the system's usual ones.

    Raises:
        OutputError: it cannot be written; what stood there still stands.
    """
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write several files; none takes its name before all are on the disk.

    Raises:
        OutputError: one of them cannot be written.
    """
    temporaries: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            with _explained(path):
                _prepare(path)
                temporaries[path] = _temporary(path)
                _store(temporaries[path], data, path)
        for path, temporary in temporaries.items():
            with _explained(path):
                temporary.replace(path)
                _settle(path.parent)
    finally:
        for temporary in temporaries.values():
            with contextlib.suppress(OSError):
                temporary.unlink()


def _prepare(path: Path) -> None:
    """Make the folder; refuse a target that is no file, such as a folder or a device."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if not (stat.S_ISREG(mode) or stat.S_ISLNK(mode)):
        message = _('"{path}" is a device or a pipe, not a file; choose another name.')
        raise OutputError(message.format(path=path))


def _temporary(path: Path) -> Path:
    return path.with_name(f"{MARK}{os.getpid()}-{secrets.token_hex(4)}.tmp")


def _store(temporary: Path, data: bytes, path: Path) -> None:
    with temporary.open("xb") as file:
        with contextlib.suppress(FileNotFoundError):
            older = path.lstat()
            if stat.S_ISREG(older.st_mode):
                temporary.chmod(stat.S_IMODE(older.st_mode))
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Force the new name itself to the disk, where the system can."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(_reason(error, path)) from error


def _reason(error: OSError, path: Path) -> str:
    """Why a file could not be written, as one sentence."""
    folder = path.parent
    match error.errno:
        case errno.EACCES | errno.EPERM if sys.platform == "win32" and path.exists():
            message = _(
                '"{path}" cannot be replaced: if it is open in Word or WPS, close it there.'
            )
        case errno.EACCES | errno.EPERM:
            message = _('You have no permission to write in the folder "{folder}"; choose another.')
        case errno.EROFS:
            message = _('The disk of the folder "{folder}" is read-only; choose another folder.')
        case errno.ENOSPC | errno.EDQUOT:
            message = _('There is no space left for "{path}"; make room on the disk.')
        case errno.EISDIR:
            message = _('"{path}" is a folder; the file cannot take its name.')
        case errno.EEXIST | errno.ENOTDIR:
            message = _('"{folder}" is no folder; choose another one for the output.')
        case errno.ENAMETOOLONG:
            message = _('The file name "{path}" is too long for this computer.')
        case _other:
            message = _('"{path}" cannot be written (the system says {error}).')
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return message.format(path=path, folder=folder, error=name)
