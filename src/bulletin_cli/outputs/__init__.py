"""The one way in which this program writes a file: whole, or not at all.

The bytes go into a temporary file beside the target, are forced to the disk, and take the target's
name in one step. Until then what stood there before still stands; if anything fails it stays, and
the temporary file goes.
"""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from bulletin_cli.diagnostics import OutputError
from bulletin_cli.messages import _
from bulletin_cli.outputs import temporaries
from bulletin_cli.outputs.locks import alone
from bulletin_cli.outputs.temporaries import MARK

__all__ = ["MARK", "create", "exchange", "write", "write_all"]


def write(path: Path, data: bytes) -> None:
    """Write one file; its folder is made if it is missing.

    A link at the target is replaced by the file, not followed. The access rights of an older file
    are kept; those of a new one are the system's usual ones.

    Raises:
        OutputError: it cannot be written; what stood there still stands.
    """
    write_all({path: data})


def write_all(files: Mapping[Path, bytes], *, voucher: Path | None = None) -> None:
    """Write several files; none takes its name before all are on the disk.

    Args:
        files: the bytes of each file, in the order in which they take their names.
        voucher: the one of them, the last, that says what is in the others. The older voucher goes
            before the first of them changes, so that it never speaks for files that are others. It
            is not forced to the disk: without it the others are only made again.

    Raises:
        OutputError: one of them cannot be written.
    """
    stored: dict[Path, Path] = {}
    try:
        _store_all(files, stored, voucher)
        if voucher is not None:
            with _explained(voucher):
                voucher.unlink(missing_ok=True)
        _take_names(stored, voucher)
    finally:
        temporaries.drop(stored.values())


def exchange(files: Mapping[Path, bytes], before: Mapping[Path, bytes]) -> bool:
    """Write files in the place of others, unless these have changed since they were looked at.

    Args:
        files: the new bytes of each.
        before: the bytes that were looked at.

    Returns:
        Whether they were written; if not, look again.

    Raises:
        OutputError: one of them cannot be written.
    """
    stored: dict[Path, Path] = {}
    try:
        _store_all(files, stored)
        with contextlib.ExitStack() as locks:
            for folder in sorted({path.parent for path in files}):
                locks.enter_context(alone(folder))
            for path, data in before.items():
                with _explained(path):
                    if path.read_bytes() != data:
                        return False
            _take_names(stored)
        return True
    finally:
        temporaries.drop(stored.values())


def create(path: Path, data: bytes) -> None:
    """Write a file that must not be there yet.

    Raises:
        OutputError: it is there, or cannot be written.
    """
    stored: dict[Path, Path] = {}
    try:
        if not os.path.lexists(path):
            _store_all({path: data}, stored)
            with _explained(path):
                if _take_name(stored[path], path):
                    _settle(path.parent)
                    return
    finally:
        temporaries.drop(stored.values())
    message = _('"{path}" is there already and is not written over; choose another name with -o.')
    raise OutputError(message.format(path=path))


def _take_names(stored: Mapping[Path, Path], unforced: Path | None = None) -> None:
    """Give all files their names, and force these to the disk."""
    for path, temporary in stored.items():
        with _explained(path):
            temporary.replace(path)
    for folder in {path.parent for path in stored if path != unforced}:
        _settle(folder)


def _take_name(temporary: Path, path: Path) -> bool:
    """Give a file its name unless that is taken; where links are unknown, all but at once."""
    try:
        if sys.platform == "win32":
            temporary.rename(path)
        else:
            os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError:
        if os.path.lexists(path):
            return False
        temporary.replace(path)
    return True


def _store_all(
    files: Mapping[Path, bytes], stored: dict[Path, Path], unforced: Path | None = None
) -> None:
    """Put the bytes of each file beside its target, and note where."""
    for path, data in files.items():
        with _explained(path):
            _prepare(path)
            temporaries.clear(path.parent, once=True)
            stored[path] = temporaries.new(path)
            _store(stored[path], data, path, path != unforced)


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


def _store(temporary: Path, data: bytes, path: Path, force: bool) -> None:
    with temporary.open("xb") as file:
        with contextlib.suppress(FileNotFoundError):
            older = path.lstat()
            if stat.S_ISREG(older.st_mode):
                temporary.chmod(stat.S_IMODE(older.st_mode))
        file.write(data)
        file.flush()
        if force:
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
