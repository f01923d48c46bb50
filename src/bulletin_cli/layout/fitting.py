"""How much goes on a line, and how the line is filled: widths, no marks (排行、齐行)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bulletin_cli.layout.breaking import Break

_TOLERANCE = 1e-6
"""Float sums of a full line may miss the measure by this much, pt."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A paragraph as widths; every sequence has one entry for each character.

    Attributes:
        widths: advance of each character, pt.
        joins: what is added between it and the next where both stand on one line, pt: a gap
            between Chinese and Latin, or, negative, the half em that two marks share.
        places: whether a line may end after it.
        hangs: whether it may stand outside the measure.
        blank: whether it is a space, which vanishes at a line's end.
        solid: whether nothing may be put between it and the next.
    """

    widths: Sequence[float]
    joins: Sequence[float]
    places: Sequence[Break]
    hangs: Sequence[bool]
    blank: Sequence[bool]
    solid: Sequence[bool]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph: characters ``start`` to ``end``.

    Attributes:
        fill: number of them, from ``start``, that count towards the measure; after them come a
            hanging mark or blanks.
        forced: whether it ends where it should not, because the measure holds no better place.
    """

    start: int
    end: int
    fill: int
    forced: bool


def break_lines(cells: Cells, first: float, measure: float) -> list[Line]:
    """Fill lines one after the other, as Word does.

    A line takes all that fits; one mark may hang; otherwise it ends at its last opportunity. Where
    it has none the fallback, in this order, ends it at a joint of a word, then anywhere but before
    a combining mark, and says so in ``forced``. It always takes at least one character.

    Args:
        cells: the paragraph.
        first: room on the first line, pt.
        measure: room on every other line, pt.
    """
    lines: list[Line] = []
    start = 0
    while start < len(cells.widths):
        line = _line(cells, start, measure if lines else first)
        lines.append(line)
        start = line.end
    return lines


def _line(cells: Cells, start: int, measure: float) -> Line:
    room = measure + _TOLERANCE
    count = len(cells.widths)
    width = 0.0
    last = {Break.ALLOWED: start, Break.WORD_JOINT: start, Break.NEED: start}
    index = start
    while index < count:
        if index > start:
            width += cells.joins[index - 1]
        width += cells.widths[index]
        if width > room and not cells.blank[index]:
            break
        last[cells.places[index]] = index + 1
        index += 1
    else:
        return Line(start, count, _filled(cells, start, count), forced=False)
    if cells.hangs[index] and cells.places[index] is Break.ALLOWED and index > start:
        return Line(start, index + 1, index - start, forced=False)
    return _ended(cells, start, last, index)


def _ended(cells: Cells, start: int, last: dict[Break, int], overflow: int) -> Line:
    """End a line that overflows at ``overflow`` at the best of the places it passed."""
    for place in (Break.ALLOWED, Break.WORD_JOINT, Break.NEED):
        end = last[place]
        if end > start:
            forced = place is not Break.ALLOWED
            return Line(start, end, _filled(cells, start, end), forced)
    end = overflow + 1
    while end < len(cells.widths) and cells.places[end - 1] is Break.NEVER:
        end += 1
    forced = cells.places[end - 1] is not Break.ALLOWED
    return Line(start, end, _filled(cells, start, end), forced)


def _filled(cells: Cells, start: int, end: int) -> int:
    while end > start and cells.blank[end - 1]:
        end -= 1
    return end - start


def natural(cells: Cells, line: Line) -> float:
    """Width of what counts towards the measure before anything is stretched, pt."""
    stop = line.start + line.fill
    joins = sum(cells.joins[line.start : max(stop - 1, line.start)])
    return sum(cells.widths[line.start : stop]) + joins


def advances(cells: Cells, line: Line, room: float) -> list[float]:
    """Advance of each character of a line, ``room`` points shared out among them.

    The room goes evenly between all characters that are not set solid, gaps between Chinese and
    Latin like any other: given to the gaps alone, as clreq allows, it shows as holes in the line.
    With no such place the line stays as it is.
    """
    span = slice(line.start, line.end)
    result = [w + j for w, j in zip(cells.widths[span], cells.joins[span], strict=True)]
    stop = line.start + line.fill - 1
    places = [index for index in range(line.start, stop) if not cells.solid[index]]
    if room > 0:
        for index in places:
            result[index - line.start] += room / len(places)
    return result
