"""Settings of the file: how Word breaks and closes up lines, and that it is a present-day Word.

ECMA-376 Part 1 § 17.15; the order of the elements is the schema's.
"""

from collections.abc import Iterator

from bulletin_cli.characters import NEVER_FIRST, NEVER_LAST
from bulletin_cli.profiles.model import Profile
from bulletin_cli.writers.docx.folio import mirrored
from bulletin_cli.writers.docx.markup import Element, root, w

_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}
"""What Word itself writes since 2013; without it a file opens in compatibility mode."""


def settings(profile: Profile, embedded: bool = False) -> Element:
    """The settings part: marks share their white, and lines break, as the profile says.

    A line before a forced break is not stretched to the measure.

    Args:
        profile: the measures.
        embedded: whether faces travel in the file; Word then keeps them when it saves, and of any
            other face only the characters used.
    """
    shared = profile.breaking.shared > 0
    return root(
        "settings",
        w("zoom", percent=100),
        w("embedTrueTypeFonts") if embedded else None,
        w("saveSubsetFonts") if embedded else None,
        w("evenAndOddHeaders") if mirrored(profile) else None,
        w("characterSpacingControl", val="compressPunctuation" if shared else "doNotCompress"),
        _forbidden("noLineBreaksAfter", NEVER_LAST),
        _forbidden("noLineBreaksBefore", NEVER_FIRST),
        w("compat", w("doNotExpandShiftReturn"), *_compatibility()),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _forbidden(tag: str, marks: frozenset[str]) -> Element:
    """The marks that end or begin no line, the same that our own layout knows."""
    return w(tag, lang="zh-CN", val="".join(sorted(marks)))


def _compatibility() -> Iterator[Element]:
    for name, value in _COMPATIBILITY.items():
        yield w("compatSetting", name=name, uri=_WORD, val=value)
