"""Who answers for the issue (责任编辑、审核、签发), above the foot."""

from collections.abc import Iterator, Sequence
from itertools import count

from bulletin_cli.document import FootLine, Paragraph, Run
from bulletin_cli.layout.paragraph import Piece, set_text
from bulletin_cli.layout.setter import Setter, placed
from bulletin_cli.pages import Item
from bulletin_cli.profiles.ending import evenly, hanging, room, side
from bulletin_cli.profiles.model import Profile
from bulletin_cli.roles import Role

Line = tuple[tuple[int, float, Piece], ...]
"""Pieces of a line: of which signature, pt from the left of the type area, what is set."""


def signature_lines(signatures: Sequence[FootLine], setter: Setter) -> list[Line]:
    """Set the signatures evenly on one line; where it does not hold them, each on its own."""
    words = [setter.word(each.label + each.left, Role.SIGNATURE) for each in signatures]
    places = evenly([sum(word.advances) for word in words], setter.profile)
    if places is not None:
        return [tuple(zip(count(), places, words, strict=False))] if words else []
    return [line for index, each in enumerate(signatures) for line in _own(index, each, setter)]


def _own(index: int, signature: FootLine, setter: Setter) -> Iterator[Line]:
    """A signature on lines of its own; turn-over lines stand under the text after the colon."""
    profile = setter.profile
    hang = hanging(sum(setter.word(signature.label, Role.SIGNATURE).advances), profile)
    paragraph = Paragraph(Role.SIGNATURE, (Run(signature.label + signature.left, Role.SIGNATURE),))
    measure = room(profile) - hang
    for line in set_text(paragraph, profile, setter.advance, (measure, -hang)):
        yield tuple((index, side(profile) + hang, piece) for piece in line.pieces)


def signatures_height(lines: Sequence[Line], profile: Profile) -> float:
    """Height of the signatures, pt."""
    return profile.foot_row(len(lines)) if lines else 0.0


def signature_items(
    lines: Sequence[Line], bottom: float, setter: Setter, elements: Sequence[int]
) -> Iterator[Item]:
    """The signatures above the foot, which begins at ``bottom``, pt from the top of the paper.

    Args:
        lines: their lines.
        bottom: where the foot begins.
        setter: what they are set with.
        elements: the structure that each signature belongs to.
    """
    profile = setter.profile
    y = bottom - signatures_height(lines, profile) + profile.grid.baseline * profile.foot_line
    for line in lines:
        for index, x, piece in line:
            yield placed(piece, profile.paper.left + x, y, elements[index])
        y += profile.foot_line
