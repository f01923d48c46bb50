"""A paragraph as lines (段落): faces and sizes from the profile, broken, filled, aligned."""

from dataclasses import dataclass
from itertools import groupby

from bulletin_cli.characters import is_mark
from bulletin_cli.document import Paragraph
from bulletin_cli.layout.cells import Advance, cells, widths_in
from bulletin_cli.layout.fitting import Cells, Line, advances, break_lines, natural, without_lone
from bulletin_cli.profiles.model import Align, Profile, TextStyle


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a set line in one style: x from the left of the measure, pt."""

    x: float
    text: str
    advances: tuple[float, ...]
    style: TextStyle


@dataclass(frozen=True, slots=True)
class SetLine:
    """A set line: its pieces, left to right, and whether it had to end at a wrong place."""

    pieces: tuple[Piece, ...]
    forced: bool = False

    @property
    def text(self) -> str:
        """Its whole text."""
        return "".join(piece.text for piece in self.pieces)


def set_paragraph(paragraph: Paragraph, profile: Profile, advance: Advance) -> list[SetLine]:
    """Set a paragraph in the measure of the type area."""
    room = profile.paper.area_width, profile.indent_of(paragraph.role)
    return set_text(paragraph, profile, advance, room)


def set_text(
    paragraph: Paragraph, profile: Profile, advance: Advance, room: tuple[float, float]
) -> list[SetLine]:
    """Set a paragraph in any measure.

    Args:
        paragraph: its role says how its lines are aligned.
        profile: the profile.
        advance: widths of characters, em.
        room: the measure and the indent of its first line, pt.
    """
    measure, indent = room
    styles, widths = _characters(paragraph, profile, advance)
    sizes = [style.size for style in styles]
    strip = cells(paragraph.text, widths, sizes, profile.breaking)
    lines = break_lines(strip, measure - indent, measure)
    if profile.breaking.avoid_lone:
        lines = without_lone(strip, lines, [not is_mark(char) for char in paragraph.text])
    align = profile.text[paragraph.role].align
    result = []
    for line in lines:
        left = indent if line.start == 0 else 0.0
        offset, spread = _aligned(strip, line, measure - left, align)
        result.append(_line(paragraph.text, styles, (line, spread), left + offset))
    return result


def _characters(
    paragraph: Paragraph, profile: Profile, advance: Advance
) -> tuple[list[TextStyle], list[float]]:
    """The style and the width, pt, of each character."""
    extra = profile.tracking_of(paragraph.role)
    styles: list[TextStyle] = []
    widths: list[float] = []
    for run in paragraph.runs:
        style = profile.text[run.role]
        known = widths_in(advance, style.face, style.size, extra)
        styles += [style] * len(run.text)
        widths += map(known.__getitem__, run.text)
    return styles, widths


def _aligned(strip: Cells, line: Line, room: float, align: Align) -> tuple[float, list[float]]:
    """Offset of a line from the left of its room, pt, and the advances of its characters."""
    left_over = room - natural(strip, line)
    if align is Align.JUSTIFY:
        last = line.end == len(strip.widths)
        return 0.0, advances(strip, line, min(left_over, 0.0) if last else left_over)
    share = {Align.CENTRE: 0.5, Align.RIGHT: 1.0, Align.LEFT: 0.0}[align]
    return max(left_over, 0.0) * share, advances(strip, line, 0.0)


def _line(
    text: str, styles: list[TextStyle], filled: tuple[Line, list[float]], x: float
) -> SetLine:
    line, spread = filled
    pieces = []
    start = 0
    for style, group in groupby(styles[line.start : line.end]):
        end = start + len(list(group))
        stretch = tuple(spread[start:end])
        piece = text[line.start + start : line.start + end]
        pieces.append(Piece(x, piece, stretch, style))
        x += sum(stretch)
        start = end
    return SetLine(tuple(pieces), line.forced)
