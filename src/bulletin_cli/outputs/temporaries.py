"""Temporary files: their names, and the clearing away of those that a killed run has left.

A name says whose it is: the number of the process, and eight figures each of the computer and of
chance. One is cleared away only if its process is gone. Of processes on another computer, which may
write into the same folder, nothing can be known; theirs are cleared when they are a day old.
"""

import contextlib
import hashlib
import os
import re
import sys
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path

MARK = ".bulletin-"
"""How the names begin; the number of the process that writes follows."""

_NAME = re.compile(re.escape(MARK) + r"(\d+)-(?:([0-9a-f]{8})?)([0-9a-f]{8})\.tmp")
_DAY = 86_400

_ours: set[str] = set()
"""Names in use by this very process."""
_cleared: set[Path] = set()


def new(path: Path) -> Path:
    """A name beside the target."""
    name = f"{MARK}{os.getpid()}-{_computer()}{os.urandom(4).hex()}.tmp"
    _ours.add(name)
    return path.with_name(name)


def drop(paths: Iterable[Path]) -> None:
    """Remove what is left of them."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()
        _ours.discard(path.name)


def clear(folder: Path, *, once: bool = False) -> None:
    """Remove what dead runs have left in a folder; what cannot be removed stays.

    Args:
        folder: the folder.
        once: not again if this process has done it before.
    """
    if once and folder in _cleared:
        return
    _cleared.add(folder)
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(MARK) and _dead(entry):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


def _dead(entry: os.DirEntry[str]) -> bool:
    match = _NAME.fullmatch(entry.name)
    if match is None or entry.name in _ours or not entry.is_file(follow_symlinks=False):
        return False
    if match[2] and match[2] != _computer():
        return time.time() - entry.stat(follow_symlinks=False).st_mtime > _DAY
    return int(match[1]) == os.getpid() or not _alive(int(match[1]))


@cache
def _computer() -> str:
    import platform

    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]


def _alive(process: int) -> bool:
    """Whether there is a process of this number; where nobody can tell, there is."""
    if sys.platform == "win32":
        return _alive_on_windows(process)
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return process > 0


def _alive_on_windows(process: int) -> bool:  # pragma: no cover - run on Windows only
    if sys.platform != "win32":
        return True
    import ctypes

    kernel = ctypes.windll.kernel32
    handle = kernel.OpenProcess(0x1000, False, process & 0xFFFFFFFF)  # QUERY_LIMITED_INFORMATION
    if not handle:
        return bool(kernel.GetLastError() == 5)  # ACCESS_DENIED: there is one, of somebody else
    code = ctypes.c_ulong()
    known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return not known or code.value == 259  # STILL_ACTIVE
