"""Selection (选用): which rules a house wants, and what a part of an issue asks to be spared."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bulletin_cli.diagnostics import KeyPath

if TYPE_CHECKING:
    from bulletin_cli.issue import Issue


class Selection:
    """What is to be said of an issue: of a code both selected and ignored, the longer name wins."""

    def __init__(self, issue: "Issue") -> None:
        """Read the house's settings and the ``ignore`` keys of the issue."""
        self._select = issue.publication.lint.select
        self._ignore = issue.publication.lint.ignore
        self._spared = {keys: ignored for keys, ignored in ignores(issue) if ignored}

    def wants(self, code: str) -> bool:
        """Whether the house wants a rule."""
        if not self._select and not self._ignore:
            return True
        wanted = _longest(code, self._select) if self._select else 0
        return wanted > _longest(code, self._ignore)

    def spares(self, code: str, keys: KeyPath) -> bool:
        """Whether the place asks to be spared a rule."""
        return any(
            keys[: len(place)] == place and _longest(code, ignored) >= 0
            for place, ignored in self._spared.items()
        )


def ignores(issue: "Issue") -> Iterator[tuple[KeyPath, tuple[str, ...]]]:
    """What each section, part and item asks to be spared."""
    for index, section in enumerate(issue.sections):
        keys = ("sections", index)
        yield keys, section.ignore
        for number, item in enumerate(section.items):
            yield (*keys, "items", number), item.ignore
        for place, part in enumerate(section.parts):
            below = (*keys, "parts", place)
            yield below, part.ignore
            for number, item in enumerate(part.items):
                yield (*below, "items", number), item.ignore


def named(issue: "Issue") -> Iterator[tuple[KeyPath, str]]:
    """Every code that the settings name, and where."""
    settings = issue.publication.lint
    places = [
        (("publication", "lint", "select"), settings.select),
        (("publication", "lint", "ignore"), settings.ignore),
        *(((*keys, "ignore"), ignored) for keys, ignored in ignores(issue)),
    ]
    for keys, codes in places:
        for index, code in enumerate(codes):
            yield (*keys, index), code


def nearest(code: str, known: tuple[str, ...]) -> str:
    """The known code that an unknown one resembles; empty if none does."""
    from difflib import get_close_matches

    near = get_close_matches(code.upper(), known, n=1, cutoff=0.5)
    return near[0] if near else ""


def _longest(code: str, prefixes: tuple[str, ...]) -> int:
    return max((len(each) for each in prefixes if code.startswith(each.upper())), default=-1)
