"""Fixes put into a source: other characters at their places, every other byte as it was.

What comes out is read again and must say what the fixes say it says, and nothing else; a fix that
would not is left out.
"""

import codecs
import copy
import re
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bulletin_cli.diagnostics import BulletinError, Fix, Span
from bulletin_cli.reader import parsed
from bulletin_cli.reader.files import is_json, text
from bulletin_cli.reader.literals import literal
from bulletin_cli.reader.places import places_in

Edit = tuple[Span, str, Fix]
"""A stretch of a source, what stands there afterwards, and the fix that says so."""


def edited(path: Path, data: bytes, fixes: Sequence[Fix]) -> tuple[bytes, int]:
    """A source with fixes put in, and how many of them.

    Of fixes that touch the same characters the first is put in; the others have their turn when
    the new source has been looked through.

    Args:
        path: the source's file, for its kind.
        data: its bytes.
        fixes: of texts in it.
    """
    edits = _apart(_edits(path, data, fixes))
    whole = _spliced(path, data, edits)
    if whole is not None:
        return whole, len(edits)
    count = 0
    for edit in reversed(edits):
        single = _spliced(path, data, [edit])
        if single is not None:
            data, count = single, count + 1
    return data, count


def _edits(path: Path, data: bytes, fixes: Sequence[Fix]) -> list[Edit]:
    """Where in the text each fix stands that can be written there."""
    source = text(path, {path: data})
    marked, in_json = places_in(path, source), is_json(path, source)
    edits = []
    for fix in fixes:
        mark = marked.marks.get(fix.keys)
        if mark is None or source[mark.value[0]] not in "\"'":
            continue
        written = literal(source, mark.value, in_json)
        spelt = written.spelt(fix.text)
        if spelt is not None:
            edits.append((written.stretch(fix.span), spelt, fix))
    return sorted(edits, key=lambda edit: edit[0])


def _apart(edits: list[Edit]) -> list[Edit]:
    """The edits that touch no earlier one."""
    kept: list[Edit] = []
    for edit in edits:
        (start, end), _spelt, _fix = edit
        if kept and (start < kept[-1][0][1] or (start, end) == kept[-1][0]):
            continue
        kept.append(edit)
    return kept


def _spliced(path: Path, data: bytes, edits: Sequence[Edit]) -> bytes | None:
    """The source with the edits made; nothing if it would not say what it should."""
    raw = data.decode("utf-8")
    returns = [m.start() - i for i, m in enumerate(re.finditer("\r\n", raw))]
    line_end = "\r\n" if len(returns) * 2 > raw.count("\n") else "\n"
    shift = 1 if data.startswith(codecs.BOM_UTF8) else 0
    if shift:
        returns = [place - 1 for place in returns]
    pieces, last = [], len(raw)
    for span, spelt, _fix in reversed(edits):
        start, end = (place + shift + bisect_left(returns, place) for place in span)
        pieces += [raw[end:last], spelt.replace("\n", line_end)]
        last = start
    new = "".join(reversed([*pieces, raw[:last]])).encode("utf-8")
    wanted = _mended(parsed(text(path, {path: data}), path), [fix for _, _, fix in edits])
    try:
        return new if parsed(text(path, {path: new}), path) == wanted else None
    except BulletinError:
        return None


def _mended(tables: dict[str, Any], fixes: Sequence[Fix]) -> dict[str, Any]:
    """The tables as they are when the fixes, in the order of their places, have been made."""
    tables = copy.deepcopy(tables)
    for fix in reversed(fixes):
        node: Any = tables
        for key in fix.keys[:-1]:
            node = node[key]
        value, (start, end) = node[fix.keys[-1]], fix.span
        node[fix.keys[-1]] = value[:start] + fix.text + value[end:]
    return tables
