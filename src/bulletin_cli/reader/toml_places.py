"""Where each key and value of a TOML text stands.

The text has been read already, so nothing is checked here: what follows a key is its value. Nothing
is read but keys, marks and the ends of values.
"""

import re

from bulletin_cli.diagnostics import KeyPath, Span
from bulletin_cli.reader.literals import literal
from bulletin_cli.reader.marked import Marked

_GAP = re.compile(r"(?:[ \t\n]++|#[^\n]*+)*+")
_STRING = re.compile(
    r'"""(?:[^\\"]|\\.|"(?!""))*+"{3,5}|\'\'\'(?:[^\']|\'(?!\'\'))*+\'{3,5}'
    r'|"(?:[^\\"]|\\.)*+"|\'[^\']*+\'',
    re.DOTALL,
)
_BARE = re.compile(r"[^\s.=\[\]{},#\"']++")
_FIGURE = re.compile(r"[^\s,\]}#]++(?: \d\d:[^\s,\]}#]++)?")

Parts = list[tuple[str, Span]]
"""The parts of a dotted key and where each stands."""


def toml_places(text: str) -> Marked:
    """Where the keys and values of a TOML text stand that a parser has taken."""
    return _Scanner(text).all()


class _Scanner:
    """One way through a text from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self.text, self.index = text, 0
        self.marked = Marked(text)
        self.counts: dict[KeyPath, int] = {}

    def all(self) -> Marked:
        table: KeyPath = ()
        while self._next():
            if self._next() == "[":
                table = self._header()
            else:
                self._pair(table)
        return self.marked

    def _next(self) -> str:
        """The next character that is neither space nor comment; empty at the end."""
        match = _GAP.match(self.text, self.index)
        self.index = match.end() if match else self.index
        return self.text[self.index : self.index + 1]

    def _take(self, pattern: re.Pattern[str]) -> Span:
        match = pattern.match(self.text, self.index)
        assert match, self.index
        self.index = match.end()
        return match.span()

    def _key(self) -> Parts:
        parts: Parts = []
        while True:
            quoted = self._next() in ('"', "'")
            span = self._take(_STRING if quoted else _BARE)
            name = literal(self.text, span, False).text if quoted else self.text[slice(*span)]
            parts.append((name, span))
            if self._next() != ".":
                return parts
            self.index += 1

    def _header(self) -> KeyPath:
        """A heading, and the path of the table that it opens."""
        start, is_list = self.index, self.text.startswith("[[", self.index)
        self.index += 2 if is_list else 1
        parts = self._key()
        self._next()
        self.index += 2 if is_list else 1
        heading = (start, self.index)
        path: KeyPath = ()
        for name, span in parts[:-1]:
            path = (*path, name)
            self.marked.first(path, span, heading)
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
        name, span = parts[-1]
        path = (*path, name)
        if not is_list:
            self.marked.put(path, span, heading)
            return path
        self.marked.first(path, span, heading)
        self.counts[path] = self.counts.get(path, 0) + 1
        path = (*path, self.counts[path] - 1)
        self.marked.put(path, span, heading)
        return path

    def _pair(self, table: KeyPath) -> None:
        parts = self._key()
        path = table
        for name, span in parts[:-1]:
            path = (*path, name)
            self.marked.first(path, span, span)
        name, span = parts[-1]
        self.index += 1
        self._value((*path, name), span)

    def _value(self, path: KeyPath, key: Span) -> None:
        opening = self._next()
        start = self.index
        if opening in ('"', "'"):
            self._take(_STRING)
        elif opening == "[":
            self._list(path)
        elif opening == "{":
            self._table(path)
        else:
            self._take(_FIGURE)
        self.marked.put(path, key, (start, self.index))

    def _list(self, path: KeyPath) -> None:
        self.index += 1
        count = 0
        while self._next() not in ("]", ""):
            self._value((*path, count), (self.index, self.index + 1))
            count += 1
            if self._next() == ",":
                self.index += 1
        self.index += 1

    def _table(self, path: KeyPath) -> None:
        self.index += 1
        while self._next() not in ("}", ""):
            self._pair(path)
            if self._next() == ",":
                self.index += 1
        self.index += 1
