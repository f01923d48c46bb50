"""Where font files lie: those that travel with the program, those named, those of the system.

Nothing is opened here, so that whether fonts have changed can be asked without a font library.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from bulletin_cli.diagnostics import FontError
from bulletin_cli.messages import _

_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}


def bundled_folder() -> Path:
    """The faces that travel with the program: in a package beside the code, else at the top."""
    package = Path(__file__).parent
    for folder in (package / "bundled", package.parents[1] / "fonts"):
        if (folder / "manifest.toml").is_file():
            return folder
    raise FontError(_("The typefaces that travel with the program are missing; install it again."))


def system_folders() -> list[Path]:
    """The folders where this system, and this user, keep fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return [
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
            local / "Microsoft/Windows/Fonts",
        ]
    if sys.platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    return [
        data / "fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    ]


def named_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The font files that the user names, as files or as folders.

    Raises:
        FontError: a path leads nowhere, or to a device or a pipe.
    """
    for path in paths:
        if not path.exists():
            raise FontError(_('There is no font file or folder "{path}".').format(path=path))
        if not (path.is_dir() or path.is_file()):
            message = _('"{path}" is not an ordinary file; name a font file or a folder.')
            raise FontError(message.format(path=path))
        yield from files_below(path) if path.is_dir() else [path]


def system_files() -> Iterator[Path]:
    """The font files of the system, in a fixed order."""
    for folder in system_folders():
        yield from files_below(folder)


def files_below(folder: Path) -> Iterator[Path]:
    """The font files of a folder and those below it, in a fixed order; no devices, no pipes."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(parent) / name
            if path.suffix.lower() in _SUFFIXES and path.is_file():
                yield path
