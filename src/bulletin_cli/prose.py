"""Prose (行文): running text as it is typed, paragraph by paragraph, its levels counted.

Whoever sets a text and whoever proofreads it take it from here; so both see the same paragraphs.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from bulletin_cli.characters import is_half
from bulletin_cli.levels import Levels, Ordinal
from bulletin_cli.notation import Fault, Span, Written, parse

_BLANK = " \u3000"
_LONGEST = 10_000
"""Characters of a paragraph in which changes are tried: a dozen pages."""
_BLANK_LINE = re.compile(r"\n[ \u3000]*\n")


class Typed(Struct, frozen=True):
    """A paragraph as it is typed.

    Attributes:
        written: its notation taken apart, its lines joined.
        places: where each character of that source stands in the value, and where the last ends.
        number: of the level that it begins with.
    """

    written: Written
    places: Sequence[int]
    number: Ordinal | None = None

    @property
    def text(self) -> str:
        """What is printed, the number included."""
        number = self.number.text if self.number else ""
        return number + self.written.text

    @property
    def at(self) -> list[int]:
        """Where each character of the text stands in the value, and where the last one ends.

        The characters of the number stand where its mark does, the last one at the mark's end.
        """
        at = [self.places[place] for place in self.written.at[:-1]]
        if self.number:
            mark = self.written.source.index("}")
            count = len(self.number.text)
            at = [*(self.places[step] for step in range(count - 1)), self.places[mark], *at]
        return [*at, at[-1] + 1] if at else [self.places[-1]]

    def keeps(self, span: Span, mended: str) -> bool:
        """Whether other characters, in the place of some of the text, leave all else as it is.

        It is tried, and that takes as long as the paragraph is; of one longer than any that is
        printed the answer is no.
        """
        if len(self.written.source) > _LONGEST:
            return False
        skipped = len(self.number.text) if self.number else 0
        start, end = span[0] - skipped, span[1] - skipped
        if start < 0:
            return False
        source, at = self.written.source, self.written.at
        last = at[end - 1] + 1 if end > start else at[start]
        after = parse(source[: at[start]] + mended + source[last:])
        text = self.written.text
        same = len(after.pieces) == len(self.written.pieces) and after.level == self.written.level
        return same and not after.faults and after.text == text[:start] + mended + text[end:]


def paragraphs(text: str, levels: Levels) -> Iterator[Typed]:
    """The paragraphs of a text: blank lines part them; a line end within one is only the source's.

    The indent that a person types, ideographic spaces most often, is left out.

    Args:
        text: the value.
        levels: the counts of the item that it is a part of.
    """
    start = 0
    for gap in [*_BLANK_LINE.finditer(text), None]:
        source, places = _joined(text, start, gap.start() if gap else len(text))
        if source:
            written = parse(source)
            number = levels.next(written.level) if written.level else None
            yield Typed(written, places, number)
        start = gap.end() if gap else 0


def line(text: str) -> Typed:
    """A text of one line: a caption, a cell. It begins with no level."""
    return Typed(parse(text, levels=False), range(len(text) + 1))


def faults(text: Iterable[Typed]) -> Iterator[Fault]:
    """What is wrong with the notation of a text; places are those of the value."""
    for typed in text:
        for fault in typed.written.faults:
            start, end = fault.span
            yield Fault(fault.wrong, (typed.places[start], typed.places[end - 1] + 1))


def _joined(text: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    """The lines of a paragraph joined: with a space between Latin, without between Chinese."""
    if "\n" not in text[start:end]:
        kept = text[start:end].strip(_BLANK)
        begin = text.find(kept, start)
        return kept, range(begin, begin + len(kept) + 1)
    words: list[str] = []
    places: list[int] = []
    for line in text[start:end].split("\n"):
        kept = line.strip(_BLANK)
        begin = start + len(line) - len(line.lstrip(_BLANK))
        start += len(line) + 1
        if not kept:
            continue
        if words and is_half(words[-1][-1]) and is_half(kept[0]):
            words.append(" ")
            places.append(places[-1] + 1)
        words.append(kept)
        places.extend(range(begin, begin + len(kept)))
    return "".join(words), [*places, places[-1] + 1] if places else []
