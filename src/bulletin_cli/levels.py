"""Levels (层次序数): the numbers of headings within an item, counted, never typed."""

from msgspec import Struct

from bulletin_cli.characters import numeral

_WORDINGS = ("{han}、", "（{han}）", "{figure}.", "（{figure}）")
"""The numbers of the four levels (GB/T 9704—2012 § 7.3.3)."""


class Ordinal(Struct, frozen=True):
    """The number of a level (层次序数).

    Attributes:
        text: as it is printed: 一、 （一） 1. （1）.
        level: 1 to 4.
        begins: whether it is the first of its item, where counting begins anew.
    """

    text: str
    level: int
    begins: bool


class Levels:
    """The counts of one item: a level begins anew below each higher one."""

    def __init__(self) -> None:
        """Begin before the first."""
        self._counts = [0] * len(_WORDINGS)

    def next(self, level: int) -> Ordinal:
        """The next number of a level, 1 to 4."""
        begins = not any(self._counts)
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (len(_WORDINGS) - level)
        count = self._counts[level - 1]
        text = _WORDINGS[level - 1].format(han=numeral(count), figure=count)
        return Ordinal(text, level, begins)
