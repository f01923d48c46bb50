"""What would cost a parser minutes and gigabytes, seen before it is let at the text.

A parser takes time that grows with the square of a dotted key's parts, and a whole stack for
brackets within brackets. Both are seen in the *skeleton*: the text without strings and comments.
"""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bulletin_cli import limits
from bulletin_cli.diagnostics import InputError, Place, Span
from bulletin_cli.limits import DEPTH, DIGITS
from bulletin_cli.messages import _

_TOML_STRINGS = (
    r'"""(?:[^\\"]|\\.|"(?!""))*+(?:"""|\Z)|\'\'\'.*?(?:\'\'\'|\Z)'
    r'|"(?:[^\\"\n]|\\.)*+"?|\'[^\'\n]*+\'|\#[^\n]*+'
)
_CLOSED = r'(?s)"(?:[^\\"]|\\.)*+"|""".*'
_JSON_STRINGS = r'"(?:[^\\"]|\\.)*+(?:"|\Z)'
_KEYS = re.compile(r"[=,{}\[\]\n]")
_FIGURE = re.compile(rf"[0-9_]{{{DIGITS + 1},}}")


def skeleton(text: str, suffix: str) -> str:
    """The text with each string and comment blanked out; every other character stays in place."""
    strings = _JSON_STRINGS if suffix == ".json" else _TOML_STRINGS
    return re.sub(strings, _blank, text, flags=re.DOTALL)


def last_string(text: str) -> int:
    """Where the last string of a TOML text begins; its length if there is none."""
    return max((start for start, _end in strings(text)), default=len(text))


def strings(text: str) -> Iterator[Span]:
    """Where each string of a TOML text begins and ends."""
    for match in re.finditer(_TOML_STRINGS, text, re.DOTALL):
        if match[0][0] != "#":
            yield match.span()


def guard(bare: str, path: Path) -> None:
    """Refuse a skeleton that would overload a parser.

    Raises:
        InputError: it is nested too deeply, too finely cut, or holds a figure without end.
    """
    figure = _FIGURE.search(bare)
    if figure:
        message = _("The figure that begins here has more than {limit} digits; shorten it.")
        _refuse(message.format(limit=DIGITS), bare, figure.start(), path)
    _check_depth(bare, path)
    most = limits.now().marks
    if sum(map(bare.count, "[]{},=:")) > most:
        marks = re.finditer(r"[\[\]{},=:]", bare)
        message = _(
            "This file holds more than {limit} keys and marks; is it the right file? --limit"
            " marks=NUMBER allows more."
        )
        _refuse(message.format(limit=most), bare, next(islice(marks, most, None)).start(), path)
    _check_keys(bare, path)


def _check_depth(bare: str, path: Path) -> None:
    depth = 0
    for match in re.finditer(r"[\[\]{}]", bare):
        depth += 1 if match[0] in "[{" else -1
        if depth > DEPTH:
            message = _("Here brackets stand more than {limit} deep within one another.")
            _refuse(message.format(limit=DEPTH), bare, match.start(), path)


def _check_keys(bare: str, path: Path) -> None:
    start = 0
    for piece in _KEYS.split(bare):
        if piece.count(".") >= DEPTH:
            message = _("The key that begins here has more than {limit} parts; shorten it.")
            _refuse(message.format(limit=DEPTH), bare, start, path)
        start += len(piece) + 1


def _refuse(message: str, bare: str, index: int, path: Path) -> None:
    place = Place.at(path, bare, index)
    raise InputError(f"{path}:{place.line}:{place.column}: {message}")


def _blank(match: re.Match[str]) -> str:
    """Spaces for a string or comment; the mark that opens one which its line does not close stays.

    It is taken whole too: else each escaped mark in it would be tried as the beginning of another.
    """
    found = match[0]
    if found.count('"') == 2 and found[-1] == '"' and "\\" not in found and "\n" not in found:
        return " " * len(found)
    if found[0] == '"' and (len(found) == 1 or not re.fullmatch(_CLOSED, found)):
        return '"' + _spaces(found[1:])
    return _spaces(found)


def _spaces(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))
