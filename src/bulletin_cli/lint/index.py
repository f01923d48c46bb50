"""The index (索引): where each pair of characters stands in an issue, made once for all rules.

Most rules look for what few issues have. The index tells at once which passages can have it, so
that the rest are never searched.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import add

DIGITS = "0123456789０１２３４５６７８９"
HAN_DIGITS = "一二三四五六七八九十"


class Index:
    """What stands where.

    Attributes:
        text: all passages, each between two line ends.
        pairs: for every two characters side by side, the positions in ``text`` of the first; a
            line end is one, so that also the beginnings and ends of passages are found.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Go through the texts of all passages once."""
        self.text = "\n".join(("", *texts, ""))
        self._texts = texts
        self._starts = [*accumulate((len(text) + 1 for text in texts), initial=1)]
        self._characters = frozenset(self.text)
        self.pairs = pairs = dict[str, list[int]]()
        for at, pair in enumerate(map(add, self.text, self.text[1:])):
            if pair in pairs:
                pairs[pair].append(at)
            else:
                pairs[pair] = [at]

    def at(self, position: int) -> tuple[int, int]:
        """The number of the passage that stands at a position of ``text``, and where in it."""
        number = bisect_right(self._starts, position) - 1
        return number, position - self._starts[number]

    def repeated(self) -> Iterator[list[int]]:
        """For every pair that stands more than once, where."""
        return (places for places in self.pairs.values() if len(places) > 1)

    def places(self, needed: str) -> Iterator[int]:
        """Where a text of two or more characters stands, positions in ``text``."""
        found = self.pairs.get(needed[:2], ())
        if len(needed) == 2:
            return iter(found)
        return (at for at in found if self.text.startswith(needed, at))

    def holding(self, needs: Iterable[str]) -> Collection[int]:
        """The numbers of the passages that hold one of some texts."""
        numbers: set[int] = set()
        for need in needs:
            if len(need) > 1:
                if need[:2] in self.pairs:
                    numbers.update(self.at(place + 1)[0] for place in self.places(need))
            elif need in self._characters:
                numbers.update(n for n, text in enumerate(self._texts) if need in text)
        return numbers

    def holds(self, needs: Iterable[str]) -> bool:
        """Whether one of some texts stands in any passage."""
        return any(
            need in self._characters if len(need) == 1 else any(True for _ in self.places(need))
            for need in needs
        )


def side_by_side(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    """Every text of the first kind followed by every one of the second."""
    return tuple(one + other for one in first for other in second)
