"""How much goes on a line, and how the line is filled: widths, no marks (排行、齐行)."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import add

from msgspec import Struct

from bulletin_cli.layout.breaking import Break

_TOLERANCE = 1e-6
"""Float sums of a full line may miss the measure by this much, pt."""


class Cells(Struct, frozen=True):
    """A paragraph as widths; every sequence has one entry for each character.

    Attributes:
        widths: advance of each character, pt.
        joins: what is added between it and the next where both stand on one line, pt: a gap
            between Chinese and Latin, or, negative, the half em that two marks share.
        gives: how much of the white between it and the next may be squeezed out, pt.
        ends: how much of its white vanishes at the end of a line, pt.
        places: whether a line may end after it.
        hangs: whether it may stand outside the measure.
        blank: whether it is a space, which vanishes at a line's end.
        solid: whether nothing may be put between it and the next.
        most: the most that may be put between two characters to fill a line, pt.
    """

    widths: Sequence[float]
    joins: Sequence[float]
    gives: Sequence[float]
    ends: Sequence[float]
    places: Sequence[Break]
    hangs: Sequence[bool]
    blank: Sequence[bool]
    solid: Sequence[bool]
    most: float


class Line(Struct, frozen=True):
    """One line of a paragraph: characters ``start`` to ``end``.

    Attributes:
        fill: number of them, from ``start``, that count towards the measure; after them come a
            hanging mark or blanks.
        forced: whether it ends where it should not, because the measure holds no better place.
    """

    start: int
    end: int
    fill: int
    forced: bool = False


def break_lines(cells: Cells, first: float, measure: float) -> list[Line]:
    """Fill lines one after the other, as Word does.

    A line takes all that fits. One mark may hang; else, where the next character must not begin a
    line, white is squeezed out of the marks on the line if that brings it in; else the line ends at
    its last opportunity. Where it has none the fallback, in this order, ends it at a joint of a
    word, then anywhere but before a combining mark, and says so in ``forced``. A line always takes
    at least one character.

    Args:
        cells: the paragraph.
        first: room on the first line, pt.
        measure: room on every other line, pt.
    """
    lines: list[Line] = []
    edges = [*accumulate(map(add, cells.widths, [0.0, *cells.joins]))]
    start = 0
    while start < len(cells.widths):
        left = edges[start] - cells.widths[start]
        line = _line(cells, edges, start, left + (measure if lines else first) + _TOLERANCE)
        lines.append(line)
        start = line.end
    return lines


def without_lone(cells: Cells, lines: list[Line], counted: Sequence[bool]) -> list[Line]:
    """Lines with no single character alone on the last (孤字): one is brought down to it.

    Args:
        cells: the paragraph.
        lines: its lines.
        counted: for each character, whether it is one that would look alone; marks are not.
    """
    if len(lines) < 2 or sum(counted[lines[-1].start : lines[-1].end]) > 1:
        return lines
    above, last = lines[-2:]
    for end in range(last.start - 1, above.start, -1):
        if cells.places[end - 1] is Break.ALLOWED and sum(counted[end : last.end]) > 1:
            shorter = Line(above.start, end, _filled(cells, above.start, end))
            return [*lines[:-2], shorter, Line(end, last.end, last.fill + last.start - end)]
    return lines


def _line(cells: Cells, edges: Sequence[float], start: int, room: float) -> Line:
    """The line that begins at ``start``.

    Args:
        cells: the paragraph.
        edges: right edge of each character were the paragraph one line, pt.
        start: its first character.
        room: how far it may reach there, pt.
    """
    count = len(edges)
    index = bisect_right(edges, room, start)
    while index < count and (cells.blank[index] or edges[index] - cells.ends[index] <= room):
        index += 1
    if index == count:
        return Line(start, count, _filled(cells, start, count))
    if _may_hang(cells, start, index):
        return Line(start, index + 1, index - start)
    give = 0.0 if cells.places[index - 1] is Break.ALLOWED else sum(cells.gives[start:index])
    if give:
        end = _pushed_in(cells, index, room + give - edges[index])
        if end:
            return Line(start, end, _filled(cells, start, end))
    return _ended(cells, start, index)


def _may_hang(cells: Cells, start: int, index: int) -> bool:
    """Whether the character that no longer fits may stand outside, after one that does."""
    hangs = cells.hangs[index] and cells.places[index] is Break.ALLOWED
    return hangs and index > start and not cells.blank[index - 1]


def _pushed_in(cells: Cells, index: int, room: float) -> int:
    """Where a line can end at or after ``index``, its width included, with white squeezed out.

    ``room`` is what would be left, all white squeezed out. The result is 0 where there is no place.
    """
    while True:
        if room + cells.ends[index] < 0:
            return 0
        if cells.places[index] is Break.ALLOWED:
            return index + 1
        room += cells.gives[index] - cells.joins[index] - cells.widths[index + 1]
        index += 1


def _ended(cells: Cells, start: int, overflow: int) -> Line:
    """End a line that overflows at ``overflow`` at the best of the places it passed."""
    for place in (Break.ALLOWED, Break.WORD_JOINT, Break.NEED):
        for end in range(overflow, start, -1):
            if cells.places[end - 1] is place:
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
    """Width of what counts towards the measure, nothing squeezed or stretched yet, pt."""
    stop = line.start + line.fill
    if stop == line.start:
        return 0.0
    width = sum(cells.widths[line.start : stop]) + sum(cells.joins[line.start : stop - 1])
    return width - cells.ends[stop - 1]


def advances(cells: Cells, line: Line, room: float) -> list[float]:
    """Advance of each character of a line that has ``room`` points too many, or, negative, too few.

    Too few are squeezed out of the white of marks and gaps, each in proportion to what it may give.
    Too many go evenly between all characters that are not set solid, gaps between Chinese and
    Latin like any other: given to the gaps alone, as clreq allows, they show as holes in the line.
    Where each would take more than ``most``, or there is no such place, the line stays short.
    """
    if line.end == line.start:
        return []
    span = slice(line.start, line.end)
    result = [*map(add, cells.widths[span], cells.joins[span])]
    stop = max(line.fill - 1, 0)
    result[stop] -= cells.ends[line.start + stop]
    result[-1] -= cells.joins[line.end - 1]
    if room < 0:
        gives = cells.gives[line.start : line.start + stop]
        share = min(-room / sum(gives), 1.0) if any(gives) else 0.0
        result[:stop] = [step - share * give for step, give in zip(result, gives, strict=False)]
    elif room > 0:
        solid = cells.solid[line.start : line.start + stop]
        free = stop - sum(solid)
        if free and room / free <= cells.most:
            share = room / free
            result[:stop] = [
                step if held else step + share for step, held in zip(result, solid, strict=False)
            ]
    return result
