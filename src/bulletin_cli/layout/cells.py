"""Characters as widths (字身框): what each takes on a line, and what marks and figures do to it."""

from collections.abc import Callable, Sequence
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
    pairs = list(zip(pairwise(text), sizes, strict=False))
    ends = [
        size * setting.squeezed * (char in _BLANK_RIGHT)
        for char, size in zip(text, sizes, strict=True)
    ]
    return Cells(
        widths=widths,
        joins=[*(size * _join(*pair, setting) for pair, size in pairs), 0.0][: len(text)],
        gives=[*(size * _give(*pair, setting) for pair, size in pairs), 0.0][: len(text)],
        ends=ends,
        places=places,
        hangs=[setting.hanging and char in POINTS for char in text],
        blank=[char == " " for char in text],
        solid=solid(text, places),
        most=setting.stretch * max(sizes, default=0.0),
    )


def _join(before: str, after: str, setting: Breaking) -> float:
    """What stands between two characters on one line beyond their own widths, em.

    Two adjacent marks share half an em: one's ink is left, or the other's right, and between them
    would be an em of white (clreq § 3.1.6; Word's ``compressPunctuation``). Between a Chinese
    character and a figure or Latin letter stands a gap (clreq § 3.2.2).
    """
    if before in _MARKS and after in _MARKS:
        return 0.0 if before in OPENING and after in _BLANK_RIGHT else -setting.shared
    if (is_han(before) and is_western(after)) or (is_western(before) and is_han(after)):
        return setting.gap
    return 0.0


def _give(before: str, after: str, setting: Breaking) -> float:
    """How much of the white between two characters may be squeezed out, em.

    The half of a mark that has no ink, unless it is shared already; of a gap what is beyond an
    eighth of an em (clreq § 3.2.2).
    """
    if not setting.squeezed or (before in _MARKS and after in _MARKS):
        return 0.0
    if before in _BLANK_RIGHT or after in OPENING:
        return setting.squeezed
    gap = _join(before, after, setting)
    return max(gap - _LEAST_GAP, 0.0)


_LEAST_GAP = 0.125
"""What is left of a gap between Chinese and Latin when a line is squeezed, em."""
