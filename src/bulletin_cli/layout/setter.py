"""What everything is set with: a profile and the widths of its faces."""

from msgspec import Struct

from bulletin_cli.layout.cells import Advance, cells
from bulletin_cli.layout.fitting import Line, advances
from bulletin_cli.layout.paragraph import Piece
from bulletin_cli.pages import Glyphs
from bulletin_cli.profiles.model import Profile
from bulletin_cli.roles import Role


class Setter(Struct, frozen=True):
    """A profile and the widths of its faces."""

    profile: Profile
    advance: Advance

    def word(self, text: str, role: Role) -> Piece:
        """A text on one line in a role, at its natural width."""
        profile, style = self.profile, self.profile.text[role]
        widths = [self.advance(char, style.face) * style.size for char in text]
        strip = cells(text, widths, [style.size] * len(text), profile.breaking)
        spread = tuple(advances(strip, Line(0, len(text), len(text)), 0.0))
        return Piece(0.0, text, spread, style)


def placed(piece: Piece, x: float, y: float, element: int | None) -> Glyphs:
    """A piece of a line with the left of its measure at x and its baseline at y."""
    style = piece.style
    return Glyphs(
        x=x + piece.x,
        y=y - piece.rise,
        text=piece.text,
        advances=piece.advances,
        face=style.face,
        size=style.size,
        colour=style.colour,
        element=element,
    )
