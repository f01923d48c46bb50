"""The masthead (报头) at the top of page 1: its parts, and the ruling below them."""

from collections.abc import Iterator

from bulletin_cli.document import Masthead
from bulletin_cli.layout.paragraph import Piece
from bulletin_cli.layout.setter import Setter, placed
from bulletin_cli.layout.unfit import Overfull
from bulletin_cli.pages import Figure, Item, Polygon, Stroke
from bulletin_cli.profiles.masthead import MastheadPlan, Name, Office
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.ruling import Ruling
from bulletin_cli.profiles.values import LEAST_SIZE, Align
from bulletin_cli.roles import Role

Word = tuple[Role, Piece, float, float]
"""A line of the masthead: its role, what is set, and its left end and baseline, pt from the left
and the top of the type area."""


def masthead_items(
    masthead: Masthead, plan: MastheadPlan, setter: Setter, elements: dict[Role, int]
) -> Iterator[Item]:
    """The masthead at its places on the first page, in the order in which it is read.

    Args:
        masthead: its parts.
        plan: where they stand.
        setter: what they are set with.
        elements: the structure each part belongs to.

    Raises:
        Overfull: a line is wider than the measure, even in the least type where it may shrink.
    """
    paper = setter.profile.paper
    items = [
        *_words(_marks(masthead, plan, setter), elements),
        *_words(_unit(masthead, plan, setter), elements),
        *_logo(masthead, plan, setter, elements),
        *_words(_lines(masthead, plan, setter), elements),
        *_ruling(plan.ruling, setter.profile),
    ]
    for item in items:
        yield item.moved(paper.left, paper.top)


def natural_widths(masthead: Masthead | None, setter: Setter) -> dict[Role, float]:
    """Widths of the lines of a masthead that are fitted, as their faces have them, em."""
    if masthead is None:
        return {}
    texts = (
        (Role.UNIT, masthead.unit),
        (Role.NAME, masthead.name),
        (Role.OFFICE, masthead.office),
        (Role.DATE, masthead.date),
    )
    words = {role: setter.word(text, role) for role, text in texts if text}
    return {role: sum(word.advances) / word.style.size for role, word in words.items()}


def _words(words: Iterator[Word], elements: dict[Role, int]) -> Iterator[Item]:
    """Lines as items; the date belongs to what the office is, wherever it stands."""
    for role, piece, x, baseline in words:
        element = elements[Role.OFFICE if role is Role.DATE else role]
        yield placed(piece, x, baseline, element)


def _marks(masthead: Masthead, plan: MastheadPlan, setter: Setter) -> Iterator[Word]:
    for mark, baseline in zip(masthead.marks, plan.marks, strict=True):
        yield _across(setter.word(mark.text, mark.role), mark.role, baseline, setter.profile)


def _unit(masthead: Masthead, plan: MastheadPlan, setter: Setter) -> Iterator[Word]:
    if masthead.unit and plan.unit:
        yield _named(masthead.unit, Role.UNIT, plan.unit, setter)


def _logo(
    masthead: Masthead, plan: MastheadPlan, setter: Setter, elements: dict[Role, int]
) -> Iterator[Item]:
    logo = plan.logo
    if masthead.logo and logo:
        left = (setter.profile.paper.area_width - logo.width) / 2
        box = left, logo.top, logo.width, logo.height
        yield Figure(*box, masthead.logo, elements[Role.LOGO])


def _lines(masthead: Masthead, plan: MastheadPlan, setter: Setter) -> Iterator[Word]:
    if masthead.name and plan.name:
        yield _named(masthead.name, Role.NAME, plan.name, setter)
    if masthead.number and plan.number:
        number = setter.word(masthead.number, Role.NUMBER)
        yield _across(number, Role.NUMBER, plan.number, setter.profile)
    if plan.office:
        yield from _office(masthead, plan.office, setter)


def _named(text: str, role: Role, name: Name, setter: Setter) -> Word:
    piece = _spaced(setter.word(text, role), name.size, name.spacing)
    return _across(piece, role, name.baseline, setter.profile)


def _across(piece: Piece, role: Role, baseline: float, profile: Profile) -> Word:
    """A line where its role stands: at the left, in the middle, at the right."""
    share = {Align.CENTRE: 0.5, Align.RIGHT: 1.0}.get(profile.text[role].align, 0.0)
    _check_width(piece, role, profile.paper.area_width)
    left = share * (profile.paper.area_width - sum(piece.advances))
    return role, piece, left, baseline


def _check_width(piece: Piece, role: Role, room: float) -> None:
    """Refuse a line that its room does not hold, however small its type."""
    excess = sum(piece.advances) * max(LEAST_SIZE / piece.style.size, 1.0) - room
    if excess > _ROUNDING:
        raise Overfull(role, excess)


_ROUNDING = 0.01
"""What sums of widths may be off, pt."""


def _spaced(piece: Piece, size: float, spacing: float) -> Piece:
    """A piece in the size and spacing that make it fit; after its last character is no space."""
    style = piece.style.model_copy(update={"size": size})
    scale = size / piece.style.size
    *first, last = (step * scale for step in piece.advances)
    spread = (*(step + spacing for step in first), last)
    return Piece(0.0, piece.text, spread, style)


def _office(masthead: Masthead, plan: Office, setter: Setter) -> Iterator[Word]:
    """The office at the left and the date at the right, on one line or two."""
    profile = setter.profile
    side = profile.masthead.side * profile.text[Role.OFFICE].size
    room = profile.paper.area_width - 2 * side
    if masthead.office:
        piece = _spaced(setter.word(masthead.office, Role.OFFICE), plan.size, 0.0)
        _check_width(piece, Role.OFFICE, room)
        yield Role.OFFICE, piece, side, plan.baseline
    if masthead.date:
        role = Role.DATE if plan.date else Role.OFFICE
        piece = setter.word(masthead.date, role)
        _check_width(piece, Role.DATE, room)
        left = profile.paper.area_width - side - sum(piece.advances)
        yield role, piece, left, plan.date or plan.baseline


def _ruling(ruling: Ruling, profile: Profile) -> Iterator[Item]:
    """The rules, and the star between them."""
    colour = profile.masthead.rule.colour
    for bar in ruling.bars:
        yield Stroke(bar.x, bar.y, bar.width, bar.weight, colour)
    if ruling.star:
        yield Polygon(0.0, 0.0, ruling.star.corners, colour)
