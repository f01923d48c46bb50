r"""Texts as they are written in a source: which characters stand for which, and how to write one.

In ``"\u4e2d\n"`` seven characters between the marks stand for two. A finding points at the two; a
person looks at the seven.
"""

import json
import re
from functools import lru_cache

from msgspec import Struct

from bulletin_cli.diagnostics import Span

_TOML_ESCAPE = re.compile(
    r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|([ \t]*\n[ \t\n]*)|(.))",
    re.DOTALL,
)
_JSON_ESCAPE = re.compile(
    r"\\(?:u((?:[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F]|[0-9A-Fa-f]{2})[0-9A-Fa-f]{2})|()()()(.))",
    re.DOTALL,
)
_SINGLE = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}
_MARKS = ('"""', "'''", '"', "'")


class Literal(Struct, frozen=True):
    """A text as it is written.

    Attributes:
        mark: the quotation marks that open and close it.
        is_json: whether JSON's rules hold for it, not TOML's.
        text: what it says.
        spans: for each character of the text where it is written, in the source.
        start: where in the source what it says begins.
    """

    mark: str
    is_json: bool
    text: str
    spans: tuple[Span, ...]
    start: int

    def stretch(self, span: Span) -> Span:
        """Where in the source some characters are written; none, where others may be put in."""
        first, last = (min(max(end, 0), len(self.spans)) for end in span)
        if first < last:
            return self.spans[first][0], self.spans[last - 1][1]
        place = self.spans[first - 1][1] if first else self.start
        return place, place

    def spelt(self, text: str) -> str | None:
        """How other characters are written between these marks; nothing if they cannot be."""
        if self.is_json:
            return json.dumps(text, ensure_ascii=False)[1:-1]
        if self.mark[0] == "'":
            breaks = "\n" in text and len(self.mark) == 1
            return None if breaks or re.search(r"['\x00-\x09\x0b-\x1f\x7f]", text) else text
        quoted = json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007F")
        return quoted if len(self.mark) == 1 else re.sub(r"(?<!\\)((?:\\\\)*)\\n", "\\1\n", quoted)


@lru_cache(maxsize=8)  # one long text may have many findings
def literal(source: str, span: Span, is_json: bool) -> Literal:
    """The text that is written, with its quotation marks, at a stretch of a source."""
    start, end = span
    mark = '"' if is_json else next(m for m in _MARKS if source.startswith(m, start))
    start, end = start + len(mark), end - len(mark)
    if len(mark) == 3 and source.startswith("\n", start):
        start += 1
    if mark[0] == "'" or "\\" not in source[start:end]:
        spans = tuple((index, index + 1) for index in range(start, end))
        return Literal(mark, is_json, source[start:end], spans, start)
    return _with_escapes(source, (start, end), mark, is_json)


def _with_escapes(source: str, span: Span, mark: str, is_json: bool) -> Literal:
    escape = _JSON_ESCAPE if is_json else _TOML_ESCAPE
    start, end = span
    text: list[str] = []
    spans: list[Span] = []
    index = start
    while index < end:
        match = escape.match(source, index, end) if source[index] == "\\" else None
        after = match.end() if match else index + 1
        said = _said(match) if match else source[index]
        if said:
            text.append(said)
            spans.append((index, after))
        index = after
    return Literal(mark, is_json, "".join(text), tuple(spans), start)


def _said(match: re.Match[str]) -> str:
    """The one character that an escape stands for; nothing for the end of a line."""
    short, long, byte, gap, single = match.groups()
    if gap:
        return ""
    if single:
        return _SINGLE.get(single, single)
    if short and len(short) > 4:
        return chr(0x10000 + (int(short[:4], 16) - 0xD800 << 10) + int(short[6:], 16) - 0xDC00)
    return chr(int(short or long or byte, 16))
