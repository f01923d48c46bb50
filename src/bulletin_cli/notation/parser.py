"""One pass over a text: its notation taken apart, every brace looked at once."""

import re

from msgspec import Struct, field
from msgspec.structs import replace

from bulletin_cli.notation.addresses import has_scheme, uri, wrong_with
from bulletin_cli.notation.said import Fault, Mark, Piece, Span, Written, Wrong

# A run of braces is taken whole, so that no character is looked at twice.
_TOKEN = r"(?P<braces>\{++)(?:(?P<mark>[粗楷上链])[：:]|(?P<turn>换行(?=\})))?|[}｜|]"
_HAN = "[一二三四五六七八九十百]{1,5}"
_LEVEL = (
    rf"(?P<braces>\{{++)(?:(?P<L1>{_HAN}、)|(?P<L2>[（(]{_HAN}[）)])"
    r"|(?P<L3>[0-9]{1,3}[.．])|(?P<L4>[（(][0-9]{1,3}[）)]))\}"
)
_BLANK = " \u3000"


def parse(source: str, *, levels: bool = True) -> Written:
    """A text taken apart: what is printed, and what its notation says of it.

    Args:
        source: a paragraph, or a text of one line.
        levels: whether it may begin with one, as a paragraph may.
    """
    if "{" not in source:
        return Written(source, (Piece(source, 0),) if source else ())
    return _Parser(source).written(levels=levels)


def escaped(text: str) -> str:
    """A text as it is written to be printed as it is, whatever stands in it."""
    doubled = re.sub(_TOKEN, lambda m: "{" * bool(m["mark"] or m["turn"]) + m[0], text)
    return "{" + doubled if re.match(_LEVEL, text) else doubled


class _Open(Struct):
    """A notation that is not closed yet.

    Attributes:
        mark: what it says.
        span: where it opens.
        before: what was said of the text before it.
        first: the number of its first piece.
        filled: how many pieces that show something stand before it.
        nested: whether it stands where none may.
        braces: plain ones that are open within it.
        bar: of a link, the number of the piece after its ｜, and the place there.
    """

    mark: Mark
    span: Span
    before: Piece
    first: int
    filled: int
    nested: bool
    braces: int = 0
    bar: Span | None = None


_NOTHING = Piece("", 0)
"""What is said where nothing is."""


class _Parser(Struct):
    """One pass over a paragraph; what stands before ``place`` is printed."""

    source: str
    pieces: list[Piece] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    place: int = 0
    filled: int = 0
    said: Piece = _NOTHING

    def written(self, *, levels: bool) -> Written:
        level = self._level() if levels else 0
        begin = seen = self.place
        tokens = re.compile(_TOKEN)
        while match := tokens.search(self.source, seen):
            self._token(match)
            seen = max(match.end(), self.place)
        self._print(len(self.source))
        self.faults += [Fault(Wrong.UNCLOSED, each.span) for each in self.stack]
        if level and not self.filled:
            self.faults.append(Fault(Wrong.EMPTY, (0, begin)))
        faults = tuple(sorted(self.faults, key=lambda fault: fault.span))
        return Written(self.source, tuple(self.pieces), level, begin if level else 0, faults)

    def _level(self) -> int:
        """The level that the paragraph begins with; what marks it is passed over."""
        match = re.match(_LEVEL, self.source)
        if match is None:
            return 0
        braces = len(match["braces"])
        if braces > 1:
            self._print(braces - 1)
            self.place = braces
            return 0
        self.place = match.end()
        while self.source[self.place : self.place + 1] in {*_BLANK}:
            self.place += 1
        return int(str(match.lastgroup)[1])

    def _print(self, end: int) -> None:
        """What stands up to a place is printed."""
        if end > self.place:
            self._add(self.source[self.place : end], self.place)
            self.place = end

    def _add(self, text: str, start: int) -> None:
        self.pieces.append(replace(self.said, text=text, start=start))
        self.filled += bool(text.strip(_BLANK))

    def _token(self, match: re.Match[str]) -> None:
        braces, mark = len(match["braces"] or ""), match["mark"]
        inner = self.stack[-1] if self.stack else None
        if braces == 1 and mark:
            self._opened(Mark(mark), match.span())
        elif braces == 1 and match["turn"]:
            self._print(match.start())
            self._add("\n", match.start())
            self.place = match.end() + 1
        elif braces:
            self._literal(match, inner)
        elif inner and inner.braces:
            inner.braces -= match[0] == "}"
        elif inner and match[0] == "}":
            self._closed(self.stack.pop(), match.start())
        elif inner and inner.mark is Mark.LINK:
            self._barred(inner, match.span())

    def _literal(self, match: re.Match[str], inner: _Open | None) -> None:
        """Braces that are themselves; of those that double a notation's one is not printed."""
        kept = len(match["braces"])
        if match["mark"] or match["turn"]:
            kept -= 1
            self._print(match.start() + kept)
            self.place += 1
        if inner:
            inner.braces += kept

    def _opened(self, mark: Mark, span: Span) -> None:
        self._print(span[0])
        marks = [each.mark for each in self.stack[:2]]
        nested = len(marks) > 1 or (mark is Mark.LINK and Mark.LINK in marks)
        if nested:
            self.faults.append(Fault(Wrong.NESTED, span))
        self.stack.append(_Open(mark, span, self.said, len(self.pieces), self.filled, nested))
        self.place = span[1]
        if mark in {Mark.STRONG, Mark.EMPHASIS}:
            self.said = replace(self.said, face=mark)
        elif mark is Mark.RAISED:
            self.said = replace(self.said, raised=True)

    def _barred(self, it: _Open, span: Span) -> None:
        """The address of a link begins after the first ｜ that a scheme follows, or the last."""
        if it.bar is None or not has_scheme(self.source[it.bar[1] : it.bar[1] + 7]):
            self._print(span[0])
            it.bar = len(self.pieces), span[1]

    def _closed(self, it: _Open, end: int) -> None:
        self._print(end)
        self.said = it.before
        self.place = end + 1
        if it.mark is Mark.LINK and not it.nested:
            self._linked(it, end)
        if self.filled == it.filled and not it.nested:
            self.faults.append(Fault(Wrong.EMPTY, (it.span[0], end + 1)))

    def _linked(self, it: _Open, end: int) -> None:
        """The pieces of a link are given its address, which is printed nowhere."""
        whole = it.span[0], end + 1
        if it.bar is None:
            self.faults.append(Fault(Wrong.NO_ADDRESS, whole))
            return
        count, start = it.bar
        del self.pieces[count:]
        self.filled = it.filled + sum(bool(p.text.strip(_BLANK)) for p in self.pieces[it.first :])
        typed = self.source[start:end]
        address = typed.strip(_BLANK)
        start += len(typed) - len(typed.lstrip(_BLANK))
        wrong = wrong_with(address)
        if wrong:
            span = (start, start + len(address)) if address else whole
            self.faults.append(Fault(wrong, span))
        link = uri(address)
        self.pieces[it.first :] = [replace(each, link=link) for each in self.pieces[it.first :]]
