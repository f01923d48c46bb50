"""Where a line may end: marks and words, no widths (行首行尾禁则).

Sources: GB/T 15834—2011 § 5.1, W3C clreq § 3.1.4, Word's Simplified Chinese sets. Unicode's line
breaking (UAX #14) is not followed where it says otherwise:

==========  =========================  =======================  ================================
characters  UAX #14                    here                     why
==========  =========================  =======================  ================================
—           may begin a line (B2)      never begins one         GB/T 15834: —— is one mark
· ～ ／       may begin a line           never begin one          clreq § 3.1.4
“ ” ‘ ’     no break beside them (QU)  break before “, after ”  in Chinese each faces one way
: / @ . -   some end a line in a word  in need only, no hyphen  a broken address is misread
々 〇         never begins one (NS)      as any ideograph         GB's and Word's sets are without
==========  =========================  =======================  ================================
"""

import re
import unicodedata
from collections.abc import Sequence
from enum import IntEnum

from bulletin_cli.characters import DASHES, NEVER_FIRST, NEVER_LAST


class Break(IntEnum):
    """Whether a line may end after a character."""

    NEVER = 0
    """Not even in need: the next character is drawn onto this one."""
    NEED = 1
    """Only where the measure holds no better place: between marks, within a word."""
    WORD_JOINT = 2
    """In need, and better than NEED: after a joint of an address or a long word."""
    ALLOWED = 3
    """Freely."""


# What is set solid: words, numbers with their signs and separators, addresses.
_WORD = r"[0-9A-Za-zÀ-ɏ\u0300-\u036f]+"
_SOLID = re.compile(rf"[-+±−$¥￥]?{_WORD}(?:[-.,:/@_&=?#%+~'’]+{_WORD})*[%‰℃°]?")
_NO_BREAK = "\u00a0"
_JOINTS = frozenset("/@.-_?&=#:~")


def opportunities(text: str) -> list[Break]:
    """For each character of a paragraph, whether a line may end after it.

    The last is always ``ALLOWED``: the paragraph ends there.
    """
    places = [*map(min, map(_AS_LAST.__getitem__, text), map(_AS_FIRST.__getitem__, text[1:]))]
    for match in _SOLID.finditer(text):
        for index in range(match.start(), match.end() - 1):
            joint = text[index] in _JOINTS and text[index + 1].isalnum()
            places[index] = min(places[index], Break.WORD_JOINT if joint else Break.NEED)
    return [*places, Break.ALLOWED] if text else []


def may_break(before: str, after: str) -> Break:
    """Whether a line may end between two characters: as good a place as the worse of the two."""
    return min(_AS_LAST[before], _AS_FIRST[after])


class _AsFirst(dict[str, Break]):
    """Whether a character may begin a line; what is asked once is remembered."""

    def __missing__(self, char: str) -> Break:
        place = Break.ALLOWED
        if _joins(char):
            place = Break.NEVER
        elif char in NEVER_FIRST or char in {" ", _NO_BREAK}:
            place = Break.NEED
        self[char] = place
        return place


class _AsLast(dict[str, Break]):
    """Whether a character may end a line."""

    def __missing__(self, char: str) -> Break:
        place = Break.NEED if char in NEVER_LAST or char == _NO_BREAK else Break.ALLOWED
        self[char] = place
        return place


_AS_FIRST, _AS_LAST = _AsFirst(), _AsLast()


def solid(text: str, places: Sequence[Break]) -> list[bool]:
    """For each character, whether it and the next are set solid, never spaced to fill a line.

    They are within a Latin word, a figure or an address, and within ``——`` and ``……``.
    """
    result = [False] * len(text)
    for match in _SOLID.finditer(text):
        for index in range(match.start(), match.end() - 1):
            result[index] = True
    for index, place in enumerate(places):
        if place is Break.ALLOWED or result[index]:
            continue
        pair = text[index] in DASHES and text[index] == text[index + 1]
        result[index] = pair or place is Break.NEVER
    return result


def _joins(char: str) -> bool:
    """Whether a character is drawn onto the one before: combining marks, variation selectors."""
    code = ord(char)
    if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return True
    return code >= 0x300 and unicodedata.combining(char) != 0
