"""Characters as widths (字身框): what each takes on a line, and what marks and figures do to it."""

from collections.abc import Callable, Sequence

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
        setting: gap, sharing and hanging of the profile.
    """
    places = opportunities(text)
    joins = [
        size * _join(before, after, setting)
        for before, after, size in zip(text, text[1:], sizes, strict=False)
    ]
    return Cells(
        widths=widths,
        joins=[*joins, 0.0] if text else [],
        places=places,
        hangs=[setting.hanging and char in POINTS for char in text],
        blank=[char == " " for char in text],
        solid=solid(text, places),
    )


def _join(before: str, after: str, setting: Breaking) -> float:
    """What stands between two characters on one line beyond their own widths, em.

    Two adjacent marks share half an em: one's ink is left, or the other's right, and between them
    would be an em of white (clreq § 3.1.6; Word's ``compressPunctuation``). Between a Chinese
    character and a figure or Latin letter stands a gap (clreq § 3.2.2).
    """
    if before in _MARKS and after in _MARKS:
        wide = before in OPENING and after in _BLANK_RIGHT
        return 0.0 if wide else -setting.shared
    if (is_han(before) and is_western(after)) or (is_western(before) and is_han(after)):
        return setting.gap
    return 0.0
