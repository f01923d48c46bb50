"""Characters that no page can show: all of them are told, and no other."""

import sys
import unicodedata

from bulletin_cli.publication import unsettable


def test_what_cannot_be_set_is_told_from_what_can():
    told = {char for char in map(chr, range(sys.maxunicode + 1)) if unsettable(char)}
    control = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0))} - {"\n"}
    non_characters = {*map(chr, range(0xFDD0, 0xFDF0))} | {
        chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)
    }
    surrogates = {*map(chr, range(0xD800, 0xE000))}
    assert told == control | non_characters | surrogates | {"\u2028", "\u2029"}
    assert {unicodedata.category(char) for char in told} == {"Cc", "Cn", "Cs", "Zl", "Zp"}


def test_the_first_is_told():
    assert unsettable("会议\u3000结束\x07。\x08").start() == 5
    assert unsettable("会议\n\u3000结束。") is None
