"""How a text stands on a terminal: nothing in it that steers, and how many columns it takes."""

import unicodedata

_RAW = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of characters that steer a terminal or hide in it."""


def visible(text: str) -> str:
    r"""The text with control characters, line ends among them, spelt out as ``\x1b``."""
    return "".join(
        char.encode("unicode_escape").decode() if unicodedata.category(char) in _RAW else char
        for char in text
    )


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: a Chinese character takes two."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    joined = sum(unicodedata.category(char) in {"Mn", "Me"} for char in text)
    return len(text) + wide - joined
