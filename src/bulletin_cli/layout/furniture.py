"""What stands around the text: foot (版记) and folio (页码); the masthead has its own module."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bulletin_cli.document import FootLine, Paragraph, Run
from bulletin_cli.layout.paragraph import Piece, SetLine, set_text
from bulletin_cli.layout.setter import Setter, placed
from bulletin_cli.layout.unfit import Overfull
from bulletin_cli.pages import Glyphs, Item, Stroke
from bulletin_cli.profiles.ending import hanging, room, side
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.rooms import Rule
from bulletin_cli.profiles.values import FolioPlace
from bulletin_cli.roles import Role


def _stroke(y: float, rule: Rule, profile: Profile) -> Iterator[Stroke]:
    """A rule from side to side; one without weight is not there."""
    if rule.weight:
        yield Stroke(profile.paper.left, y, profile.paper.area_width, rule.weight, rule.colour)


class FootRow(Struct, frozen=True):
    """A row of the foot between two rules: its lines, and an element at the right of the last."""

    lines: tuple[SetLine, ...]
    right: Piece | None


def foot_rows(foot: Sequence[FootLine], setter: Setter) -> list[FootRow]:
    """Set the lines of the foot; turn-over lines stand under the text after the colon.

    Raises:
        Overfull: an element at the right is wider than a line.
    """
    profile = setter.profile
    measure = room(profile)
    between = profile.foot.between * profile.text[Role.FOOT].size
    rows = []
    for number, entry in enumerate(foot):
        label = setter.word(entry.label, Role.FOOT)
        hang = hanging(sum(label.advances), profile)
        paragraph = Paragraph(Role.FOOT, (Run(entry.label + entry.left, Role.FOOT),))
        lines = set_text(paragraph, profile, setter.advance, (measure - hang, -hang))
        right = setter.word(entry.right, Role.FOOT) if entry.right else None
        width = sum(right.advances) if right else 0.0
        if width > measure:
            raise Overfull(Role.FOOT, width - measure, number)
        if right and _width(lines[-1]) + between + width > measure - hang:
            lines.append(SetLine(()))
        rows.append(FootRow(tuple(_moved(line, hang) for line in lines), right))
    return rows


def _moved(line: SetLine, by: float) -> SetLine:
    pieces = tuple(replace(p, x=p.x + by) for p in line.pieces)
    return SetLine(pieces, line.forced)


def _width(line: SetLine) -> float:
    return max((piece.x + sum(piece.advances) for piece in line.pieces), default=0.0)


def foot_height(rows: Sequence[FootRow], profile: Profile) -> float:
    """Height of the foot, pt."""
    return sum(profile.foot_row(len(row.lines)) for row in rows)


def foot_top(rows: Sequence[FootRow], profile: Profile) -> float:
    """Where the foot begins, pt from the top of the paper."""
    return profile.paper.top + profile.paper.area_height - foot_height(rows, profile)


def foot_items(rows: Sequence[FootRow], setter: Setter, elements: Sequence[int]) -> Iterator[Item]:
    """The foot with its last rule on the lower edge of the type area (GB/T 9704 § 7.4.1).

    Args:
        rows: its rows; nothing is drawn where there is none.
        setter: what it is set with.
        elements: the structure each row belongs to.
    """
    if not rows:
        return
    profile = setter.profile
    paper, style = profile.paper, profile.foot
    edge = side(profile)
    top = foot_top(rows, profile)
    yield from _stroke(top, style.outer, profile)
    for index, (row, element) in enumerate(zip(rows, elements, strict=True)):
        y = top + profile.grid.baseline * profile.foot_line
        for line in row.lines:
            for piece in line.pieces:
                yield placed(piece, paper.left + edge, y, element)
            y += profile.foot_line
        if row.right:
            left = paper.left + paper.area_width - edge - sum(row.right.advances)
            yield placed(row.right, left, y - profile.foot_line, element)
        top += profile.foot_row(len(row.lines))
        if index < len(rows) - 1:
            yield from _stroke(top, style.inner, profile)
    yield from _stroke(top - style.outer.weight / 2, style.outer, profile)


def folio(number: int, setter: Setter) -> Glyphs:
    """The page number below the type area (GB/T 9704 § 7.5)."""
    profile = setter.profile
    paper, style = profile.paper, profile.folio
    piece = setter.word(style.wording.replace("{page}", str(number)), Role.FOLIO)
    width = sum(piece.advances)
    inset = style.side * profile.text[Role.FOLIO].size
    if style.place is FolioPlace.CENTRE:
        left = paper.left + (paper.area_width - width) / 2
    elif number % 2:
        left = paper.left + paper.area_width - inset - width
    else:
        left = paper.left + inset
    return placed(piece, left, profile.folio_baseline, None)
