"""Set phrases (固定词语): idioms and the wordings of this prose, found with one character wrong.

The phrases are listed as they should be. A phrase of which one character was taken for another has
its first two characters or its last two as they should be, by which it is looked up.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import add

from bulletin_cli.lint.data import groups
from bulletin_cli.lint.likeness import alike
from bulletin_cli.lint.rule import PRINTED, Bulletin, Finding, issue_rule
from bulletin_cli.messages import _


@issue_rule("W105")
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
    done = 0
    for start, phrase in sorted(_near(bulletin.text), key=lambda near: (near[0], -len(near[1]))):
        passage, at = bulletin.at(start)
        if start >= done and passage.kind in PRINTED:
            done = start + len(phrase)
            wrong = bulletin.text[start:done]
            message = _('"{wrong}": write "{right}".').format(wrong=wrong, right=phrase)
            yield passage.finding((at, at + len(phrase)), message, phrase)


def _near(text: str) -> Iterator[tuple[int, str]]:
    """Where a phrase stands with one character wrong, and the phrase."""
    heads, tails, known = _index()
    pairs = [*map(add, text, text[1:])]
    for at in [at for at, pair in enumerate(pairs) if pair in heads.phrases]:
        right = text[at : at + 4] in known
        for phrase in heads.having(pairs[at], text[at + 2 : at + 3], text[at + 3 : at + 4]):
            found = text[at : at + len(phrase)]
            if not (right and len(phrase) == 4) and _one_wrong(found, phrase, known):
                yield at, phrase
    for at in [at for at, pair in enumerate(pairs) if pair in tails.phrases and at > 1]:
        right = text[at - 2 : at + 2] in known
        for phrase in tails.having(pairs[at], text[at - 1], text[at - 2]):
            found = text[max(0, at + 2 - len(phrase)) : at + 2]
            if not (right and len(phrase) == 4) and _one_wrong(found, phrase, known):
                yield at + 2 - len(phrase), phrase


def _one_wrong(found: str, phrase: str, known: frozenset[str]) -> bool:
    """Whether one character stands for another that is like it."""
    if len(found) != len(phrase) or found in known:
        return False
    wrong = [pair for pair in zip(found, phrase, strict=True) if pair[0] != pair[1]]
    return len(wrong) == 1 and alike(*wrong[0])


class _Phrases:
    """Phrases by two characters, their first or their last, and by the two next to these."""

    def __init__(self, pairs: Iterable[str], phrases: Sequence[str], near: int, far: int) -> None:
        self.phrases: dict[str, list[str]] = {}
        for pair, phrase in zip(pairs, phrases, strict=True):
            self.phrases.setdefault(pair, []).append(phrase)
        self._places = (near, far)
        self._next: dict[str, tuple[_Table, _Table]] = {}

    def having(self, pair: str, near: str, far: str) -> Iterable[str]:
        """Those of a pair that have one of these characters next to it, or both."""
        if pair not in self._next:
            self._next[pair] = self._by_next(pair)
        by_near, by_far = self._next[pair]
        return (*by_near.get(near, ()), *by_far.get(far, ()))

    def _by_next(self, pair: str) -> tuple["_Table", "_Table"]:
        tables: tuple[_Table, _Table] = ({}, {})
        for table, place in zip(tables, self._places, strict=True):
            for phrase in self.phrases[pair]:
                table.setdefault(phrase[place], []).append(phrase)
        return tables


_Table = dict[str, list[str]]


@cache
def _index() -> tuple[_Phrases, _Phrases, frozenset[str]]:
    """The phrases by their first and by their last two characters, and all that are right."""
    table = groups("phrases")
    phrases = [*table["idioms"], *table["wordings"]]
    heads = _Phrases((phrase[:2] for phrase in phrases), phrases, 2, 3)
    tails = _Phrases((phrase[-2:] for phrase in phrases), phrases, -3, -4)
    return heads, tails, frozenset([*phrases, *table["also right"]])
