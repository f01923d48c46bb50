"""The manifest: for each issue, what its outputs were made from and what is in them.

Each issue has an entry of its own, ``.bulletin/NAME.json`` in the folder of its outputs, so that
two runs into one folder never write over what the other has noted. An entry holds digests (SHA-256)
and no names but those of the files, relative to the folder.
"""

import contextlib
import hashlib
import json
import os
import stat
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

FOLDER = ".bulletin"
"""Where the entries lie, in the folder of the outputs."""


class Entry(Struct, frozen=True):
    """What is known of one issue's outputs.

    Attributes:
        making: digest of the program and what was asked of it.
        surroundings: digest of the font files that were there, by size and time.
        faces: digest of the fonts that it was set with, by what is in them.
        sources: digest of each source as it was read, by its path from the outputs' folder.
        outputs: digest of each output by its name.
    """

    making: str
    surroundings: str
    faces: str
    sources: Mapping[str, str]
    outputs: Mapping[str, str]

    def data(self) -> bytes:
        """The entry as it is stored."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n").encode()


def entry_path(folder: Path, name: str) -> Path:
    """Where the entry lies of the issue called so."""
    return folder / FOLDER / f"{name}.json"


def load(path: Path) -> Entry | None:
    """An entry, or nothing where there is none that can be understood."""
    try:
        entry = Entry(**json.loads(path.read_bytes()))
        known = {*entry.sources.items(), *entry.outputs.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None
    return entry if all(isinstance(text, str) for pair in known for text in pair) else None


def relative(path: Path, folder: Path) -> str:
    """A source's path from the folder of the outputs; whole where there is no way."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return path.absolute().as_posix()


def digest(data: bytes) -> str:
    """What tells bytes from other bytes."""
    return hashlib.sha256(data).hexdigest()


def unaltered(folder: Path, known: Mapping[str, str], seen: dict[Path, str]) -> bool:
    """Whether files hold what is known of them.

    Args:
        folder: what their names count from.
        known: their digests.
        seen: digests of files that this run has looked at; more are added.
    """
    return all(_digest_of(folder / name, seen) == value for name, value in known.items())


def _digest_of(path: Path, seen: dict[Path, str]) -> str:
    if path not in seen:
        found = ""
        with contextlib.suppress(OSError, ValueError):
            if stat.S_ISREG(path.stat().st_mode):
                found = digest(path.read_bytes())
        seen[path] = found
    return seen[path]
