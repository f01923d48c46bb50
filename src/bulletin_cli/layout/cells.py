"""Characters as widths (字身框): what each takes on a line, and what marks and figures do to it."""

from collections.abc import Callable, Sequence
from enum import IntEnum, auto
from functools import cache
from itertools import pairwise

from bulletin_cli.characters import CLOSING, OPENING, POINTS, is_han, is_western
from bulletin_cli.layout.breaking import opportunities, solid
from bulletin_cli.layout.fitting import Cells
from bulletin_cli.profiles.model import Breaking

Advance = Callable[[str, str], float]
"""Width of a character in a face of the profile, em: all that layout knows of fonts."""

_BLANK_RIGHT = CLOSING | POINTS


def cells(text: str, widths: Sequence[float], sizes: Sequence[float], setting: Breaking) -> Cells:
    """A paragraph as cells.

    Args:
        text: the paragraph.
        widths: advance of each character, pt.
        sizes: size of each character, pt.
        setting: what the profile says of gaps and marks.
    """
    places = opportunities(text)
    none = [0.0] * len(text)
    squeezed = setting.squeezed
    gap = setting.gap, setting.gap - setting.least_gap if squeezed else 0.0
    table = _table(gap, setting.shared, squeezed)
    pairs = [*map(table.__getitem__, pairwise(map(_KINDS.__getitem__, text)))]
    return Cells(
        widths=widths,
        joins=[*(size * join for size, (join, _) in zip(sizes, pairs, strict=False)), 0.0],
        gives=[*(size * give for size, (_, give) in zip(sizes, pairs, strict=False)), 0.0]
        if squeezed
        else none,
        ends=[
            size * squeezed * (char in _BLANK_RIGHT) for char, size in zip(text, sizes, strict=True)
        ]
        if squeezed
        else none,
        places=places,
        hangs=[char in POINTS for char in text] if setting.hanging else [False] * len(text),
        blank=[char == " " for char in text],
        solid=solid(text, places),
        most=setting.stretch * max(sizes, default=0.0),
    )


class _Kind(IntEnum):
    """What matters of a character to its neighbours."""

    HAN = auto()
    WESTERN = auto()
    OPENING = auto()
    CLOSING = auto()
    OTHER = auto()


class _Kinds(dict[str, _Kind]):
    """The kind of a character; what is asked once is remembered."""

    def __missing__(self, char: str) -> _Kind:
        kind = _Kind.OTHER
        if char in OPENING:
            kind = _Kind.OPENING
        elif char in _BLANK_RIGHT:
            kind = _Kind.CLOSING
        elif is_han(char):
            kind = _Kind.HAN
        elif is_western(char):
            kind = _Kind.WESTERN
        self[char] = kind
        return kind


_KINDS = _Kinds()
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
