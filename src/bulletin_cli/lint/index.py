"""The index (索引): where the pairs of characters that rules ask for stand, found in one pass.

Most rules look for what few issues have. The index tells at once which passages can have it, so
that the rest are never searched.
"""

import struct
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate

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


class Pairs(dict[int, str]):
    """Pairs of characters by the number that the two make in UTF-32.

    Of an issue's thousands of pairs few are among those that rules ask for. As numbers they are
    told from the rest in a third of the time that texts take.
    """

    def __init__(self, pairs: Iterable[str]) -> None:
        """Take texts of two characters each."""
        texts = [*pairs]
        super().__init__(zip(_numbers("".join(texts)), texts, strict=True))


def _numbers(text: str, first: int = 0) -> tuple[int, ...]:
    """The numbers of the first two characters of a text from a position on, of the next two …."""
    count = (len(text) - first) // 2
    return struct.unpack_from(f"<{count}Q", text.encode("utf-32-le"), 4 * first)


class Index:
    """What stands where.

    Attributes:
        text: all passages, each between two line ends.
        pairs: for each pair that is asked for and stands there, the positions in ``text`` of its
            first character, in no order; a line end is one, so that edges of passages are found.
    """

    def __init__(self, texts: Sequence[str], asked_for: Pairs) -> None:
        """Go through the texts of all passages once.

        Args:
            texts: of all passages.
            asked_for: the pairs, of longer texts the first two characters.
        """
        self.text = "\n".join(("", *texts, ""))
        self._texts = texts
        self._starts = [*accumulate((len(text) + 1 for text in texts), initial=1)]
        self._characters = frozenset(self.text)
        self.pairs: dict[str, list[int]] = {}
        for first in (0, 1):
            numbers = enumerate(_numbers(self.text, first))
            for at, number in [each for each in numbers if each[1] in asked_for]:
                self.pairs.setdefault(asked_for[number], []).append(2 * at + first)

    def asked(self, asked_for: Pairs) -> "Index":
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
