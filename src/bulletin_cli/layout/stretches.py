"""Stretches (非汉字串): what marks, words and figures between ideographs do to a line.

Between two ideographs a line may end, and nothing else happens. Everything else is in the stretches
of other characters, and they are few: each is worked out once, in em, with an ideograph before and
after it.
"""

from enum import IntEnum, auto
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from bulletin_cli.characters import CLOSING, OPENING, POINTS, is_han, is_western
from bulletin_cli.layout.breaking import Break, opportunities, solid
from bulletin_cli.profiles.rooms import Breaking

_HAN = "一"
"""Stands for any ideograph."""
_BLANK_RIGHT = CLOSING | POINTS


class Stretch(NamedTuple):
    """A stretch and the ideograph before it; every sequence has an entry for each of them.

    Attributes:
        places: whether a line may end after it.
        solid: whether nothing may be put between it and the next.
        hangs: whether it may stand outside the measure.
        blank: whether it is a space.
        white: of those that have any: its index, what is added between it and the next, how much of
            that may be squeezed out, and how much vanishes at the end of a line; em.
    """

    places: list[Break]
    solid: list[bool]
    hangs: list[bool]
    blank: list[bool]
    white: list[tuple[int, float, float, float]]


class Stretches(dict[str, Stretch]):
    """The stretches of a setting; what is asked once is remembered, figures and all, up to a limit.

    An archive has figures without end, so when there are too many all are forgotten.
    """

    _MOST = 20_000

    def __init__(self, setting: Breaking) -> None:
        """Take what the profile says of gaps and marks."""
        super().__init__()
        self._setting = setting

    def __missing__(self, stretch: str) -> Stretch:
        if len(self) >= self._MOST:
            self.clear()
        self[stretch] = found = _stretch(stretch, self._setting)
        return found


stretches_in = lru_cache(maxsize=16)(Stretches)
"""The stretches in a setting, remembered from one issue to the next."""


def _stretch(stretch: str, setting: Breaking) -> Stretch:
    before, text = _HAN + stretch, _HAN + stretch + _HAN
    places = opportunities(text)
    gap = setting.gap, setting.gap - setting.least_gap if setting.squeezed else 0.0
    table = _table(gap, setting.shared, setting.squeezed)
    seams = [table[pair] for pair in pairwise(map(_kind, text))]
    ends = [setting.squeezed if char in _BLANK_RIGHT else 0.0 for char in before]
    white = [
        (index, *seam, end)
        for index, (seam, end) in enumerate(zip(seams, ends, strict=True))
        if any(seam) or end
    ]
    return Stretch(
        places=places[:-1],
        solid=solid(text, places)[:-1],
        hangs=[setting.hanging and char in POINTS for char in before],
        blank=[char == " " for char in before],
        white=white,
    )


class _Kind(IntEnum):
    """What matters of a character to its neighbours."""

    HAN = auto()
    WESTERN = auto()
    OPENING = auto()
    CLOSING = auto()
    OTHER = auto()


def _kind(char: str) -> _Kind:
    if char in OPENING:
        return _Kind.OPENING
    if char in _BLANK_RIGHT:
        return _Kind.CLOSING
    if is_han(char):
        return _Kind.HAN
    return _Kind.WESTERN if is_western(char) else _Kind.OTHER


_MARKS = {_Kind.OPENING, _Kind.CLOSING}


@cache
def _table(
    gap: tuple[float, float], shared: float, squeezed: float
) -> dict[tuple[_Kind, _Kind], tuple[float, float]]:
    """For two neighbours, what stands between them beyond their widths, what of it may go, em."""
    return {
        (before, after): _between(before, after, gap, shared, squeezed)
        for before in _Kind
        for after in _Kind
    }


def _between(
    before: _Kind, after: _Kind, gap: tuple[float, float], shared: float, squeezed: float
) -> tuple[float, float]:
    """The same for one pair.

    Two adjacent marks share half an em: one's ink is left, or the other's right, and between them
    would be an em of white (clreq § 3.1.6; Word's ``compressPunctuation``). Between a Chinese
    character and a figure or Latin letter stands a gap (clreq § 3.2.2): ``gap`` is its width and
    what of it may go. Of a mark the half without ink may go.
    """
    if before in _MARKS and after in _MARKS:
        wide = (before, after) == (_Kind.OPENING, _Kind.CLOSING)
        return (0.0 if wide else -shared), 0.0
    if {before, after} == {_Kind.HAN, _Kind.WESTERN}:
        return gap
    blank = before is _Kind.CLOSING or after is _Kind.OPENING
    return 0.0, squeezed if blank else 0.0
