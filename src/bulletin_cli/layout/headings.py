"""Headings (标题): how deep each stands in the structure, with none between left out."""

from bulletin_cli.document import Paragraph, Role

_RANKS = {Role.SECTION: 1, Role.PART: 2, Role.GROUP: 2, Role.HEADLINE: 3}
"""What a heading stands under: all that have a smaller rank."""


class Headings:
    """The headings that are open where reading has come to.

    A section may have items without parts: in the structure each heading is one below the nearest
    that it stands under (PDF/UA-1 § 7.4.2).
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._open: list[int] = []

    def level_of(self, paragraph: Paragraph) -> int:
        """The level of the next paragraph, from 1; 0 if it is no heading."""
        rank = _RANKS.get(paragraph.role, 0)
        if not rank:
            return 0
        while self._open and self._open[-1] >= rank:
            self._open.pop()
        self._open.append(rank)
        return len(self._open)
