"""A source with the place of each of its keys and values."""

from bisect import bisect_right

from msgspec import Struct, field

from bulletin_cli.diagnostics import KeyPath, Span


class Mark(Struct, frozen=True):
    """Where a key and its value stand.

    Attributes:
        key: the key; in a list the value's first character.
        value: the value; the heading of a table that has one.
    """

    key: Span
    value: Span


class Marked(Struct):
    """A text with the mark of each path of keys in it."""

    text: str
    marks: dict[KeyPath, Mark] = field(default_factory=dict)
    _lines: list[int] = field(default_factory=list)

    def put(self, path: KeyPath, key: Span, value: Span) -> None:
        """Note where a key and its value stand."""
        self.marks[path] = Mark(key, value)

    def first(self, path: KeyPath, key: Span, value: Span) -> None:
        """Note it if the path is not known yet: what opens a table in passing."""
        self.marks.setdefault(path, Mark(key, value))

    def position(self, index: int) -> tuple[int, int]:
        """Line and column of a position, from 1."""
        if not self._lines:
            self._lines.append(0)
            self._lines += [i + 1 for i, char in enumerate(self.text) if char == "\n"]
        line = bisect_right(self._lines, index)
        return line, index - self._lines[line - 1] + 1
