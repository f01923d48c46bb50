"""Set phrases (固定词语): idioms and the wordings of this prose, found with one character wrong.

The phrases are listed as they should be. A phrase of which one character was taken for another has
its first two characters or its last two as they should be, by which it is looked up.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from bulletin_cli.lint.data import groups
from bulletin_cli.lint.index import Index
from bulletin_cli.lint.likeness import alike
from bulletin_cli.lint.rule import PRINTED, Bulletin, Finding, issue_rule
from bulletin_cli.messages import _


def _pairs() -> Iterator[str]:
    heads, tails, _known = _tables()
    return chain(heads.pairs, tails.pairs)


@issue_rule("W105", asks=_pairs)
def wrong_in_phrase(bulletin: Bulletin) -> Iterator[Finding]:
    """A set phrase has one character of the same sound or a like shape in another's place.

    固定词语里有一个字误作音近、形近的字。

    What: Idioms and set wordings of a list are told where exactly one character differs from it by
      sound or shape.
    说明：词表里的成语和常用提法，只有一个字不同、且与正字音近或形近时才报。
    Why: 现代汉语词典; the official wording of policies.
    依据：《现代汉语词典》及规范提法。
    Wrong: 党员冲锋在前，充分发挥先峰模范作用。
    Right: 党员冲锋在前，充分发挥先锋模范作用。
    """
    done, text = 0, bulletin.index.text
    for start, phrase in sorted(_near(bulletin.index), key=lambda near: (near[0], -len(near[1]))):
        passage, at = bulletin.at(start)
        if start >= done and passage.kind in PRINTED:
            done = start + len(phrase)
            message = _('"{wrong}": write "{right}".').format(wrong=text[start:done], right=phrase)
            yield passage.finding((at, at + len(phrase)), message, phrase)


def _near(index: Index) -> Iterator[tuple[int, str]]:
    """Where a phrase stands with one character wrong, and the phrase."""
    heads, tails, known = _tables()
    text = index.text
    for at, phrase in heads.begun(index):
        if _one_wrong(text[at : at + len(phrase)], phrase, known):
            yield at, phrase
    for at, phrase in tails.begun(index):
        start = at + 2 - len(phrase)
        if start >= 0 and _one_wrong(text[start : at + 2], phrase, known):
            yield start, phrase


def _one_wrong(found: str, phrase: str, known: frozenset[str]) -> bool:
    """Whether one character stands for another that is like it."""
    if found in known or len(found) != len(phrase):
        return False
    wrong = [pair for pair in zip(found, phrase, strict=True) if pair[0] != pair[1]]
    return len(wrong) == 1 and alike(*wrong[0])


_Table = dict[str, list[str]]


class _Phrases:
    """Phrases by two characters, their first or their last, and by the two next to these.

    Attributes:
        pairs: for each pair the phrases that have it.
    """

    def __init__(self, phrases: Iterable[str], pair: slice, near: int, far: int) -> None:
        """Sort phrases by a pair; ``near`` and ``far`` are how far the next two stand from it."""
        self.pairs: _Table = {}
        for phrase in phrases:
            self.pairs.setdefault(phrase[pair], []).append(phrase)
        self._next_to = (near, far)
        self._next: dict[str, tuple[_Table, _Table]] = {}

    def begun(self, index: Index) -> Iterator[tuple[int, str]]:
        """Where a pair stands and one of the two next to it, or both, and the phrase."""
        text, (near, far) = index.text + "\n\n", self._next_to
        for pair in self.pairs.keys() & index.pairs.keys():
            by_near, by_far = self._next.get(pair) or self._by_next(pair)
            for at in index.pairs[pair]:
                for phrase in by_near.get(text[at + near], ()):
                    yield at, phrase
                for phrase in by_far.get(text[at + far], ()):
                    yield at, phrase

    def _by_next(self, pair: str) -> tuple[_Table, _Table]:
        tables: tuple[_Table, _Table] = ({}, {})
        for table, place in zip(tables, self._next_to, strict=True):
            for phrase in self.pairs[pair]:
                at = place if place > 0 else place - 2
                table.setdefault(phrase[at], []).append(phrase)
        self._next[pair] = tables
        return tables


@cache
def _tables() -> tuple[_Phrases, _Phrases, frozenset[str]]:
    """The phrases by their first and by their last two characters, and all that are right."""
    table = groups("phrases")
    phrases = [*table["idioms"], *table["wordings"]]
    heads = _Phrases(phrases, slice(2), 2, 3)
    tails = _Phrases(phrases, slice(-2, None), -1, -2)
    return heads, tails, frozenset([*phrases, *table["also right"]])
