"""The index (索引): where the pairs of characters that rules ask for stand, found in one pass.

Most rules look for what few issues have. The index tells at once which passages can have it, so
that the rest are never searched.
"""

from bisect import bisect_right
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import add

DIGITS = "0123456789０１２３４５６７８９"
HAN_DIGITS = "一二三四五六七八九十"


class Needs:
    """Texts one of which must stand in a passage or an issue.

    Attributes:
        lone: those of one character.
        pairs: the others, by their first two.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Sort the texts."""
        lone, self.pairs = set(), dict[str, list[str]]()
        for text in texts:
            if len(text) > 1:
                self.pairs.setdefault(text[:2], []).append(text)
            else:
                lone.add(text)
        self.lone = frozenset(lone)

    def __bool__(self) -> bool:
        return bool(self.lone or self.pairs)


class Index:
    """What stands where.

    Attributes:
        text: all passages, each between two line ends.
        pairs: for each pair that is asked for and stands there, the positions in ``text`` of its
            first character; a line end is one, so that the edges of passages are found too.
    """

    def __init__(self, texts: Sequence[str], asked_for: Container[str]) -> None:
        """Go through the texts of all passages once.

        Args:
            texts: of all passages.
            asked_for: the pairs, of longer texts the first two characters.
        """
        self.text = "\n".join(("", *texts, ""))
        self._texts = texts
        self._starts = [*accumulate((len(text) + 1 for text in texts), initial=1)]
        self._characters = frozenset(self.text)
        self.pairs = pairs = dict[str, list[int]]()
        for at, pair in enumerate(map(add, self.text, self.text[1:])):
            if pair in asked_for:
                if pair in pairs:
                    pairs[pair].append(at)
                else:
                    pairs[pair] = [at]

    def asked(self, asked_for: Container[str]) -> "Index":
        """The index of the same texts for what else is asked for."""
        return Index(self._texts, asked_for)

    def at(self, position: int) -> tuple[int, int]:
        """The number of the passage that stands at a position of ``text``, and where in it."""
        number = bisect_right(self._starts, position) - 1
        return number, position - self._starts[number]

    def holding(self, needs: Needs) -> Iterable[int]:
        """The numbers of the passages that hold a needed text."""
        pairs = self.pairs.keys() & needs.pairs
        numbers = {self.at(place + 1)[0] for place in self._places(needs, pairs)}
        for lone in self._characters & needs.lone:
            numbers.update(n for n, text in enumerate(self._texts) if lone in text)
        return numbers

    def holds(self, needs: Needs) -> bool:
        """Whether a needed text stands in any passage."""
        if not self._characters.isdisjoint(needs.lone):
            return True
        return any(True for _ in self._places(needs, self.pairs.keys() & needs.pairs))

    def _places(self, needs: Needs, pairs: Collection[str]) -> Iterator[int]:
        """Where needed texts stand that begin with some pairs, positions in ``text``."""
        for pair in pairs:
            for longer in needs.pairs[pair]:
                yield from (at for at in self.pairs[pair] if self.text.startswith(longer, at))


def side_by_side(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    """Every text of the first kind followed by every one of the second."""
    return tuple(one + other for one in first for other in second)
