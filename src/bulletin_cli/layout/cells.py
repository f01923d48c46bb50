"""Characters as widths (字身框): what each takes on a line, and what marks and figures do to it."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from bulletin_cli.layout.breaking import Break
from bulletin_cli.layout.fitting import Cells
from bulletin_cli.layout.stretches import stretches_in
from bulletin_cli.profiles.rooms import Breaking

_NOT_HAN = re.compile("[^\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U000323af\uf900-\ufaff々〆〇]+")
"""Stretches of anything but ideographs: where marks and words are; the rest is all alike."""

Advance = Callable[[str, str], float]
"""Width of a character in a face of the profile, em: all that layout knows of fonts."""


def cells(text: str, widths: Sequence[float], sizes: Sequence[float], setting: Breaking) -> Cells:
    """A paragraph as cells.

    Args:
        text: the paragraph.
        widths: advance of each character, pt.
        sizes: size of each character, pt.
        setting: what the profile says of gaps and marks.
    """
    count = len(text) + 1  # an ideograph is thought before the first character
    joins, gives, ends = [0.0] * count, [0.0] * count, [0.0] * count
    places = [Break.ALLOWED] * count
    hangs, blank, solid = [False] * count, [False] * count, [False] * count
    known = stretches_in(setting)
    for match in _NOT_HAN.finditer(text):
        stretch, start = known[match[0]], match.start()
        here = slice(start, match.end() + 1)
        places[here], solid[here] = stretch.places, stretch.solid
        hangs[here], blank[here] = stretch.hangs, stretch.blank
        for offset, join, give, vanishing in stretch.white:
            index = start + offset
            size = sizes[index - 1]
            joins[index], gives[index], ends[index] = size * join, size * give, size * vanishing
    places[-1], solid[-1], joins[-1], gives[-1] = Break.ALLOWED, False, 0.0, 0.0
    most = setting.stretch * max(sizes, default=0.0)
    return Cells(
        widths, joins[1:], gives[1:], ends[1:], places[1:], hangs[1:], blank[1:], solid[1:], most
    )


class Widths(dict[str, float]):
    """Widths of characters in one face and size, pt; each is asked for once."""

    def __init__(self, advance: Advance, face: str, size: float, extra: float) -> None:
        """Take what to ask, and what every character takes beyond its advance, pt."""
        super().__init__()
        self._advance, self._face, self._size, self._extra = advance, face, size, extra

    def __missing__(self, char: str) -> float:
        self[char] = width = self._size * self._advance(char, self._face) + self._extra
        return width


widths_in = lru_cache(maxsize=64)(Widths)
"""The widths in a face and size, remembered from one issue to the next."""
