"""Characters as widths (字身框): what each takes on a line, and what marks and figures do to it."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from bulletin_cli.characters import CLOSING, OPENING, POINTS, is_han, is_western
from bulletin_cli.layout.breaking import opportunities, solid
from bulletin_cli.layout.fitting import Cells
from bulletin_cli.profiles.model import Breaking

Advance = Callable[[str, str], float]
"""Width of a character in a face of the profile, em: all that layout knows of fonts."""

_BLANK_RIGHT = CLOSING | POINTS
_MARKS = _BLANK_RIGHT | OPENING


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
    gap, shared, squeezed = setting.gap, setting.shared, setting.squeezed
    pairs = [_between(before, after, gap, shared, squeezed) for before, after in pairwise(text)]
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


@lru_cache(maxsize=1 << 14)
def _between(
    before: str, after: str, gap: float, shared: float, squeezed: float
) -> tuple[float, float]:
    """What two characters have between them beyond their widths, and what of it may go, em.

    Two adjacent marks share half an em: one's ink is left, or the other's right, and between them
    would be an em of white (clreq § 3.1.6; Word's ``compressPunctuation``). Between a Chinese
    character and a figure or Latin letter stands a gap (clreq § 3.2.2), of which an eighth of an em
    is left when a line is squeezed. Of a mark the half without ink may go.
    """
    if before in _MARKS and after in _MARKS:
        wide = before in OPENING and after in _BLANK_RIGHT
        return (0.0 if wide else -shared), 0.0
    if (is_han(before) and is_western(after)) or (is_western(before) and is_han(after)):
        return gap, max(gap - _LEAST_GAP, 0.0) if squeezed else 0.0
    blank = before in _BLANK_RIGHT or after in OPENING
    return 0.0, squeezed if blank else 0.0


_LEAST_GAP = 0.125
"""What is left of a gap between Chinese and Latin when a line is squeezed, em."""
