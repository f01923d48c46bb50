"""What the program knows of Chinese characters and marks; lint and layout ask the same table.

Sources: GB/T 15834—2011 (标点符号用法), W3C clreq, and the sets that Word uses for Simplified
Chinese. Where they differ the table says whose it is.
"""

OPENING = frozenset("“‘「『（《〈【〖〔［｛﹁﹃")
"""Opening marks (前括号、前引号): never last on a line; their ink is in the right half."""

CLOSING = frozenset("”’」』）》〉】〗〕］｝﹂﹄")
"""Closing marks (后括号、后引号): never first on a line; their ink is in the left half."""

POINTS = frozenset("、，。．：；！？")
"""Points (点号): never first on a line; their ink is in the left half; they may hang."""

DASHES = frozenset("—…⸺")
"""Marks that come in unbreakable pairs (破折号、省略号)."""

NEVER_FIRST = (
    CLOSING
    | POINTS
    | frozenset("～–—…⸺·‧・-/／％‰℃°′″‼⁇")  # clreq, GB/T 15834; the hyphen of a range
    | frozenset("!%),.:;>?]}¢¨ˇˉ―‖›∶〃〞︶︺︾﹀﹚﹜﹞＂＇｀｜～￠")  # Word's for zh-CN
)
"""Never first on a line (行首禁则)."""

NEVER_LAST = OPENING | frozenset("([{£¥〝﹙﹛﹝＄．￡￥$#＃№")
"""Never last on a line (行尾禁则)."""


_PRINTABLE = bytes((*range(0x20, 0x7F), 0x0A))
_LEADS = bytes((0xA1, 0xA3, *range(0xB0, 0xF8)))
"""Rows of GB/T 2312: marks, full-width forms, ideographs; no other script, no lines of tables."""


def usual(text: str) -> bool:
    """Whether every Chinese font has all characters of a text.

    It has ASCII, and of GB/T 2312—1980 the marks, the full-width forms and the ideographs. Three
    that Unicode has twice are taken for what Chinese texts write.
    """
    for char in "—·〇":
        text = text.replace(char, "")
    try:
        coded = text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return not coded.translate(None, _PRINTABLE)[::2].translate(None, _LEADS)


def is_han(char: str) -> bool:
    """Whether a character is an ideograph (汉字), in any plane."""
    code = ord(char)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x323AF
        or 0xF900 <= code <= 0xFAFF
        or code in {0x3005, 0x3006, 0x3007}
    )


def is_western(char: str) -> bool:
    """Whether a character is a Latin letter or a figure: half an em wide, set solid."""
    return (char.isascii() and char.isalnum()) or ("À" <= char <= "ɏ" and char not in "×÷")


def is_mark(char: str) -> bool:
    """Whether a character is a mark or a space: nothing that could look alone on a line."""
    return char.isspace() or not (char.isalnum() or is_han(char))


def is_half(char: str) -> bool:
    """Whether a character is half an em wide in the Chinese faces: ASCII and accented Latin."""
    return char.isascii() or is_western(char)


def ems(text: str) -> float:
    """Natural width of a text in a Chinese face, em: one for a character, half for Latin."""
    return sum(0.5 if is_half(char) else 1.0 for char in text)


_DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """A number from 1 in Chinese characters as counting writes it: 十一, 二十, 一百零一, 一万."""
    written = _counted(number)
    return written[1:] if written.startswith("一十") else written


def _counted(number: int) -> str:
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        zero = _DIGITS[0] if 0 < low < 1000 else ""
        return f"{_counted(high)}万{zero}{_counted(low)}"
    written = ""
    for unit, digit in zip(("千", "百", "十", ""), f"{number:04}", strict=True):
        if digit != "0":
            written += _DIGITS[int(digit)] + unit
        elif written and written[-1] != _DIGITS[0]:
            written += _DIGITS[0]
    return written.rstrip(_DIGITS[0])
