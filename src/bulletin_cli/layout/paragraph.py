"""A paragraph as lines (段落): faces and sizes from the profile, broken, filled, aligned."""

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from bulletin_cli.characters import is_mark
from bulletin_cli.document import Paragraph, Run
from bulletin_cli.layout.breaking import Break
from bulletin_cli.layout.cells import Advance, cells, widths_in
from bulletin_cli.layout.fitting import Cells, Line, advances, break_lines, natural, without_lone
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.rooms import TextStyle
from bulletin_cli.profiles.values import Align
from bulletin_cli.roles import Role


class Look(Struct, frozen=True):
    """What is the same throughout a piece.

    Attributes:
        style: face, size and colour.
        rise: of its baseline above the line's, pt.
        link: which of the paragraph's links it is a part of, from 0.
    """

    style: TextStyle
    rise: float = 0.0
    link: int | None = None


class Piece(Struct, frozen=True):
    """A stretch of a set line in one style: x from the left of the measure, pt.

    Its rise is that of its baseline above the line's, pt; its link one of the paragraph's, from 0.
    """

    x: float
    text: str
    advances: tuple[float, ...]
    style: TextStyle
    rise: float = 0.0
    link: int | None = None


class SetLine(Struct, frozen=True):
    """A set line: its pieces, left to right, and whether it had to end at a wrong place."""

    pieces: tuple[Piece, ...]
    forced: bool = False

    @property
    def text(self) -> str:
        """Its whole text."""
        return "".join(piece.text for piece in self.pieces)


def links(paragraph: Paragraph) -> list[tuple[str, str]]:
    """The links of a paragraph in order, each with its address and its text."""
    groups = groupby(paragraph.runs, key=lambda run: run.link)
    return [(link, "".join(run.text for run in runs)) for link, runs in groups if link]


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
    looks, sizes, widths = _characters(paragraph, profile, advance)
    raised = any(run.raised for run in paragraph.runs)
    align = profile.text[paragraph.role].align
    result: list[SetLine] = []
    start = 0
    for text in paragraph.text.split("\n"):
        end = start + len(text)
        looks_here = looks[start:end]
        strip = cells(text, widths[start:end], sizes[start:end], profile.breaking)
        if raised:
            strip = _held(strip, looks_here)
        lines = break_lines(strip, measure - indent, measure)
        if profile.breaking.avoid_lone:
            lines = without_lone(strip, lines, [not is_mark(char) for char in text])
        for line in lines:
            left = indent if line.start == 0 else 0.0
            offset, spread = _aligned(strip, line, measure - left, align)
            result.append(_line(text, looks_here, (line, spread), left + offset))
        if not lines:
            result.append(SetLine(()))
        start, indent = end + 1, 0.0
    return result


def _characters(
    paragraph: Paragraph, profile: Profile, advance: Advance
) -> tuple[list[Look], list[float], list[float]]:
    """The look, the size and the width, pt, of each character."""
    extra = profile.tracking_of(paragraph.role)
    looks: list[Look] = []
    sizes: list[float] = []
    widths: list[float] = []
    link, before = -1, ""
    for run in paragraph.numbered:
        link += bool(run.link) and run.link != before
        before = run.link
        look = _look(run, paragraph.role, profile, link if run.link else None)
        known = widths_in(advance, look.style.face, look.style.size, extra)
        looks += [look] * len(run.text)
        sizes += [look.style.size] * len(run.text)
        known["\n"] = 0.0  # a forced break
        widths += map(known.__getitem__, run.text)
    return looks, sizes, widths


def _look(run: Run, within: Role, profile: Profile, link: int | None) -> Look:
    style = profile.style_of(run.role, within, raised=run.raised)
    if not run.raised:
        return Look(style, link=link)
    whole = profile.style_of(run.role, within)
    return Look(style, profile.inline.raised_rise * whole.size, link)


def _held(strip: Cells, looks: Sequence[Look]) -> Cells:
    """The same with every superscript held to what it stands after, so that it begins no line."""
    places = [
        min(place, Break.NEED) if after.rise and not look.rise else place
        for place, look, after in zip(strip.places, looks, looks[1:], strict=False)
    ]
    return replace(strip, places=[*places, *strip.places[-1:]])


def _aligned(strip: Cells, line: Line, room: float, align: Align) -> tuple[float, list[float]]:
    """Offset of a line from the left of its room, pt, and the advances of its characters."""
    left_over = room - natural(strip, line)
    if align is Align.JUSTIFY:
        last = line.end == len(strip.widths)
        return 0.0, advances(strip, line, min(left_over, 0.0) if last else left_over)
    share = {Align.CENTRE: 0.5, Align.RIGHT: 1.0, Align.LEFT: 0.0}[align]
    return max(left_over, 0.0) * share, advances(strip, line, 0.0)


def _line(text: str, looks: Sequence[Look], filled: tuple[Line, list[float]], x: float) -> SetLine:
    line, spread = filled
    pieces = []
    start = 0
    for look, group in groupby(looks[line.start : line.end]):
        end = start + len(list(group))
        stretch = tuple(spread[start:end])
        part = text[line.start + start : line.start + end]
        pieces.append(Piece(x, part, stretch, look.style, look.rise, look.link))
        x += sum(stretch)
        start = end
    return SetLine(tuple(pieces), line.forced)
