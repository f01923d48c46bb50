"""From keys to places: file, line and column of what a diagnostic means.

The sources are gone through once more for this, and only where there is something to point at.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from bulletin_cli.diagnostics import Code, Diagnostic, KeyPath, Place, Span
from bulletin_cli.reader.files import is_json
from bulletin_cli.reader.literals import literal
from bulletin_cli.reader.marked import Marked

_AT_KEYS = frozenset({Code.UNKNOWN_KEY, Code.TWICE})
"""What is said of a key, not of the value after it."""


def placed(diagnostics: Sequence[Diagnostic], texts: Mapping[Path, str]) -> tuple[Diagnostic, ...]:
    """The diagnostics with their lines and columns, by file and place, none of them twice.

    Args:
        diagnostics: what is wrong, placed by keys or already by line.
        texts: the sources in the order in which they are to be told.
    """
    marked = cache(lambda path: places_in(path, texts[path]))
    order = {path: number for number, path in enumerate(texts)}
    found = []
    for diagnostic in dict.fromkeys(diagnostics):
        place = diagnostic.place
        if place.line is None and place.path in texts and place.keys:
            place = _found(place, diagnostic.code in _AT_KEYS, marked(place.path))
        found.append(replace(diagnostic, place=_whole(place)))
    return tuple(sorted(dict.fromkeys(found), key=lambda d: _rank(d, order)))


def places_in(path: Path, text: str) -> Marked:
    """Where the keys and values of a source stand that a parser has taken."""
    if is_json(path, text):
        from bulletin_cli.reader.json_places import json_places

        return json_places(text)
    from bulletin_cli.reader.toml_places import toml_places

    return toml_places(text)


def stretch(marked: Marked, keys: KeyPath, span: Span | None, in_json: bool) -> Span:
    """Where the value stands to which keys lead, or some characters of it if it is a text."""
    value = marked.marks[keys].value
    if span is None or marked.text[value[0]] not in "\"'":
        return value
    return literal(marked.text, value, in_json).stretch(span)


def _found(place: Place, at_key: bool, marked: Marked) -> Place:
    keys = place.keys
    if keys not in marked.marks:
        start, end = _table(keys, marked)
    elif at_key:
        start, end = marked.marks[keys].key
    else:
        start, end = stretch(marked, keys, place.span, is_json(place.path, marked.text))
    line, column = marked.position(start)
    end_line, end_column = marked.position(end)
    return replace(place, line=line, column=column, end_line=end_line, end_column=end_column)


def _table(keys: KeyPath, marked: Marked) -> Span:
    """Where the table begins in which something is missing: its heading, or its {."""
    while keys and keys not in marked.marks:
        keys = keys[:-1]
    start, end = marked.marks[keys].value if keys else (0, 0)
    return (start, start + 1) if marked.text[start : start + 1] == "{" else (start, end)


def _whole(place: Place) -> Place:
    """The place with all its figures; what is said of a whole file is said of its beginning."""
    line, column = place.line or 1, place.column or 1
    end_line = place.end_line or line
    return replace(
        place, line=line, column=column, end_line=end_line, end_column=place.end_column or column
    )


def _rank(diagnostic: Diagnostic, order: Mapping[Path, int]) -> tuple[int, int, int, str]:
    place = diagnostic.place
    return order.get(place.path, len(order)), place.line or 0, place.column or 0, diagnostic.code
