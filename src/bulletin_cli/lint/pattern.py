"""The pattern (模式): a regular expression that is compiled when it is first used.

Most rules need most of theirs for few issues, and compiling costs more than searching.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

Match = re.Match[str]

_HAN = r"(?:\\u4e00-\\u9fff|一-鿿)"
_CLASS = re.compile(rf"\[(?P<before>[^\[\]^]*?){_HAN}(?P<after>[^\[\]]*)\](?P<many>[*+?])?")
_LETTER = r"[^\W\da-zA-Z_]"
"""A letter that is not Latin, which in our texts is a Chinese character."""


def _cheap(match: Match) -> str:
    """A class without the range of Chinese characters, which takes a millisecond to compile."""
    others, many = match["before"] + match["after"], match["many"] or ""
    if not others.strip("〇"):
        return _LETTER + many
    return match[0] if many else f"(?:{_LETTER}|[{others}])"


class Pattern:
    """A regular expression over text, with the methods that rules use."""

    def __init__(self, source: str, *needs: str) -> None:
        """Keep the source; a mistake in it shows at first use, which a test makes for all.

        Args:
            source: the expression.
            needs: texts, parted by ``|``, one of which stands in whatever matches or beside it. A
                text that lacks those of one of them is not searched, nor is the expression compiled
                for it.
        """
        self.source = source
        self._needs = tuple(tuple(each.split("|")) for each in needs)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression ready for use."""
        return re.compile(_CLASS.sub(_cheap, self.source))

    def possible(self, text: str) -> bool:
        """Whether a text has what a match needs."""
        return all(any(map(text.__contains__, each)) for each in self._needs)

    def finditer(self, text: str, start: int = 0) -> Iterator[Match]:
        """All that matches, from a position on."""
        return self.compiled.finditer(text, start) if self.possible(text) else iter(())

    def search(self, text: str, start: int = 0) -> Match | None:
        """The first that matches, from a position on."""
        return self.compiled.search(text, start) if self.possible(text) else None

    def match(self, text: str) -> Match | None:
        """What matches at the beginning."""
        return self.compiled.match(text) if self.possible(text) else None

    def findall(self, text: str) -> list[str]:
        """The texts of all that matches, of a pattern without groups."""
        return self.compiled.findall(text)

    def sub(self, mended: str | Callable[[Match], str], text: str) -> str:
        """The text with all that matches replaced."""
        return self.compiled.sub(mended, text)


class Choice:
    """Patterns of which one is to match: an expression with branches, each with its own needs."""

    def __init__(self, *branches: Pattern) -> None:
        """Take the branches; where two match at one place the first counts."""
        self.branches = branches

    def finditer(self, text: str) -> Iterator[Match]:
        """All that matches, in order, none within another."""
        found = [match for branch in self.branches for match in branch.finditer(text)]
        end = 0
        for match in sorted(found, key=Match.start):
            if match.start() >= end:
                yield match
                end = match.end()


def near(text: str, anchor: str, words: Iterable[str], within: int) -> bool:
    """Whether one of some words stands before an anchor, no further than so many characters."""
    at = text.find(anchor)
    while at >= 0:
        before = text[max(0, at - within) : at]
        if any(map(before.__contains__, words)):
            return True
        at = text.find(anchor, at + 1)
    return False
