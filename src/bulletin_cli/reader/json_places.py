"""Where each key and value of a JSON text stands.

The text has been read already, so nothing is checked here.
"""

import re

from bulletin_cli.diagnostics import KeyPath, Span
from bulletin_cli.reader.literals import literal
from bulletin_cli.reader.marked import Marked

_GAP = re.compile(r"[ \t\n\r]*+")
_STRING = re.compile(r'"(?:[^\\"]|\\.)*+"', re.DOTALL)
_FIGURE = re.compile(r"[^\s,\]}]++")


def json_places(text: str) -> Marked:
    """Where the keys and values of a JSON text stand that a parser has taken."""
    scanner = _Scanner(text)
    scanner.value((), (0, 0))
    return scanner.marked


class _Scanner:
    """One way through a text from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self.text, self.index = text, 0
        self.marked = Marked(text)

    def value(self, path: KeyPath, key: Span) -> None:
        opening = self._next()
        start = self.index
        if opening == "{":
            self._object(path)
        elif opening == "[":
            self._list(path)
        else:
            self._take(_STRING if opening == '"' else _FIGURE)
        self.marked.put(path, key, (start, self.index))

    def _next(self) -> str:
        """The next character that is no space; empty at the end."""
        self._take(_GAP)
        return self.text[self.index : self.index + 1]

    def _take(self, pattern: re.Pattern[str]) -> Span:
        match = pattern.match(self.text, self.index)
        assert match, self.index
        self.index = match.end()
        return match.span()

    def _object(self, path: KeyPath) -> None:
        self.index += 1
        while self._next() not in ("}", ""):
            key = self._take(_STRING)
            self._next()
            self.index += 1
            self.value((*path, literal(self.text, key, True).text), key)
            if self._next() == ",":
                self.index += 1
        self.index += 1

    def _list(self, path: KeyPath) -> None:
        self.index += 1
        count = 0
        while self._next() not in ("]", ""):
            self.value((*path, count), (self.index, self.index + 1))
            count += 1
            if self._next() == ",":
                self.index += 1
        self.index += 1
