"""Set phrases (固定词语): idioms and the wordings of this prose, found with one character wrong.

The phrases are listed as they should be. A phrase of which one character was taken for another has
its first two characters or its last two as they should be, by which it is looked up.
"""

from collections.abc import Iterator
from functools import cache
from operator import add

from bulletin_cli.lint.data import groups
from bulletin_cli.lint.likeness import alike
from bulletin_cli.lint.rule import PRINTED, Finding, Passage, rule
from bulletin_cli.messages import _


@rule("W105", PRINTED)
def wrong_in_phrase(passage: Passage) -> Iterator[Finding]:
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
    text = passage.text
    done = 0
    for start, phrase in sorted(_near(text), key=lambda near: (near[0], -len(near[1]))):
        end = start + len(phrase)
        if start >= done:
            message = _('"{wrong}": write "{right}".').format(wrong=text[start:end], right=phrase)
            yield passage.finding((start, end), message, phrase)
            done = end


def _near(text: str) -> Iterator[tuple[int, str]]:
    """Where a phrase stands with one character wrong, and the phrase."""
    by_head, by_tail, known = _index()
    pairs = set(map(add, text, text[1:]))
    for index, tail in ((by_head, 0), (by_tail, 2)):
        for pair in index.keys() & pairs:
            at = text.find(pair)
            while at >= 0:
                for phrase in index[pair]:
                    start = at + tail - len(phrase) if tail else at
                    found = text[start : start + len(phrase)] if start >= 0 else ""
                    if found != phrase and found not in known and _one_wrong(found, phrase):
                        yield start, phrase
                at = text.find(pair, at + 1)


def _one_wrong(found: str, phrase: str) -> bool:
    """Whether one character stands for another that is like it."""
    if len(found) != len(phrase):
        return False
    wrong = [pair for pair in zip(found, phrase, strict=True) if pair[0] != pair[1]]
    return len(wrong) == 1 and alike(*wrong[0])


@cache
def _index() -> tuple[dict[str, list[str]], dict[str, list[str]], frozenset[str]]:
    """The phrases by their first two and by their last two characters, and all that are right."""
    table = groups("phrases")
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    phrases = [phrase for name in ("idioms", "wordings") for phrase in table[name]]
    for phrase in phrases:
        heads.setdefault(phrase[:2], []).append(phrase)
        tails.setdefault(phrase[-2:], []).append(phrase)
    return heads, tails, frozenset([*phrases, *table["also right"]])
