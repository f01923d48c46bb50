"""Which files are issues: those a person names, those that match, and those of a whole folder.

Looking needs no parser: a file is an issue if it has a key that only an issue has. So a folder of a
thousand issues is listed in a moment, and a broken issue is listed too, to be told of.
"""

import os
import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from pathlib import Path

from msgspec import Struct

from bulletin_cli.diagnostics import InputError
from bulletin_cli.messages import _

_SUFFIXES = (".toml", ".json")
_ISSUE = {
    ".toml": rb"(?m)^[ \t]*(?:publication[ \t]*[=.]|(?:number|total|date)[ \t]*+=[ \t]*+(?!\{)"
    rb"|collected[ \t]*(?:\.|=[ \t]*\{)[ \t]*(?:from|to)\b"
    rb"|\[[ \t]*(?:\[[ \t]*sections|publication|collected)\b)",
    ".json": rb'"publication"\s*:|"(?:number|total|date)"\s*+:\s*+(?!\{)'
    rb'|"collected"\s*:\s*\{\s*"(?:from|to)"',
}
"""What only an issue says: in a house's profile ``number`` and ``date`` are tables of type."""
_PUBLICATION = {
    ".toml": rb"(?m)^[ \t]*(?:(?:name|logo|office|numbering|sections)[ \t]*="
    rb"|\[[ \t]*(?:\[[ \t]*foot|profile)\b)",
    ".json": rb'"(?:name|logo|office|numbering|sections|foot|profile)"\s*:',
}


class Kind(Enum):
    """What a file looks like."""

    ISSUE = auto()
    PUBLICATION = auto()
    OTHER = auto()


class Named(Struct, frozen=True):
    """An issue's file, and where it lies below the folder that was named."""

    path: Path
    below: Path = Path()


def issues(names: Iterable[Path]) -> tuple[Named, ...]:
    """The issues that names stand for, in order.

    A folder stands for all issues in it and in the folders below; publications and files of other
    kinds are passed over. A pattern such as ``2021-*.toml`` stands for what matches it, for shells
    that do not see to that. Anything else is taken as it is.

    Raises:
        InputError: a folder has no issue, or nothing matches.
    """
    found: list[Named] = []
    for name in names:
        more = list(_named(name))
        if not more:
            message = _(
                'There is no issue in "{path}"; an issue is a .toml or .json file with a date.'
            )
            raise InputError(message.format(path=name))
        found += more
    return tuple(found)


def below(folder: Path) -> Iterator[Path]:
    """The issues in a folder and in those below it; hidden folders are passed over."""
    return (path for path, kind in _files(folder) if kind is Kind.ISSUE)


def publications(folder: Path) -> Iterator[Path]:
    """The publication files in a folder and in those below it."""
    return (path for path, kind in _files(folder) if kind is Kind.PUBLICATION)


def _named(name: Path) -> Iterator[Named]:
    if name.is_dir():
        for path in below(name):
            yield Named(path, path.parent.relative_to(name))
    elif set("*?[") & set(name.name) and not name.exists():
        for path in sorted(name.parent.glob(name.name)):
            if path.suffix.lower() not in _SUFFIXES or _kind(path) is not Kind.PUBLICATION:
                yield Named(path)
    else:
        yield Named(name)


def _files(folder: Path) -> Iterator[tuple[Path, Kind]]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and path.suffix.lower() in _SUFFIXES and path.is_file():
                yield path, _kind(path)


def _kind(path: Path) -> Kind:
    """What a file looks like; one that is empty or unreadable counts as an issue, to be told of."""
    try:
        with path.open("rb") as file:
            data = file.read(1_000_000)
    except OSError:
        return Kind.ISSUE
    suffix = path.suffix.lower()
    if suffix == ".json" and not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return Kind.OTHER if data.strip() else Kind.ISSUE
    if not data.strip() or b"\0" in data or re.search(_ISSUE[suffix], data):
        return Kind.ISSUE
    return Kind.PUBLICATION if re.search(_PUBLICATION[suffix], data) else Kind.OTHER
