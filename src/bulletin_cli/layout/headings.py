"""Headings (标题): how deep each stands in the structure, with none between left out."""

from bulletin_cli.document import Paragraph
from bulletin_cli.roles import LEVELS, Role

_RANKS = {
    Role.SECTION: 1,
    Role.PART: 2,
    Role.GROUP: 2,
    Role.HEADLINE: 3,
    **{role: rank for rank, role in enumerate(LEVELS, 4)},
}
"""What a heading stands under: all that have a smaller rank."""

_DEEPEST = 6
"""PDF knows no heading below H6 (ISO 32000-1 § 14.8.4.3.2)."""


class Headings:
    """The headings that are open where reading has come to.

    An item may have （一） without 一、 above it, a section items without parts: in the structure
    each heading is one below the nearest that it stands under (PDF/UA-1 § 7.4.2).
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._open: list[int] = []

    def level_of(self, paragraph: Paragraph) -> int:
        """The level of the next paragraph, from 1; 0 if it is no heading."""
        if paragraph.number and paragraph.number.begins:
            self._close(_RANKS[LEVELS[0]])
        rank = _RANKS.get(paragraph.role, 0)
        if not rank:
            return 0
        self._close(rank)
        self._open.append(rank)
        return min(len(self._open), _DEEPEST)

    def _close(self, rank: int) -> None:
        """Nothing of this rank or a greater one is open any more."""
        while self._open and self._open[-1] >= rank:
            self._open.pop()
