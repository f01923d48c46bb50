"""What goes to the terminal: data to standard output, talk to standard error, nothing raw."""

import io
import re
import sys
import unicodedata

from bulletin_cli.diagnostics import Diagnostic, KeyPath
from bulletin_cli.messages import _

_RAW = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of characters that steer a terminal or hide in it."""

_BARE = re.compile(r"[\w-]+")


def prepare() -> None:
    """Let no console fall over a character that it cannot show: it is spelt out instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def put(line: str) -> None:
    """One line of data."""
    print(visible(line), flush=True)


def say(line: str) -> None:
    """One line of talk."""
    print(visible(line), file=sys.stderr, flush=True)


def visible(text: str) -> str:
    r"""The text with control characters, line ends among them, spelt out as ``\x1b``."""
    return "".join(
        char.encode("unicode_escape").decode() if unicodedata.category(char) in _RAW else char
        for char in text
    )


def concise(diagnostic: Diagnostic) -> str:
    """A diagnostic on one line: ``path: sections#2.title: CODE message``."""
    place = diagnostic.place
    where = str(place.path)
    if place.line is not None:
        where += f":{place.line}"
        if place.column is not None:
            where += f":{place.column}"
    if place.keys:
        where += f": {key_path(place.keys)}"
    return f"{where}: {diagnostic.code} {diagnostic.message}"


def key_path(keys: KeyPath) -> str:
    """Keys as a person reads them, positions counted from 1: ``sections#2.items#1.text``."""
    path = ""
    for key in keys:
        if isinstance(key, int):
            path += f"#{key + 1}"
        else:
            path += f".{key}" if _BARE.fullmatch(key) else f'."{key}"'
    return path.removeprefix(".")


def example(text: str, *lines: str) -> str:
    r"""A help text with example lines under it; ``\b`` asks Typer to keep them as they are."""
    return "\n".join((text, "", "\b", _("Example:"), *(f"  {line}" for line in lines)))


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: a Chinese character takes two."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    joined = sum(unicodedata.category(char) in {"Mn", "Me"} for char in text)
    return len(text) + wide - joined


def table(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows as lines, their columns aligned."""
    shown = [tuple(visible(cell) for cell in row) for row in rows]
    widths = [max(columns(row[index]) for row in shown) for index in range(len(shown[0]))]
    return [
        "  ".join(
            cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in shown
    ]
