"""The pattern (模式): a regular expression that is compiled when it is first used.

Most rules need most of theirs for few issues, and compiling costs more than searching.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

Match = re.Match[str]


class Pattern:
    """A regular expression over text, with the methods that rules use."""

    def __init__(self, source: str) -> None:
        """Keep the source; a mistake in it shows at first use, which a test makes for all."""
        self.source = source

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression ready for use."""
        return re.compile(self.source)

    def finditer(self, text: str, start: int = 0) -> Iterator[Match]:
        """All that matches, from a position on."""
        return self.compiled.finditer(text, start)

    def search(self, text: str) -> Match | None:
        """The first that matches."""
        return self.compiled.search(text)

    def match(self, text: str) -> Match | None:
        """What matches at the beginning."""
        return self.compiled.match(text)

    def sub(self, mended: str | Callable[[Match], str], text: str) -> str:
        """The text with all that matches replaced."""
        return self.compiled.sub(mended, text)
