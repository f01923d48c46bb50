"""The pattern (模式): a regular expression that is compiled when it is first used.

Most rules need most of theirs for few issues, and compiling costs more than searching.
"""

import re
from collections.abc import Callable, Iterator
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

    def __init__(self, source: str) -> None:
        """Keep the source; a mistake in it shows at first use, which a test makes for all."""
        self.source = source

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression ready for use."""
        return re.compile(_CLASS.sub(_cheap, self.source))

    def finditer(self, text: str, start: int = 0) -> Iterator[Match]:
        """All that matches, from a position on."""
        return self.compiled.finditer(text, start)

    def search(self, text: str) -> Match | None:
        """The first that matches."""
        return self.compiled.search(text)

    def match(self, text: str, start: int = 0) -> Match | None:
        """What matches at the beginning, or from a position on."""
        return self.compiled.match(text, start)

    def findall(self, text: str) -> list[str]:
        """The texts of all that matches, of a pattern without groups."""
        return self.compiled.findall(text)

    def sub(self, mended: str | Callable[[Match], str], text: str) -> str:
        """The text with all that matches replaced."""
        return self.compiled.sub(mended, text)
