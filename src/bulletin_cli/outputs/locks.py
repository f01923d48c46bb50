"""One run at a time: a lock on a folder, which goes with the process, however it ends."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other runs from writing into a folder for a moment.

    The lock is the system's; nothing is left to be cleared away. Where there are no such locks, as
    on some network drives, each file is still whole.
    """
    if sys.platform == "win32":  # pragma: no cover - run on Windows only
        yield  # a folder cannot be locked there, and a file would stay behind
        return
    import fcntl

    descriptor = None
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)
