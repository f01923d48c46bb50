"""Set phrases (固定词语): idioms and the wordings of this prose, found with one character wrong.

The phrases are listed as they should be. A phrase of which one character was taken for another has
its first two characters or its last two as they should be, by which it is looked up.
"""

from collections.abc import Iterable, Iterator
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
    forwards, backwards, known = _index()
    found = [(at, at + len(phrase), phrase) for at, phrase in forwards.begun(text)]
    for at, phrase in backwards.begun(text[::-1]):
        end = len(text) - at
        found.append((end - len(phrase), end, phrase[::-1]))
    for start, end, phrase in found:
        if text[start:end] not in known and _one_wrong(text[start:end], phrase):
            yield start, phrase


def _one_wrong(found: str, phrase: str) -> bool:
    """Whether one character stands for another that is like it."""
    if len(found) != len(phrase):
        return False
    wrong = [pair for pair in zip(found, phrase, strict=True) if pair[0] != pair[1]]
    return len(wrong) == 1 and alike(*wrong[0])


class _Begun:
    """Phrases by how they begin."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_pair: dict[str, list[str]] = {}
        for phrase in phrases:
            self._by_pair.setdefault(phrase[:2], []).append(phrase)
        self._by_next: dict[str, dict[tuple[int, str], list[str]]] = {}

    def begun(self, text: str) -> Iterator[tuple[int, str]]:
        """Where three of the first four characters of a phrase stand, the first two among them."""
        pairs, known = map(add, text, text[1:]), self._by_pair
        for at, pair in [each for each in enumerate(pairs) if each[1] in known]:
            following = self._by_next.get(pair) or self._next(pair)
            for key in (2, text[at + 2 : at + 3]), (3, text[at + 3 : at + 4]):
                for phrase in following.get(key, ()):
                    yield at, phrase

    def _next(self, pair: str) -> dict[tuple[int, str], list[str]]:
        """The phrases that begin so, by their third and by their fourth character."""
        following: dict[tuple[int, str], list[str]] = {}
        for phrase in self._by_pair[pair]:
            for place in (2, 3):
                following.setdefault((place, phrase[place]), []).append(phrase)
        self._by_next[pair] = following
        return following


@cache
def _index() -> tuple[_Begun, _Begun, frozenset[str]]:
    """The phrases, the same turned round, and all that are right."""
    table = groups("phrases")
    phrases = [*table["idioms"], *table["wordings"]]
    turned = (phrase[::-1] for phrase in phrases)
    return _Begun(phrases), _Begun(turned), frozenset([*phrases, *table["also right"]])
